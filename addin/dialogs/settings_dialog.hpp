#pragma once
// The dialog of Inställningar: what a report of a new förbund is made with, and where ledgers are.

#include "addin/dialogs/dialog.hpp"
#include "addin/language.hpp"
#include "bridge/workbook/settings.hpp"

namespace finsam::addin {

class SettingsDialog {
public:
    SettingsDialog(const Dialog::Context& context, Settings& settings);

    /// True, and the settings changed, when the user pressed OK.
    [[nodiscard]] bool run(const Dialog::Window& parent);

private:
    void add_choices();
    void add_ledger_folder();
    void take_choices();

    Dialog::Context context_;
    Settings& settings_;
    Language language_;
    Dialog dialog_;
};

} // namespace finsam::addin
