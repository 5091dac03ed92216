#include "templates/builder/workbook_builder.hpp"

#include "templates/builder/contract.hpp"
#include "templates/builder/data_columns.hpp"
#include "templates/builder/odf_writer.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace finsam::workbook {
namespace {

const Layout& kr() {
    static const auto layout = Layout::built_in("kr");
    return *layout;
}

const Workbook& kr_workbook() {
    static const Workbook book = build_workbook(kr());
    return book;
}

TEST(WorkbookBuilder, HasTheSheetsInOrder) {
    std::vector<std::string> names;
    for (const Sheet& sheet : kr_workbook().sheets) {
        names.push_back(sheet.name);
    }
    EXPECT_THAT(names, testing::ElementsAre("Start", "Översikt", "Mål", "Balanskrav", "Resultaträkning",
                                            "Balansräkning", "Kassaflödesanalys", "Driftredovisning",
                                            "Medelstilldelning", "Noter", "Diagram", "Kontroller", "Indata",
                                            "Kontokarta", "Saldon", "Objekt", "Verifikationer", "Importlogg"));
    EXPECT_EQ(kr_workbook().title, "Finsam årsredovisning (kr)");
}

TEST(WorkbookBuilder, EveryFormulaHasAnExplicitNumberFormat) {
    std::size_t formulas = 0;
    for (const Sheet& sheet : kr_workbook().sheets) {
        for (const auto& [at, cell] : sheet.cells) {
            if (std::holds_alternative<Formula>(cell.content)) {
                ++formulas;
                const auto kind = kr_workbook().styles.at(cell.style).format.kind;
                EXPECT_NE(kind, NumberFormat::Kind::general) << sheet.name << "." << a1(at);
                EXPECT_NE(kind, NumberFormat::Kind::text) << sheet.name << "." << a1(at);
            }
        }
    }
    EXPECT_GT(formulas, 1000u);
}

TEST(WorkbookBuilder, FilledFormulaCellsGetTheirFormatFromTheColumn) {
    for (const std::string_view name : {sheet::balances, sheet::objects}) {
        for (const SheetColumn& column : kr_workbook().find(name)->columns) {
            if (column.width > 6) { // the narrow ones stand empty between lists
                EXPECT_NE(kr_workbook().styles.at(column.style).format.kind, NumberFormat::Kind::general) << name;
            }
        }
    }
}

TEST(WorkbookBuilder, NamesAreUniqueAndPointAtSheets) {
    std::set<std::string> names;
    for (const NamedRange& name : kr_workbook().names) {
        EXPECT_TRUE(names.insert(name.name).second) << name.name;
        EXPECT_NE(kr_workbook().find(name.sheet), nullptr) << name.name;
    }
}

/// Words such as Saldon_Res_0 in a formula, outside texts and references.
std::set<std::string> names_in(const std::string& formula) {
    std::set<std::string> names;
    std::string word;
    bool in_text = false, in_reference = false;
    for (const char c : formula + " ") {
        in_text = c == '"' ? !in_text : in_text;
        in_reference = !in_text && (c == '[' || (in_reference && c != ']'));
        const bool part =
            (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.') && !in_text && !in_reference;
        if (part) {
            word += c;
            continue;
        }
        if (word.find('_') != std::string::npos && c != '(') {
            names.insert(word);
        }
        word.clear();
    }
    return names;
}

TEST(WorkbookBuilder, EveryNameInAFormulaIsDefined) {
    std::set<std::string> known;
    for (const NamedRange& name : kr_workbook().names) {
        known.insert(name.name);
    }
    for (const Sheet& sheet : kr_workbook().sheets) {
        for (const auto& [at, cell] : sheet.cells) {
            if (const auto* formula = std::get_if<Formula>(&cell.content)) {
                for (const std::string& name : names_in(formula->text)) {
                    EXPECT_TRUE(known.contains(name)) << sheet.name << "." << a1(at) << ": " << name;
                }
            }
        }
    }
}

TEST(WorkbookBuilder, PrintsReportsAndChecksButNoData) {
    for (const Sheet& sheet : kr_workbook().sheets) {
        const bool is_data = sheet.name == sheet::start || sheet.name == sheet::input || sheet.name == sheet::map ||
                             sheet.name == sheet::balances || sheet.name == sheet::objects ||
                             sheet.name == sheet::vouchers || sheet.name == sheet::imports;
        EXPECT_EQ(sheet.printed, !is_data) << sheet.name;
        EXPECT_EQ(sheet.print_range.has_value(), sheet.printed) << sheet.name;
    }
}

TEST(WorkbookBuilder, OnlyIndataTheMapAndTheGoalsTakeTyping) {
    for (const Sheet& sheet : kr_workbook().sheets) {
        for (const auto& [at, cell] : sheet.cells) {
            if (kr_workbook().styles.at(cell.style).input) {
                EXPECT_TRUE(sheet.name == sheet::input || sheet.name == sheet::map || sheet.name == "Mål")
                    << sheet.name << "." << a1(at);
                EXPECT_FALSE(std::holds_alternative<Formula>(cell.content)) << sheet.name << "." << a1(at);
            }
        }
    }
}

TEST(WorkbookBuilder, UsesTheAddInOnlyAsScalars) {
    for (const Sheet& sheet : kr_workbook().sheets) {
        for (const auto& [at, cell] : sheet.cells) {
            const auto* formula = std::get_if<Formula>(&cell.content);
            if (formula != nullptr && formula->text.find("DRIFTREDOVISNING(") != std::string::npos) {
                EXPECT_EQ(sheet.name, sheet::checks) << a1(at);
                EXPECT_THAT(formula->text, testing::HasSubstr("INDEX("));
            }
        }
    }
}

TEST(WorkbookBuilder, EveryNumberThatPeopleTypeIsValidatedInSwedish) {
    const Sheet& input = *kr_workbook().find(sheet::input);
    std::size_t numbers = 0;
    for (const auto& [at, cell] : input.cells) {
        const CellStyle& style = kr_workbook().styles.at(cell.style);
        if (!style.input || style.format.kind == NumberFormat::Kind::text) {
            continue;
        }
        ++numbers;
        const auto rule = std::ranges::find(kr_workbook().validations, cell.validation, &Validation::name);
        ASSERT_NE(rule, kr_workbook().validations.end()) << a1(at);
        EXPECT_THAT(rule->message, testing::StartsWith("Skriv ")) << a1(at);
    }
    EXPECT_GT(numbers, 100u);
}

TEST(WorkbookBuilder, TheNamesOfTheMapAreChosenFromLists) {
    const Sheet& map = *kr_workbook().find(sheet::map);
    for (const int column : {3, 4, 5, 6, 7, 8, 9}) { // rad to säkerhet
        const std::string& name = map.cells.at({data_first_row, column}).validation;
        const auto rule = std::ranges::find(kr_workbook().validations, name, &Validation::name);
        ASSERT_NE(rule, kr_workbook().validations.end()) << column;
        EXPECT_THAT(rule->condition, testing::StartsWith("cell-content-is-in-list(")) << column;
    }
}

/// Calc's `=` and MATCH ignore case: a code is compared with EXACT, a line's number may be matched.
TEST(WorkbookBuilder, CodesOfInsatserAreComparedWithCase) {
    for (const Sheet& sheet : kr_workbook().sheets) {
        for (const auto& [at, cell] : sheet.cells) {
            if (const auto* formula = std::get_if<Formula>(&cell.content)) {
                EXPECT_EQ(formula->text.find("Insats="), std::string::npos) << sheet.name << "." << a1(at);
                EXPECT_EQ(formula->text.find(";Insats_Kod;0"), std::string::npos) << sheet.name << "." << a1(at);
                EXPECT_EQ(formula->text.find(";Budget_Insats;0"), std::string::npos) << sheet.name << "." << a1(at);
            }
        }
    }
}

TEST(WorkbookBuilder, NoFormulaTakesACodeForAReservedWord) {
    for (const Sheet& sheet : kr_workbook().sheets) {
        for (const auto& [at, cell] : sheet.cells) {
            const auto* formula = std::get_if<Formula>(&cell.content);
            EXPECT_FALSE(formula != nullptr && formula->text.find("ej_fordelat") != std::string::npos)
                << sheet.name << "." << a1(at);
        }
    }
}

TEST(WorkbookBuilder, GivesTheSameBytesEveryTime) {
    const auto first = write_template_parts(build_workbook(kr()));
    const auto second = write_template_parts(build_workbook(kr()));
    ASSERT_EQ(first.size(), second.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        EXPECT_EQ(first[i].bytes, second[i].bytes) << first[i].path;
    }
    EXPECT_EQ(write_flat(kr_workbook()), write_flat(build_workbook(kr())));
}

TEST(WorkbookBuilder, EveryReportCellIsAFormula) {
    for (const ReportCell& place : report_cells(kr())) {
        const Sheet* sheet = kr_workbook().find(place.sheet);
        ASSERT_NE(sheet, nullptr);
        const auto found = sheet->cells.find(place.at);
        ASSERT_NE(found, sheet->cells.end()) << place.sheet << "." << a1(place.at);
        EXPECT_TRUE(std::holds_alternative<Formula>(found->second.content)) << place.sheet << "." << a1(place.at);
    }
}

} // namespace
} // namespace finsam::workbook
