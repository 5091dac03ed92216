#include "bridge/review/label.hpp"

#include "bridge/ledger/text_fold.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace finsam::review {
namespace {

using namespace std::string_view_literals;

/// Letters of Swedish names without their diacritics; other characters beyond ASCII become spaces.
std::string without_diacritics(std::string_view folded) {
    static constexpr std::array<std::pair<std::string_view, char>, 6> letters = {
        {{"å", 'a'}, {"ä", 'a'}, {"ö", 'o'}, {"é", 'e'}, {"è", 'e'}, {"ü", 'u'}}};
    std::string out;
    while (!folded.empty()) {
        char as = ' ';
        std::size_t length = 1;
        if (static_cast<unsigned char>(folded.front()) < 0x80) {
            as = folded.front();
        } else {
            for (const auto& [from, to] : letters) {
                if (folded.starts_with(from)) {
                    as = to;
                    length = from.size();
                }
            }
        }
        out += as;
        folded.remove_prefix(length);
    }
    return out;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 30> written_out = {{
    {"ovr", "ovriga"},
    {"avs", "avsattningar"},
    {"avsattn", "avsattningar"},
    {"ek", "eget kapital"},
    {"verks", "verksamhetens"},
    {"verksamh", "verksamhetens"},
    {"fin", "finansiella"},
    {"kortfr", "kortfristiga"},
    {"korta", "kortfristiga"},
    {"langfr", "langfristiga"},
    {"langa", "langfristiga"},
    {"likv", "likvida"},
    {"anl", "anlaggningstillgangar"},
    {"anltillgangar", "anlaggningstillgangar"},
    {"oms", "omsattningstillgangar"},
    {"omstillgangar", "omsattningstillgangar"},
    {"totalt", "summa"},
    {"total", "summa"},
    {"totala", "summa"},
    {"summma", "summa"},
    {"sa", "summa"},
    {"exkl", "exklusive"},
    {"inkl", "inklusive"},
    {"ib", "ingaende balans"},
    {"ub", "utgaende balans"},
    {"extraord", "extraordinara"},
    {"resultatrakn", "resultatrakningen"},
    {"fordr", "fordringar"},
    {"moms", "mervardesskatt"},
    {"fg", "foregaende"},
}};

constexpr std::array passed_over = {"och"sv, "samt"sv, "av"sv, "i"sv,  "for"sv, "fran"sv, "till"sv, "pa"sv,
                                    "vid"sv, "den"sv,  "de"sv, "mm"sv, "m"sv,   "kr"sv,   "tkr"sv,  "mnkr"sv};

/// Words that change what a row is; a label with one of them is never another label without it.
constexpr std::array deciding = {
    "intakt"sv,   "kostnad"sv,   "skuld"sv,    "fordring"sv,  "borja"sv,    "slut"sv,        "kortfris"sv,
    "langfris"sv, "kapital"sv,   "resultat"sv, "kassaflod"sv, "summa"sv,    "finansiell"sv,  "extraord"sv,
    "medlem"sv,   "placering"sv, "fore"sv,     "efter"sv,     "ovrig"sv,    "invester"sv,    "finansiering"sv,
    "forlust"sv,  "vinst"sv,     "undantag"sv, "likvida"sv,   "tillgang"sv, "reservering"sv, "anvandning"sv};

bool is_deciding(std::string_view word) {
    return std::ranges::any_of(deciding, [&](std::string_view stem) { return word.starts_with(stem); });
}

/// Optimal string alignment distance, counted no further than `most`.
std::size_t distance(std::string_view a, std::string_view b, std::size_t most) {
    if (a.size() > b.size() + most || b.size() > a.size() + most) {
        return most + 1;
    }
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        last[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
        before.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

std::size_t length_of(const Words& words) {
    std::size_t length = 0;
    for (const std::string& word : words) {
        length += word.size();
    }
    return length;
}

/// Letters of the words of `a` that stand in `b`; every word of `b` is used once.
std::size_t shared_length(const Words& a, const Words& b) {
    std::vector<bool> used(b.size());
    std::size_t length = 0;
    for (const std::string& word : a) {
        for (std::size_t i = 0; i < b.size(); ++i) {
            if (!used[i] && is_same_word(word, b[i])) {
                used[i] = true;
                length += word.size() + b[i].size();
                break;
            }
        }
    }
    return length;
}

bool lacks_deciding_word(const Words& a, const Words& b) {
    return std::ranges::any_of(a, [&](const std::string& word) {
        return is_deciding(word) &&
               std::ranges::none_of(b, [&](const std::string& other) { return is_same_word(word, other); });
    });
}

void add_word(Words& words, const std::string& word) {
    const bool number = std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
    if (number || std::ranges::find(passed_over, word) != passed_over.end()) {
        return;
    }
    const auto found = std::ranges::find(written_out, word, &std::pair<std::string_view, std::string_view>::first);
    if (found == written_out.end()) {
        words.push_back(word);
        return;
    }
    std::string_view text = found->second;
    if (const auto blank = text.find(' '); blank != std::string_view::npos) {
        words.emplace_back(text.substr(0, blank));
        text.remove_prefix(blank + 1);
    }
    words.emplace_back(text);
}

} // namespace

std::vector<std::string> printed_words(std::string_view label) {
    std::vector<std::string> words;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) {
            words.push_back(std::move(word));
        }
        word.clear();
    };
    for (const char c : without_diacritics(fold_case(label))) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            word += c;
        } else if (c != ':' || word != "s") { // "s:a" is one word
            end_word();
        }
    }
    end_word();
    return words;
}

