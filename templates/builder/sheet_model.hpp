#pragma once
// A workbook as values: what the writer turns into ODF. No accounting here.

#include "parsers/swedish_format.hpp"
#include "templates/builder/cell_address.hpp"
#include "templates/builder/formula.hpp"

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace finsam::workbook {

/// How a cell shows its value. `general` is for cells that hold no formula; every formula cell has an explicit format,
/// or an add-in's figure is lost when a Calc without the extension opens the file (calc-extension.md).
struct NumberFormat {
    enum class Kind : std::uint8_t {
        general,
        text,       ///< what is typed stays text
        formula,    ///< result is a text or a whole number: "0"
        amount,     ///< "1 662 665", "−575", "-" for zero; `unit` scales what is shown, never the value
        plain_unit, ///< as amount, but zero is "0"
        percent,    ///< "89,6 %"
        number,     ///< "2" or "2,5": counts
        date,       ///< "2024-12-31"
        yes_no      ///< "ja" for 1, "nej" for 0
    };
    Kind kind = Kind::general;
    Unit unit = Unit::kr; ///< of amounts
    int decimals = 0;     ///< of amounts (`Unit::ore`: always two) and percent; the most of numbers
    friend auto operator<=>(const NumberFormat&, const NumberFormat&) = default;
};

enum class Align : std::uint8_t { standard, left, center, right };
enum class Rule : std::uint8_t { none, light, thin, strong };

struct CellStyle {
    NumberFormat format;
    Align align = Align::standard;
    double size = 9.5; ///< points
    bool bold = false;
    bool italic = false;
    bool wrap = false;
    bool serif = false;
    bool input = false; ///< a cell for people to fill: input style, not protected
    bool state = false; ///< shows "fel" in red and "stämmer" in green
    /// Of a line of insatser: cell of its kind, "[.$L1]" as seen from row 1 of the sheet; a subtotal ("S") is bold with
    /// a rule above, a part ("V") italic and in parentheses. "" for other cells.
    std::string line_kind, line_sheet;
    Rule above = Rule::none;
    Rule below = Rule::none;
    double indent = 0;      ///< mm
    std::string colour;     ///< "#b00000", "" = black
    std::string background; ///< "" = none
    friend auto operator<=>(const CellStyle&, const CellStyle&) = default;
};

/// Index into Workbook::styles; 0 is the default style.
using StyleId = std::size_t;

using Content = std::variant<std::monostate, std::string, double, Formula>;

struct Cell {
    Content content;
    StyleId style = 0;
    int merge_columns = 1;
    std::string validation; ///< name of a Validation, "" when none
    std::string link;       ///< sheet that the text leads to, "" when none
    Address link_cell{};    ///< on it
};

struct SheetColumn {
    double width = 22; ///< mm
    StyleId style = 0; ///< of every cell that has none of its own
    bool hidden = false;
};

struct RowShape {
    double height = 0; ///< mm, 0 = as high as its text
    bool page_break = false;
    bool hidden = false;
};

/// What a chart draws of each category: a range down, named by the cell that stands above it.
struct SeriesRange {
    Address label;
    Range values;
    bool is_line = false;
    std::size_t pattern = 0; ///< which of the fillings it has
};

/// A chart over cells of its own sheet. Rows that are hidden are not drawn.
struct Chart {
    std::string title;
    std::string description; ///< for people who cannot see it
    std::string value_title; ///< of the axis of values: "tkr"
    NumberFormat format;     ///< of the axis and of the figures at bars and marks
    bool is_horizontal = false;
    Range categories;
    std::vector<SeriesRange> series;
    double width = 0, height = 0; ///< mm
    double figure_size = 8;       ///< points: of the figures at bars and marks
};

struct Sheet {
    std::string name;
    std::vector<SheetColumn> columns;
    std::map<Address, Cell> cells;
    std::map<int, RowShape> rows;
    std::map<Address, Chart> charts; ///< by the cell they stand in, which `cells` has too
    std::optional<Range> print_range;
    std::optional<std::pair<int, int>> repeat_rows;
    bool printed = false;
    bool landscape = false;
    bool hidden = false;
    int freeze_rows = 0;
    int freeze_columns = 0;
    std::string tab_colour;
    bool is_protected = true;    ///< without password: against slips, not against people
    std::optional<Range> filter; ///< has filter buttons in its first row

    Cell& put(Address at, Content content, StyleId style = 0);
};

struct NamedRange {
    std::string name;
    std::string sheet;
    Range range;
};

struct Validation {
    std::string name;
    std::string condition; ///< OpenFormula: cell-content-is-in-list("1";"-1")
    std::string message;   ///< Swedish, shown when what is typed is refused
};

struct Workbook {
    std::string title;
    std::string generator;
    std::vector<CellStyle> styles{CellStyle{}};
    std::vector<Sheet> sheets;
    std::vector<NamedRange> names;
    std::vector<Validation> validations;
    std::map<std::string, std::string> properties; ///< document properties that the user may see

    [[nodiscard]] StyleId style(const CellStyle& wanted);
    /// Gives a name that the workbook has another range; one that it lacks is left out.
    void set_range(const NamedRange& name);
    [[nodiscard]] Sheet* find(std::string_view name) noexcept;
    [[nodiscard]] const Sheet* find(std::string_view name) const noexcept;
};

} // namespace finsam::workbook
