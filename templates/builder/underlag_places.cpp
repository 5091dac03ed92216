#include "templates/builder/underlag_places.hpp"

#include "templates/builder/data_columns.hpp"
#include "templates/builder/read_books.hpp"

#include <algorithm>
#include <cstdlib>
#include <functional>

namespace finsam::workbook {
namespace {

using Line = std::vector<PlainValue>;

std::string key_of(const CellReader& cells, const ReportCell& cell) {
    if (!cell.key_cell) {
        return cell.row;
    }
    const auto rows = cells.read(cell.sheet, {*cell.key_cell, *cell.key_cell});
    return rows.empty() ? std::string() : cell_text(rows.front().front());
}

/// The first row of a data sheet that is wanted.
std::optional<Place> find_row(const CellReader& cells, std::string_view sheet, int last_column,
                              const std::function<bool(const Line&)>& is_wanted) {
    const auto rows = cells.read(sheet, {{data_first_row, 0}, {last_sheet_row, last_column}});
    const auto found = std::ranges::find_if(rows, is_wanted);
    if (found == rows.end()) {
        return std::nullopt;
    }
    return Place{std::string(sheet), {data_first_row + static_cast<int>(found - rows.begin()), 0}};
}

bool is_line(const Line& line, const VoucherRow& voucher) {
    namespace col = voucher_column;
    return cell_number(line[col::line]) == static_cast<double>(voucher.line) &&
           cell_text(line[col::file]) == voucher.file_name && cell_text(line[col::account]) == voucher.account &&
           cell_text(line[col::series]) == voucher.series && cell_text(line[col::number]) == voucher.number &&
           cell_amount(line[col::amount]) == voucher.amount;
}

} // namespace

std::optional<ShownFigure> figure_at(const Layout& layout, const Capacities& capacities, const CellReader& cells,
                                     const Place& place) {
    std::vector<ReportCell> in_row;
    for (ReportCell& cell : report_cells(layout, capacities)) {
        if (cell.sheet == place.sheet && cell.at.row == place.at.row) {
            in_row.push_back(std::move(cell));
        }
    }
    const auto nearest = std::ranges::min_element(
        in_row, {}, [&](const ReportCell& cell) { return std::abs(cell.at.column - place.at.column); });
    if (nearest == in_row.end()) {
        return std::nullopt;
    }
    std::string key = key_of(cells, *nearest);
    if (key.empty()) {
        return std::nullopt;
    }
    return ShownFigure{{nearest->table, std::move(key), static_cast<std::size_t>(nearest->column)}, *nearest};
}

std::optional<Place> place_of_figure(const Layout& layout, const Capacities& capacities, const CellReader& cells,
                                     const TraceQuery& figure) {
    for (const ReportCell& cell : report_cells(layout, capacities)) {
        if (cell.table == figure.table && static_cast<std::size_t>(cell.column) == figure.column &&
            key_of(cells, cell) == figure.row) {
            return Place{cell.sheet, cell.at};
        }
    }
    return std::nullopt;
}

std::optional<Place> place_of_account(const CellReader& cells, std::string_view account) {
    return find_row(cells, sheet::balances, balance_column::account,
                    [&](const Line& line) { return cell_text(line.front()) == account; });
}

std::optional<Place> place_of_voucher(const CellReader& cells, const VoucherRow& voucher) {
    return find_row(cells, sheet::vouchers, voucher_column::line,
                    [&](const Line& line) { return is_line(line, voucher); });
}

std::optional<Place> place_of_file(const CellReader& cells, const ImportedFile& file) {
    return find_row(cells, sheet::imports, 1, [&](const Line& line) {
        return cell_text(line[0]) == file.file_name && cell_text(line[1]) == file.sha256;
    });
}

const VoucherRow* voucher_at(const CellReader& cells, const Books& books, int row) {
    if (row < data_first_row) {
        return nullptr;
    }
    const auto rows = cells.read(sheet::vouchers, {{row, 0}, {row, voucher_column::line}});
    if (rows.empty()) {
        return nullptr;
    }
    const auto found =
        std::ranges::find_if(books.vouchers, [&](const VoucherRow& one) { return is_line(rows.front(), one); });
    return found == books.vouchers.end() ? nullptr : &*found;
}

} // namespace finsam::workbook
