// finsam granska on workbooks of our own, as the office stores them: what is typed there of early years is the
// published reports' own, with two faults; nothing else is claimed.

#include "tests/office/example_workbook.hpp"
#include "tests/office/office_test.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace finsam::office {
namespace {

using ::testing::UnorderedElementsAreArray;

class ReviewOfWorkbook : public OfficeTest, public testing::WithParamInterface<ExampleShape> {};

/// Row and column of the findings in the typed years: 19 032 + 9 624 - 28 275 = 381 and not 378; 800 473 - 125 937 is
/// not 679 029; 2 838 000 - 2 568 440 leaves -247 469 to 22 091.
std::vector<std::string> typed_faults(const ExampleShape& shape) {
    if (shape.layout == "ore") {
        return {"Årets resultat 2020"};
    }
    if (shape.layout == "tkr") {
        return {"Utgående eget kapital 2021", "Verksamhetens kostnader (exklusive finansiell kostnad) 2022"};
    }
    return {};
}

TEST_P(ReviewOfWorkbook, HasNoFindingOfItsOwn) {
    const auto& example = example_workbook(GetParam());
    for (const auto& path : {example.ods, example.xlsx}) {
        const auto outcome = command_test::run_finsam({"granska", path.string(), "--json"});
        ASSERT_NE(outcome.exit, 2) << outcome.err;
        const auto review = nlohmann::json::parse(outcome.out);
        std::vector<std::string> found;
        for (const auto& one : review.at("fynd")) {
            EXPECT_EQ(one.at("tabell"), "Översikt") << one.dump();
            found.push_back(one.at("rad").get<std::string>() + " " + one.at("kolumn").get<std::string>());
        }
        EXPECT_THAT(found, UnorderedElementsAreArray(typed_faults(GetParam()))) << path;
        EXPECT_GT(review.at("kontroller").at("utforda"), 140);
    }
}

INSTANTIATE_TEST_SUITE_P(Shapes, ReviewOfWorkbook, testing::Values(insjoriket, sjuharad, solleftea),
                         [](const auto& one) { return one.param.layout; });

} // namespace
} // namespace finsam::office
