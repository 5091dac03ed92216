#pragma once
// A text that people read, in the languages of the extension.

#include <string_view>

namespace finsam::addin {

struct Text {
    std::string_view sv, en;
};

} // namespace finsam::addin
