#include "addin/commands/command_functions.hpp"
#include "addin/help/guide.hpp"

namespace finsam::addin {

void hjalp(const Context& context, const Frame& frame) {
    show_guide(context, frame);
}

} // namespace finsam::addin
