// Members of the förbund: rows from an account, an insats or a typed split that must sum to what is booked.

#include "tests/bridge/small_layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

using testing::AllOf;
using testing::HasSubstr;

constexpr const char* layout_text = R"(namn = "x"
titel = "X"
[[tabell]]
nyckel = "t"
titel = "T"
blad = "T"
enhet = "kr"
kolumner = [{ rubrik = "{ar}" }]
rader = [
  { nyckel = "stat", text = "Staten", slag = "medlemslista", grupp = "stat", karta = "notrad", kartnycklar = ["driftbidrag"] },
  { nyckel = "kommuner", text = "Kommuner", slag = "medlemmar", grupp = "kommun", karta = "notrad", kartnycklar = ["driftbidrag"] },
  { nyckel = "per_kommun", text = "Kommuner", slag = "medlemslista", grupp = "kommun", karta = "notrad", kartnycklar = ["driftbidrag"] },
  { nyckel = "summa", text = "Summa", slag = "summa", summa = ["stat", "kommuner"] },
  { nyckel = "bokfort", text = "Bokfört", slag = "konton", karta = "notrad", kartnycklar = ["driftbidrag"] },
]
[[kontroll]]
nyckel = "bidrag"
text = "Medlemmarnas bidrag = bokförda bidrag"
vanster = ["t.summa"]
hoger = ["t.bokfort"]
ar = [0]
)";

constexpr const char* split = R"([[medlem]]
namn = "Försäkringskassan"
grupp = "stat"
konto = "3511"
[[medlem]]
namn = "Borås"
grupp = "kommun"
belopp = { 2024 = 2252 }
[[medlem]]
namn = "Mark"
grupp = "kommun"
insats = "M1"
)";

/// 3511 is the state's own account; 3513 holds both municipalities, of which Mark has an object.
Books books() {
    YearBooks year;
    year.from = {2024, 1, 1}, year.to = {2024, 12, 31};
    const auto kr = [](std::int64_t kronor) { return Ore::from_kronor(kronor); };
    year.result = AccountAmounts{{"3511", kr(-2945)}, {"3513", kr(-2945)}};
    year.objects = std::vector<ObjectAmount>{
        {"", "3511", kr(-2945)}, {"", "3513", kr(-2252)}, {"M1", "3513", kr(-693)}, {"M1", "4010", kr(5)}};
    Books out;
    out.years = {year};
    return out;
}

struct Members : ::testing::Test {
    Layout layout = Layout::from_toml(layout_text).value();
    AccountMap map = AccountMap::from_csv("från;till;rad;notrad\n35;35;verksamhetens_intakter;driftbidrag\n40;49;"
                                          "verksamhetens_kostnader;\n")
                         .value();
    Books of = books();

    [[nodiscard]] Report report(const std::string& toml) {
        typed = TypedInput::from_toml(toml).value();
        return evaluate(layout, map, of, typed);
    }
    static Value value(const Report& report, std::string_view row) { return report.find("t")->find(row)->values[0]; }
    static Value kronor(std::int64_t amount) { return Ore::from_kronor(amount); }

    TypedInput typed;
};

TEST_F(Members, AreReadFromAccountObjectAndWhatIsTyped) {
    const Report made = report(split);
    EXPECT_EQ(value(made, "stat.Försäkringskassan"), kronor(2945));
    EXPECT_EQ(value(made, "per_kommun.Borås"), kronor(2252));
    EXPECT_EQ(value(made, "per_kommun.Mark"), kronor(693));
    EXPECT_EQ(value(made, "kommuner"), kronor(2945));
    EXPECT_EQ(value(made, "summa"), kronor(5890));
    EXPECT_EQ(made.checks.front().state, CheckState::ok);
}

TEST_F(Members, ASplitThatDoesNotSumIsAFailedCheckWithTheFigures) {
    std::string wrong = split;
    wrong.replace(wrong.find("2252"), 4, "2200");
    const Report made = report(wrong);
    EXPECT_EQ(made.checks.front().state, CheckState::failed);
    EXPECT_EQ(made.checks.front().detail, "5\u00A0838,00 mot 5\u00A0890,00, skillnad −52,00 kr.");
}

TEST_F(Members, AnUntypedMemberMakesTheSumUnknown) {
    std::string other_year = split;
    other_year.replace(other_year.find("2024 ="), 6, "2023 =");
    const Report made = report(other_year);
    EXPECT_EQ(value(made, "per_kommun.Borås"), Value());
    EXPECT_EQ(value(made, "kommuner"), Value());
    EXPECT_EQ(made.checks.front().state, CheckState::not_applicable);
}

TEST_F(Members, AGroupWithoutMembersIsOneEmptyRow) {
    const Report made = report("");
    EXPECT_EQ(value(made, "per_kommun"), Value());
    EXPECT_EQ(made.find("t")->rows.size(), 5U);
}

std::string input_error(const std::string& toml) {
    const auto typed = TypedInput::from_toml(toml);
    return typed ? "inget fel" : typed.error();
}

TEST(MemberInput, SaysWhatIsWrongAndWhere) {
    EXPECT_THAT(input_error("[[medlem]]\nnamn = \"A\"\ngrupp = \"förening\"\nkonto = \"1\"\n"),
                AllOf(HasSubstr("Rad 1"), HasSubstr("”A”"), HasSubstr("stat, region eller kommun")));
    EXPECT_THAT(input_error("[[medlem]]\nnamn = \"A\"\ngrupp = \"stat\"\n"), HasSubstr("konto, insats eller belopp"));
    EXPECT_THAT(input_error("[[medlem]]\nnamn = \"A\"\ngrupp = \"stat\"\nkonto = \"1\"\ninsats = \"2\"\n"),
                HasSubstr("inte båda"));
    EXPECT_THAT(input_error("[[medlem]]\nnamn = \"A\"\ngrupp = \"stat\"\nbelopp = { ar = 1 }\n"),
                HasSubstr("ska varje namn vara ett år"));
    EXPECT_THAT(input_error("[[medlem]]\nnamn = \"A\"\ngrupp = \"stat\"\nbelopp = { 2024 = \"mycket\" }\n"),
                AllOf(HasSubstr("Rad 4"), HasSubstr("är inget belopp")));
    const std::string one = "[[medlem]]\nnamn = \"A\"\ngrupp = \"stat\"\nkonto = \"1\"\n";
    EXPECT_THAT(input_error(one + one), AllOf(HasSubstr("Rad 5"), HasSubstr("finns redan")));
}

TEST(MemberRows, NeedAKnownGroup) {
    std::string text = layout_text;
    text.replace(text.find("grupp = \"stat\""), 14, "grupp = \"alla\"");
    const auto layout = Layout::from_toml(text);
    ASSERT_FALSE(layout);
    EXPECT_THAT(layout.error(), AllOf(HasSubstr("Rad 10"), HasSubstr("stat, region eller kommun")));
}

} // namespace
} // namespace finsam
