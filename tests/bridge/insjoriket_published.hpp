#pragma once
// The published tables of Samordningsförbundet Insjöriket's annual report 2024, and books whose balances give them.
// The account numbers are invented within BAS; the amounts are the report's, typed from it, in kronor.

#include "bridge/ledger/books.hpp"
#include "bridge/report/typed_input.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace finsam::insjoriket {

/// A printed figure in the table's unit, with the sign of the print (the balance sheet prints credits negative).
struct Figure {
    std::string_view table, row;
    std::size_t column;
    std::int64_t printed;
};

inline const std::vector<Figure> published = {
    // resultaträkning, kr
    {"resultatrakning", "verksamhetens_intakter", 0, 14278000},
    {"resultatrakning", "verksamhetens_intakter", 1, 14278000},
    {"resultatrakning", "verksamhetens_kostnader", 0, -12975915},
    {"resultatrakning", "verksamhetens_kostnader", 1, -14362754},
    {"resultatrakning", "avskrivningar", 0, 0},
    {"resultatrakning", "avskrivningar", 1, 0},
    {"resultatrakning", "verksamhetens_resultat", 0, 1302085},
    {"resultatrakning", "verksamhetens_resultat", 1, -84754},
    {"resultatrakning", "finansiella_intakter", 0, 361111},
    {"resultatrakning", "finansiella_intakter", 1, 312609},
    {"resultatrakning", "finansiella_kostnader", 0, -531},
    {"resultatrakning", "finansiella_kostnader", 1, 0},
    {"resultatrakning", "resultat_efter_finansiella_poster", 0, 1662665},
    {"resultatrakning", "resultat_efter_finansiella_poster", 1, 227855},
    {"resultatrakning", "extraordinara_poster", 1, 0},
    {"resultatrakning", "arets_resultat", 0, 1662665},
    {"resultatrakning", "arets_resultat", 1, 227855},
    // balansräkning, kr
    {"balansrakning", "maskiner_inventarier", 0, 0},
    {"balansrakning", "maskiner_inventarier", 1, 0},
    {"balansrakning", "summa_anlaggningstillgangar", 0, 0},
    {"balansrakning", "summa_anlaggningstillgangar", 1, 0},
    {"balansrakning", "kortfristiga_fordringar", 0, 430682},
    {"balansrakning", "kortfristiga_fordringar", 1, 417385},
    {"balansrakning", "kortfristiga_placeringar", 0, 0},
    {"balansrakning", "kortfristiga_placeringar", 1, 0},
    {"balansrakning", "kassa_bank", 0, 8997905},
    {"balansrakning", "kassa_bank", 1, 7909833},
    {"balansrakning", "summa_omsattningstillgangar", 0, 9428587},
    {"balansrakning", "summa_omsattningstillgangar", 1, 8327218},
    {"balansrakning", "summa_tillgangar", 0, 9428587},
    {"balansrakning", "summa_tillgangar", 1, 8327218},
    {"balansrakning", "eget_kapital", 0, -8452004},
    {"balansrakning", "eget_kapital", 1, -6789339},
    {"balansrakning", "arets_resultat", 0, -1662665},
    {"balansrakning", "arets_resultat", 1, -227855},
    {"balansrakning", "ovrigt_eget_kapital", 0, -6789339},
    {"balansrakning", "ovrigt_eget_kapital", 1, -6561484},
    {"balansrakning", "avsattningar", 0, 0},
    {"balansrakning", "avsattningar", 1, 0},
    {"balansrakning", "langfristiga_skulder", 0, 0},
    {"balansrakning", "langfristiga_skulder", 1, 0},
    {"balansrakning", "kortfristiga_skulder", 0, -976583},
    {"balansrakning", "kortfristiga_skulder", 1, -1537879},
    {"balansrakning", "summa_eget_kapital_avsattningar_skulder", 0, -9428587},
    {"balansrakning", "summa_eget_kapital_avsattningar_skulder", 1, -8327218},
    {"balansrakning", "ansvarsforbindelser", 0, 0},
    {"balansrakning", "ansvarsforbindelser", 1, 0},
    // kassaflödesanalys, kr
    {"kassaflodesanalys", "arets_resultat", 0, 1662665},
    {"kassaflodesanalys", "arets_resultat", 1, 227855},
    {"kassaflodesanalys", "ej_likviditetspaverkande", 0, 0},
    {"kassaflodesanalys", "ej_likviditetspaverkande", 1, 0},
    {"kassaflodesanalys", "medel_fore_rorelsekapital", 0, 1662665},
    {"kassaflodesanalys", "medel_fore_rorelsekapital", 1, 227855},
    {"kassaflodesanalys", "forandring_fordringar", 0, -13297},
    {"kassaflodesanalys", "forandring_fordringar", 1, -195217},
    {"kassaflodesanalys", "forandring_skulder", 0, -561296},
    {"kassaflodesanalys", "forandring_skulder", 1, -791132},
    {"kassaflodesanalys", "lopande", 0, -574593},
    {"kassaflodesanalys", "lopande", 1, -986349},
    {"kassaflodesanalys", "arets_kassaflode", 0, 1088072},
    {"kassaflodesanalys", "arets_kassaflode", 1, -758494},
    {"kassaflodesanalys", "likvida_vid_arets_borjan", 0, 7909833},
    {"kassaflodesanalys", "likvida_vid_arets_borjan", 1, 8668327},
    {"kassaflodesanalys", "likvida_vid_arets_slut", 0, 8997905},
    {"kassaflodesanalys", "likvida_vid_arets_slut", 1, 7909833},
    // balanskravsutredning, kr
    {"balanskrav", "arets_resultat", 0, 1662665},
    {"balanskrav", "realisationsvinster", 0, 0},
    {"balanskrav", "realisationsvinster_undantag", 0, 0},
    {"balanskrav", "realisationsforluster_undantag", 0, 0},
    {"balanskrav", "orealiserade", 0, 0},
    {"balanskrav", "aterforing", 0, 0},
    {"balanskrav", "balanskravsresultat", 0, 1662665},
    // driftredovisning, tkr
    {"driftredovisning_sammandrag", "kostnader", 0, 12976},
    {"driftredovisning_sammandrag", "kostnader", 1, 16400},
    {"driftredovisning_sammandrag", "kostnader", 2, 3424},
    {"driftredovisning_sammandrag", "kostnader", 3, 14363},
    {"driftredovisning_sammandrag", "medlemsavgift", 0, 14278},
    {"driftredovisning_sammandrag", "medlemsavgift", 1, 14278},
    {"driftredovisning_sammandrag", "medlemsavgift", 2, 0},
    {"driftredovisning_sammandrag", "medlemsavgift", 3, 14278},
    {"driftredovisning_sammandrag", "resultat", 0, 1663},
    {"driftredovisning_sammandrag", "resultat", 1, -2122},
    {"driftredovisning_sammandrag", "resultat", 2, 3785},
    {"driftredovisning_sammandrag", "resultat", 3, 228},
    {"driftredovisning_sammandrag", "utgaende_eget_kapital", 0, 8452},
    {"driftredovisning_sammandrag", "utgaende_eget_kapital", 3, 6789},
    {"driftredovisning_sammandrag", "likvida_medel", 0, 8998},
    {"driftredovisning_sammandrag", "likvida_medel", 3, 7910},
    // not 1, kr
    {"not_1_intakter", "driftbidrag.3011", 0, 7139000},
    {"not_1_intakter", "driftbidrag.3011", 1, 7139000},
    {"not_1_intakter", "driftbidrag.3012", 0, 1067000},
    {"not_1_intakter", "driftbidrag.3012", 1, 1067000},
    {"not_1_intakter", "driftbidrag.3013", 0, 603000},
    {"not_1_intakter", "driftbidrag.3013", 1, 603000},
    {"not_1_intakter", "driftbidrag.3014", 0, 600000},
    {"not_1_intakter", "driftbidrag.3014", 1, 596000},
    {"not_1_intakter", "driftbidrag.3015", 0, 660000},
    {"not_1_intakter", "driftbidrag.3015", 1, 664000},
    {"not_1_intakter", "driftbidrag.3016", 0, 639000},
    {"not_1_intakter", "driftbidrag.3016", 1, 639000},
    {"not_1_intakter", "driftbidrag.3017", 0, 3570000},
    {"not_1_intakter", "driftbidrag.3017", 1, 3570000},
    {"not_1_intakter", "bidrag_esf", 0, 0},
    {"not_1_intakter", "bidrag_esf", 1, 0},
    {"not_1_intakter", "ovriga_intakter", 0, 0},
    {"not_1_intakter", "ovriga_intakter", 1, 0},
    {"not_1_intakter", "summa", 0, 14278000},
    {"not_1_intakter", "summa", 1, 14278000},
    // not 2, kr
    {"not_2_kostnader", "verksamhetsanknuten_personal", 0, 9333396},
    {"not_2_kostnader", "verksamhetsanknuten_personal", 1, 8385997},
    {"not_2_kostnader", "verksamhetsanknutna_lokaler", 0, 2200},
    {"not_2_kostnader", "verksamhetsanknutna_lokaler", 1, 3500},
    {"not_2_kostnader", "verksamhetsanknutet_ovrigt", 0, 403537},
    {"not_2_kostnader", "verksamhetsanknutet_ovrigt", 1, 2893306},
    {"not_2_kostnader", "ovriga_kostnader", 0, 1056549},
    {"not_2_kostnader", "ovriga_kostnader", 1, 931730},
    {"not_2_kostnader", "arvoden", 0, 111002},
    {"not_2_kostnader", "arvoden", 1, 108594},
    {"not_2_kostnader", "personalkostnader", 0, 2069231},
    {"not_2_kostnader", "personalkostnader", 1, 2039627},
    {"not_2_kostnader", "summa", 0, 12975915},
    {"not_2_kostnader", "summa", 1, 14362754},
    // not 3, kr
    {"not_3_rakenskapsrevision", "rakenskapsrevision", 0, 61000},
    {"not_3_rakenskapsrevision", "rakenskapsrevision", 1, 61000},
    // not 4, kr
    {"not_4_fordringar", "kundfordringar", 0, 0},
    {"not_4_fordringar", "kundfordringar", 1, 0},
    {"not_4_fordringar", "skattekonto", 0, 166323},
    {"not_4_fordringar", "skattekonto", 1, 81775},
    {"not_4_fordringar", "fordran_moms", 0, 175872},
    {"not_4_fordringar", "fordran_moms", 1, 248495},
    {"not_4_fordringar", "ovriga_fordringar", 0, 0},
    {"not_4_fordringar", "ovriga_fordringar", 1, 0},
    {"not_4_fordringar", "interimsfordringar", 0, 88487},
    {"not_4_fordringar", "interimsfordringar", 1, 87115},
    {"not_4_fordringar", "summa", 0, 430682},
    {"not_4_fordringar", "summa", 1, 417385},
    // not 5, kr
    {"not_5_kortfristiga_skulder", "leverantorsskulder", 0, 542100},
    {"not_5_kortfristiga_skulder", "leverantorsskulder", 1, 689871},
    {"not_5_kortfristiga_skulder", "skatteskulder", 0, 71128},
    {"not_5_kortfristiga_skulder", "skatteskulder", 1, 62948},
    {"not_5_kortfristiga_skulder", "ovriga_skulder", 0, 80046},
    {"not_5_kortfristiga_skulder", "ovriga_skulder", 1, 78176},
    {"not_5_kortfristiga_skulder", "upplupna_loner", 0, 90255},
    {"not_5_kortfristiga_skulder", "upplupna_loner", 1, 97863},
    {"not_5_kortfristiga_skulder", "forutbetalda_intakter", 0, 0},
    {"not_5_kortfristiga_skulder", "forutbetalda_intakter", 1, 0},
    {"not_5_kortfristiga_skulder", "upplupna_kostnader", 0, 193054},
    {"not_5_kortfristiga_skulder", "upplupna_kostnader", 1, 609021},
    {"not_5_kortfristiga_skulder", "summa", 0, 976583},
    {"not_5_kortfristiga_skulder", "summa", 1, 1537879},
    // översikt, tkr; soliditet and antal anställda have tests of their own
    {"oversikt", "verksamhetens_intakter", 0, 14278},
    {"oversikt", "verksamhetens_intakter", 1, 14278},
    {"oversikt", "verksamhetens_intakter", 2, 14559},
    {"oversikt", "verksamhetens_intakter", 3, 15480},
    {"oversikt", "verksamhetens_kostnader", 0, 12976},
    {"oversikt", "verksamhetens_kostnader", 1, 14363},
    {"oversikt", "verksamhetens_kostnader", 2, 12333},
    {"oversikt", "verksamhetens_kostnader", 3, 13874},
    {"oversikt", "arets_resultat", 0, 1663},
    {"oversikt", "arets_resultat", 1, 228},
    {"oversikt", "arets_resultat", 2, 2226},
    {"oversikt", "arets_resultat", 3, 1606},
};

