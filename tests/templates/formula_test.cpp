#include "templates/builder/formula.hpp"

#include <gtest/gtest.h>

namespace finsam::workbook {
namespace {

TEST(Formula, IsStoredWithTheOpenFormulaPrefix) {
    EXPECT_EQ(to_odf({"ROUND([.B4]+[.B5];2)"}), "of:=ROUND([.B4]+[.B5];2)");
}

TEST(Formula, StoresMinifsUnderTheNameThatCalcReads) {
    EXPECT_EQ(to_odf({"MINIFS(A;B;1)+MINIFS(A;B;2)"}), "of:=COM.MICROSOFT.MINIFS(A;B;1)+COM.MICROSOFT.MINIFS(A;B;2)");
    EXPECT_EQ(to_api({"MINIFS(A;B;1)"}), "=MINIFS(A;B;1)");
}

TEST(Formula, LosesBracketsAndLeadingDotsInTheApi) {
    EXPECT_EQ(to_api({"SUM([.B4:.B9])-[.C$1]"}), "=SUM(B4:B9)-C$1");
}

TEST(Formula, KeepsSheetNamesInTheApi) {
    EXPECT_EQ(to_api({"[$'Översikt'.C5]*2+[$Indata.$B$10:.$B$12]"}), "=$'Översikt'.C5*2+$Indata.$B$10:$B$12");
}

TEST(Formula, LeavesTextsAlone) {
    EXPECT_EQ(to_api({"\"[.A1] kr\"&[.A1]"}), "=\"[.A1] kr\"&A1");
}

TEST(Formula, DoublesQuotesInTexts) {
    EXPECT_EQ(quoted("säg \"ja\""), "\"säg \"\"ja\"\"\"");
}

TEST(CellAddress, QuotesSheetNamesThatAreNotPlain) {
    EXPECT_EQ(sheet_prefix("Saldon"), "$Saldon");
    EXPECT_EQ(sheet_prefix("Översikt"), "$'Översikt'");
    EXPECT_EQ(sheet_prefix("Bo's blad"), "$'Bo''s blad'");
    EXPECT_EQ(absolute_range("Saldon", {{5, 2}, {9, 2}}), "$Saldon.$C$6:$C$10");
    EXPECT_EQ(absolute_range("Start", {{0, 0}, {0, 0}}), "$Start.$A$1");
}

} // namespace
} // namespace finsam::workbook
