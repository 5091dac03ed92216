#pragma once
// How the choices of a report are worded, in every dialog that asks for them.

#include "addin/language.hpp"
#include "bridge/report/chart_proposal.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace finsam::addin {

inline constexpr std::array<std::string_view, 3> layout_names = {"kr", "ore", "tkr"};
inline constexpr std::array<Text, 3> layout_titles = {{{"Hela kronor", "Whole kronor"},
                                                       {"Kronor och ören", "Kronor and öre"},
                                                       {"Tusental kronor", "Thousands of kronor"}}};
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
