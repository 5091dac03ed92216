#include "bridge/report/chart_proposal.hpp"

#include "bridge/ledger/text_fold.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>
#include <utility>

namespace finsam {
namespace {

using Scores = std::array<int, charts.size()>;

constexpr unsigned kommun = 1, region = 2, bas = 4;
constexpr unsigned public_sector = kommun | region;

/// Accounts of some groups with some word in their name speak for charts.
struct NameSign {
    std::string_view groups; ///< beginnings of account numbers, separated by spaces
    std::string_view words;  ///< any of them, lower case, separated by `|`
    std::string_view not_words;
    std::string_view meaning;
    unsigned speaks_for;
    int weight;
};

constexpr std::string_view pay_words = "lön|arvod|arbetsgivaravg|sociala avg|semester|pension";
constexpr std::string_view no_pay_words = "konsult|revis|lönsam|lokal";

// Sources: BAS; Kommun-Bas (class 5 is personnel, 84 financial income, 85 cost); Region-Bas after L-Bas (class 4 is
// personnel); the accounts that Sjuhärad's notes show.
constexpr NameSign name_signs[] = {
    {"5", pay_words, no_pay_words, "är löner, arvoden och avgifter", kommun, 3},
    {"4", pay_words, no_pay_words, "är löner, arvoden och avgifter", region, 3},
    {"70 71 72 73 74 75", pay_words, no_pay_words, "är löner, arvoden och avgifter", bas, 3},
    {"83", "ränt", "", "är ränteintäkter", bas, 2},
    {"84", "räntekost|kostnadsränt|dröjsmålsränta lev", "", "är räntekostnader", bas, 2},
    {"84", "ränteint|intäktsränt|finansiella int|ränta på bank|bankränt", "", "är finansiella intäkter", public_sector,
     2},
    {"85", "ränt|finansiella kost|bankkost", "", "är finansiella kostnader", public_sector, 2},
    {"77 78", "avskriv|nedskriv", "", "är avskrivningar", bas, 2},
    {"79", "avskriv|nedskriv", "", "är avskrivningar", public_sector, 2},
    {"50 51", "hyra|lokal|fastighet|städ", "", "är lokalkostnader", bas, 2},
    {"60", "hyra|lokal|fastighet", "", "är lokalkostnader", public_sector, 1},
    {"45 46", "lämnade bidrag|köp av huvudverksamhet|köp av verksamhet|entreprenad", "",
     "är bidrag och köpt verksamhet", kommun, 2},
    {"55", "verksamhetsankn|tjänst|konsult", "förbrukning", "är köpta tjänster", region, 1},
    {"351", "driftbidrag|bidrag", "", "är driftbidrag", public_sector, 1},
    {"2411", "leverantör", "", "är leverantörsskulder", region, 1},
    {"642", "revis", "", "är revision", bas, 1},
    {"899 2099", "årets resultat|redovisat resultat", "", "är årets resultat", bas, 1},
};

/// How accounts of a group sum in the report year, for books whose names say nothing.
struct SumSign {
    std::string_view group;
    int sign; ///< +1 debit, -1 credit
    std::string_view meaning;
    unsigned speaks_for;
};

constexpr SumSign sum_signs[] = {
    {"83", -1, "har intäkter", bas},
    {"84", +1, "har kostnader", bas},
    {"84", -1, "har intäkter", public_sector},
    {"85", +1, "har kostnader", public_sector},
};

template <class Visit>
bool any_part(std::string_view list, char separator, Visit visit) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(separator), list.size());
        if (visit(list.substr(0, end))) {
            return true;
        }
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

bool holds_word(const std::string& name, std::string_view words) {
    return any_part(words, '|', [&](std::string_view word) { return name.find(word) != std::string::npos; });
}

/// "5xxx", "351x": the group as people write it; groups of several are told by their accounts alone.
std::string shown_group(std::string_view groups) {
    std::string text;
    any_part(groups, ' ', [&](std::string_view group) {
        text +=
            (text.empty() ? "" : ", ") + std::string(group) + std::string(group.size() < 4 ? 4 - group.size() : 0, 'x');
        return false;
    });
    return text;
}

/// Signs found, with the charts that they speak for.
struct Finding {
    std::string text;
    unsigned speaks_for = 0;
    int weight = 0;
};

class Findings {
public:
    explicit Findings(const Books& books) : books_(books) {
        for (const auto& [account, name] : books.account_names) {
            folded_.emplace_back(account, fold_case(name));
        }
        for (const NameSign& sign : name_signs) {
            look_at_names(sign);
        }
        for (const SumSign& sign : sum_signs) {
            look_at_sums(sign);
        }
        look_at_chart_type();
        std::ranges::stable_sort(found_, [](const Finding& a, const Finding& b) { return a.weight > b.weight; });
    }

    [[nodiscard]] const std::vector<Finding>& all() const noexcept { return found_; }

    [[nodiscard]] Scores scores() const {
        Scores scores{};
        for (const Finding& one : found_) {
            for (std::size_t i = 0; i < charts.size(); ++i) {
                scores[i] += (one.speaks_for >> i & 1U) != 0 ? one.weight : 0;
            }
        }
        return scores;
    }

private:
    void look_at_names(const NameSign& sign) {
        constexpr std::size_t most_shown = 3;
        std::vector<std::string> accounts;
        for (const auto& [account, name] : folded_) {
            const bool in_group =
                any_part(sign.groups, ' ', [&](std::string_view group) { return account.starts_with(group); });
            if (in_group && holds_word(name, sign.words) && !holds_word(name, sign.not_words)) {
                accounts.push_back(account + " " + books_.account_names.find(account)->second);
            }
        }
        if (accounts.empty()) {
            return;
        }
        std::string shown = accounts.front();
        for (std::size_t i = 1; i < std::min(accounts.size(), most_shown); ++i) {
            shown += ", " + accounts[i];
        }
        if (accounts.size() > most_shown) {
            shown += fmt::format(" och {} till", accounts.size() - most_shown);
        }
        found_.push_back(
            {fmt::format("{} {} ({})", shown_group(sign.groups), sign.meaning, shown), sign.speaks_for, sign.weight});
    }

