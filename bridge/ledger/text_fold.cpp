#include "bridge/ledger/text_fold.hpp"

#include <unicode/unistr.h>

namespace finsam {

std::string fold_case(std::string_view utf8) {
    auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
    text.trim().foldCase();
    std::string folded;
    text.toUTF8String(folded);
    return folded;
}

std::string organisation_digits(std::string_view number) {
    std::string digits;
    for (const char c : number) {
        if (c >= '0' && c <= '9') {
            digits += c;
        }
    }
    return digits.size() == 12 ? digits.substr(2) : digits;
}

} // namespace finsam
