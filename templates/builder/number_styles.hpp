#pragma once
// Number formats as ODF. Minus is U+2212 (CLDR sv), zero in a statement is printed "-".

#include "templates/builder/sheet_model.hpp"

#include <pugixml.hpp>
#include <string>

namespace finsam::workbook {

/// "Belopp_kr", "Andel_1" ...; "" for `general`.
[[nodiscard]] std::string number_style_name(const NumberFormat& format);
/// Appends the format, and the formats it chooses among.
void write_number_style(pugi::xml_node automatic, const NumberFormat& format);

/// Amounts of a part, in parentheses: "(−75)".
[[nodiscard]] std::string part_number_style_name(const NumberFormat& format);
void write_part_number_style(pugi::xml_node styles, const NumberFormat& format);

} // namespace finsam::workbook
