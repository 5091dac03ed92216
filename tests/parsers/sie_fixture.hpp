#pragma once
// Small SIE files as text, and what reading them gives.

#include "tests/parsers/reading_outcome.hpp"

#include <string>
#include <string_view>

namespace finsam::sie {

/// Seven lines that every file of type 4 may begin with; `rest` begins on line 8.
inline std::string type4(std::string_view rest) {
    return "#FLAGGA 0\n#PROGRAM \"Prov\" 1.0\n#FORMAT PC8\n#GEN 20240115 \"KALLE\"\n#SIETYP 4\n"
           "#FNAMN \"Provbolaget\"\n#RAR 0 20240101 20241231\n" +
           std::string(rest);
}

inline Document read(std::string_view bytes) {
    return read_document(bytes);
}
inline Document read4(std::string_view rest) {
    return read(type4(rest));
}

} // namespace finsam::sie
