// From a cell to its figure, and from what lies behind a figure to its cells.

#include "templates/builder/underlag_places.hpp"

#include "templates/builder/data_columns.hpp"
#include "templates/builder/workbook_builder.hpp"
#include "tests/templates/model_reader.hpp"
#include "tests/templates/placed.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::workbook {
namespace {

class UnderlagPlaces : public testing::Test {
protected:
    UnderlagPlaces() {
        put(sheet::balances, {{"1930", "Bank"}, {"3011", "Bidrag"}});
        put(sheet::vouchers,
            {voucher("B", "7", "3011", -100, "bok.se", 40), voucher("A", "7", "3011", -100, "bok.se", 17),
             voucher("A", "7", "1930", 100, "bok.se", 18)});
        put(sheet::imports, {{"bok.se", "ab12"}, {"bok.se", "cd34"}});
        books.vouchers = {{"A", "7", {2024, 1, 2}, "Bidrag", "3011", "", Ore(-10000), "bok.se", 17},
                          {"A", "7", {2024, 1, 2}, "Bidrag", "1930", "", Ore(10000), "bok.se", 18}};
    }

    using Line = std::vector<PlainValue>;
    static Line voucher(const char* series, const char* number, const char* account, double amount, const char* file,
                        double line) {
        return {series, number, 45293.0, "Bidrag", account, "", amount, file, line};
    }
    void put(std::string_view sheet, std::vector<Line> rows) {
        place(book, DataBlock{std::string(sheet), {data_first_row, 0}, std::move(rows)});
    }
    static Place row(std::string_view sheet, int number) { return {std::string(sheet), {number - 1, 0}}; }

    Layout layout = Layout::built_in("kr").value();
    Workbook book = build_workbook(layout);
    ModelReader cells{book};
    Books books;
};

TEST_F(UnderlagPlaces, EveryPrintedFigureIsFoundFromItsCellAndBack) {
    std::size_t figures = 0;
    for (const ReportCell& cell : report_cells(layout)) {
        if (cell.key_cell) {
            continue; // a line of a list, which is not used yet
        }
        const auto found = figure_at(layout, {}, cells, {cell.sheet, cell.at});
        ASSERT_TRUE(found) << cell.sheet << "." << a1(cell.at);
        EXPECT_EQ(found->figure.table, cell.table);
        EXPECT_EQ(found->figure.row, cell.row);
        EXPECT_EQ(found->figure.column, static_cast<std::size_t>(cell.column));
        EXPECT_EQ(place_of_figure(layout, {}, cells, found->figure), (Place{cell.sheet, cell.at}));
        ++figures;
    }
    EXPECT_GT(figures, 100U);
}

TEST_F(UnderlagPlaces, ARowsTextStandsForItsFirstFigure) {
    const auto of_text = figure_at(layout, {}, cells, {"Resultaträkning", {7, 0}});
    const auto of_figure = figure_at(layout, {}, cells, {"Resultaträkning", {7, 2}});
    ASSERT_TRUE(of_text && of_figure);
    EXPECT_EQ(of_text->figure.row, of_figure->figure.row);
    EXPECT_EQ(of_text->figure.column, 0U);
}

TEST_F(UnderlagPlaces, WhatShowsNoFigureIsNone) {
    EXPECT_FALSE(figure_at(layout, {}, cells, {"Resultaträkning", {0, 0}})) << "a title";
    EXPECT_FALSE(figure_at(layout, {}, cells, {std::string(sheet::checks), {10, 2}}));
    EXPECT_FALSE(figure_at(layout, {}, cells, {"Eget blad", {7, 2}}));
    EXPECT_FALSE(place_of_figure(layout, {}, cells, {"resultatrakning", "finns_inte", 0}));
}

TEST_F(UnderlagPlaces, ALineOfAListIsNamedByItsKeyCell) {
    const auto all = report_cells(layout);
    const auto cell = std::ranges::find_if(all, [](const ReportCell& one) { return one.key_cell.has_value(); });
    ASSERT_NE(cell, all.end());
    const Place at{cell->sheet, cell->at};
    EXPECT_FALSE(figure_at(layout, {}, cells, at)) << "not used";
    place(book, DataBlock{cell->sheet, *cell->key_cell, {{std::string("driftbidrag.3011")}}});
    const auto found = figure_at(layout, {}, cells, at);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->figure.row, "driftbidrag.3011");
    EXPECT_EQ(place_of_figure(layout, {}, cells, found->figure), at);
}

TEST_F(UnderlagPlaces, DataRowsAreFoundWhereverTheyWereSortedTo) {
    EXPECT_EQ(place_of_account(cells, "3011"), row(sheet::balances, 7));
    EXPECT_FALSE(place_of_account(cells, "301"));
    EXPECT_EQ(place_of_voucher(cells, books.vouchers[0]), row(sheet::vouchers, 7)) << "the same but for its series";
    EXPECT_EQ(place_of_voucher(cells, books.vouchers[1]), row(sheet::vouchers, 8));
    VoucherRow other = books.vouchers[0];
    other.line = 99;
    EXPECT_FALSE(place_of_voucher(cells, other));
    ImportedFile file;
    file.file_name = "bok.se", file.sha256 = "cd34";
    EXPECT_EQ(place_of_file(cells, file), row(sheet::imports, 7));
}

TEST_F(UnderlagPlaces, ARowOfVerifikationerIsItsVoucher) {
    EXPECT_EQ(voucher_at(cells, books, 6), &books.vouchers[0]);
    EXPECT_EQ(voucher_at(cells, books, 7), &books.vouchers[1]);
    EXPECT_EQ(voucher_at(cells, books, 5), nullptr) << "not in the books";
    EXPECT_EQ(voucher_at(cells, books, 8), nullptr) << "an empty row";
    EXPECT_EQ(voucher_at(cells, books, data_header_row), nullptr);
}

} // namespace
} // namespace finsam::workbook
