#include "bridge/command/language.hpp"

#include <cstdlib>

namespace finsam::command {

bool help_in_english() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        const std::string_view text = value != nullptr ? value : "";
        const bool names_a_language = !text.empty() && text != "C" && text != "POSIX" && !text.starts_with("C.");
        if (names_a_language) {
            return text.starts_with("en");
        }
    }
    return false;
}

std::string help(std::string_view swedish, std::string_view english) {
    static const bool in_english = help_in_english();
    return std::string(in_english ? english : swedish);
}

} // namespace finsam::command
