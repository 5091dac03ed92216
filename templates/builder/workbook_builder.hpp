#pragma once
// The annual report workbook of a layout, with no figures in it: the template.

#include "bridge/report/layout.hpp"
#include "templates/builder/sheet_model.hpp"

namespace finsam::workbook {

[[nodiscard]] Workbook build_workbook(const Layout& layout);

} // namespace finsam::workbook
