// `finsam spara`, and the trace behind it: every figure of the three examples adds up from what it is made of.

#include "bridge/ledger/ledger.hpp"
#include "bridge/report/embedded.hpp"
#include "bridge/report/trace.hpp"
#include "bridge/workbook/report_inputs.hpp"
#include "tests/command/run_command.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace finsam::command_test {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

struct Shape {
    const char *forbund, *layout, *map;
    bool has_budget;
};

void PrintTo(const Shape& shape, std::ostream* out) {
    *out << shape.forbund;
}

std::string example_file(const Shape& shape, const char* name) {
    return std::string(FINSAM_SOURCE_DIR "/examples/") + shape.forbund + "/" + name;
}

class TraceOfExample : public testing::TestWithParam<Shape> {
protected:
    void SetUp() override {
        ReportTexts texts;
        texts.layout_toml = find_embedded(GetParam().layout, ".toml").value();
        texts.map_csv = find_embedded(GetParam().map, ".csv").value();
        texts.input_toml = read_file(example_file(GetParam(), "indata.toml"));
        if (GetParam().has_budget) {
            texts.budget_csv = read_file(example_file(GetParam(), "budget.csv"));
        }
        inputs = parse_report_texts(texts).value();
        Ledger ledger = Ledger::in_memory().value();
        const ExampleBooks files = example_books(GetParam().forbund);
        ASSERT_TRUE(ledger.import_file(files.year_2024) && ledger.import_file(files.year_2023));
        books = ledger.books({.year = 2024, .with_vouchers = true}).value();
        report = evaluate(inputs.layout, inputs.map, books, inputs.typed);
    }

    /// Of amounts only: a share is no sum.
    static void expect_to_add_up(const Trace& figure) {
        const Ore* value = std::get_if<Ore>(&figure.value);
        const bool is_sum = !figure.parts.empty() && figure.parts.front().sign != 0;
        if (value != nullptr && is_sum) {
            Ore sum;
            for (const Trace& part : figure.parts) {
                ASSERT_TRUE(std::holds_alternative<Ore>(part.value)) << figure.table << "." << figure.row;
                sum += part.sign * std::get<Ore>(part.value);
            }
            EXPECT_EQ(sum, *value) << figure.table << "." << figure.row << " " << figure.column;
        }
        if (value != nullptr && !figure.accounts.empty()) {
            Ore sum;
            for (const TracedAccount& account : figure.accounts) {
                sum += figure.account_sign * account.amount;
            }
            EXPECT_EQ(sum, *value) << figure.table << "." << figure.row << " " << figure.column;
        }
        if (value != nullptr && !value->is_zero()) {
            EXPECT_NE(figure.rule, "") << figure.table << "." << figure.row;
            EXPECT_NE(figure.source, "") << figure.table << "." << figure.row;
        }
        for (const Trace& part : figure.parts) {
            expect_to_add_up(part);
        }
    }

    /// A figure of the books that is not zero is made of something.
    static bool is_explained(const Trace& figure) {
        return !figure.accounts.empty() || figure.rule.find("Indata") != std::string::npos ||
               figure.rule == "Netto − budget" || std::ranges::any_of(figure.parts, is_explained);
    }

    ReportInputs inputs;
    Books books;
    Report report;
};

TEST_P(TraceOfExample, EveryFigureAddsUpFromItsPartsAndAccounts) {
    std::size_t figures = 0;
    FigureTracer tracer(inputs.layout, inputs.map, books, inputs.typed, report);
    for (const ReportTable& table : report.tables) {
        for (const ReportRow& row : table.rows) {
            for (std::size_t column = 0; column < row.values.size() && !row.key.empty(); ++column) {
                if (table.find(row.key) != &row) {
                    continue; // an insats coded as the sum is
                }
                const auto figure = tracer.trace({table.key, row.key, column});
                ASSERT_TRUE(figure) << figure.error();
                EXPECT_EQ(figure->value, row.values[column]) << table.key << "." << row.key;
                expect_to_add_up(*figure);
                const Ore* amount = std::get_if<Ore>(&figure->value);
                if (amount != nullptr && !amount->is_zero()) {
                    EXPECT_TRUE(is_explained(*figure)) << table.key << "." << row.key << " " << column;
                    ++figures;
                }
            }
        }
    }
    EXPECT_GT(figures, 100U);
}

