#include "templates/builder/contract.hpp"
#include "templates/builder/data_columns.hpp"
#include "templates/builder/sheets.hpp"

#include <fmt/format.h>

namespace finsam::workbook {

namespace {

namespace col = member_column;

/// What is typed, or the account's result, or the part of the contributions that the insats carries.
Formula contribution(const Row& any_row, int row, int slot) {
    const auto at = [&](int column) { return cell({row, column}); };
    const std::string account =
        fmt::format("ROUND(-SUMPRODUCT(EXACT(Saldon_Konto;{})*{});2)", at(col::account), year_name("Saldon_Res", slot));
    const std::string insats = fmt::format("ROUND(-{};2)", insats_sum(any_row, slot, at(col::insats)));
    return {fmt::format("IF({0}=\"\";\"\";IF(ISNUMBER({1});ROUND({1};2);IF({2}<>\"\";IF({3}=1;{4};\"\");IF({5}<>\"\";"
                        "IF({6}=1;{7};\"\");\"\"))))",
                        at(col::name), at(col::typed + slot), at(col::insats), year_name("Finns_Objekt", slot), insats,
                        at(col::account), year_name("Finns_Res", slot), account)};
}

void put_member(BuildContext& context, Sheet& sheet, const Row& any_row, int row, int first) {
    Look& look = context.look;
    for (const int column : {col::name, col::account, col::insats}) {
        sheet.put({row, column}, Content(), look.input_text());
    }
    sheet.put({row, col::group}, Content(), look.input_text()).validation = "Grupp";
    for (int slot = 0; slot < col::years; ++slot) {
        sheet
            .put({row, col::typed + slot}, Content(), look.input_figure({NumberFormat::Kind::plain_unit, Unit::ore, 0}))
            .validation = amount_validation;
        sheet.put({row, col::value + slot}, contribution(any_row, row, slot),
                  look.figure({NumberFormat::Kind::plain_unit, Unit::ore, 0}, Emphasis::normal, 8.5));
    }
    // "kommun|3": the third member of its group.
    const std::string group = cell({row, col::group});
    const std::string name = column_name(col::group);
    sheet.put({row, col::key},
              Formula{fmt::format(
                  "IF(OR({0}=\"\";{1}=\"\");\"\";{1}&\"|\"&SUMPRODUCT(([.{2}${3}:.{2}{4}]={1})*([.A${3}:.A{4}]<>"
                  "\"\")))",
                  cell({row, col::name}), group, name, first + 1, row + 1)},
              look.data_result());
}

void name_columns(BuildContext& context, int first, int last) {
    const auto name = [&](const std::string& text, int column) {
        context.book.names.push_back({text, std::string(sheet::input), {{first, column}, {last, column}}});
    };
    name("Medlem_Namn", col::name);
    name("Medlem_Grupp", col::group);
    name("Medlem_Nyckel", col::key);
    for (int slot = 0; slot < col::years; ++slot) {
        name(year_name("Medlem_Varde", slot), col::value + slot);
    }
}

} // namespace

void put_members(BuildContext& context, Sheet& sheet) {
    const Row* any_row = member_row(context.layout);
    if (any_row == nullptr) {
        return;
    }
    Look& look = context.look;
    const int header = member_header_row(context.layout, context.plan.capacities());
    sheet.put({header - 2, 0}, std::string("Medlemmar"), look.table_title());
    sheet
        .put({header - 1, 0},
             std::string(
                 "Skriv konto eller insats när bidraget står för sig i bokföringen, annars beloppet i kronor. Det "
                 "skrivna beloppet går före. Delarna ska summera till det bokförda: se bladet Kontroller."),
             look.explanation())
        .merge_columns = 7;
    static constexpr const char* headings[] = {"Medlem", "Grupp", "Konto", "Insats (kod)"};
    for (int column = 0; column < 4; ++column) {
        sheet.put({header, column}, std::string(headings[column]), look.data_header());
    }
    for (int slot = 0; slot < col::years; ++slot) {
        for (const auto& [column, text] : {std::pair{col::typed, "Belopp "}, std::pair{col::value, "I rapporten "}}) {
            sheet.put({header, column + slot}, Formula{fmt::format("{}&{}", quoted(text), year_name("Ar", slot))},
                      look.data_header(Align::right));
        }
    }
    const int first = header + 1;
    const int last = header + context.plan.capacities().members;
    for (int row = first; row <= last; ++row) {
        put_member(context, sheet, *any_row, row, first);
    }
    name_columns(context, first, last);
    context.book.validations.push_back(
        {"Grupp", "cell-content-is-in-list(\"stat\";\"region\";\"kommun\")", "Skriv stat, region eller kommun."});
}

void build_member_list(BuildContext& context, Sheet& sheet, const TablePlan& plan, const Row& list, int first) {
    Look& look = context.look;
    const int capacity = list_capacity(list, context.plan.capacities());
    for (int line = 1; line <= capacity; ++line) {
        const int row = first + line - 1;
        const std::string match =
            fmt::format("MATCH({};Medlem_Nyckel;0)", quoted(list.member_group + "|" + std::to_string(line)));
        const std::string key = cell({row, plan.helper_column});
        sheet.put({row, plan.helper_column},
                  Formula{fmt::format("IFERROR({}&INDEX(Medlem_Namn;{});{})", quoted(list.key + "."), match,
                                      line == 1 ? quoted(list.key) : "\"\"")},
                  look.helper_text());
        sheet.put({row, 0},
                  Formula{fmt::format("IFERROR(INDEX(Medlem_Namn;{})&\"\";IF({}=\"\";\"\";{}))", match, key,
                                      quoted(list.text))},
                  look.row_text(list));
        for (int i = 0; i < static_cast<int>(plan.table->columns.size()); ++i) {
            const Column& column = plan.table->columns[static_cast<std::size_t>(i)];
            const std::string value = fmt::format("INDEX({};{})", year_name("Medlem_Varde", -column.year), match);
            sheet
                .put({row, plan.column_at(i)},
                     Formula{fmt::format("IFERROR(IF(ISNUMBER({0});{1}{0};\"\");\"\")", value,
                                         print_sign(list, column.kind) < 0 ? "-" : "")},
                     look.figure(format_of(*plan.table, list), list.emphasis))
                .merge_columns = plan.span;
        }
    }
}

} // namespace finsam::workbook
