#pragma once
// The statement engine: a layout, an account map, the books and what people typed give the report's tables.

#include "bridge/ledger/books.hpp"
#include "bridge/report/account_map.hpp"
#include "bridge/report/layout.hpp"
#include "bridge/report/report_years.hpp"
#include "bridge/report/typed_input.hpp"

#include <string>
#include <variant>
#include <vector>

namespace finsam {

/// Nothing (the files cannot give it), an amount in öre with the stable sign, or a share or count.
using Value = std::variant<std::monostate, Ore, double>;

struct ReportRow {
    const Row* rule = nullptr;   ///< nullptr in tables of kind insatser
    std::string key, text, note; ///< the last row of insatser is the sum, also when an insats is coded `summa`
    ValueKind value = ValueKind::amount;
    Emphasis emphasis = Emphasis::normal;
    std::vector<Value> values;
    bool is_insats = false;            ///< a line of one insats or label: the key is its code, whatever the code is
    std::vector<std::string> texts;    ///< of slag texter: what stands in each column
    bool is_part = false;              ///< of a line above, printed in parentheses and not summed
    std::vector<std::string> accounts; ///< that have a balance and are summed here, directly or through terms
};

struct ReportTable {
    const Table* rule = nullptr;
    std::string key, title;
    std::vector<std::string> columns;  ///< headers: "2024", "2023"; for insatser the stable names intakt, kostnad ...
    std::vector<std::string> headings; ///< of insatser as printed: "Intäkt 2024"; else empty
    std::vector<ReportRow> rows;

    [[nodiscard]] const ReportRow* find(std::string_view key) const noexcept;
};

/// `rounding`: the sides differ by no more than the rounding of figures in them explains (`CheckResult::tolerance`).
enum class CheckState { ok, rounding, failed, not_applicable };
/// "stämmer", "avrundning", "fel", "ej tillämplig".
[[nodiscard]] std::string_view swedish_name(CheckState state) noexcept;

struct CheckResult {
    std::string key, text, rule;
    std::string year; ///< "2024", "" when it concerns all
    CheckState state = CheckState::not_applicable;
    Value left, right;
    Ore tolerance{};    ///< 0 but where figures are typed from reports in rounded units
    std::string detail; ///< Swedish: accounts or vouchers concerned, "" when none
};

struct Report {
    std::string title; ///< see `document_title`
    std::vector<ReportTable> tables;
    std::vector<CheckResult> checks;
    /// Accounts with a balance that the map does not take: errors that name the account.
    std::vector<std::string> unmapped;

    [[nodiscard]] const ReportTable* find(std::string_view key) const noexcept;
    [[nodiscard]] bool all_checks_hold() const noexcept;
};

/// "Årsredovisning 2024", "Delårsrapport 2024-08-31", "Budget och verksamhetsplan 2025".
[[nodiscard]] std::string document_title(DocumentKind kind, const Books& books);

/// The layout and the books must outlive the report.
[[nodiscard]] Report evaluate(const Layout& layout, const AccountMap& map, const Books& books, const TypedInput& typed);

/// A value as the layout prints it: the row's print sign and, for credit rows, the credit sign (+1 or -1).
[[nodiscard]] Value printed(const Value& value, const Row& row, const Column& column, int credit_sign) noexcept;

/// The same for column `i` of any row of a table, also one of insatser.
[[nodiscard]] Value printed(const ReportTable& table, const ReportRow& row, std::size_t i, int credit_sign) noexcept;

/// Header of a column with {ar}, {slut}, {period} filled in; "" for a year that neither books nor typed figures know.
[[nodiscard]] std::string column_header(const Column& column, const ReportYear& year);

} // namespace finsam
