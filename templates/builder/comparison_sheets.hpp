#pragma once
// The sheets of a comparison's workbook; `plan_comparison_book` calls them in order. Only for comparison_*.cpp.

#include "bridge/comparison/comparison.hpp"
#include "templates/builder/comparison_book.hpp"
#include "templates/builder/look.hpp"

#include <map>
#include <string>
#include <vector>

namespace finsam::workbook {

/// Where the figures of one nyckeltal stand in a column: a row for each förbund, then median, lowest and highest.
struct FigureColumn {
    std::string sheet;
    int first_row = 0, column = 0;
};

class ComparisonBuilder {
public:
    ComparisonBuilder(const Comparison& comparison, Workbook& book)
        : comparison_(comparison), book_(book), look_(book) {}

    void side_by_side();
    void charts();
    void over_years();
    void charts_over_years();
    void rules();
    void basis();

private:
    struct Heading {
        std::string text;
        double width; ///< mm
    };

    Sheet& add_sheet(std::string_view name, bool landscape, const std::vector<double>& widths);
    void title(Sheet& sheet, const std::string& text, const std::string& explanation);
    void header(Sheet& sheet, int row);
    void side_by_side(std::string_view name, ValueKind kind, const std::string& explanation);
    void table_title(Sheet& sheet, int row, const std::string& text);
    /// Names down the first column, from the row on, and the words of the three last rows.
    void names(Sheet& sheet, int row);
    /// One nyckeltal in one year down a column, with its last rows; the row after them.
    int figures(Sheet& sheet, Address at, std::size_t figure, std::size_t year);
    void finish(Sheet& sheet, int last_row);
    void text_table(std::string_view name, const std::string& explanation, const std::vector<Heading>& headings,
                    const std::vector<std::vector<std::string>>& lines);
    [[nodiscard]] int forbund_count() const { return static_cast<int>(comparison_.forbund.size()); }
    [[nodiscard]] static NumberFormat format_of(const KeyFigure& figure);

    const Comparison& comparison_;
    Workbook& book_;
    Look look_;
    std::map<std::size_t, FigureColumn> latest_;                          ///< by nyckeltal, of the last year
    std::map<std::pair<std::size_t, std::size_t>, FigureColumn> by_year_; ///< by nyckeltal and year
};

/// Median, lowest, highest: the rows below the förbund.
inline constexpr const char* summary_names[] = {"Median", "Lägst", "Högst"};
inline constexpr int summary_rows = 3;

} // namespace finsam::workbook
