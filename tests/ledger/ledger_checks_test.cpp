// Checks of the ledger: each fault put into sound books is found by its check, with its voucher or account, and by no
// other; sound books give nothing but information.

#include "bridge/ledger/checks/account_side.hpp"
#include "bridge/ledger/checks/bank_holidays.hpp"
#include "fixtures.hpp"

#include <gmock/gmock.h>

namespace finsam {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Key = LedgerCheckKey;

std::string voucher(std::string_view name, std::string_view day, std::string_view text, int kronor,
                    std::string_view cost = "5010") {
    const std::string amount = std::to_string(kronor);
    return "#VER " + std::string(name) + " " + std::string(day) + " \"" + std::string(text) + "\"\n{\n#TRANS " +
           std::string(cost) + " {} " + amount + "\n#TRANS 1930 {} -" + amount + "\n}\n";
}

/// Wednesday, Thursday and Friday of 2024: a contribution of 100 and costs of 20 and 30.
std::string vouchers() {
    return "#VER A 1 20240306 Bidrag\n{\n#TRANS 1930 {} 100\n#TRANS 3010 {} -100\n}\n" +
           voucher("A 2", "20240307", "Hyra mars", 20) + voucher("A 3", "20240308", "El", 30);
}

/// Books of 2024 that tie and whose result, 50, is entered on 8999.
std::string balances() {
    return "#KONTO 8999 \"Årets resultat\"\n#IB 0 1930 500\n#IB 0 2010 -500\n#UB 0 1930 550\n#UB 0 2010 -550\n"
           "#RES 0 3010 -100\n#RES 0 5010 50\n#RES 0 8999 50\n";
}
std::string closing_voucher() {
    return "#VER B 1 20241231 \"Årets resultat\"\n{\n#TRANS 8999 {} 50\n#TRANS 2010 {} -50\n}\n";
}
std::string file_2024(const std::string& more = "") {
    return head(2024, "20250110") + chart() + balances() + vouchers() + closing_voucher() + more;
}

std::vector<CheckedYear> check(const Ledger& ledger, const LedgerCheckQuery& query = {}) {
    std::vector<CheckedYear> years;
    const auto count = ledger.check(query, [&](const CheckedYear& year) { years.push_back(year); });
    EXPECT_TRUE(count.has_value()) << count.error().text;
    return years;
}

CheckedYear check(const std::string& sie) {
    Ledger ledger = empty_ledger();
    take(ledger, sie);
    return check(ledger).at(0);
}

/// Names of the checks that found an error or a warning.
std::vector<std::string_view> alarms(const CheckedYear& year) {
    std::vector<std::string_view> names;
    for (const LedgerCheck& one : year.checks) {
        if (one.errors + one.warnings > 0) {
            names.push_back(one.rule->name);
        }
    }
    return names;
}

std::string name_of(const LedgerFinding& finding) {
    return finding.voucher ? finding.voucher->series + finding.voucher->number : "";
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

TEST(LedgerChecks, SoundBooksGiveNothing) {
    const CheckedYear year = check(file_2024());
    EXPECT_THAT(alarms(year), IsEmpty());
    EXPECT_EQ(year.notes(), 0U);
    EXPECT_EQ(year.at(Key::ib_rorelse_ub).state(), "stämmer");
    EXPECT_EQ(year.at(Key::ib_ub).state(), "ej tillämplig");
    EXPECT_THAT(year.files, ElementsAre("prov.se"));
}

TEST(LedgerChecks, RulesStandInTheOrderOfTheirKeys) {
    for (std::size_t i = 0; i < ledger_check_count; ++i) {
        EXPECT_EQ(static_cast<std::size_t>(ledger_check_rules().at(i).key), i);
    }
}

TEST(LedgerChecks, ARefusedVoucherIsToldAndExplainsTheDifference) {
    const CheckedYear year = check(file_2024("#VER A 4 20240311 Fel\n{\n#TRANS 5010 {} 7\n#TRANS 1930 {} -6\n}\n"));
    EXPECT_THAT(alarms(year), ElementsAre("lasfel"));
    EXPECT_THAT(year.at(Key::lasfel).findings.at(0).text, HasSubstr("1 avvisad verifikation"));
}

TEST(LedgerChecks, AnAccountThatDoesNotTieIsNamedWithBothAmounts) {
    const CheckedYear year = check(
        replaced(replaced(file_2024(), "#UB 0 1930 550", "#UB 0 1930 549"), "#UB 0 2010 -550", "#UB 0 2010 -549"));
    EXPECT_THAT(alarms(year), ElementsAre("ib_rorelse_ub"));
    const auto& findings = year.at(Key::ib_rorelse_ub).findings;
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0].account, "1930");
    EXPECT_EQ(findings[0].account_name, "Bank");
    EXPECT_EQ(findings[0].amount, kr(-1));
    EXPECT_THAT(findings[0].text, HasSubstr("549,00"));
    EXPECT_THAT(findings[0].text, HasSubstr("550,00"));
}

