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

ColumnRole role_of(const std::string& header, bool has_year) {
    const Words words = words_of(header);
    static constexpr std::array<std::pair<std::string_view, ColumnRole>, 11> signs = {
        {{"avvik", ColumnRole::deviation},
         {"differens", ColumnRole::deviation},
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
    return has_year ? ColumnRole::outcome : ColumnRole::other;
}

bool is_last_year(const std::string& header) {
    return has_word(words_of(header), "foregaende");
}

} // namespace

std::optional<int> year_in(std::string_view header) {
    std::optional<int> year;
    for (std::size_t at = 0; at + 4 <= header.size(); ++at) {
        const bool begins = at == 0 || !is_digit(header[at - 1]);
        if (!begins || !std::ranges::all_of(header.substr(at, 4), is_digit) ||
            (at + 4 < header.size() && is_digit(header[at + 4]))) {
            continue;
        }
        int number = 0;
        std::from_chars(header.data() + at, header.data() + at + 4, number);
        if (number >= 1990 && number < 2100) {
            year = number;
        }
    }
    return year;
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

std::vector<ReviewColumn> read_columns(const std::vector<std::string>& headers) {
    std::vector<ReviewColumn> columns;
    std::optional<int> latest;
    for (const std::string& header : headers) {
        const auto year = year_in(header);
        columns.push_back({header, role_of(header, year.has_value()), year});
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
