// finsam_bench_national LEDGER [DOCUMENT] | LEDGER FÖRBUND YEARS TRANSACTIONS
// A ledger of a whole country's samordningsförbund, made in place and the same every time (or the one that is there),
// how long a statement of any of its years takes, reading the books and evaluating every table, and how long the
// comparison of them all. Prints sizes and processor times of one run, and puts them into the document; exit code 1
// when a statement took more than 20 ms.

#include "bridge/comparison/comparison.hpp"
#include "bridge/report/embedded.hpp"
#include "bridge/report/statement.hpp"
#include "bridge/workbook/report_inputs.hpp"
#include "tests/bench/marked_text.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <map>
#include <random>

namespace finsam::bench {
namespace {

/// The processor's time, which other programs on the machine disturb least.
double milliseconds_since(std::clock_t start) {
    return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

struct Country {
    int forbund = 80, years = 10, transactions = 5'000; ///< a year
    static constexpr int last_year = 2024;
};

constexpr std::array<const char*, 10> costs = {"4010", "5010", "5400", "6100", "6230",
                                               "6540", "7010", "7210", "7510", "7690"};

std::string amount(std::int64_t ore) {
    return to_decimal_kronor(Ore(ore));
}

/// One förbund's year as SIE 4E: bank, equity, contributions, ten cost accounts, twelve insatser.
class YearFile {
public:
    YearFile(int forbund, int year, std::int64_t opening) : year_(year), opening_(opening) {
        random_.seed(static_cast<std::uint64_t>(forbund * 10'000 + year));
        text_ = fmt::format("#FLAGGA 0\n#PROGRAM \"Provprogram\" 1.0\n#FORMAT PC8\n#GEN {}0115\n#SIETYP 4\n"
                            "#ORGNR 222000-{:04}\n#FNAMN \"Provforbundet {:02}\"\n#RAR 0 {}0101 {}1231\n"
                            "#KONTO 1930 Bank\n#KONTO 2010 \"Eget kapital\"\n#KONTO 3010 Driftbidrag\n",
                            year + 1, 1000 + forbund, forbund, year, year);
        for (const char* cost : costs) {
            text_ += fmt::format("#KONTO {} \"Kostnad {}\"\n", cost, cost);
        }
        text_ += "#DIM 20 Insats\n";
        for (int insats = 10; insats < 22; ++insats) {
            text_ += fmt::format("#OBJEKT 20 \"{}\" \"Insats {}\"\n", insats, insats);
        }
    }

    /// The file's bytes; `closing` is set to the bank's balance.
    std::string write(int transactions, std::int64_t& closing) {
        for (int voucher = 1; voucher <= transactions / 2; ++voucher) {
            const bool is_contribution = voucher % 100 == 1;
            const char* account = is_contribution ? "3010" : costs.at(random_() % costs.size());
            const auto ore = static_cast<std::int64_t>(random_() % 100'000) + 1;
            add(voucher, account, is_contribution ? -100 * ore : ore);
        }
        text_ += fmt::format("#IB 0 1930 {}\n#IB 0 2010 {}\n", amount(opening_), amount(-opening_));
        closing = opening_ + moved_["1930"];
        text_ += fmt::format("#UB 0 1930 {}\n#UB 0 2010 {}\n", amount(closing), amount(-opening_));
        for (const auto& [account, ore] : moved_) {
            if (account != "1930") {
                text_ += fmt::format("#RES 0 {} {}\n", account, amount(ore));
            }
        }
        return text_ + vouchers_;
    }

private:
    void add(int voucher, const std::string& account, std::int64_t ore) {
        const std::string day = fmt::format("{}{:02}{:02}", year_, 1 + random_() % 12, 1 + random_() % 28);
        vouchers_ += fmt::format("#VER A {0} {1} \"Handelse {0}\"\n{{\n#TRANS {2} {{20 \"{3}\"}} {4}\n#TRANS 1930 {{}} "
                                 "{5}\n}}\n",
                                 voucher, day, account, 10 + random_() % 12, amount(ore), amount(-ore));
        moved_[account] += ore;
        moved_["1930"] -= ore;
    }

    int year_;
    std::int64_t opening_;
    std::mt19937_64 random_;
    std::string text_, vouchers_;
    std::map<std::string, std::int64_t> moved_;
};

/// What one run measured. Times are the processor's.
struct Measured {
    int files = 0; ///< 0: the ledger was there
    double sie_megabytes = 0, import_seconds = 0;
    double ledger_megabytes = 0;
    std::vector<double> statements; ///< ms, the fastest first
    double comparison_seconds = 0;
    std::size_t figures = 0; ///< of the comparison
};

bool import_country(Ledger& ledger, const Country& country, Measured& measured) {
    for (int forbund = 0; forbund < country.forbund; ++forbund) {
        std::int64_t bank = 100'000'000;
        for (int year = Country::last_year - country.years + 1; year <= Country::last_year; ++year) {
            const std::string sie = YearFile(forbund, year, bank).write(country.transactions, bank);
            measured.sie_megabytes += static_cast<double>(sie.size()) / 1e6;
            const auto start = std::clock();
            const auto outcome = ledger.import_bytes(sie, fmt::format("{}-{}.se", forbund, year));
            measured.import_seconds += milliseconds_since(start) / 1000;
            ++measured.files;
            if (!outcome || outcome->kind != ImportOutcome::Kind::imported) {
                std::cerr << "finsam_bench_national: a file was not taken\n";
                return false;
            }
        }
    }
    return true;
}

/// Books and all tables of the year, in milliseconds; negative after an error.
double statement_time(const Ledger& ledger, const ReportInputs& inputs, int forbund, int year) {
    const auto start = std::clock();
    const auto books = ledger.books({.year = year, .company = fmt::format("222000-{:04}", 1000 + forbund)});
    if (!books) {
        std::cerr << books.error().text << '\n';
        return -1;
    }
    const Report report = evaluate(inputs.layout, inputs.map, *books, inputs.typed);
    const double time = milliseconds_since(start);
    for (const CheckResult& check : report.checks) {
        if (check.key == "ib_rorelse_ub" && check.state != CheckState::ok) {
            std::cerr << "finsam_bench_national: " << check.text << ": " << check.detail << '\n';
            return -1;
        }
        if (check.key == "ib_rorelse_ub") {
            break; // of the report year
        }
    }
    return time;
}

bool time_statements(const Ledger& ledger, const ReportInputs& inputs, const Country& country, Measured& measured) {
    for (int forbund = 0; forbund < country.forbund; ++forbund) {
        for (int year = Country::last_year - country.years + 1; year <= Country::last_year; ++year) {
            measured.statements.push_back(statement_time(ledger, inputs, forbund, year));
            if (measured.statements.back() < 0) {
                return false;
            }
        }
    }
    std::sort(measured.statements.begin(), measured.statements.end());
    return true;
}

/// As `finsam jamfor` makes it: every förbund and year.
bool time_comparison(const Ledger& ledger, const ReportInputs& inputs, const Country& country, Measured& measured) {
    const auto start = std::clock();
    const auto all = ledger_forbund(ledger, {});
    const auto years = all ? comparison_years(ledger, *all, std::nullopt, country.years) : std::vector<int>();
    if (!all || !years) {
        return false;
    }
    const Layout layout = comparison_layout();
    for (const LedgerForbund& one : *all) {
        const auto compared = compare_forbund(ledger, layout, {one, "bas", &inputs.map, &inputs.typed}, *years);
        if (!compared) {
            std::cerr << compared.error().text << '\n';
            return false;
        }
        for (const ComparedYear& year : compared->years) {
            measured.figures += static_cast<std::size_t>(std::count_if(
                year.figures.begin(), year.figures.end(), [](const Value& value) { return value != Value(); }));
        }
    }
    measured.comparison_seconds = milliseconds_since(start) / 1000;
    return true;
}

/// "9,2 s"
std::string swedish(double number, int decimals, const char* unit) {
    std::string text = fmt::format("{:.{}f} {}", number, decimals, unit);
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

constexpr double most_milliseconds = 20;

std::string table_of(const Measured& measured) {
    const std::vector<double>& times = measured.statements;
    std::string text = "| | uppmätt | gräns |\n|---|---|---|\n";
    const auto line = [&](const std::string& what, const std::string& value, const std::string& limit) {
        text += fmt::format("| {} | {} | {} |\n", what, value, limit);
    };
    if (measured.files > 0) {
        line(fmt::format("inläsning av {} SIE-filer, {:.0f} MB", measured.files, measured.sie_megabytes),
             swedish(measured.import_seconds, 1, "s"), "–");
    }
    line("huvudbokens storlek", swedish(measured.ledger_megabytes, 0, "MB"), "–");
    line(fmt::format("en rapport: median av {}", times.size()), swedish(times[times.size() / 2], 1, "ms"), "–");
    line("en rapport: 99 procent tog högst", swedish(times[times.size() * 99 / 100], 1, "ms"), "–");
    line("en rapport: den långsammaste", swedish(times.back(), 1, "ms"),
         fmt::format("högst {:.0f} ms, **{}**", most_milliseconds,
                     times.back() <= most_milliseconds ? "uppfyllt" : "inte uppfyllt"));
    line(fmt::format("jämförelsen av alla förbund och år, {} tal", measured.figures),
         swedish(measured.comparison_seconds, 1, "s"), "–");
    return text;
}

int run(const std::filesystem::path& path, const Country& country, const char* document) {
    ReportTexts texts;
    texts.layout_toml = find_embedded("kr", ".toml").value();
    texts.map_csv = find_embedded("bas", ".csv").value();
    const auto inputs = parse_report_texts(texts);
    const bool is_there = std::filesystem::exists(path);
    auto ledger = Ledger::open(path);
    Measured measured;
    if (!inputs || !ledger || (!is_there && !import_country(*ledger, country, measured))) {
        return 2;
    }
    measured.ledger_megabytes = static_cast<double>(std::filesystem::file_size(path)) / 1e6;
    if (!time_statements(*ledger, *inputs, country, measured) ||
        !time_comparison(*ledger, *inputs, country, measured)) {
        return 2;
    }
    const std::string text = table_of(measured);
    std::cout << text;
    if (document != nullptr &&
        !write_between(document, "<!-- mätning av landet -->\n", "<!-- slut på mätning av landet -->", text)) {
        std::cerr << "finsam_bench_national: no marks in " << document << '\n';
        return 2;
    }
    return measured.statements.back() <= most_milliseconds ? 0 : 1;
}

} // namespace
} // namespace finsam::bench

int main(int argc, char** argv) {
    if (argc != 2 && argc != 3 && argc != 5) {
        std::cerr << "finsam_bench_national LEDGER [DOCUMENT] | LEDGER FORBUND YEARS TRANSACTIONS\n";
        return 2;
    }
    finsam::bench::Country country;
    if (argc == 5) {
        country.forbund = std::stoi(argv[2]);
        country.years = std::stoi(argv[3]);
        country.transactions = std::stoi(argv[4]);
    }
    return finsam::bench::run(argv[1], country, argc == 3 ? argv[2] : nullptr);
}
