#pragma once
// Geometry of the sheets that hold data, shared by the builder and by the filler.

#include "bridge/ledger/voucher_movement.hpp"
#include "templates/builder/contract.hpp"

#include <string>
#include <string_view>

namespace finsam::workbook {

/// Heading row and first data row of Saldon, Objekt, Kontokarta, Verifikationer and Importlogg.
inline constexpr int data_header_row = 4;
inline constexpr int data_first_row = 5;

/// Saldon: account, name, seven formula columns, a remark, four amounts a year, two formula columns a year, and a
/// column for each account list of the layout.
namespace balance_column {
inline constexpr int account = 0, name = 1, key = 2, map_row = 3, row = 4, note_row = 5, extra = 6, statement = 7,
                     control = 8, remark = 9;
inline constexpr int first_amount = 10;
inline constexpr int amounts_per_year = 4;
/// Of a delårsrapport, right of the lists: the same period of last year, and the report year's budget of the period
/// where other years have the year's budget.
inline constexpr int period_first = 80;
constexpr int opening(int slot) {
    return slot == period_slot ? period_first : first_amount + amounts_per_year * slot;
}
constexpr int closing(int slot) {
    return opening(slot) + 1;
}
constexpr int result(int slot) {
    return opening(slot) + 2;
}
constexpr int budget(int slot) {
    return opening(slot) + 3;
}
inline constexpr int last_amount = first_amount + amounts_per_year * year_slots - 1;
constexpr int closing_row(int slot) {
    return slot == period_slot ? period_first + amounts_per_year : last_amount + 1 + 2 * slot;
}
constexpr int closing_note_row(int slot) {
    return closing_row(slot) + 1;
}
inline constexpr int first_list = last_amount + 1 + 2 * year_slots;
/// Right of all else: what the vouchers of a year moved (voucher_movement.hpp).
inline constexpr int first_movement = 90;
constexpr int movement(int slot) {
    return first_movement + slot;
}
inline constexpr int last_movement = first_movement + static_cast<int>(years_with_vouchers) - 1;
} // namespace balance_column

/// Kontokarta: the columns of the CSV, a remark, the range as account keys, and the steps (map_formulas.hpp).
namespace map_column {
inline constexpr int from = 0, to = 1, name = 2, row = 3, note_row = 4, extra = 5, debit_row = 6, debit_note_row = 7,
                     control = 8, certainty = 9, source = 10, remark = 11, low = 12, end = 13, width = 14, step = 16,
                     step_row = 17;
}
inline constexpr Address map_verdict_cell{2, 0};
/// Empty rows with formulas below the map, for people's own ranges.
inline constexpr int map_spare_rows = 60;
inline constexpr int map_input_rows = 150; ///< yellow rows of the account map; all of them count

/// Objekt: three lists of insats (a budget document has a fourth, the budget of the year before), account, amount and
/// what formulas say of them; the insatser; the order in which they are printed; and, beside the insatser, their
/// numbers in the account lists by insats.
namespace object_column {
inline constexpr int outcome = 0, previous = 10, budget = 20; ///< first column of each list
inline constexpr int insats_offset = 0, account_offset = 1, amount_offset = 2, kind_offset = 3, row_offset = 4,
                     note_row_offset = 5, extra_offset = 6, area_offset = 7, label_offset = 8;
inline constexpr int insats_code = 30, insats_name = 31, insats_book_order = 32, insats_has_outcome = 33,
                     insats_order = 34;
inline constexpr int line_number = 36, line_code = 37, line_name = 38, line_budget = 39, line_area = 40,
                     line_label = 41, line_part = 42, line_is_first = 43;
inline constexpr int first_list = 45;
inline constexpr int last_budget = 70; ///< first column of the fourth list
} // namespace object_column

/// Verifikationer: a row of a voucher, with the voucher's number in the sheet; beside the rows sums of them all.
namespace voucher_column {
inline constexpr int series = 0, number = 1, date = 2, text = 3, account = 4, object = 5, amount = 6, file = 7,
                     line = 8, ordinal = 9;
inline constexpr int first_sum = 11;
} // namespace voucher_column

/// Start: the years, one row a slot.
inline constexpr int years_header_row = 19;
inline constexpr int years_first_row = 20;
namespace year_column {
inline constexpr int period = 0, year = 1, from = 2, to = 3, opening = 4, closing = 5, result = 6, budget = 7,
                     objects = 8, next_opening = 9, object_budget = 10;
/// Formulas: whether the opening balances, and the closing ones with the vouchers, can be checked.
inline constexpr int chain = 11, movement = 12;
} // namespace year_column
/// Start: what the books say of the förbund.
inline constexpr Address company_cell{4, 1};
inline constexpr Address organisation_cell{5, 1};
/// Start: which account map was chosen, and what the account names say of the chart.
inline constexpr Address chart_cell{10, 1};
inline constexpr int links_first_row = 28;
/// Start: heading of the imported files, below the links to the sheets.
[[nodiscard]] int imports_header_row(const Layout& layout);

/// Indata.
inline constexpr Address typed_company_cell{4, 1};
inline constexpr Address credit_sign_cell{5, 1};
inline constexpr int input_header_row = 8;
inline constexpr int input_first_row = 9;
inline constexpr int input_first_year_column = 1;
inline constexpr int input_rule_column = input_first_year_column + year_slots;
[[nodiscard]] int budget_header_row(const Layout& layout);
namespace budget_column {
inline constexpr int name = 0, insats = 1, income = 2, cost = 3, net = 4, number = 5, report_net = 6, area = 7,
                     label = 8, part = 9;
/// Of a delårsrapport the forecast, of a budget the budget of the year before.
inline constexpr int other = 10;
} // namespace budget_column

/// Indata, below the budget: the members. Layouts without rows of members have none.
[[nodiscard]] int member_header_row(const Layout& layout, const Capacities& capacities);
namespace member_column {
inline constexpr int name = 0, group = 1, account = 2, insats = 3, typed = 4, population = 6, remark = 7, value = 8,
                     key = 10;
inline constexpr int years = 2; ///< the report year and the year before, side by side
/// What the member would pay in the report year (member_shares.hpp), by way of its weight and its remainder.
inline constexpr int weight = 11, remainder = 12, share = 13;
} // namespace member_column

/// Row key of what no insats carries. On the data sheets its insats is empty: no code can be that.
inline constexpr std::string_view not_spread_key = "ej_fordelat";

/// The books of so many years are checked: the report year and the year before.
inline constexpr int book_years = 2;

/// "Saldon_Res_0": a name of one year; slot 0 is the report year, 1 the year before.
[[nodiscard]] std::string year_name(std::string_view name, int slot);

/// Names whose ranges grow with the data, for so many rows. At least one row each.
struct RowCounts {
    int accounts = 1;
    int map = 1 + map_spare_rows;
    int outcome = 1, previous = 1, budget = 1, last_budget = 1, insatser = 1, vouchers = 1;
};
/// Steps of a map of so many rows: each begins and ends one range at most.
constexpr int map_steps(int rows) {
    return 2 * rows;
}
[[nodiscard]] std::vector<NamedRange> growing_names(const Layout& layout, const RowCounts& counts);

} // namespace finsam::workbook
