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

/// Names of the columns of one block of members, with absolute rows.
class ShareFormulas {
public:
    ShareFormulas(int first, int last) : first_(first), last_(last) {}

    /// Its population where the whole group has one; several members of the state or the region may share equally.
    [[nodiscard]] Formula weight(int row) const {
        const std::string group = at(col::group, row);
        const std::string in_group = fmt::format("({}={})*({}<>\"\")", whole(col::group), group, whole(col::name));
        const std::string known = fmt::format("SUMPRODUCT({}*ISNUMBER({}))", in_group, whole(col::population));
        return {fmt::format("IF(OR({0}=\"\";{1}=\"\");\"\";IF({2}=SUMPRODUCT({3});{4};IF(AND({2}=0;{1}<>\"kommun\");1;"
                            "\"\")))",
                            at(col::name, row), group, known, in_group, at(col::population, row))};
    }
    /// What the whole number of kronor leaves of amount * weight / all weights, times all weights.
    [[nodiscard]] Formula remainder(int row) const {
        return {fmt::format("IF(AND(ISNUMBER({0});{1}>0;ISNUMBER(Medlem_Medel));MOD({2}*{0};{1});\"\")",
                            at(col::weight, row), weights(row), amount(row))};
    }
    /// The kronor that are left go to the largest remainders, of equals to the first.
    [[nodiscard]] Formula share(int row) const {
        const std::string own = at(col::remainder, row), group = at(col::group, row);
        const std::string rank =
            fmt::format("COUNTIFS({0};{1};{2};\">\"&{3})+COUNTIFS({4};{1};{5};{3})", whole(col::group), group,
                        whole(col::remainder), own, above(col::group, row), above(col::remainder, row));
        return {fmt::format("IF(ISNUMBER({0});({1}*{2}-{0})/{3}+IF({4}<=SUMIFS({5};{6};{7})/{3};1;0);\"\")", own,
                            amount(row), at(col::weight, row), weights(row), rank, whole(col::remainder),
                            whole(col::group), group)};
    }
    /// What is divided: the booked contributions in whole kronor, when each group has a member.
    [[nodiscard]] Formula funding(const Row& any_row) const {
        std::string sum, groups;
        for (const std::string& key : any_row.map_keys) {
            sum +=
                fmt::format("{}SUMIFS({};{};{})", sum.empty() ? "" : "+", amounts_name(any_row, ColumnKind::outcome, 0),
                            criteria_name(any_row, ColumnKind::outcome, 0), quoted(key));
        }
        for (const std::string_view group : member_groups) {
            groups +=
                fmt::format(";SUMPRODUCT(({}={})*({}<>\"\"))>0", whole(col::group), quoted(group), whole(col::name));
        }
        const std::string total = fmt::format("ROUND(-({});0)", sum);
        return {fmt::format("IF(AND({}=1;{}>=0{});{};\"\")", year_name("Finns_Res", 0), total, groups, total)};
    }

private:
    static std::string at(int column, int row) { return cell({row, column}); }
    [[nodiscard]] std::string range(int column, int last) const {
        return fmt::format("[.${0}${1}:.${0}{2}{3}]", column_name(column), first_ + 1, last == last_ ? "$" : "",
                           last + 1);
    }
    [[nodiscard]] std::string whole(int column) const { return range(column, last_); }
    [[nodiscard]] std::string above(int column, int row) const { return range(column, row); }
    [[nodiscard]] std::string weights(int row) const {
        return fmt::format("SUMIFS({};{};{})", whole(col::weight), whole(col::group), at(col::group, row));
    }
    /// The group's part (medelsfordelning.hpp): of what four does not divide the state, the region and the
    /// municipalities have their turns.
    [[nodiscard]] static std::string amount(int row) {
        return fmt::format(
            "IF({0}=\"stat\";INT(Medlem_Medel/2)+(MOD(Medlem_Medel;4)=1);INT(Medlem_Medel/4)+(MOD(Medlem_"
            "Medel;4)>=IF({0}=\"region\";2;3)))",
            at(col::group, row));
    }

    int first_, last_;
};

/// What a line still lacks.
Formula member_remark(int row, int first, int last) {
    const auto at = [&](int column) { return cell({row, column}); };
    const std::string groups = fmt::format("[.$B${}:.$B${}]", first + 1, last + 1);
    const std::string populations =
        fmt::format("[.${0}${1}:.${0}${2}]", column_name(col::population), first + 1, last + 1);
    return {
        fmt::format("IF({0}=\"\";IF(COUNTA({1}:{2})>0;\"Skriv medlemmens namn.\";\"\");IF({1}=\"\";\"Välj "
                    "grupp.\";IF(AND({3}=\"\";{4}="
                    "\"\";COUNT({5}:{6})=0);\"Skriv konto, insats eller "
                    "belopp.\";IF(AND({1}=\"kommun\";NOT(ISNUMBER({2}));COUNTIFS({7};"
                    "\"kommun\";{8};\">=0\")>0);\"Skriv befolkningen: fördelningen behöver alla kommuners.\";\"\"))))",
                    at(col::name), at(col::group), at(col::population), at(col::account), at(col::insats),
                    at(col::typed), at(col::typed + 1), groups, populations)};
}

