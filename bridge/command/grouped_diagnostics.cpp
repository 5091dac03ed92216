#include "bridge/command/grouped_diagnostics.hpp"

#include <array>
#include <fmt/format.h>

namespace finsam::command {
namespace {

constexpr std::size_t places_shown = 5; ///< of warnings that are alike

} // namespace

std::vector<Diagnostic> grouped(const std::vector<Diagnostic>& all) {
    std::vector<Diagnostic> groups;
    std::array<std::size_t, diagnostic_code_count> group_of{}; // index + 1
    std::array<std::uint64_t, diagnostic_code_count> others{};
    std::array<std::string, diagnostic_code_count> places;
    for (const Diagnostic& item : all) {
        const auto code = static_cast<std::size_t>(item.code);
        if (item.severity != Severity::warning || group_of[code] == 0) {
            groups.push_back(item);
            group_of[code] = item.severity == Severity::warning ? groups.size() : group_of[code];
            continue;
        }
        if (++others[code] <= places_shown) {
            const std::string place = item.line == 0 ? item.concerned : fmt::format("rad {}", item.line);
            places[code] += (places[code].empty() || place.empty() ? "" : ", ") + place;
        }
    }
    for (std::size_t code = 0; code < diagnostic_code_count; ++code) {
        if (others[code] > 0) {
            groups[group_of[code] - 1].text +=
                fmt::format(" Och {} till{}{}{}", others[code], places[code].empty() ? "" : ": ", places[code],
                            others[code] > places_shown ? " …" : ".");
        }
    }
    return groups;
}

} // namespace finsam::command
