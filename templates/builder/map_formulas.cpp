#include "templates/builder/map_formulas.hpp"

#include "bridge/report/account_key.hpp"
#include "bridge/report/map_keys.hpp"
#include "templates/builder/data_columns.hpp"
#include "templates/builder/data_formulas.hpp"

#include <fmt/format.h>

namespace finsam::workbook {

namespace {

/// Above every account key, and still ascending: what stands after the last step.
constexpr long long no_step = 1'000'000'000;

std::string at(int column, int row) {
    return cell({row, column});
}

template <class Keys>
std::string is_known(const std::string& reference, const Keys& keys, std::string_view one_more = {}) {
    std::string list = one_more.empty() ? "" : quoted(one_more);
    for (const std::string_view key : keys) {
        list += (list.empty() ? "" : ";") + quoted(key);
    }
    return fmt::format("ISNUMBER(MATCH({};{{{}}};0))", reference, list);
}

std::string is_row_key(const std::string& reference) {
    return "OR(" + is_known(reference, result_row_keys, booked_result_key) + ";" +
           is_known(reference, balance_row_keys) + ")";
}

/// Only digits, at most eight of them; VALUE alone takes 1E3 and -5 too.
std::string is_account(const std::string& reference) {
    return fmt::format("IFERROR(AND(LEN({0})<={1};TEXT(VALUE({0});REPT(\"0\";LEN({0})))={0}&\"\");FALSE())", reference,
                       account_key_places);
}

/// Rows whose range crosses this one: neither holds the other.
std::string crossings(const std::string& low, const std::string& end) {
    return fmt::format("((Karta_Lag<{0})*(Karta_Slut>{0})*(Karta_Slut<{1})+(Karta_Lag>{0})*(Karta_Lag<{1})*(Karta_Slut>"
                       "{1}))*(Karta_Bredd<>\"\")",
                       low, end);
}

std::string remark(int row) {
    namespace col = map_column;
    const std::string from = at(col::from, row), to = at(col::to, row);
    const std::string low = at(col::low, row), end = at(col::end, row);
    const std::string map_row = at(col::row, row), note = at(col::note_row, row), extra = at(col::extra, row);
    const std::string debit = at(col::debit_row, row), debit_note = at(col::debit_note_row, row);
    const std::string crossing = crossings(low, end);
    const std::string first = fmt::format("MATCH(1;INDEX({};0);0)", crossing);
    const auto cell_of = [&](int column) {
        const std::string name = column_name(column);
        return fmt::format("INDEX([.{0}${1}:.{0}${2}];{3})", name, data_first_row + 1, data_first_row + map_input_rows,
                           first);
    };
    return fmt::format(
        "IF(AND({0}=\"\";{1}=\"\");IF({2}=\"\";\"\";\"Skriv från och till.\");"
        "IF(OR({0}=\"\";{1}=\"\");\"Skriv både från och till.\";"
        "IF(NOT(AND({3};{4}));\"Från och till ska vara kontonummer, högst åtta "
        "siffror.\";"
        "IF({5}>={6};\"Från ligger efter till: byt plats på dem.\";"
        "IF(NOT({7});IF({2}=\"\";\"Välj en rad.\";\"Raden finns inte: välj en ur listan.\");"
        "IF(OR(AND({8}<>\"\";NOT({9}));AND({10}<>\"\";NOT({11}));AND({12}<>\"\";NOT({13}));AND({14}<>\"\";NOT({15})));"
        "\"Ett namn i notrad, uppgift, rad_debet eller notrad_debet finns inte: välj ur listan.\";"
        "IF(COUNTIFS(Karta_Lag;{5};Karta_Slut;{6})>1;\"Samma intervall står på flera rader: ta bort alla utom en.\";"
        "IF(SUMPRODUCT({16})>0;\"Går omlott med \"&{17}&\"–\"&{18}&\": ändra så att det ena ryms i det andra.\";\"\""
        "))))))))",
        from, to, map_row, is_account(from), is_account(to), low, end, is_row_key(map_row), note,
        is_known(note, note_row_keys), extra, is_known(extra, extra_keys), debit, is_known(debit, balance_row_keys),
        debit_note, is_known(debit_note, note_row_keys), crossing, cell_of(col::from), cell_of(col::to));
}

/// Of the ranges that hold the key, the narrowest (calc-extension.md, measured).
std::string narrowest(const std::string& key) {
    return fmt::format(
        "MATCH(1;INDEX((Karta_Lag<={0})*(Karta_Slut>{0})*(Karta_Bredd=MINIFS(Karta_Bredd;Karta_Lag;\"<=\"&{0};Karta_"
        "Slut;\">\"&{0}));0);0)",
        key);
}

} // namespace

std::vector<Formula> map_formulas(int row) {
    const std::string from = at(map_column::from, row);
    const std::string to = at(map_column::to, row);
    const auto guarded = [&](const std::string& value) {
        return Formula{fmt::format("IF(OR({}=\"\";{}=\"\");\"\";IFERROR({};\"\"))", from, to, value)};
    };
    return {{remark(row)},
            guarded(padded_account(from, '0')),
            guarded(padded_account(to, '9') + "+1"),
            guarded(at(map_column::end, row) + "-" + at(map_column::low, row))};
}

std::vector<Formula> map_step_formulas(int number, int row) {
    const std::string step = at(map_column::step, row);
    return {{fmt::format("IFERROR(SMALL(Karta_Granser;{});{})", number, no_step + number)},
            {fmt::format("IF({0}>={1};\"\";IFERROR({2};\"\"))", step, no_step, narrowest(step))}};
}

std::string map_row_of(const std::string& key) {
    return fmt::format("IFERROR(INDEX(Karta_Stegrad;MATCH({};Karta_Steg;1));\"\")", key);
}

Formula map_verdict() {
    const std::string unmapped = fmt::format("(Saldon_Anmarkning={})", quoted(unmapped_remark));
    const std::string accounts = fmt::format("SUMPRODUCT({}*1)", unmapped);
    const std::string rows = "SUMPRODUCT((Karta_Anmarkning<>\"\")*1)";
    return {fmt::format(
        "IF({0}=0;\"\";{0}&IF({0}=1;\" konto\";\" konton\")&\" med saldo saknas i kartan, först \"&INDEX(Saldon_Konto;"
        "MATCH({2};Saldon_Anmarkning;0))&\" \"&INDEX(Saldon_Benamning;MATCH({2};Saldon_Anmarkning;0))&\": skriv ett "
        "intervall i en tom gul rad. \")&IF({1}=0;\"\";{1}&IF({1}=1;\" rad\";\" rader\")&\" i kartan ska rättas, "
        "se kolumnen anmärkning.\")",
        accounts, rows, quoted(unmapped_remark))};
}

} // namespace finsam::workbook
