#pragma once
// [[diagram]]: reading charts, and checking that what they draw exists.

#include "bridge/report/layout.hpp"
#include "bridge/report/toml_fields.hpp"

#include <vector>

namespace finsam {

[[nodiscard]] ChartRule read_chart(const toml::table& toml, TomlErrors& errors);

/// `lines`: of each chart in the file, for the errors. The tables must hold together (`check_references`).
void check_charts(const Layout& layout, const std::vector<std::size_t>& lines, TomlErrors& errors);

} // namespace finsam
