#include "bridge/command/compare_source.hpp"

#include "bridge/command/arguments.hpp"
#include "bridge/command/language.hpp"
#include "bridge/command/report_source.hpp"
#include "bridge/command/text_file.hpp"
#include "bridge/report/embedded.hpp"
#include "bridge/report/forbund_maps.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>

namespace finsam::command {
namespace {

namespace fs = std::filesystem;
template <class T>
using Expected = tl::expected<T, std::string>;

/// Maps and typed input by the names they were asked for, each read once.
class Inputs {
public:
    Expected<const AccountMap*> map(const std::string& name) {
        return read(maps_, name, [](const std::string& file) -> Expected<AccountMap> {
            const auto csv = read_built_in_or_file(file, ".csv");
            return csv ? AccountMap::from_csv(*csv) : tl::unexpected(csv.error());
        });
    }

    Expected<const InsatsList*> budget(const std::string& path) {
        return read(budgets_, path, [](const std::string& file) -> Expected<InsatsList> {
            const auto csv = read_optional_file(file);
            return csv ? read_budget_csv(*csv) : tl::unexpected(csv.error());
        });
    }

    /// Nothing typed for "".
    Expected<const TypedInput*> typed(const std::string& path) {
        return read(typed_, path, [](const std::string& file) -> Expected<TypedInput> {
            const auto toml = read_optional_file(file);
            return toml ? TypedInput::from_toml(*toml) : tl::unexpected(toml.error());
        });
    }

private:
    template <class T, class Read>
    static Expected<const T*> read(std::map<std::string, T>& known, const std::string& name, Read read_file) {
        const auto found = known.find(name);
        if (found != known.end()) {
            return &found->second;
        }
        auto value = read_file(name);
        if (!value) {
            const bool names_it = value.error().find(name) != std::string::npos;
            return tl::unexpected(names_it ? value.error() : fmt::format("{}: {}", name, value.error()));
        }
        return &known.emplace(name, std::move(*value)).first->second;
    }

