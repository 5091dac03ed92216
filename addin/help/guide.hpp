#pragma once
// The guide that the package brings, in the user's browser.

#include "addin/commands/command_functions.hpp"

#include <string>

namespace finsam::addin {

/// At a heading's anchor ("visa-underlag"), or from the beginning. Where no browser can be opened a message tells which
/// file it is.
void show_guide(const Context& context, const Frame& frame, const std::string& anchor = {});

} // namespace finsam::addin
