#pragma once
// Newer SIE files into a workbook that is filled already: which books it then has, and what changes.

#include "bridge/report/statement.hpp"

#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace finsam {

/// The years that the new files are of, and all else as it was: a workbook of two years of which one gets a newer file
/// keeps the other. The error is a Swedish sentence: the files are of another förbund, or not of the report's years.
/// The förbund is known by its organisation number; where one lacks that by its name, unless that was typed on Indata.
[[nodiscard]] tl::expected<Books, std::string> updated_books(const Books& before, const Books& fresh,
                                                             bool name_was_typed = false);

/// A voucher as people know it.
struct ChangedVoucher {
    std::string name; ///< "A 12 2024-01-02"
    std::string text;
    std::size_t rows = 0;
};

struct ChangedFigure {
    std::string table, row, column; ///< as printed
    Value before, after;            ///< with the stable sign
    ValueKind kind = ValueKind::amount;
};

struct BooksChanges {
    std::vector<ChangedVoucher> vouchers_added, vouchers_removed, vouchers_changed;
    std::vector<std::string> accounts_new; ///< "4010 Köp": have an amount now and had none before
    std::vector<std::string> accounts_gone;
    std::vector<std::string> accounts_unmapped; ///< of what is new: the map does not take them
    std::vector<ChangedFigure> figures;
    std::vector<std::string> checks_failing; ///< that held or were not applicable before

    [[nodiscard]] bool nothing() const noexcept;
};

/// Vouchers are the same by year, series and number, and changed when a day, an account, an object or an amount of
/// theirs is. Those without a number are told apart by what they hold.
[[nodiscard]] BooksChanges changes_between(const Books& before, const Report& report_before, const Books& after,
                                           const Report& report_after);

/// For a window: counts first, then each change, at most `most` of a kind. `english` for the headings.
[[nodiscard]] std::string changes_text(const BooksChanges& changes, bool english, std::size_t most = 200);

} // namespace finsam
