#include "tests/office/example_workbook.hpp"

#include "bridge/ledger/ledger.hpp"
#include "bridge/report/embedded.hpp"
#include "templates/builder/contract.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/FormulaResult.hpp>
#include <gtest/gtest.h>

namespace finsam::office {
namespace {

void read_inputs(ExampleWorkbook& made) {
    ReportTexts texts;
    texts.layout_toml = find_embedded("kr", ".toml").value();
    texts.map_csv = find_embedded("bas", ".csv").value();
    texts.input_toml = command_test::read_file(FINSAM_SOURCE_DIR "/examples/insjoriket/indata.toml");
    made.inputs = parse_report_texts(texts).value();
    Ledger ledger = Ledger::in_memory().value();
    for (const std::string& file : {command_test::example_books().year_2024, command_test::example_books().year_2023}) {
        ASSERT_TRUE(ledger.import_file(file));
    }
    made.books = ledger.books({.year = 2024, .with_vouchers = true}).value();
    made.report = evaluate(made.inputs.layout, made.inputs.map, made.books, made.inputs.typed);
}

std::string qualified(const std::string& sheet, workbook::Address at) {
    return sheet + "." + workbook::a1(at);
}

std::vector<workbook::ReportCell> cells_of_example() {
    const ExampleWorkbook& example = example_workbook();
    return workbook::report_cells(example.inputs.layout,
                                  workbook::capacities_for(example.report, example.inputs.typed));
}

bool is_number(const Document& document, const std::string& address) {
    const com::sun::star::uno::Reference<com::sun::star::beans::XPropertySet> properties(
        document.cell(address), com::sun::star::uno::UNO_QUERY_THROW);
    sal_Int32 type = 0;
    properties->getPropertyValue("FormulaResultType2") >>= type;
    return type == com::sun::star::sheet::FormulaResult::VALUE;
}

} // namespace

const ExampleWorkbook& example_workbook() {
    static ExampleWorkbook made;
    static const bool ready = [] {
        made.ods = made.folder / "insjoriket.ods";
        made.pdf = made.folder / "insjoriket.pdf";
        made.xlsx = made.folder / "insjoriket.xlsx";
        made.outcome = command_test::run_finsam(
            {"arbetsbok", "--sie", command_test::example_books().year_2024, "--sie",
             command_test::example_books().year_2023, "--ar", "2024", "--karta", "bas", "--indata",
             FINSAM_SOURCE_DIR "/examples/insjoriket/indata.toml", "--tecken", "negativ", "-o", made.ods.string(),
             "--pdf", made.pdf.string(), "--xlsx", made.xlsx.string()});
        EXPECT_EQ(made.outcome.exit, 0) << made.outcome.err;
        read_inputs(made);
        return true;
    }();
    EXPECT_TRUE(ready);
    return made;
}

std::vector<WorkbookCell> report_cells_of(const Document& document) {
    const ExampleWorkbook& example = example_workbook();
    std::vector<WorkbookCell> cells;
    for (const workbook::ReportCell& place : cells_of_example()) {
        WorkbookCell cell{place.table, place.row, place.column, qualified(place.sheet, place.at), std::nullopt, 0};
        if (place.key_cell) {
            cell.row = document.text(qualified(place.sheet, *place.key_cell));
        }
        if (cell.row.empty()) {
            continue; // an unused line of a list
        }
        cell.error = document.error(cell.address);
        if (cell.error == 0 && is_number(document, cell.address)) {
            cell.value =
                document.value(cell.address) * place.print_sign * (place.credit_side ? example.credit_sign : 1);
        }
        cells.push_back(std::move(cell));
    }
    return cells;
}

std::string address_of(const std::string& table, const std::string& row, int column) {
    for (const workbook::ReportCell& place : cells_of_example()) {
        if (place.table == table && place.row == row && place.column == column) {
            return qualified(place.sheet, place.at);
        }
    }
    ADD_FAILURE() << table << "." << row;
    return "Start.A1";
}

} // namespace finsam::office
