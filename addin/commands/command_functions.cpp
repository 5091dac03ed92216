#include "addin/commands/command_functions.hpp"

namespace finsam::addin {

CommandFunction function_of(CommandId id) noexcept {
    switch (id) {
    case CommandId::kontrollera: return kontrollera;
    }
    return nullptr;
}

} // namespace finsam::addin
