#include "addin/commands/undo_step.hpp"

#include "addin/commands/report_document.hpp"
#include "addin/functions/arguments.hpp"

#include <com/sun/star/document/XUndoAction.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <cppuhelper/implbase1.hxx>
#include <fmt/format.h>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
using com::sun::star::document::XUndoManager;

uno::Reference<XUndoManager> manager_of(const DocumentReference& document) {
    const uno::Reference<com::sun::star::document::XUndoManagerSupplier> supplier(document, uno::UNO_QUERY_THROW);
    return {supplier->getUndoManager(), uno::UNO_SET_THROW};
}

/// An action that does nothing.
class Nothing final : public cppu::WeakImplHelper1<com::sun::star::document::XUndoAction> {
public:
    rtl::OUString SAL_CALL getTitle() override { return {}; }
    void SAL_CALL undo() override {}
    void SAL_CALL redo() override {}
};

} // namespace

UndoStep::UndoStep(const DocumentReference& document, const std::string& name) : manager_(manager_of(document)) {
    manager_->enterUndoContext(from_utf8(name));
    is_open_ = true;
}

UndoStep::~UndoStep() {
    try {
        if (is_open_) {
            manager_->leaveUndoContext();
        }
    } catch (const uno::Exception&) { // a document that is gone has no steps
    }
}

void UndoStep::take_back() {
    is_open_ = false;
    manager_->addUndoAction(new Nothing); // an empty step is not kept, and then the one before it would be undone
    manager_->leaveUndoContext();
    manager_->undo();
    manager_->clearRedo();
}

NoUndo::NoUndo(const DocumentReference& document) : manager_(manager_of(document)) {
    manager_->lock();
}

NoUndo::~NoUndo() {
    try {
        manager_->unlock();
    } catch (const uno::Exception&) { // as above
    }
}

bool may_change(const Context& context, const Frame& frame, const DocumentReference& document, const Text& title) {
    const Language language = language_of(context);
    if (is_read_only(document)) {
        show_message(context, frame,
                     {MessageKind::warning, title,
                      pick(language, {"Dokumentet är öppnat skrivskyddat och kan inte ändras.",
                                      "The document is open read-only and cannot be changed."}),
                      pick(language, {"Välj Redigera > Redigeringsläge, eller spara det under ett annat namn.",
                                      "Choose Edit > Edit Mode, or save it under another name."})});
        return false;
    }
    std::string locked;
    for (const std::string& sheet : locked_sheets(document)) {
        locked += (locked.empty() ? "" : ", ") + sheet;
    }
    if (!locked.empty()) {
        show_message(context, frame,
                     {MessageKind::warning, title,
                      pick(language, {"Blad som måste skrivas är skyddade med lösenord: ",
                                      "Sheets that have to be written are protected by a password: "}) +
                          locked + ".",
                      pick(language, {"Ta bort skyddet med Verktyg > Skydda kalkylblad och försök igen.",
                                      "Take the protection off with Tools > Protect Sheet and try again."})});
        return false;
    }
    return true;
}

} // namespace finsam::addin
