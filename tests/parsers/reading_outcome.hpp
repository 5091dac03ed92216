#pragma once
// What a reading said, as short texts for tests of every type of SIE.

#include "parsers/sie_document.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace finsam::sie {

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

/// "read/refused" of a label of SIE 4 or an element of SIE 5.
inline std::string tally(const Document& document, std::string_view label) {
    const auto found = document.result.counts.find(label);
    return found == document.result.counts.end()
               ? "none"
               : std::to_string(found->second.read) + "/" + std::to_string(found->second.refused);
}

} // namespace finsam::sie