/// A figure that the print has wrong or lacks (`printed` empty), with the right one and the rule it follows from.
struct Misprint {
    std::string_view table, row;
    std::size_t column;
    std::optional<std::int64_t> printed;
    std::int64_t right;
    std::string_view rule;
};

inline const std::vector<Misprint> misprints = {
    // 1 662 665 - 13 297 - 561 296 and 227 855 - 195 217 - 791 132: the print leaves out the result.
    {"kassaflodesanalys", "lopande", 0, -574593, 1088072,
     "RKR R13: kassaflödet från den löpande verksamheten innehåller årets resultat"},
    {"kassaflodesanalys", "lopande", 1, -986349, -758494,
     "RKR R13: kassaflödet från den löpande verksamheten innehåller årets resultat"},
    // -12 976 + 14 278 is 1 302, not 1 663: 361 111 - 531 = 360 580 of interest is in the result but on no row.
    {"driftredovisning_sammandrag", "finansnetto", 0, std::nullopt, 361,
     "RKR R14: raderna summerar till resultatet, 14 278 - 12 976 + 361 = 1 663"},
    {"driftredovisning_sammandrag", "finansnetto", 1, std::nullopt, 0,
     "RKR R14: raderna summerar till resultatet, 14 278 - 16 400 + 0 = -2 122"},
    {"driftredovisning_sammandrag", "finansnetto", 2, std::nullopt, 361,
     "RKR R14: raderna summerar till resultatet, 3 424 + 0 + 361 = 3 785"},
    {"driftredovisning_sammandrag", "finansnetto", 3, std::nullopt, 313,
     "RKR R14: raderna summerar till resultatet, 14 278 - 14 363 + 313 = 228"},
    // Rows that the section lists and the print leaves out.
    {"balanskrav", "efter_justeringar", 0, std::nullopt, 1662665, "LKBR 11 kap. 10 §"},
    {"balanskrav", "reservering", 0, std::nullopt, 0, "LKBR 11 kap. 10 §"},
    {"balanskrav", "anvandning", 0, std::nullopt, 0, "LKBR 11 kap. 10 §"},
};

