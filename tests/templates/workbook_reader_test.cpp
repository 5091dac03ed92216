// What was filled in is read back as it was.

#include "templates/builder/data_columns.hpp"
#include "templates/builder/workbook_builder.hpp"
#include "templates/builder/workbook_settings.hpp"
#include "tests/templates/model_reader.hpp"
#include "tests/templates/placed.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::workbook {
namespace {

using testing::HasSubstr;

constexpr const char* small_map =
    "från;till;benämning;rad;notrad;uppgift;rad_debet;notrad_debet;kontroll;säkerhet;källa\n"
    "1900;1999;\"Kassa; \"\"bank\"\"\";kassa_bank;;;;;;säker;\n"
    "2000;2099;Eget kapital;eget_kapital;;;;;;säker;\n"
    "3000;3999;Driftbidrag;verksamhetens_intakter;driftbidrag;;;;;säker;\n"
    "4000;7999;Kostnader;verksamhetens_kostnader;ovriga_kostnader;;;;;säker;\n";

Books two_years() {
    Books books;
    books.company_name = "Samordningsförbundet Provet";
    books.organisation_number = "222000-0000";
    books.insats_dimension = "6";
    YearBooks year;
    year.from = {2023, 7, 1}, year.to = {2024, 6, 30};
    year.opening = AccountAmounts{{"1930", Ore(7000)}};
    year.closing = AccountAmounts{{"1930", Ore(12050)}, {"2010", Ore(-5)}};
    year.closing_source = ClosingSource::closing;
    year.result = AccountAmounts{{"3011", Ore(-10000)}, {"3012", Ore(-5050)}, {"4010", Ore(3000)}};
    year.budget = AccountAmounts{{"3011", Ore(-9999)}};
    year.objects =
        std::vector<ObjectAmount>{{"", "3011", Ore(-10000)}, {"", "3012", Ore(-5050)}, {"0021", "4010", Ore(3000)}};
    books.years.push_back(year);
    YearBooks before;
    before.from = {2022, 7, 1}, before.to = {2023, 6, 30};
    before.closing = AccountAmounts{{"1930", Ore(7000)}};
    before.closing_source = ClosingSource::next_opening;
    books.years.push_back(before);
    books.account_names = {{"1930", "Bank"}, {"3011", "=Kommunen"}, {"4010", "Köp"}};
    books.insats_names = {{"0021", "Unga vuxna"}};
    books.imports.push_back(
        {"prov.se", "ab12", "Prov 1", Date{2024, 8, 1}, "2025-02-01T10:00:00Z", 4, 2024, "cp437", "ok", "", 3, 6});
    books.imports.push_back({"prov.sie", "cd34", "Prov 5", std::nullopt, "2025-02-01T11:00:00Z", 5, 2023, "utf-8", "",
                             "giltig", 1, 2, 1, 4});
    books.vouchers.push_back({"A", "1", {2024, 1, 2}, "Hyra", "4010", "0021", Ore(3000), "prov.se", 17});
    books.vouchers.push_back({"", "", {2023, 7, 1}, "=1+1", "1930", "", Ore(-1), "prov.se", 18});
    return books;
}

TypedInput much_typed() {
    TypedInput typed;
    typed.company_name = "Provet";
    typed.year_ends[{2024, 6, 30}] = {{"antal_anstallda", 2.5}, {"ansvarsforbindelser", 1000}};
    typed.years[2021] = {{"arets_resultat", 12345}};
    typed.insatser = {{"0021", "Unga vuxna", "Unga", "Not", "varav hyra"}, {"30", "Kansli", "", "", ""}};
    typed.budget = {{"0021", "Unga vuxna", Ore(100), Ore(-250), Ore(-150)}, {"30", "Kansli", Ore(1), Ore(-2), Ore(-1)}};
    return typed;
}

class WorkbookReaderTest : public testing::Test {
protected:
    WorkbookReaderTest() : book(build_workbook(layout)) {
        FillOptions options;
        options.credit_sign = -1;
        place(book, fill(layout, books, map, typed, report(), options));
    }
    Report report() const { return evaluate(layout, map, books, typed); }
    tl::expected<WorkbookContent, std::string> read() const {
        return read_workbook(layout, {}, ModelReader(book), "6");
    }
    static bool same_rows(const Report& a, const Report& b) {
        for (std::size_t t = 0; t < a.tables.size(); ++t) {
            const auto &one = a.tables[t].rows, &other = b.tables[t].rows;
            if (one.size() != other.size()) {
                return false;
            }
            for (std::size_t r = 0; r < one.size(); ++r) {
                if (one[r].key != other[r].key || one[r].values != other[r].values || one[r].text != other[r].text) {
                    return false;
                }
            }
        }
        return true;
    }

