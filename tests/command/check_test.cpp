// `finsam kontrollera`: what it says of a file, as JSON and as text.

#include "tests/command/run_command.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace finsam::command_test {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* heading = "#FLAGGA 0\n#PROGRAM Prov 1\n#FORMAT PC8\n#GEN 20250115 KALLE\n#SIETYP 4\n"
                                "#FNAMN Prov\n#RAR 0 20240101 20241231\n#KONTO 1930 Bank\n#KONTO 3010 Bidrag\n";

json check(const Folder& folder, const std::string& rest) {
    const Outcome outcome = run_finsam({"kontrollera", "--json", folder.write("prov.se", heading + rest)});
    return json::parse(outcome.out).at(0);
}

TEST(Check, NamesEachRefusedVoucher) {
    const Folder folder;
    const json file = check(folder, "#VER A 1 20240101\n{\n#TRANS 1930 {} 5\n#TRANS 3010 {} -4\n}\n"
                                    "#VER B 7 20240101\n{\n#TRANS 1930 {} x\n}\n");
    const json expected = json::parse(
        R"([{"serie": "A", "nummer": "1", "rad": 10, "kod": "verifikation_obalanserad", "skillnad": "1.00"},
            {"serie": "B", "nummer": "7", "rad": 15, "kod": "verifikation_avvisad", "skillnad": null}])");
    EXPECT_EQ(file.at("avvisade_verifikationer"), expected);
    EXPECT_EQ(file.at("avvisade").at("TRANS"), 3);
}

TEST(Check, ListsChangedVouchersWithoutSignatures) {
    const Folder folder;
    const std::string sie = std::string(heading) +
                            "#VER A 1 20240101 Text 20240102 KALLE\n{\n#TRANS 1930 {} 5\n#BTRANS 3010 {} -9 20240101 "
                            "x 1 KALLE\n#RTRANS 3010 {} -5 20240101 x 1 KALLE\n#TRANS 3010 {} -5\n}\n";
    const std::string path = folder.write("prov.se", sie);
    const Outcome as_json = run_finsam({"kontrollera", "--json", path});
    const json voucher = json::parse(as_json.out).at(0).at("andrade_verifikationer").at(0);
    EXPECT_EQ(voucher.at("nummer"), "1");
    EXPECT_EQ(voucher.at("rader").at(0).at("slag"), "struken");
    EXPECT_EQ(voucher.at("rader").at(0).at("belopp"), "-9.00");
    EXPECT_EQ(voucher.at("rader").at(1).at("slag"), "tillagd");
    const Outcome as_text = run_finsam({"kontrollera", path});
    EXPECT_THAT(as_text.out, HasSubstr("A 1 (rad 10): struken 3010 −9,00; tillagd 3010 −5,00"));
    EXPECT_THAT(as_text.out + as_text.err + as_json.out, Not(HasSubstr("KALLE")));
}

TEST(Check, TellsWhatDoesNotTiePerAccount) {
    const Folder folder;
    const std::string sie = "#IB 0 1930 0\n#UB 0 1930 7\n#RES 0 3010 -5\n#VER A 1 20240101\n{\n#TRANS 1930 {} 5\n"
                            "#TRANS 3010 {} -5\n}\n";
    const json file = check(folder, sie);
    EXPECT_EQ(file.at("avstamning").at("avvikande_kontonummer"), json::parse(R"(["1930"])"));
    EXPECT_EQ(file.at("avstamning").at("avvikelser"),
              json::parse(R"([{"avser": "UB", "konto": "1930", "objekt": [], "period": null, "beraknat": "5.00",
                               "angivet": "7.00"}])"));
    EXPECT_EQ(file.at("diagnoser").back().at("kod"), "saldo_avviker");
    EXPECT_EQ(file.at("diagnoser").back().at("avser"), "1930");
}

TEST(Check, TellsClosingBalancesAndResultThatDoNotSumToZero) {
    const Folder folder;
    const auto told = [&](const std::string& rest) {
        std::string text;
        const json file = check(folder, rest);
        for (const json& item : file.at("diagnoser")) {
            text += item.at("kod") == "utgaende_balans_obalanserad" ? item.at("text").get<std::string>() : "";
        }
        return text;
    };
    EXPECT_EQ(told("#UB 0 1930 7\n#RES 0 3010 -5\n"),
              "Utgående balanser och resultat för år 0 (#UB och #RES) summerar till 2,00 kr och inte till noll.");
    EXPECT_EQ(told("#UB 0 1930 5\n#RES 0 3010 -5\n"), "");
    EXPECT_EQ(told("#VER A 1 20240101\n{\n}\n"), "");
}

TEST(Check, EachUnbalancedVoucherIsOneDiagnosticAndOneRefusedVoucher) {
    const Folder folder;
    const json file = check(folder, "#VER A 1 20240101\n{\n#TRANS 1930 {} 5\n#TRANS 3010 {} -4\n}\n");
    const auto is_unbalanced = [](const json& item) { return item.at("kod") == "verifikation_obalanserad"; };
    EXPECT_EQ(std::ranges::count_if(file.at("diagnoser"), is_unbalanced), 1);
    EXPECT_EQ(std::ranges::count_if(file.at("avvisade_verifikationer"), is_unbalanced), 1);
}

TEST(Check, ARefusedFileIsNotReconciled) {
    const Folder folder;
    const json file = check(folder, "#UB 0 1930 7\n#VER A 1 20240101\n{\n}\n#VER A 2 20240101\n{\n");
    for (const json& item : file.at("diagnoser")) {
        EXPECT_NE(item.at("kod"), "saldo_avviker");
        EXPECT_NE(item.at("kod"), "utgaende_balans_obalanserad");
    }
}

TEST(Check, TellsGapsInSeriesAndDatesOutsideTheYear) {
    const Folder folder;
    const std::string path =
        folder.write("prov.se", std::string(heading) + "#VER A 1 20240101\n{\n}\n#VER A 5 20250101\n{\n}\n");
    const Outcome outcome = run_finsam({"kontrollera", path});
    EXPECT_THAT(outcome.out, HasSubstr("Serie A: 2 verifikationer, nummer 1–5; 3 nummer saknas (2–4)"));
    EXPECT_THAT(outcome.out, HasSubstr("utanför räkenskapsåret: 1 (datum i filen: 2024-01-01–2025-01-01)"));
}

TEST(Check, WarningsThatAreAlikeAreOneLine) {
    const Folder folder;
    std::string sie = heading;
    for (int month = 1; month <= 9; ++month) {
        sie += "#PBUDGET 0 20240" + std::to_string(month) + " 3010 5\n";
    }
    const Outcome outcome = run_finsam({"kontrollera", folder.write("prov.se", sie)});
    EXPECT_THAT(outcome.err, HasSubstr("Och 8 till: rad 11, rad 12, rad 13, rad 14, rad 15 … [klammer_saknas]"));
    const std::string once = "[klammer_saknas]";
    EXPECT_EQ(outcome.err.find(once), outcome.err.rfind(once));
}

} // namespace
} // namespace finsam::command_test
