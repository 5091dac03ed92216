#pragma once
// A published table: as it was handed over (`RawTable`), and as it was understood (`ReviewTable`).

#include "bridge/review/printed_figure.hpp"
#include "bridge/review/vocabulary.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace finsam::review {

/// The cells of a document that a table was read from, from 0; nothing of tables from text files.
struct Origin {
    std::string sheet;
    std::vector<std::size_t> rows{}, columns{};
};

struct SheetPlace {
    std::string sheet;
    std::size_t row = 0, column = 0;
};

/// Texts in rows and columns; the first row is the header, the first column the row labels.
struct RawTable {
    std::string name;  ///< how findings call it: the file without its ending, or the sheet
    std::string title; ///< above the table, perhaps with its unit; "" where there is none
    std::vector<std::vector<std::string>> rows;
    Origin origin{};
};

/// What could not be understood, and why.
struct Uninterpreted {
    std::string table, row, column, text, why;
};

enum class ColumnRole {
    outcome, ///< a year's figures; of driftredovisning the net
    opening, ///< ingående balans: the outcome of the year before
    change,  ///< utgående - ingående
    income,  ///< driftredovisning: intäkt
    cost,    ///< driftredovisning: kostnad
    budget,
    deviation, ///< utfall - budget
    granted,   ///< beviljade medel
    used,      ///< förbrukade medel
    unused,    ///< ej förbrukade medel
    other,     ///< figures of no known kind
};

struct ReviewColumn {
    std::string header;
    ColumnRole role = ColumnRole::other;
    std::optional<int> year;
};

struct ReviewCell {
    std::string text; ///< as printed; "" where the table lacks it
    std::optional<PrintedFigure> figure;
};

struct ReviewRow {
    std::string label;
    std::vector<Words> forms{}; ///< label_forms of the label, which many rows are compared with
    bool is_sum = false;        ///< called so
    std::string key;            ///< stable name within the table's kind; "" where the label is the förbund's own
    RowClass row_class = RowClass::plain;
    bool is_part = false;    ///< "varav": counted in the row above
    bool has_figure = false; ///< false: a heading
    std::vector<ReviewCell> cells;
};

struct ReviewTable {
    std::string name, title;
    /// "resultatrakning", "balansrakning", "kassaflodesanalys", "balanskrav", "oversikt", "driftredovisning",
    /// "drift_sammandrag", "insatser" (utfall, budget, avvikelse), "anslag" (beviljade, förbrukade), "ar" (a row per
    /// year), "not_finansiering" or "not".
    std::string kind;
    std::vector<ReviewColumn> columns;
    std::vector<ReviewRow> rows;
    std::optional<Unit> stated_unit; ///< what the table says itself
    Unit unit = Unit::kr;            ///< what it is taken for; kr also with öre
    int usual_decimals = 0;          ///< of the figures that are not zero
    int cost_sign = 1;               ///< -1: costs are printed positive
    int credit_sign = 1;             ///< -1: equity and liabilities are printed negative
    int deviation_sign = 1;          ///< -1: avvikelse is printed as budget - utfall
    int cost_deviation_sign = 1;     ///< the same of rows of costs, of the figures as they are printed
    bool is_last_year = false;       ///< of the report that this one is compared with
    Origin origin{};                 ///< of `rows` and `columns`

    [[nodiscard]] const ReviewRow* find(std::string_view key) const noexcept;
    [[nodiscard]] std::optional<std::size_t> index_of(std::string_view key) const noexcept;
};

} // namespace finsam::review
