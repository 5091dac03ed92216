#pragma once
// What a förbund changes in a layout without writing one: the unit of its tables, and which tables are printed.

#include "bridge/report/layout.hpp"

#include <string>
#include <tl/expected.hpp>

namespace finsam {

/// Changes the layout. A table that is not printed is kept as hidden, since others may need its figures. The error is a
/// Swedish sentence that names what is unknown.
[[nodiscard]] tl::expected<void, std::string> choose(Layout& layout, const LayoutChoice& choice);

} // namespace finsam
