#pragma once
// What a förbund changes in a layout without writing one: the unit of its tables, and which tables are printed.

#include "bridge/report/layout.hpp"

#include <array>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace finsam {

/// Changes the layout. A table that is not printed is kept as hidden, since others may need its figures. The error is a
/// Swedish sentence that names what is unknown.
[[nodiscard]] tl::expected<void, std::string> choose(Layout& layout, const LayoutChoice& choice);

/// The units that people choose among. (`choose` takes kronor with decimals too, but those with two are öre.)
inline constexpr std::array<std::string_view, 8> unit_words = {"öre",   "kr",   "tkr",    "tkr,1",
                                                               "tkr,2", "mnkr", "mnkr,1", "mnkr,2"};

/// What is chosen for one table, or with an empty key for the whole report; "" when nothing is.
[[nodiscard]] std::string_view chosen_unit(const LayoutChoice& choice, std::string_view table);
/// Chooses it; an empty unit takes the choice back.
void choose_unit(LayoutChoice& choice, std::string_view table, std::string_view unit);

/// The choice without tables that the layout lacks: what was chosen for one shape or document is kept for another.
[[nodiscard]] LayoutChoice choice_within(const Layout& layout, LayoutChoice choice);

[[nodiscard]] bool operator==(const LayoutChoice& a, const LayoutChoice& b);

} // namespace finsam
