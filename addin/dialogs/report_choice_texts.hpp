#pragma once
// How the choices of a report are worded, in every dialog that asks for them.

#include "addin/language.hpp"
#include "bridge/report/chart_proposal.hpp"
#include "bridge/report/layout_choice.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace finsam::addin {

inline constexpr std::array<std::string_view, 3> layout_names = {"kr", "ore", "tkr"};
inline constexpr std::array<Text, 3> layout_titles = {{{"Hela kronor", "Whole kronor"},
                                                       {"Kronor och ören", "Kronor and öre"},
                                                       {"Tusental kronor", "Thousands of kronor"}}};
/// In the order of `DocumentKind`.
inline constexpr std::array<DocumentKind, 3> document_kinds = {DocumentKind::annual, DocumentKind::interim,
                                                               DocumentKind::budget};
inline constexpr std::array<Text, 3> document_titles = {
    {{"Årsredovisning", "Annual report"},
     {"Delårsrapport", "Interim report"},
     {"Budget och verksamhetsplan", "Budget and plan of operations"}}};
/// Those of `unit_words`, as people say them.
inline constexpr std::array<Text, unit_words.size()> unit_titles = {{{"kronor och ören", "kronor and öre"},
                                                                     {"kronor", "kronor"},
                                                                     {"tkr", "tkr (thousands)"},
                                                                     {"tkr, en decimal", "tkr, one decimal"},
                                                                     {"tkr, två decimaler", "tkr, two decimals"},
                                                                     {"mnkr", "mnkr (millions)"},
                                                                     {"mnkr, en decimal", "mnkr, one decimal"},
                                                                     {"mnkr, två decimaler", "mnkr, two decimals"}}};

/// First the credit sign +1, then -1.
inline constexpr std::array<Text, 2> sign_titles = {
    {{"visas positiva", "are shown positive"}, {"visas negativa", "are shown negative"}}};

template <std::size_t N>
[[nodiscard]] std::vector<std::string> picked(Language language, const std::array<Text, N>& texts) {
    std::vector<std::string> list;
    for (const Text& text : texts) {
        list.push_back(pick(language, text));
    }
    return list;
}

/// The units after a first item, which leaves the unit as it is.
[[nodiscard]] inline std::vector<std::string> unit_items(Language language, const Text& as_it_is) {
    std::vector<std::string> items = picked(language, unit_titles);
    items.insert(items.begin(), pick(language, as_it_is));
    return items;
}

/// The word of such an item, "" for the first.
[[nodiscard]] inline std::string_view unit_word(int item) {
    return item < 1 ? std::string_view() : unit_words.at(static_cast<std::size_t>(item) - 1);
}

/// Place in a list; -1 when it is not there.
template <class List>
[[nodiscard]] int index_of(const List& list, std::string_view item) {
    int index = 0;
    for (const auto& one : list) {
        if (one == item) {
            return index;
        }
        ++index;
    }
    return -1;
}

} // namespace finsam::addin
