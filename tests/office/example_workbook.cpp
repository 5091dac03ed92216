#include "tests/office/example_workbook.hpp"

#include "bridge/ledger/ledger.hpp"
#include "bridge/report/embedded.hpp"
#include "templates/builder/contract.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/FormulaResult.hpp>
#include <gtest/gtest.h>
#include <map>

namespace finsam::office {
namespace {

std::string file_of(const ExampleShape& shape, const char* name) {
    return FINSAM_SOURCE_DIR "/examples/" + shape.forbund + "/" + name;
}

void read_inputs(ExampleWorkbook& made) {
    ReportTexts texts;
    texts.document = made.shape.document;
    texts.layout_toml = find_embedded(made.shape.layout, ".toml").value();
    texts.map_csv = find_embedded(made.shape.map, ".csv").value();
    texts.input_toml = command_test::read_file(file_of(made.shape, "indata.toml"));
    if (made.shape.has_budget) {
        texts.budget_csv = command_test::read_file(file_of(made.shape, "budget.csv"));
    }
    made.inputs = parse_report_texts(texts).value();
    Ledger ledger = Ledger::in_memory().value();
    const command_test::ExampleBooks files = command_test::example_books(made.shape.forbund);
    for (const std::string& file : {files.year_2024, files.year_2023}) {
        ASSERT_TRUE(ledger.import_file(file));
    }
    made.books = ledger.books(books_query(2024, {}, {}, made.shape.document)).value();
    made.report = evaluate(made.inputs.layout, made.inputs.map, made.books, made.inputs.typed);
}

std::string qualified(const std::string& sheet, workbook::Address at) {
    return sheet + "." + workbook::a1(at);
}

std::vector<workbook::ReportCell> cells_of(const ExampleWorkbook& example) {
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

std::vector<std::string> example_arguments(const ExampleShape& shape) {
    const command_test::ExampleBooks files = command_test::example_books(shape.forbund);
    std::vector<std::string> arguments = {"arbetsbok",
                                          "--sie",
                                          files.year_2024,
                                          "--sie",
                                          files.year_2023,
                                          "--karta",
                                          shape.map,
                                          "--uppstallning",
                                          shape.layout,
                                          "--indata",
                                          file_of(shape, "indata.toml"),
                                          "--tecken",
                                          shape.credit_sign < 0 ? "negativ" : "positiv"};
    if (shape.document.period_end) {
        arguments.insert(arguments.end(), {"--delar", to_iso(*shape.document.period_end)});
    } else if (shape.document.plan_year) {
        arguments.insert(arguments.end(), {"--budgetplan", std::to_string(*shape.document.plan_year)});
    } else {
        arguments.insert(arguments.end(), {"--ar", "2024"});
    }
    if (shape.has_budget) {
        arguments.insert(arguments.end(), {"--budget", file_of(shape, "budget.csv")});
    }
    return arguments;
}

const ExampleWorkbook& example_workbook(const ExampleShape& shape) {
    static std::map<std::string, ExampleWorkbook> all;
    const auto [entry, is_new] = all.try_emplace(shape.name());
    ExampleWorkbook& made = entry->second;
    if (!is_new) {
        return made;
    }
    made.shape = shape;
    made.ods = made.folder / (shape.name() + ".ods");
    made.pdf = made.folder / (shape.name() + ".pdf");
    made.xlsx = made.folder / (shape.name() + ".xlsx");
    std::vector<std::string> arguments = example_arguments(shape);
    arguments.insert(arguments.end(),
                     {"-o", made.ods.string(), "--pdf", made.pdf.string(), "--xlsx", made.xlsx.string()});
    made.outcome = command_test::run_finsam(arguments);
    EXPECT_EQ(made.outcome.exit, made.shape.published_faults() > 0 ? 1 : 0) << made.outcome.err;
    read_inputs(made);
    return made;
}

std::vector<WorkbookCell> read_cells(const Document& document, const std::vector<workbook::ReportCell>& places,
                                     int credit_sign) {
    std::vector<WorkbookCell> cells;
    for (const workbook::ReportCell& place : places) {
        WorkbookCell cell{place.table, place.row, place.column, qualified(place.sheet, place.at), std::nullopt, 0};
        if (place.key_cell) {
            cell.row = document.text(qualified(place.sheet, *place.key_cell));
        }
        if (cell.row.empty()) {
            continue; // an unused line of a list
        }
        cell.error = document.error(cell.address);
        if (cell.error == 0 && is_number(document, cell.address)) {
            cell.value = document.value(cell.address) * place.print_sign * (place.credit_side ? credit_sign : 1);
        }
        cells.push_back(std::move(cell));
    }
    return cells;
}

std::vector<WorkbookCell> report_cells_of(const Document& document, const ExampleShape& shape) {
    const ExampleWorkbook& example = example_workbook(shape);
    return read_cells(document, cells_of(example), example.shape.credit_sign);
}

std::string address_of(const std::string& table, const std::string& row, int column, const ExampleShape& shape) {
    for (const workbook::ReportCell& place : cells_of(example_workbook(shape))) {
        if (place.table == table && place.row == row && place.column == column) {
            return qualified(place.sheet, place.at);
        }
    }
    ADD_FAILURE() << table << "." << row;
    return "Start.A1";
}

} // namespace finsam::office
