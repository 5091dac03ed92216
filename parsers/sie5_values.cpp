#include "parsers/sie5_values.hpp"

#include <chrono>
#include <string>

namespace finsam::sie {
namespace {

/// XML Schema collapses white space around all these values.
std::string_view collapsed(std::string_view text) noexcept {
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// "", "Z", "+01:00" or "-01:00".
bool is_time_zone(std::string_view text) noexcept {
    if (text.empty() || text == "Z") {
        return true;
    }
    return text.size() == 6 && (text[0] == '+' || text[0] == '-') && text[3] == ':' &&
           text.find_first_not_of("0123456789+-:") == std::string_view::npos;
}

} // namespace

std::optional<Period> parse_xml_month(std::string_view text) noexcept {
    text = collapsed(text);
    if (text.size() < 7 || text[4] != '-' || !is_time_zone(text.substr(7))) {
        return std::nullopt;
    }
    const char digits[] = {text[0], text[1], text[2], text[3], text[5], text[6]};
    return parse_sie_period({digits, sizeof digits});
}

std::optional<Date> parse_xml_date(std::string_view text) noexcept {
    text = collapsed(text);
    const std::string_view rest = text.substr(std::min<std::size_t>(10, text.size()));
    return rest.starts_with('T') || is_time_zone(rest) ? parse_iso_date(text.substr(0, 10)) : std::nullopt;
}

ParsedAmount parse_xml_amount(std::string_view text) {
    text = collapsed(text);
    std::string plain;
    if (text.starts_with('+') || text.starts_with('-')) {
        plain = text.starts_with('-') ? "-" : "";
        text.remove_prefix(1);
    }
    plain += text.starts_with('.') && text.size() > 1 ? "0" : "";
    plain += text;
    const auto point = plain.find('.');
    if (point != std::string::npos && plain.size() > 1) {
        while (plain.size() > point + 3 && plain.back() == '0') { // value, not form, decides: fractionDigits of Amount
            plain.pop_back();
        }
        if (plain.size() == point + 1 && point > 0) {
            plain.pop_back(); // "402."
        }
    }
    return parse_amount(plain);
}

bool parse_xml_flag(std::string_view text) noexcept {
    text = collapsed(text);
    return text == "true" || text == "1";
}

Date last_day(Period month) noexcept {
    const std::chrono::year_month_day day =
        std::chrono::year(month.year) / std::chrono::month(month.month) / std::chrono::last;
    return {month.year, month.month, static_cast<std::uint8_t>(static_cast<unsigned>(day.day()))};
}

} // namespace finsam::sie