    Layout layout = Layout::built_in("kr").value();
    AccountMap map = AccountMap::from_csv(small_map).value();
    Books books = two_years();
    TypedInput typed = much_typed();
    Workbook book;
};

TEST_F(WorkbookReaderTest, BooksMapAndTypedFiguresComeBackAsTheyWere) {
    const auto content = read();
    ASSERT_TRUE(content) << content.error();
    const Books& now = content->books;
    EXPECT_EQ(now.company_name, books.company_name);
    EXPECT_EQ(now.organisation_number, books.organisation_number);
    ASSERT_EQ(now.years.size(), 2U);
    EXPECT_EQ(now.years[0].from, books.years[0].from);
    EXPECT_EQ(now.years[0].opening, books.years[0].opening);
    EXPECT_EQ(now.years[0].closing, books.years[0].closing);
    EXPECT_EQ(now.years[0].result, books.years[0].result);
    EXPECT_EQ(now.years[0].budget, books.years[0].budget);
    EXPECT_EQ(now.years[0].movement, (AccountAmounts{{"1930", Ore(-1)}, {"4010", Ore(3000)}}));
    EXPECT_EQ(now.years[1].closing_source, ClosingSource::next_opening);
    EXPECT_FALSE(now.years[1].result);
    EXPECT_EQ(now.account_names, books.account_names);
    EXPECT_EQ(now.insats_names, books.insats_names);
    EXPECT_EQ(content->map.find("3011")->note_row, "driftbidrag");
    EXPECT_EQ(content->map.find("1930")->name, "Kassa; \"bank\"");
    EXPECT_EQ(content->credit_sign, -1);
    EXPECT_EQ(content->typed.company_name, "Provet");
    EXPECT_EQ(content->typed.insatser.at(0).part, "varav hyra");
    EXPECT_EQ(content->typed.budget.at(0).cost, Ore(-250)) << "typed without sign on the sheet";
}

TEST_F(WorkbookReaderTest, VouchersAndImportsComeBackWithTheirLines) {
    const auto content = read();
    ASSERT_TRUE(content) << content.error();
    ASSERT_EQ(content->books.vouchers.size(), 2U);
    const VoucherRow& row = content->books.vouchers.front();
    EXPECT_EQ(row.date, (Date{2024, 1, 2}));
    EXPECT_EQ(row.object, "0021");
    EXPECT_EQ(row.amount, Ore(3000));
    EXPECT_EQ(row.line, 17U);
    EXPECT_EQ(content->books.vouchers.back().text, "=1+1");
    ASSERT_EQ(content->books.imports.size(), 2U);
    EXPECT_EQ(content->books.imports[0].generated, (Date{2024, 8, 1}));
    EXPECT_EQ(content->books.imports[1].signature, "giltig");
    EXPECT_EQ(content->books.imports[1].refused_vouchers, 1U);
    EXPECT_EQ(content->books.imports[1].errors, 4U);
}

TEST_F(WorkbookReaderTest, TheEngineMakesTheSameReportOfWhatIsRead) {
    const auto content = read();
    ASSERT_TRUE(content) << content.error();
    EXPECT_TRUE(same_rows(report(), evaluate(layout, content->map, content->books, content->typed)));
}

TEST_F(WorkbookReaderTest, AFaultOnTheMapNamesTheRowOfTheSheet) {
    cell_in(*book.find(sheet::map), {data_first_row + 2, map_column::row}).content = std::string("finns_inte");
    const auto content = read();
    ASSERT_FALSE(content);
    EXPECT_THAT(content.error(), HasSubstr("Bladet Kontokarta, rad 8"));
}

TEST_F(WorkbookReaderTest, AVoucherWithoutDateIsAnErrorWithItsRow) {
    cell_in(*book.find(sheet::vouchers), {data_first_row + 1, 2}).content = std::string("i går");
    const auto content = read();
    ASSERT_FALSE(content);
    EXPECT_THAT(content.error(), HasSubstr("Verifikationer, rad 7"));
}

TEST_F(WorkbookReaderTest, WhatWasMovedIsTold) {
    EXPECT_EQ(moved_parts(layout, {}, ModelReader(book)), "");
    cell_in(*book.find(sheet::balances), {data_header_row, 1}).content = std::string("egen kolumn");
    EXPECT_THAT(moved_parts(layout, {}, ModelReader(book)), HasSubstr("Bladet Saldon: i cell B5 står ”egen kolumn”"));
    cell_in(*book.find(sheet::balances), {data_header_row, 1}).content = std::string();
    EXPECT_THAT(moved_parts(layout, {}, ModelReader(book)),
                AllOf(HasSubstr("Bladet Saldon: cell B5 är tom"), HasSubstr("gör en ny med Ny rapport")));
    book.find(sheet::balances)->name = "Kontosaldon";
    EXPECT_THAT(moved_parts(layout, {}, ModelReader(book)), HasSubstr("Bladet Saldon finns inte"));
}

TEST_F(WorkbookReaderTest, SettingsAreRememberedInADocumentProperty) {
    const Capacities capacities{30, 31, 50, 13};
    const Workbook made = build_workbook(layout, capacities);
    const auto settings = WorkbookSettings::from_json(made.properties.at(std::string(settings_property)));
    ASSERT_TRUE(settings) << settings.error();
    EXPECT_EQ(settings->layout_toml, layout.toml);
    EXPECT_EQ(settings->capacities.insatser, 50);
    EXPECT_EQ(settings->capacities.insats_extra, 13);
    EXPECT_FALSE(WorkbookSettings::from_json("{}"));
    EXPECT_FALSE(WorkbookSettings::from_json("{\"version\":1,\"uppstallning\":\"\",\"kontorader\":99999999,"
                                             "\"medlemmar\":1,\"insatser\":1,\"insatsrader\":1}"));
}

TEST(WorkbookReaderDocuments, AnInterimReportIsReadBackWithItsPeriods) {
    const Layout layout = Layout::built_in("kr", DocumentKind::interim).value();
    const AccountMap map = AccountMap::from_csv(small_map).value();
    Books books = two_years();
    books.years[0].period_end = Date{2024, 2, 29};
    books.years[0].period_budget = AccountAmounts{{"3011", Ore(-5000)}};
    YearBooks before = books.years[1];
    before.period_end = Date{2023, 2, 28};
    before.closing_source = ClosingSource::closing;
    before.result = AccountAmounts{{"4010", Ore(1234)}};
    before.objects = std::vector<ObjectAmount>{{"0021", "4010", Ore(1234)}};
    books.same_period = before;
    TypedInput typed = much_typed();
    typed.insatser[0].forecast = Ore(-777);
    Workbook book = build_workbook(layout);
    const Report report = evaluate(layout, map, books, typed);
    place(book, fill(layout, books, map, typed, report, FillOptions{}));
    EXPECT_EQ(WorkbookSettings::from_json(book.properties.at(std::string(settings_property)))->document,
              DocumentKind::interim);
    const auto content = read_workbook(layout, {}, ModelReader(book), "6");
    ASSERT_TRUE(content) << content.error();
    EXPECT_EQ(content->books.years[0].to, (Date{2024, 6, 30}));
    EXPECT_EQ(content->books.years[0].period_end, (Date{2024, 2, 29}));
    EXPECT_EQ(content->books.years[0].period_budget, books.years[0].period_budget);
    ASSERT_TRUE(content->books.same_period);
    EXPECT_EQ(content->books.same_period->period_end, (Date{2023, 2, 28}));
    EXPECT_EQ(content->books.same_period->result, before.result);
    EXPECT_EQ(content->books.same_period->closing, before.closing);
    EXPECT_EQ(content->books.same_period->objects->at(0).amount, Ore(1234));
    EXPECT_EQ(content->typed.insatser[0].forecast, Ore(-777));
}

} // namespace
} // namespace finsam::workbook
