#include "templates/builder/data_columns.hpp"
#include "templates/builder/report_plan.hpp"
#include "templates/builder/voucher_room.hpp"
#include "templates/builder/workbook_builder.hpp"
#include "tests/templates/placed.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <map>
#include <set>
#include <stdexcept>

namespace finsam::workbook {
namespace {

constexpr const char* small_map =
    "från;till;benämning;rad;notrad;uppgift;rad_debet;notrad_debet;kontroll;säkerhet;källa\n"
    "1900;1999;Kassa och bank;kassa_bank;;;;;;säker;\n"
    "2000;2099;Eget kapital;eget_kapital;;;;;;säker;\n"
    "3000;3999;Driftbidrag;verksamhetens_intakter;driftbidrag;;;;;säker;\n"
    "4000;7999;Kostnader;verksamhetens_kostnader;ovriga_kostnader;;;;;säker;\n";

/// Two members give 100 kr and 50,50 kr, an insats costs 30 kr; the year before is not imported.
Books small_books() {
    Books books;
    books.company_name = "Samordningsförbundet Provet";
    books.organisation_number = "222000-0000";
    YearBooks year;
    year.from = {2024, 1, 1};
    year.to = {2024, 12, 31};
    year.opening = AccountAmounts{{"1930", Ore(0)}};
    year.closing = AccountAmounts{{"1930", Ore(12050)}};
    year.closing_source = ClosingSource::closing;
    year.result = AccountAmounts{{"3011", Ore(-10000)}, {"3012", Ore(-5050)}, {"4010", Ore(3000)}};
    year.objects = std::vector<ObjectAmount>{
        {"", "3011", Ore(-10000)}, {"", "3012", Ore(-5050)}, {"21", "4010", Ore(1000)}, {"21", "4010", Ore(2000)}};
    books.years.push_back(year);
    books.account_names = {{"1930", "Bank"}, {"3011", "=Kommunen"}};
    books.insats_names = {{"21", "Unga vuxna"}};
    books.imports.push_back(
        {"prov.se", "ab12", "Provprogram 1", std::nullopt, "2025-02-01T10:00:00Z", 4, 2024, "cp437", "ok", "", 3, 6});
    books.vouchers.push_back({"A", "1", {2024, 1, 2}, "Hyra", "4010", "21", Ore(3000), "prov.se", 17});
    return books;
}

class FillTest : public testing::Test {
protected:
    FillTest()
        : layout(*Layout::built_in("kr")), map(*AccountMap::from_csv(small_map)), books(small_books()),
          filled(make({})) {}

    Fill make(const FillOptions& options) const {
        return fill(layout, books, map, typed, evaluate(layout, map, books, typed), options);
    }

    static const DataBlock* block(const Fill& from, std::string_view sheet_name, Address at) {
        for (const DataBlock& one : from.data) {
            if (one.sheet == sheet_name && one.at == at) {
                return &one;
            }
        }
        return nullptr;
    }

    static const NamedRange* name(const Fill& from, std::string_view wanted) {
        for (const NamedRange& one : from.names) {
            if (one.name == wanted) {
                return &one;
            }
        }
        return nullptr;
    }

