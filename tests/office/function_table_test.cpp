// The function table against a real Calc: every example of the reference gives what it says, every function is stored
// and read again under its name, and the wizard has every text.

#include "addin/functions/function_table.hpp"
#include "tests/office/office_test.hpp"
#include "tests/office/text.hpp"
#include "tests/office/wizard_texts.hpp"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <sstream>

namespace finsam::office {
namespace {

using addin::Function;
using addin::function_table;

std::vector<std::string> lines(std::string_view text) {
    std::vector<std::string> out;
    std::istringstream stream{std::string(text)};
    for (std::string line; std::getline(stream, line);) {
        out.push_back(line);
    }
    return out;
}

/// Words with blanks between; a heading such as "UB 2024" has one blank inside, so two or more stand between cells.
std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> out;
    std::size_t at = line.find_first_not_of(' ');
    while (at != std::string::npos) {
        const std::size_t end = std::min(line.find("  ", at), line.size());
        out.push_back(line.substr(at, end - at));
        at = line.find_first_not_of(' ', end);
    }
    return out;
}

/// "A1" with its value, of each cell of an example.
std::vector<std::pair<std::string, std::string>> given_cells(std::string_view given) {
    std::vector<std::pair<std::string, std::string>> out;
    const std::vector<std::string> rows = lines(given);
    for (std::size_t row = 1; row < rows.size(); ++row) {
        const std::vector<std::string> columns = cells(rows.front()), values = cells(rows[row]);
        for (std::size_t i = 1; i < values.size(); ++i) {
            out.emplace_back(columns.at(i - 1) + values.front(), values[i]);
        }
    }
    return out;
}

std::string upper(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return out;
}

/// As a file has it: `=SE.FINSAM.CALC.FUNCTIONS.SOLIDITET(...)`.
std::string stored_formula(const Function& function) {
    std::string formula(function.example.formula);
    std::erase_if(formula, [](char c) { return c == '{' || c == '}'; });
    return "=" + upper(addin::functions_service) + "." + upper(function.method) +
           formula.substr(function.name.size() + 1);
}

class FunctionTable : public OfficeTest {
protected:
    static bool is_matrix(const Function& function) { return function.result == addin::ResultType::matrix; }
    static void enter(Document& document, const Function& function) {
        for (const auto& [address, value] : given_cells(function.example.given)) {
            document.set_formula(address, value);
        }
        if (is_matrix(function)) {
            const auto rows = lines(function.example.result);
            const auto last = static_cast<char>('J' + cells(rows.front()).size());
            document.set_array_formula("K1:" + std::string(1, last) + std::to_string(rows.size()),
                                       stored_formula(function));
        } else {
            document.set_formula("K1", stored_formula(function));
        }
    }
    /// A number to as many decimals as the example has.
    static void expect_shown(const Document& document, const std::string& address, const std::string& shown) {
        const std::size_t point = shown.find('.');
        if (point != std::string::npos) {
            const double scale = std::pow(10.0, static_cast<double>(shown.size() - point - 1));
            EXPECT_DOUBLE_EQ(std::round(document.value(address) * scale) / scale, std::stod(shown));
        } else {
            EXPECT_EQ(document.text(address), shown) << address;
        }
    }
    static void expect_result(const Document& document, const Function& function) {
        const auto rows = lines(function.example.result);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const auto values = is_matrix(function) ? cells(rows[row]) : std::vector<std::string>{rows[row]};
            for (std::size_t column = 0; column < values.size(); ++column) {
                const std::string address(1, static_cast<char>('K' + column));
                expect_shown(document, address + std::to_string(row + 1), values[column]);
            }
        }
    }
};

TEST_F(FunctionTable, EveryExampleGivesWhatTheReferenceSays) {
    for (const Function& function : function_table()) {
        SCOPED_TRACE(function.name);
        Document document(office());
        enter(document, function);
        expect_result(document, function);
    }
}

TEST_F(FunctionTable, EveryFunctionIsTypedUnderItsName) {
    Document document(office());
    for (const Function& function : function_table()) {
        enter(document, function);
        const std::string typed = document.local_formula("K1");
        EXPECT_NE(typed.find("=" + std::string(function.name) + "("), std::string::npos) << typed;
        document.set_array_formula("K1:T10", "=0");
        document.set_array_formula("K1:T10", "");
    }
}

TEST_F(FunctionTable, EveryFunctionSurvivesOdsAndXlsx) {
    const auto folder = office().fresh_folder("function_table");
    for (const char* extension : {".ods", ".xlsx"}) {
        for (const Function& function : function_table()) {
            SCOPED_TRACE(std::string(function.name) + extension);
            const auto path = folder / (std::string(function.method) + extension);
            {
                Document document(office());
                enter(document, function);
                document.store(path);
            }
            Document document(office(), path);
            document.recalculate_hard();
            expect_result(document, function);
            const std::string prefix = upper(addin::functions_service) + "." + upper(function.method) + "(";
            EXPECT_THAT(document.formula("K1"), testing::HasSubstr(prefix));
        }
    }
}

TEST_F(FunctionTable, TheWizardHasEveryText) {
    for (const Function& function : function_table()) {
        SCOPED_TRACE(function.name);
        const WizardTexts texts = wizard_texts(office(), std::string(function.name));
        EXPECT_EQ(texts.description, function.description.en);
        EXPECT_EQ(texts.arguments, argument_labels(function, &addin::Text::en));
    }
}

} // namespace
} // namespace finsam::office
