#include "bridge/review/sheet_tables.hpp"

#include "bridge/review/columns.hpp"

#include <algorithm>

namespace finsam::review {
namespace {

using Line = std::vector<std::string>;

bool is_year_alone(const std::string& text) {
    return text.size() == 4 && year_in(text).has_value();
}

bool has_figure(const Line& row) {
    return std::any_of(row.begin() + (row.empty() ? 0 : 1), row.end(),
                       [](const std::string& text) { return read_printed_figure(text).has_value(); });
}

bool is_text_alone(const Line& row) {
    return !row.empty() && !row.front().empty() &&
           std::all_of(row.begin() + 1, row.end(), [](const std::string& text) { return text.empty(); });
}

/// "Utfall 2024" over "Intäkt", "Kostnad", "Netto": the upper text counts to the right until the next.
Line joined_headers(const Line& upper, const Line& lower) {
    Line joined = lower;
    std::string over;
    for (std::size_t c = 1; c < lower.size(); ++c) {
        over = c < upper.size() && !upper[c].empty() ? upper[c] : over;
        if (!lower[c].empty() && !over.empty()) {
            joined[c] = over + " " + lower[c];
        } else if (lower[c].empty() && c < upper.size()) {
            joined[c] = upper[c];
        }
    }
    if (!joined.empty() && joined.front().empty() && !upper.empty()) {
        joined.front() = upper.front();
    }
    return joined;
}

class SheetReader {
public:
    explicit SheetReader(const Sheet& sheet) : sheet_(sheet) {}

    std::vector<RawTable> run() {
        const auto& rows = sheet_.rows;
        for (std::size_t r = 0; r < rows.size();) {
            if (!is_header(rows[r])) {
                ++r;
                continue;
            }
            const bool two_lines = r + 1 < rows.size() && is_header(rows[r + 1]);
            const std::size_t first = r + (two_lines ? 2 : 1);
            const std::size_t end = end_of_table(first);
            if (end > first) {
                add(r, two_lines ? joined_headers(rows[r], rows[r + 1]) : rows[r], first, end);
            }
            r = std::max(end, first);
        }
        if (tables_.size() == 1) {
            tables_.front().name = sheet_.name;
        }
        return std::move(tables_);
    }

private:
    /// Behind the last row with a figure before the next header.
    std::size_t end_of_table(std::size_t first) const {
        std::size_t end = first;
        for (std::size_t r = first; r < sheet_.rows.size() && !is_header(sheet_.rows[r]); ++r) {
            end = has_figure(sheet_.rows[r]) ? r + 1 : end;
        }
        return end;
    }

    void add(std::size_t header, Line headers, std::size_t first, std::size_t end) {
        RawTable table;
        const std::vector<std::string> titles = titles_above(header);
        table.name = sheet_.name + (titles.empty() ? "" : ", " + titles.front());
        for (const std::string& title : titles) {
            table.title += title + " ";
        }
        if (!headers.empty()) {
            table.title += headers.front();
        }
        table.origin.sheet = sheet_.name;
        table.origin.columns = sheet_.column_numbers;
        const auto add_row = [&](Line row, std::size_t r) {
            table.rows.push_back(std::move(row));
            if (r < sheet_.row_numbers.size()) {
                table.origin.rows.push_back(sheet_.row_numbers[r]);
            }
        };
        add_row(std::move(headers), first - 1);
        for (std::size_t r = first; r < end; ++r) {
            if (std::ranges::any_of(sheet_.rows[r], [](const std::string& text) { return !text.empty(); })) {
                add_row(sheet_.rows[r], r);
            }
        }
        tables_.push_back(std::move(table));
    }

    /// Lines of text alone above the header, the nearest first.
    std::vector<std::string> titles_above(std::size_t header) const {
        constexpr std::size_t farthest = 5, most = 3;
        std::vector<std::string> titles;
        for (std::size_t r = header; r-- > 0 && header - r <= farthest && titles.size() < most;) {
            if (is_text_alone(sheet_.rows[r])) {
                titles.push_back(sheet_.rows[r].front());
            } else if (has_figure(sheet_.rows[r])) {
                break;
            }
        }
        return titles;
    }

    const Sheet& sheet_;
    std::vector<RawTable> tables_;
};

} // namespace

bool is_header(const std::vector<std::string>& row) {
    bool names_something = false;
    for (std::size_t c = 1; c < row.size(); ++c) {
        if (row[c].empty()) {
            continue;
        }
        if (read_printed_figure(row[c]) && !is_year_alone(row[c])) {
            return false;
        }
        const ReviewColumn column = read_columns({row[c]}).front();
        names_something = names_something || column.year || column.role != ColumnRole::other;
    }
    return names_something;
}

std::vector<RawTable> tables_of(const Sheet& sheet, std::vector<Uninterpreted>& uninterpreted) {
    auto tables = SheetReader(sheet).run();
    if (tables.empty()) {
        uninterpreted.push_back(
            {sheet.name, "", "", "", "bladet har ingen tabell med rubriker och siffror som skrivs ut"});
    }
    return tables;
}

} // namespace finsam::review
