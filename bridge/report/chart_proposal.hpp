#pragma once
// Which chart of accounts the books seem to follow. SIE does not say: #KPTYP has no word for Kommun-Bas and Region-Bas
// (SIE 4C). The classes mean different things in the three charts, so the names of the accounts tell. A proposal with
// its reasons, for people to judge; nothing is chosen by it.

#include "bridge/ledger/books.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace finsam {

enum class Chart : std::uint8_t { kommun_bas, region_bas, bas };
inline constexpr std::array<Chart, 3> charts = {Chart::kommun_bas, Chart::region_bas, Chart::bas};

/// "Kommun-Bas".
[[nodiscard]] std::string_view chart_title(Chart chart) noexcept;
/// Name of the account map that comes with the program: "kommun-bas".
[[nodiscard]] std::string_view chart_map_name(Chart chart) noexcept;
/// The chart whose map has that name; nothing for a map of people's own.
[[nodiscard]] std::optional<Chart> chart_of_map(std::string_view map_name) noexcept;

enum class Certainty : std::uint8_t { saker, trolig, osaker };
/// "säker", "trolig", "osäker".
[[nodiscard]] std::string_view swedish_name(Certainty certainty) noexcept;

struct ChartProposal {
    Chart chart = Chart::kommun_bas;
    Certainty certainty = Certainty::osaker;
    /// Swedish, without a full stop: "5xxx är löner och arvoden (5010 Löner)". Heaviest first.
    std::vector<std::string> reasons;
    std::vector<std::string> objections; ///< what speaks for another chart, with its name
};

/// Nothing when no account tells. `saker`: several signs and hardly any against; `trolig`: a clear lead; else `osaker`.
[[nodiscard]] std::optional<ChartProposal> propose_chart(const Books& books);

/// "Kontoplanen ser ut att vara BAS (säker): ...": what a user reads of it.
[[nodiscard]] std::string describe(const ChartProposal& proposal);

/// What to say when the chosen map is of another chart than the proposed one; "" when it fits, when the map is people's
/// own or when the proposal is `osaker`.
[[nodiscard]] std::string chart_hint(const std::optional<ChartProposal>& proposal, std::string_view map_name);

} // namespace finsam
