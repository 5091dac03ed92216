// The made-up förbund's workbook in each shape, in a real Calc: each cell equals the statement engine, also what the
// members would pay by population and what an earlier year left to restore.

#include "bridge/ledger/ledger.hpp"
#include "bridge/report/embedded.hpp"
#include "bridge/workbook/workbook_proof.hpp"
#include "tests/bridge/made_up_forbund.hpp"
#include "tests/office/example_workbook.hpp"
#include "tests/office/office_test.hpp"

#include <gmock/gmock.h>

namespace finsam::office {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* indata = R"(forbund = "Samordningsförbundet Trelänken"
[[medlem]]
namn = "Staten"
grupp = "stat"
konto = "351100"
[[medlem]]
namn = "Regionen"
grupp = "region"
konto = "351200"
[[medlem]]
namn = "Norrby"
grupp = "kommun"
konto = "351310"
befolkning = 20000
[[medlem]]
namn = "Söderby"
grupp = "kommun"
konto = "351320"
befolkning = 15000
[[medlem]]
namn = "Österby"
grupp = "kommun"
konto = "351330"
befolkning = 11000
)";

class MadeUpWorkbook : public OfficeTest, public ::testing::WithParamInterface<const char*> {
protected:
    void SetUp() override {
        OfficeTest::SetUp();
        if (IsSkipped()) {
            return;
        }
        ReportTexts texts;
        texts.layout_toml = find_embedded(GetParam(), ".toml").value();
        texts.map_csv = find_embedded("kommun-bas", ".csv").value();
        texts.input_toml = indata;
        inputs = parse_report_texts(texts).value();
        const std::string first = folder.write("2023.se", made_up::first_year());
        const std::string second = folder.write("2024.se", made_up::second_year());
        Ledger ledger = Ledger::in_memory().value();
        ASSERT_TRUE(ledger.import_file(first) && ledger.import_file(second));
        books = ledger.books({.with_vouchers = true}).value();
        report = evaluate(inputs.layout, inputs.map, books, inputs.typed);
        ods = folder / "prov.ods";
        outcome = command_test::run_finsam({"arbetsbok", "--sie", first, "--sie", second, "--karta", "kommun-bas",
                                            "--uppstallning", GetParam(), "--indata",
                                            folder.write("indata.toml", indata), "-o", ods.string()});
        ASSERT_EQ(outcome.exit, 0) << outcome.err;
    }
    std::vector<std::string> differences(const Document& document) const {
        WorkbookOutcome shown;
        shown.cells = read_cells(
            document, workbook::report_cells(inputs.layout, workbook::capacities_for(report, inputs.typed)), 1);
        return differences_from(report, shown);
    }

    command_test::Folder folder;
    ReportInputs inputs;
    Books books;
    Report report;
    std::filesystem::path ods;
    command_test::Outcome outcome;
};

INSTANTIATE_TEST_SUITE_P(Shapes, MadeUpWorkbook, ::testing::Values("kr", "ore", "tkr"),
                         [](const auto& one) { return std::string(one.param); });

TEST_P(MadeUpWorkbook, EveryCellEqualsTheEngine) {
    Document document(office(), ods);
    document.recalculate_hard();
    EXPECT_THAT(differences(document), IsEmpty());
    // 1 200 000 kr: a quarter of it, 300 000, by 20 000, 15 000 and 11 000 of 46 000 inhabitants.
    const ReportRow* norrby = report.find("medlemsfordelning")->find("kommuner.Norrby");
    ASSERT_NE(norrby, nullptr);
    EXPECT_EQ(norrby->values[1], Value(Ore::from_kronor(130435)));
    EXPECT_EQ(report.find("balanskrav")->find("underskott_fran_1")->values[0], Value(Ore::from_kronor(-150000)));
    EXPECT_THAT(document.text("Start.B11"), HasSubstr("Vald kontokarta: kommun-bas. Kontoplanen ser ut att vara"));
}

TEST_P(MadeUpWorkbook, EditedPopulationAndDeficitChangeWorkbookAndEngineAlike) {
    Document document(office(), ods);
    // Norrby is the third member; its population and the typed deficit of the report year.
    int row = 0;
    while (document.text("Indata.A" + std::to_string(++row)) != "Norrby") {
        ASSERT_LT(row, 1000);
    }
    document.cell("Indata.G" + std::to_string(row))->setValue(20001);
    inputs.typed.members[2].population = {{0, 20001}};
    for (row = 1; document.text("Indata.A" + std::to_string(row)) !=
                  "Balanskrav: underskott från tidigare år, kvar att återställa";
         ++row) {
        ASSERT_LT(row, 1000);
    }
    document.cell("Indata.C" + std::to_string(row))->setValue(70000); // 2023's own, carried on
    inputs.typed.years[2023]["underskott_tidigare_ar"] = 70000;
    document.recalculate_hard();
    report = evaluate(inputs.layout, inputs.map, books, inputs.typed);
    EXPECT_THAT(differences(document), IsEmpty());
    EXPECT_EQ(report.find("balanskrav")->find("underskott_tidigare_ar")->values[0], Value(Ore::from_kronor(-220000)));
}

} // namespace
} // namespace finsam::office
