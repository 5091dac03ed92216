#include "bridge/review/documents/spreadsheet.hpp"

#include "bridge/review/documents/formats.hpp"

#include <algorithm>

namespace finsam::review {
namespace {

/// "$F$15": column and row from 0.
std::optional<std::pair<std::size_t, std::size_t>> parse_cell(std::string_view text) {
    std::size_t column = 0, row = 0;
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z' && row == 0) {
            column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
        } else if (c >= '0' && c <= '9' && column > 0) {
            row = row * 10 + static_cast<std::size_t>(c - '0');
        } else if (c != '$') {
            return std::nullopt;
        }
        if (column > 20'000 || row > 2'000'000) {
            return std::nullopt;
        }
    }
    return column == 0 || row == 0 ? std::nullopt : std::optional(std::pair(column - 1, row - 1));
}

std::string_view without_sheet(std::string_view text) {
    const auto mark = text.find_last_of(".!'");
    return mark == std::string_view::npos ? text : text.substr(mark + 1);
}

} // namespace

CellRange parse_range(std::string_view text) {
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos) {
        return {};
    }
    const auto first = parse_cell(without_sheet(text.substr(0, colon)));
    const auto last = parse_cell(without_sheet(text.substr(colon + 1)));
    if (!first || !last) {
        return {};
    }
    return {first->second, first->first, last->second, last->first};
}

void SheetBuilder::set(std::size_t row, std::size_t column, std::string text) {
    if (row >= most_sheet_rows || column >= most_sheet_columns || row < printed_.first_row || row > printed_.last_row ||
        column < printed_.first_column || column > printed_.last_column || text.empty()) {
        return;
    }
    sheet_.rows.resize(std::max(sheet_.rows.size(), row + 1));
    auto& cells = sheet_.rows[row];
    cells.resize(std::max(cells.size(), column + 1));
    cells[column] = std::move(text);
}

Sheet SheetBuilder::take() {
    const auto remove = [](auto& list, std::vector<std::size_t>& hidden) {
        std::ranges::sort(hidden, std::ranges::greater());
        for (const std::size_t at : hidden) {
            if (at < list.size()) {
                list.erase(list.begin() + static_cast<std::ptrdiff_t>(at));
            }
        }
    };
    for (auto& row : sheet_.rows) {
        remove(row, hidden_columns_);
    }
    remove(sheet_.rows, hidden_rows_);
    for (auto& row : sheet_.rows) { // the labels come first, whatever column they stand in
        row.erase(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(std::min(row.size(), printed_.first_column)));
    }
    return std::move(sheet_);
}

tl::expected<std::vector<Sheet>, std::string> read_spreadsheet(const std::filesystem::path& path) {
    const auto archive = ZipArchive::open(path);
    if (!archive) {
        return tl::unexpected(archive.error());
    }
    const auto mimetype = archive->read("mimetype");
    const bool is_ods = mimetype && mimetype->starts_with("application/vnd.oasis.opendocument.spreadsheet");
    auto sheets = is_ods ? read_ods(*archive) : read_xlsx(*archive);
    if (!sheets) {
        return tl::unexpected(path.string() + ": " + sheets.error());
    }
    return sheets;
}

} // namespace finsam::review
