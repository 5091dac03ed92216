#pragma once
// What a command changes in a document that was open before is one step of undo, or nothing.

#include "addin/commands/message.hpp"
#include "addin/workbook/fill_document.hpp"

#include <com/sun/star/document/XUndoManager.hpp>
#include <functional>

namespace finsam::addin {

/// Everything that is done while this lives is one step with this name in Edit > Undo.
class UndoStep {
public:
    UndoStep(const DocumentReference& document, const std::string& name);
    UndoStep(const UndoStep&) = delete;
    UndoStep& operator=(const UndoStep&) = delete;
    ~UndoStep();

    /// Takes back what was done under it, and leaves no step behind.
    void take_back();

private:
    void add(std::function<void()> undo, std::function<void()> redo);

    DocumentReference document_;
    com::sun::star::uno::Reference<com::sun::star::document::XUndoManager> manager_;
    bool is_open_ = false;
};

/// Can the command change the document? Otherwise the user is told that it is read-only. Sheets with a password cannot
/// be told apart without taking their protection off (`Unprotected::locked`).
[[nodiscard]] bool may_change(const Context& context, const Frame& frame, const DocumentReference& document,
                              const Text& title);

} // namespace finsam::addin
