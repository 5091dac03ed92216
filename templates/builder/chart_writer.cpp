#include "templates/builder/chart_writer.hpp"

#include "templates/builder/number_styles.hpp"
#include "templates/builder/odf_styles.hpp"

#include <fmt/format.h>
#include <initializer_list>
#include <utility>

namespace finsam::workbook {

namespace {

constexpr const char* font = "Liberation Sans";
constexpr const char* ink = "#26415f";  ///< dark enough to be black in print
constexpr const char* dark = "#8a9cb0"; ///< a black figure of a line can be read on it
constexpr const char* light = "#e3e7ec";
constexpr const char* grid = "#c8c8c8";
constexpr const char* line_ink = "#000000";

using Attributes = std::initializer_list<std::pair<const char*, std::string>>;

pugi::xml_node add(pugi::xml_node parent, const char* name, Attributes attributes = {}) {
    pugi::xml_node node = child(parent, name);
    for (const auto& [attribute, value] : attributes) {
        set(node, attribute, value);
    }
    return node;
}

pugi::xml_node add_style(pugi::xml_node automatic, const char* name, const std::string& number_style = {}) {
    pugi::xml_node style = add(automatic, "style:style", {{"style:name", name}, {"style:family", "chart"}});
    if (!number_style.empty()) {
        set(style, "style:data-style-name", number_style);
    }
    return style;
}

void add_text(pugi::xml_node style, double size, bool bold = false) {
    add(style, "style:text-properties",
        {{"style:font-name", font},
         {"fo:font-family", font},
         {"fo:font-size", fmt::format("{}pt", size)},
         {"fo:font-weight", bold ? "bold" : "normal"},
         {"fo:color", "#000000"}});
}

void add_graphic(pugi::xml_node style, Attributes attributes) {
    add(style, "style:graphic-properties", attributes);
}

std::string series_name(std::size_t index) {
    return fmt::format("Serie{}", index + 1);
}

void write_bar_fill(pugi::xml_node style, std::size_t index) {
    switch (index) {
    case 0:
        add_graphic(style, {{"draw:stroke", "solid"},
                            {"svg:stroke-width", "0.15mm"},
                            {"svg:stroke-color", ink},
                            {"draw:fill", "solid"},
                            {"draw:fill-color", dark}});
        return;
    case 1:
        add_graphic(style, {{"draw:stroke", "solid"},
                            {"svg:stroke-width", "0.15mm"},
                            {"svg:stroke-color", ink},
                            {"draw:fill", "solid"},
                            {"draw:fill-color", light}});
        return;
    default:
        add_graphic(style, {{"draw:stroke", "solid"},
                            {"svg:stroke-width", "0.15mm"},
                            {"svg:stroke-color", ink},
                            {"draw:fill", "hatch"},
                            {"draw:fill-color", "#ffffff"},
                            {"draw:fill-hatch-name", index == 2 ? "Randig" : "Rutig"},
                            {"draw:fill-hatch-solid", "true"}});
    }
}

void write_series_style(pugi::xml_node automatic, const Chart& chart, std::size_t index) {
    const bool is_line = chart.series[index].is_line;
    pugi::xml_node style = add_style(automatic, series_name(index).c_str(), number_style_name(chart.format));
    pugi::xml_node properties = add(style, "style:chart-properties",
                                    {{"chart:data-label-number", "value"},
                                     {"chart:link-data-style-to-source", "false"},
                                     {"chart:label-position", is_line ? "bottom" : "outside"}});
    if (is_line) {
        set(properties, "chart:symbol-type", "named-symbol");
        set(properties, "chart:symbol-name", "square");
        set(properties, "chart:symbol-width", "2mm");
        set(properties, "chart:symbol-height", "2mm");
        add_graphic(style, {{"draw:stroke", "dash"},
                            {"draw:stroke-dash", "Streckad"},
                            {"svg:stroke-width", "0.5mm"},
                            {"svg:stroke-color", line_ink},
                            {"draw:fill-color", line_ink}});
    } else {
        write_bar_fill(style, chart.series[index].pattern);
    }
    add_text(style, chart.figure_size);
}

/// Names of categories stand outside the bars, also of those below zero, and take more lines when they are long.
void write_axis_styles(pugi::xml_node automatic, const Chart& chart) {
    pugi::xml_node names = add_style(automatic, "Namnaxel");
    add(names, "style:chart-properties",
        {{"chart:display-label", "true"},
         {"chart:tick-marks-major-outer", "false"},
         {"chart:text-overlap", "true"},
         {"text:line-break", "true"},
         {"chart:axis-position", "0"},
         {"chart:axis-label-position", "outside-start"}});
    add_graphic(names, {{"draw:stroke", "solid"}, {"svg:stroke-width", "0.2mm"}, {"svg:stroke-color", "#404040"}});
    add_text(names, 9);
    pugi::xml_node values = add_style(automatic, "Talaxel", number_style_name(chart.format));
    add(values, "style:chart-properties",
        {{"chart:display-label", "true"},
         {"chart:tick-marks-major-outer", "false"},
         {"chart:logarithmic", "false"},
         {"chart:link-data-style-to-source", "false"},
         {"chart:axis-position", "start"}});
    add_graphic(values, {{"draw:stroke", "none"}});
    add_text(values, 8);
    add_graphic(add_style(automatic, "Rutnat"),
                {{"draw:stroke", "solid"}, {"svg:stroke-width", "0.1mm"}, {"svg:stroke-color", grid}});
}

void write_styles(pugi::xml_node automatic, const Chart& chart) {
    write_number_style(automatic, chart.format);
    for (const char* background : {"Diagram", "Vagg"}) {
        add_graphic(add_style(automatic, background),
                    {{"draw:stroke", "none"}, {"draw:fill", "solid"}, {"draw:fill-color", "#ffffff"}});
    }
    pugi::xml_node title = add_style(automatic, "Rubrik");
    add_text(title, 11, true);
    pugi::xml_node legend = add_style(automatic, "Forklaring");
    add_graphic(legend, {{"draw:stroke", "none"}, {"draw:fill", "none"}});
    add_text(legend, 9);
    pugi::xml_node axis_title = add_style(automatic, "Axelrubrik");
    add(axis_title, "style:chart-properties", {{"style:rotation-angle", chart.is_horizontal ? "0" : "90"}});
    add_text(axis_title, 9);
    add(add_style(automatic, "Rityta"), "style:chart-properties",
        {{"chart:include-hidden-cells", "false"},
         {"chart:treat-empty-cells", "leave-gap"},
         {"chart:vertical", chart.is_horizontal ? "true" : "false"},
         {"chart:auto-position", "true"},
         {"chart:auto-size", "true"},
         {"chart:gap-width", chart.is_horizontal ? "40" : "60"},
         {"chart:overlap", "0"}});
    write_axis_styles(automatic, chart);
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        write_series_style(automatic, chart, i);
    }
}

void write_axes(pugi::xml_node area, const Chart& chart, const std::string& sheet) {
    pugi::xml_node names = add(
        area, "chart:axis", {{"chart:dimension", "x"}, {"chart:name", "primary-x"}, {"chart:style-name", "Namnaxel"}});
    add(names, "chart:categories", {{"table:cell-range-address", absolute_range(sheet, chart.categories)}});
    pugi::xml_node values = add(
        area, "chart:axis", {{"chart:dimension", "y"}, {"chart:name", "primary-y"}, {"chart:style-name", "Talaxel"}});
    pugi::xml_node title = add(values, "chart:title", {{"chart:style-name", "Axelrubrik"}});
    add(title, "text:p").text().set(chart.value_title.c_str());
    add(values, "chart:grid", {{"chart:class", "major"}, {"chart:style-name", "Rutnat"}});
}

void write_plot(pugi::xml_node node, const Chart& chart, const std::string& sheet) {
    pugi::xml_node area = add(node, "chart:plot-area",
                              {{"chart:style-name", "Rityta"},
                               {"table:cell-range-address", charted_cells(chart, sheet)},
                               {"chart:data-source-has-labels", "both"}});
    write_axes(area, chart, sheet);
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        const SeriesRange& one = chart.series[i];
        add(area, "chart:series",
            {{"chart:style-name", series_name(i)},
             {"chart:values-cell-range-address", absolute_range(sheet, one.values)},
             {"chart:label-cell-address", absolute_range(sheet, {one.label, one.label})},
             {"chart:class", one.is_line ? "chart:line" : "chart:bar"}});
    }
    add(area, "chart:wall", {{"chart:style-name", "Vagg"}});
}

} // namespace

