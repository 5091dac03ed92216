// Delårsrapport and budget of every shape in a real Calc: each cell equals the statement engine, before and after what
// people type for that document.

#include "bridge/workbook/workbook_proof.hpp"
#include "templates/builder/contract.hpp"
#include "templates/builder/data_columns.hpp"
#include "tests/office/example_workbook.hpp"
#include "tests/office/office_test.hpp"

#include <gmock/gmock.h>
#include <optional>

namespace finsam::office {
namespace {

using ::testing::IsEmpty;

class Documents : public OfficeTest, public ::testing::WithParamInterface<ExampleShape> {
protected:
    Documents() : example(example_workbook(GetParam())) {}

    void SetUp() override {
        OfficeTest::SetUp(); // which starts the office
        if (!IsSkipped() && !HasFatalFailure()) {
            document.emplace(office(), example.ods);
        }
    }

    std::vector<std::string> differences(const Report& report) {
        document->recalculate_hard();
        WorkbookOutcome shown;
        shown.cells = report_cells_of(*document, GetParam());
        EXPECT_GT(shown.cells.size(), 60U);
        return differences_from(report, shown);
    }
    Report report_of(const TypedInput& typed) const {
        return evaluate(example.inputs.layout, example.inputs.map, example.books, typed);
    }
    void type(workbook::Address at, double value) { document->cell("Indata." + workbook::a1(at))->setValue(value); }
    /// Types a figure of a year on Indata and for the engine.
    void type(TypedInput& typed, const std::string& key, int slot, double value) {
        const auto& inputs = example.inputs.layout.inputs;
        const auto field = std::ranges::find(inputs, key, &InputField::key);
        ASSERT_NE(field, inputs.end()) << key;
        type({workbook::input_first_row + static_cast<int>(field - inputs.begin()),
              workbook::input_first_year_column + slot},
             value);
        typed.years[example.books.years.front().to.year - slot][key] = value;
    }

    const ExampleWorkbook& example;
    std::optional<Document> document;
};

INSTANTIATE_TEST_SUITE_P(Examples, Documents,
                         ::testing::Values(interim(insjoriket), budget(insjoriket), interim(sjuharad), budget(sjuharad),
                                           interim(solleftea), budget(solleftea)),
                         [](const auto& one) {
                             return one.param.layout + (one.param.document.period_end ? "_delarsrapport" : "_budget");
                         });

TEST_P(Documents, EveryCellEqualsTheEngineAfterAHardRecalculation) {
    EXPECT_THAT(differences(example.report), IsEmpty());
    EXPECT_EQ(document->value("Start." + workbook::a1(workbook::checks_failed_cell)), 0);
}

TEST_P(Documents, TheForecastOnIndataChangesWorkbookAndEngineAlike) {
    TypedInput typed = example.inputs.typed;
    const int slot = GetParam().document.period_end ? 0 : 1; // a budget shows the forecast of the year before it
    type(typed, "prognos_verksamhetens_intakter", slot, 15000000.25);
    type(typed, "prognos_verksamhetens_kostnader", slot, 14000000.5);
    for (const char* key : {"avskrivningar", "finansiella_intakter", "finansiella_kostnader", "extraordinara_poster"}) {
        type(typed, "prognos_" + std::string(key), slot, 1000);
    }
    const Report report = report_of(typed);
    const ReportTable* table = report.find("resultatprognos");
    table = table != nullptr ? table : report.find("resultatrakning");
    const auto forecast = std::ranges::find(table->rule->columns, ColumnKind::forecast, &Column::kind);
    ASSERT_NE(forecast, table->rule->columns.end());
    // 15 000 000,25 - 14 000 000,50 - 1 000 + 1 000 - 1 000 + 1 000
    EXPECT_EQ(
        table->find("arets_resultat")->values.at(static_cast<std::size_t>(forecast - table->rule->columns.begin())),
        Value(Ore(99999975)));
    EXPECT_THAT(differences(report), IsEmpty());
}

TEST_P(Documents, WhatIsTypedPerInsatsChangesWorkbookAndEngineAlike) {
    TypedInput typed = example.inputs.typed;
    int row = workbook::budget_header_row(example.inputs.layout) + 1;
    for (InsatsInfo& one : typed.insatser) { // kr has no list: the books' insatser
        const Ore amount = Ore(-12345 * row);
        (GetParam().document.period_end ? one.forecast : one.last_budget) = amount;
        type({row++, workbook::budget_column::other}, to_kronor_double(amount));
    }
    EXPECT_THAT(differences(report_of(typed)), IsEmpty());
}

TEST_P(Documents, AForecastFromTheBudgetChangesWorkbookAndEngineAlike) {
    if (!GetParam().document.period_end) {
        return; // a budget has no such rule
    }
    TypedInput typed = example.inputs.typed;
    type(typed, "prognos_ur_budget", 0, 1);
    EXPECT_THAT(differences(report_of(typed)), IsEmpty());
}

TEST_P(Documents, ExcelFormatHoldsTheSameFigures) {
    Document excel(office(), example.xlsx);
    excel.recalculate_hard();
    WorkbookOutcome shown;
    shown.cells = report_cells_of(excel, GetParam());
    EXPECT_THAT(differences_from(example.report, shown), IsEmpty());
}

} // namespace
} // namespace finsam::office
