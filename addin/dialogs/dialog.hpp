#pragma once
// A dialog made in code, in the units of the office's dialog font, so that it grows with the font. Colours are the
// desktop's, light or dark. Controls get the keyboard in the order in which they are added; "~" before a letter makes
// it the mnemonic.

#include "bridge/workbook/text_columns.hpp"
#include "parsers/date.hpp"

#include <com/sun/star/awt/XActionListener.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XDialog.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace finsam::addin {

/// Where a control stands in its dialog, in dialog units.
struct Place {
    int x = 0, y = 0, width = 0, height = 0;
};

struct TableColumn {
    std::string title;
    int width = 0; ///< the columns share by these what their texts do not need
    bool numbers = false;
};

class Dialog {
public:
    using Context = com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>;
    using Window = com::sun::star::uno::Reference<com::sun::star::awt::XWindow>;
    using Properties = com::sun::star::uno::Reference<com::sun::star::beans::XPropertySet>;

    Dialog(const Context& context, const std::string& title, int width, int height);
    /// A window that the office has made and ends, as of a page of its options.
    Dialog(const Context& context, const com::sun::star::uno::Reference<com::sun::star::awt::XControl>& window);
    Dialog(const Dialog&) = delete;
    Dialog& operator=(const Dialog&) = delete;
    ~Dialog();

    /// Text that takes several lines when it has to.
    void add_label(const std::string& name, const Place& place, const std::string& text);
    void add_heading(const std::string& name, const Place& place, const std::string& text);
    void add_list(const std::string& name, const Place& place, const std::vector<std::string>& items, bool drop_down);
    void add_check_box(const std::string& name, const Place& place, const std::string& text, bool checked);
    void add_edit(const std::string& name, const Place& place, const std::string& text);
    /// A day between two others, written as 2024-08-31 or chosen in a calendar.
    void add_date(const std::string& name, const Place& place, finsam::Date day, finsam::Date first, finsam::Date last);
    /// A whole number between two others, without group marks: a year.
    void add_number(const std::string& name, const Place& place, int number, int first, int last);
    /// Text that is read and scrolled, not written.
    void add_read_only_text(const std::string& name, const Place& place, const std::string& text);
    /// Rows of texts under headings, in columns as wide as the rows need: a list in a font of fixed width. (The
    /// office's own grid control ends the office when it closes after a screen reader has looked at it: 7.4.7.)
    void add_table(const std::string& name, const Place& place, const std::vector<TableColumn>& columns);
    void set_rows(const std::string& name, const std::vector<std::vector<std::string>>& rows);
    [[nodiscard]] int selected_row(const std::string& name) const; ///< -1 when none is
    void add_progress_bar(const std::string& name, const Place& place);
    /// `action` runs when it is pressed. What it throws ends in the nearest entry point, which shows it.
    void add_button(const std::string& name, const Place& place, const std::string& text, std::function<void()> action,
                    bool is_default = false);
    /// Closes the dialog; so does Escape.
    void add_cancel_button(const std::string& name, const Place& place, const std::string& text);

    void set(const std::string& name, const char* property, const com::sun::star::uno::Any& value);
    void set_text(const std::string& name, const std::string& text);
    void set_items(const std::string& name, const std::vector<std::string>& items);
    void select(const std::string& name, int index);
    void check(const std::string& name, bool checked);
    /// On which page a control is; one without is on every page.
    void on_page(int page, std::initializer_list<const char*> names);
    void turn_to(int page);
    void enable(const std::string& name, bool enabled);
    void focus(const std::string& name);

    [[nodiscard]] std::string text(const std::string& name) const;
    [[nodiscard]] finsam::Date date(const std::string& name) const;
    [[nodiscard]] int number(const std::string& name) const;
    [[nodiscard]] int selected(const std::string& name) const; ///< -1 when nothing is
    [[nodiscard]] bool checked(const std::string& name) const;

    void on_change(const std::string& name, std::function<void()> action);       ///< of a list or a check box
    void on_double_click(const std::string& name, std::function<void()> action); ///< on a line of a list

    /// Where F1 opens the guide: the anchor of a heading. Without it at the chapter of the menu.
    void set_help(const std::string& anchor) { help_ = anchor; }

    /// Above `parent`, until it is closed. True when `finish` closed it.
    [[nodiscard]] bool execute(const Window& parent);
    void finish();
    /// Beside other windows, not waiting. Escape and the window's own cross do `when_closed`, and nothing else.
    void open(const Window& parent, std::function<void()> when_closed);
    [[nodiscard]] Window window() const;

private:
    using Initial = std::initializer_list<std::pair<const char*, com::sun::star::uno::Any>>;
    /// `initial` is what a window that is shown already does not take afterwards: what kind of list or text it is.
    Properties add(const std::string& name, const char* service, const Place& place, Initial initial = {});
    [[nodiscard]] Properties model(const std::string& name) const;
    [[nodiscard]] com::sun::star::uno::Reference<com::sun::star::awt::XControl> control(const std::string& name) const;
    void make_peer(const Window& parent);

    Context context_;
    com::sun::star::uno::Reference<com::sun::star::lang::XMultiServiceFactory> factory_; ///< the dialog's model
    com::sun::star::uno::Reference<com::sun::star::awt::XControl> dialog_;
    /// A table's columns, and how many letters of the fixed font stand beside each other in it.
    struct Table {
        std::vector<TextColumn> shares;
        std::vector<std::string> titles;
        std::size_t letters = 0;
    };
    std::map<std::string, Table> tables_; ///< by name
    std::string help_ = "15-menyn-finsam-i-calc";
    short controls_ = 0;
    bool finished_ = false, is_ours_ = true;
};

} // namespace finsam::addin
