#pragma once
// The example files, made in memory and read back by the project's own reader.

#include "examples/books/sie_export.hpp"
#include "parsers/sie_document.hpp"

#include <ostream>
#include <string>

namespace finsam {

/// Readable failures: kronor, not bytes.
inline void PrintTo(Ore amount, std::ostream* out) {
    *out << to_decimal_kronor(amount) << " kr";
}

} // namespace finsam

namespace finsam::example {

/// Bytes of insjoriket-<year>.se; "" when the program refuses.
inline const std::string& bytes_of(int year) {
    static const auto files = insjoriket_files();
    static const std::string none;
    if (!files)
        return none;
    for (const ExampleFile& file : *files)
        if (file.name == "insjoriket-" + std::to_string(year) + ".se")
            return file.bytes;
    return none;
}

inline const sie::Document& document_of(int year) {
    static const sie::Document newer = sie::read_document(std::string_view(bytes_of(2024)));
    static const sie::Document older = sie::read_document(std::string_view(bytes_of(2023)));
    return year == 2024 ? newer : older;
}

/// Account to amount, of one label and year number; totals only.
inline std::map<std::string, Ore> amounts(const sie::Document& document, sie::BalanceKind kind, int year) {
    std::map<std::string, Ore> found;
    for (const sie::Balance& balance : document.balances)
        if (balance.kind == kind && balance.year == year && balance.objects.empty())
            found[balance.account] += balance.amount;
    return found;
}

/// Sum of the accounts from `from` up to and with those that begin with `to`.
inline Ore sum_of(const std::map<std::string, Ore>& amounts, std::string_view from, std::string_view to) {
    Ore sum;
    for (const auto& [account, amount] : amounts)
        if (account >= from && account.substr(0, to.size()) <= to)
            sum += amount;
    return sum;
}

} // namespace finsam::example
