#include "bridge/review/documents/number_format.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <optional>
#include <vector>

namespace finsam::review {
namespace {

/// One section of a format: "[>=500][$-41D]#,##0,".
struct Section {
    std::string before, after; ///< literal text round the digits
    std::string condition;     ///< ">=500"
    bool has_digits = false, is_percent = false, is_grouped = false, is_date = false, is_general = false;
    int decimals = 0, thousands = 0;
};

bool is_digit_mark(char c) {
    return c == '0' || c == '#' || c == '?';
}

class FormatReader {
public:
    explicit FormatReader(std::string_view format) : format_(format) {}

    std::vector<Section> run() {
        std::vector<Section> sections(1);
        while (at_ < format_.size()) {
            if (format_[at_] == ';') {
                sections.emplace_back();
                decimal_ = false;
                ++at_;
            } else {
                read_part(sections.back());
            }
        }
        return sections;
    }

private:
    void literal(Section& section, std::string_view text) {
        (section.has_digits ? section.after : section.before) += text;
    }

    void read_part(Section& section) {
        const char c = format_[at_];
        if (c == '"' || c == '[') {
            read_enclosed(section, c == '"' ? '"' : ']');
        } else if (c == '\\' || c == '_' || c == '*') {
            const std::size_t length = at_ + 1 < format_.size() ? character_length(at_ + 1) : 0;
            if (c == '\\') {
                literal(section, format_.substr(at_ + 1, length));
            }
            at_ += 1 + length;
        } else if (format_.substr(at_).starts_with("General")) {
            section.is_general = section.has_digits = true;
            at_ += std::string_view("General").size();
        } else {
            read_mark(section, c);
        }
    }

    std::size_t character_length(std::size_t at) const {
        std::size_t end = at + 1;
        while (end < format_.size() && (static_cast<unsigned char>(format_[end]) & 0xC0) == 0x80) {
            ++end;
        }
        return end - at;
    }

    void read_enclosed(Section& section, char closing) {
        const std::size_t end = std::min(format_.find(closing, at_ + 1), format_.size());
        const std::string_view inside = format_.substr(at_ + 1, end - at_ - 1);
        if (closing == '"') {
            literal(section, inside);
        } else if (!inside.empty() && std::string_view("<>=").find(inside.front()) != std::string_view::npos) {
            section.condition = inside;
        }
        at_ = end + 1;
    }

    void read_mark(Section& section, char c) {
        if (is_digit_mark(c)) {
            section.has_digits = true;
            section.decimals += decimal_ ? 1 : 0;
            section.is_grouped = section.is_grouped || comma_ > 0;
            comma_ = 0;
        } else if (c == '.' && section.has_digits) {
            finish_commas(section);
            decimal_ = true;
        } else if (c == ',' && section.has_digits) {
            ++comma_;
            if (at_ + 1 >= format_.size() || !(is_digit_mark(format_[at_ + 1]) || format_[at_ + 1] == ',')) {
                finish_commas(section);
            }
        } else if (c == '%') {
            section.is_percent = true;
            literal(section, "%");
        } else if (c == 'y' || c == 'Y') {
            section.is_date = true;
        } else if (c != '@') {
            literal(section, format_.substr(at_, 1));
        }
        ++at_;
    }

    /// Commas that no digit follows divide by a thousand.
    void finish_commas(Section& section) {
        section.thousands += comma_;
        comma_ = 0;
    }

    std::string_view format_;
    std::size_t at_ = 0;
    bool decimal_ = false;
    int comma_ = 0;
};

bool meets(const std::string& condition, double value) {
    const std::size_t digits = condition.find_first_not_of("<>=");
    if (digits == std::string::npos) {
        return true;
    }
    double limit = 0.0;
    std::from_chars(condition.data() + digits, condition.data() + condition.size(), limit);
    const std::string_view sign = std::string_view(condition).substr(0, digits);
    return sign == ">="   ? value >= limit
           : sign == "<=" ? value <= limit
           : sign == ">"  ? value > limit
           : sign == "<"  ? value < limit
           : sign == "="  ? value == limit
                          : value != limit;
}

/// Which section shows the value, and whether it is shown without its sign (the section has a sign of its own).
std::pair<const Section*, bool> choose(const std::vector<Section>& sections, double value) {
    const bool by_condition = std::ranges::any_of(sections, [](const Section& one) { return !one.condition.empty(); });
    if (by_condition) {
        for (const Section& section : sections) {
            if (!section.condition.empty() && meets(section.condition, value)) {
                return {&section, section.condition.starts_with("<")};
            }
        }
        return {&sections.back(), sections.size() > 2};
    }
    if (value < 0 && sections.size() > 1) {
        return {&sections[1], true};
    }
    return {value == 0.0 && sections.size() > 2 ? &sections[2] : &sections[0], false};
}

/// "1 662 665,50", groups with NBSP.
std::string swedish_digits(double value, int decimals, bool grouped) {
    std::string text = fmt::format("{:.{}f}", value, decimals);
    std::size_t mark = text.find('.');
    if (mark != std::string::npos) {
        text[mark] = ',';
    } else {
        mark = text.size();
    }
    for (std::size_t at = mark; grouped && at > 3;) {
        at -= 3;
        text.insert(at, "\u00A0");
    }
    return text;
}

std::string iso_date(double serial) {
    using namespace std::chrono;
    constexpr double last_day = 2'958'465.0; // 9999-12-31
    const auto days_since = days(static_cast<int>(std::clamp(serial, 0.0, last_day)));
    const year_month_day day = sys_days(1899y / December / 30) + days_since;
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

std::string general(double value) {
    std::string text = fmt::format("{:.10g}", value);
    std::ranges::replace(text, '.', ',');
    return text;
}

} // namespace

std::string shown_number(double value, std::string_view format) {
    if (!std::isfinite(value)) {
        return {};
    }
    const std::vector<Section> sections = FormatReader(format.empty() ? "General" : format).run();
    const auto [section, has_own_sign] = choose(sections, value);
    if (section->is_date) {
        return iso_date(value);
    }
    if (!section->has_digits) {
        return section->before;
    }
    if (section->is_general) {
        return section->before + general(value) + section->after;
    }
    const double scaled = value * (section->is_percent ? 100 : 1) / std::pow(1000.0, section->thousands);
    const double unit = std::pow(10.0, section->decimals);
    const double rounded = std::round(std::abs(scaled) * unit) / unit;
    const bool minus = value < 0 && !has_own_sign && rounded != 0.0;
    return (minus ? "\u2212" : "") + section->before + swedish_digits(rounded, section->decimals, section->is_grouped) +
           section->after;
}

std::string_view built_in_format(int id) {
    static constexpr std::array<std::pair<int, std::string_view>, 14> formats = {{{1, "0"},
                                                                                  {2, "0.00"},
                                                                                  {3, "#,##0"},
                                                                                  {4, "#,##0.00"},
                                                                                  {9, "0%"},
                                                                                  {10, "0.00%"},
                                                                                  {14, "yyyy-mm-dd"},
                                                                                  {22, "yyyy-mm-dd"},
                                                                                  {37, "#,##0;-#,##0"},
                                                                                  {38, "#,##0;-#,##0"},
                                                                                  {39, "#,##0.00;-#,##0.00"},
                                                                                  {40, "#,##0.00;-#,##0.00"},
                                                                                  {41, "#,##0;-#,##0;-"},
                                                                                  {43, "#,##0.00;-#,##0.00;-"}}};
    const auto found = std::ranges::find(formats, id, &std::pair<int, std::string_view>::first);
    return found == formats.end() ? std::string_view() : found->second;
}

} // namespace finsam::review