    Layout layout;
    AccountMap map;
    Books books;
    TypedInput typed;
    Fill filled;
};

using Values = std::vector<PlainValue>;

TEST_F(FillTest, WritesAccountsAsTextAndAmountsInKronor) {
    const DataBlock* accounts = block(filled, sheet::balances, {data_first_row, balance_column::account});
    ASSERT_NE(accounts, nullptr);
    ASSERT_EQ(accounts->rows.size(), 4u);
    EXPECT_EQ(accounts->rows[0], (Values{"1930", "Bank"}));
    const DataBlock* amounts = block(filled, sheet::balances, {data_first_row, balance_column::first_amount});
    ASSERT_NE(amounts, nullptr);
    EXPECT_EQ(amounts->rows[0][1], PlainValue(120.5)); // UB
    EXPECT_EQ(amounts->rows[2][2], PlainValue(-50.5)); // resultat of 3012
    EXPECT_EQ(amounts->rows[2][1], PlainValue(std::string()));
}

TEST_F(FillTest, NamesGrowWithTheData) {
    ASSERT_NE(name(filled, "Saldon_Res_0"), nullptr);
    EXPECT_EQ(absolute_range("Saldon", name(filled, "Saldon_Res_0")->range), "$Saldon.$M$6:$M$9");
    ASSERT_NE(name(filled, "Objekt_Utfall"), nullptr);
    EXPECT_EQ(absolute_range("Objekt", name(filled, "Objekt_Utfall")->range), "$Objekt.$A$5:$C$8");
}

/// The formula `rows` further down: in references, row numbers without `$` grow.
std::string moved_down(const std::string& formula, std::size_t rows) {
    std::string moved;
    bool in_reference = false;
    for (std::size_t i = 0; i < formula.size(); ++i) {
        const bool is_digit = std::isdigit(static_cast<unsigned char>(formula[i])) != 0;
        in_reference = formula[i] == '[' || (in_reference && formula[i] != ']');
        if (!in_reference || !is_digit) {
            moved += formula[i];
            continue;
        }
        std::size_t length = 0;
        const auto number = std::stoul(formula.substr(i), &length);
        moved += std::to_string(formula[i - 1] == '$' ? number : number + rows);
        i += length - 1;
    }
    return moved;
}

TEST_F(FillTest, WhatIsFilledDownIsTheFirstRowMoved) {
    typed.years[2022]["antal_anstallda"] = 2;
    std::size_t filled_down = 0;
    for (const FormulaBlock& formulas : make({}).formulas) {
        for (std::size_t row = 0; row < formulas.rows.size() && formulas.moves_down; ++row) {
            for (std::size_t column = 0; column < formulas.rows[row].size(); ++column) {
                filled_down += row > 0 ? 1 : 0;
                ASSERT_EQ(formulas.rows[row][column].text, moved_down(formulas.rows[0][column].text, row))
                    << formulas.sheet << " " << row << " " << column;
            }
        }
    }
    EXPECT_GT(filled_down, 200u);
}

TEST_F(FillTest, EveryNameExistsInTheTemplate) {
    const Workbook book = build_workbook(layout);
    for (const NamedRange& one : filled.names) {
        EXPECT_TRUE(std::any_of(book.names.begin(), book.names.end(), [&](const NamedRange& known) {
            return known.name == one.name;
        })) << one.name;
    }
}

TEST_F(FillTest, SumsAnInsatsPerAccountAndMarksWhatNoInsatsCarries) {
    const DataBlock* objects = block(filled, sheet::objects, {data_first_row, object_column::outcome});
    ASSERT_NE(objects, nullptr);
    ASSERT_EQ(objects->rows.size(), 3u);
    EXPECT_EQ(objects->rows[0], (Values{"", "3011", -100.0})); // no code can be mistaken for none
    EXPECT_EQ(objects->rows[2], (Values{"21", "4010", 30.0}));
}

TEST_F(FillTest, SaysWhichYearsWereImported) {
    const DataBlock* years = block(filled, sheet::start, {years_first_row, 0});
    ASSERT_NE(years, nullptr);
    ASSERT_EQ(years->rows.size(), static_cast<std::size_t>(year_slots));
    EXPECT_EQ(years->rows[0],
              (Values{"2024-01-01–2024-12-31", 2024.0, "2024-01-01", "2024-12-31", 1.0, 1.0, 1.0, 0.0, 1.0, 0.0, 0.0}));
    EXPECT_EQ(years->rows[1][year_column::to], PlainValue(std::string()));
    EXPECT_EQ(years->rows[1][year_column::result], PlainValue(0.0));
}

TEST_F(FillTest, AYearThatTheBooksLackIsKnownWhenSomethingIsTypedForIt) {
    const auto found = std::find_if(filled.formulas.begin(), filled.formulas.end(), [](const FormulaBlock& one) {
        return one.sheet == sheet::start && one.at == Address{years_first_row + 1, 0};
    });
    ASSERT_NE(found, filled.formulas.end());
    const int last = input_first_row + static_cast<int>(layout.inputs.size());
    EXPECT_EQ(found->rows.at(0).at(year_column::year).text,
              "IF(COUNT([$Indata.$C$10:.$C$" + std::to_string(last) + "])>0;2023;\"\")");
    EXPECT_EQ(found->rows.at(0).at(year_column::to).text,
              "IF(COUNT([$Indata.$C$10:.$C$" + std::to_string(last) + "])>0;\"2023-12-31\";\"\")");
}

TEST_F(FillTest, WritesVouchersAsPlainData) {
    const DataBlock* vouchers = block(filled, sheet::vouchers, {data_first_row, 0});
    ASSERT_NE(vouchers, nullptr);
    // 2024-01-02 is day 45293 of Calc, whose day 0 is 1899-12-30.
    EXPECT_EQ(vouchers->rows[0], (Values{"A", "1", 45293.0, "Hyra", "4010", "21", 30.0, "prov.se", 17.0, 1.0}));
    for (const FormulaBlock& formulas : filled.formulas) {
        EXPECT_NE(formulas.sheet, sheet::vouchers);
    }
}

TEST_F(FillTest, VouchersThatNoSheetHoldsAreLeftOutWithTheReason) {
    constexpr std::size_t room = 1'048'576 - data_first_row;
    books.vouchers.assign(room + 1, books.vouchers.front());
    const Fill too_many = make({});
    EXPECT_EQ(block(too_many, sheet::vouchers, {data_first_row, 0}), nullptr);
    const DataBlock* told = block(too_many, sheet::vouchers, {data_first_row, voucher_column::text});
    ASSERT_NE(told, nullptr);
    EXPECT_EQ(told->rows, (std::vector<Values>{{vouchers_left_out(books)}}));
    EXPECT_THAT(vouchers_left_out(books), testing::HasSubstr("1048572 rader"));
    books.vouchers.pop_back();
    EXPECT_EQ(vouchers_left_out(books), "");
}

TEST_F(FillTest, HidesTheLinesThatAListDoesNotUse) {
    const auto lines = [&](bool hidden) {
        int count = 0;
        for (const RowRun& run : filled.rows) {
            count += run.sheet == "Noter" && run.hidden == hidden ? run.last - run.first + 1 : 0;
        }
        return count;
    };
    EXPECT_EQ(lines(false), 2); // two members
    // Of the list; the notes without any figure are hidden as a whole.
    EXPECT_TRUE(std::ranges::any_of(filled.rows, [](const RowRun& run) {
        return run.sheet == "Noter" && run.hidden && run.last - run.first + 1 == Capacities().list_lines - 2;
    }));
}

TEST_F(FillTest, NamesTheReportInTheTitle) {
    EXPECT_EQ(filled.title, "Samordningsförbundet Provet, årsredovisning 2024");
}

TEST_F(FillTest, ARereadLeavesTypingAndMapAlone) {
    FillOptions options;
    options.data_sheets_only = true;
    const Fill again = make(options);
    for (const DataBlock& one : again.data) {
        EXPECT_TRUE(one.sheet != sheet::input && one.sheet != sheet::map) << one.sheet;
    }
    for (const ClearArea& one : again.clear) {
        EXPECT_TRUE(one.sheet != sheet::input && one.sheet != sheet::map) << one.sheet;
    }
    EXPECT_EQ(name(again, "Karta_Lag"), nullptr);
}

/// What the fill does to the rows of a table: the last word counts.
std::map<int, bool> hidden_rows(const Fill& from, const TablePlan& table) {
    std::map<int, bool> hidden;
    for (const RowRun& run : from.rows) {
        for (int row = std::max(run.first, table.title_row); row <= std::min(run.last, table.end_row); ++row) {
            if (run.sheet == table.sheet) {
                hidden[row] = run.hidden;
            }
        }
    }
    return hidden;
}

const TablePlan& table_of(const ReportPlan& plan, std::string_view key) {
    for (const SheetPlan& one : plan.sheets()) {
        const auto found =
            std::ranges::find_if(one.tables, [&](const TablePlan& table) { return table.table->key == key; });
        if (found != one.tables.end()) {
            return *found;
        }
    }
    throw std::out_of_range(std::string(key));
}

TEST_F(FillTest, ARereadShowsATableThatGotFigures) {
    const ReportPlan plan(layout);
    const TablePlan& liabilities = table_of(plan, "not_5_kortfristiga_skulder");
    const auto all_rows = static_cast<std::size_t>(liabilities.end_row - liabilities.title_row + 1);
    FillOptions again;
    again.data_sheets_only = true;
    const auto before = hidden_rows(make(again), liabilities);
    ASSERT_EQ(before.size(), all_rows);
    EXPECT_TRUE(std::ranges::all_of(before, [](const auto& row) { return row.second; })) << "nothing is owed";

    map = *AccountMap::from_csv(std::string(small_map) +
                                "2440;2449;Leverantörsskulder;kortfristiga_skulder;leverantorsskulder;;;;;säker;\n");
    books.years[0].closing->emplace("2440", Ore(-500));
    const auto after = hidden_rows(make(again), liabilities);
    EXPECT_EQ(after.size(), all_rows);
    EXPECT_TRUE(std::ranges::none_of(after, [](const auto& row) { return row.second; }));
}

TEST_F(FillTest, ARereadStillHidesTheLinesThatAListDoesNotUse) {
    const ReportPlan plan(layout);
    const TablePlan& income = table_of(plan, "not_1_intakter");
    FillOptions again;
    again.data_sheets_only = true;
    const auto rows = hidden_rows(make(again), income);
    EXPECT_FALSE(rows.at(income.title_row));
    EXPECT_EQ(std::ranges::count_if(rows, [](const auto& row) { return row.second; }),
              std::ranges::count_if(hidden_rows(filled, income), [](const auto& row) { return row.second; }));
}

TEST_F(FillTest, ARereadPrintsEachSheetThatHasSomethingToPrint) {
    EXPECT_TRUE(filled.printed.empty()) << "a new workbook has its print ranges";
    FillOptions options;
    options.data_sheets_only = true;
    const Fill again = make(options);
    const ReportPlan plan(layout);
    Workbook book = build_workbook(layout);
    std::set<std::string> seen;
    for (const PrintRange& one : again.printed) {
        const auto sheet_plan = std::ranges::find(plan.sheets(), one.sheet, &SheetPlan::name);
        ASSERT_NE(sheet_plan, plan.sheets().end());
        EXPECT_EQ(absolute_range(one.sheet, one.range), absolute_range(one.sheet, *book.find(one.sheet)->print_range));
        EXPECT_TRUE(seen.insert(one.sheet).second);
    }
    EXPECT_TRUE(seen.contains("Noter"));
    for (const auto* unprinted : {&again.unprinted, &again.unprinted_in_pdf}) {
        for (const std::string& name : *unprinted) {
            EXPECT_TRUE(seen.insert(name).second) << name << " is both printed and not";
        }
    }
    EXPECT_EQ(seen.size(), plan.sheets().size());
}

TEST_F(FillTest, ASheetThatIsPartlyWrittenIsPrintedToItsLastLineInThePdf) {
    EXPECT_TRUE(filled.printed_in_pdf.empty()) << "nothing is written";
    const Table& goals = *layout.find("mal");
    typed.texts["mal"] = {{"Ett", "", ""}, {"", "", ""}, {"Tre", "", "Uppfyllt"}};
    const Fill written = make({});
    const ReportPlan plan(layout);
    const auto sheet_plan = std::ranges::find(plan.sheets(), goals.sheet, &SheetPlan::name);
    ASSERT_EQ(written.printed_in_pdf.size(), 1u);
    EXPECT_EQ(written.printed_in_pdf[0].sheet, goals.sheet);
    EXPECT_EQ(written.printed_in_pdf[0].range.last.row, sheet_plan->tables.front().first_row + 2);
    ASSERT_GT(goals.text_lines, 3);
    typed.texts["mal"] = TypedTexts(static_cast<std::size_t>(goals.text_lines), {"Mål"});
    EXPECT_TRUE(make({}).printed_in_pdf.empty()) << "no line is left";
}

TEST_F(FillTest, ATableThatPeopleTypeWaitsForThemInTheWorkbook) {
    layout = *Layout::built_in("kr", DocumentKind::budget);
    const Fill untyped = make({});
    EXPECT_THAT(untyped.unprinted_in_pdf, testing::Contains("Ekonomisk plan"));
    EXPECT_THAT(untyped.unprinted, testing::Not(testing::Contains("Ekonomisk plan")));
    typed.years[2024]["plan_1_intakter"] = 100;
    EXPECT_THAT(make({}).unprinted_in_pdf, testing::Not(testing::Contains("Ekonomisk plan")));
}

TEST_F(FillTest, TypedFiguresGoToTheirYear) {
    typed.years[2023]["antal_anstallda"] = 2.5;
    typed.budget.push_back({"21", "Unga vuxna", Ore(0), Ore(-4000), Ore(-4000)});
    const Fill with_typing = make({});
    const DataBlock* inputs = block(with_typing, sheet::input, {input_first_row, input_first_year_column});
    ASSERT_NE(inputs, nullptr);
    EXPECT_EQ(inputs->rows[0][1], PlainValue(2.5));
    const DataBlock* budget = block(with_typing, sheet::input, {budget_header_row(layout) + 1, 0});
    ASSERT_NE(budget, nullptr);
    EXPECT_EQ(budget->rows[0], (Values{"Unga vuxna", "21", 0.0, 40.0, -40.0})); // costs without sign
}

TEST_F(FillTest, AYearNamedByItsLastDayGoesToThatYearAlone) {
    books.years[0].from = {2024, 7, 1};
    YearBooks first;
    first.from = {2023, 7, 1}, first.to = {2024, 6, 30};
    books.years.push_back(first);
    typed.years[2024]["antal_anstallda"] = 3;
    typed.year_ends[{2024, 6, 30}]["antal_anstallda"] = 2;
    const Fill both = make({});
    const DataBlock* inputs = block(both, sheet::input, {input_first_row, input_first_year_column});
    ASSERT_NE(inputs, nullptr);
    EXPECT_EQ(inputs->rows[0][0], PlainValue(3.0));
    EXPECT_EQ(inputs->rows[0][1], PlainValue(2.0));
    EXPECT_EQ(inputs->rows[0][2], PlainValue(std::string()));
}

TEST_F(FillTest, AmountsWhoseSumDoesNotFitAreLeftEmpty) {
    const Ore huge(std::numeric_limits<std::int64_t>::max());
    books.years[0].objects = std::vector<ObjectAmount>{{"21", "4010", huge}, {"21", "4010", huge}};
    const Fill large = make({});
    EXPECT_EQ(block(large, sheet::objects, {data_first_row, object_column::outcome})->rows[0][2],
              PlainValue(std::string()));
}

/// 60 insatser, one of them coded as the sum, and 30 accounts of driftbidrag.
Books large_books() {
    Books books = small_books();
    YearBooks& year = books.years[0];
    year.result = AccountAmounts{};
    year.objects = std::vector<ObjectAmount>{};
    for (int i = 0; i < 30; ++i) {
        year.result->emplace(std::to_string(3011 + i), Ore(-100));
        year.objects->push_back({"", std::to_string(3011 + i), Ore(-100)});
    }
    for (int i = 0; i < 60; ++i) {
        year.objects->push_back({i == 0 ? "summa" : "P" + std::to_string(i), "4010", Ore(50)});
    }
    year.result->emplace("4010", Ore(60 * 50));
    return books;
}

TEST_F(FillTest, TheWorkbookHasALineForEveryInsatsAndAccount) {
    books = large_books();
    const Report report = evaluate(layout, map, books, typed);
    const Capacities capacities = capacities_for(report, typed);
    EXPECT_EQ(capacities.insatser, 60);
    EXPECT_EQ(capacities.list_lines, 30);
    const Capacities least = capacities_for(evaluate(layout, map, small_books(), typed), typed);
    EXPECT_EQ(least.insatser, 40);
    EXPECT_EQ(least.list_lines, 24);
    std::set<int> insats_lines;
    for (const ReportCell& place : report_cells(layout, capacities)) {
        if (place.table == "driftredovisning" && place.key_cell) {
            insats_lines.insert(place.at.row);
        }
    }
    EXPECT_EQ(insats_lines.size(), 60u);
}

TEST_F(FillTest, ALongListMovesTheNotesAfterItToTheNextPage) {
    const auto breaks = [&](const Capacities& capacities) {
        std::vector<std::string> keys;
        const ReportPlan plan(layout, capacities);
        for (const SheetPlan& sheet_plan : plan.sheets()) {
            for (const TablePlan& table : sheet_plan.tables) {
                if (table.page_break) {
                    keys.push_back(table.table->key);
                }
            }
        }
        return keys;
    };
    EXPECT_EQ(breaks({}), std::vector<std::string>{});
    Capacities long_list;
    long_list.list_lines = 30;
    EXPECT_EQ(breaks(long_list), std::vector<std::string>{"not_4_fordringar"});
}

TEST_F(FillTest, ATypedBudgetHasARowForEveryInsats) {
    for (int i = 0; i < 45; ++i) {
        typed.budget.push_back({"B" + std::to_string(i), "", Ore(0), Ore(-100), Ore(-100)});
    }
    FillOptions options;
    options.capacities = capacities_for(evaluate(layout, map, books, typed), typed);
    EXPECT_EQ(options.capacities.insatser, 46); // and the one of the books
    const Fill typed_fill = make(options);
    EXPECT_EQ(block(typed_fill, sheet::input, {budget_header_row(layout) + 1, 0})->rows.size(), 45u);
    const Workbook book = build_workbook(layout, options.capacities);
    for (const NamedRange& one : book.names) {
        if (one.name == "Budget_Insats") {
            EXPECT_EQ(one.range.last.row - one.range.first.row + 1, 46);
        }
    }
}

TEST_F(FillTest, TheCreditSignIsASetting) {
    FillOptions options;
    options.credit_sign = -1;
    const Fill negative = make(options);
    const DataBlock* sign = block(negative, sheet::input, credit_sign_cell);
    ASSERT_NE(sign, nullptr);
    EXPECT_EQ(sign->rows, (std::vector<Values>{{-1.0}}));
}

TEST_F(FillTest, RowsOfABlockHaveTheSameLength) {
    for (const DataBlock& one : filled.data) {
        for (const auto& line : one.rows) {
            EXPECT_EQ(line.size(), one.rows.front().size()) << one.sheet;
        }
    }
}

TEST_F(FillTest, PlacedFormulasStandBesideTheirAccounts) {
    Workbook book = build_workbook(layout);
    place(book, filled);
    const Sheet& balances = *book.find(sheet::balances);
    const auto* key = std::get_if<Formula>(&balances.cells.at({data_first_row + 3, balance_column::key}).content);
    ASSERT_NE(key, nullptr);
    EXPECT_EQ(key->text, "IF([.A9]=\"\";\"\";IFERROR(VALUE(LEFT([.A9]&\"00000000\";8));\"\"))");
    const auto* text = std::get_if<std::string>(&balances.cells.at({data_first_row + 1, balance_column::name}).content);
    ASSERT_NE(text, nullptr);
    EXPECT_EQ(*text, "=Kommunen"); // stays text
}

} // namespace
} // namespace finsam::workbook
