#include "addin/commands/command_functions.hpp"
#include "addin/commands/message.hpp"
#include "addin/dialogs/settings_dialog.hpp"
#include "addin/user_settings.hpp"

namespace finsam::addin {

void installningar(const Context& context, const Frame& frame) {
    const auto file = settings_file(context);
    Settings settings = Settings::load(file);
    SettingsDialog dialog(context, settings);
    if (!dialog.run(frame.is() ? frame->getContainerWindow() : nullptr)) {
        return;
    }
    if (const auto saved = settings.save(file); !saved) {
        show_message(
            context, frame,
            {MessageKind::error,
             {"Inställningar", "Settings"},
             pick(language_of(context), {"Inställningarna kunde inte sparas.", "The settings could not be saved."}),
             saved.error()});
    }
}

} // namespace finsam::addin
