#pragma once
// Text that is not wholly in its file's character set: single letters of another one, and text that was already spoilt
// when the file was written. Only å ä ö Å Ä Ö and é ü É are ever repaired, and only where a word leaves no doubt.

#include "parsers/text_encoding.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace finsam {

/// How many, and where the first stands (byte offset in the text).
struct TextFinding {
    std::uint64_t count = 0;
    std::size_t first = 0;

    void add(std::size_t offset) noexcept {
        first = count == 0 ? offset : first;
        ++count;
    }
};

struct TextFindings {
    TextFinding invalid;   ///< bytes without meaning, read as U+FFFD
    TextFinding repaired;  ///< letters of another character set, read as the letters they are
    TextFinding uncertain; ///< perhaps such letters; kept as they stand
    TextFinding spoilt;    ///< "fÃ¶r", "f├╢r", U+FFFD: broken before the file was written; kept as it stands

    [[nodiscard]] bool any() const noexcept {
        return invalid.count + repaired.count + uncertain.count + spoilt.count > 0;
    }
};

/// `append_decoded`, with repair; adds to `findings`, whose offsets then are those of `bytes`.
void append_repaired(std::string& out, std::string_view bytes, TextEncoding encoding, TextFindings& findings);

} // namespace finsam
