#pragma once
// Layouts (uppställningar): the one definition of each table of a report shape. The statement engine evaluates it and
// the template builder turns the same rows into Calc formulas.

#include "parsers/swedish_format.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace finsam {

struct Row;
/// A row that stands for lines which the books or people decide.
[[nodiscard]] bool is_list(const Row& row) noexcept;

/// A row of this or another table, perhaps of an earlier year, with a sign: "-balansrakning.kassa_bank@-1".
struct Term {
    int sign = 1;
    std::string table; ///< "" = the same table
    std::string row;
    int year = 0; ///< added to the column's year: 0 or negative
};

/// What is made of a layout. Each table says in which of them it stands and with which columns.
enum class DocumentKind {
    annual,  ///< arsredovisning
    interim, ///< delarsrapport, RKR R17: the report year until a day
    budget,  ///< budget och verksamhetsplan: the report year is one to come
};
/// "Årsredovisning", "Delårsrapport", "Budget och verksamhetsplan".
[[nodiscard]] std::string_view swedish_name(DocumentKind kind) noexcept;

/// "arsredovisning", "delarsrapport", "budget"; nothing for another word.
[[nodiscard]] std::optional<DocumentKind> document_kind(std::string_view name) noexcept;
[[nodiscard]] std::string document_key(DocumentKind kind);

/// Column year of the same period a year before, in a delårsrapport.
inline constexpr int same_period_year = -100;
/// The year some years (0 or negative) from a column's year. Before a period of last year lies the whole year before
/// it.
[[nodiscard]] constexpr int year_from(int column_year, int years) noexcept {
    return column_year == same_period_year && years != 0 ? years - 1 : column_year + years;
}

/// Which balances an `accounts` row sums. Amounts arrive with SIE's sign and are multiplied by `Row::sie_sign`.
enum class Measure { result, closing };
/// By which column of the account map.
enum class MapColumn { row, note_row, extra };
/// What an account list has a line for.
enum class ListBy { account, insats };

enum class RowKind {
    heading,      ///< rubrik: text only
    accounts,     ///< konton: the accounts that the map gives to `map_keys`
    account_list, ///< lista: the same, a line for each account that is not zero in some shown column
    sum,          ///< summa: the sum of `terms`
    input,        ///< indata: a typed figure (`input_key`); untyped amounts are zero, untyped counts and shares nothing
    soliditet,    ///< SOLIDITET(terms[0]; terms[1]; [terms[2]])
    balanskrav,   ///< BALANSKRAV(terms[0..7])
    guideline,    ///< riktvarde: ek_riktvarde(terms[0]) with the steps typed under `step_keys`
    carried,      ///< underskott: what earlier years left to restore when the year began, see statement_carried.cpp
    share,        ///< andel: terms[0] / terms[1]; nothing when terms[1] is zero
    members,      ///< medlemmar: what the members of `member_group` pay together
    member_list,  ///< medlemslista: the same, a line for each member
};

/// The oldest `Row::origin`, which takes what still older years left too: a deficit is to be restored within three
/// years.
inline constexpr int oldest_origin = -4;

enum class ValueKind { amount, share, count };
enum class Emphasis { normal, subtotal, total };

struct Row {
    std::string key; ///< stable name; "" for headings
    std::string text;
    RowKind kind = RowKind::heading;
    std::string note; ///< note number as printed, "" when none
    ValueKind value = ValueKind::amount;
    Emphasis emphasis = Emphasis::normal;
    Measure measure = Measure::result;
    MapColumn map_column = MapColumn::row;
    std::vector<std::string> map_keys;
    int sie_sign = -1; ///< +1 for assets, -1 for income, cost, equity and liabilities: gives the stable sign
    std::vector<Term> terms;
    std::vector<std::string> step_keys; ///< of guideline: limit, share, limit, share ... share; all have a default
    int origin = 0;                     ///< of carried: 0 the whole, else the part that this year before it left
    std::string forecast_key;           ///< the typed figure that a forecast column shows
    std::string input_key;          ///< also of other kinds: the typed figure that stands in when the books give none
    bool input_first = false;       ///< the typed figure goes before the books' (an override of what accounts propose)
    int print_sign = 1;             ///< -1: printed with the opposite of the stable sign (costs in a note)
    bool credit_side = false;       ///< printed negative when the layout's credit sign is negative
    int decimals = 0;               ///< of shares
    std::optional<AmountForm> form; ///< of amounts, when not as the column and the table
    bool before_insatser = false;   ///< in tables of slag insatser: stands before the insatser, not after them
    bool hide_when_empty = false;   ///< reserved for rows that vanish from print when zero in every column
    bool hidden = false;            ///< never printed: a figure that other rows and checks need, and a key in the JSON
    ListBy list_by = ListBy::account;
    std::string member_group;   ///< see members.hpp
    bool shows_account = false; ///< lines of an account list begin with the number
};

