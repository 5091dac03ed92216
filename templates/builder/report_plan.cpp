#include "templates/builder/report_plan.hpp"

#include "bridge/report/report_rules.hpp"
#include "templates/builder/contract.hpp"
#include "templates/builder/insatser_lines.hpp"

#include <algorithm>

namespace finsam::workbook {

namespace {

constexpr int first_table_row = 3;     ///< below the sheet's heading and the förbund's name
constexpr int rows_on_a_page = 55;     ///< of ordinary height
constexpr int likely_insats_lines = 5; ///< of a list by insats: only those with an amount in the row
constexpr int likely_list_lines = 9;   ///< of the least capacity; the filler hides the lines that are not used

int figure_columns(const Table& table) {
    // The first of a table of texts stands where others have the rows' texts.
    return static_cast<int>(table.columns.size()) - (table.kind == TableKind::texts ? 1 : 0);
}

/// A workbook with more lines than the least was made for books that use them.
int likely_rows(const Table& table, const Capacities& capacities) {
    const bool is_least = capacities.list_lines == Capacities().list_lines;
    int rows = 4 + 2 * table.text_lines;
    for (const Row& row : table.rows) {
        rows += row.hidden                         ? 0
                : !is_list(row)                    ? 1
                : row.kind == RowKind::member_list ? likely_list_lines
                : row.list_by == ListBy::insats    ? likely_insats_lines
                : is_least                         ? likely_list_lines
                                                   : capacities.list_lines;
    }
    if (table.kind == TableKind::insatser) { // insatser with the same label are one line
        rows += table.insatser.by_label ? likely_list_lines : 2 * likely_list_lines;
    }
    return rows;
}

/// Rows of accounts before the insatser, the lines, rows of accounts after them, what no insats carries, the sum.
int place_insatser(TablePlan& plan, const Capacities& capacities) {
    const Table& table = *plan.table;
    plan.row_at.resize(table.rows.size());
    int next = plan.first_row;
    const auto place_rows = [&](bool before) {
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            if (table.rows[i].before_insatser == before) {
                plan.row_at[i] = next++;
            }
        }
    };
    place_rows(true);
    plan.insatser.first_line = next;
    plan.insatser.rest = next += insats_lines(table, capacities);
    ++next;
    place_rows(false);
    if (table.insatser.area.empty()) {
        plan.insatser.not_spread = next++;
    }
    plan.insatser.sum = next++;
    return next;
}

TablePlan place_table(const Table& table, int row, int columns_of_sheet, const Capacities& capacities) {
    TablePlan plan;
    plan.table = &table;
    plan.sheet = table.sheet;
    plan.title_row = row;
    plan.header_row = row + 1;
    plan.first_row = row + 2;
    plan.figure_columns = figure_columns(table);
    plan.span = std::max(1, columns_of_sheet / std::max(1, plan.figure_columns));
    plan.helper_column = 2 + columns_of_sheet + 1;
    int next = plan.first_row;
    if (table.kind == TableKind::insatser) {
        next = place_insatser(plan, capacities);
    } else {
        next += table.text_lines;
        for (const Row& one : table.rows) {
            plan.row_at.push_back(next);
            next += rows_taken(one, capacities);
        }
    }
    if (!table.remark.empty()) {
        plan.remark_row = next++;
    }
    plan.end_row = next;
    return plan;
}

} // namespace

std::vector<std::string> report_sheets(const Layout& layout) {
    std::vector<std::string> names;
    for (const Table& table : layout.tables) {
        if (std::find(names.begin(), names.end(), table.sheet) == names.end()) {
            names.push_back(table.sheet);
        }
    }
    return names;
}

std::vector<int> chart_years(const Layout& layout, const ChartRule& chart) {
    std::vector<int> years;
    const Table* table = chart.kind == ChartKind::years ? layout.find(chart.series.front().figure.table) : nullptr;
    if (table != nullptr) {
        for (const Column& column : table->columns) {
            if (column.kind == ColumnKind::outcome) {
                years.push_back(column.year);
            }
        }
    }
    std::ranges::sort(years);
    return years;
}

int list_count(const Layout& layout, ListBy kind) {
    int count = 0;
    for (const Table& table : layout.tables) {
        count += static_cast<int>(std::count_if(table.rows.begin(), table.rows.end(), [&](const Row& row) {
            return row.kind == RowKind::account_list && row.list_by == kind;
        }));
    }
    return count;
}

int list_number(const Layout& layout, const Row* row) {
    int number = 0;
    for (const Table& table : layout.tables) {
        for (const Row& one : table.rows) {
            if (&one == row) {
                return number;
            }
            number += one.kind == RowKind::account_list && one.list_by == row->list_by ? 1 : 0;
        }
    }
    return -1;
}

