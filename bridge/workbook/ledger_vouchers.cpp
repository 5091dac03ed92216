#include "bridge/workbook/ledger_vouchers.hpp"

#include "bridge/ledger/ledger.hpp"
#include "bridge/report/trace.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace finsam {
namespace {

using Sums = std::set<std::string, std::less<>>;

Sums sums_of(const Books& books) {
    Sums sums;
    for (const ImportedFile& file : books.imports) {
        sums.insert(file.sha256);
    }
    return sums;
}

/// The same year, förbund and insatser. An organisation number goes before a name, which people may type anew.
BooksQuery query_for(const Books& books) {
    BooksQuery query;
    query.year = books.years.front().to.year;
    if (!books.organisation_number.empty()) {
        query.company = books.organisation_number;
    } else if (!books.company_name.empty()) {
        query.company = books.company_name;
    }
    if (!books.insats_dimension.empty()) {
        query.dimension = books.insats_dimension;
    }
    return query;
}

/// Rows of files that the workbook was not made of (a newer file of the year before) are not its vouchers.
std::vector<VoucherRow> rows_of_same_files(const Books& from, const Sums& wanted) {
    std::vector<VoucherRow> rows;
    std::ranges::copy_if(from.vouchers, std::back_inserter(rows), [&](const VoucherRow& row) {
        const ImportedFile* file = file_of(from, row);
        return file != nullptr && wanted.contains(file->sha256);
    });
    return rows;
}

} // namespace

tl::expected<LedgerVouchers, std::string> vouchers_from(std::span<const std::filesystem::path> ledgers,
                                                        const Books& books) {
    if (books.years.empty() || books.imports.empty()) {
        return tl::unexpected(std::string("Arbetsboken säger inte vilka SIE-filer den är gjord av."));
    }
    const Sums wanted = sums_of(books);
    BooksQuery query = query_for(books);
    for (const std::filesystem::path& path : ledgers) {
        const auto ledger = Ledger::open_existing(path);
        query.with_vouchers = false;
        const auto without = ledger ? ledger->books(query) : tl::unexpected(ledger.error());
        if (!without || !std::ranges::includes(sums_of(*without), wanted)) {
            continue;
        }
        query.with_vouchers = true;
        if (const auto all = ledger->books(query)) {
            return LedgerVouchers{path, rows_of_same_files(*all, wanted)};
        }
    }
    return tl::unexpected(
        fmt::format("Arbetsboken har inga verifikationer, och ingen av dina huvudböcker har alla dess "
                    "SIE-filer ({}). Lägg till huvudboken eller läs in filerna i en med Finsam > "
                    "Huvudböcker.",
                    books.imports.front().file_name + (books.imports.size() > 1 ? " med flera" : "")));
}

} // namespace finsam
