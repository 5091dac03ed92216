#include "addin/commands/command_functions.hpp"

namespace finsam::addin {

CommandFunction function_of(CommandId id) noexcept {
    switch (id) {
    case CommandId::ny_rapport: return ny_rapport;
    case CommandId::visa_underlag: return visa_underlag;
    case CommandId::kontrollera: return kontrollera;
    case CommandId::las_in: return las_in;
    case CommandId::granska_rapport: return granska_rapport;
    case CommandId::spara_revisionskopia: return spara_revisionskopia;
    case CommandId::huvudbocker: return huvudbocker;
    case CommandId::installningar: return installningar;
    case CommandId::hjalp: return hjalp;
    }
    return CommandFunction();
}

void run_command(CommandId id, const Context& context, const Frame& frame, const Arguments& arguments) {
    const CommandFunction function = function_of(id);
    if (const auto* plain = std::get_if<0>(&function)) {
        (*plain)(context, frame);
    } else {
        std::get<1>(function)(context, frame, arguments);
    }
}

} // namespace finsam::addin
