#include "bridge/command/csv_text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam::command {

std::string csv_field(std::string_view text) {
    const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    std::string field = formula ? "'" : "";
    field += text;
    if (field.find_first_of(";\"\n\r") == std::string::npos) {
        return field;
    }
    std::string quoted = "\"";
    for (const char c : field) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + "\"";
}

std::string csv_value(const Value& value) {
    std::string text;
    if (const Ore* amount = std::get_if<Ore>(&value)) {
        text = to_decimal_kronor(*amount);
    } else if (const double* number = std::get_if<double>(&value)) {
        text = fmt::format("{:.10g}", *number);
    }
    std::ranges::replace(text, '.', ',');
    return text;
}

} // namespace finsam::command
