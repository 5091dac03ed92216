// Every shape's workbook in a real Calc: each cell equals the statement engine, before and after an edit.

#include "bridge/workbook/workbook_proof.hpp"
#include "templates/builder/contract.hpp"
#include "templates/builder/data_columns.hpp"
#include "tests/office/example_workbook.hpp"
#include "tests/office/office_test.hpp"

#include <gmock/gmock.h>

namespace finsam::office {
namespace {

using ::testing::IsEmpty;

class Shape : public OfficeTest, public ::testing::WithParamInterface<ExampleShape> {
protected:
    static std::vector<std::string> differences(const Document& document, const Report& report) {
        WorkbookOutcome shown;
        shown.cells = report_cells_of(document, GetParam());
        EXPECT_GT(shown.cells.size(), 250U);
        return differences_from(report, shown);
    }
    static int failed_checks(const Document& document) {
        return static_cast<int>(document.value("Start." + workbook::a1(workbook::checks_failed_cell)));
    }
};

INSTANTIATE_TEST_SUITE_P(Examples, Shape, ::testing::Values(insjoriket, sjuharad, solleftea),
                         [](const auto& one) { return one.param.layout; });

TEST_P(Shape, EveryCellEqualsTheEngineAfterAHardRecalculation) {
    const ExampleWorkbook& example = example_workbook(GetParam());
    Document document(office(), example.ods);
    document.recalculate_hard();
    EXPECT_THAT(differences(document, example.report), IsEmpty());
    EXPECT_EQ(failed_checks(document), GetParam().published_faults());
}

TEST_P(Shape, AChangedMapRowChangesWorkbookAndEngineAlike) {
    const ExampleWorkbook& example = example_workbook(GetParam());
    Document document(office(), example.ods);
    std::string csv = "från;till;benämning;rad;notrad;uppgift;rad_debet;notrad_debet;kontroll\n";
    int line = workbook::data_first_row;
    for (const MapRow& row : example.inputs.map.rows()) {
        ++line;
        const bool changed = row.row == "kassa_bank" && row.from == "1900";
        if (changed) {
            document.set("Kontokarta.D" + std::to_string(line), {{"kortfristiga_placeringar"}});
        }
        csv += row.from + ";" + row.to + ";;" + (changed ? "kortfristiga_placeringar" : row.row) + ";" + row.note_row +
               ";" + row.extra + ";" + row.debit_row + ";" + row.debit_note_row + ";" + row.control + "\n";
    }
    const AccountMap map = AccountMap::from_csv(csv).value();
    document.recalculate_hard();
    const Report report = evaluate(example.inputs.layout, map, example.books, example.inputs.typed);
    EXPECT_THAT(differences(document, report), IsEmpty());
}

TEST_P(Shape, ATypedFigureChangesWorkbookAndEngineAlike) {
    const ExampleWorkbook& example = example_workbook(GetParam());
    Document document(office(), example.ods);
    TypedInput typed = example.inputs.typed;
    const auto& inputs = example.inputs.layout.inputs;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (inputs[i].key == "ansvarsforbindelser") {
            const workbook::Address at{workbook::input_first_row + static_cast<int>(i),
                                       workbook::input_first_year_column};
            document.cell("Indata." + workbook::a1(at))->setValue(123456.78);
            typed.years[2024]["ansvarsforbindelser"] = 123456.78;
        }
    }
    document.recalculate_hard();
    const Report report = evaluate(example.inputs.layout, example.inputs.map, example.books, typed);
    EXPECT_NE(report.find("oversikt")->find("soliditet")->values[0],
              example.report.find("oversikt")->find("soliditet")->values[0]);
    EXPECT_THAT(differences(document, report), IsEmpty());
}

TEST_P(Shape, ExcelFormatHoldsTheSameFigures) {
    const ExampleWorkbook& example = example_workbook(GetParam());
    Document document(office(), example.xlsx);
    document.recalculate_hard();
    EXPECT_THAT(differences(document, example.report), IsEmpty());
}

} // namespace
} // namespace finsam::office