void put_shares(BuildContext& context, Sheet& sheet, int row, int first, int last) {
    Look& look = context.look;
    const NumberFormat whole{NumberFormat::Kind::number, Unit::kr, 0};
    sheet.put({row, col::population}, Content(), look.input_figure(whole)).validation = "Befolkning";
    sheet.put({row, col::remark}, member_remark(row, first, last), look.warning());
    const ShareFormulas formulas(first, last);
    const StyleId style = look.figure(whole, Emphasis::normal, 8.5);
    sheet.put({row, col::weight}, formulas.weight(row), style);
    sheet.put({row, col::remainder}, formulas.remainder(row), style);
    sheet.put({row, col::share}, formulas.share(row), style);
}

/// The sums of the block, and what the population divides.
void put_member_sums(BuildContext& context, Sheet& sheet, const Row& any_row, int first, int row) {
    Look& look = context.look;
    Row total;
    total.emphasis = Emphasis::total;
    sheet.put({row, 0}, std::string("Summa"), look.row_text(total));
    const auto put_sum = [&](int column, const NumberFormat& format) {
        const std::string lines = cells({{first, column}, {row - 1, column}});
        sheet.put({row, column}, Formula{fmt::format("IF(COUNT({0})>0;SUM({0});\"\")", lines)},
                  look.figure(format, Emphasis::total, 8.5));
    };
    const NumberFormat amount{NumberFormat::Kind::plain_unit, Unit::ore, 0};
    const NumberFormat whole{NumberFormat::Kind::number, Unit::kr, 0};
    for (int slot = 0; slot < col::years; ++slot) {
        put_sum(col::typed + slot, amount);
        put_sum(col::value + slot, amount);
    }
    put_sum(col::population, whole);
    sheet.put({row, col::share}, ShareFormulas(first, row - 1).funding(any_row),
              look.figure(whole, Emphasis::total, 8.5));
    context.book.names.push_back({"Medlem_Medel", std::string(sheet::input), {{row, col::share}, {row, col::share}}});
}

void name_columns(BuildContext& context, int first, int last) {
    const auto name = [&](const std::string& text, int column) {
        context.book.names.push_back({text, std::string(sheet::input), {{first, column}, {last, column}}});
    };
    name("Medlem_Namn", col::name);
    name("Medlem_Grupp", col::group);
    name("Medlem_Nyckel", col::key);
    name("Medlem_Andel", col::share);
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
                 "skrivna beloppet går före. Delarna ska summera till det bokförda: se bladet Kontroller. "
                 "Befolkningen ger kommunernas del av medlen; den ska vara samma dags för alla."),
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
    static constexpr std::pair<int, const char*> others[] = {{col::population, "Befolkning"},
                                                             {col::key, "Nyckel"},
                                                             {col::weight, "Vikt"},
                                                             {col::remainder, "Rest"},
                                                             {col::share, "Enligt fördelningen"}};
    for (const auto& [column, text] : others) {
        sheet.put({header, column}, std::string(text),
                  look.data_header(column == col::key ? Align::left : Align::right));
    }
    sheet.put({header, col::remark}, Content(), look.data_header());
    const int first = header + 1;
    const int last = header + context.plan.capacities().members;
    for (int row = first; row <= last; ++row) {
        put_member(context, sheet, *any_row, row, first);
        put_shares(context, sheet, row, first, last);
    }
    put_member_sums(context, sheet, *any_row, first, last + 1);
    name_columns(context, first, last);
    context.book.validations.push_back({"Befolkning", "cell-content-is-whole-number() and cell-content()>=0",
                                        "Skriv antal invånare som ett heltal, till exempel 14000."});
    context.book.validations.push_back(
        {"Grupp", "cell-content-is-in-list(\"stat\";\"region\";\"kommun\")", "Skriv stat, region eller kommun."});
}

namespace {

/// A member's figure in a column of a list.
Formula member_figure(const Row& list, const Column& column, const std::string& match) {
    const std::string paid = fmt::format("INDEX({};{})", year_name("Medlem_Varde", -column.year), match);
    const std::string share = fmt::format("INDEX(Medlem_Andel;{})", match);
    if (column.kind == ColumnKind::from_calculated) {
        return {fmt::format("IFERROR(IF(AND(ISNUMBER({0});ISNUMBER({1}));ROUND({0}-{1};2);\"\");\"\")", paid, share)};
    }
    return {fmt::format("IFERROR(IF(ISNUMBER({0});{1}{0};\"\");\"\")",
                        column.kind == ColumnKind::calculated ? share : paid,
                        print_sign(list, column.kind) < 0 ? "-" : "")};
}

} // namespace

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
            sheet
                .put({row, plan.column_at(i)}, member_figure(list, column, match),
                     look.figure(format_of(*plan.table, list, &column), list.emphasis))
                .merge_columns = plan.span;
        }
    }
}

} // namespace finsam::workbook
