// The sheet Kontroller: a line for each rule, native formulas alone, links to cells that are there.

#include "bridge/report/report_rules.hpp"
#include "templates/builder/contract.hpp"
#include "templates/builder/data_columns.hpp"
#include "templates/builder/native_formula.hpp"
#include "templates/builder/workbook_builder.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace finsam::workbook {
namespace {

constexpr int left_cells = 9, left = 2, tolerance = 5, state = 6, left_link = 11, right_link = 12, key = 13;

class CheckSheet : public testing::TestWithParam<std::tuple<const char*, DocumentKind>> {
protected:
    const std::string& text(Address at) const { return std::get<std::string>(sheet.cells.at(at).content); }
    const std::string& formula(Address at) const { return std::get<Formula>(sheet.cells.at(at).content).text; }
    /// A text; of counted accounts a formula that names them.
    bool says_something(Address at) const {
        const auto* words = std::get_if<std::string>(&sheet.cells.at(at).content);
        return words != nullptr ? !words->empty() : !formula(at).empty();
    }
    /// Rows that hold a check.
    std::vector<int> lines() const {
        std::vector<int> rows;
        for (const auto& [at, cell] : sheet.cells) {
            if (at.column == key && at.row >= data_first_row) {
                rows.push_back(at.row);
            }
        }
        return rows;
    }

    Layout layout = Layout::built_in(std::get<0>(GetParam()), std::get<1>(GetParam())).value();
    Workbook book = build_workbook(layout);
    Sheet& sheet = *book.find(sheet::checks);
};

INSTANTIATE_TEST_SUITE_P(BuiltIn, CheckSheet,
                         testing::Combine(testing::Values("kr", "ore", "tkr"),
                                          testing::Values(DocumentKind::annual, DocumentKind::interim,
                                                          DocumentKind::budget)));

TEST_P(CheckSheet, HasEveryRuleInItsYears) {
    std::multiset<std::string> on_sheet;
    for (const int row : lines()) {
        on_sheet.insert(text({row, key}));
    }
    for (const ReportRule& rule : report_rules(layout)) {
        const auto found = on_sheet.find(rule.key);
        ASSERT_NE(found, on_sheet.end()) << rule.key;
        on_sheet.erase(found);
    }
    EXPECT_TRUE(on_sheet.contains("konton_utan_rad"));
    EXPECT_TRUE(on_sheet.contains("ib_ub"));
}

TEST_P(CheckSheet, NeedsNoFunctionOfTheExtension) {
    for (const auto& [at, cell] : sheet.cells) {
        if (const auto* one = std::get_if<Formula>(&cell.content)) {
            EXPECT_FALSE(calls_addin(one->text)) << a1(at) << ": " << one->text;
        }
    }
}

TEST_P(CheckSheet, EveryLineHasAStateInTheNamedRange) {
    const auto states = std::ranges::find(book.names, "Kontroller_Lage", &NamedRange::name);
    ASSERT_NE(states, book.names.end());
    for (const int row : lines()) {
        EXPECT_THAT(formula({row, state}), testing::HasSubstr("\"ej tillämplig\""));
        EXPECT_TRUE(states->range.first.row <= row && row <= states->range.last.row);
    }
}

TEST_P(CheckSheet, LinksLeadToTheFirstCellOfASide) {
    for (const int row : lines()) {
        if (formula({row, left}) != "\"\"") {
            EXPECT_TRUE(sheet.cells.contains({row, left_link})) << text({row, key});
            EXPECT_TRUE(says_something({row, left_cells})) << text({row, key});
        }
        for (const int column : {left_link, right_link}) {
            if (const auto cell = sheet.cells.find({row, column}); cell != sheet.cells.end()) {
                const Sheet* target = book.find(cell->second.link);
                ASSERT_NE(target, nullptr) << cell->second.link;
                EXPECT_TRUE(target->cells.contains(cell->second.link_cell)) << text({row, column});
            }
        }
    }
}

/// The text that the check looks for is what the table's remark says of a deficit.
TEST_P(CheckSheet, ADeficitIsToldUnderItsTableAndTheCheckReadsIt) {
    const Table* table = layout.find("balanskrav");
    if (table == nullptr) {
        EXPECT_EQ(std::get<1>(GetParam()), DocumentKind::budget);
        return;
    }
    const std::vector<int> rows = lines();
    const auto found = std::ranges::find_if(rows, [&](int row) { return text({row, key}) == "balanskrav_negativt"; });
    ASSERT_NE(found, rows.end());
    const Cell& link = sheet.cells.at({*found, left_link});
    const auto& remark = std::get<Formula>(book.find(link.link)->cells.at(link.link_cell).content);
    EXPECT_THAT(remark.text, testing::AllOf(testing::HasSubstr("ska återställas senast \"&(Ar_0+3)&"),
                                            testing::HasSubstr("KL 11 kap. 12 §")));
}

/// Calc 7.4 writes no PDF with a link to what is on none of its pages.
TEST_P(CheckSheet, NothingThatIsPrintedIsALink) {
    for (const Sheet& one : book.sheets) {
        for (const auto& [at, cell] : one.cells) {
            const bool is_printed =
                one.print_range && at.row <= one.print_range->last.row && at.column <= one.print_range->last.column;
            EXPECT_FALSE(is_printed && !cell.link.empty()) << one.name << "." << a1(at);
        }
    }
}

/// In kr and öre only what is copied to Indata can be rounded.
TEST_P(CheckSheet, OnlyRoundedUnitsHaveATolerance) {
    for (const int row : lines()) {
        const std::string& rounding = formula({row, tolerance});
        const std::string& side = formula({row, left});
        if (std::get<0>(GetParam()) == std::string("kr") && side.find("[$Noter.") != std::string::npos) {
            EXPECT_EQ(rounding.find("ISFORMULA"), std::string::npos) << text({row, key});
        }
    }
}

TEST_P(CheckSheet, IsPrintedInFullOnALandscapePage) {
    double width = 0;
    for (int column = 0; column <= sheet.print_range->last.column; ++column) {
        width += sheet.columns.at(static_cast<std::size_t>(column)).width;
    }
    constexpr double page = 257; // mm between the margins of a landscape A4: nothing is made smaller to fit
    EXPECT_TRUE(sheet.landscape);
    EXPECT_LE(width, page);
    EXPECT_LT(sheet.print_range->last.column, left_link);
}

} // namespace
} // namespace finsam::workbook
