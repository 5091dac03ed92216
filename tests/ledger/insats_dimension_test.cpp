#include "bridge/ledger/insats_dimension.hpp"

#include <gtest/gtest.h>

namespace finsam {

static DimensionUse dimension(std::string number, std::string name, std::string parent = "", bool used = true) {
    return {{std::move(number), std::move(name)}, std::move(parent), used};
}

TEST(InsatsDimension, IsFoundInTheOrderOfPreference) {
    const auto ansvar = dimension("1", "Ansvar"), verksamhet = dimension("2", "Verksamhet"),
               projekt = dimension("6", "Projekt"), aktivitet = dimension("20", "Aktivitet"),
               insats = dimension("21", "Insats");
    EXPECT_EQ(find_insats_dimension({ansvar, verksamhet, projekt, aktivitet, insats}), "21");
    EXPECT_EQ(find_insats_dimension({ansvar, verksamhet, projekt, aktivitet}), "20");
    EXPECT_EQ(find_insats_dimension({ansvar, verksamhet, projekt}), "6");
    EXPECT_EQ(find_insats_dimension({ansvar, verksamhet}), "2");
    EXPECT_EQ(find_insats_dimension({ansvar}), "1");
    EXPECT_EQ(find_insats_dimension({dimension("30", "Motpart")}), "");
    EXPECT_EQ(find_insats_dimension({}), "");
}

TEST(InsatsDimension, CaseAndTheRestOfTheNameDoNotMatter) {
    EXPECT_EQ(find_insats_dimension({dimension("1", "KST"), dimension("20", "FÖRBUNDETS INSATSER")}), "20");
}

TEST(InsatsDimension, OneWithObjectsGoesBeforeAnEmptyOne) {
    EXPECT_EQ(find_insats_dimension({dimension("6", "Projekt", "", false), dimension("1", "Ansvar")}), "1");
    EXPECT_EQ(find_insats_dimension({dimension("6", "Projekt", "", false)}), "6");
}

TEST(InsatsDimension, TheDimensionGoesBeforeItsDivision) {
    EXPECT_EQ(find_insats_dimension({dimension("19", "Delinsats", "20"), dimension("20", "Insats")}), "20");
    EXPECT_EQ(find_insats_dimension({dimension("19", "Insatsdel", "20"), dimension("20", "Insatser")}), "20");
}

TEST(InsatsDimension, ReservedNumbersHaveTheStandardsNames) {
    EXPECT_EQ(reserved_dimension_name("1"), "Kostnadsställe");
    EXPECT_EQ(reserved_dimension_name("6"), "Projekt");
    EXPECT_EQ(reserved_dimension_name("20"), "");
}

} // namespace finsam
