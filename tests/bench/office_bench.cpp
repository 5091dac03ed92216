// finsam_office_bench FOLDER [DOCUMENT]: the cell functions against Calc's own over the same rows, in one office, and
// the import of a SIE file against Calc's own import of the same rows as CSV.
// Writes the table into DOCUMENT between its marks when given. Exit code 1 when a requirement is not met, 2 when
// nothing could be measured.

#include "tests/bench/child_run.hpp"
#include "tests/bench/import_comparison.hpp"
#include "tests/bench/marked_text.hpp"
#include "tests/bench/office_measurements.hpp"
#include "tests/office/document.hpp"
#include "tests/office/text.hpp"

#include <algorithm>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <fmt/format.h>
#include <fstream>
#include <functional>
#include <iostream>
#include <random>

namespace finsam::bench {
namespace {

namespace fs = std::filesystem;
using namespace com::sun::star;
using office::Document;
using office::Office;

constexpr int rows = 100'000;
constexpr int insatser = 12;
constexpr int rounds = 7;
const std::string own = "=SE.FINSAM.CALC.FUNCTIONS.";

double recalculation(const Office& office, Document& document) {
    const double before = processor_seconds(office.process());
    document.recalculate_hard();
    return processor_seconds(office.process()) - before;
}

/// A:E insats, konto, belopp, datum, text; G:H the budget. The same rows every time.
void fill(Document& document) {
    std::mt19937 random(2024);
    uno::Sequence<uno::Sequence<uno::Any>> data(rows + 1);
    auto* const out = data.getArray();
    const auto row = [](std::initializer_list<uno::Any> cells) {
        return uno::Sequence<uno::Any>(cells.begin(), static_cast<sal_Int32>(cells.size()));
    };
    const auto text = [](const std::string& value) { return uno::Any(office::to_ustring(value)); };
    out[0] = row({text("insats"), text("konto"), text("belopp"), text("datum"), text("text")});
    constexpr int classes[] = {15, 30, 50, 80};
    for (int i = 1; i <= rows; ++i) {
        const auto account = classes[random() % 4] * 100 + static_cast<int>(random() % 40);
        const double amount = static_cast<double>(static_cast<int>(random() % 200'000) - 100'000) / 100;
        out[i] = row({text(std::to_string(10 + random() % insatser)), text(std::to_string(account)), uno::Any(amount),
                      uno::Any(45292.0 + static_cast<double>(random() % 366)), text(fmt::format("rad {}", i))});
    }
    uno::Reference<sheet::XCellRangeData>(document.range(fmt::format("A1:E{}", rows + 1)), uno::UNO_QUERY_THROW)
        ->setDataArray(data);
    document.set("G1", {{"insats", "netto"}});
    for (int i = 0; i < insatser; ++i) {
        document.set(fmt::format("G{}", i + 2), {{std::to_string(10 + i), 1000.0}});
    }
}

class Comparison {
public:
    Comparison(const Office& office, Document& document) : office_(office), document_(document) {}

    /// Both formulas over the whole of the rows; `#` is the last row.
    void compare(const std::string& what, const std::string& ours, const std::string& theirs) {
        compare(
            what, [&] { document_.set_formula("K1", with_rows(ours)); },
            [&] { document_.set_formula("K1", with_rows(theirs)); });
    }
    void compare(const std::string& what, const std::function<void()>& ours, const std::function<void()>& theirs) {
        std::vector<double> own_times, other_times;
        for (int round = 0; round < rounds; ++round) {
            own_times.push_back(time(ours));
            other_times.push_back(time(theirs));
        }
        const double mine = median(own_times), other = median(other_times);
        verdicts_.push_back({what, decimal(mine * 1000, 1) + " ms",
                             fmt::format("{} ms: {} gånger", decimal(other * 1000, 1), decimal(mine / other, 2)),
                             "högst 1 gång", mine <= other});
    }
    [[nodiscard]] static std::string with_rows(std::string formula) {
        for (auto at = formula.find('#'); at != std::string::npos; at = formula.find('#')) {
            formula.replace(at, 1, std::to_string(rows + 1));
        }
        return formula;
    }
    [[nodiscard]] const std::vector<Verdict>& verdicts() const noexcept { return verdicts_; }

private:
    double time(const std::function<void()>& enter) {
        enter();
        const double seconds = recalculation(office_, document_);
        constexpr sal_Int32 all_contents = 31;
        uno::Reference<sheet::XSheetOperation>(document_.range("K1:R20"), uno::UNO_QUERY_THROW)
            ->clearContents(all_contents);
        return seconds;
    }
    const Office& office_;
    Document& document_;
    std::vector<Verdict> verdicts_;
};

std::vector<Verdict> functions_against_sumifs(const Office& office) {
    Document document(office);
    fill(document);
    Comparison compare(office, document);
    compare.compare(
        "DRIFTREDOVISNING, 12 insatser, mot en kolumn SUMMA.OMFS, en cell per insats",
        [&] { document.set_array_formula("K1:R13", Comparison::with_rows(own + "DRIFTREDOVISNING(A1:E#;G1:H13)")); },
        [&] {
            for (int i = 0; i < insatser; ++i) {
                document.set_formula(fmt::format("K{}", i + 1),
                                     Comparison::with_rows(fmt::format("=SUMIFS(C2:C#;A2:A#;\"{}\")", 10 + i)));
            }
        });
    compare.compare("KONTOSALDO \"30*\" mot SUMMA.OMFS \"30*\"", own + "KONTOSALDO(A1:E#;\"30*\")",
                    "=SUMIFS(C2:C#;B2:B#;\"30*\")");
    compare.compare(
        "KONTOSALDO \"30-34;3990;8*\" mot de SUMMA.OMFS som behövs", own + "KONTOSALDO(A1:E#;\"30-34;3990;8*\")",
        "=SUM(SUMIFS(C2:C#;B2:B#;\"30*\");SUMIFS(C2:C#;B2:B#;\"31*\");SUMIFS(C2:C#;B2:B#;\"32*\");SUMIFS(C2:C#;"
        "B2:B#;\"33*\");SUMIFS(C2:C#;B2:B#;\"34*\");SUMIFS(C2:C#;B2:B#;\"3990\");SUMIFS(C2:C#;B2:B#;\"8*\"))");
    compare.compare("BUDGETSALDO \"30*\" mot SUMMA.OMFS \"30*\"", own + "BUDGETSALDO(A1:E#;\"30*\")",
                    "=SUMIFS(C2:C#;B2:B#;\"30*\")");
    compare.compare("OBJEKTSALDO \"10\", \"5*\" mot SUMMA.OMFS", own + "OBJEKTSALDO(A1:E#;\"10\";\"5*\")",
                    "=SUMIFS(C2:C#;A2:A#;\"10\";B2:B#;\"5*\")");
    compare.compare("PERIODSALDO \"5*\", januari–augusti, mot SUMMA.OMFS",
                    own + "PERIODSALDO(A1:E#;\"5*\";\"2024-01\";\"2024-08\")",
                    "=SUMIFS(C2:C#;B2:B#;\"5*\";D2:D#;\">=45292\";D2:D#;\"<=45535\")");
    compare.compare("KONTOSALDO för ett enda konto mot SUMMA.OMFS som söker hel text",
                    own + "KONTOSALDO(A1:E#;\"3010\")", "=SUMIFS(C2:C#;B2:B#;\"3010\")");
    compare.compare("OBJEKTSALDO för alla konton mot SUMMA.OMFS som söker hel text", own + "OBJEKTSALDO(A1:E#;\"10\")",
                    "=SUMIFS(C2:C#;A2:A#;\"10\")");
    return compare.verdicts();
}

/// Cells with the extension's functions become the values they show.
int make_values(Document& document) {
    int cells = 0;
    const uno::Reference<container::XIndexAccess> sheets(document.model()->getSheets(), uno::UNO_QUERY_THROW);
    for (sal_Int32 i = 0; i < sheets->getCount(); ++i) {
        const uno::Reference<sheet::XSpreadsheet> sheet(sheets->getByIndex(i), uno::UNO_QUERY_THROW);
        uno::Reference<util::XProtectable>(sheet, uno::UNO_QUERY_THROW)->unprotect("");
        constexpr sal_Int32 every_result = 7;
        const auto formulas = uno::Reference<sheet::XCellRangesQuery>(sheet, uno::UNO_QUERY_THROW)
                                  ->queryFormulaCells(every_result)
                                  ->getRangeAddresses();
        for (const table::CellRangeAddress& area : formulas) {
            for (sal_Int32 row = area.StartRow; row <= area.EndRow; ++row) {
                for (sal_Int32 column = area.StartColumn; column <= area.EndColumn; ++column) {
                    const auto cell = sheet->getCellByPosition(column, row);
                    if (cell->getFormula().indexOf("SE.FINSAM.") < 0) {
                        continue;
                    }
                    const uno::Reference<sheet::XSheetCellRange> one(
                        sheet->getCellRangeByPosition(column, row, column, row), uno::UNO_QUERY_THROW);
                    const auto cursor = sheet->createCursorByRange(one);
                    cursor->collapseToCurrentArray();
                    const uno::Reference<sheet::XCellRangeData> array(cursor, uno::UNO_QUERY_THROW);
                    const auto values = array->getDataArray();
                    uno::Reference<sheet::XSheetOperation>(cursor, uno::UNO_QUERY_THROW)->clearContents(16);
                    array->setDataArray(values);
                    ++cells;
                }
            }
        }
    }
    return cells;
}

std::vector<Verdict> report_workbook(const Office& office, const fs::path& folder) {
    const std::string books = (folder / "books").string(), path = (folder / "insjoriket.ods").string();
    if (!run_child({FINSAM_EXAMPLE_BOOKS, books}).succeeded) {
        return {};
    }
    const std::string example = std::string(FINSAM_SOURCE_DIR) + "/examples/insjoriket/indata.toml";
    if (!run_child({FINSAM_COMMAND, "arbetsbok", "--sie", books + "/insjoriket-2024.se", "--sie",
                    books + "/insjoriket-2023.se", "--ar", "2024", "--karta", "bas", "--indata", example, "-o", path})
             .succeeded) {
        return {};
    }
    Document with(office, path), without(office, path);
    const int cells = make_values(without);
    std::vector<double> with_times, without_times;
    for (int round = 0; round < rounds; ++round) {
        with_times.push_back(recalculation(office, with));
        without_times.push_back(recalculation(office, without));
    }
    const double more = median(with_times) - median(without_times);
    return {{fmt::format("Hård omräkning av exemplets arbetsbok, mot samma bok med värden i funktionernas {} celler",
                         cells),
             fmt::format("{:.0f} ms", median(with_times) * 1000),
             fmt::format("{} ms: {} ms mer", decimal(median(without_times) * 1000, 0), decimal(more * 1000, 1)),
             "högst 50 ms mer", cells > 0 && more <= 0.05}};
}

/// An example förbund and what its report is made with.
struct Example {
    const char *forbund, *layout, *map;
    bool has_budget;
};
constexpr Example examples[] = {{"insjoriket", "kr", "bas", false},
                                {"sjuharad", "ore", "region-bas", true},
                                {"solleftea", "tkr", "kommun-bas", true}};

std::vector<std::string> workbook_command(const Example& one, const fs::path& folder) {
    const std::string books = (folder / "books" / one.forbund).string();
    const std::string inputs = fmt::format("{}/examples/{}/", FINSAM_SOURCE_DIR, one.forbund);
    std::vector<std::string> command = {FINSAM_COMMAND,
                                        "arbetsbok",
                                        "--sie",
                                        books + "-2024.se",
                                        "--sie",
                                        books + "-2023.se",
                                        "--ar",
                                        "2024",
                                        "--uppstallning",
                                        one.layout,
                                        "--karta",
                                        one.map,
                                        "--indata",
                                        inputs + "indata.toml",
                                        "--profil",
                                        (folder / "profil-finsam").string(),
                                        "--skriv-over",
                                        "-o",
                                        (folder / one.forbund).string() + ".ods",
                                        "--pdf",
                                        (folder / one.forbund).string() + ".pdf"};
    if (one.has_budget) {
        command.insert(command.end(), {"--budget", inputs + "budget.csv"});
    }
    return command;
}

/// LibreOffice alone, without the extension, of the workbook that the command made.
std::vector<std::string> conversion_command(const Example& one, const fs::path& folder) {
    return {std::string(FINSAM_OFFICE_PROGRAM) + "/soffice",
            "-env:UserInstallation=" + office::file_url(folder / "profil-konvertering"),
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            (folder / "konverterad").string(),
            (folder / one.forbund).string() + ".ods"};
}

/// Both with a profile that has been used: SIE files to workbook and PDF, against that workbook to PDF.
std::vector<Verdict> workbook_against_conversion(const fs::path& folder) {
    std::vector<Verdict> verdicts;
    for (const Example& one : examples) {
        std::vector<double> own_times, other_times;
        for (int round = -1; round < rounds; ++round) { // the first fills profiles and caches
            const ChildRun own_run = run_child(workbook_command(one, folder));
            const fs::path converted = folder / "konverterad" / (std::string(one.forbund) + ".pdf");
            fs::remove(converted);
            const ChildRun other_run = run_child(conversion_command(one, folder));
            if (!own_run.succeeded || !fs::exists(converted)) { // a conversion that wrote nothing ends with 0 too
                return {};
            }
            if (round >= 0) {
                own_times.push_back(own_run.seconds);
                other_times.push_back(other_run.seconds);
            }
        }
        const double mine = median(own_times), other = median(other_times);
        verdicts.push_back(
            {fmt::format("`finsam arbetsbok` till ods och PDF, {}, mot en konvertering av den färdiga boken till PDF",
                         one.layout),
             decimal(mine, 2) + " s", fmt::format("{} s: {} gånger", decimal(other, 2), decimal(mine / other, 2)),
             "högst 1,5 gånger", mine <= 1.5 * other});
    }
    return verdicts;
}

std::string table_of(const std::vector<Verdict>& verdicts) {
    std::string text = "| jämförelse | funktionen | det den jämförs med | krav | |\n|---|---|---|---|---|\n";
    for (const Verdict& each : verdicts) {
        text += fmt::format("| {} | {} | {} | {} | {} |\n", each.what, each.ours, each.theirs, each.limit,
                            each.met ? "uppfyllt" : "**inte uppfyllt**");
    }
    return text;
}

int run(const fs::path& folder, const char* document) {
    std::string reason;
    office::OfficeOptions options;
    options.profile = "bench-profile";
    const auto office = Office::start(options, reason);
    if (!office) {
        std::cerr << "finsam_office_bench: " << reason << '\n';
        return 2;
    }
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::vector<Verdict> verdicts = functions_against_sumifs(*office);
    const std::vector<Verdict> workbook = report_workbook(*office, folder);
    const std::vector<Verdict> conversion = workbook_against_conversion(folder);
    const std::vector<Verdict> import = import_against_csv(folder);
    fs::remove_all(folder);
    verdicts.insert(verdicts.end(), workbook.begin(), workbook.end());
    verdicts.insert(verdicts.end(), conversion.begin(), conversion.end());
    verdicts.insert(verdicts.end(), import.begin(), import.end());
    const std::string text = table_of(verdicts);
    std::cout << text;
    if (document != nullptr &&
        !write_between(document, "<!-- mätning i Calc -->\n", "<!-- slut på mätning i Calc -->", text)) {
        std::cerr << "finsam_office_bench: no marks in " << document << '\n';
        return 2;
    }
    return workbook.empty() || conversion.empty() || import.empty() ? 2 : std::ranges::all_of(verdicts, &Verdict::met) ? 0 : 1;
}

} // namespace
} // namespace finsam::bench

int main(int argc, char** argv) {
    if (argc != 2 && argc != 3) {
        std::cerr << "finsam_office_bench FOLDER [DOCUMENT]\n";
        return 2;
    }
    return finsam::bench::run(argv[1], argc == 3 ? argv[2] : nullptr);
}
