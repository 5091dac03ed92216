#include "addin/dialogs/settings_dialog.hpp"

namespace finsam::addin {
namespace {

constexpr int width = SettingsForm::width, height = SettingsForm::height + 26, margin = 8;
constexpr Text title{"Inställningar för Finsam", "Finsam Settings"};

} // namespace

SettingsDialog::SettingsDialog(const Dialog::Context& context, Settings& settings)
    : dialog_(context, pick(language_of(context), title), width, height), form_(context, dialog_) {
    dialog_.set_help("inställningar");
    form_.show(settings);
    constexpr int button = 58, y = height - 21;
    dialog_.add_button(
        "ok", {width - margin - 2 * button - 6, y, button, 15}, "OK",
        [this, &settings] {
            form_.take(settings);
            dialog_.finish();
        },
        true);
    dialog_.add_cancel_button("cancel", {width - margin - button, y, button, 15},
                              pick(language_of(context), {"~Avbryt", "~Cancel"}));
}

bool SettingsDialog::run(const Dialog::Window& parent) {
    return dialog_.execute(parent);
}

} // namespace finsam::addin
