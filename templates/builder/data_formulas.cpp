#include "templates/builder/data_formulas.hpp"

#include "bridge/report/account_key.hpp"
#include "bridge/report/map_keys.hpp"
#include "templates/builder/data_columns.hpp"
#include "templates/builder/map_formulas.hpp"
#include "templates/builder/row_formula.hpp"

#include <fmt/format.h>

namespace finsam::workbook {

namespace {

/// "A$5:A8" as a reference: from the heading to the row above, so that the range never is empty.
std::string above(int column, int row) {
    const std::string name = column_name(column);
    return fmt::format("[.{0}${1}:.{0}{2}]", name, data_header_row + 1, row);
}

std::string at(int column, int row) {
    return cell({row, column});
}

/// What the checks of the books find on this account.
std::string chain_remarks(int row) {
    namespace col = balance_column;
    std::string remarks;
    for (int slot = 0; slot < book_years; ++slot) {
        remarks += fmt::format("&IF({}=1;IF(ROUND({}+{}-{}-{};2)<>0;\" IB \"&{}&\" + verifikationer är inte UB eller "
                               "resultat.\";\"\");\"\")",
                               year_name("Avstams", slot), at(col::opening(slot), row), at(col::movement(slot), row),
                               at(col::closing(slot), row), at(col::result(slot), row), year_name("Ar", slot));
    }
    for (int slot = 0; slot + 1 < year_slots; ++slot) {
        remarks += fmt::format(
            "&IF({0}=1;IF({1}<>{2};IF(ROUND({3}-{4};2)<>0;\" IB \"&{5}&\" är inte UB \"&{6}&\".\";\"\");\"\");\"\")",
            year_name("Kedja", slot), at(col::row, row), quoted(equity_key), at(col::opening(slot), row),
            at(col::closing(slot + 1), row), year_name("Ar", slot), year_name("Ar", slot + 1));
    }
    return remarks;
}

std::string remark(int row) {
    namespace col = balance_column;
    const std::string amounts = cells({{row, col::first_amount}, {row, col::last_amount}});
    const std::string map_row = at(col::map_row, row);
    const std::string now = fmt::format("ROUND({}+{};2)<>0", at(col::closing(0), row), at(col::result(0), row));
    const std::string of_map =
        fmt::format("IF({0}=\"\";IF(SUMPRODUCT(ABS({1}))=0;\"\";{4});IF(AND({3}=\"noll\";{2});\"Kontot ska "
                    "vara noll vid årets slut.\";IF(AND({3}=\"varna\";{2});\"Saldo på det här "
                    "kontot är ovanligt: kontrollera.\";\"\")))",
                    map_row, amounts, now, at(col::control, row), quoted(unmapped_remark));
    return fmt::format("TRIM({}{})", of_map, chain_remarks(row));
}

/// "B" when the account's row is one of the balance sheet, "R" when it is another.
std::string statement(int row) {
    std::string keys;
    for (const std::string_view key : balance_row_keys) {
        keys += (keys.empty() ? "" : ";") + quoted(key);
    }
    return fmt::format("IF({0}=\"\";\"\";IF(ISNUMBER(MATCH({0};{{{1}}};0));\"B\";\"R\"))", at(balance_column::row, row),
                       keys);
}

/// The map's row, or its row for debit when the sum of all its accounts at that closing is a debit (moms).
std::string closing_row(int row, int base_column, const char* debit_name, int slot) {
    const std::string map_row = at(balance_column::map_row, row);
    return fmt::format(
        "IF({0}=\"\";\"\";IF(INDEX(Karta_Rad_debet;{0})&\"\"=\"\";{1};IF(ROUND(SUMIFS({2};Saldon_Kartrad;{0});2)"
        ">0;INDEX({3};{0})&\"\";{1})))",
        map_row, at(base_column, row), year_name("Saldon_UB", slot), debit_name);
}

/// The account counts up when the list's map keys take it and some shown year has an amount.
std::string list_number_formula(const Table& table, const Row& list, int column, int row) {
    namespace col = balance_column;
    std::string conditions;
    for (const Column& one : table.columns) {
        const bool opening = one.kind == ColumnKind::opening && list.measure == Measure::closing;
        const int slot = slot_of(year_from(one.year, opening ? -1 : 0));
        if ((one.kind != ColumnKind::outcome && !opening) || slot > period_slot) {
            continue;
        }
        const bool closing = list.measure == Measure::closing;
        const int amount = closing ? col::closing(slot) : col::result(slot);
        const bool note = list.map_column == MapColumn::note_row;
        const int criteria = list.map_column == MapColumn::extra ? col::extra
                             : closing ? (note ? col::closing_note_row(slot) : col::closing_row(slot))
                                       : (note ? col::note_row : col::row);
        for (const std::string& key : list.map_keys) {
            conditions += fmt::format("{}AND({}={};{}<>0)", conditions.empty() ? "" : ";", at(criteria, row),
                                      quoted(key), at(amount, row));
        }
    }
    if (conditions.empty()) {
        return "0";
    }
    // A running number: the list's lines find the first account that has theirs. A COUNT of all cells above would cost
    // the square of the number of accounts.
    return fmt::format("N({})+OR({})", at(column, row - 1), conditions);
}

} // namespace

std::string padded_account(const std::string& reference, char digit) {
    return fmt::format("VALUE(LEFT({}&\"{}\";{}))", reference, std::string(account_key_places, digit),
                       account_key_places);
}

std::vector<Formula> account_formulas(int row) {
    namespace col = balance_column;
    const std::string key = at(col::key, row);
    const std::string map_row = at(col::map_row, row);
    const auto looked_up = [&](const char* name) {
        return Formula{fmt::format("IF({0}=\"\";\"\";INDEX({1};{0})&\"\")", map_row, name)};
    };
    return {{fmt::format("IF({}=\"\";\"\";IFERROR({};\"\"))", at(col::account, row),
                         padded_account(at(col::account, row), '0'))},
            {fmt::format("IF({0}=\"\";\"\";{1})", key, map_row_of(key))},
            looked_up("Karta_Rad"),
            looked_up("Karta_Notrad"),
            looked_up("Karta_Uppgift"),
            {statement(row)},
            looked_up("Karta_Kontroll"),
            {remark(row)}};
}

std::vector<Formula> closing_formulas(const Layout& layout, int row) {
    namespace col = balance_column;
    std::vector<Formula> formulas;
    for (int slot = 0; slot < year_slots; ++slot) {
        formulas.push_back({closing_row(row, col::row, "Karta_Rad_debet", slot)});
        formulas.push_back({closing_row(row, col::note_row, "Karta_Notrad_debet", slot)});
    }
    int column = col::first_list;
    for (const Table& table : layout.tables) {
        for (const Row& one : table.rows) {
            if (one.kind == RowKind::account_list && one.list_by == ListBy::account) {
                formulas.push_back({list_number_formula(table, one, column++, row)});
            }
        }
    }
    return formulas;
}

std::vector<Formula> period_formulas(int row) {
    return {{closing_row(row, balance_column::row, "Karta_Rad_debet", period_slot)},
            {closing_row(row, balance_column::note_row, "Karta_Notrad_debet", period_slot)}};
}

namespace {

Formula kind_formula(int list_column, int row) {
    const std::string account = at(list_column + object_column::account_offset, row);
    const std::string amount = at(list_column + object_column::amount_offset, row);
    // Class 3 is income, 4-7 cost, 8 income when the sum is a credit; 89 is the entry of the result and counts nowhere.
    return {
        fmt::format("IF(LEFT({0};2)=\"89\";\"\";IF(LEFT({0};1)=\"3\";\"I\";IF(LEFT({0};1)=\"8\";IF({1}<0;\"I\";\"K\");"
                    "IF(AND(LEFT({0};1)>=\"4\";LEFT({0};1)<=\"7\");\"K\";\"\"))))",
                    account, amount)};
}

} // namespace

std::vector<Formula> object_formulas(int list_column, int row) {
    const std::string insats = at(list_column + object_column::insats_offset, row);
    const std::string account = at(list_column + object_column::account_offset, row);
    const auto of_account = [&](const char* name) {
        return Formula{fmt::format("IFERROR(INDEX({};MATCH({};Saldon_Konto;0))&\"\";\"\")", name, account)};
    };
    const auto of_insats = [&](const char* name) { // codes differ by case, which MATCH ignores
        return Formula{fmt::format(
            "IF({0}=\"\";\"\";IFERROR(INDEX({1};MATCH(1;INDEX(EXACT({0};Budget_Insats)*1;0);0))&\"\";\"\"))", insats,
            name)};
    };
    return {kind_formula(list_column, row), of_account("Saldon_Rad"),   of_account("Saldon_Notrad"),
            of_account("Saldon_Uppgift"),   of_insats("Budget_Omrade"), of_insats("Budget_Etikett")};
}

Formula insats_order_formula(int row) {
    const std::string code = at(object_column::insats_code, row);
    // Without a typed list the order of the books' budget; with one, those that it lacks come after it, by code. The
    // books' budget has a line only when none is typed.
    return {
        fmt::format("IF({0}=\"\";\"\";IF(Budget_Rader=0;IF(ISNUMBER({1});{1};\"\");IF(OR(IF(Budget_Antal>0;{3}<>1;"
                    "NOT(ISNUMBER({1})));SUMPRODUCT(EXACT(Budget_Insats;{0})*1)>0);\"\";Budget_Rader+COUNT({2})+1)))",
                    code, at(object_column::insats_book_order, row), above(object_column::insats_order, row),
                    at(object_column::insats_has_outcome, row))};
}

std::vector<Formula> insats_list_formulas(const Layout& layout, int row) {
    const std::string code = at(object_column::insats_code, row);
    std::vector<Formula> formulas;
    for (const Table& table : layout.tables) {
        for (const Row& list : table.rows) {
            if (list.kind != RowKind::account_list || list.list_by != ListBy::insats) {
                continue;
            }
            std::string conditions;
            for (const Column& column : table.columns) {
                conditions += fmt::format("{}ROUND({};2)<>0", conditions.empty() ? "" : ";",
                                          insats_sum(list, slot_of(column.year), code));
            }
            const int own = object_column::first_list + static_cast<int>(formulas.size());
            formulas.push_back(
                {fmt::format("IF({}=\"\";\"\";IF(OR({});COUNT({})+1;\"\"))", code, conditions, above(own, row))});
        }
    }
    return formulas;
}

} // namespace finsam::workbook
