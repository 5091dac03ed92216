#pragma once
// Checks that a layout holds together: what it names exists, kinds have what they need, nothing goes round.

#include "bridge/report/layout.hpp"
#include "bridge/report/toml_fields.hpp"

#include <vector>

namespace finsam {

/// Lines in the file, for the errors; same order as the layout's vectors.
struct LayoutLines {
    std::vector<std::size_t> tables;
    std::vector<std::vector<std::size_t>> rows;
    std::vector<std::size_t> inputs;
    std::vector<std::size_t> checks;
    std::vector<std::size_t> charts;
};

void check_references(const Layout& layout, const LayoutLines& lines, TomlErrors& errors);

} // namespace finsam
