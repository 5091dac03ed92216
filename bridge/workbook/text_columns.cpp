#include "bridge/workbook/text_columns.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>

namespace finsam {
namespace {

bool begins_letter(char c) noexcept {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; // not a later byte of UTF-8
}

std::size_t letters(std::string_view text) noexcept {
    return static_cast<std::size_t>(std::ranges::count_if(text, begins_letter));
}

std::string_view first_letters(std::string_view text, std::size_t count) noexcept {
    std::size_t end = 0;
    for (; end < text.size(); ++end) {
        if (begins_letter(text[end]) && count-- == 0) {
            break;
        }
    }
    return text.substr(0, end);
}

std::string fitted(const TextColumn& column, std::string_view text) {
    const std::size_t length = letters(text);
    if (length > column.width) {
        return column.width == 0 ? "" : std::string(first_letters(text, column.width - 1)) + "…";
    }
    const std::string blanks(column.width - length, ' ');
    return column.to_the_right ? blanks + std::string(text) : std::string(text) + blanks;
}

std::vector<std::size_t> longest_texts(std::size_t columns, std::span<const std::vector<std::string>> rows) {
    std::vector<std::size_t> longest(columns);
    for (const std::vector<std::string>& row : rows) {
        for (std::size_t i = 0; i < std::min(columns, row.size()); ++i) {
            longest[i] = std::max(longest[i], letters(row[i]));
        }
    }
    return longest;
}

} // namespace

std::vector<TextColumn> fit_columns(std::vector<TextColumn> shares, std::span<const std::vector<std::string>> rows,
                                    std::size_t letters) {
    const std::vector<std::size_t> needed = longest_texts(shares.size(), rows);
    std::vector<TextColumn> columns = shares;
    std::vector<std::size_t> every; // by number
    for (std::size_t i = 0; i < shares.size(); ++i) {
        columns[i].width = 0;
        every.push_back(i);
    }
    const auto sum_of_shares = [&](const std::vector<std::size_t>& some) {
        return std::accumulate(some.begin(), some.end(), std::size_t(0),
                               [&](std::size_t sum, std::size_t i) { return sum + shares[i].width; });
    };
    const std::size_t blanks = shares.empty() ? 0 : shares.size() - 1;
    std::size_t room = letters - std::min(letters, blanks);
    std::vector<std::size_t> wanting = every; // have no width yet
    const auto is_content = [&](std::size_t i) { return needed[i] * sum_of_shares(wanting) <= room * shares[i].width; };
    // What a column leaves of its share, the others may need.
    for (auto one = std::ranges::find_if(wanting, is_content); one != wanting.end();
         one = std::ranges::find_if(wanting, is_content)) {
        columns[*one].width = needed[*one];
        room -= needed[*one];
        wanting.erase(one);
    }
    const std::vector<std::size_t>& sharing = wanting.empty() ? every : wanting;
    for (const std::size_t i : sharing) {
        columns[i].width += room * shares[i].width / std::max<std::size_t>(sum_of_shares(sharing), 1);
    }
    return columns;
}

std::string text_line(std::span<const TextColumn> columns, const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < std::min(columns.size(), cells.size()); ++i) {
        line += (i == 0 ? "" : " ") + fitted(columns[i], cells[i]);
    }
    while (line.ends_with(' ')) {
        line.pop_back();
    }
    return line;
}

} // namespace finsam
