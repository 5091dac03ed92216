#pragma once
// The annual report workbook of a layout, with no figures in it: the template.

#include "bridge/report/layout.hpp"
#include "templates/builder/capacities.hpp"
#include "templates/builder/sheet_model.hpp"

namespace finsam::workbook {

/// `capacities` must be given to whoever fills or reads the workbook too.
[[nodiscard]] Workbook build_workbook(const Layout& layout, const Capacities& capacities = {});

} // namespace finsam::workbook
