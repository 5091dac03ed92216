#pragma once
// Small SIE 5 files as text. The förbund and its figures are invented.

#include "parsers/sie5_reader.hpp"
#include "parsers/sie_document.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace finsam::sie {

inline std::string
file_info(std::string_view years = "<FiscalYear start=\"2024-01\" end=\"2024-12\" primary=\"true\"/>") {
    return "<FileInfo>\n<SoftwareProduct name=\"Provbok\" version=\"5.1\"/>\n"
           "<FileCreation time=\"2025-01-10T08:30:00Z\" by=\"Greta Hemlig\"/>\n"
           "<Company organizationId=\"222000-1111\" name=\"Samordningsförbundet Sjön\"/>\n<FiscalYears>" +
           std::string(years) + "</FiscalYears>\n<AccountingCurrency currency=\"SEK\"/>\n</FileInfo>\n";
}

/// A complete file of 2024, without signature; `rest` begins on line 9.
inline std::string sie5(std::string_view rest) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Sie xmlns=\"http://www.sie.se/sie5\">" + file_info() +
           std::string(rest) + "</Sie>\n";
}

inline Document read(std::string_view bytes, const SignatureVerifier& verifier = {}) {
    return read_document(bytes, verifier);
}
inline Document read5(std::string_view rest) {
    return read(sie5(rest));
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

/// "read/refused" of an element.
inline std::string tally(const Document& document, std::string_view element) {
    const auto found = document.result.counts.find(element);
    return found == document.result.counts.end()
               ? "none"
               : std::to_string(found->second.read) + "/" + std::to_string(found->second.refused);
}

/// "kind year account amount [dimension:object ...] [period]", a line each.
inline std::string balances(const Document& document) {
    std::string lines;
    for (const Balance& balance : document.balances) {
        lines += std::string(label(balance.kind)) + " " + std::to_string(balance.year) + " " + balance.account + " " +
                 to_decimal_kronor(balance.amount);
        for (const ObjectRef& object : balance.objects) {
            lines += " " + object.dimension + ":" + object.code;
        }
        lines += balance.period ? " " + to_iso(*balance.period) : "";
        lines += "\n";
    }
    return lines;
}

} // namespace finsam::sie
