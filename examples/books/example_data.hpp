#pragma once
// What the example books are made from: the published totals of one förbund, how they are spread on invented accounts
// and insatser, and which costs are accrued. Amounts carry SIE's sign (debit +) once they are read.

#include "parsers/ore.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace finsam::example {

/// Columns of the data files. The budget is 2024's.
enum class Figure { y2024, y2023, y2022, budget };
inline constexpr std::size_t figure_count = 4;
[[nodiscard]] constexpr std::size_t index(Figure figure) noexcept {
    return static_cast<std::size_t>(figure);
}
[[nodiscard]] Figure figure_of_year(int year) noexcept;

/// The CSV files as text; see the folder insjoriket.
struct ExampleTables {
    std::string_view published, accounts, objects, shares, accruals;
};
[[nodiscard]] ExampleTables insjoriket_tables() noexcept;

/// A published figure, with the sign it is printed with in the notes; nothing where none is published.
struct PublishedRow {
    std::string table, text;
    std::array<std::optional<Ore>, figure_count> figures;
};

struct PlannedAccount {
    std::string number, name;
    std::string table, row; ///< the published row that the account belongs to
    std::string inside;     ///< a second row of the same kind that holds the first (revision inside övriga kostnader)
    std::array<Ore, figure_count> figures; ///< closing balance or result of the year, SIE's sign
    int invoices = 0;                      ///< supplier invoices a year and insats; 0 = booked otherwise
    int vat_percent = 0;
    bool even = false; ///< all invoices of a year are alike
    std::vector<std::string> texts;

    [[nodiscard]] Ore at(int year) const noexcept { return figures[index(figure_of_year(year))]; }
};

struct PlannedObject {
    std::string dimension, code, name;
    std::string ansvar; ///< of an insats
};

struct Share {
    std::string account, insats;
    std::array<int, figure_count> percent{};
};

/// A cost accrued or prepaid at the year's end: the balance account's debit (+) or credit (-) against the cost.
struct Accrual {
    std::string balance_account, account, insats, text;
    std::array<Ore, figure_count> figures;
    [[nodiscard]] Ore at(int year) const noexcept { return figures[index(figure_of_year(year))]; }
};

struct InsatsAmount {
    std::string insats;
    Ore amount;
};

struct ExampleData {
    std::vector<PublishedRow> published;
    std::vector<PlannedAccount> accounts;
    std::vector<PlannedObject> objects;
    std::vector<Share> shares;
    std::vector<Accrual> accruals;

    /// Reads the tables and works out every "rest". The error is a Swedish sentence with file and line.
    [[nodiscard]] static tl::expected<ExampleData, std::string> read(const ExampleTables& tables);

    /// The account must be planned.
    [[nodiscard]] const PlannedAccount& account(std::string_view number) const noexcept;
    [[nodiscard]] const PublishedRow* find_published(std::string_view table, std::string_view text) const noexcept;
    [[nodiscard]] const PlannedObject* find_object(std::string_view dimension, std::string_view code) const noexcept;
    /// `amount` on the account's insatser; one part without insats when none is planned. The parts sum to `amount`.
    [[nodiscard]] std::vector<InsatsAmount> spread(std::string_view number, Ore amount, Figure by) const;
};

inline constexpr std::string_view ansvar_dimension = "20";
inline constexpr std::string_view insats_dimension = "21";

[[nodiscard]] constexpr bool is_balance_account(std::string_view number) noexcept {
    return number.front() == '1' || number.front() == '2';
}
/// +1 for accounts whose figures are debits in the data files (assets, costs), -1 for the others.
[[nodiscard]] int sie_sign(std::string_view number) noexcept;

} // namespace finsam::example
