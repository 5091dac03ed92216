#include "bridge/review/sheet_builder.hpp"

#include <algorithm>
#include <numeric>

namespace finsam::review {
namespace {

/// The last ones first.
template <class List>
void erase_at(List& list, const std::vector<std::size_t>& places) {
    for (const std::size_t at : places) {
        if (at < list.size()) {
            list.erase(list.begin() + static_cast<std::ptrdiff_t>(at));
        }
    }
}

} // namespace

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
    sheet_.row_numbers.resize(sheet_.rows.size());
    std::iota(sheet_.row_numbers.begin(), sheet_.row_numbers.end(), std::size_t{0});
    sheet_.column_numbers.resize(most_sheet_columns);
    std::iota(sheet_.column_numbers.begin(), sheet_.column_numbers.end(), std::size_t{0});
    std::ranges::sort(hidden_columns_, std::ranges::greater());
    std::ranges::sort(hidden_rows_, std::ranges::greater());
    const auto keep_seen = [&](auto& list) {
        erase_at(list, hidden_columns_);
        // The labels come first, whatever column they stand in.
        list.erase(list.begin(),
                   list.begin() + static_cast<std::ptrdiff_t>(std::min(list.size(), printed_.first_column)));
    };
    std::ranges::for_each(sheet_.rows, keep_seen);
    keep_seen(sheet_.column_numbers);
    erase_at(sheet_.rows, hidden_rows_);
    erase_at(sheet_.row_numbers, hidden_rows_);
    return std::move(sheet_);
}

} // namespace finsam::review
