#include "bridge/report/deficit_remark.hpp"
#include "templates/builder/contract.hpp"
#include "templates/builder/data_columns.hpp"
#include "templates/builder/sheets.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam::workbook {

namespace {

constexpr double page_width = 174; ///< mm between the margins
constexpr double landscape_width = 261;
constexpr double note_width = 12;
constexpr double code_width = 9.5; ///< beside so many figures that the names of insatser need every millimetre
constexpr double least_text_width = 35;
constexpr double two_line_header = 9; ///< mm

/// Chapters of the annual report (finsam-reporting.md); the other documents have none.
std::string chapter(const Layout& layout, std::string_view sheet_name) {
    if (layout.document != DocumentKind::annual) {
        return "";
    }
    static constexpr std::pair<std::string_view, std::string_view> chapters[] = {
        {"Översikt", "1.1"},    {"Balanskrav", "1.6"},      {"Resultaträkning", "2"},
        {"Balansräkning", "3"}, {"Kassaflödesanalys", "4"}, {"Driftredovisning", "5"},
        {"Noter", "6"}};
    for (const auto& [name, number] : chapters) {
        if (name == sheet_name) {
            return std::string(number) + "  ";
        }
    }
    return "";
}

/// A heading with a whole period ("2024-01-01–2024-12-31") must not be broken inside a date.
bool has_period_heading(const SheetPlan& plan) {
    return std::any_of(plan.tables.begin(), plan.tables.end(), [](const TablePlan& table) {
        return std::any_of(table.table->columns.begin(), table.table->columns.end(),
                           [](const Column& column) { return column.header.find("{period}") != std::string::npos; });
    });
}

/// What the figures of a form need: tens of millions of kronor with a minus.
double least_width(AmountForm form) {
    if (form.unit == Unit::ore) {
        return 25;
    }
    return form.unit == Unit::kr || form.decimals == 2 ? 19 : form.decimals == 1 ? 17 : 15.8;
}

double least_width(const SheetPlan& plan) {
    double width = 0;
    for (const TablePlan& table : plan.tables) {
        if (table.table->kind != TableKind::texts && table.span == 1) {
            width = std::max(width, least_width(table.table->form));
        }
    }
    return width;
}

/// A sheet with so many wide columns that no room is left for the texts.
bool needs_landscape(const SheetPlan& plan) {
    return plan.figure_columns * least_width(plan) > page_width - note_width - least_text_width;
}

double usual_width(const SheetPlan& plan) {
    const int columns = plan.figure_columns;
    if (plan.tables.front().table->kind == TableKind::texts) {
        return 100.0 / columns;
    }
    if (columns <= 2) {
        return has_period_heading(plan) ? 42 : 32;
    }
    if (columns <= 4) {
        return columns <= 3 ? 28 : 25;
    }
    return columns == 5 ? 21 : columns == 6 ? 18.5 : 15.8; // 21 mm hold millions of kronor with a minus
}

void shape_columns(BuildContext& context, Sheet& sheet, const SheetPlan& plan) {
    const double width = std::max(usual_width(plan), least_width(plan));
    const double page = sheet.landscape ? landscape_width : page_width;
    const double note = plan.figure_columns > 4 ? code_width : note_width;
    sheet.columns.push_back({page - note - width * plan.figure_columns, 0, false});
    sheet.columns.push_back({note, 0, false});
    for (int i = 0; i < plan.figure_columns; ++i) {
        sheet.columns.push_back({width, 0, false});
    }
    sheet.columns.push_back({8, 0, false});
    for (int i = plan.last_printed_column() + 2; i <= plan.last_helper_column; ++i) {
        sheet.columns.push_back({22, context.look.helper_text(), false});
    }
}

const char* subtitle(DocumentKind document) {
    switch (document) {
    case DocumentKind::interim: return "\", delårsrapport för perioden \"&Period_0";
    case DocumentKind::budget: return "\", budgetåret \"&Period_0";
    case DocumentKind::annual: break;
    }
    return "\", räkenskapsåret \"&Period_0";
}

void write_heading(BuildContext& context, Sheet& sheet, const SheetPlan& plan) {
    const std::string title = plan.tables.size() == 1 ? plan.tables.front().table->title : plan.name;
    sheet.put({0, 0}, chapter(context.layout, plan.name) + title, context.look.sheet_title()).merge_columns =
        plan.last_printed_column() + 1;
    sheet
        .put({1, 0}, Formula{std::string("Forbund&") + subtitle(context.layout.document)},
             context.look.sheet_subtitle())
        .merge_columns = plan.last_printed_column() + 1;
}

std::string table_title(const Table& table) {
    return table.number.empty() ? table.title : "Not " + table.number + "  " + table.title;
}

void write_table_heading(BuildContext& context, Sheet& sheet, const SheetPlan& plan, const TablePlan& table) {
    if (plan.tables.size() > 1) {
        sheet.put({table.title_row, 0}, table_title(*table.table), context.look.table_title()).merge_columns =
            plan.last_printed_column() + 1;
    }
    if (table.page_break) {
        sheet.rows[table.title_row].page_break = true;
    }
    if (table.table->kind == TableKind::texts) {
        return;
    }
    const Unit unit_of_table = table.table->form.unit;
    const std::string unit =
        "Belopp i " + std::string(swedish_name(unit_of_table == Unit::ore ? Unit::kr : unit_of_table));
    sheet.put({table.header_row, 0}, unit, context.look.column_header(Align::left));
    const bool has_notes = std::any_of(table.table->rows.begin(), table.table->rows.end(),
                                       [](const Row& row) { return !row.note.empty(); });
    if (table.table->kind == TableKind::insatser && plan.figure_columns > 4) {
        sheet.rows[table.header_row].height = two_line_header; // its texts come with the data
    }
    sheet.put({table.header_row, 1}, has_notes ? Content("Not") : Content(), context.look.column_header(Align::center));
    for (int i = 0; i < static_cast<int>(table.table->columns.size()); ++i) {
        Cell& head = sheet.put({table.header_row, table.column_at(i)},
                               context.formulas.header(table.table->columns[static_cast<std::size_t>(i)]),
                               context.look.column_header(Align::right));
        head.merge_columns = table.span;
    }
}

/// Headings, and cells for people to write in. One cell each on a sheet of their own: merged ones do not grow with the
/// text.
void write_texts(BuildContext& context, Sheet& sheet, const TablePlan& table) {
    for (std::size_t i = 0; i < table.table->columns.size(); ++i) {
        const int column = i == 0 ? 0 : table.column_at(static_cast<int>(i) - 1);
        const int span = i == 0 ? 1 : table.span;
        sheet
            .put({table.header_row, column}, context.formulas.header(table.table->columns[i]),
                 context.look.column_header(Align::left))
            .merge_columns = span;
        for (int line = 0; line < table.table->text_lines; ++line) {
            sheet.put({table.first_row + line, column}, Content(), context.look.written_text()).merge_columns = span;
        }
    }
}

/// The table's remark; under a balanskravsutredning that shows a deficit also what follows from it.
Content remark_of(const BuildContext& context, const TablePlan& plan) {
    const std::string text = remark_text(*plan.table);
    const auto result = std::ranges::find(plan.table->rows, RowKind::balanskrav, &Row::kind);
    const auto place = result == plan.table->rows.end() || plan.table->columns.empty()
                           ? std::nullopt
                           : context.plan.find({plan.table, &*result, plan.table->columns.front().kind,
                                                plan.table->columns.front().year});
    if (!place) {
        return text;
    }
    return Formula{fmt::format("{}&IF(IFERROR(N({});0)<0;{}&(Ar_0+{})&{};\"\")", quoted(text),
                               cell(place->at, place->sheet), quoted(" " + std::string(deficit_remark.before)),
                               years_to_restore, quoted(deficit_remark.after))};
}

void write_remark(BuildContext& context, Sheet& sheet, const SheetPlan& plan, const TablePlan& table) {
    if (table.remark_row >= 0) {
        sheet.put({table.remark_row, 0}, remark_of(context, table), context.look.remark()).merge_columns =
            plan.last_printed_column() + 1;
    }
}

/// Lines of an account list, keyed as the engine does: "driftbidrag.3011", or "driftbidrag" for the sum when no
/// account has an amount.
class ListWriter {
public:
    ListWriter(BuildContext& context, Sheet& sheet, const TablePlan& table, const Row& row, int first)
        : context_(context), sheet_(sheet), table_(table), row_(row), first_(first),
          capacity_(context.plan.capacities().list_lines),
          list_(year_name("Saldon_Lista", list_number(context.layout, &row))) {}

