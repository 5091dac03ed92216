#include "parsers/sie_history.hpp"
#include "sie_fixture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::sie {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// What became of each history row of a voucher with these rows.
std::vector<std::string> fates(const std::string& rows) {
    const Document document = read4("#VER A 1 20240101\n{\n" + rows + "}\n");
    std::vector<std::string> found;
    for (const HistoryRow& item : history_of(document.vouchers.at(0).rows)) {
        found.emplace_back(swedish_name(item.fate));
    }
    return found;
}

TEST(History, PlainVouchersHaveNone) {
    EXPECT_THAT(fates("#TRANS 1930 {} 5\n#TRANS 3010 {} -5\n"), IsEmpty());
}

TEST(History, AnAddedRowHasItsTwinNext) {
    EXPECT_THAT(fates("#RTRANS 1930 {} 5\n#TRANS 1930 {} 5\n#TRANS 3010 {} -5\n"), ElementsAre("tillagd"));
}

TEST(History, TwinsNeedOnlyAccountObjectsAndAmount) {
    EXPECT_THAT(fates("#RTRANS 1930 {1 10} 5 20240101 \"text\" 3 KALLE\n#TRANS 3010 {} -5\n#TRANS 1930 {\"1\" \"10\"} "
                      "5.00\n"),
                ElementsAre("tillagd"));
    EXPECT_THAT(fates("#RTRANS 1930 {1 10} 5\n#TRANS 1930 {1 11} 5\n#TRANS 3010 {} -5\n"),
                ElementsAre("tillagd utan motsvarande #TRANS"));
}

TEST(History, EachTwinAnswersToOneRow) {
    EXPECT_THAT(fates("#RTRANS 1930 {} 5\n#RTRANS 1930 {} 5\n#TRANS 1930 {} 5\n#TRANS 3010 {} -5\n"),
                ElementsAre("tillagd utan motsvarande #TRANS", "tillagd")); // the one before its twin is the pair
}

TEST(History, ARowAddedAndLaterStruck) {
    EXPECT_THAT(fates("#RTRANS 1930 {} 7\n#BTRANS 1930 {} 7\n#TRANS 1930 {} 5\n#TRANS 3010 {} -5\n"),
                ElementsAre("tillagd och struken", "tillagd och struken"));
}

TEST(History, ACorrectionStrikesOneRowAndAddsAnother) {
    EXPECT_THAT(fates("#BTRANS 3010 {} -55\n#RTRANS 3011 {} -55\n#TRANS 3011 {} -55\n#TRANS 1930 {} 55\n"),
                ElementsAre("struken", "tillagd"));
}

TEST(History, NeverCountsInAnySum) {
    const Document document = read4("#KONTO 1930 a\n#KONTO 3010 b\n#KONTO 3011 c\n#UB 0 1930 55\n#RES 0 3011 -55\n"
                                    "#RES 0 3010 0\n#VER A 1 20240101\n{\n#BTRANS 3010 {} -55\n#RTRANS 3011 {} -55\n"
                                    "#TRANS 3011 {} -55\n#RTRANS 1930 {} 9\n#TRANS 1930 {} 55\n}\n");
    EXPECT_EQ(document.vouchers.size(), 1u);
    EXPECT_THAT(reconcile(document).deviations, IsEmpty());
}

} // namespace
} // namespace finsam::sie
