// docs/anvandarhandbok.md: the auditors' chapter names every check with its rule. docs/tabeller.md: every table.

#include "bridge/ledger/checks/ledger_check.hpp"
#include "bridge/report/statement.hpp"

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

TEST(Guide, NamesEveryCheckWithItsRule) {
    const Layout layout = Layout::built_in("kr").value();
    const AccountMap map = AccountMap::built_in("bas").value();
    const Books books = one_empty_year();
    const Report report = evaluate(layout, map, books, {});
    ASSERT_GT(report.checks.size(), layout.checks.size());
    const std::string page = guide();
    std::set<std::string> told;
    for (const CheckResult& check : report.checks) {
        if (told.insert(check.key).second) {
            const auto at = page.find("\n| " + check.text);
            ASSERT_NE(at, std::string::npos) << check.text;
            const std::string row = page.substr(at + 1, page.find('\n', at + 1) - at - 1);
            EXPECT_THAT(row, testing::HasSubstr(fmt::format("| {} |", check.rule)));
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
