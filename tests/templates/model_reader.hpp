#pragma once
// Reads a workbook's model as a document is read. Formulas have no values here: their cells are empty.

#include "templates/builder/workbook_reader.hpp"

#include <algorithm>

namespace finsam::workbook {

class ModelReader final : public CellReader {
public:
    explicit ModelReader(const Workbook& book) : book_(book) {}

    bool has_sheet(std::string_view sheet) const override { return book_.find(sheet) != nullptr; }

    std::vector<std::vector<PlainValue>> read(std::string_view name, Range range) const override {
        const Sheet& sheet = *book_.find(name);
        const int last_used = sheet.cells.empty() ? -1 : sheet.cells.rbegin()->first.row;
        std::vector<std::vector<PlainValue>> rows;
        for (int row = range.first.row; row <= std::min(range.last.row, last_used); ++row) {
            rows.emplace_back();
            for (int column = range.first.column; column <= range.last.column; ++column) {
                const auto cell = sheet.cells.find({row, column});
                PlainValue value = std::string();
                if (cell != sheet.cells.end()) {
                    if (const auto* text = std::get_if<std::string>(&cell->second.content)) {
                        value = *text;
                    } else if (const auto* number = std::get_if<double>(&cell->second.content)) {
                        value = *number;
                    }
                }
                rows.back().push_back(value);
            }
        }
        return rows;
    }

private:
    const Workbook& book_;
};

} // namespace finsam::workbook
