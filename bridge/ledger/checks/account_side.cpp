#include "bridge/ledger/checks/account_side.hpp"

#include "bridge/ledger/text_fold.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace finsam {

namespace {

template <std::size_t count>
bool has_any(const std::string& folded, const std::array<std::string_view, count>& words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

// Words in the names of accounts, folded.
constexpr std::array<std::string_view, 11> either_asset = {"avskr",  "nedskr",    "värdeminsk", "värdereg",
                                                           "moms",     "skattekonto", "avräkning",  "osäkra",
                                                           "befarade", "interim",     "obs-"};
constexpr std::array<std::string_view, 11> either_debt = {"moms",     "skattekonto", "skatteskuld", "avräkning",
                                                          "prelim",   "betald",      "debiterad",   "interim",
                                                          "ingående", "fordran",     "obs-"};
constexpr std::array<std::string_view, 8> either_income = {"rabatt", "öres",       "återbetal", "återför",
                                                           "kredit", "periodiser", "avgår",     "förändring"};
constexpr std::array<std::string_view, 17> either_cost = {
    "rabatt",    "öres",     "förändring", "periodiser", "aktiverat", "bidrag",  "ersättning", "sjuklön", "fördel",
    "avräkning", "motkonto", "avdrag",     "erhåll",     "kredit",    "återför", "återbetal",  "avgår"};

/// Cash and bank: class 19 in all three charts.
bool is_money(std::string_view number) noexcept {
    return number.starts_with("19");
}

char type_of(std::string_view number, std::optional<char> type) noexcept {
    if (type) {
        return *type;
    }
    switch (number.front()) {
    case '1': return 'T';
    case '2': return 'S';
    case '3': return 'I';
    case '4':
    case '5':
    case '6':
    case '7': return 'K';
    default: return '?';
    }
}

} // namespace

std::optional<UsualSide> usual_side(std::string_view number, std::string_view name, std::optional<char> type) {
    if (number.empty() || number.starts_with("20") || number.starts_with("89")) {
        return std::nullopt;
    }
    const std::string folded = fold_case(name);
    switch (type_of(number, type)) {
    case 'T':
        if (is_money(number)) {
            return UsualSide{AccountSide::debit, true, "Kassa och bank"};
        }
        return has_any(folded, either_asset) ? std::nullopt
                                             : std::optional(UsualSide{AccountSide::debit, false, "En tillgång"});
    case 'S':
        return has_any(folded, either_debt) ? std::nullopt
                                            : std::optional(UsualSide{AccountSide::credit, true, "En skuld"});
    case 'I':
        return has_any(folded, either_income) ? std::nullopt
                                              : std::optional(UsualSide{AccountSide::credit, true, "En intäkt"});
    case 'K':
        return has_any(folded, either_cost) ? std::nullopt
                                            : std::optional(UsualSide{AccountSide::debit, false, "En kostnad"});
    default: return std::nullopt;
    }
}

} // namespace finsam