    void write() {
        for (int line = 1; line <= capacity_; ++line) {
            write_line(line);
        }
        write_rest();
    }

private:
    void write_line(int line) {
        const int at = first_ + line - 1;
        const Address key{at, table_.helper_column};
        const std::string none = line == 1 ? quoted(row_.key) : "\"\"";
        const std::string match = fmt::format("MATCH({};{};0)", line, list_);
        sheet_.put(key,
                   Formula{fmt::format("IFERROR({}&INDEX(Saldon_Konto;{});IF(MAX({})=0;{};\"\"))",
                                       quoted(row_.key + "."), match, list_, none)},
                   context_.look.helper_text());
        const std::string number = row_.shows_account ? fmt::format("INDEX(Saldon_Konto;{})&\" \"&", match) : "";
        const std::string name = fmt::format("IF(INDEX(Saldon_Benamning;{0})&\"\"=\"\";INDEX(Saldon_Konto;{0})&\"\";{1}"
                                             "INDEX(Saldon_Benamning;{0})&\"\")",
                                             match, number);
        sheet_.put({at, 0}, Formula{fmt::format("IFERROR({};IF({}=\"\";\"\";{}))", name, cell(key), quoted(row_.text))},
                   context_.look.row_text(row_));
        for (int i = 0; i < static_cast<int>(table_.table->columns.size()); ++i) {
            sheet_.put({at, table_.column_at(i)}, value(line, i, key), style(i)).merge_columns = table_.span;
        }
    }

