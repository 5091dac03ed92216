#include "addin/commands/undo_step.hpp"

#include "addin/commands/report_document.hpp"
#include "addin/entry_point.hpp"
#include "addin/functions/arguments.hpp"

#include <com/sun/star/document/XUndoAction.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/weakref.hxx>
#include <fmt/format.h>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
using com::sun::star::document::XUndoManager;

uno::Reference<XUndoManager> manager_of(const DocumentReference& document) {
    const uno::Reference<com::sun::star::document::XUndoManagerSupplier> supplier(document, uno::UNO_QUERY_THROW);
    return {supplier->getUndoManager(), uno::UNO_SET_THROW};
}

class Functions final : public cppu::WeakImplHelper1<com::sun::star::document::XUndoAction> {
public:
    Functions(std::function<void()> undo, std::function<void()> redo)
        : undo_(std::move(undo)), redo_(std::move(redo)) {}
    rtl::OUString SAL_CALL getTitle() override { return {}; }
    void SAL_CALL undo() override { guarded("undo_step", undo_); }
    void SAL_CALL redo() override { guarded("redo_step", redo_); }

private:
    std::function<void()> undo_, redo_;
};

void nothing() {}

/// Undoing writes cells and names back one kind at a time, and what was calculated in between does not follow.
std::function<void()> recalculation(const DocumentReference& document) {
    const uno::WeakReference<com::sun::star::sheet::XSpreadsheetDocument> weak(document); // it holds its undo steps
    return [weak] {
        const uno::Reference<com::sun::star::sheet::XCalculatable> living(weak.get(), uno::UNO_QUERY);
        if (living.is()) {
            living->calculateAll();
        }
    };
}

} // namespace

UndoStep::UndoStep(const DocumentReference& document, const std::string& name)
    : document_(document), manager_(manager_of(document)) {
    manager_->enterUndoContext(from_utf8(name));
    is_open_ = true;
    add(recalculation(document), nothing); // the last to be undone
}

UndoStep::~UndoStep() {
    try {
        if (is_open_) {
            add(nothing, recalculation(document_)); // the last to be redone
            manager_->leaveUndoContext();
        }
    } catch (const uno::Exception&) { // a document that is gone has no steps
    }
}

void UndoStep::add(std::function<void()> undo, std::function<void()> redo) {
    manager_->addUndoAction(new Functions(std::move(undo), std::move(redo)));
}

void UndoStep::take_back() {
    is_open_ = false;
    manager_->leaveUndoContext();
    manager_->undo();
    manager_->clearRedo();
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
    return true;
}

} // namespace finsam::addin
