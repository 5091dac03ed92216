// The whole way: the example's SIE files through the command give every figure of the published report that is right
// in print. The figures that are wrong in print stand in the list `misprinted`.

#include "parsers/swedish_format.hpp"
#include "tests/command/published_table.hpp"
#include "tests/command/run_command.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>

namespace finsam::command_test {
namespace {

using nlohmann::json;

/// A published table beside the project, and where the same figures stand in the command's JSON.
struct PublishedTable {
    const char *file, *table;
    int columns;         ///< columns of figures
    double unit;         ///< kronor per printed unit
    const char* negated; ///< rows printed with the opposite of the stable sign: "*" all, "" none, else by label
};

std::ostream& operator<<(std::ostream& out, const PublishedTable& table) {
    return out << table.file;
}

constexpr PublishedTable published[] = {
    {"resultatrakning", "resultatrakning", 2, 1, ""},
    {"balansrakning", "balansrakning", 2, 1,
     "|Eget kapital|Årets resultat|Övrigt eget kapital|Avsättningar för pensioner|Långfristiga skulder|Kortfristiga "
     "skulder|Summa "
     "eget kapital, avsättningar och skulder|Ansvarsförbindelser|"},
    {"kassaflodesanalys", "kassaflodesanalys", 2, 1, ""},
    {"balanskravsutredning", "balanskrav", 1, 1, ""},
    {"driftredovisning", "driftredovisning_sammandrag", 4, 1000, "|Kostnader|"},
    {"oversikt", "oversikt", 4, 1000, "|Verksamhetens kostnader|"},
    {"not_1_intakter", "not_1_intakter", 2, 1, ""},
    {"not_2_kostnader", "not_2_kostnader", 2, 1, "*"},
    {"not_3_rakenskapsrevision", "not_3_rakenskapsrevision", 2, 1, "*"},
    {"not_4_fordringar", "not_4_fordringar", 2, 1, ""},
    {"not_5_kortfristiga_skulder", "not_5_kortfristiga_skulder", 2, 1, ""},
};

/// The report's own labels where they differ from the printed ones.
std::string our_label(const std::string& printed) {
    static const std::map<std::string, std::string> labels = {
        {"Övr kortfristiga fordringar", "Övriga kortfristiga fordringar"},
        {"Kassaflöde för den löpande verksamheten", "Kassaflöde från den löpande verksamheten"}};
    const auto found = labels.find(printed);
    return found == labels.end() ? printed : found->second;
}

/// Wrong in print, with the right value and the rule.
struct Misprint {
    const char *file, *label;
    std::vector<double> printed, right;
    const char* rule;
};

const std::vector<Misprint> misprinted = {
    {"kassaflodesanalys",
     "Kassaflöde för den löpande verksamheten",
     {-574593, -986349},
     {1088072, -758494}, // 1 662 665 - 13 297 - 561 296 and 227 855 - 195 217 - 791 132
     "RKR R13: kassaflödet från den löpande verksamheten innehåller årets resultat"},
};

const Misprint* misprint_of(const std::string& file, const std::string& label) {
    for (const Misprint& misprint : misprinted) {
        if (file == misprint.file && label == misprint.label) {
            return &misprint;
        }
    }
    return nullptr;
}

const json& report() {
    static const json made = [] {
        const Outcome outcome = run_finsam({"rapport", "--sie", example_books().year_2024, "--sie",
                                            example_books().year_2023, "--ar", "2024", "--karta", "bas", "--indata",
                                            FINSAM_SOURCE_DIR "/examples/insjoriket/indata.toml", "--format", "json"});
        EXPECT_EQ(outcome.exit, 0) << outcome.err;
        return json::parse(outcome.out);
    }();
    return made;
}

/// What the row prints in a column: rounded from kronor to the table's unit, shares in percent.
double printed_value(const PublishedTable& table, const json& row, std::size_t column, const std::string& label) {
    const double value = std::stod(row.at("varden").at(column).get<std::string>());
    if (row.at("slag") == "andel") {
        return std::round(value * 100);
    }
    const std::string negated = table.negated;
    const bool turned = negated == "*" || negated.find("|" + label + "|") != std::string::npos;
    const double unit = row.at("slag") == "antal" ? 1 : table.unit;
    // A deviation is printed with the stable sign: a cost below budget is positive.
    const bool deviation = std::string_view(table.file) == "driftredovisning" && column == 2;
    return std::round(value / unit) * (turned && !deviation ? -1 : 1);
}

class PublishedReport : public ::testing::TestWithParam<PublishedTable> {};

TEST_P(PublishedReport, IsReproducedByTheCommand) {
    const PublishedTable& table = GetParam();
    const std::string path = std::string(FINSAM_SOURCE_DIR "/../shared/reports/insjoriket_2024/") + table.file + ".csv";
    std::stringstream lines(read_file(path));
    if (lines.str().empty()) {
        GTEST_SKIP() << "../shared/reports finns inte här";
    }
    int compared = 0;
    std::string line;
    std::getline(lines, line); // header
    while (std::getline(lines, line)) {
        const std::vector<std::string> fields = fields_of(line);
        const std::string& label = fields.at(0);
        const json* row = row_named(report().at("tabeller").at(table.table), our_label(label));
        const auto columns = static_cast<std::size_t>(table.columns);
        const Misprint* misprint = misprint_of(table.file, label);
        for (std::size_t i = 0; i < columns && fields.size() > columns; ++i) {
            const std::size_t at = fields.size() - columns + i; // the _num columns stand last
            if (fields[at].empty()) {
                continue;
            }
            ASSERT_NE(row, nullptr) << label;
            const double right = misprint != nullptr ? misprint->right.at(i) : std::stod(fields[at]);
            EXPECT_EQ(printed_value(table, *row, i, label), right) << label << ", kolumn " << i + 1;
            if (misprint != nullptr) {
                EXPECT_EQ(std::stod(fields[at]), misprint->printed.at(i)) << "the list of misprints quotes the print";
            }
            ++compared;
        }
    }
    EXPECT_GE(compared, table.columns) << "no figure was compared";
}

INSTANTIATE_TEST_SUITE_P(Insjoriket2024, PublishedReport, ::testing::ValuesIn(published),
                         [](const auto& one) { return std::string(one.param.file); });

TEST(ReportJson, NamesTheAccountsBehindAFigure) {
    const json* bank = row_named(report().at("tabeller").at("balansrakning"), "Kassa och bank");
    ASSERT_NE(bank, nullptr);
    EXPECT_EQ(bank->at("nyckel"), "kassa_bank");
    EXPECT_EQ(bank->at("varden"), json::array({"8997905.00", "7909833.00"}));
    EXPECT_EQ(bank->at("konton"), json::array({"1930"}));
}

TEST(ReportJson, EveryCheckOfTheExampleHoldsOrIsNotApplicable) {
    int held = 0;
    for (const json& check : report().at("kontroller")) {
        EXPECT_NE(check.at("tillstand"), "fel") << check.dump();
        held += check.at("tillstand") == "stämmer" ? 1 : 0;
    }
    EXPECT_GT(held, 50);
}

TEST(ReportJson, MissingComparisonIsNull) {
    const Outcome outcome =
        run_finsam({"rapport", "--sie", example_books().year_2024, "--karta", "bas", "--format", "json"});
    const json alone = json::parse(outcome.out);
    // The file of 2024 carries #IB, #UB and #RES of 2023, but no balances of 2022: the cash flow of 2023 is unknown.
    const json* flow = row_named(alone.at("tabeller").at("kassaflodesanalys"), "Årets kassaflöde");
    ASSERT_NE(flow, nullptr);
    EXPECT_EQ(flow->at("varden").at(0), "1088072.00");
    const json* overview = row_named(alone.at("tabeller").at("oversikt"), "Antal anställda");
    ASSERT_NE(overview, nullptr);
    EXPECT_TRUE(overview->at("varden").at(0).is_null());
}

} // namespace
} // namespace finsam::command_test