TEST_P(TraceOfExample, EveryRowIsFoundByTableAndKeyAlone) {
    for (const ReportTable& table : report.tables) {
        for (const ReportRow& row : table.rows) {
            const std::string name = table.key + "." + row.key;
            if (row.key.empty() || table.find(row.key) != &row) {
                continue;
            }
            const auto found = find_rows(report, name);
            if (row.values.empty()) {
                EXPECT_TRUE(has_text_row(report, name)) << name;
                continue;
            }
            ASSERT_EQ(found.size(), 1U) << name;
            EXPECT_EQ(found.front().table + "." + found.front().row, name);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Forbund, TraceOfExample,
                         testing::Values(Shape{"insjoriket", "kr", "bas", false},
                                         Shape{"sjuharad", "ore", "region-bas", true},
                                         Shape{"solleftea", "tkr", "kommun-bas", true}));

Outcome trace_insjoriket(std::vector<std::string> more) {
    const ExampleBooks books = example_books();
    std::vector<std::string> arguments = {"spara", "--sie", books.year_2024, "--sie", books.year_2023,
                                          "--ar",  "2024",  "--kontoplan",   "bas"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_finsam(arguments);
}

TEST(TraceCommand, PrintsRowAccountsVouchersAndLinesOfTheFile) {
    const Outcome outcome = trace_insjoriket({"resultatrakning.finansiella_intakter"});
    ASSERT_EQ(outcome.exit, 0) << outcome.err;
    // 361 111 kr is the published figure; the interest of the tax account is 2 846 kr of it.
    EXPECT_THAT(outcome.out, AllOf(HasSubstr("Belopp: 361\u00A0111,00"), HasSubstr("LKBR 5 kap."),
                                   HasSubstr("8314 Skattefria ränteintäkter"), HasSubstr("−2\u00A0846,00"),
                                   HasSubstr("[kontokartan 8300–8399]"), HasSubstr("Ränta på bankkonto, kvartal 1"),
                                   HasSubstr("insjoriket-2024.se, rad "), HasSubstr("SHA-256 ")));
}

TEST(TraceCommand, TheNamedLineOfTheFileHoldsTheTransaction) {
    const Outcome outcome = trace_insjoriket({"resultatrakning.finansiella_intakter", "--json"});
    ASSERT_EQ(outcome.exit, 0) << outcome.err;
    const json all = json::parse(outcome.out);
    EXPECT_EQ(all["varde"], "361111.00");
    std::vector<std::string> lines;
    std::istringstream file(read_file(example_books().year_2024));
    for (std::string line; std::getline(file, line);) {
        lines.push_back(line);
    }
    std::size_t checked = 0;
    for (const json& account : all["konton"]) {
        for (const json& voucher : account["verifikationer"]) {
            const std::string& line = lines.at(voucher["rad"].get<std::size_t>() - 1);
            EXPECT_THAT(line, AllOf(HasSubstr("#TRANS"), HasSubstr(account["konto"].get<std::string>()),
                                    HasSubstr(voucher["belopp"].get<std::string>())));
            ++checked;
        }
        EXPECT_EQ(account["ej_i_verifikationer"], "0.00") << account["konto"];
    }
    EXPECT_EQ(checked, 8U); // four quarters, bank and tax account
}

TEST(TraceCommand, ClosingBalancesAreOpeningAndVouchers) {
    const json all = json::parse(trace_insjoriket({"balansrakning.kassa_bank", "--json"}).out);
    ASSERT_FALSE(all["konton"].empty());
    for (const json& account : all["konton"]) {
        EXPECT_TRUE(account["ingaende"].is_string());
        EXPECT_EQ(account["ej_i_verifikationer"], "0.00") << account["konto"];
    }
}

TEST(TraceCommand, ARowIsFoundByItsTextAndAnAmbiguousOneIsListed) {
    const Outcome found = trace_insjoriket({"finansiella intäkter", "--utan-verifikationer"});
    EXPECT_EQ(found.exit, 0) << found.err;
    EXPECT_THAT(found.out, AllOf(HasSubstr("Belopp: 361\u00A0111,00"), Not(HasSubstr("rad 1"))));
    const Outcome many = trace_insjoriket({"arets_resultat"});
    EXPECT_EQ(many.exit, 2);
    EXPECT_THAT(many.err,
                AllOf(HasSubstr("resultatrakning.arets_resultat"), HasSubstr("balansrakning.arets_resultat")));
    EXPECT_EQ(many.out, "");
    EXPECT_THAT(trace_insjoriket({"finns_inte"}).err, HasSubstr("ingen rad ”finns_inte”"));
}

TEST(TraceCommand, AColumnIsChosenByNumberOrHeading) {
    const Outcome before = trace_insjoriket({"balansrakning.kassa_bank", "--kolumn", "2023-12-31", "--json"});
    EXPECT_EQ(json::parse(before.out)["kolumn"], "2023-12-31");
    EXPECT_EQ(trace_insjoriket({"balansrakning.kassa_bank", "--kolumn", "2", "--json"}).out, before.out);
    EXPECT_THAT(trace_insjoriket({"balansrakning.kassa_bank", "--kolumn", "9"}).err, HasSubstr("2 = 2023-12-31"));
}

TEST(TraceCommand, ARowOfTextIsToldToHaveNoFigures) {
    const ExampleBooks books = example_books("solleftea");
    const Outcome outcome =
        run_finsam({"spara", "mal.mal.1", "--sie", books.year_2024, "--kontoplan", "kommun-bas", "--uppstallning",
                    "tkr", "--indata", FINSAM_SOURCE_DIR "/examples/solleftea/indata.toml"});
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_THAT(outcome.err, HasSubstr("”mal.mal.1” har inga tal att spåra"));
}

TEST(TraceCommand, WithoutARowItSaysSo) {
    EXPECT_THAT(run_finsam({"spara"}).err, HasSubstr("Ange den rad i rapporten"));
}

} // namespace
} // namespace finsam::command_test