std::string charted_cells(const Chart& chart, const std::string& sheet) {
    const SeriesRange& last = chart.series.back();
    return absolute_range(sheet, {{last.label.row, chart.categories.first.column}, last.values.last});
}

void write_chart_common_styles(pugi::xml_node root) {
    pugi::xml_node styles = child(root, "office:styles");
    for (const auto& [name, kind] : {std::pair{"Randig", "single"}, std::pair{"Rutig", "double"}}) {
        add(styles, "draw:hatch",
            {{"draw:name", name},
             {"draw:style", kind},
             {"draw:color", ink},
             {"draw:distance", "0.9mm"},
             {"draw:rotation", "450"}});
    }
    add(styles, "draw:stroke-dash",
        {{"draw:name", "Streckad"},
         {"draw:style", "rect"},
         {"draw:dots1", "1"},
         {"draw:dots1-length", "2mm"},
         {"draw:distance", "1.2mm"}});
}

void write_chart_content(pugi::xml_node root, const Chart& chart, const std::string& sheet) {
    write_styles(child(root, "office:automatic-styles"), chart);
    pugi::xml_node body = child(child(root, "office:body"), "office:chart");
    pugi::xml_node node = add(body, "chart:chart",
                              {{"chart:class", "chart:bar"},
                               {"chart:style-name", "Diagram"},
                               {"svg:width", fmt::format("{}mm", chart.width)},
                               {"svg:height", fmt::format("{}mm", chart.height)}});
    add(add(node, "chart:title", {{"chart:style-name", "Rubrik"}}), "text:p").text().set(chart.title.c_str());
    if (chart.series.size() > 1) { // the title of a chart says what its only series is
        add(node, "chart:legend", {{"chart:legend-position", "bottom"}, {"chart:style-name", "Forklaring"}});
    }
    write_plot(node, chart, sheet);
}

} // namespace finsam::workbook
