#pragma once
// Cell addresses as Calc writes them. Rows and columns count from 0 in code and from 1 (A) in text.

#include <string>
#include <string_view>

namespace finsam::workbook {

struct Address {
    int row = 0;
    int column = 0;
    friend auto operator<=>(const Address&, const Address&) = default;
};

struct Range {
    Address first, last;
};

/// "A" for 0, "AB" for 27.
[[nodiscard]] std::string column_name(int column);

/// "C5"
[[nodiscard]] std::string a1(Address at);

/// "$'Översikt'": a sheet's name as an absolute part of a reference; plain ASCII names need no quotes.
[[nodiscard]] std::string sheet_prefix(std::string_view sheet);

/// "$Saldon.$C$6:$C$90", the form of named ranges in ODF and in the office's API.
[[nodiscard]] std::string absolute_range(std::string_view sheet, Range range);

} // namespace finsam::workbook