enum class ColumnKind {
    outcome,
    budget,
    deviation,          ///< outcome - budget
    period_budget,      ///< periodbudget: the part of the budget until the period's end
    forecast,           ///< prognos: what the whole year is expected to be, typed
    forecast_deviation, ///< prognosavvikelse: forecast - budget of the whole year
    opening,    ///< what the row was when the year began; of the year's own flows nothing, which a sum takes as zero
    change,     ///< outcome - opening; of a flow the flow itself
    income,     ///< intakt: only in tables of slag insatser, where the outcome is the net
    cost,       ///< kostnad: the same
    calculated, ///< fordelning: what the members would pay by law and population, see member_shares.hpp
    from_calculated ///< avvikelse_fordelning: outcome - calculated
};
/// Good when positive, whatever the row's sign in print: never printed with another sign.
[[nodiscard]] constexpr bool is_deviation(ColumnKind kind) noexcept {
    return kind == ColumnKind::deviation || kind == ColumnKind::forecast_deviation ||
           kind == ColumnKind::from_calculated;
}

struct Column {
    ColumnKind kind = ColumnKind::outcome;
    int year = 0; ///< 0 the report year, -1 the year before, or `same_period_year`
    /// With {ar}, {borjan}, {slut}, {period} replaced by "2024", "2024-01-01", "2024-12-31", "2024-01-01–2024-12-31".
    std::string header;
    std::optional<AmountForm> form{}; ///< when not as the table
    int print_sign = 1;               ///< -1, in tables of slag insatser: printed with the opposite of the stable sign
};

enum class TableKind {
    rows,     ///< rows and columns as listed
    texts,    ///< texter: lines that people write, a text in each column (mål och måluppfyllelse)
    insatser, ///< driftredovisning: a row per insats and `summa`; income, cost, net, budget, deviation
};

/// `InsatsTable::area` of every insats that has an område, whichever.
inline constexpr std::string_view any_area = "*";

/// What a table of slag insatser shows. Which insatser there are, in what order, and their område, label and part stand
/// in the insats list that people type (`TypedInput::insatser`).
struct InsatsTable {
    std::string area;                        ///< omrade: only insatser of it, `any_area`, or "" for all
    bool subtotals = false;                  ///< delsummor: a line after the last insats of each område
    std::string subtotal_text = "{omrade}";  ///< delsummatext
    bool by_label = false;                   ///< etiketter: insatser with the same label are one line
    std::string sum_text = "Summa";          ///< summatext
    std::vector<std::string> map_keys;       ///< kartnycklar: only accounts that the map gives these rows; none: all
    std::vector<std::string> part_note_rows; ///< varav: note rows of the costs that a part line shows
};

struct Table {
    std::string key;
    std::string title;
    std::string sheet;  ///< workbook sheet; tables of one sheet stand in the layout's order
    std::string number; ///< note number, "" for others
    TableKind kind = TableKind::rows;
    AmountForm form; ///< of amounts, where neither row nor column says otherwise
    std::vector<Column> columns;
    std::vector<Row> rows; ///< of slag insatser: accounts that no insats carries, before or after the insatser
    InsatsTable insatser;  ///< of slag insatser
    int text_lines = 0;    ///< of slag texter: lines that the workbook has for them
    std::string remark;    ///< printed under the table, see `remark_text`
    bool hidden = false;   ///< never printed: other tables and checks need its figures
    std::string source;    ///< kalla: what requires the table, "LKBR 5 kap."
    bool is_shown = true;  ///< while the layout is read: it stands in the document

    [[nodiscard]] const Row* find(std::string_view key) const noexcept;
};

/// Stable names of the figures that a table of slag insatser can show: those of DRIFTREDOVISNING, and more.
inline constexpr std::array<std::string_view, 11> insats_figure_names = {
    "intakt",     "kostnad",  "netto",   "budget",           "avvikelse", "fg_intakt",
    "fg_kostnad", "fg_netto", "prognos", "prognosavvikelse", "fg_budget"};
/// Which of them a column shows.
[[nodiscard]] std::size_t insats_figure(const Column& column) noexcept;

/// Column of a year whose sum is all that the table's chosen accounts (`InsatsTable::map_keys`) have; nothing when the
/// table has no such column or shows one område.
[[nodiscard]] std::optional<std::size_t> accounted_column(const Table& table, int year) noexcept;

/// How a table prints the amounts of a row in a column: the row's form goes before the column's, it before the table's.
[[nodiscard]] AmountForm amount_form(const Table& table, const Row* row, const Column* column) noexcept;

/// The table's remark, with {enhet} replaced by what the table's unit is and what rounding does: "Belopp i tkr. Varje
/// tal är avrundat för sig; avrundningsdifferenser kan förekomma."
[[nodiscard]] std::string remark_text(const Table& table);