const Row* member_row(const Layout& layout) noexcept {
    for (const Table& table : layout.tables) {
        for (const Row& row : table.rows) {
            if (!row.member_group.empty()) {
                return &row;
            }
        }
    }
    return nullptr;
}

int rows_taken(const Row& row, const Capacities& capacities) noexcept {
    return is_list(row) ? list_capacity(row, capacities) + 1 : 1;
}

int list_capacity(const Row& list, const Capacities& capacities) noexcept {
    if (list.kind == RowKind::member_list) {
        return capacities.members;
    }
    return list.list_by == ListBy::insats ? capacities.insatser : capacities.list_lines;
}

ReportPlan::ReportPlan(const Layout& layout, const Capacities& capacities) : layout_(layout), capacities_(capacities) {
    place_tables();
    for (const Table& table : layout.tables) {
        if (table.kind == TableKind::insatser) {
            continue; // its formulas stand by themselves
        }
        for (const Column& column : table.columns) {
            for (const Row& row : table.rows) {
                need({&table, &row, column.kind, column.year});
            }
        }
    }
    need_result_for_insatser();
    need_charts();
    need_rules();
}

void ReportPlan::need_rules() {
    for (const ReportRule& rule : report_rules(layout_)) {
        for (const auto* side : {&rule.left, &rule.right, &rule.below}) {
            for (const RuleFigure& figure : *side) {
                if (figure.row != nullptr) {
                    need({figure.table, figure.row, figure.kind, figure.year});
                }
            }
        }
    }
}

/// Driftredovisning per insats is checked against årets resultat, both years.
void ReportPlan::need_result_for_insatser() {
    const Table* table = layout_.find("resultatrakning");
    const Row* row = table == nullptr ? nullptr : table->find("arets_resultat");
    if (row != nullptr) {
        need({table, row, ColumnKind::outcome, 0});
        need({table, row, ColumnKind::outcome, layout_.year_of_comparison()});
    }
}

void ReportPlan::need_charts() {
    for (const ChartRule& chart : layout_.charts) {
        for (const int year : chart_years(layout_, chart)) {
            for (const ChartSeries& series : chart.series) {
                need(target({nullptr, nullptr, ColumnKind::outcome, year}, series.figure));
            }
        }
        for (const Term& term : chart.rows) {
            for (const ChartSeries& series : chart.series) {
                need(target({nullptr, nullptr, series.kind, series.year}, term));
            }
        }
    }
}

void ReportPlan::place_tables() {
    for (const std::string& name : report_sheets(layout_)) {
        SheetPlan sheet;
        sheet.name = name;
        for (const Table& table : layout_.tables) {
            if (table.sheet == name) {
                sheet.figure_columns = std::max(sheet.figure_columns, figure_columns(table));
            }
        }
        int row = first_table_row;
        int used = 0;
        for (const Table& table : layout_.tables) {
            if (table.sheet != name) {
                continue;
            }
            TablePlan plan = place_table(table, row, sheet.figure_columns, capacities_);
            plan.page_break = used > 0 && used + likely_rows(table, capacities_) > rows_on_a_page;
            used = plan.page_break ? likely_rows(table, capacities_) : used + likely_rows(table, capacities_);
            row = plan.end_row + 1;
            where_[&table] = {sheets_.size(), sheet.tables.size()};
            sheet.tables.push_back(std::move(plan));
        }
        sheet.end_row = row - 1;
        sheet.last_helper_column = sheet.tables.front().helper_column + insats_helper_columns - 1;
        sheets_.push_back(std::move(sheet));
    }
}

TablePlan& ReportPlan::own_plan(const Table* table) {
    const auto [sheet, index] = where_.at(table);
    return sheets_[sheet].tables[index];
}

const TablePlan& ReportPlan::plan_of(const Table* table) const {
    const auto [sheet, index] = where_.at(table);
    return sheets_[sheet].tables[index];
}

Figure ReportPlan::target(const Figure& from, const Term& term) const {
    // Terms of checks name their tables, which the layout's reader sees to.
    const bool is_own = term.table.empty() && from.table != nullptr;
    const Table* table = is_own ? from.table : layout_.find(term.table);
    return {table, table->find(term.row), from.kind, year_from(from.year, term.year)};
}

void ReportPlan::need_terms(const Figure& figure, const std::vector<Term>& terms) {
    for (const Term& term : terms) {
        need(target(figure, term));
    }
}

