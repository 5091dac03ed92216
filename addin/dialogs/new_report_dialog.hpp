#pragma once
// The dialog of Ny rapport: first what the files hold, then how the report is made. Enter goes on, Enter again makes
// it.

#include "addin/dialogs/dialog.hpp"
#include "addin/language.hpp"
#include "bridge/workbook/report_draft.hpp"

#include <vector>

namespace finsam::addin {

class NewReportDialog {
public:
    NewReportDialog(const Dialog::Context& context, const ReportDraft& draft, const ReportChoices& choices);

    /// False when the user closed it.
    [[nodiscard]] bool run(const Dialog::Window& parent);
    [[nodiscard]] const ReportChoices& choices() const noexcept { return choices_; }

private:
    void add_books_page();
    void add_report_page();
    void add_buttons();
    void show_page(int page);
    void go_on();
    void take_choices();
    void map_chosen();
    void add_document_choice();
    void add_table_choice();
    void choose_tables();
    void show_table_choice();
    void allow_document_fields();
    void add_list_choice(const char* name, const Place& label, const Place& list, const Text& text,
                         const std::vector<std::string>& items, int chosen);
    void show_accounts();
    [[nodiscard]] std::vector<std::string> map_titles() const;
    [[nodiscard]] std::string say(const Text& text) const { return pick(language_, text); }

    Dialog::Context context_;
    const ReportDraft& draft_;
    ReportChoices choices_;
    Language language_;
    Dialog dialog_;
    std::vector<std::string> maps_; ///< as the list shows them, without the last, which asks for a file
    int page_ = 1;
};

} // namespace finsam::addin