TEST(LedgerChecks, AnAccountThatVouchersMovedNeedsABalance) {
    const CheckedYear year = check(file_2024(voucher("A 4", "20240311", "Lön", 5, "7010") +
                                             "#VER A 5 20240312 Retur\n{\n#TRANS 1930 {} 5\n#TRANS 4010 {} -5\n}\n"));
    const auto& findings = year.at(Key::ib_rorelse_ub).findings;
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0].account, "4010");
    EXPECT_EQ(findings[1].account, "7010");
}

TEST(LedgerChecks, BalancesThatDoNotSumToZeroAreAnError) {
    const CheckedYear year = check(head(2024, "20250110") + chart() +
                                   "#IB 0 1930 500\n#IB 0 2010 -500\n#UB 0 1930 551\n#UB 0 2010 -500\n"
                                   "#RES 0 3010 -100\n#RES 0 5010 50\n");
    EXPECT_THAT(alarms(year), ElementsAre("saldon_summerar_till_noll"));
    EXPECT_EQ(year.at(Key::saldon_summerar_till_noll).findings.at(0).amount, kr(1));
    EXPECT_EQ(year.at(Key::nummerserier).state(), "ej tillämplig");
}

// -- the result -------------------------------------------------------------------------------------------------------

TEST(LedgerChecks, AResultThatIsNotBookedIsInformation) {
    const CheckedYear year =
        check(head(2024, "20250110") + chart() + "#UB 0 1930 550\n#UB 0 2010 -500\n#RES 0 3010 -100\n#RES 0 5010 50\n");
    EXPECT_EQ(year.at(Key::bokfort_resultat).state(), "upplysning");
    EXPECT_EQ(year.at(Key::bokfort_resultat).findings.at(0).amount, kr(-50));
}

TEST(LedgerChecks, AResultBookedWithAnotherAmountIsAnError) {
    const CheckedYear year =
        check(head(2024, "20250110") + chart() +
              "#UB 0 1930 550\n#UB 0 2010 -540\n#RES 0 3010 -100\n#RES 0 5010 50\n#RES 0 8999 40\n");
    EXPECT_THAT(alarms(year), ElementsAre("bokfort_resultat"));
    EXPECT_EQ(year.at(Key::bokfort_resultat).findings.at(0).amount, kr(-10));
}

// -- the year before --------------------------------------------------------------------------------------------------

CheckedYear after(const std::string& file_2023, const std::string& sie_2024 = file_2024()) {
    Ledger ledger = empty_ledger();
    take(ledger, file_2023, "2023.se");
    take(ledger, sie_2024, "2024.se");
    return check(ledger, {.year = 2024}).at(0);
}
std::string file_2023(const std::string& balances) {
    return head(2023, "20240110") + chart() + balances;
}

TEST(LedgerChecks, OpeningIsLastYearsClosingWithItsResultInEquity) {
    // 2023 ended with 480 of equity and a result of 20 that no 89xx carried there.
    const CheckedYear year = after(file_2023("#UB 0 1930 500\n#UB 0 2010 -480\n#RES 0 3010 -20\n"));
    EXPECT_EQ(year.at(Key::ib_ub).state(), "stämmer");
    EXPECT_THAT(alarms(year), IsEmpty());
}

