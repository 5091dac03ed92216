#include "templates/builder/cell_address.hpp"

#include <algorithm>

namespace finsam::workbook {

namespace {

std::string absolute(Address at) {
    return "$" + column_name(at.column) + "$" + std::to_string(at.row + 1);
}

bool is_plain(std::string_view name) {
    return std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

} // namespace

std::string column_name(int column) {
    std::string name;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return name;
}

std::string a1(Address at) {
    return column_name(at.column) + std::to_string(at.row + 1);
}

std::string sheet_prefix(std::string_view sheet) {
    if (is_plain(sheet)) {
        return "$" + std::string(sheet);
    }
    std::string quoted;
    for (const char c : sheet) {
        quoted += c == '\'' ? "''" : std::string(1, c);
    }
    return "$'" + quoted + "'";
}

std::string absolute_range(std::string_view sheet, Range range) {
    std::string text = sheet_prefix(sheet) + "." + absolute(range.first);
    if (range.first != range.last) {
        text += ":" + absolute(range.last);
    }
    return text;
}

} // namespace finsam::workbook
