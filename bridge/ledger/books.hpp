#pragma once
// What a report needs to know of one förbund's bookkeeping: plain values, no database. The ledger makes it, the
// statement engine and the workbook read it. All amounts in öre with SIE's sign: debit +, credit -.
//
// The magnitudes of all amounts in a `Books` sum to at most `largest_books`, else the ledger gives none. So a sum over
// any choice of them, each taken up to 900 times and with any sign, fits in 64 bits, and plain operators are safe.

#include "parsers/date.hpp"
#include "parsers/ore.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace finsam {

/// 10^14 kronor, which no real books come near. 64 bits hold 922 times as much.
inline constexpr Ore largest_books = Ore::from_kronor(100'000'000'000'000);

/// Account number (text, compared as text) to amount.
using AccountAmounts = std::map<std::string, Ore, std::less<>>;

struct ObjectAmount {
    std::string object; ///< code in the chosen dimension; "" = the part of the account that no object carries
    std::string account;
    Ore amount;
};

/// Where a year's closing balances come from.
enum class ClosingSource : std::uint8_t {
    none,
    closing,      ///< #UB of the year (or IB + transactions where a file has no UB)
    next_opening, ///< #IB of the year after: the year's result is then already inside equity
};

/// One fiscal year. A map that is absent (nullopt) was not in the imported files; an account that a present map lacks
/// has zero.
struct YearBooks {
    Date from, to;
    /// The figures are those until this day, and `budget` is still that of the whole year. Absent: the whole year.
    std::optional<Date> period_end;
    std::optional<AccountAmounts> opening; ///< #IB
    std::optional<AccountAmounts> closing; ///< #UB; see closing_source
    ClosingSource closing_source = ClosingSource::none;
    /// #RES: every account of class 3-8, 89xx too; where the year's own file has none, the sum of its #TRANS.
    std::optional<AccountAmounts> result;
    /// What #TRANS moved, in a file that has the year's balances too; absent where it has no vouchers.
    std::optional<AccountAmounts> movement;
    std::optional<AccountAmounts> budget; ///< #PBUDGET summed over the year, totals or else the sum of objects
    /// The part of `budget` until `period_end`, where #PBUDGET has periods that tell it.
    std::optional<AccountAmounts> period_budget;
    /// Result accounts by object of the insats dimension, remainder with object "" so that the sum per account is
    /// `result`. Absent when the year has neither #PSALDO with objects nor #TRANS.
    std::optional<std::vector<ObjectAmount>> objects;
    std::optional<std::vector<ObjectAmount>> object_budget;

    /// Last day that the figures cover.
    [[nodiscard]] Date until() const noexcept { return period_end.value_or(to); }
};

struct ImportedFile {
    std::string file_name; ///< without folder
    std::string sha256;    ///< hex
    std::string program;   ///< name and version
    std::optional<Date> generated;
    std::string read_at; ///< ISO 8601, UTC
    int sie_type = 0;
    int fiscal_year = 0; ///< calendar year in which year 0 of the file ends
    std::string encoding, ksumma;
    std::string signature; ///< state of a SIE 5 file's XML signature; "" of SIE 1-4 and in ledgers before version 6
    std::uint64_t vouchers = 0, transactions = 0;
    std::uint64_t refused_vouchers = 0; ///< not in the books: they do not balance, or have an error in a row
    std::uint64_t errors = 0;           ///< diagnostics of severity error when it was read; 0 in ledgers of version 1
};

struct DimensionInfo {
    std::string number, name;
};

/// One row of a voucher as the workbook's sheet `Verifikationer` shows it. Only rows that count (#TRANS).
struct VoucherRow {
    std::string series, number;
    Date date;
    std::string text; ///< the row's text, else the voucher's
    std::string account;
    std::string object; ///< in the chosen insats dimension, "" when none
    Ore amount;
    std::string file_name;
    std::uint64_t line = 0; ///< line of #TRANS in that file
};

struct Books {
    std::string company_name;
    std::string organisation_number;
    std::string chart_type;       ///< #KPTYP of the report year's file, "" when it has none
    std::vector<YearBooks> years; ///< [0] the report year, then one year back at a time; never with a gap
    /// Of books until a day: the same period of the year before. Absent where the files cannot give it; `notes` says
    /// why.
    std::optional<YearBooks> same_period;
    std::vector<std::string> notes; ///< Swedish: what was asked for and could not be given
    std::map<std::string, std::string, std::less<>> account_names;
    std::vector<DimensionInfo> dimensions;
    std::string insats_dimension; ///< number; "" when none was found or chosen
    std::map<std::string, std::string, std::less<>> insats_names;
    std::vector<ImportedFile> imports;
    std::vector<VoucherRow> vouchers; ///< report year and the year before, in file order; filled on request
};

} // namespace finsam