TEST(LedgerChecks, AnAccountThatOpensWithAnotherAmountIsNamed) {
    const CheckedYear year = after(file_2023("#UB 0 1930 499\n#UB 0 1510 1\n#UB 0 2010 -480\n#RES 0 3010 -20\n"));
    const auto& findings = year.at(Key::ib_ub).findings;
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0].account, "1510");
    EXPECT_EQ(findings[0].amount, kr(-1));
    EXPECT_EQ(findings[1].account, "1930");
    EXPECT_THAT(alarms(year), ElementsAre("ib_ub"));
}

TEST(LedgerChecks, EquityThatDoesNotFollowIsAnErrorAsAWhole) {
    const CheckedYear year = after(file_2023("#UB 0 1930 500\n#UB 0 2010 -480\n#RES 0 3010 -30\n#RES 0 5010 7\n"));
    ASSERT_EQ(year.at(Key::ib_ub).errors, 1U);
    EXPECT_THAT(year.at(Key::ib_ub).findings.at(0).text, HasSubstr("503,00"));
}

TEST(LedgerChecks, AResultNotCarriedToEquityIsAWarning) {
    const CheckedYear year = after(file_2023("#UB 0 1930 500\n#UB 0 2010 -500\n#RES 0 3010 -20\n"));
    EXPECT_EQ(year.at(Key::ib_ub).state(), "varning");
    EXPECT_THAT(year.at(Key::ib_ub).findings.at(0).text, HasSubstr("inte fört till eget kapital"));
}

TEST(LedgerChecks, AYearThatWasChangedAfterItsFileIsToldByTheNextFile) {
    const std::string last = "#UB 0 1930 500\n#UB 0 2010 -480\n#RES 0 3010 -20\n";
    const std::string same = file_2024("#UB -1 1930 500\n#UB -1 2010 -480\n#RES -1 3010 -20\n");
    EXPECT_EQ(after(file_2023(last), same).at(Key::jamforelsear).state(), "stämmer");
    const CheckedYear year = after(file_2023(last), replaced(same, "#RES -1 3010 -20", "#RES -1 3010 -25"));
    EXPECT_THAT(alarms(year), ElementsAre("jamforelsear"));
    EXPECT_EQ(year.at(Key::jamforelsear).findings.at(0).account, "3010");
    EXPECT_EQ(year.at(Key::jamforelsear).findings.at(0).amount, kr(-5));
}

TEST(LedgerChecks, AnAccountInUseThatChangedItsNameIsInformation) {
    const std::string last = file_2023("#UB 0 1930 500\n#UB 0 2010 -480\n#RES 0 3010 -20\n");
    const CheckedYear year = after(replaced(last, "\"Lokaler\"", "\"Konsulter\""));
    EXPECT_EQ(year.at(Key::kontonamn).state(), "upplysning");
    ASSERT_EQ(year.at(Key::kontonamn).findings.size(), 1U);
    EXPECT_EQ(year.at(Key::kontonamn).findings[0].account, "5010");
    EXPECT_EQ(after(replaced(last, "\"Lokaler\"", "\"LOKALER \"")).at(Key::kontonamn).state(), "stämmer");
    EXPECT_EQ(after(replaced(last, "\"Löner\"", "\"Annat\"")).at(Key::kontonamn).state(), "stämmer") << "not in use";
}

// -- vouchers ---------------------------------------------------------------------------------------------------------

TEST(LedgerChecks, AVoucherOutsideTheYearIsNamed) {
    const CheckedYear year = check(replaced(file_2024(), "20240308 \"El\"", "20250108 \"El\""));
    EXPECT_THAT(alarms(year), ElementsAre("datum_i_aret"));
    const LedgerFinding& finding = year.at(Key::datum_i_aret).findings.at(0);
    EXPECT_EQ(name_of(finding), "A3");
    EXPECT_EQ(finding.voucher->file_name, "prov.se");
    EXPECT_GT(finding.voucher->line, 0U);
}

