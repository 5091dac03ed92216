#pragma once
// The ledgers that a user works with: what each holds, and reading files into one.

#include "bridge/ledger/ledger.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace finsam {

/// A year of a ledger, or a ledger without years.
struct KnownYear {
    std::filesystem::path ledger;
    LedgerYear year;     ///< `to` is "" when the ledger has none
    std::string problem; ///< why the ledger cannot be read, in Swedish; else ""

    [[nodiscard]] bool has_books() const noexcept { return !year.to.empty(); }
    /// The books of the year and its förbund.
    [[nodiscard]] BooksQuery query() const;
};

/// Every year of each, in their order; a ledger that cannot be read or is empty is one line.
[[nodiscard]] std::vector<KnownYear> known_years(std::span<const std::filesystem::path> ledgers);

/// Makes a new, empty ledger. The error is a Swedish sentence; "" when it is there.
[[nodiscard]] std::string make_ledger(const std::filesystem::path& ledger);

struct LedgerImport {
    std::vector<std::string> lines; ///< a Swedish sentence for each file
    bool all_read = true;
};

/// Reads the files one by one: each whole or not at all. `go_on` is told of all of them, before each and within it.
[[nodiscard]] LedgerImport import_into(const std::filesystem::path& ledger,
                                       std::span<const std::filesystem::path> files, const ImportGoOn& go_on);

} // namespace finsam
