#pragma once
// Which tables of a report are printed, and those with a unit of their own.

#include "addin/dialogs/dialog.hpp"
#include "addin/language.hpp"
#include "bridge/workbook/report_draft.hpp"

#include <string>
#include <vector>

namespace finsam::addin {

class TablesDialog {
public:
    /// `layout` is the shape as it comes, without any choice in it.
    TablesDialog(const Dialog::Context& context, const Layout& layout, const ReportChoices& choices);

    /// False when the user closed it.
    [[nodiscard]] bool run(const Dialog::Window& parent) { return dialog_.execute(parent); }
    [[nodiscard]] const ReportChoices& choices() const noexcept { return choices_; }

private:
    void add_controls();
    void show_rows();
    void show_selected();
    void take_shown();
    void take_unit();
    [[nodiscard]] const Table* selected() const;
    [[nodiscard]] bool is_shown(const Table& table) const;
    [[nodiscard]] std::string unit_text(const Table& table) const;
    [[nodiscard]] std::string say(const Text& text) const { return pick(language_, text); }

    ReportChoices choices_;
    std::vector<const Table*> tables_; ///< as the list shows them
    Language language_;
    Dialog dialog_;
};

/// Tables of a shape that can be chosen: not those that only hold figures for others.
[[nodiscard]] std::vector<const Table*> choosable_tables(const Layout& layout);

} // namespace finsam::addin
