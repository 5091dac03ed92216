#pragma once
// The letters that reach the controls of a dialog with Alt.

#include "tests/office/office.hpp"

#include <map>
#include <string>
#include <vector>

namespace finsam::window {

/// For each letter, in lower case, the texts in the window whose title begins so that give it away: "~Avbryt". Only
/// what is visible counts. The office itself gives letters to texts that have none.
[[nodiscard]] std::map<std::string, std::vector<std::string>> mnemonics_of(const office::Office& office,
                                                                           const std::string& window_title);

} // namespace finsam::window
