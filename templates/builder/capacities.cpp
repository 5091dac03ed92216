#include "templates/builder/capacities.hpp"

#include <algorithm>

namespace finsam::workbook {

int lines_used(const ReportTable& table, const Row& list) {
    return static_cast<int>(std::count_if(table.rows.begin(), table.rows.end(), [&](const ReportRow& row) {
        return row.key == list.key || row.key.starts_with(list.key + ".");
    }));
}

int insatser_used(const ReportTable& table) {
    return static_cast<int>(
        std::count_if(table.rows.begin(), table.rows.end(), [](const ReportRow& row) { return row.is_insats; }));
}

int insats_lines_used(const ReportTable& table) {
    return static_cast<int>(std::count_if(table.rows.begin(), table.rows.end(), [](const ReportRow& row) {
        return row.is_insats || row.is_part || row.emphasis == Emphasis::subtotal;
    }));
}

int insats_lines(const Table& table, const Capacities& capacities) noexcept {
    const bool has_extra = table.insatser.subtotals || !table.insatser.part_note_rows.empty();
    return capacities.insatser + (has_extra ? capacities.insats_extra : 0);
}

Capacities capacities_for(const Report& report, const TypedInput& typed) {
    Capacities needed;
    needed.insatser =
        std::max({needed.insatser, static_cast<int>(typed.budget.size()), static_cast<int>(typed.insatser.size())});
    needed.members = std::max(needed.members, static_cast<int>(typed.members.size()));
    for (const ReportTable& table : report.tables) {
        needed.insatser = std::max(needed.insatser, insatser_used(table));
        needed.insats_extra = std::max(needed.insats_extra, insats_lines_used(table) - insatser_used(table));
        for (const Row& row : table.rule->rows) {
            if (row.kind == RowKind::account_list) {
                int& lines = row.list_by == ListBy::insats ? needed.insatser : needed.list_lines;
                lines = std::max(lines, lines_used(table, row));
            }
        }
    }
    return needed;
}

} // namespace finsam::workbook
