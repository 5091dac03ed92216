#include "bridge/review/columns.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace finsam::review {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool has_word(const Words& words, std::string_view beginning) {
    return std::ranges::any_of(words, [&](const std::string& word) { return word.starts_with(beginning); });
}

bool has_percent(std::string_view header) {
    return header.find('%') != std::string_view::npos || has_word(words_of(header), "procent");
}

ColumnRole role_of(const std::string& header, bool has_year) {
    const Words words = words_of(header);
    if (has_percent(header)) {
        return ColumnRole::other; // shares and growth, of whatever
    }
    static constexpr std::array<std::pair<std::string_view, ColumnRole>, 13> signs = {
        {{"avvik", ColumnRole::deviation},
         {"diff", ColumnRole::deviation},
         {"prognos", ColumnRole::other},
         {"andel", ColumnRole::other},
         {"forandring", ColumnRole::change},
         {"ingaende", ColumnRole::opening},
         {"utgaende", ColumnRole::outcome},
         {"budget", ColumnRole::budget},
         {"beviljad", ColumnRole::granted},
         {"intakt", ColumnRole::income},
         {"kostnad", ColumnRole::cost},
         {"netto", ColumnRole::outcome},
         {"utfall", ColumnRole::outcome}}};
    if (has_word(words, "forbruka")) {
        const bool none =
            std::ranges::find(words, "ej") != words.end() || has_word(words, "oforbruka") || has_word(words, "aterst");
        return none ? ColumnRole::unused : ColumnRole::used;
    }
    for (const auto& [beginning, role] : signs) {
        if (has_word(words, beginning)) {
            return role;
        }
    }
    const bool names_a_year = has_year || has_word(words, "foregaend") || has_word(words, "bokslut") ||
                              has_word(words, "innevarande") || words == Words{"ar"} || words == Words{"aret"};
    return names_a_year ? ColumnRole::outcome : ColumnRole::other;
}

bool is_last_year(const std::string& header) {
    return has_word(words_of(header), "foregaend");
}

/// Of years that a report may be about.
std::optional<int> year_of(std::string_view four_digits) {
    int number = 0;
    std::from_chars(four_digits.data(), four_digits.data() + four_digits.size(), number);
    return number >= 1990 && number < 2100 ? std::optional(number) : std::nullopt;
}

/// "/24" behind 2023: the fiscal year ends in the next.
bool is_second_half(std::string_view header, std::size_t at, int year) {
    int number = 0;
    return at + 3 <= header.size() && header[at] == '/' && is_digit(header[at + 1]) &&
           std::from_chars(header.data() + at + 1, header.data() + at + 3, number).ptr == header.data() + at + 3 &&
           number == (year + 1) % 100 && (at + 3 == header.size() || !is_digit(header[at + 3]));
}

/// In their order: 2024, 20241231, 2023/24.
std::vector<int> years_in(std::string_view header) {
    std::vector<int> years;
    for (std::size_t at = 0; at < header.size();) {
        if (!is_digit(header[at])) {
            ++at;
            continue;
        }
        const std::size_t length = std::min(header.find_first_not_of("0123456789", at), header.size()) - at;
        const auto year = length == 4 || length == 8 ? year_of(header.substr(at, 4)) : std::nullopt;
        at += length;
        if (year) {
            const bool ends_in_next = length == 4 && is_second_half(header, at, *year);
            years.push_back(*year + (ends_in_next ? 1 : 0));
            at += ends_in_next ? 3 : 0;
        }
    }
    return years;
}

} // namespace

std::optional<int> year_in(std::string_view header) {
    const std::vector<int> years = years_in(header);
    return years.empty() ? std::nullopt : std::optional(years.back());
}

bool may_not_add_up(const ReviewColumn& column) {
    const Words words = words_of(column.header);
    return column.role == ColumnRole::other &&
           (column.year || has_percent(column.header) || has_word(words, "andel") || has_word(words, "prognos"));
}

bool ends_within_year(const ReviewColumn& column) {
    std::string digits; // of dates as 2024-08-31, 20240831, 2024-01-01 -- 2024-08-31
    for (std::size_t at = 0; at < column.header.size(); ++at) {
        const bool is_dash = column.header[at] == '-' && at > 0 && is_digit(column.header[at - 1]);
        if (is_digit(column.header[at])) {
            digits += column.header[at];
        } else if (!is_dash) {
            digits += ' ';
        }
    }
    const auto last = digits.find_last_not_of(' ');
    const auto first = last == std::string::npos ? last : digits.find_last_of(' ', last);
    const std::string date = last == std::string::npos ? "" : digits.substr(first + 1, last - first);
    const bool is_opening = column.role == ColumnRole::opening; // 2024-01-01 is the end of 2023
    return !is_opening && date.size() == 8 && year_of(std::string_view(date).substr(0, 4)) && date.substr(4) != "1231";
}

bool is_in_percent(const ReviewColumn& column) {
    return has_percent(column.header);
}

bool is_name_header(std::string_view header) {
    const Words words = words_of(header);
    return words.size() == 1 && (words[0] == "benamning" || words[0] == "kontonamn" || words[0] == "text");
}

bool is_text_header(std::string_view header) {
    const Words words = words_of(header);
    return header.ends_with("_num") || is_name_header(header) ||
           (words.size() == 1 &&
            (words[0] == "not" || words[0] == "noter" || words[0] == "konto" || words[0] == "kod"));
}

bool is_only_called_year(const ReviewColumn& column) {
    return words_of(column.header) == Words{"ar"};
}

std::vector<ReviewColumn> read_columns(const std::vector<std::string>& headers) {
    std::vector<ReviewColumn> columns;
    std::optional<int> latest;
    for (const std::string& header : headers) {
        const std::vector<int> years = years_in(header);
        const ColumnRole role = role_of(header, !years.empty());
        std::optional<int> year = year_in(header);
        if (role == ColumnRole::change || role == ColumnRole::deviation) { // "Differens 2024-2023" is of 2024
            year = years.empty() ? std::nullopt : std::optional(std::ranges::max(years));
        }
        columns.push_back({header, role, year});
        latest = std::max(latest, year);
    }
    for (ReviewColumn& column : columns) {
        if (!column.year && column.role != ColumnRole::other) {
            column.year = latest.value_or(0) - (is_last_year(column.header) ? 1 : 0);
        }
        if (column.role == ColumnRole::opening && column.year) { // 2024-01-01 is the end of 2023
            column.year = *column.year - 1;
        }
    }
    return columns;
}

} // namespace finsam::review
