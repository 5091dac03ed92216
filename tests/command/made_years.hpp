#pragma once
// Years of invented förbund as SIE 4E, in whole kronor: bank, equity, contributions and three kinds of costs (BAS).

#include <cstdint>
#include <fmt/format.h>
#include <string>
#include <vector>

namespace finsam::command_test {

struct MadeYear {
    int year = 2024;
    std::int64_t opening = 0; ///< equity and bank when the year began
    std::int64_t income = 0;
    std::int64_t bought = 0, premises = 0, wages = 0; ///< costs, positive: 4010, 5010, 7010
    std::int64_t budget = 0;                          ///< of the year's result; 0: the file has none
    std::string generated = {};                       ///< #GEN; "" is in January of the next year
    std::string more = {};                            ///< lines before the vouchers

    [[nodiscard]] std::int64_t result() const { return income - bought - premises - wages; }
    [[nodiscard]] std::int64_t closing() const { return opening + result(); }
};

/// The result stands on 89xx in no year, and is in equity when the next one begins.
inline std::string sie_of(const std::string& name, const std::string& number, const MadeYear& year) {
    const std::string generated = year.generated.empty() ? fmt::format("{}0115", year.year + 1) : year.generated;
    std::string sie = fmt::format("#FLAGGA 0\n#PROGRAM \"Provprogram\" 1.0\n#FORMAT PC8\n#GEN {}\n#SIETYP 4\n"
                                  "#ORGNR {}\n#FNAMN \"{}\"\n#RAR 0 {}0101 {}1231\n",
                                  generated, number, name, year.year, year.year);
    sie += "#KONTO 1930 Bank\n#KONTO 2010 \"Eget kapital\"\n#KONTO 3011 Driftbidrag\n#KONTO 4010 \"Inhyrd personal\"\n"
           "#KONTO 5010 Lokalhyra\n#KONTO 7010 \"Loner\"\n";
    sie +=
        fmt::format("#IB 0 1930 {0}\n#IB 0 2010 -{0}\n#UB 0 1930 {1}\n#UB 0 2010 -{0}\n", year.opening, year.closing());
    const struct {
        const char* account;
        std::int64_t amount;
    } rows[] = {{"3011", -year.income}, {"4010", year.bought}, {"5010", year.premises}, {"7010", year.wages}};
    std::string vouchers;
    for (const auto& [account, amount] : rows) {
        sie += fmt::format("#RES 0 {} {}\n", account, amount);
        vouchers += fmt::format("#VER A {0} {1}0630 \"Handelse\"\n{{\n#TRANS {2} {{}} {3}\n#TRANS 1930 {{}} {4}\n}}\n",
                                account[0] - '0', year.year, account, amount, -amount);
    }
    if (year.budget != 0) {
        sie += fmt::format("#PBUDGET 0 {}12 3011 {{}} -{}\n#PBUDGET 0 {}12 7010 {{}} {}\n", year.year, year.income,
                           year.year, year.income - year.budget);
    }
    return sie + year.more + vouchers;
}

/// Years in a row: each begins with what the one before left.
inline std::vector<MadeYear> chained(std::vector<MadeYear> years) {
    for (std::size_t i = 1; i < years.size(); ++i) {
        years[i].opening = years[i - 1].closing();
        years[i].year = years[i - 1].year + 1;
    }
    return years;
}

} // namespace finsam::command_test
