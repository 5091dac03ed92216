#include "addin/workbook/document_guards.hpp"

namespace finsam::addin {

namespace uno = com::sun::star::uno;

Quiet::Quiet(const DocumentReference& document)
    : model_(document, uno::UNO_QUERY_THROW), actions_(document, uno::UNO_QUERY_THROW),
      calculation_(document, uno::UNO_QUERY_THROW), was_automatic_(calculation_->isAutomaticCalculationEnabled()) {
    model_->lockControllers();
    actions_->addActionLock();
    calculation_->enableAutomaticCalculation(false);
}

Quiet::~Quiet() {
    try {
        calculation_->enableAutomaticCalculation(was_automatic_);
        actions_->removeActionLock();
        model_->unlockControllers();
    } catch (const uno::Exception&) { // a document that is gone needs no unlocking
    }
}

NoUndo::NoUndo(const DocumentReference& document) : properties_(document, uno::UNO_QUERY_THROW) {
    properties_->setPropertyValue("IsUndoEnabled", uno::Any(false));
}

NoUndo::~NoUndo() {
    try {
        properties_->setPropertyValue("IsUndoEnabled", uno::Any(true));
    } catch (const uno::Exception&) { // as above
    }
}

Unprotected::Unprotected(const DocumentReference& document) {
    const uno::Reference<com::sun::star::container::XNameAccess> sheets(document->getSheets(), uno::UNO_QUERY_THROW);
    const uno::Sequence<rtl::OUString> names = sheets->getElementNames();
    for (const rtl::OUString& name : names) {
        const uno::Reference<com::sun::star::util::XProtectable> one(sheets->getByName(name), uno::UNO_QUERY_THROW);
        if (!one->isProtected()) {
            continue;
        }
        try {
            one->unprotect("");
        } catch (const uno::Exception&) { // it has a password
        }
        if (one->isProtected()) { // protecting it again would take the password away
            locked_.push_back(name);
        } else {
            sheets_.push_back(one);
        }
    }
}

Unprotected::~Unprotected() {
    try {
        for (const auto& one : sheets_) {
            one->protect("");
        }
    } catch (const uno::Exception&) { // as above
    }
}

} // namespace finsam::addin
