// A trace as the lines of the window Visa underlag.

#include "bridge/report/trace_lines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Income of two accounts less a cost; the bank's row is in both of them.
class TraceLines : public testing::Test {
protected:
    void SetUp() override {
        ImportedFile& file = books.imports.emplace_back();
        file.file_name = "bok.se", file.sha256 = "ab12", file.fiscal_year = 2024;
        books.vouchers = {{"A", "1", {2024, 1, 2}, "Bidrag", "3011", "", Ore(-10000), "bok.se", 17},
                          {"A", "2", {2024, 2, 2}, "Hyra", "5010", "21", Ore(3000), "bok.se", 20},
                          {"B", "1", {2024, 3, 2}, "Mer bidrag", "3011", "", Ore(-50), "annan.se", 4}};
        Trace income = row("Intäkter", 1, Ore(10050));
        income.accounts.push_back(account("3011", "Bidrag", Ore(-10050), {&books.vouchers[2], &books.vouchers[0]}));
        Trace cost = row("Kostnader", -1, Ore(3000));
        cost.accounts.push_back(account("5010", "Hyra", Ore(3000), {&books.vouchers[1]}));
        cost.accounts.front().insats = "21";
        cost.accounts.push_back(account("3011", "Bidrag", Ore(-10050), {&books.vouchers[0]}));
        figure = row("Resultat", 1, Ore(7050));
        figure.rule = "Intäkter − Kostnader";
        figure.source = "LKBR 5 kap.";
        figure.parts = {income, cost};
    }

    static Trace row(const char* text, int sign, Ore value) {
        Trace out;
        out.text = text;
        out.sign = sign;
        out.value = value;
        return out;
    }

    static TracedAccount account(const char* number, const char* name, Ore amount,
                                 std::vector<const VoucherRow*> vouchers) {
        TracedAccount out;
        out.account = number;
        out.name = name;
        out.balance = "Resultat 2024";
        out.amount = amount;
        out.vouchers = std::move(vouchers);
        return out;
    }

    Books books;
    Trace figure;
};

TEST_F(TraceLines, AreRowsWithTheirAccountsBelowThem) {
    std::vector<std::string> texts, amounts;
    for (const TraceLine& line : trace_lines(figure)) {
        texts.push_back(line.text);
        amounts.push_back(line.amount);
    }
    EXPECT_THAT(texts,
                ElementsAre("+ Intäkter", "  3011 Bidrag", "− Kostnader", "  5010 Hyra, insats 21", "  3011 Bidrag"));
    EXPECT_THAT(amounts, ElementsAre("100,50", "−100,50", "30,00", "30,00", "−100,50"));
}

TEST_F(TraceLines, VouchersOfARowAreThoseOfAllItsAccountsOnceAndInOrder) {
    const auto numbers = [](const std::vector<const VoucherRow*>& vouchers) {
        std::vector<std::string> names;
        for (const VoucherRow* one : vouchers) {
            names.push_back(voucher_name(*one));
        }
        return names;
    };
    EXPECT_THAT(numbers(vouchers_below(figure, nullptr)), ElementsAre("A1", "A2", "B1"));
    EXPECT_THAT(numbers(vouchers_below(figure.parts[1], nullptr)), ElementsAre("A1", "A2"));
    EXPECT_THAT(numbers(vouchers_below(figure.parts[1], &figure.parts[1].accounts[0])), ElementsAre("A2"));
    EXPECT_THAT(vouchers_below(Trace(), nullptr), IsEmpty());
}

TEST_F(TraceLines, AVoucherLeadsToFileLineAndSum) {
    EXPECT_EQ(file_text(books, books.vouchers[0]), "Fil: bok.se, rad 17. SHA-256: ab12");
    EXPECT_THAT(file_text(books, books.vouchers[2]), HasSubstr("Importloggen har inte filen"));
}

TEST_F(TraceLines, ARuleHasItsSourceAndAnAccountItsPlaceInTheMap) {
    EXPECT_EQ(rule_text(figure), "Regel: Intäkter − Kostnader.\nKälla: LKBR 5 kap.");
    EXPECT_EQ(rule_text(Trace()), "");
    MapRow map;
    map.from = "5000", map.to = "5099", map.certainty = "säker", map.source = "BAS 50";
    TracedAccount& rent = figure.parts[1].accounts[0];
    rent.map_row = &map;
    rent.opening = Ore(0);
    rent.unexplained = Ore(100);
    EXPECT_EQ(account_text(rent), "5010 Hyra, Resultat 2024: 30,00 (debet plus, kredit minus). Kontokartan 5000–5099, "
                                  "säker, BAS 50. Ingående balans 0,00. Inte i verifikationerna: 1,00.");
}

} // namespace
} // namespace finsam