TEST(LedgerChecks, AGapInASeriesIsAWarning) {
    const CheckedYear year = check(replaced(file_2024(), "#VER A 3", "#VER A 5"));
    EXPECT_THAT(alarms(year), ElementsAre("nummerserier"));
    EXPECT_THAT(year.at(Key::nummerserier).findings.at(0).text, HasSubstr("2 nummer saknas mellan 1 och 5 (3–4)"));
}

TEST(LedgerChecks, ASeriesWithNumbersFarApartIsNotNumberedInARow) {
    const CheckedYear year = check(replaced(file_2024(), "#VER A 3", "#VER A 20240308"));
    EXPECT_THAT(alarms(year), IsEmpty());
    EXPECT_EQ(year.at(Key::nummerserier).state(), "upplysning");
}

TEST(LedgerChecks, NumbersFilledWithZerosAreNumbers) {
    std::string sie = file_2024();
    for (const char* number : {"1", "2", "3"}) {
        sie = replaced(sie, std::string("#VER A ") + number, std::string("#VER A 00") + number);
    }
    EXPECT_EQ(check(sie).at(Key::nummerserier).state(), "stämmer");
}

TEST(LedgerChecks, ASeriesThatGoesOnFromLastYearHasNoGap) {
    std::string sie = file_2024();
    for (const char* number : {"1", "2", "3"}) {
        sie = replaced(sie, std::string("#VER A ") + number, std::string("#VER A 10") + number);
    }
    const std::string last = "#UB 0 1930 500\n#UB 0 2010 -480\n#RES 0 3010 -20\n#RES 0 5010 0\n";
    const std::string ends_on_100 = voucher("A 99", "20230308", "x", 1) + voucher("A 100", "20230309", "y", 1);
    EXPECT_EQ(after(file_2023(last + ends_on_100), sie).at(Key::nummerserier).state(), "stämmer");
    const std::string ends_on_98 = voucher("A 97", "20230308", "x", 1) + voucher("A 98", "20230309", "y", 1);
    const CheckedYear year = after(file_2023(last + ends_on_98), sie);
    EXPECT_EQ(year.at(Key::nummerserier).state(), "upplysning");
    EXPECT_THAT(year.at(Key::nummerserier).findings.at(0).text, HasSubstr("föregående år slutade på 98"));
}

TEST(LedgerChecks, ANumberUsedTwiceIsNamed) {
    const CheckedYear year = check(replaced(file_2024(), "#VER A 3", "#VER A 2"));
    EXPECT_THAT(alarms(year), ElementsAre("dubbla_nummer"));
    EXPECT_EQ(name_of(year.at(Key::dubbla_nummer).findings.at(0)), "A2");
}

TEST(LedgerChecks, BatchesWithoutNumbersAreSound) {
    const CheckedYear year = check(head(2024, "20250110") + chart() + "#VER \"\" \"\" 20240306 Hyra\n{\n" +
                                   "#TRANS 5010 {} 20\n#TRANS 1930 {} -20\n}\n" + voucher("A 7", "20240307", "El", 1) +
                                   voucher("A 9", "20240307", "Tele", 2));
    EXPECT_THAT(alarms(year), IsEmpty());
    EXPECT_EQ(year.at(Key::nummerserier).state(), "upplysning") << "a batch may lack what another has";
    EXPECT_EQ(year.at(Key::ib_rorelse_ub).state(), "ej tillämplig");
}

TEST(LedgerChecks, TheSameVoucherAgainIsAWarningWithTheFirstOne) {
    const CheckedYear year = check(file_2024(voucher("A 4", "20240307", "Hyra mars", 20)));
    const LedgerCheck& repeated = year.at(Key::dubbla_verifikationer);
    EXPECT_EQ(repeated.state(), "varning");
    ASSERT_EQ(repeated.findings.size(), 1U);
    EXPECT_EQ(name_of(repeated.findings[0]), "A4");
    EXPECT_THAT(repeated.findings[0].text, HasSubstr("A 2"));
    EXPECT_EQ(repeated.findings[0].amount, kr(20));
}

