#include "templates/builder/formula.hpp"

namespace finsam::workbook {

std::string to_odf(const Formula& formula) {
    // Functions that OpenFormula 1.2 lacks are stored under the name of whoever brought them.
    static constexpr std::string_view name = "MINIFS(";
    std::string text = formula.text;
    for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at)) {
        text.insert(at, "COM.MICROSOFT.");
        at += std::string_view("COM.MICROSOFT.").size() + name.size();
    }
    return "of:=" + text;
}

std::string to_api(const Formula& formula) {
    std::string text = "=";
    bool in_text = false;
    bool in_reference = false;
    bool in_sheet_name = false;
    bool at_start = false; // of one end of a reference, where OpenFormula has a dot before a cell of the same sheet
    for (const char c : formula.text) {
        if (in_reference) {
            if (c == '\'') {
                in_sheet_name = !in_sheet_name;
            }
            if (!in_sheet_name && c == ']') {
                in_reference = false;
                continue;
            }
            if (at_start && c == '.') {
                at_start = false;
                continue;
            }
            at_start = !in_sheet_name && c == ':';
            text += c;
            continue;
        }
        if (c == '"') {
            in_text = !in_text;
        }
        if (!in_text && c == '[') {
            in_reference = true;
            at_start = true;
            continue;
        }
        text += c;
    }
    return text;
}

std::string cell(Address at, std::string_view sheet) {
    return "[" + (sheet.empty() ? std::string() : sheet_prefix(sheet)) + "." + a1(at) + "]";
}

std::string fixed_cell(Address at, std::string_view sheet) {
    return "[" + absolute_range(sheet, {at, at}) + "]";
}

std::string cells(Range range) {
    return "[." + a1(range.first) + ":." + a1(range.last) + "]";
}

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        result += c;
        if (c == '"') {
            result += c;
        }
    }
    return result + "\"";
}

std::string arguments(const std::vector<std::string>& list) {
    std::string text;
    for (const std::string& one : list) {
        text += (text.empty() ? "" : ";") + one;
    }
    return text;
}

} // namespace finsam::workbook
