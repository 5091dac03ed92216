// Which chart the account names speak for. Names as they are written in BAS, Kommun-Bas and in Sjuhärad's notes.

#include "bridge/ledger/ledger.hpp"
#include "bridge/report/chart_proposal.hpp"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

using Names = std::map<std::string, std::string, std::less<>>;

Books with_names(const Names& names) {
    Books books;
    books.account_names = names;
    return books;
}

const Names bas_names = {{"1930", "Företagskonto"},
                         {"2440", "Leverantörsskulder"},
                         {"3010", "Driftbidrag"},
                         {"5010", "Lokalhyra"},
                         {"6420", "Revision"},
                         {"7010", "Löner tjänstemän"},
                         {"7510", "Arbetsgivaravgifter"},
                         {"7832", "Avskrivningar på inventarier"},
                         {"8310", "Ränteintäkter"},
                         {"8410", "Räntekostnader"}};
const Names kommun_names = {{"1510", "Kundfordringar"},
                            {"3511", "Driftbidrag från staten"},
                            {"4610", "Köp av huvudverksamhet"},
                            {"5010", "Arvoden förtroendevalda"},
                            {"5110", "Löner arbetad tid"},
                            {"5610", "Arbetsgivaravgifter"},
                            {"6010", "Lokalhyror"},
                            {"7430", "Konsultarvoden"},
                            {"7910", "Avskrivningar"},
                            {"8410", "Ränteintäkter"},
                            {"8520", "Räntekostnader"}};
const Names region_names = {{"1687", "Redovisningskonto"},
                            {"2411", "Leverantörsskulder"},
                            {"4110", "Löner"},
                            {"4510", "Sociala avgifter"},
                            {"5539", "Övriga verksamhetsanknutna tjänster"},
                            {"7551", "Konsultarvoden"},
                            {"8410", "Ränteintäkter"},
                            {"8521", "Räntekostnader"}};

TEST(ChartProposal, NamesOfEachChartAreRecognisedWithCertainty) {
    const struct {
        const Names& names;
        Chart chart;
    } cases[] = {{bas_names, Chart::bas}, {kommun_names, Chart::kommun_bas}, {region_names, Chart::region_bas}};
    for (const auto& one : cases) {
        const auto proposal = propose_chart(with_names(one.names));
        ASSERT_TRUE(proposal);
        EXPECT_EQ(chart_title(proposal->chart), chart_title(one.chart));
        EXPECT_EQ(proposal->certainty, Certainty::saker) << describe(*proposal);
    }
}

TEST(ChartProposal, SaysWhichAccountsSpeakForIt) {
    const auto proposal = propose_chart(with_names(kommun_names));
    EXPECT_THAT(proposal->reasons, Contains("5xxx är löner, arvoden och avgifter (5010 Arvoden förtroendevalda, 5110 "
                                            "Löner arbetad tid, 5610 Arbetsgivaravgifter)"));
    EXPECT_THAT(describe(*proposal), HasSubstr("Kontoplanen ser ut att vara Kommun-Bas (säker): 5xxx är löner"));
}

TEST(ChartProposal, OneSignIsOnlyLikely) {
    const auto proposal = propose_chart(with_names({{"5010", "Löner"}}));
    EXPECT_EQ(proposal->chart, Chart::kommun_bas);
    EXPECT_EQ(proposal->certainty, Certainty::trolig);
}

TEST(ChartProposal, SignsForTwoChartsAreUncertainAndBothAreTold) {
    const auto proposal = propose_chart(with_names({{"5010", "Löner"}, {"7010", "Löner"}}));
    EXPECT_EQ(proposal->certainty, Certainty::osaker);
    EXPECT_THAT(proposal->objections, Contains("70xx, 71xx, 72xx, 73xx, 74xx, 75xx är löner, arvoden och avgifter "
                                               "(7010 Löner) som i BAS"));
    EXPECT_THAT(chart_hint(proposal, "bas"), IsEmpty());
}

TEST(ChartProposal, KommunBasAndRegionBasCannotBeToldApartByTheirCommonAccounts) {
    const auto proposal = propose_chart(with_names({{"8410", "Ränteintäkter"}, {"8510", "Räntekostnader"}}));
    EXPECT_EQ(proposal->chart, Chart::kommun_bas);
    EXPECT_EQ(proposal->certainty, Certainty::osaker);
}

TEST(ChartProposal, BooksWithoutNamesAreJudgedByTheSignOfTheirInterest) {
    Books books;
    books.years.resize(1);
    books.years[0].result = AccountAmounts{{"8311", Ore::from_kronor(-90)}, {"8410", Ore::from_kronor(10)}};
    EXPECT_EQ(propose_chart(books)->chart, Chart::bas);
    books.years[0].result = AccountAmounts{{"8411", Ore::from_kronor(-90)}, {"8520", Ore::from_kronor(10)}};
    EXPECT_EQ(propose_chart(books)->chart, Chart::kommun_bas);
}

TEST(ChartProposal, NothingIsProposedWithoutSigns) {
    EXPECT_FALSE(propose_chart(with_names({{"1930", "Bank"}, {"7551", "Konsultarvoden"}})));
}

TEST(ChartProposal, BasInKptypWeighsLittleBecauseSieHasNoOtherWord) {
    Books books = with_names(kommun_names);
    books.chart_type = "BAS95";
    EXPECT_EQ(propose_chart(books)->chart, Chart::kommun_bas);
    EXPECT_EQ(propose_chart(books)->certainty, Certainty::saker);
    books = with_names({});
    books.chart_type = "EUBAS97";
    EXPECT_EQ(propose_chart(books)->chart, Chart::bas);
    EXPECT_EQ(propose_chart(books)->certainty, Certainty::osaker);
}

TEST(ChartProposal, AMapOfAnotherChartGivesAHintThatNamesTheOption) {
    const auto proposal = propose_chart(with_names(bas_names));
    EXPECT_THAT(chart_hint(proposal, "kommun-bas"),
                AllOf(HasSubstr("BAS (säker)"), HasSubstr("7010 Löner tjänstemän"), HasSubstr("--kontoplan bas")));
    EXPECT_THAT(chart_hint(proposal, "bas"), IsEmpty());
    EXPECT_THAT(chart_hint(proposal, "egen.csv"), IsEmpty());
    EXPECT_THAT(chart_hint(std::nullopt, "bas"), IsEmpty());
}

/// Programs for companies: their charts are BAS, some with few accounts.
TEST(ChartProposal, PublicSampleFilesOfCompaniesAreBas) {
    const std::filesystem::path folder = FINSAM_SOURCE_DIR "/../shared/sie-samples";
    if (!std::filesystem::exists(folder)) {
        GTEST_SKIP() << "no folder " << folder;
    }
    int proposed = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        Ledger ledger = Ledger::in_memory().value();
        const auto outcome = ledger.import_file(entry.path());
        const auto books = outcome ? ledger.books({}) : tl::unexpected(LedgerError{});
        const auto proposal = books ? propose_chart(*books) : std::nullopt;
        if (proposal && books->account_names.size() >= 30) {
            ++proposed;
            EXPECT_EQ(proposal->chart, Chart::bas) << entry.path() << ": " << describe(*proposal);
            EXPECT_EQ(proposal->certainty, Certainty::saker) << entry.path() << ": " << describe(*proposal);
        }
    }
    EXPECT_GT(proposed, 20);
}

} // namespace
} // namespace finsam
