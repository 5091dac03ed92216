#pragma once
// Small SIE files as text, and what reading them gives.

#include "parsers/sie_document.hpp"

#include <algorithm>
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

inline std::size_t count(const Document& document, DiagnosticCode code) {
    const auto& all = document.result.diagnostics;
    return static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [&](const Diagnostic& d) { return d.code == code; }));
}

/// The first diagnostic of a kind as "line:column severity", or "none".
inline std::string place(const Document& document, DiagnosticCode code) {
    for (const Diagnostic& d : document.result.diagnostics) {
        if (d.code == code) {
            return std::to_string(d.line) + ":" + std::to_string(d.column) + " " +
                   std::string(swedish_name(d.severity));
        }
    }
    return "none";
}

inline std::string text(const Document& document, DiagnosticCode code) {
    for (const Diagnostic& d : document.result.diagnostics) {
        if (d.code == code) {
            return d.text;
        }
    }
    return "none";
}

/// "read/refused" of a label.
inline std::string tally(const Document& document, std::string_view label) {
    const auto found = document.result.counts.find(label);
    return found == document.result.counts.end()
               ? "none"
               : std::to_string(found->second.read) + "/" + std::to_string(found->second.refused);
}

} // namespace finsam::sie