Words words_of(std::string_view label) {
    Words words;
    for (const std::string& word : printed_words(label)) {
        add_word(words, word);
    }
    return words;
}

bool is_same_or_misprint(std::string_view a, std::string_view b) {
    if (a == b) {
        return true;
    }
    const std::size_t shorter = std::min(a.size(), b.size()), longer = std::max(a.size(), b.size());
    if (shorter >= 4 && longer - shorter <= 3 && a.substr(0, shorter) == b.substr(0, shorter)) {
        return true; // another ending
    }
    const std::size_t most = shorter >= 10 ? 2 : shorter >= 5 ? 1 : 0;
    return most > 0 && distance(a, b, most) <= most;
}

double similarity(const Words& a, const Words& b) {
    const std::size_t shared = shared_length(a, b); // of most pairs none, which ends it soonest
    if (shared == 0 || lacks_deciding_word(a, b) || lacks_deciding_word(b, a)) {
        return 0.0;
    }
    return static_cast<double>(shared) / static_cast<double>(length_of(a) + length_of(b));
}

double containment(const Words& a, const Words& b) {
    const Words& shorter = length_of(a) <= length_of(b) ? a : b;
    const Words& longer = &shorter == &a ? b : a;
    std::size_t length = 0;
    for (const std::string& word : shorter) {
        const bool stands =
            std::ranges::any_of(longer, [&](const std::string& other) { return is_same_word(word, other); });
        length += stands ? word.size() : 0;
    }
    return length < 5 ? 0.0 : static_cast<double>(length) / static_cast<double>(length_of(shorter));
}

std::vector<Words> label_forms(std::string_view label) {
    std::vector<Words> forms = {words_of(label)};
    const std::size_t open = label.find('('), close = label.find(')', open);
    if (open != std::string_view::npos && close != std::string_view::npos) {
        forms.push_back(words_of(std::string(label.substr(0, open)) + std::string(label.substr(close + 1))));
        forms.push_back(words_of(label.substr(open + 1, close - open - 1)));
    }
    std::erase_if(forms, [](const Words& words) { return words.empty(); });
    return forms;
}

bool is_sum_label(std::string_view label) {
    const Words words = words_of(label);
    return !words.empty() && is_same_word(words.front(), "summa");
}

bool is_part_label(std::string_view label) {
    const Words words = words_of(label);
    const auto is_of_which = [](std::string_view word) {
        return word == "varav" || word == "darav" || word == "harav";
    };
    return !words.empty() && (is_of_which(words.front()) || is_of_which(words.back()));
}

} // namespace finsam::review
