#pragma once
// The settings as controls: in the dialog of Inställningar and on the page of Tools > Options.

#include "addin/dialogs/dialog.hpp"
#include "addin/language.hpp"
#include "bridge/workbook/settings.hpp"

namespace finsam::addin {

class SettingsForm {
public:
    static constexpr int width = 270, height = 124; ///< dialog units

    /// Adds the controls; the window outlives the form.
    SettingsForm(const Dialog::Context& context, Dialog& window);

    void show(const Settings& settings);
    /// What the user can change here; the rest stays.
    void take(Settings& settings) const;

private:
    void add_choices();
    void add_ledger_folder();
    [[nodiscard]] std::string say(const Text& text) const { return pick(language_, text); }

    Dialog::Context context_;
    Dialog& window_;
    Language language_;
};

} // namespace finsam::addin
