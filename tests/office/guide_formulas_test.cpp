// The formulas of the guide's chapter on own formulas, in the example's workbook.

#include "addin/functions/function_table.hpp"
#include "tests/office/example_workbook.hpp"
#include "tests/office/office_test.hpp"

#include <algorithm>
#include <gmock/gmock.h>

namespace finsam::office {
namespace {

std::string upper(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return out;
}

/// As a file has it: names of functions in full.
std::string stored(std::string formula) {
    for (const addin::Function& function : addin::function_table()) {
        const std::string name = std::string(function.name) + "(";
        if (const auto at = formula.find(name); at != std::string::npos) {
            formula.replace(at, name.size(), upper(addin::functions_service) + "." + upper(function.method) + "(");
        }
    }
    return formula;
}

/// What stands in the right column of the table: `=KONTOSALDO(...)`.
std::vector<std::string> guide_formulas() {
    const std::string page = command_test::read_file(FINSAM_SOURCE_DIR "/docs/anvandarhandbok.md");
    const std::size_t begin = page.find("| Vill du ha | Skriv |"), end = page.find("\n\n", begin);
    std::vector<std::string> formulas;
    for (auto at = page.find("| `", begin); at < end; at = page.find("| `", at + 1)) {
        formulas.push_back(page.substr(at + 3, page.find("` |", at) - at - 3));
    }
    return formulas;
}

class GuideFormulas : public OfficeTest {};

TEST_F(GuideFormulas, WorkInTheExamplesWorkbook) {
    Document document(office(), example_workbook().ods);
    const auto sheets = document.model()->getSheets();
    sheets->insertNewByName("Egna", 0);
    document.set("Egna.B2", {{5.0}, {4.0}, {3.0}, {2.0}, {1.0}});
    const std::vector<std::string> formulas = guide_formulas();
    ASSERT_GE(formulas.size(), 10U);
    for (const std::string& formula : formulas) {
        std::string plain = formula;
        std::erase_if(plain, [](char c) { return c == '{' || c == '}'; });
        if (plain == formula) {
            document.set_formula("Egna.D1", stored(plain));
            EXPECT_EQ(document.error("Egna.D1"), 0) << formula;
        } else {
            document.set_array_formula("Egna.F1", stored(plain));
            EXPECT_EQ(document.error("Egna.F1"), 0) << formula;
        }
    }
}

TEST_F(GuideFormulas, GiveThePublishedFigures) {
    Document document(office(), example_workbook().ods);
    document.model()->getSheets()->insertNewByName("Egna", 0);
    const auto value = [&](const std::string& formula) {
        document.set_formula("Egna.A1", stored(formula));
        EXPECT_EQ(document.error("Egna.A1"), 0) << formula;
        return document.value("Egna.A1");
    };
    // Insjöriket's annual report 2024: income 14 278 000 both years, cash 8 997 905.
    EXPECT_EQ(value("=KONTOSALDO(Saldon.A5:Z300; \"3*\")"), -14278000.0);
    EXPECT_EQ(value("=KONTOSALDO(Saldon.A5:Z300; \"3*\"; 2023)"), -14278000.0);
    EXPECT_EQ(value("=KONTOSALDO(Saldon.A5:Z300; \"19*\")"), 8997905.0);
    EXPECT_EQ(value("=KONTOSALDO(Saldon.A5:Z300; \"30-88\")"), -1662665.0) << "the result, a surplus";
    EXPECT_EQ(value("=KONTOSALDO(Saldon.A5:Z300; \"*\")"), 0.0) << "balances and results sum to zero";
    EXPECT_EQ(value("=PERIODSALDO(Verifikationer.A5:I99999; \"3*\"; \"2024-01\"; \"2024-12\")"), -14278000.0);
}

} // namespace
} // namespace finsam::office
