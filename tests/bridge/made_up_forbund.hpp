#pragma once
// Books of a förbund that is none of the published ones: six-digit accounts of Kommun-Bas, four dimensions, a fiscal
// year from July to June, a member that is new this year, and a loss after a loss.

#include <string>

namespace finsam::made_up {

inline constexpr const char* chart_of_accounts = R"(#KONTO 121000 "Inventarier"
#KONTO 121900 "Ackumulerade avskrivningar inventarier"
#KONTO 193000 "Bank"
#KONTO 201000 "Eget kapital"
#KONTO 244100 "Leverantörsskulder"
#KONTO 264100 "Ingående moms"
#KONTO 351100 "Driftbidrag staten"
#KONTO 351200 "Driftbidrag regionen"
#KONTO 351310 "Driftbidrag Norrby"
#KONTO 351320 "Driftbidrag Söderby"
#KONTO 351330 "Driftbidrag Österby"
#KONTO 461000 "Köp av huvudverksamhet"
#KONTO 501100 "Arvoden förtroendevalda"
#KONTO 511000 "Löner arbetad tid"
#KONTO 743000 "Konsulttjänster"
#KONTO 791000 "Avskrivningar inventarier"
#KONTO 841000 "Ränteintäkter"
#KONTO 852000 "Räntekostnader"
#DIM 1 "Ansvar"
#DIM 6 "Projekt"
#DIM 20 "Aktivitet"
#DIM 30 "Motpart"
#OBJEKT 20 "10" "Finansiering"
#OBJEKT 20 "11" "Unga vuxna"
#OBJEKT 20 "12" "Kansli och styrelse"
#OBJEKT 20 "13" "Steget vidare"
)";

/// Income 1 000 000, costs 1 150 000: a loss of 150 000, not booked over 89xx.
inline std::string first_year() {
    return std::string("#FLAGGA 0\n#PROGRAM \"Provbok\" 1\n#FORMAT PC8\n#GEN 20230901\n#SIETYP 4\n"
                       "#ORGNR 222000-7777\n#FNAMN \"Samordningsförbundet Trelänken\"\n#RAR 0 20220701 20230630\n") +
           chart_of_accounts + R"(#IB 0 193000 1000000.00
#IB 0 201000 -1000000.00
#UB 0 193000 850000.00
#UB 0 201000 -1000000.00
#RES 0 351100 -500000.00
#RES 0 351200 -250000.00
#RES 0 351310 -125000.00
#RES 0 351320 -125000.00
#RES 0 461000 500000.00
#RES 0 501100 50000.00
#RES 0 511000 600000.00
)";
}

/// Österby is a member from this year. Income 1 205 000, costs 1 271 000: a loss of 66 000.
inline std::string second_year() {
    return std::string("#FLAGGA 0\n#PROGRAM \"Provbok\" 1\n#FORMAT PC8\n#GEN 20240901\n#SIETYP 4\n"
                       "#ORGNR 222000-7777\n#FNAMN \"Samordningsförbundet Trelänken\"\n#RAR 0 20230701 20240630\n"
                       "#RAR -1 20220701 20230630\n") +
           chart_of_accounts + R"(#IB 0 193000 850000.00
#IB 0 201000 -850000.00
#UB 0 121000 50000.00
#UB 0 121900 -10000.00
#UB 0 193000 754000.00
#UB 0 201000 -850000.00
#UB 0 244100 -25000.00
#UB 0 264100 15000.00
#RES 0 351100 -600000.00
#RES 0 351200 -300000.00
#RES 0 351310 -120000.00
#RES 0 351320 -100000.00
#RES 0 351330 -80000.00
#RES 0 461000 480000.00
#RES 0 501100 60000.00
#RES 0 511000 700000.00
#RES 0 743000 20000.00
#RES 0 791000 10000.00
#RES 0 841000 -5000.00
#RES 0 852000 1000.00
#PBUDGET 0 202312 351100 {20 "10"} -1150000.00
#PBUDGET 0 202401 511000 {20 "11"} 1000000.00
#VER A 1 20230715 "Bidrag"
{
#TRANS 193000 {} 1200000.00
#TRANS 351100 {20 "10" 30 "S"} -600000.00
#TRANS 351200 {20 "10" 30 "R"} -300000.00
#TRANS 351310 {20 "10" 30 "N"} -120000.00
#TRANS 351320 {20 "10" 30 "M"} -100000.00
#TRANS 351330 {20 "10" 30 "O"} -80000.00
}
#VER A 2 20231231 "Löner"
{
#TRANS 511000 {1 "100" 6 "P1" 20 "11" 30 "N"} 700000.00
#TRANS 501100 {1 "100" 20 "12"} 60000.00
#TRANS 193000 {} -760000.00
}
#VER A 3 20240131 "Köpta insatser"
{
#TRANS 461000 {1 "200" 6 "P1" 20 "11" 30 "M"} 300000.00
#TRANS 461000 {1 "200" 6 "P2" 20 "13" 30 "O"} 180000.00
#TRANS 244100 {} -25000.00
#TRANS 193000 {} -455000.00
}
#VER A 4 20240228 "Konsult"
{
#TRANS 743000 {20 "12"} 20000.00
#TRANS 264100 {} 15000.00
#TRANS 193000 {} -35000.00
}
#VER A 5 20240301 "Datorer"
{
#TRANS 121000 {} 50000.00
#TRANS 193000 {} -50000.00
}
#VER A 6 20240630 "Avskrivning"
{
#TRANS 791000 {20 "12"} 10000.00
#TRANS 121900 {} -10000.00
}
#VER A 7 20240630 "Räntor"
{
#TRANS 193000 {} 4000.00
#TRANS 841000 {} -5000.00
#TRANS 852000 {} 1000.00
}
)";
}

} // namespace finsam::made_up