TEST(LedgerChecks, RowsInAnotherOrderAreTheSameVoucher) {
    const CheckedYear year =
        check(file_2024("#VER A 4 20240307 \"Hyra mars\"\n{\n#TRANS 1930 {} -20\n#TRANS 5010 {} 20\n}\n"));
    EXPECT_EQ(year.at(Key::dubbla_verifikationer).warnings, 1U);
}

TEST(LedgerChecks, VouchersWithOtherTextsAreInformationAndOtherDaysObjectsOrAmountsNothing) {
    const auto state = [](const std::string& more) {
        return std::string(check(file_2024(more)).at(Key::dubbla_verifikationer).state());
    };
    EXPECT_EQ(state(voucher("A 4", "20240307", "Hyra april", 20)), "upplysning");
    EXPECT_EQ(state(voucher("A 4", "20240311", "Hyra mars", 20)), "stämmer");
    EXPECT_EQ(state(voucher("A 4", "20240307", "Hyra mars", 21)), "stämmer");
    EXPECT_EQ(state("#VER A 4 20240307 \"Hyra mars\"\n{\n#TRANS 5010 {20 A} 20\n#TRANS 1930 {} -20\n}\n"), "stämmer");
}

TEST(LedgerChecks, AVoucherThatWasReversedIsNotBookedTwice) {
    const CheckedYear year =
        check(file_2024(voucher("A 4", "20240307", "Hyra mars", 20) +
                        "#VER A 5 20240402 \"Rättar A 4\"\n{\n#TRANS 5010 {} -20\n#TRANS 1930 {} 20\n}\n"));
    EXPECT_EQ(year.at(Key::dubbla_verifikationer).state(), "stämmer");
}

TEST(LedgerChecks, WeekendsAndHolidaysAreInformationButForTheEdgesOfAMonth) {
    const CheckedYear year = check(file_2024(voucher("A 4", "20240309", "lördag", 1) +     //
                                             voucher("A 5", "20240329", "långfredag", 2) + //
                                             voucher("A 6", "20240331", "påskdagen, månadens sista", 3) +
                                             voucher("A 7", "20240501", "första maj, månadens första", 4)));
    const auto& findings = year.at(Key::helgdagar).findings;
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(name_of(findings[0]), "A4");
    EXPECT_THAT(findings[1].text, HasSubstr("långfredagen"));
    EXPECT_EQ(year.at(Key::helgdagar).state(), "upplysning");
}

