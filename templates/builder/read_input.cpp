#include "templates/builder/read_input.hpp"

#include "templates/builder/data_columns.hpp"
#include "templates/builder/read_books.hpp"
#include "templates/builder/report_plan.hpp"

#include <algorithm>
#include <cmath>

namespace finsam::workbook {
namespace {

using Rows = std::vector<std::vector<PlainValue>>;
using Line = std::vector<PlainValue>;

class InputReader {
public:
    InputReader(const CellReader& cells, const Layout& layout, const Capacities& capacities, WorkbookContent& content)
        : cells_(cells), layout_(layout), capacities_(capacities), content_(content), typed_(content.typed) {}

    void read() {
        typed_.company_name = text_at(typed_company_cell);
        const Rows sign = cells_.read(sheet::input, {credit_sign_cell, credit_sign_cell});
        content_.credit_sign = !sign.empty() && cell_number(sign[0][0]).value_or(1) < 0 ? -1 : 1;
        figures();
        budget();
        members();
        texts();
    }

private:
    std::string text_at(Address at) const {
        const Rows cell = cells_.read(sheet::input, {at, at});
        return cell.empty() ? std::string() : cell_text(cell[0][0]);
    }

    void figures() {
        const int count = static_cast<int>(layout_.inputs.size());
        if (count == 0) {
            return;
        }
        const Rows rows =
            cells_.read(sheet::input, {{input_first_row, input_first_year_column},
                                       {input_first_row + count - 1, input_first_year_column + year_slots - 1}});
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (int slot = 0; slot < year_slots; ++slot) {
                if (const auto number = cell_number(rows[i][static_cast<std::size_t>(slot)])) {
                    if (TypedFigures* figures = of_year(slot)) {
                        figures->insert_or_assign(layout_.inputs[i].key, *number);
                    }
                }
            }
        }
    }

    /// Under its last day where the books have the year: two fiscal years may end in one calendar year.
    TypedFigures* of_year(int slot) {
        const auto& years = content_.books.years;
        if (years.empty()) {
            return nullptr;
        }
        const auto index = static_cast<std::size_t>(slot);
        return index < years.size() ? &typed_.year_ends[years[index].to] : &typed_.years[calendar_year(slot)];
    }

    int calendar_year(int slot) const { return report_year(layout_, content_.books, {}, slot).calendar_year; }

    void budget() {
        namespace col = budget_column;
        const int first = budget_header_row(layout_) + 1;
        const Rows rows = cells_.read(sheet::input, {{first, 0}, {first + capacities_.insatser - 1, col::other}});
        const bool has_amounts = std::ranges::any_of(rows, [](const Line& line) {
            return cell_number(line[col::income]) || cell_number(line[col::cost]) || cell_number(line[col::net]);
        });
        for (const Line& line : rows) {
            const std::string code = cell_text(line[col::insats]);
            if (code.empty()) {
                continue;
            }
            const bool is_first = std::ranges::find(typed_.insatser, code, &InsatsInfo::code) == typed_.insatser.end();
            if (is_first) {
                typed_.insatser.push_back({code, cell_text(line[col::name]), cell_text(line[col::area]),
                                           cell_text(line[col::label]), cell_text(line[col::part]),
                                           typed_in(DocumentKind::interim, line),
                                           typed_in(DocumentKind::budget, line)});
            }
            if (has_amounts) {
                add_budget(code, line);
            }
        }
    }

    /// The amount beside the budget, which each document has its own meaning of.
    std::optional<Ore> typed_in(DocumentKind document, const Line& line) const {
        return layout_.document == document ? cell_amount(line[budget_column::other]) : std::nullopt;
    }

    /// Net as typed, else income less cost, which is typed without sign; the amounts of several rows are added.
    void add_budget(const std::string& code, const Line& line) {
        namespace col = budget_column;
        InsatsBudget row;
        row.insats = code;
        row.name = cell_text(line[col::name]);
        row.income = cell_amount(line[col::income]);
        if (const auto cost = cell_amount(line[col::cost])) {
            row.cost = *cost > Ore() ? -*cost : *cost;
        }
        const auto net = cell_amount(line[col::net]);
        row.net = net ? *net : row.income.value_or(Ore()) + row.cost.value_or(Ore());
        const auto known = std::ranges::find(typed_.budget, code, &InsatsBudget::insats);
        if (known == typed_.budget.end()) {
            typed_.budget.push_back(std::move(row));
            return;
        }
        known->net += row.net;
        known->income = known->income && row.income ? std::optional(*known->income + *row.income) : std::nullopt;
        known->cost = known->cost && row.cost ? std::optional(*known->cost + *row.cost) : std::nullopt;
    }

    void members() {
        namespace col = member_column;
        if (member_row(layout_) == nullptr) {
            return;
        }
        const int first = member_header_row(layout_, capacities_) + 1;
        for (const Line& line :
             cells_.read(sheet::input, {{first, 0}, {first + capacities_.members - 1, col::population}})) {
            Member member;
            member.name = cell_text(line[col::name]);
            member.group = cell_text(line[col::group]);
            if (member.name.empty() || !is_member_group(member.group)) {
                continue;
            }
            member.account = cell_text(line[col::account]);
            member.insats = cell_text(line[col::insats]);
            for (int slot = 0; slot < col::years; ++slot) {
                if (const auto amount = cell_amount(line[static_cast<std::size_t>(col::typed + slot)])) {
                    member.typed[calendar_year(slot)] = *amount;
                }
            }
            if (const double* population = std::get_if<double>(&line[col::population])) {
                member.population[calendar_year(0)] = std::llround(*population);
            }
            typed_.members.push_back(std::move(member));
        }
    }

    void texts() {
        const ReportPlan plan(layout_, capacities_);
        for (const SheetPlan& sheet_plan : plan.sheets()) {
            for (const TablePlan& table : sheet_plan.tables) {
                if (table.table->kind == TableKind::texts) {
                    texts_of(table);
                }
            }
        }
    }

    void texts_of(const TablePlan& table) {
        TypedTexts lines;
        const int last = table.first_row + table.table->text_lines - 1;
        for (std::size_t i = 0; i < table.table->columns.size(); ++i) {
            const int column = i == 0 ? 0 : table.column_at(static_cast<int>(i) - 1);
            const Rows rows = cells_.read(table.sheet, {{table.first_row, column}, {last, column}});
            lines.resize(std::max(lines.size(), rows.size()));
            for (std::size_t row = 0; row < rows.size(); ++row) {
                lines[row].resize(table.table->columns.size());
                lines[row][i] = cell_text(rows[row][0]);
            }
        }
        while (!lines.empty() && std::ranges::all_of(lines.back(), &std::string::empty)) {
            lines.pop_back();
        }
        if (!lines.empty()) {
            typed_.texts[table.table->key] = std::move(lines);
        }
    }

    const CellReader& cells_;
    const Layout& layout_;
    const Capacities& capacities_;
    WorkbookContent& content_;
    TypedInput& typed_;
};

} // namespace

void read_input_back(const CellReader& cells, const Layout& layout, const Capacities& capacities,
                     WorkbookContent& content) {
    InputReader(cells, layout, capacities, content).read();
}

} // namespace finsam::workbook
