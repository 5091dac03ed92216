#pragma once
// The workbook's typography: one place for every style. Restrained: two typefaces, thin rules, no colour in print.

#include "bridge/report/layout.hpp"
#include "templates/builder/sheet_model.hpp"

namespace finsam::workbook {

class Look {
public:
    explicit Look(Workbook& workbook) : book_(workbook) {}

    [[nodiscard]] StyleId sheet_title();
    [[nodiscard]] StyleId sheet_subtitle();
    [[nodiscard]] StyleId table_title(double size = 12);
    [[nodiscard]] StyleId explanation();
    [[nodiscard]] StyleId column_header(Align align, double size = 9);
    [[nodiscard]] StyleId row_text(const Row& row, double size = 9.5);
    [[nodiscard]] StyleId list_text(double size);
    [[nodiscard]] StyleId list_code(double size = 8);
    /// Text and figures of a line of insatser whose kind stands in `kind_column` of the sheet.
    [[nodiscard]] StyleId insats_text(const std::string& sheet, int kind_column, double size);
    [[nodiscard]] StyleId insats_figure(NumberFormat format, const std::string& sheet, int kind_column, double size);
    [[nodiscard]] StyleId note_number(const Row& row);
    [[nodiscard]] StyleId figure(NumberFormat format, Emphasis emphasis, double size = 9.5, bool rule_above = true);
    [[nodiscard]] StyleId remark();
    [[nodiscard]] StyleId helper_header();
    [[nodiscard]] StyleId helper_figure(NumberFormat format);
    [[nodiscard]] StyleId helper_text();

    [[nodiscard]] StyleId data_header(Align align = Align::left);
    [[nodiscard]] StyleId state_header();
    [[nodiscard]] StyleId data_text();   ///< text that stays text
    [[nodiscard]] StyleId data_result(); ///< a formula's text
    [[nodiscard]] StyleId value_small(); ///< a text or a formula's text, as dark as data
    [[nodiscard]] StyleId data_amount();
    [[nodiscard]] StyleId data_number(Align align = Align::right);
    [[nodiscard]] StyleId data_date();
    [[nodiscard]] StyleId warning();
    [[nodiscard]] StyleId yes_no();
    [[nodiscard]] StyleId label();
    [[nodiscard]] StyleId value_text();
    [[nodiscard]] StyleId value_number();
    [[nodiscard]] StyleId file_sum(); ///< an amount beside texts, to the left as they are
    [[nodiscard]] StyleId link(double size = 9.5);
    [[nodiscard]] StyleId cell_list(); ///< small: the cells that a check reads
    [[nodiscard]] StyleId state(double size = 8.5);
    [[nodiscard]] StyleId small_text(double size = 8);
    [[nodiscard]] StyleId input_text();
    [[nodiscard]] StyleId written_text(); ///< a report's own text: for people to write, without colour in print
    [[nodiscard]] StyleId input_figure(NumberFormat format);

private:
    Workbook& book_;
};

/// Format of a row's figures in a column of a table; of a figure outside its columns without one.
[[nodiscard]] NumberFormat format_of(const Table& table, const Row& row, const Column* column = nullptr);
[[nodiscard]] NumberFormat amount_format(Unit unit);
[[nodiscard]] NumberFormat amount_format(AmountForm form);
/// Format of cells whose formula gives a text.
[[nodiscard]] NumberFormat text_result();

} // namespace finsam::workbook
