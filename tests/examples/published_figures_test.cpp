// The example's balances against the published annual report of Insjöriket 2024.

#include "examples/books/csv_table.hpp"
#include "tests/examples/insjoriket_documents.hpp"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

namespace finsam::example {

namespace {

using sie::BalanceKind;

/// Closing balances and results of 2022 to 2024 together; each account is in one of them.
std::map<std::string, Ore> figures_of(int year) {
    const sie::Document& document = document_of(std::max(year, 2023));
    std::map<std::string, Ore> figures = amounts(document, BalanceKind::ub, year < 2023 ? -1 : 0);
    figures.merge(amounts(document, BalanceKind::res, year < 2023 ? -1 : 0));
    return figures;
}

struct Expected {
    std::int64_t income, costs, financial_income, financial_costs, receivables, bank, equity, liabilities;
};

/// In kronor, signs as in the books; equity with the year's result whether booked or not.
void expect_totals(int year, const Expected& expected) {
    const auto figures = figures_of(year);
    EXPECT_EQ(sum_of(figures, "3", "3"), Ore::from_kronor(-expected.income));
    EXPECT_EQ(sum_of(figures, "4", "7"), Ore::from_kronor(expected.costs));
    EXPECT_EQ(sum_of(figures, "83", "83"), Ore::from_kronor(-expected.financial_income));
    EXPECT_EQ(sum_of(figures, "84", "84"), Ore::from_kronor(expected.financial_costs));
    EXPECT_EQ(sum_of(figures, "15", "17"), Ore::from_kronor(expected.receivables));
    EXPECT_EQ(sum_of(figures, "19", "19"), Ore::from_kronor(expected.bank));
    EXPECT_EQ(sum_of(figures, "20", "20") + sum_of(figures, "3", "8"), Ore::from_kronor(-expected.equity));
    EXPECT_EQ(sum_of(figures, "24", "29"), Ore::from_kronor(-expected.liabilities));
}

TEST(PublishedFigures, of_2024_are_those_of_the_report) {
    expect_totals(2024, {14'278'000, 12'975'915, 361'111, 531, 430'682, 8'997'905, 8'452'004, 976'583});
}

TEST(PublishedFigures, of_2023_are_those_of_the_report) {
    expect_totals(2023, {14'278'000, 14'362'754, 312'609, 0, 417'385, 7'909'833, 6'789'339, 1'537'879});
}

// 417 385 - 195 217, 1 537 879 + 791 132, 6 789 339 - 227 855 from the report; income and costs are published in tkr.
TEST(PublishedFigures, of_2022_follow_from_the_report) {
    expect_totals(2022, {14'559'000, 12'333'000, 0, 0, 222'168, 8'668'327, 6'561'484, 2'329'011});
}

TEST(PublishedFigures, of_the_budget_are_16_400_and_14_278_tkr) {
    const auto budget = amounts(document_of(2024), BalanceKind::pbudget, 0);
    EXPECT_EQ(sum_of(budget, "4", "7"), Ore::from_kronor(16'400'000));
    EXPECT_EQ(sum_of(budget, "3", "3"), Ore::from_kronor(-14'278'000));
    EXPECT_EQ(sum_of(budget, "8", "8"), Ore(0));
}

TEST(PublishedFigures, of_the_budget_are_the_same_by_insats) {
    std::map<std::string, Ore> by_insats;
    for (const sie::Balance& balance : document_of(2024).balances)
        if (balance.kind == BalanceKind::pbudget && !balance.objects.empty())
            by_insats[balance.account] += balance.amount;
    EXPECT_EQ(by_insats, amounts(document_of(2024), BalanceKind::pbudget, 0));
}

/// The example's own accounts that make up a published row.
std::vector<std::string> accounts_of(const ExampleData& data, const PublishedRow& row) {
    std::vector<std::string> accounts;
    for (const PlannedAccount& account : data.accounts)
        if ((account.table == row.table && account.row == row.text) || account.inside == row.text)
            accounts.push_back(account.number);
    return accounts;
}

TEST(PublishedFigures, of_every_note_row_are_the_sum_of_its_accounts) {
    const auto data = ExampleData::read(insjoriket_tables());
    ASSERT_TRUE(data) << data.error();
    std::size_t rows = 0;
    for (const PublishedRow& row : data->published) {
        if (!row.table.starts_with("not_"))
            continue;
        const std::vector<std::string> accounts = accounts_of(*data, row);
        EXPECT_FALSE(accounts.empty()) << row.text;
        for (const int year : {2024, 2023}) {
            auto figures = figures_of(year);
            Ore sum;
            for (const std::string& account : accounts)
                sum += sie_sign(account) * figures[account];
            EXPECT_EQ(sum, row.figures[index(figure_of_year(year))]) << row.text << " " << year;
        }
        ++rows;
    }
    EXPECT_EQ(rows, 24u); // 8 in note 1, 6 in note 2, 1 in note 3, 4 in note 4, 5 in note 5
}

/// Printed row text to the figures of 2024 and 2023 in kronor; credits and costs without sign.
std::map<std::string, std::pair<std::int64_t, std::int64_t>> report_table(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> rows;
    std::string line;
    std::getline(file, line);
    const std::vector<std::string> header = split(line, ';');
    const auto first = static_cast<std::size_t>(
        std::ranges::find_if(header, [](const std::string& name) { return name.ends_with("_num"); }) - header.begin());
    while (std::getline(file, line)) {
        const std::vector<std::string> fields = split(line, ';');
        if (fields.size() < first + 2 || fields[first].empty() || fields[first + 1].empty())
            continue;
        rows[fields[0]] = {std::abs(std::stoll(fields[first])), std::abs(std::stoll(fields[first + 1]))};
    }
    return rows;
}

TEST(PublishedFigures, in_the_data_file_are_those_of_the_report_s_tables) {
    const std::filesystem::path folder = FINSAM_SOURCE_DIR "/../shared/reports/insjoriket_2024";
    if (!std::filesystem::exists(folder))
        GTEST_SKIP() << "shared/reports is not beside the project";
    const auto data = ExampleData::read(insjoriket_tables());
    ASSERT_TRUE(data) << data.error();
    std::size_t compared = 0;
    for (const PublishedRow& row : data->published) {
        auto table = report_table(folder / (row.table + ".csv"));
        ASSERT_TRUE(table.contains(row.text)) << row.table << ": " << row.text;
        EXPECT_EQ(row.figures[index(Figure::y2024)], Ore::from_kronor(table[row.text].first)) << row.text;
        EXPECT_EQ(row.figures[index(Figure::y2023)], Ore::from_kronor(table[row.text].second)) << row.text;
        ++compared;
    }
    EXPECT_EQ(compared, 35u);
}

} // namespace

} // namespace finsam::example
