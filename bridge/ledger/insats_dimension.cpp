#include "bridge/ledger/insats_dimension.hpp"

#include "bridge/ledger/text_fold.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

namespace finsam {

namespace {

constexpr std::array<std::string_view, 5> words = {"insats", "aktivitet", "projekt", "verksamhet", "ansvar"};

/// Smaller is better: no objects, which word, only a part of the name, a division.
using Rank = std::tuple<bool, std::size_t, bool, bool>;

std::optional<Rank> rank(const DimensionUse& dimension) {
    const std::string name = fold_case(dimension.info.name);
    for (std::size_t word = 0; word < words.size(); ++word) {
        if (name.find(words[word]) != std::string::npos) {
            return Rank{!dimension.has_objects, word, name != words[word], !dimension.parent.empty()};
        }
    }
    return std::nullopt;
}

} // namespace

std::string_view reserved_dimension_name(std::string_view number) noexcept {
    struct Reserved {
        std::string_view number, name;
    };
    static constexpr std::array<Reserved, 7> reserved = {{{"1", "Kostnadsställe"},
                                                          {"2", "Kostnadsbärare"},
                                                          {"6", "Projekt"},
                                                          {"7", "Anställd"},
                                                          {"8", "Kund"},
                                                          {"9", "Leverantör"},
                                                          {"10", "Faktura"}}};
    const auto found =
        std::find_if(reserved.begin(), reserved.end(), [&](const Reserved& r) { return r.number == number; });
    return found == reserved.end() ? std::string_view() : found->name;
}

std::string find_insats_dimension(const std::vector<DimensionUse>& dimensions) {
    std::optional<Rank> best;
    std::string number;
    for (const auto& dimension : dimensions) {
        const auto own = rank(dimension);
        if (own && (!best || *own < *best)) {
            best = own;
            number = dimension.info.number;
        }
    }
    return number;
}

} // namespace finsam