/// A typed figure: one line on the sheet Indata, one cell per year.
struct InputField {
    std::string key;
    std::string text;
    ValueKind value = ValueKind::amount;
    int sign = 1;                  ///< from what is typed to the stable sign
    std::string rule;              ///< what to type, and the source of the rule
    std::optional<double> usual{}; ///< counts where nothing is typed, with the sign as typed
};

/// The typed count that says how an untyped forecast is made: 1, the outcome and what the budget has left.
inline constexpr std::string_view forecast_rule_key = "prognos_ur_budget";

/// A row's text with {ar}, {ar-1}, {ar+2} filled in, counted from the report year.
[[nodiscard]] std::string row_text(std::string_view text, int report_year);

/// A tie that must hold (tolerance 0 in öre): sum of `left` = sum of `right`, in each of `years`.
struct CheckRule {
    std::string key;
    std::string text;
    std::string rule;              ///< source: "LKBR 11:10", "RKR R13" ...
    std::vector<Term> left, right; ///< tables named; none where the document lacks one of them: not applicable
    std::vector<int> years;        ///< 0, -1
};

/// What a förbund changes in a layout without writing one, see layout_choice.hpp.
struct LayoutChoice {
    /// "tkr", "tkr,1" for every table, "balansrakning=öre" for one; later ones go before earlier ones.
    std::vector<std::string> units;
    std::vector<std::string> only;    ///< keys of tables; empty: all
    std::vector<std::string> without; ///< keys of tables
};

/// What a chart has one group of bars for.
enum class ChartKind {
    years,    ///< ar: each year that the books or typed figures know, the oldest first
    insatser, ///< insatser: each insats of a table of slag insatser
    rows,     ///< rader: each row, and each line of a list (members, accounts)
};

/// What is drawn of each of them.
struct ChartSeries {
    std::string text;                      ///< in the legend; {ar} and {ar-1} as in rows
    Term figure;                           ///< of years: a row of a table
    ColumnKind kind = ColumnKind::outcome; ///< of insatser and rows
    int year = 0;                          ///< of insatser and rows
    int print_sign = 1;                    ///< -1: drawn with the opposite of the stable sign (costs)
    bool is_line = false;                  ///< of years: a line with marks, not bars
    bool required = false;                 ///< kravs: without it the chart is not shown
};

/// A chart of figures that tables hold. It draws the workbook's cells, and follows them.
struct ChartRule {
    std::string key, title, sheet;
    std::string description; ///< for people who cannot see it: what it shows, and where the figures stand
    ChartKind kind = ChartKind::years;
    AmountForm form;        ///< unit of the axis and decimals of the figures at the bars; of shares the decimals
    std::string table;      ///< of insatser
    std::vector<Term> rows; ///< of rows
    std::vector<ChartSeries> series;
    bool only_positive = false; ///< bara_positiva: categories without a figure above zero are left out
};

/// The most series that one chart has: more patterns are not told apart in print.
inline constexpr std::size_t chart_series_limit = 4;

struct Layout {
    std::string name;  ///< "kr"
    std::string title; ///< for people
    std::string toml;  ///< the text it was read from: a workbook keeps it, so that later commands know its rows
    std::vector<Table> tables;
    std::vector<InputField> inputs;
    std::vector<CheckRule> checks;
    LayoutChoice choice{}; ///< what has been chosen in it
    std::vector<ChartRule> charts; ///< only of the annual report: an interim period is no point on a line of years
    DocumentKind document = DocumentKind::annual;
    std::vector<std::string> elsewhere; ///< keys of tables and typed figures that only other documents have

    /// TOML text; the error is a Swedish sentence with the line. References are checked: every term must name a row.
    /// The layout has the tables of the document, with their titles and columns there.
    [[nodiscard]] static tl::expected<Layout, std::string> from_toml(std::string_view toml,
                                                                     DocumentKind document = DocumentKind::annual);
    [[nodiscard]] static tl::expected<Layout, std::string> built_in(std::string_view name,
                                                                    DocumentKind document = DocumentKind::annual);

    /// The earlier year that tables and lists of insatser compare with: the year before, in a delårsrapport the same
    /// period of it, in a budget the last whole year, which is two years before the planned one.
    [[nodiscard]] int year_of_comparison() const noexcept;

    [[nodiscard]] const Table* find(std::string_view key) const noexcept;
    [[nodiscard]] const Row* find(const Table& at, const Term& term) const noexcept;
    /// The row is of the year alone: it sums results, directly or through its terms, and no balance. The layout must be
    /// one that `from_toml` gave.
    [[nodiscard]] bool is_flow(const Table& at, const Row& row) const;
};

} // namespace finsam
