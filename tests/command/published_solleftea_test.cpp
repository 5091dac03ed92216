// The example of Sollefteå through the command, with the layout tkr: every figure of the published report that is right
// in print comes out as it is printed, in unit, decimals and sign. Those that are wrong stand in `misprinted`.

#include "parsers/swedish_number.hpp"
#include "tests/command/published_table.hpp"
#include "tests/command/run_command.hpp"

#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

namespace finsam::command_test {
namespace {

using nlohmann::json;

/// A published table beside the project, and where the same figures stand in the command's JSON.
struct PublishedTable {
    const char *file, *table;
    std::size_t columns; ///< columns of figures
};

std::ostream& operator<<(std::ostream& out, const PublishedTable& table) {
    return out << table.file;
}

constexpr PublishedTable published[] = {
    {"oversikt", "oversikt", 5},
    {"balanskravsutredning", "balanskrav", 1},
    {"resultatrakning", "resultatrakning", 2},
    {"balansrakning", "balansrakning", 2},
    {"kassaflodesanalys", "kassaflodesanalys", 2},
    {"driftredovisning", "driftredovisning", 8},
    {"insatser_text", "insatser", 3},
    {"medelstilldelning", "medelstilldelning", 1},
    {"not_2_intakter", "not_2_intakter", 2},
    {"not_3_kostnader", "not_3_kostnader", 2},
    {"not_4_fordringar", "not_4_fordringar", 2},
    {"not_5_kortfristiga_skulder", "not_5_kortfristiga_skulder", 2},
};

/// The report's own labels where they differ from the printed ones.
std::string our_label(const std::string& printed) {
    static const std::map<std::string, std::string> labels = {
        {"= Årets resultat enligt resultaträkningen", "Årets resultat enligt resultaträkningen"},
        {"Utgående eget kapital kr", "Utgående eget kapital"},
        {"Övriga interimskulder", "Övriga interimsskulder"},
        {"SFI på modersmål/SFI med extra läs- och skrivstöd", "SFI på modersmål Extra läs- och skrivstöd"},
        {"Beredningsgrupp", "Beredningsgruppen"},
        {"Loksam idéverkstad", "Loksam"},
        {"Fokus Psykisk hälsa (Psykiatriveckan)", "Psykiatriveckan"}};
    const auto found = labels.find(printed);
    return found == labels.end() ? printed : found->second;
}

std::string our_label(const PublishedTable& table, const std::string& printed) {
    const bool is_list = std::string_view(table.file) == "insatser_text";
    return is_list && printed == "SamCoach" ? "Samcoach" : our_label(printed);
}

/// Wrong in print, with the right value and the rule.
struct Misprint {
    const char *file, *label;
    std::size_t column;
    double printed, right;
    const char* rule;
};

const std::vector<Misprint> misprinted = {
    // 701 119 kr is the equity of 2022 in the översikt, and 1 248,83 - 664,81 + 117,09 = 701,11.
    {"balansrakning", "Övrigt eget kapital", 1, 7011.12, 701.12, "LKBR 6 kap.: summan balanserar inte med 7011,12"},
    // -117,09 - 2,32 - 137,05, and the same figure stands as årets kassaflöde.
    {"kassaflodesanalys", "Kassaflöde från den löpande verksamheten", 1, 256.46, -256.46,
     "RKR R13: löpande = resultat + förändringar; tecknet saknas"},
    // The year before has the income in the column of costs too; its net is printed as 2 832.
    {"driftredovisning", "Driftbidrag", 6, 2832, 0, "RKR R14: netto = intäkt + kostnad"},
    // No insats of the område has income; its net is printed as -2 497, which is the cost.
    {"driftredovisning", "Verksamhet", 5, 2832, 0, "RKR R14: netto = intäkt + kostnad, delsumman är summan av raderna"},
    // 2 832 + 56, as 2 888 - 2 651 = 237; and 2 832 + 36 = 2 868 in 2023.
    {"driftredovisning", "Resultat", 0, 2832, 2888, "RKR R14: kolumnen summerar med räntan"},
    {"driftredovisning", "Resultat", 5, 0, 2868, "RKR R14: kolumnen summerar, intäkten 2023 saknas"},
    // 2 497 + 74 + 412 + 2, and 2 868 - 2 985 = -117.
    {"driftredovisning", "Resultat", 6, -2983, -2985, "RKR R14: kolumnen summerar med bankkostnaderna"},
    // The text's table of insatser: one sign in a table, and the amounts of the driftredovisning (-11 and -44 tkr
    // there).
    {"insatser_text", "Beredningsgrupp", 1, -8113, 8113, "Ett tecken i varje tabell"},
    {"insatser_text", "Loksam idéverkstad", 1, -15700, 11200, "Ska vara driftredovisningens 11 tkr"},
    {"insatser_text", "Loksam idéverkstad", 2, 14300, 18800, "Ska vara driftredovisningens avvikelse, 19 tkr"},
    {"insatser_text", "Fokus Psykisk hälsa (Psykiatriveckan)", 1, -42614, 43900, "Ska vara driftredovisningens 44 tkr"},
    {"insatser_text", "Fokus Psykisk hälsa (Psykiatriveckan)", 2, 17386, 16100,
     "Ska vara driftredovisningens avvikelse, 16 tkr"},
};

const Misprint* misprint_of(const std::string& file, const std::string& label, std::size_t column) {
    for (const Misprint& misprint : misprinted) {
        if (file == misprint.file && label == misprint.label && column == misprint.column) {
            return &misprint;
        }
    }
    return nullptr;
}

const json& report() {
    static const json made = [] {
        const ExampleBooks books = example_books("solleftea");
        const Outcome outcome = run_finsam({"rapport", "--sie", books.year_2024, "--sie", books.year_2023, "--ar",
                                            "2024", "--karta", "kommun-bas", "--uppstallning", "tkr", "--budget",
                                            FINSAM_SOURCE_DIR "/examples/solleftea/budget.csv", "--indata",
                                            FINSAM_SOURCE_DIR "/examples/solleftea/indata.toml", "--format", "json"});
        EXPECT_EQ(outcome.exit, 1) << "one published figure fails: " << outcome.err;
        return json::parse(outcome.out);
    }();
    return made;
}

/// The figure as it is shown, read back: shares in percent, parts without their parentheses.
std::optional<double> shown(const json& row, std::size_t column) {
    std::string text = row.at("visat").at(column);
    if (row.at("slag") == "andel") {
        text = text.substr(0, text.find("\u00A0%"));
    }
    if (text.starts_with('(')) {
        text = text.substr(1, text.size() - 2);
    }
    return text.empty() ? std::nullopt : parse_swedish_number(text);
}

class PublishedSolleftea : public ::testing::TestWithParam<PublishedTable> {};

TEST_P(PublishedSolleftea, IsReproducedAsPrinted) {
    const PublishedTable& table = GetParam();
    const std::string path = std::string(FINSAM_SOURCE_DIR "/../shared/reports/solleftea_2024/") + table.file + ".csv";
    std::stringstream lines(read_file(path));
    if (lines.str().empty()) {
        GTEST_SKIP() << "../shared/reports finns inte här";
    }
    std::size_t compared = 0;
    std::string line;
    std::getline(lines, line); // header
    while (std::getline(lines, line)) {
        const std::vector<std::string> fields = fields_of(line);
        const std::string& label = fields.at(0);
        const json* row = row_named(report().at("tabeller").at(table.table), our_label(table, label));
        for (std::size_t i = 0; i < table.columns; ++i) {
            const std::string& figure = fields.at(fields.size() - table.columns + i); // the _num columns stand last
            if (figure.empty()) {
                continue;
            }
            ASSERT_NE(row, nullptr) << label;
            const Misprint* misprint = misprint_of(table.file, label, i);
            const double right = misprint != nullptr ? misprint->right : std::stod(figure);
            EXPECT_EQ(shown(*row, i), right) << label << ", kolumn " << i + 1;
            if (misprint != nullptr) {
                EXPECT_EQ(std::stod(figure), misprint->printed) << "the list of misprints quotes the print";
            }
            ++compared;
        }
    }
    EXPECT_GE(compared, table.columns) << "no figure was compared";
}

INSTANTIATE_TEST_SUITE_P(Solleftea2024, PublishedSolleftea, ::testing::ValuesIn(published),
                         [](const auto& one) { return std::string(one.param.file); });

TEST(SollefteaJson, SaysUnitAndWhatIsShown) {
    const json& balance = report().at("tabeller").at("balansrakning");
    EXPECT_EQ(balance.at("enhet"), "tkr");
    const json* bank = row_named(balance, "Kassa och bank");
    ASSERT_NE(bank, nullptr);
    EXPECT_EQ(bank->at("varden"), json::array({"980026.00", "1236304.00"}));
    EXPECT_EQ(bank->at("visat"), json::array({"980,03", "1\u00A0236,30"}));
}

/// "2 816**", "2 534**" and "2 281**": forecasts, marked as such. The print gives 2025 a second figure, (2 838***).
TEST(SollefteaJson, ForecastsOfTheFundingAreMarked) {
    const json& table = report().at("tabeller").at("medelstilldelning");
    for (const auto& [label, figure] :
         {std::pair{"2025 prognos", "2\u00A0816"}, std::pair{"2026 prognos", "2\u00A0534"},
          std::pair{"2027 prognos", "2\u00A0281"}}) {
        const json* row = row_named(table, label);
        ASSERT_NE(row, nullptr) << label;
        EXPECT_EQ(row->at("visat"), json::array({figure}));
    }
}

TEST(SollefteaJson, TypedTextsAreThere) {
    const json& rows = report().at("tabeller").at("mal").at("rader");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows.at(0).at("texter").at(2), "Uppfyllt");
}

TEST(SollefteaJson, EquityIsComparedWithTheGuideline) {
    const json& table = report().at("tabeller").at("eget_kapital");
    // 20 % of 2 832 000 is below the first limit; 820 526 - 566 400 = 254 126.
    EXPECT_EQ(row_named(table, "Riktvärde för eget kapital")->at("varden"), json::array({"566400.00", "566400.00"}));
    EXPECT_EQ(row_named(table, "Över (+) eller under (-) riktvärdet")->at("visat"), json::array({"254", "18"}));
}

/// The översikt is typed as it was published: 679 029 kr of equity in 2021, which the chain does not give. 800 473 kr
/// of 2020 with the result of 2021, -125 937 kr, are 674 536; 4 493 kr too much.
TEST(SollefteaJson, EveryCheckHoldsButTheOneThatWasPublishedWrong) {
    int held = 0;
    for (const json& check : report().at("kontroller")) {
        const bool is_published = check.at("nyckel") == "oversikt_ek_kedja" && check.at("ar") == "2021";
        EXPECT_EQ(check.at("tillstand") == "fel", is_published) << check.dump();
        if (is_published) {
            EXPECT_EQ(check.at("vanster"), "679029.00");
            EXPECT_EQ(check.at("hoger"), "674536.00");
        }
        held += check.at("tillstand") == "stämmer" ? 1 : 0;
    }
    EXPECT_GT(held, 50);
    EXPECT_TRUE(report().at("okartlagda_konton").empty());
}

} // namespace
} // namespace finsam::command_test
