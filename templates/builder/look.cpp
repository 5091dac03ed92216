#include "templates/builder/look.hpp"

#include "templates/builder/palette.hpp"

namespace finsam::workbook {

namespace {

constexpr const char* helper_colour = "#909090";

using Kind = NumberFormat::Kind;

CellStyle text_style(double size, Align align = Align::left) {
    CellStyle style;
    style.size = size;
    style.align = align;
    style.format.kind = Kind::formula; // also of texts that a formula makes
    return style;
}

CellStyle figure_style(NumberFormat format, double size) {
    CellStyle style;
    style.format = format;
    style.align = Align::right;
    style.size = size;
    return style;
}

constexpr double state_indent = 4; ///< mm, clear of the figures before it

CellStyle data_header_style(Align align) {
    CellStyle style = text_style(8.5, align);
    style.bold = true;
    style.wrap = true;
    style.below = Rule::strong;
    style.background = "#eef0f2";
    return style;
}

bool is_main_heading(const Row& row) {
    return row.kind == RowKind::heading && row.emphasis == Emphasis::total;
}

} // namespace

NumberFormat amount_format(Unit unit) {
    return amount_format(usual_form(unit));
}

NumberFormat amount_format(AmountForm form) {
    return {Kind::amount, form.unit, form.unit == Unit::ore ? 0 : form.decimals};
}

NumberFormat text_result() {
    return {Kind::formula, Unit::kr, 0};
}

NumberFormat format_of(const Table& table, const Row& row, const Column* column) {
    const AmountForm form = amount_form(table, &row, column);
    switch (row.value) {
    case ValueKind::amount: return amount_format(form);
    case ValueKind::share: return {Kind::percent, Unit::kr, row.decimals};
    case ValueKind::count: return {Kind::number, Unit::kr, 1};
    }
    return amount_format(form);
}

StyleId Look::sheet_title() {
    CellStyle style = text_style(16);
    style.serif = true;
    style.bold = true;
    return book_.style(style);
}

StyleId Look::sheet_subtitle() {
    CellStyle style = text_style(9);
    style.colour = palette::side_text;
    return book_.style(style);
}

StyleId Look::table_title(double size) {
    CellStyle style = text_style(size);
    style.serif = true;
    style.bold = true;
    return book_.style(style);
}

StyleId Look::explanation() {
    CellStyle style = text_style(8.5);
    style.colour = palette::side_text;
    style.wrap = true;
    return book_.style(style);
}

StyleId Look::column_header(Align align, double size) {
    CellStyle style = text_style(size, align);
    style.bold = true;
    style.wrap = true;
    style.below = Rule::strong;
    return book_.style(style);
}

StyleId Look::row_text(const Row& row, double size) {
    CellStyle style = text_style(is_main_heading(row) ? size + 1 : size);
    style.bold = row.emphasis == Emphasis::total || (row.kind == RowKind::heading);
    style.wrap = true;
    return book_.style(style);
}

StyleId Look::list_text(double size) {
    CellStyle style = text_style(size);
    style.wrap = true;
    return book_.style(style);
}

StyleId Look::insats_text(const std::string& sheet, int kind_column, double size) {
    CellStyle style = text_style(size);
    style.wrap = true;
    style.line_kind = "[.$" + column_name(kind_column) + "1]";
    style.line_sheet = sheet;
    return book_.style(style);
}

StyleId Look::insats_figure(NumberFormat format, const std::string& sheet, int kind_column, double size) {
    CellStyle style = figure_style(format, size);
    style.line_kind = "[.$" + column_name(kind_column) + "1]";
    style.line_sheet = sheet;
    return book_.style(style);
}

StyleId Look::list_code(double size) {
    return book_.style(text_style(size, Align::center));
}

StyleId Look::note_number(const Row& row) {
    CellStyle style = text_style(8.5, Align::center);
    style.bold = row.emphasis == Emphasis::total;
    return book_.style(style);
}

StyleId Look::figure(NumberFormat format, Emphasis emphasis, double size, bool rule_above) {
    CellStyle style = figure_style(format, size);
    if (emphasis != Emphasis::normal && rule_above) {
        style.above = Rule::thin;
    }
    if (emphasis == Emphasis::total) {
        style.bold = true;
        style.below = Rule::strong;
    }
    return book_.style(style);
}

StyleId Look::remark() {
    CellStyle style = text_style(8);
    style.italic = true;
    style.wrap = true;
    return book_.style(style);
}

StyleId Look::helper_header() {
    CellStyle style = text_style(7, Align::right);
    style.colour = helper_colour;
    style.wrap = true;
    return book_.style(style);
}

StyleId Look::helper_figure(NumberFormat format) {
    CellStyle style = figure_style(format, 7);
    style.colour = helper_colour;
    return book_.style(style);
}

StyleId Look::helper_text() {
    CellStyle style = text_style(7);
    style.colour = helper_colour;
    return book_.style(style);
}

StyleId Look::data_header(Align align) {
    return book_.style(data_header_style(align));
}

StyleId Look::state_header() {
    CellStyle style = data_header_style(Align::left);
    style.indent = state_indent;
    return book_.style(style);
}

StyleId Look::data_text() {
    CellStyle style = text_style(8.5);
    style.format.kind = Kind::text;
    return book_.style(style);
}

StyleId Look::data_result() {
    CellStyle style = text_style(8.5);
    style.indent = 1.5;
    style.colour = palette::side_text;
    return book_.style(style);
}

StyleId Look::value_small() {
    return book_.style(text_style(8.5));
}

StyleId Look::data_amount() {
    return book_.style(figure_style({Kind::plain_unit, Unit::ore, 0}, 8.5));
}

StyleId Look::data_number(Align align) {
    CellStyle style = figure_style({Kind::formula, Unit::kr, 0}, 8.5);
    style.align = align;
    return book_.style(style);
}

StyleId Look::data_date() {
    CellStyle style = figure_style({Kind::date, Unit::kr, 0}, 8.5);
    style.align = Align::center;
    return book_.style(style);
}

StyleId Look::warning() {
    CellStyle style = text_style(8.5);
    style.colour = palette::fails;
    style.bold = true;
    return book_.style(style);
}

StyleId Look::yes_no() {
    CellStyle style = figure_style({Kind::yes_no, Unit::kr, 0}, 8.5);
    style.align = Align::center;
    return book_.style(style);
}

StyleId Look::label() {
    CellStyle style = text_style(9.5);
    style.colour = palette::side_text;
    return book_.style(style);
}

StyleId Look::value_text() {
    return book_.style(text_style(9.5));
}

StyleId Look::value_number() {
    CellStyle style = figure_style({Kind::formula, Unit::kr, 0}, 9.5);
    style.align = Align::left;
    return book_.style(style);
}

StyleId Look::file_sum() {
    CellStyle style = figure_style({Kind::plain_unit, Unit::ore, 0}, 9.5);
    style.align = Align::left;
    return book_.style(style);
}

StyleId Look::link(double size) {
    CellStyle style = text_style(size);
    style.colour = palette::link;
    return book_.style(style);
}

StyleId Look::cell_list() {
    CellStyle style = text_style(7.5);
    style.colour = palette::side_text;
    style.wrap = true;
    return book_.style(style);
}

StyleId Look::state(double size) {
    CellStyle style = text_style(size);
    style.indent = state_indent;
    style.state = true;
    return book_.style(style);
}

StyleId Look::small_text(double size) {
    CellStyle style = text_style(size);
    style.wrap = true;
    style.indent = 1.5;
    return book_.style(style);
}

StyleId Look::written_text() {
    CellStyle style = text_style(9.5);
    style.format.kind = Kind::text;
    style.wrap = true;
    style.input = true;
    style.background = "#ffffff";
    style.below = Rule::light;
    return book_.style(style);
}

StyleId Look::input_text() {
    CellStyle style = text_style(9);
    style.format.kind = Kind::text;
    style.input = true;
    style.background = "#fff8dc";
    style.below = Rule::light;
    return book_.style(style);
}

StyleId Look::input_figure(NumberFormat format) {
    CellStyle style = figure_style(format, 9);
    style.input = true;
    style.background = "#fff8dc";
    style.below = Rule::light;
    return book_.style(style);
}

} // namespace finsam::workbook