    StyleId style(int i) const {
        const Column& column = table_.table->columns[static_cast<std::size_t>(i)];
        return context_.look.figure(format_of(*table_.table, row_, &column), row_.emphasis);
    }

    Formula value(int line, int i, Address key) const {
        const Column& column = table_.table->columns[static_cast<std::size_t>(i)];
        const auto total = context_.plan.find({table_.table, &row_, column.kind, column.year});
        const std::string whole = total ? cell(total->at) : "\"\"";
        const Formula one = column.kind == ColumnKind::deviation
                                ? deviation(key.row, column.year)
                                : context_.formulas.list_line({table_.table, &row_, column.kind, column.year}, line);
        if (line > 1) {
            return {fmt::format("IF({}=\"\";\"\";{})", cell(key), one.text)};
        }
        return {fmt::format("IF(MAX({})=0;{};{})", list_, whole, one.text)};
    }

    Formula deviation(int at, int year) const {
        std::string outcome, budget;
        for (int i = 0; i < static_cast<int>(table_.table->columns.size()); ++i) {
            const Column& column = table_.table->columns[static_cast<std::size_t>(i)];
            if (column.year == year && (column.kind == ColumnKind::outcome || column.kind == ColumnKind::budget)) {
                (column.kind == ColumnKind::outcome ? outcome : budget) = cell({at, table_.column_at(i)});
            }
        }
        if (outcome.empty() || budget.empty()) {
            return {"\"\""};
        }
        return {fmt::format("IF(COUNT({0};{1})=2;ROUND({2}*({0}-{1});2);\"\")", outcome, budget,
                            print_sign(row_, ColumnKind::outcome))};
    }

    /// What has no room, so that the lines always sum.
    void write_rest() {
        const int last = first_ + capacity_;
        sheet_.put({last, 0}, Formula{fmt::format("IF(MAX({})>{};\"Övriga konton\";\"\")", list_, capacity_)},
                   context_.look.row_text(row_));
        for (int i = 0; i < static_cast<int>(table_.table->columns.size()); ++i) {
            const Column& column = table_.table->columns[static_cast<std::size_t>(i)];
            const auto total = context_.plan.find({table_.table, &row_, column.kind, column.year});
            const int at = table_.column_at(i);
            const std::string lines = cells({{first_, at}, {last - 1, at}});
            sheet_
                .put({last, at},
                     Formula{fmt::format("IF(AND(MAX({0})>{1};ISNUMBER({2}));ROUND({2}-SUM({3});2);\"\")", list_,
                                         capacity_, total ? cell(total->at) : "\"\"", lines)},
                     style(i))
                .merge_columns = table_.span;
        }
    }

