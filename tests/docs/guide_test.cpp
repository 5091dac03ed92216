// docs/anvandarhandbok.md: the auditors' chapter names every check with its rule. docs/tabeller.md: every table.

#include "bridge/ledger/checks/ledger_check.hpp"
#include "bridge/report/report_rules.hpp"
#include "bridge/report/statement.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <iterator>
#include <set>

namespace finsam {
namespace {

std::string page_of(const std::string& name) {
    std::ifstream file(FINSAM_SOURCE_DIR "/docs/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string guide() {
    return page_of("anvandarhandbok.md");
}

/// A year in which nothing was booked: every check is there, whatever it says.
Books one_empty_year() {
    Books books;
    YearBooks year;
    year.from = {2024, 1, 1};
    year.to = {2024, 12, 31};
    year.opening.emplace();
    year.closing.emplace();
    year.closing_source = ClosingSource::closing;
    year.result.emplace();
    books.years.push_back(year);
    return books;
}

/// The row of a table that begins with the text; "" when there is none.
std::string row_of(const std::string& page, const std::string& text) {
    const auto at = page.find("\n| " + text);
    return at == std::string::npos ? "" : page.substr(at + 1, page.find('\n', at + 1) - at - 1);
}

TEST(Guide, NamesEveryCheckWithItsRule) {
    const AccountMap map = AccountMap::built_in("bas").value();
    const Books books = one_empty_year();
    const std::string page = guide();
    std::set<std::string> told;
    for (const char* name : {"kr", "ore", "tkr"}) {
        const Layout layout = Layout::built_in(name).value();
        const Report report = evaluate(layout, map, books, {});
        ASSERT_GT(report.checks.size(), layout.checks.size());
        for (const CheckResult& check : report.checks) {
            const bool is_of_family = check.key.find(':') != std::string::npos; // the next test's
            if (!is_of_family && told.insert(check.text).second) {
                EXPECT_THAT(row_of(page, check.text), testing::HasSubstr(fmt::format("| {} |", check.rule)))
                    << name << ": " << check.text;
            }
        }
    }
    EXPECT_GT(told.size(), 50U);
}

TEST(Guide, TellsEachFamilyOfRulesAndWhatToDo) {
    const std::string page = guide();
    for (const RuleFamily& family : rule_families()) {
        const std::string row = row_of(page, fmt::format("{} | `{}` | ", family.text, family.key));
        EXPECT_GT(row.size(), family.text.size() + family.key.size() + 30) << family.key;
    }
    for (const char* name : {"kr", "ore", "tkr"}) {
        const Layout layout = Layout::built_in(name).value();
        for (const ReportRule& rule : report_rules(layout)) {
            const std::string family = rule.key.substr(0, rule.key.find(':'));
            EXPECT_TRUE(family == rule.key || std::ranges::count(rule_families(), family, &RuleFamily::key) == 1)
                << rule.key;
        }
    }
}

TEST(Guide, NamesEveryInputOfTheLayout) {
    const std::string page = guide();
    for (const char* name : {"kr", "ore"}) {
        const Layout layout = Layout::built_in(name, DocumentKind::interim).value();
        for (const InputField& field : layout.inputs) {
            EXPECT_THAT(page, testing::HasSubstr("`" + field.key + "`")) << name;
        }
    }
}

TEST(GuideToTables, HasAChapterForEveryTableOfEveryLayout) {
    const std::string page = page_of("tabeller.md");
    for (const std::string_view name : {"kr", "ore", "tkr"}) {
        for (const DocumentKind document : {DocumentKind::annual, DocumentKind::interim, DocumentKind::budget}) {
            const Layout layout = Layout::built_in(name, document).value();
            for (const Table& table : layout.tables) {
                EXPECT_THAT(page, testing::ContainsRegex("\n`" + table.key + "`|, `" + table.key + "`"))
                    << name << ": " << table.title;
            }
        }
    }
}

TEST(Guide, TellsEachCheckOfTheLedgerWithItsRuleAndWhatToDo) {
    const std::string page = guide();
    for (const LedgerCheckRule& rule : ledger_check_rules()) {
        EXPECT_THAT(page, testing::HasSubstr(fmt::format("| {} (`{}`) | {} |", rule.text, rule.name, rule.source)));
        EXPECT_THAT(page, testing::HasSubstr(fmt::format("| {} |", rule.advice)));
    }
}

} // namespace
} // namespace finsam
