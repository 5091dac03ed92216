#pragma once
// Where a figure of the report comes from: row -> the rows it is made of -> accounts -> vouchers -> lines of SIE files.
// The same answer for the command `spara` and for Visa underlag in the workbook.

#include "bridge/report/statement.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace finsam {

/// A balance behind a row. Amounts in SIE's sign: debit +, credit -.
struct TracedAccount {
    std::string account, name;
    std::string balance;     ///< which of its balances: "Resultat 2024", "UB 2024-12-31", "Budget 2024"
    std::string insats;      ///< code, where only the part of one insats counts; else ""
    bool not_spread = false; ///< only the part that no insats carries counts
    Ore amount;
    const MapRow* map_row = nullptr;         ///< the range that gives the account to the row
    std::optional<Ore> opening;              ///< of a closing balance, where the books have it
    std::vector<const VoucherRow*> vouchers; ///< of the account (and insats) in the balance's year, in the books' order
    /// What neither opening nor vouchers explain; nothing for a budget and for a year whose vouchers were not read.
    std::optional<Ore> unexplained;
};

/// One figure and what it is made of: either parts or accounts, or what was typed.
struct Trace {
    std::string table, row; ///< keys
    std::string table_title, text;
    std::string column; ///< heading
    int sign = 1;       ///< in the figure above; 0 where that is no sum (a share, a guideline)
    ValueKind kind = ValueKind::amount;
    Value value;          ///< with the stable sign (income +, cost -, see statement.hpp)
    int account_sign = 1; ///< from the accounts' amounts to `value`
    std::string rule;     ///< in words, Swedish: "Summan av Verksamhetens intäkter + Avskrivningar"
    std::string source;   ///< what requires it: "LKBR 5 kap.", "" when the layout names nothing
    std::vector<Trace> parts;
    std::vector<TracedAccount> accounts;
};

/// A check of the layout that the figure's row takes part in.
struct TracedCheck {
    std::string text, rule, year;
    CheckState state = CheckState::not_applicable;
};

/// A figure of the report: `row` as in ReportTable (a list's line "driftbidrag.3011", an insats' code).
struct TraceQuery {
    std::string table, row;
    std::size_t column = 0;
};

/// Traces any number of figures of one report: books and map are sorted once. What it is given outlives it and the
/// traces, which point into books and map.
class FigureTracer {
public:
    /// `report` is what `evaluate` makes of the others.
    FigureTracer(const Layout& layout, const AccountMap& map, const Books& books, const TypedInput& typed,
                 const Report& report);
    FigureTracer(const FigureTracer&) = delete;
    FigureTracer& operator=(const FigureTracer&) = delete;
    ~FigureTracer();

    /// The error is a Swedish sentence that says what does not exist.
    [[nodiscard]] tl::expected<Trace, std::string> trace(const TraceQuery& query);

private:
    class Work;
    std::unique_ptr<Work> work_;
};

/// One figure, with a report evaluated for it.
[[nodiscard]] tl::expected<Trace, std::string> trace(const Layout& layout, const AccountMap& map, const Books& books,
                                                     const TypedInput& typed, const TraceQuery& query);

[[nodiscard]] std::vector<TracedCheck> checks_of(const Layout& layout, const Report& report, const TraceQuery& query);

/// The file that a voucher's row was read from; nullptr when the books do not tell.
[[nodiscard]] const ImportedFile* file_of(const Books& books, const VoucherRow& voucher) noexcept;

/// Rows that people may mean by "arets_resultat", "balansrakning.arets_resultat" or a row's text, in the report's
/// order. A table and row that are named in full are meant alone.
[[nodiscard]] std::vector<TraceQuery> find_rows(const Report& report, std::string_view wanted);
/// A heading or a line of typed texts may be meant: it has no figure.
[[nodiscard]] bool has_text_row(const Report& report, std::string_view wanted);

} // namespace finsam
