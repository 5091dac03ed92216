// The workbook of Sollefteå (tkr) in a real Calc: every cell as the engine has it and as the report prints it, also
// after people have changed the insats list on Indata.

#include "bridge/ledger/ledger.hpp"
#include "bridge/report/embedded.hpp"
#include "bridge/workbook/workbook_proof.hpp"
#include "templates/builder/contract.hpp"
#include "templates/builder/data_columns.hpp"
#include "tests/command/run_command.hpp"
#include "tests/office/document.hpp"
#include "tests/office/office_test.hpp"

#include <gmock/gmock.h>

namespace finsam::office {
namespace {

using ::testing::IsEmpty;

struct Made {
    command_test::Folder folder;
    std::filesystem::path ods;
    ReportInputs inputs;
    Books books;
    Report report;
};

std::string example_file(const std::string& name) {
    return FINSAM_SOURCE_DIR "/examples/solleftea/" + name;
}

/// Made by the command at the first call.
const Made& solleftea() {
    static Made made;
    static const bool ready = [] {
        const command_test::ExampleBooks files = command_test::example_books("solleftea");
        made.ods = made.folder / "solleftea.ods";
        const auto outcome = command_test::run_finsam({"arbetsbok", "--sie", files.year_2024, "--sie", files.year_2023,
                                                       "--ar", "2024", "--karta", "kommun-bas", "--uppstallning", "tkr",
                                                       "--budget", example_file("budget.csv"), "--indata",
                                                       example_file("indata.toml"), "-o", made.ods.string()});
        EXPECT_EQ(outcome.exit, 1) << "one published figure fails: " << outcome.err;
        ReportTexts texts;
        texts.layout_toml = find_embedded("tkr", ".toml").value();
        texts.map_csv = find_embedded("kommun-bas", ".csv").value();
        texts.input_toml = command_test::read_file(example_file("indata.toml"));
        texts.budget_csv = command_test::read_file(example_file("budget.csv"));
        made.inputs = parse_report_texts(texts).value();
        Ledger ledger = Ledger::in_memory().value();
        EXPECT_TRUE(ledger.import_file(files.year_2024));
        EXPECT_TRUE(ledger.import_file(files.year_2023));
        made.books = ledger.books({.year = 2024, .with_vouchers = true}).value();
        made.report = evaluate(made.inputs.layout, made.inputs.map, made.books, made.inputs.typed);
        return true;
    }();
    EXPECT_TRUE(ready);
    return made;
}

std::string at(const std::string& sheet, workbook::Address address) {
    return sheet + "." + workbook::a1(address);
}

/// Figures of the report as the document has them now, with the stable sign; a cell without figure is left without.
WorkbookOutcome shown_in(const Document& document) {
    WorkbookOutcome out;
    const auto capacities = workbook::capacities_for(solleftea().report, solleftea().inputs.typed);
    for (const workbook::ReportCell& place : workbook::report_cells(solleftea().inputs.layout, capacities)) {
        const std::string key = place.key_cell ? document.text(at(place.sheet, *place.key_cell)) : place.row;
        if (key.empty()) {
            continue; // a line that is not used
        }
        WorkbookCell cell{place.table, key, place.column, at(place.sheet, place.at), std::nullopt, 0};
        cell.error = document.error(cell.address);
        if (cell.error == 0 && !document.text(cell.address).empty()) {
            cell.value = document.value(cell.address) * place.print_sign;
        }
        out.cells.push_back(std::move(cell));
    }
    return out;
}

class InsatsList : public OfficeTest {};

TEST_F(InsatsList, EveryCellEqualsTheEngineAfterAHardRecalculation) {
    Document document(office(), solleftea().ods);
    document.recalculate_hard();
    const WorkbookOutcome shown = shown_in(document);
    EXPECT_GT(shown.cells.size(), 250U);
    EXPECT_THAT(differences_from(solleftea().report, shown), IsEmpty());
}

TEST_F(InsatsList, EveryAmountIsShownToThePrintedDigit) {
    Document document(office(), solleftea().ods);
    int compared = 0;
    for (const WorkbookCell& cell : shown_in(document).cells) {
        const ReportTable& table = *solleftea().report.find(cell.table);
        const ReportRow* row = table.find(cell.row);
        if (row == nullptr) {
            continue; // what no insats carries is nothing, and its row is hidden
        }
        const auto column = static_cast<std::size_t>(cell.column);
        const Value value = printed(table, *row, column, 1);
        const Ore* amount = std::get_if<Ore>(&value);
        if (amount == nullptr) {
            continue;
        }
        const AmountForm form = amount_form(*table.rule, row->rule, &table.rule->columns.at(column));
        std::string print = format_amount(*amount, form);
        if (print == format_amount(Ore(), form)) {
            print = "-"; // the workbook's zero
        }
        // A part's parentheses come with the line's conditional style, which the text of a cell does not show.
        EXPECT_EQ(document.text(cell.address), print) << cell.table << "." << cell.row << " " << cell.address;
        ++compared;
    }
    EXPECT_GT(compared, 200);
}

TEST_F(InsatsList, ChangedOnIndataItChangesWorkbookAndEngineAlike) {
    Document document(office(), solleftea().ods);
    TypedInput typed = solleftea().inputs.typed;
    const int first = workbook::budget_header_row(solleftea().inputs.layout) + 1;
    const auto type = [&](std::size_t line, int column, const std::string& text) {
        document.set(at("Indata", {first + static_cast<int>(line), column}), {{text}});
    };
    for (std::size_t i = 0; i < typed.insatser.size(); ++i) {
        InsatsInfo& insats = typed.insatser[i];
        if (insats.code == "40" || insats.code == "41") { // the board and the office become an område
            insats.area = "Gemensamt";
            type(i, workbook::budget_column::area, insats.area);
        } else if (insats.code == "23") { // and an insats leaves its own for a label and a part
            insats.area.clear();
            insats.label = "Psykisk hälsa";
            insats.part = "utbildning";
            type(i, workbook::budget_column::area, insats.area);
            type(i, workbook::budget_column::label, insats.label);
            type(i, workbook::budget_column::part, insats.part);
        }
    }
    document.recalculate_hard();
    const Report report = evaluate(solleftea().inputs.layout, solleftea().inputs.map, solleftea().books, typed);
    ASSERT_NE(report.find("driftredovisning")->find("omrade.Gemensamt"), nullptr);
    ASSERT_NE(report.find("driftredovisning")->find("23.varav"), nullptr);
    EXPECT_THAT(differences_from(report, shown_in(document)), IsEmpty());
}

} // namespace
} // namespace finsam::office
