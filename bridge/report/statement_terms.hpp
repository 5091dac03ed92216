#pragma once
// Values of a layout's rows. Only for the engine (statement_*.cpp).

#include "bridge/report/report_years.hpp"
#include "bridge/report/statement.hpp"
#include "bridge/report/statement_accounts.hpp"

#include <map>
#include <set>
#include <string>
#include <tuple>

namespace finsam::statement {

/// A value and the accounts with a balance behind it.
struct Cell {
    Value value;
    std::set<std::string> accounts;
    Ore slack{}; ///< how far rounding may have moved it: of figures typed from earlier reports, see `typed_slack`
};

/// Half of the unit that a figure copied from an earlier report is told in: a whole thousand is taken for tkr, whole
/// kronor for kr, and one with öre is exact. Zero says nothing of its unit and is taken as exact.
[[nodiscard]] Ore typed_slack(Ore typed) noexcept;

/// Sum or difference; nothing when either is nothing, is no amount, or the sum does not fit.
[[nodiscard]] Value add(const Value& a, int sign, const Value& b) noexcept;

/// nullptr when the layout has no such field.
[[nodiscard]] const InputField* find_input(const Layout& layout, const std::string& key) noexcept;

class Evaluator {
public:
    Evaluator(const Layout& layout, const AccountMap& map, const Books& books, const TypedInput& typed);

    /// Value of a row in a column's kind, `year` 0 or negative. A value that neither books nor people give is nothing,
    /// and so is every sum that needs it.
    const Cell& cell(const Table& table, const Row& row, ColumnKind kind, int year);
    /// Amount of one account on an `account_list` row.
    Value of_account(const Row& row, const std::string& account, ColumnKind kind, int year) const;
    /// Outcome of an `account_list` row by insats, zero sums too; "" is what no insats carries. Nothing when the books
    /// lack the year's result.
    std::optional<std::map<std::string, Sum>> by_insats(const Row& row, int year) const;
    /// Contribution of one member on a `members` or `member_list` row; nothing when neither books nor people give it.
    Value of_member(const Row& row, const Member& member, int year) const;
    /// The same in a column of any kind that rows of members have.
    Value of_member(const Row& row, const Member& member, ColumnKind kind, int year) const;
    /// Of a `carried` row of the whole: what the years up to and including `origin` years before `year` had left to
    /// restore when it began, surpluses restoring the oldest first; zero or negative.
    Value left_since(const Table& table, const Row& whole, int origin, int year);

    /// What was typed for the row under one of its keys, with the stable sign; nothing when nothing was.
    Value typed_value(const Row& row, const std::string& key, int year) const;
    /// The accounts that an `accounts` row of any kind but equity sums in a column; nullptr when the books lack them.
    [[nodiscard]] const AccountsByKey* source(const Row& row, ColumnKind kind, int year) const noexcept;

    /// nullptr when the books lack the year.
    [[nodiscard]] const YearAccounts* year(int year) const noexcept;
    /// Typed: where no forecast is typed, it is the outcome of the period and what the budget has left after it.
    [[nodiscard]] bool forecasts_from_budget(int year) const;
    /// What books and people say of a column's year.
    [[nodiscard]] ReportYear report_year(int year) const;
    [[nodiscard]] const Books& books() const noexcept { return books_; }
    [[nodiscard]] const TypedInput& typed() const noexcept { return typed_; }
    [[nodiscard]] const Layout& layout() const noexcept { return layout_; }
    [[nodiscard]] const AccountMap& map() const noexcept { return map_; }

private:
    Cell evaluate(const Table& table, const Row& row, ColumnKind kind, int year);
    Cell opening(const Table& table, const Row& row, int year);
    Cell members_row(const Row& row, ColumnKind kind, int year) const;
    Cell change(const Table& table, const Row& row, int year);
    Cell forecast(const Table& table, const Row& row, int year);
    Cell rest_of_budget(const Table& table, const Row& row, int year);
    Cell difference(const Table& table, const Row& row, int year, ColumnKind of, ColumnKind from);
    Cell by_kind(const Table& table, const Row& row, ColumnKind kind, int year);
    Cell accounts_row(const Row& row, ColumnKind kind, int year);
    Cell equity_row(const Row& row, int year);
    Cell typed_budget(const Row& row) const;
    Cell terms(const Table& table, const Row& row, ColumnKind kind, int year);
    Cell carried(const Table& table, const Row& row, ColumnKind kind, int year);
    [[nodiscard]] Value calculated(const Row& row, const Member& member, int year) const;
    Cell guideline(const Table& table, const Row& row, ColumnKind kind, int year);
    [[nodiscard]] double typed_step(const std::string& key, int year) const;
    Cell figure(const Table& table, const Row& row, ColumnKind kind, int year);

    const Layout& layout_;
    const AccountMap& map_;
    const Books& books_;
    const TypedInput& typed_;
    std::vector<YearAccounts> years_;
    std::optional<YearAccounts> same_period_;
    std::map<std::tuple<const Row*, ColumnKind, int>, Cell> known_;
};

} // namespace finsam::statement