/// Finds the figure's cell, makes one where no table prints it, and goes on with what it is made of.
void ReportPlan::need(const Figure& figure) {
    if (figure.row->kind == RowKind::heading || !has_slot(figure.year) || seen_[figure]) {
        return;
    }
    seen_[figure] = true;
    const TablePlan& plan = plan_of(figure.table);
    const auto& columns = figure.table->columns;
    const auto column = std::find_if(columns.begin(), columns.end(), [&](const Column& one) {
        return one.kind == figure.kind && one.year == figure.year;
    });
    if (column == columns.end() || is_list(*figure.row)) {
        make_helper(figure); // the visible lines of a list are accounts; its sum stands beside them
    } else {
        const auto row = static_cast<std::size_t>(figure.row - figure.table->rows.data());
        places_[figure] = {plan.sheet, {plan.row_at[row], plan.column_at(static_cast<int>(column - columns.begin()))}};
    }
    need_parts(figure);
}

void ReportPlan::need_parts(const Figure& figure) {
    const auto need_own = [&](ColumnKind kind, int year) { need({figure.table, figure.row, kind, year}); };
    const bool has_opening = !layout_.is_flow(*figure.table, *figure.row);
    switch (figure.kind) {
    case ColumnKind::deviation:
        need_own(ColumnKind::outcome, figure.year);
        need_own(ColumnKind::budget, figure.year);
        break;
    case ColumnKind::from_calculated:
        need_own(ColumnKind::outcome, figure.year);
        need_own(ColumnKind::calculated, figure.year);
        break;
    case ColumnKind::forecast_deviation:
        need_own(ColumnKind::forecast, figure.year);
        need_own(ColumnKind::budget, figure.year);
        break;
    case ColumnKind::forecast: need_forecast(figure); break;
    case ColumnKind::change:
        need_own(ColumnKind::outcome, figure.year);
        if (has_opening) {
            need_own(ColumnKind::opening, figure.year);
        }
        break;
    case ColumnKind::opening:
        if (figure.row->kind == RowKind::sum) {
            need_terms(figure, balance_terms(figure));
        } else if (has_opening) {
            need_own(ColumnKind::outcome, year_from(figure.year, -1));
        }
        break;
    case ColumnKind::income:
    case ColumnKind::cost: break; // only in tables of insatser
    case ColumnKind::calculated:
    case ColumnKind::outcome:
    case ColumnKind::budget:
    case ColumnKind::period_budget:
        need_terms(figure, figure.row->terms);
        if (figure.row->kind == RowKind::carried && figure.row->origin == 0) {
            need_own(figure.kind, figure.year - 1); // back to the oldest year
        }
    }
}

/// The parts of a row that sums; of one that is typed also what stands in where nothing is.
void ReportPlan::need_forecast(const Figure& figure) {
    const RowKind kind = figure.row->kind;
    if (kind == RowKind::sum || kind == RowKind::balanskrav) {
        need_terms(figure, figure.row->terms);
        return;
    }
    if (kind == RowKind::accounts || kind == RowKind::input || kind == RowKind::carried) {
        need({figure.table, figure.row, ColumnKind::outcome, figure.year});
    }
    if (kind == RowKind::accounts && !figure.row->forecast_key.empty()) {
        need({figure.table, figure.row, ColumnKind::budget, figure.year});
        need({figure.table, figure.row, ColumnKind::period_budget, figure.year});
    }
}

std::vector<Term> ReportPlan::balance_terms(const Figure& figure) const {
    std::vector<Term> terms;
    for (const Term& term : figure.row->terms) {
        const Figure part = target(figure, term);
        if (!layout_.is_flow(*part.table, *part.row)) {
            terms.push_back(term);
        }
    }
    return terms;
}

void ReportPlan::make_helper(const Figure& figure) {
    TablePlan& plan = own_plan(figure.table);
    SheetPlan& sheet = sheets_[where_.at(figure.table).first];
    const auto [entry, is_new] = plan.helpers.try_emplace({figure.kind, figure.year}, 0);
    if (is_new) {
        entry->second = plan.helper_column + static_cast<int>(plan.helpers.size());
        sheet.last_helper_column = std::max(sheet.last_helper_column, entry->second);
    }
    const auto row = static_cast<std::size_t>(figure.row - figure.table->rows.data());
    places_[figure] = {plan.sheet, {plan.row_at[row], entry->second}};
    helpers_.push_back(figure);
}

std::optional<Place> ReportPlan::find(const Figure& figure) const {
    const auto found = places_.find(figure);
    return found == places_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<Figure> ReportPlan::helper_figures() const {
    return helpers_;
}

} // namespace finsam::workbook
