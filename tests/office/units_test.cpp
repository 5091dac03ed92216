// Every shape in every unit and with both signs of the credit side, in a real Calc: each cell equals the statement
// engine to the öre, and shows what the engine prints to the last digit.

#include "bridge/command/report_formats.hpp"
#include "bridge/report/layout_choice.hpp"
#include "bridge/workbook/workbook_proof.hpp"
#include "templates/builder/data_columns.hpp"
#include "templates/builder/odf_writer.hpp"
#include "templates/builder/workbook_builder.hpp"
#include "tests/office/example_workbook.hpp"
#include "tests/office/office_test.hpp"
#include "tests/office/shape_and_unit.hpp"
#include "tests/templates/placed.hpp"

#include <deque>
#include <fstream>
#include <gmock/gmock.h>
#include <map>
#include <tuple>

namespace finsam::office {
namespace {

using ::testing::IsEmpty;

/// What the engine prints, by table, row and column; an insats may have the code of another row.
using Prints = std::map<std::tuple<std::string, std::string, int>, std::deque<std::string>>;

/// A cell has a dash for what the engine prints as zero. A part's parentheses come with the line's conditional style,
/// which the text of a cell does not show.
std::string as_cell(const std::string& text) {
    const std::string figure = text.starts_with('(') ? text.substr(1, text.size() - 2) : text;
    return figure == "0" || figure == "0,0" || figure == "0,00" ? "-" : figure;
}

/// Calc shows a plain blank before the per cent sign, though the format has a hard one.
std::string plain_blanks(std::string text) {
    static const std::string hard = "\u00A0";
    for (auto at = text.find(hard); at != std::string::npos; at = text.find(hard)) {
        text.replace(at, hard.size(), " ");
    }
    return text;
}

Prints prints_of(const Report& report, int credit_sign) {
    Prints prints;
    for (const ReportTable& table : report.tables) {
        for (const ReportRow& row : table.rows) {
            const std::vector<std::string> texts = command::printed_cells(table, row, credit_sign);
            for (std::size_t i = 0; i < row.values.size() && !row.key.empty(); ++i) {
                const bool is_amount = std::holds_alternative<Ore>(row.values[i]);
                prints[{table.key, row.key, static_cast<int>(i)}].push_back(is_amount ? as_cell(texts[i]) : texts[i]);
            }
        }
    }
    return prints;
}

std::vector<std::string> wrong_texts(const Document& document, const std::vector<WorkbookCell>& cells, Prints prints) {
    std::vector<std::string> wrong;
    for (const WorkbookCell& cell : cells) {
        auto& texts = prints[{cell.table, cell.row, cell.column}];
        if (texts.empty()) {
            continue; // a line that the engine has no figure for is hidden
        }
        const std::string expected = texts.front();
        texts.pop_front();
        if (const std::string shown = document.text(cell.address); plain_blanks(shown) != plain_blanks(expected)) {
            wrong.push_back(cell.address + ": " + shown + ", ska vara " + expected);
        }
    }
    return wrong;
}

/// As the extension makes it, without an office of its own for each.
void write_workbook(const std::filesystem::path& path, const ExampleWorkbook& example, const Layout& layout,
                    const Report& report) {
    workbook::FillOptions options;
    options.capacities = workbook::capacities_for(report, example.inputs.typed);
    workbook::Workbook book = workbook::build_workbook(layout, options.capacities);
    workbook::place(book,
                    workbook::fill(layout, example.books, example.inputs.map, example.inputs.typed, report, options));
    std::ofstream(path, std::ios::binary) << workbook::write_flat(book);
}

class EveryUnit : public OfficeTest, public ::testing::WithParamInterface<ShapeAndUnit> {};

INSTANTIATE_TEST_SUITE_P(Examples, EveryUnit, every_shape_in_every_unit(), shape_and_unit_name);

TEST_P(EveryUnit, EachCellEqualsTheEngineAndShowsWhatItPrints) {
    const auto& [shape, unit] = GetParam();
    const ExampleWorkbook& example = example_workbook(shape);
    Layout layout = example.inputs.layout;
    ASSERT_TRUE(choose(layout, {{unit}, {}, {}}));
    const Report report = evaluate(layout, example.inputs.map, example.books, example.inputs.typed);
    const command_test::Folder folder;
    write_workbook(folder / "enhet.fods", example, layout, report);
    const auto places = workbook::report_cells(layout, workbook::capacities_for(report, example.inputs.typed));
    Document document(office(), folder / "enhet.fods");
    for (const int credit_sign : {1, -1}) {
        document.cell("Indata." + workbook::a1(workbook::credit_sign_cell))->setValue(credit_sign);
        document.recalculate_hard();
        WorkbookOutcome shown;
        if (credit_sign == 1) {
            shown.cells = read_cells(document, places, credit_sign);
            EXPECT_GT(shown.cells.size(), 250U);
            EXPECT_THAT(differences_from(report, shown), IsEmpty());
        } else { // the sign changes the credit side alone
            auto credit_side = places;
            std::erase_if(credit_side, [](const workbook::ReportCell& place) { return !place.credit_side; });
            shown.cells = read_cells(document, credit_side, credit_sign);
            EXPECT_GT(shown.cells.size(), 10U);
        }
        EXPECT_THAT(wrong_texts(document, shown.cells, prints_of(report, credit_sign)), IsEmpty());
    }
}

} // namespace
} // namespace finsam::office