    BuildContext& context_;
    Sheet& sheet_;
    const TablePlan& table_;
    const Row& row_;
    int first_;
    int capacity_;
    std::string list_;
};

/// A rule above tells that the rows above are summed; below a heading there is nothing to sum.
bool follows_heading(const Table& table, const Row& row) {
    for (const Row* above = &row; above != table.rows.data();) {
        --above;
        if (!above->hidden) {
            return above->kind == RowKind::heading;
        }
    }
    return true;
}

void write_row(BuildContext& context, Sheet& sheet, const TablePlan& table, const Row& row, int at) {
    if (row.kind == RowKind::member_list) {
        build_member_list(context, sheet, table, row, at);
        return;
    }
    if (row.kind == RowKind::account_list && row.list_by == ListBy::insats) {
        build_insats_list(context, sheet, table, row, at);
        return;
    }
    if (row.kind == RowKind::account_list) {
        ListWriter(context, sheet, table, row, at).write();
        return;
    }
    sheet.put({at, 0}, RowFormulas::row_text(row), context.look.row_text(row));
    if (row.hidden) {
        sheet.rows[at].hidden = true;
    }
    if (row.kind == RowKind::heading) {
        sheet.rows[at].height = row.emphasis == Emphasis::total ? 8 : 6;
        return;
    }
    if (!row.note.empty()) {
        sheet.put({at, 1}, row.note, context.look.note_number(row));
    }
    for (int i = 0; i < static_cast<int>(table.table->columns.size()); ++i) {
        const Column& column = table.table->columns[static_cast<std::size_t>(i)];
        sheet
            .put({at, table.column_at(i)}, context.formulas.figure({table.table, &row, column.kind, column.year}),
                 context.look.figure(format_of(*table.table, row, &column), row.emphasis, 9.5,
                                     !follows_heading(*table.table, row)))
            .merge_columns = table.span;
    }
}

std::string helper_heading(ColumnKind kind) {
    switch (kind) {
    case ColumnKind::outcome: return "Hjälpkolumn: utfall";
    case ColumnKind::budget: return "Hjälpkolumn: budget";
    case ColumnKind::deviation: return "Hjälpkolumn: avvikelse";
    case ColumnKind::period_budget: return "Hjälpkolumn: periodens budget";
    case ColumnKind::forecast: return "Hjälpkolumn: prognos";
    case ColumnKind::forecast_deviation: return "Hjälpkolumn: prognosavvikelse";
    case ColumnKind::opening: return "Hjälpkolumn: ingående";
    case ColumnKind::change: return "Hjälpkolumn: förändring";
    case ColumnKind::calculated: return "Hjälpkolumn: fördelning";
    case ColumnKind::from_calculated: return "Hjälpkolumn: avvikelse";
    case ColumnKind::income:
    case ColumnKind::cost: break; // tables of insatser have no helper figures
    }
    return "";
}

void write_helpers(BuildContext& context, Sheet& sheet, const TablePlan& table) {
    for (const auto& [which, column] : table.helpers) {
        sheet.put({table.header_row, column},
                  Formula{fmt::format("{}&{}", quoted(helper_heading(which.first) + " "),
                                      year_name("Ar", slot_of(which.second)))},
                  context.look.helper_header());
    }
    for (const Figure& figure : context.plan.helper_figures()) {
        if (figure.table != table.table) {
            continue;
        }
        const auto place = context.plan.find(figure);
        sheet.put(place->at, context.formulas.figure(figure),
                  context.look.helper_figure(format_of(*table.table, *figure.row)));
    }
}

} // namespace

void build_report_sheet(BuildContext& context, const SheetPlan& plan) {
    Sheet& sheet = context.add_sheet(plan.name);
    sheet.printed = true;
    sheet.hidden = std::ranges::all_of(plan.tables, [](const TablePlan& table) { return table.table->hidden; });
    sheet.landscape = needs_landscape(plan);
    shape_columns(context, sheet, plan);
    write_heading(context, sheet, plan);
    for (const TablePlan& table : plan.tables) {
        write_table_heading(context, sheet, plan, table);
        if (table.table->kind == TableKind::insatser) {
            build_insatser(context, sheet, table);
            write_remark(context, sheet, plan, table);
            continue;
        }
        if (table.table->kind == TableKind::texts) {
            write_texts(context, sheet, table);
        }
        for (std::size_t i = 0; i < table.row_at.size(); ++i) {
            write_row(context, sheet, table, table.table->rows[i], table.row_at[i]);
        }
        write_helpers(context, sheet, table);
        write_remark(context, sheet, plan, table);
    }
    sheet.print_range = plan.print_range();
}

} // namespace finsam::workbook