TEST(LedgerChecks, LargeRoundCostsAreInformation) {
    const CheckedYear year = check(file_2024(voucher("A 4", "20240311", "Bidrag", 250'000) + //
                                             voucher("A 5", "20240311", "Liten", 90'000) +   //
                                             voucher("A 6", "20240311", "Inte jämn", 250'001)));
    const auto& findings = year.at(Key::jamna_belopp).findings;
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].account, "5010");
    EXPECT_EQ(findings[0].amount, kr(250'000));
}

TEST(LedgerChecks, ChangedRowsMissingTextsAndUndeclaredAccountsAreTold) {
    const CheckedYear year =
        check(file_2024("#VER A 4 20240311\n{\n#TRANS 4999 {} 1\n#BTRANS 5010 {} 2\n#TRANS 1930 {} -1\n}\n"));
    EXPECT_EQ(name_of(year.at(Key::andrade_verifikationer).findings.at(0)), "A4");
    EXPECT_EQ(name_of(year.at(Key::utan_text).findings.at(0)), "A4");
    EXPECT_EQ(year.at(Key::konto_utan_namn).findings.at(0).account, "4999");
}

TEST(LedgerChecks, FindingsAreBoundedAndCountedAll) {
    std::string sie = head(2024, "20250110") + chart();
    for (int i = 1; i <= 250; ++i) {
        sie += voucher("A " + std::to_string(i), "20240309", "lördag", i);
    }
    const CheckedYear year = check(sie);
    EXPECT_EQ(year.at(Key::helgdagar).count(), 250U);
    EXPECT_EQ(year.at(Key::helgdagar).findings.size(), LedgerCheck::most_findings);
}

// -- signs ------------------------------------------------------------------------------------------------------------

TEST(LedgerChecks, SignsThatAreUnusualAreTold) {
    const CheckedYear year = check(head(2024, "20250110") + chart() +
                                   "#KONTO 2440 \"Leverantörsskulder\"\n#UB 0 1930 -10\n#UB 0 2440 5\n"
                                   "#UB 0 2010 10\n#RES 0 3010 1\n#RES 0 5010 -6\n");
    const LedgerCheck& signs = year.at(Key::tecken);
    ASSERT_EQ(signs.findings.size(), 4U);
    EXPECT_EQ(signs.findings[0].account, "1930");
    EXPECT_EQ(signs.findings[0].severity, Severity::warning);
    EXPECT_EQ(signs.findings[1].account, "2440");
    EXPECT_EQ(signs.findings[2].account, "3010");
    EXPECT_EQ(signs.findings[3].account, "5010");
    EXPECT_EQ(signs.findings[3].severity, Severity::info);
}

TEST(AccountSide, IsToldByTypeClassAndName) {
    EXPECT_EQ(usual_side("1930", "Bank", {})->side, AccountSide::debit);
    EXPECT_EQ(usual_side("2440", "Leverantörsskulder", {})->side, AccountSide::credit);
    EXPECT_EQ(usual_side("3010", "Bidrag", {})->side, AccountSide::credit);
    EXPECT_EQ(usual_side("8410", "Ränta", 'K')->side, AccountSide::debit);
    EXPECT_FALSE(usual_side("8410", "Ränta", {})) << "the charts differ in class 8";
    EXPECT_FALSE(usual_side("2069", "Årets resultat", {})) << "equity may be negative";
    EXPECT_FALSE(usual_side("1229", "Ack avskr inventarier", {}));
    EXPECT_FALSE(usual_side("2640", "Ingående moms", {}));
    EXPECT_FALSE(usual_side("3740", "Öresutjämning", {}));
    EXPECT_FALSE(usual_side("7290", "Förändring av semesterlöneskuld", {}));
    EXPECT_FALSE(usual_side("", "", {}));
}

// -- which years ------------------------------------------------------------------------------------------------------

TEST(LedgerChecks, AllYearsOfAllForbundAreChecked) {
    Ledger ledger = empty_ledger();
    take(ledger, file_2024(), "sjon-2024.se");
    take(ledger, file_2023("#UB 0 1930 500\n#UB 0 2010 -500\n"), "sjon-2023.se");
    take(ledger, head(2024, "20250110", "Åsen", "222000-2222") + "#UB 0 1930 1\n", "asen.se");
    EXPECT_EQ(check(ledger).size(), 3U);
    EXPECT_EQ(check(ledger, {.year = 2024}).size(), 2U);
    EXPECT_EQ(check(ledger, {.company = "Åsen"}).size(), 1U);
    EXPECT_EQ(ledger.check({.year = 1999}, [](const CheckedYear&) {}).error().kind, LedgerError::Kind::not_found);
    EXPECT_EQ(empty_ledger().check({}, [](const CheckedYear&) {}).error().kind, LedgerError::Kind::not_found);
}

// -- days -------------------------------------------------------------------------------------------------------------

TEST(BankHolidays, FollowEaster) {
    EXPECT_EQ(easter_sunday(2024), (Date{2024, 3, 31}));
    EXPECT_EQ(easter_sunday(2025), (Date{2025, 4, 20}));
    EXPECT_EQ(easter_sunday(2038), (Date{2038, 4, 25}));
    EXPECT_EQ(day_off({2024, 5, 9}), "Kristi himmelsfärdsdag");
    EXPECT_EQ(day_off({2024, 4, 1}), "annandag påsk");
    EXPECT_EQ(day_off({2024, 6, 22}), "lördag"); // midsommardagen
    EXPECT_EQ(day_off({2024, 12, 25}), "juldagen");
    EXPECT_EQ(day_off({2024, 12, 24}), "");
    EXPECT_EQ(day_off({2024, 3, 7}), "");
}

} // namespace
} // namespace finsam
