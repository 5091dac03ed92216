#pragma once
// What a filler does to a workbook, done to the model: so that tests see cells as they stand in the office.

#include "templates/builder/contract.hpp"
#include "templates/builder/sheet_model.hpp"

namespace finsam::workbook {

inline Cell& cell_in(Sheet& sheet, Address at) {
    const auto column = static_cast<std::size_t>(at.column);
    const auto [entry, is_new] = sheet.cells.try_emplace(at);
    if (is_new && column < sheet.columns.size()) {
        entry->second.style = sheet.columns[column].style;
    }
    return entry->second;
}

inline void place(Workbook& book, const DataBlock& block) {
    Sheet& sheet = *book.find(block.sheet);
    for (std::size_t r = 0; r < block.rows.size(); ++r) {
        for (std::size_t c = 0; c < block.rows[r].size(); ++c) {
            const Address at{block.at.row + static_cast<int>(r), block.at.column + static_cast<int>(c)};
            const PlainValue& value = block.rows[r][c];
            Content content;
            if (const double* number = std::get_if<double>(&value)) {
                content = *number;
            } else if (const auto& text = std::get<std::string>(value); !text.empty()) {
                content = text;
            }
            cell_in(sheet, at).content = content;
        }
    }
}

inline void place(Workbook& book, const FormulaBlock& block) {
    Sheet& sheet = *book.find(block.sheet);
    for (std::size_t r = 0; r < block.rows.size(); ++r) {
        for (std::size_t c = 0; c < block.rows[r].size(); ++c) {
            cell_in(sheet, {block.at.row + static_cast<int>(r), block.at.column + static_cast<int>(c)}).content =
                block.rows[r][c];
        }
    }
}

inline void clear(Workbook& book, const ClearArea& area) {
    for (auto& [at, cell] : book.find(area.sheet)->cells) {
        const bool inside = at.row >= area.range.first.row && at.row <= area.range.last.row &&
                            at.column >= area.range.first.column && at.column <= area.range.last.column;
        if (inside) {
            cell.content = std::monostate{};
        }
    }
}

inline void place(Workbook& book, const Fill& fill) {
    for (const ClearArea& area : fill.clear) {
        clear(book, area);
    }
    for (const DataBlock& block : fill.data) {
        place(book, block);
    }
    for (const FormulaBlock& block : fill.formulas) {
        place(book, block);
    }
    for (const NamedRange& name : fill.names) {
        book.set_range(name);
    }
    for (const RowRun& run : fill.rows) {
        for (int row = run.first; row <= run.last; ++row) {
            book.find(run.sheet)->rows[row].hidden = run.hidden;
        }
    }
    book.title = fill.title;
}

} // namespace finsam::workbook