    void look_at_sums(const SumSign& sign) {
        if (books_.years.empty() || !books_.years.front().result) {
            return;
        }
        Ore sum; // fits: see `largest_books`
        for (const auto& [account, amount] : *books_.years.front().result) {
            sum += account.starts_with(sign.group) ? amount : Ore();
        }
        if (sign.sign > 0 ? sum > Ore() : sum < Ore()) {
            found_.push_back({fmt::format("{} {}", shown_group(sign.group), sign.meaning), sign.speaks_for, 1});
        }
    }

    /// The words that SIE 4C allows in #KPTYP all mean BAS and say little; another word has been put there on purpose.
    void look_at_chart_type() {
        const std::string type = fold_case(books_.chart_type);
        const unsigned speaks_for = holds_word(type, "kommun|k-bas|kbas")                   ? kommun
                                    : holds_word(type, "region|landsting|l-bas|lbas|r-bas") ? region
                                    : holds_word(type, "bas|ne20")                          ? bas
                                                                                            : 0;
        if (speaks_for != 0) {
            found_.push_back(
                {fmt::format("#KPTYP i SIE-filen är {}", books_.chart_type), speaks_for, speaks_for == bas ? 1 : 3});
        }
    }

    const Books& books_;
    std::vector<std::pair<std::string, std::string>> folded_;
    std::vector<Finding> found_;
};

Certainty certainty_of(int score, int next) {
    constexpr int many_signs = 5, clear_lead = 2, wide_lead = 3;
    const int lead = score - next;
    return score >= many_signs && lead >= wide_lead ? Certainty::saker
           : lead >= clear_lead                     ? Certainty::trolig
                                                    : Certainty::osaker;
}

std::string titles(unsigned speaks_for) {
    std::string text;
    for (std::size_t i = 0; i < charts.size(); ++i) {
        if ((speaks_for >> i & 1U) != 0) {
            text += (text.empty() ? "" : " eller ") + std::string(chart_title(charts[i]));
        }
    }
    return text;
}

std::string joined(const std::vector<std::string>& texts) {
    return std::accumulate(texts.begin(), texts.end(), std::string(), [](std::string sum, const std::string& one) {
        return sum + (sum.empty() ? "" : "; ") + one;
    });
}

} // namespace

std::string_view chart_title(Chart chart) noexcept {
    switch (chart) {
    case Chart::kommun_bas: return "Kommun-Bas";
    case Chart::region_bas: return "Region-Bas";
    case Chart::bas: return "BAS";
    }
    return "";
}

std::string_view chart_map_name(Chart chart) noexcept {
    switch (chart) {
    case Chart::kommun_bas: return "kommun-bas";
    case Chart::region_bas: return "region-bas";
    case Chart::bas: return "bas";
    }
    return "";
}

std::optional<Chart> chart_of_map(std::string_view map_name) noexcept {
    const auto found = std::ranges::find_if(charts, [&](Chart chart) { return chart_map_name(chart) == map_name; });
    return found == charts.end() ? std::nullopt : std::optional(*found);
}

std::string_view swedish_name(Certainty certainty) noexcept {
    switch (certainty) {
    case Certainty::saker: return "säker";
    case Certainty::trolig: return "trolig";
    case Certainty::osaker: return "osäker";
    }
    return "";
}

std::optional<ChartProposal> propose_chart(const Books& books) {
    const Findings findings(books);
    Scores scores = findings.scores();
    const auto best = std::ranges::max_element(scores); // of equals Kommun-Bas, which most förbund have
    if (*best == 0) {
        return std::nullopt;
    }
    const auto index = static_cast<std::size_t>(best - scores.begin());
    const int score = std::exchange(*best, 0);
    ChartProposal proposal;
    proposal.chart = charts[index];
    proposal.certainty = certainty_of(score, *std::ranges::max_element(scores));
    for (const Finding& one : findings.all()) {
        if ((one.speaks_for >> index & 1U) != 0) {
            proposal.reasons.push_back(one.text);
        } else {
            proposal.objections.push_back(one.text + " som i " + titles(one.speaks_for));
        }
    }
    return proposal;
}

std::string describe(const ChartProposal& proposal) {
    std::string text = fmt::format("Kontoplanen ser ut att vara {} ({}): {}.", chart_title(proposal.chart),
                                   swedish_name(proposal.certainty), joined(proposal.reasons));
    return proposal.objections.empty() ? text : text + " Däremot: " + joined(proposal.objections) + ".";
}

std::string chart_hint(const std::optional<ChartProposal>& proposal, std::string_view map_name) {
    const auto chosen = chart_of_map(map_name);
    if (!proposal || !chosen || *chosen == proposal->chart || proposal->certainty == Certainty::osaker) {
        return {};
    }
    return fmt::format("{} Rapporten är gjord med kartan {} för {}. Välj --kontoplan {} om kontoplanen är {}.",
                       describe(*proposal), map_name, chart_title(*chosen), chart_map_name(proposal->chart),
                       chart_title(proposal->chart));
}

} // namespace finsam
