#include "bridge/report/layout_document.hpp"

#include <algorithm>

namespace finsam {
namespace {

/// "2, 3" without the numbers of notes that are gone.
std::string kept_notes(const std::string& notes, const std::vector<std::string>& gone) {
    std::string kept;
    for (std::size_t at = 0; at < notes.size();) {
        const std::size_t end = std::min(notes.find(", ", at), notes.size());
        const std::string number = notes.substr(at, end - at);
        if (std::ranges::find(gone, number) == gone.end()) {
            kept += (kept.empty() ? "" : ", ") + number;
        }
        at = end + 2;
    }
    return kept;
}

/// Numbers of notes that no table of the document has.
std::vector<std::string> gone_notes(const Layout& layout) {
    std::vector<std::string> gone;
    for (const Table& table : layout.tables) {
        const bool is_gone = std::ranges::none_of(
            layout.tables, [&](const Table& other) { return other.is_shown && other.number == table.number; });
        if (is_gone && !table.number.empty()) {
            gone.push_back(table.number);
        }
    }
    return gone;
}

} // namespace

void keep_document(Layout& layout) {
    const std::vector<std::string> gone = gone_notes(layout);
    for (Table& table : layout.tables) {
        if (!table.is_shown) {
            layout.elsewhere.push_back(table.key);
        }
        for (Row& row : table.rows) {
            row.note = kept_notes(row.note, gone);
        }
    }
    std::erase_if(layout.tables, [](const Table& table) { return !table.is_shown; });
    if (layout.document != DocumentKind::annual) {
        layout.charts.clear();
    }
    for (CheckRule& check : layout.checks) {
        const auto is_gone = [&](const Term& term) { return layout.find(term.table) == nullptr; };
        if (std::ranges::any_of(check.left, is_gone) || std::ranges::any_of(check.right, is_gone)) {
            check.left.clear();
            check.right.clear();
        }
    }
}

} // namespace finsam
