#pragma once
// The dialog of Huvudböcker: the known ledgers with their years, and what can be done with them. It closes for each
// action, which the command does before it shows the dialog again.

#include "addin/dialogs/dialog.hpp"
#include "addin/language.hpp"
#include "bridge/workbook/known_ledgers.hpp"

#include <vector>

namespace finsam::addin {

enum class LedgerAction : std::uint8_t { close, make, add, import, report, forget };

class LedgersDialog {
public:
    LedgersDialog(const Dialog::Context& context, const std::vector<KnownYear>& years);

    [[nodiscard]] LedgerAction run(const Dialog::Window& parent);
    /// The line that the action is about; nullptr when there is none.
    [[nodiscard]] const KnownYear* chosen() const noexcept { return chosen_; }

private:
    void add_table();
    void add_buttons();
    void act(LedgerAction action);
    [[nodiscard]] std::string say(const Text& text) const { return pick(language_, text); }

    const std::vector<KnownYear>& years_;
    Language language_;
    Dialog dialog_;
    LedgerAction action_ = LedgerAction::close;
    const KnownYear* chosen_ = nullptr;
};

} // namespace finsam::addin
