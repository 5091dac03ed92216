#pragma once
// The dialog of Inställningar: what a report of a new förbund is made with, and where ledgers are.

#include "addin/dialogs/settings_form.hpp"

namespace finsam::addin {

class SettingsDialog {
public:
    SettingsDialog(const Dialog::Context& context, Settings& settings);

    /// True, and the settings changed, when the user pressed OK.
    [[nodiscard]] bool run(const Dialog::Window& parent);

private:
    Dialog dialog_;
    SettingsForm form_;
};

} // namespace finsam::addin
