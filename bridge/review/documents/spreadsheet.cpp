#include "bridge/review/documents/spreadsheet.hpp"

#include "bridge/review/documents/formats.hpp"

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
