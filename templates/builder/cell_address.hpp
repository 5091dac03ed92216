#pragma once

#include <string>

namespace finsam::workbook {

/// "A" for 0, "AB" for 27.
[[nodiscard]] std::string column_name(int column);

} // namespace finsam::workbook
