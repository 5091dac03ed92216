// The workbook of `finsam jamfor` in a real Calc: the figures of the command, summaries that Calc computes, and charts.

#include "bridge/comparison/key_figures.hpp"
#include "tests/command/made_years.hpp"
#include "tests/command/run_command.hpp"
#include "tests/office/office_test.hpp"
#include "tests/office/text.hpp"
#include "tests/office/whole_document.hpp"

#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace finsam::office {
namespace {

using command_test::MadeYear;
using nlohmann::json;

class ComparisonWorkbook : public OfficeTest {
protected:
    /// Two years of six förbund of growing size; the last has no budget.
    void import_forbund() {
        for (int i = 1; i <= 6; ++i) {
            std::vector<MadeYear> years(2, MadeYear{2023, 500'000 * i, 3'000'000 * i, 1'500'000 * i, 400'000,
                                                    1'000'000 * i, i == 6 ? 0 : 100'000});
            years[1].wages += 50'000 * i;
            for (const MadeYear& year : command_test::chained(years)) {
                const std::string file =
                    folder_.write(fmt::format("{}-{}.se", i, year.year),
                                  sie_of(fmt::format("Forbundet {}", i), fmt::format("222000-000{}", i), year));
                const auto outcome = command_test::run_finsam({"importera", "--huvudbok", ledger(), file});
                ASSERT_EQ(outcome.exit, 0) << outcome.err;
            }
        }
    }
    command_test::Outcome compare(std::vector<std::string> more) {
        std::vector<std::string> arguments = {"jamfor", "--huvudbok", ledger(), "--karta", "bas", "--antal-ar", "2"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return command_test::run_finsam(arguments);
    }
    std::string ledger() const { return (folder_ / "l.db").string(); }
    std::string ods() const { return (folder_ / "ut.ods").string(); }
    command_test::Folder folder_;
};

/// "C7" of a text on a sheet.
std::pair<std::string, int> place_of(const CellValues& values, const std::string& sheet, const std::string& text) {
    for (const auto& [address, value] : values) {
        if (value == text && address.starts_with(sheet + ".")) {
            const std::string cell = address.substr(sheet.size() + 1);
            const auto digits = cell.find_first_of("0123456789");
            return {cell.substr(0, digits), std::stoi(cell.substr(digits))};
        }
    }
    ADD_FAILURE() << text << " is not on " << sheet;
    return {"A", 1};
}

sal_Int32 charts_on(const Document& document, const char* sheet) {
    using namespace com::sun::star;
    const uno::Reference<table::XTableChartsSupplier> supplier(
        document.model()->getSheets()->getByName(rtl::OUString::fromUtf8(sheet)), uno::UNO_QUERY_THROW);
    return uno::Reference<container::XNameAccess>(supplier->getCharts(), uno::UNO_QUERY_THROW)
        ->getElementNames()
        .getLength();
}

TEST_F(ComparisonWorkbook, HasTheFiguresOfTheCommandAndCalcsOwnMedians) {
    import_forbund();
    const json expected = json::parse(compare({"--format", "json"}).out);
    const auto outcome = compare({"--arbetsbok", ods()});
    ASSERT_EQ(outcome.exit, 0) << outcome.err;
    EXPECT_EQ(outcome.out, "Skrev " + ods() + "\n");
    Document document(office(), ods());
    document.recalculate_hard();
    const CellValues values = values_of(document);
    std::size_t compared = 0;
    const auto expect = [&](const std::string& sheet, const std::string& column, int row, const json& value) {
        const auto found = values.find(fmt::format("{}.{}{}", sheet, column, row));
        if (value.is_null()) {
            EXPECT_EQ(found, values.end()) << column << row;
            return;
        }
        ASSERT_NE(found, values.end()) << column << row;
        EXPECT_NEAR(std::stod(found->second), std::stod(value.get<std::string>()), 1e-9) << column << row;
        ++compared;
    };
    for (const KeyFigure& figure : key_figures()) {
        const std::string sheet = figure.value == ValueKind::share ? "Jämförelse" : "Belopp";
        const auto [column, row] = place_of(values, sheet, heading(figure, "tkr"));
        for (int i = 0; i < 6; ++i) {
            expect(sheet, column, row + 1 + i,
                   expected["forbund"][static_cast<std::size_t>(i)]["ar"][0]["varden"][std::string(figure.key)]);
        }
        expect(sheet, column, row + 7, expected["median"]["2024"][std::string(figure.key)]);
    }
    EXPECT_EQ(compared, 7 * key_figures().size() - 3) << "one förbund has no budget, and so none of three figures";
    EXPECT_EQ(charts_on(document, "Diagram"), 4);
    EXPECT_EQ(charts_on(document, "Diagram över åren"), 6);
    for (const auto& [address, value] : values) {
        EXPECT_FALSE(value.starts_with("Err:") && !address.starts_with("Diagram")) << address << ": " << value;
    }
}

TEST_F(ComparisonWorkbook, AWorkbookThatIsThereIsNotTouchedWithoutBeingAskedTo) {
    import_forbund();
    const std::string there = folder_.write("ut.ods", "mitt");
    EXPECT_EQ(compare({"--arbetsbok", there}).exit, 2);
    EXPECT_EQ(command_test::read_file(there), "mitt");
    EXPECT_EQ(compare({"--arbetsbok", (folder_ / "ut.xlsx").string()}).exit, 2);
    EXPECT_EQ(compare({"--arbetsbok", ledger() + ".ods", "--forbund", "Berget"}).exit, 2);
    EXPECT_FALSE(std::filesystem::exists(ledger() + ".ods"));
    EXPECT_EQ(compare({"--arbetsbok", there, "--skriv-over"}).exit, 0);
    EXPECT_TRUE(command_test::read_file(there).starts_with("PK"));
}

} // namespace
} // namespace finsam::office
