#include "bridge/workbook/text_columns.hpp"

#include "bridge/workbook/text_width.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>

namespace finsam {
namespace {

std::string_view first_letters(std::string_view text, std::size_t count) noexcept {
    std::size_t end = 0;
    for (; end < text.size(); ++end) {
        if (begins_character(text[end]) && count-- == 0) {
            break;
        }
    }
    return text.substr(0, end);
}

std::string fitted(const TextColumn& column, std::string_view text) {
    if (text_width(text) > column.width) {
        return column.width == 0 ? "" : std::string(first_letters(text, column.width - 1)) + "…";
    }
    return column.to_the_right ? padded_left(text, column.width) : padded_right(text, column.width);
}

std::vector<std::size_t> longest_texts(std::size_t columns, std::span<const std::vector<std::string>> rows) {
    std::vector<std::size_t> longest(columns);
    for (const std::vector<std::string>& row : rows) {
        for (std::size_t i = 0; i < std::min(columns, row.size()); ++i) {
            longest[i] = std::max(longest[i], text_width(row[i]));
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