    std::map<std::string, AccountMap> maps_;
    std::map<std::string, TypedInput> typed_;
    std::map<std::string, InsatsList> budgets_;
};

/// Files that the TOML file names stand beside it.
std::string beside(const std::string& toml_file, const std::string& name) {
    if (name.empty() || find_embedded(name, ".csv") || fs::path(name).is_absolute()) {
        return name;
    }
    return (fs::path(toml_file).parent_path() / name).string();
}

/// Those of the file, then those of the command line, which go before.
Expected<std::vector<ForbundMap>> chosen_maps(const CompareOptions& options) {
    std::vector<ForbundMap> maps;
    if (!options.maps_file.empty()) {
        const auto toml = read_optional_file(options.maps_file);
        if (!toml) {
            return tl::unexpected(toml.error());
        }
        auto listed = read_forbund_maps(*toml);
        if (!listed) {
            return tl::unexpected(fmt::format("{}: {}", options.maps_file, listed.error()));
        }
        for (ForbundMap& one : *listed) {
            for (auto& [year, file] : one.budgets) {
                file = beside(options.maps_file, file);
            }
            maps.push_back({std::move(one.forbund), beside(options.maps_file, one.map),
                            beside(options.maps_file, one.input), std::move(one.budgets)});
        }
    }
    for (const std::string& own : options.own_maps) {
        const auto equals = own.rfind('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == own.size()) {
            return tl::unexpected(
                fmt::format("--karta-for {}: skriv förbundets namn eller nummer, = och kartan.", own));
        }
        maps.push_back({own.substr(0, equals), own.substr(equals + 1), ""});
    }
    return maps;
}

/// A file of --budget-for: "222000-1111 2024=budget.csv"; without a year it is of the last one that is compared.
struct OwnBudget {
    std::string forbund, file;
    int year;
};

Expected<OwnBudget> own_budget(const std::string& own, const std::vector<int>& years) {
    const auto equals = own.rfind('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == own.size()) {
        return tl::unexpected(fmt::format("--budget-for {}: skriv förbundets namn eller nummer, räkenskapsåret, = och "
                                          "filen.",
                                          own));
    }
    OwnBudget out{own.substr(0, equals), own.substr(equals + 1), years.empty() ? 0 : years.front()};
    const auto blank = out.forbund.rfind(' ');
    int year = 0;
    const char* end = out.forbund.data() + out.forbund.size();
    if (blank != std::string::npos && end - out.forbund.data() == static_cast<std::ptrdiff_t>(blank) + 5 &&
        std::from_chars(end - 4, end, year).ptr == end) {
        out.year = year;
        out.forbund.resize(blank);
    }
    if (std::ranges::find(years, out.year) == years.end()) {
        return tl::unexpected(fmt::format("--budget-for {}: året {} är inte med i jämförelsen.", own, out.year));
    }
    return out;
}

bool is_same(const LedgerForbund& a, const LedgerForbund& b) {
    return a.organisation_number == b.organisation_number && a.name == b.name;
}

Expected<std::map<int, const InsatsList*>> read_budgets(const std::map<int, std::string>& files, Inputs& store) {
    std::map<int, const InsatsList*> budgets;
    for (const auto& [year, file] : files) {
        const auto list = store.budget(file);
        if (!list) {
            return tl::unexpected(list.error());
        }
        budgets.emplace(year, *list);
    }
    return budgets;
}

/// What is chosen for a förbund: files and names.
struct Choice {
    std::string map, input;
    std::map<int, std::string> budgets;
};

/// What each förbund is read with, as the file and then the command line say.
Expected<std::vector<Choice>> choices_of(const Ledger& ledger, const std::vector<LedgerForbund>& forbund,
                                         const std::vector<int>& years, const CompareOptions& options) {
    const auto maps = chosen_maps(options);
    if (!maps) {
        return tl::unexpected(maps.error());
    }
    std::vector<Choice> choices(forbund.size(), Choice{options.map_name(), "", {}});
    const auto change = [&](const std::string& asked, auto change_one) -> Expected<void> {
        const auto meant = find_forbund(ledger, asked);
        if (!meant) {
            return tl::unexpected(meant.error().text);
        }
        for (std::size_t i = 0; i < forbund.size(); ++i) {
            if (is_same(forbund[i], *meant)) {
                change_one(choices[i]);
            }
        }
        return {};
    };
    for (const ForbundMap& one : *maps) {
        const auto changed = change(one.forbund, [&](Choice& choice) {
            choice.map = one.map;
            choice.input = one.input.empty() ? choice.input : one.input;
            choice.budgets.insert(one.budgets.begin(), one.budgets.end());
        });
        if (!changed) {
            return tl::unexpected(changed.error());
        }
    }
    for (const std::string& own : options.budgets) {
        const auto budget = own_budget(own, years);
        const auto changed =
            budget ? change(budget->forbund, [&](Choice& choice) { choice.budgets[budget->year] = budget->file; })
                   : Expected<void>(tl::unexpected(budget.error()));
        if (!changed) {
            return tl::unexpected(changed.error());
        }
    }
    return choices;
}

Expected<std::vector<ForbundInputs>> inputs_of(const std::vector<LedgerForbund>& forbund,
                                               const std::vector<Choice>& choices, Inputs& store) {
    std::vector<ForbundInputs> list;
    for (std::size_t i = 0; i < forbund.size(); ++i) {
        const auto map = store.map(choices[i].map);
        if (!map) {
            return tl::unexpected(map.error());
        }
        const auto typed = store.typed(choices[i].input);
        if (!typed) {
            return tl::unexpected(typed.error());
        }
        auto budgets = read_budgets(choices[i].budgets, store);
        if (!budgets) {
            return tl::unexpected(budgets.error());
        }
        list.push_back({forbund[i], fs::path(choices[i].map).filename().string(), *map, *typed, std::move(*budgets)});
    }
    return list;
}

Expected<Comparison> compare(const CompareOptions& options) {
    const auto ledger = Ledger::open_existing(options.ledger);
    if (!ledger) {
        return tl::unexpected(ledger.error().text);
    }
    const auto forbund = ledger_forbund(*ledger, options.forbund);
    if (!forbund) {
        return tl::unexpected(forbund.error().text);
    }
    const auto years = comparison_years(*ledger, *forbund, options.last_year, options.years);
    if (!years) {
        return tl::unexpected(years.error().text);
    }
    const auto choices = choices_of(*ledger, *forbund, *years, options);
    if (!choices) {
        return tl::unexpected(choices.error());
    }
    Inputs store;
    const auto inputs = inputs_of(*forbund, *choices, store);
    if (!inputs) {
        return tl::unexpected(inputs.error());
    }
    const Layout layout = comparison_layout();
    Comparison comparison{*years, {}};
    for (const ForbundInputs& one : *inputs) {
        progress(fmt::format("Jämför {} ({} av {})", one.forbund.name, comparison.forbund.size() + 1, inputs->size()));
        auto compared = compare_forbund(*ledger, layout, one, comparison.years);
        if (!compared) {
            return tl::unexpected(compared.error().text);
        }
        comparison.forbund.push_back(std::move(*compared));
    }
    return comparison;
}

} // namespace

void CompareOptions::add_to(Arguments& command) {
    constexpr int most_years = 30;
    command.add("--huvudbok", ledger, help("huvudbok med förbundens SIE-filer", "ledger with the SIE files"))
        .required()
        .value(help("FIL", "FILE"));
    command
        .add("--ar", last_year, help("sista räkenskapsåret, annars det senaste", "last fiscal year, else the latest"))
        .value(help("ÅR", "YEAR"));
    command.add("--antal-ar", years, help("antal år bakåt, det sista medräknat", "years back, with the last one"))
        .within(1, most_years)
        .show_default()
        .value(help("ANTAL", "COUNT"));
    command
        .add("--forbund", forbund,
             help("namn eller organisationsnummer; upprepas. Annars alla i huvudboken",
                  "name or organisation number; repeat. Else all in the ledger"))
        .value(help("NAMN", "NAME"))
        .one_value_each();
    add_map_options(command, map, chart,
                    help("kontokarta för förbund utan egen: kommun-bas, region-bas, bas eller en CSV-fil",
                         "account map of those without their own: kommun-bas, region-bas, bas or a CSV file"),
                    help("kontoplanen hos förbund utan egen karta; dess karta följer med programmet",
                         "chart of accounts of those without their own map; its map comes with the program"));
    command
        .add("--karta-for", own_maps,
             help("ett förbunds karta: NAMN=KARTA; upprepas", "the map of one: NAME=MAP; repeat"))
        .value(help("NAMN=KARTA", "NAME=MAP"))
        .one_value_each();
    command
        .add("--budget-for", budgets,
             help("ett förbunds budget per insats (CSV): ”NAMN ÅR=FIL”; utan år det sista; upprepas. Annars #PBUDGET",
                  "budget of one (CSV): \"NAME YEAR=FILE\"; without a year the last; repeat. Else #PBUDGET"))
        .value(help("NAMN ÅR=FIL", "NAME YEAR=FILE"))
        .one_value_each();
    command
        .add("--kartor", maps_file,
             help("kartor, indata och budgetar per förbund (TOML)", "maps, typed input and budgets of each (TOML)"))
        .value(help("FIL.toml", "FILE.toml"));
}

std::vector<fs::path> CompareOptions::files() const {
    std::vector<fs::path> list = {ledger, map_name()};
    if (!maps_file.empty()) {
        list.emplace_back(maps_file);
    }
    if (const auto maps = chosen_maps(*this)) {
        for (const ForbundMap& one : *maps) {
            list.emplace_back(one.map);
            if (!one.input.empty()) {
                list.emplace_back(one.input);
            }
            for (const auto& [year, file] : one.budgets) {
                list.emplace_back(file);
            }
        }
    }
    for (const std::string& own : budgets) {
        list.emplace_back(own.substr(own.rfind('=') + 1));
    }
    return list;
}

std::optional<Comparison> load_comparison(const CompareOptions& options) {
    auto comparison = compare(options);
    if (!comparison) {
        complain(comparison.error());
        return std::nullopt;
    }
    if (!comparison->has_books()) {
        complain(comparison->years.empty() ? "Huvudboken är tom. Läs in SIE-filer först (finsam importera)."
                                           : fmt::format("Inget av förbunden har ett räkenskapsår som slutar {}.",
                                                         fmt::join(comparison->years, ", ")));
        return std::nullopt;
    }
    for (const ComparedForbund& one : comparison->forbund) {
        if (!one.chart_hint.empty()) {
            complain(fmt::format("{}: {}", one.forbund.name, one.chart_hint));
        }
    }
    return std::move(*comparison);
}

} // namespace finsam::command
