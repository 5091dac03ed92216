#pragma once
// Small SIE 5 files as text. The förbund and its figures are invented.

#include "parsers/sie5_reader.hpp"
#include "tests/parsers/reading_outcome.hpp"

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