struct AccountKronor {
    const char* account;
    std::int64_t kronor;
};

inline AccountAmounts amounts(const std::vector<AccountKronor>& rows) {
    AccountAmounts out;
    for (const AccountKronor& row : rows) {
        out[row.account] = Ore::from_kronor(row.kronor);
    }
    return out;
}

/// Books of 2024 and 2023, and the opening of 2023 as the closing of 2022. With `result_booked` the results stand on
/// 8999 and 2099 as after a finished closing; without, the equity accounts hold earlier years alone.
inline Books books(bool result_booked = true) {
    Books out;
    out.company_name = "Samordningsförbundet Insjöriket";
    YearBooks y2024, y2023, y2022;
    y2024.from = {2024, 1, 1}, y2024.to = {2024, 12, 31};
    y2023.from = {2023, 1, 1}, y2023.to = {2023, 12, 31};
    y2022.from = {2022, 1, 1}, y2022.to = {2022, 12, 31};
    y2024.closing = amounts({{"1630", 166323},
                             {"1710", 88487},
                             {"1930", 8997905},
                             {"2010", -6789339},
                             {"2440", -542100},
                             {"2640", 175872},
                             {"2710", -71128},
                             {"2731", -80046},
                             {"2920", -68700},
                             {"2940", -21555},
                             {"2990", -193054}});
    y2023.closing = amounts({{"1630", 81775},
                             {"1710", 87115},
                             {"1930", 7909833},
                             {"2010", -6561484},
                             {"2440", -689871},
                             {"2640", 248495},
                             {"2710", -62948},
                             {"2731", -78176},
                             {"2920", -74500},
                             {"2940", -23363},
                             {"2990", -609021}});
    // 417 385 - 195 217 and 1 537 879 + 791 132: what the printed changes of 2023 started from.
    y2022.closing = amounts({{"1630", 222168}, {"1930", 8668327}, {"2010", -6561484}, {"2440", -2329011}});
    y2024.result = amounts({{"3011", -7139000},
                            {"3012", -1067000},
                            {"3013", -603000},
                            {"3014", -600000},
                            {"3015", -660000},
                            {"3016", -639000},
                            {"3017", -3570000},
                            {"4010", 9333396},
                            {"4610", 2200},
                            {"4710", 403537},
                            {"5410", 995549},
                            {"6420", 61000},
                            {"7010", 2069231},
                            {"7240", 111002},
                            {"8310", -361111},
                            {"8410", 531}});
    y2023.result = amounts({{"3011", -7139000},
                            {"3012", -1067000},
                            {"3013", -603000},
                            {"3014", -596000},
                            {"3015", -664000},
                            {"3016", -639000},
                            {"3017", -3570000},
                            {"4010", 8385997},
                            {"4610", 3500},
                            {"4710", 2893306},
                            {"5410", 870730},
                            {"6420", 61000},
                            {"7010", 2039627},
                            {"7240", 108594},
                            {"8310", -312609}});
    y2024.closing_source = y2023.closing_source = ClosingSource::closing;
    y2022.closing_source = ClosingSource::next_opening;
    if (result_booked) {
        (*y2024.closing)["2099"] = Ore::from_kronor(-1662665);
        (*y2024.result)["8999"] = Ore::from_kronor(1662665);
        (*y2023.closing)["2099"] = Ore::from_kronor(-227855);
        (*y2023.result)["8999"] = Ore::from_kronor(227855);
    }
    y2023.opening = y2022.closing;
    y2024.opening = y2023.closing;
    y2024.opening->erase("2099");
    (*y2024.opening)["2010"] = Ore::from_kronor(-6789339); // last year's result is carried over
    out.years = {y2024, y2023, y2022};
    return out;
}

/// What the office types: two earlier years of the overview, the number of employees and the budget.
inline TypedInput typed() {
    TypedInput out;
    for (const int year : {2024, 2023, 2022, 2021}) {
        out.years[year]["antal_anstallda"] = 2;
    }
    out.years[2022]["verksamhetens_intakter"] = 14559000;
    out.years[2022]["verksamhetens_kostnader"] = 12333000;
    out.years[2022]["arets_resultat"] = 2226000;
    out.years[2021]["verksamhetens_intakter"] = 15480000;
    out.years[2021]["verksamhetens_kostnader"] = 13874000;
    out.years[2021]["arets_resultat"] = 1606000;
    out.years[2021]["soliditet"] = 0.60;
    out.budget = {{"10", "Insatser", Ore::from_kronor(14278000), Ore::from_kronor(-14200000), Ore::from_kronor(78000)},
                  {"20", "Kansli", Ore(), Ore::from_kronor(-2200000), Ore::from_kronor(-2200000)}};
    return out;
}

} // namespace finsam::insjoriket
