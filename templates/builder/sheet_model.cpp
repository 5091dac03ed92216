#include "templates/builder/sheet_model.hpp"

#include <algorithm>

namespace finsam::workbook {

Cell& Sheet::put(Address at, Content content, StyleId style) {
    Cell& cell = cells[at];
    cell.content = std::move(content);
    cell.style = style;
    return cell;
}

StyleId Workbook::style(const CellStyle& wanted) {
    const auto found = std::find(styles.begin(), styles.end(), wanted);
    if (found != styles.end()) {
        return static_cast<StyleId>(found - styles.begin());
    }
    styles.push_back(wanted);
    return styles.size() - 1;
}

void Workbook::set_range(const NamedRange& name) {
    const auto known = std::ranges::find(names, name.name, &NamedRange::name);
    if (known != names.end()) {
        known->range = name.range;
    }
}

const Sheet* Workbook::find(std::string_view name) const noexcept {
    const auto found = std::find_if(sheets.begin(), sheets.end(), [&](const Sheet& s) { return s.name == name; });
    return found == sheets.end() ? nullptr : &*found;
}

Sheet* Workbook::find(std::string_view name) noexcept {
    return const_cast<Sheet*>(static_cast<const Workbook*>(this)->find(name)); // NOLINT(*-const-cast)
}

} // namespace finsam::workbook
