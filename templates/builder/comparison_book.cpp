#include "templates/builder/comparison_book.hpp"

#include "templates/builder/comparison_sheets.hpp"
#include "templates/builder/formula.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <numeric>

namespace finsam::workbook {
namespace {

constexpr double portrait = 174, landscape_width = 261; ///< mm between the margins
constexpr double text_size = 8.5;

/// Rows of a page; lines with a long name take two.
constexpr int portrait_rows = 46, landscape_rows = 28;

std::vector<std::size_t> figures_of(ValueKind kind) {
    std::vector<std::size_t> list;
    for (std::size_t i = 0; i < key_figures().size(); ++i) {
        if (key_figures()[i].value == kind) {
            list.push_back(i);
        }
    }
    return list;
}

Content content_of(const Value& value) {
    if (const Ore* amount = std::get_if<Ore>(&value)) {
        return to_kronor_double(*amount);
    }
    const double* share = std::get_if<double>(&value);
    return share == nullptr ? Content() : Content(*share);
}

/// Nothing of nothing: the median of no figures is an error in Calc, and the lowest is zero.
Formula summary(const char* function, Range range) {
    return {fmt::format("IF(COUNT({0})=0;\"\";{1}({0}))", cells(range), function)};
}

std::string joined(const std::vector<std::string>& sentences) {
    return fmt::format("{}", fmt::join(sentences, " "));
}

std::string remark(const ComparedForbund& one, const ComparedYear& year) {
    if (!year.missing.empty()) {
        return year.missing;
    }
    std::vector<std::string> all;
    if (!year.map_faults.empty()) {
        all.push_back("Talen är utelämnade. " + joined(year.map_faults));
    }
    if (!year.failed_checks.empty()) {
        all.push_back("Stämmer inte: " + joined(year.failed_checks));
    }
    if (!one.chart_hint.empty() && &year == &one.years.front()) {
        all.push_back(one.chart_hint);
    }
    return joined(all);
}

} // namespace

NumberFormat ComparisonBuilder::format_of(const KeyFigure& figure) {
    return figure.value == ValueKind::share ? NumberFormat{NumberFormat::Kind::percent, Unit::kr, 1}
                                            : amount_format(Unit::tkr);
}

Sheet& ComparisonBuilder::add_sheet(std::string_view name, bool landscape, const std::vector<double>& widths) {
    Sheet& sheet = book_.sheets.emplace_back();
    sheet.name = name;
    sheet.printed = true;
    sheet.landscape = landscape;
    for (const double width : widths) {
        sheet.columns.push_back({width, 0, false});
    }
    return sheet;
}

void ComparisonBuilder::title(Sheet& sheet, const std::string& text, const std::string& explanation) {
    const int columns = static_cast<int>(sheet.columns.size());
    sheet.put({0, 0}, text, look_.sheet_title()).merge_columns = columns;
    sheet.put({1, 0}, explanation, look_.explanation()).merge_columns = columns;
}

void ComparisonBuilder::table_title(Sheet& sheet, int row, const std::string& text) {
    sheet.put({row, 0}, text, look_.table_title()).merge_columns = static_cast<int>(sheet.columns.size());
}

/// Headings that stay in view and stand on every page.
void ComparisonBuilder::header(Sheet& sheet, int row) {
    sheet.put({row, 0}, std::string("Förbund"), look_.column_header(Align::left, text_size));
    sheet.repeat_rows = {row, row};
    sheet.freeze_rows = row + 1;
}

void ComparisonBuilder::names(Sheet& sheet, int row) {
    for (const ComparedForbund& one : comparison_.forbund) {
        sheet.put({row++, 0}, one.forbund.name, look_.list_text(text_size));
    }
    CellStyle style;
    style.size = text_size;
    style.bold = true;
    style.above = Rule::thin;
    for (const char* name : summary_names) {
        sheet.put({row++, 0}, std::string(name), book_.style(style));
        style.above = Rule::none;
    }
}

int ComparisonBuilder::figures(Sheet& sheet, Address at, std::size_t figure, std::size_t year) {
    const NumberFormat format = format_of(key_figures()[figure]);
    const Address first = at;
    for (const ComparedForbund& one : comparison_.forbund) {
        sheet.put(at, content_of(one.years.at(year).figures.at(figure)),
                  look_.figure(format, Emphasis::normal, text_size));
        ++at.row;
    }
    const Range range{first, {std::max(at.row - 1, first.row), at.column}};
    for (const char* function : {"MEDIAN", "MIN", "MAX"}) {
        const bool is_first = at.row == first.row + forbund_count();
        sheet.put(at, summary(function, range),
                  look_.figure(format, is_first ? Emphasis::subtotal : Emphasis::normal, text_size));
        ++at.row;
    }
    return at.row;
}

void ComparisonBuilder::finish(Sheet& sheet, int last_row) {
    sheet.print_range = Range{{0, 0}, {last_row, static_cast<int>(sheet.columns.size()) - 1}};
}

void ComparisonBuilder::side_by_side() {
    side_by_side(sheet::comparison, ValueKind::share,
                 fmt::format("{} förbund, räkenskapsår som slutar {}. En tom cell är ett tal som inte är känt; varför "
                             "står på bladet Underlag. Regler och källor står på bladet Nyckeltal.",
                             comparison_.forbund.size(), comparison_.years.front()));
    side_by_side(sheet::amounts, ValueKind::amount,
                 fmt::format("Räkenskapsår som slutar {}. Belopp i tkr; cellerna har hela kronor och ören.",
                             comparison_.years.front()));
}

void ComparisonBuilder::side_by_side(std::string_view name, ValueKind kind, const std::string& explanation) {
    constexpr double name_width = 63;
    const auto list = figures_of(kind);
    std::vector<double> widths(list.size(), (landscape_width - name_width) / static_cast<double>(list.size()));
    widths.insert(widths.begin(), name_width);
    Sheet& sheet = add_sheet(name, true, widths);
    title(sheet, kind == ValueKind::share ? "Jämförelse av samordningsförbund" : std::string(name), explanation);
    const double header_size = kind == ValueKind::share ? text_size : 7.5; // of long words in narrow columns
    constexpr int header_row = 3;
    header(sheet, header_row);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Address at{header_row, static_cast<int>(i) + 1};
        sheet.put(at, heading(key_figures()[list[i]], "tkr"), look_.column_header(Align::right, header_size));
        latest_[list[i]] = {sheet.name, header_row + 1, at.column};
        figures(sheet, {header_row + 1, at.column}, list[i], 0);
    }
    names(sheet, header_row + 1);
    finish(sheet, header_row + forbund_count() + summary_rows);
}

void ComparisonBuilder::over_years() {
    const int years = static_cast<int>(comparison_.years.size());
    constexpr double narrowest = 17, widest = 24, name_width = 70;
    const bool landscape = years > 6;
    const double room = landscape ? landscape_width : portrait;
    const double width = std::clamp((room - name_width) / years, narrowest, widest);
    std::vector<double> widths(static_cast<std::size_t>(years), width);
    widths.insert(widths.begin(), std::max(name_width, room - width * years));
    Sheet& sheet = add_sheet(sheet::over_years, landscape, widths);
    title(sheet, "Nyckeltalen över åren", "Räkenskapsår efter kalenderåret då de slutar. Belopp i tkr.");
    constexpr int header_row = 2; // one for all tables
    header(sheet, header_row);
    for (int year = 0; year < years; ++year) {
        sheet.put({header_row, year + 1}, std::to_string(comparison_.years[static_cast<std::size_t>(year)]),
                  look_.column_header(Align::right, text_size));
    }
    const int height = forbund_count() + summary_rows + 2;
    int row = header_row + 1, page = 0; // the first row of the page
    for (std::size_t figure = 0; figure < key_figures().size(); ++figure) {
        if (figure > 0 && row - page + height > (landscape ? landscape_rows : portrait_rows)) {
            sheet.rows[row].page_break = true;
            page = row;
        }
        table_title(sheet, row++, heading(key_figures()[figure], "tkr"));
        for (std::size_t year = 0; year < comparison_.years.size(); ++year) {
            const Address at{row, static_cast<int>(year) + 1};
            by_year_[{figure, year}] = {sheet.name, at.row, at.column};
            figures(sheet, at, figure, year);
        }
        names(sheet, row);
        row += forbund_count() + summary_rows + 1;
    }
    finish(sheet, row - 2);
}

void ComparisonBuilder::text_table(std::string_view name, const std::string& explanation,
                                   const std::vector<Heading>& headings,
                                   const std::vector<std::vector<std::string>>& lines) {
    std::vector<double> widths;
    for (const Heading& one : headings) {
        widths.push_back(one.width);
    }
    Sheet& sheet = add_sheet(name, true, widths);
    title(sheet, std::string(name), explanation);
    constexpr int header_row = 3;
    header(sheet, header_row);
    for (std::size_t i = 0; i < headings.size(); ++i) {
        sheet.put({header_row, static_cast<int>(i)}, headings[i].text, look_.column_header(Align::left, text_size));
    }
    CellStyle style;
    style.size = text_size;
    style.align = Align::left;
    style.wrap = true;
    style.below = Rule::light;
    int row = header_row + 1;
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            sheet.put({row, static_cast<int>(i)}, line[i], book_.style(style));
        }
        ++row;
    }
    finish(sheet, row - 1);
}

void ComparisonBuilder::rules() {
    std::vector<std::vector<std::string>> lines;
    for (const KeyFigure& figure : key_figures()) {
        lines.push_back({std::string(figure.text), figure.value == ValueKind::share ? "%" : "tkr",
                         std::string(figure.sign), std::string(figure.rule), std::string(figure.source)});
    }
    text_table(sheet::key_figures,
               "Varje nyckeltal är en rad i årsredovisningens tabeller (uppställning kr) eller räknat av samma program "
               "efter samma regler.",
               {{"Nyckeltal", 55}, {"Enhet", 14}, {"Tecken", 32}, {"Regel", 95}, {"Källa", 65}}, lines);
}

void ComparisonBuilder::basis() {
    std::vector<std::vector<std::string>> lines;
    for (const ComparedForbund& one : comparison_.forbund) {
        for (const ComparedYear& year : one.years) {
            lines.push_back({one.forbund.name, one.forbund.organisation_number, std::to_string(year.year), year.from,
                             year.to, one.map_name, remark(one, year)});
        }
    }
    text_table(sheet::basis, "Vad talen vilar på: räkenskapsår och kontokarta, och vad som saknas eller inte stämmer.",
               {{"Förbund", 60},
                {"Organisationsnummer", 34},
                {"År", 12},
                {"Från", 20},
                {"Till", 20},
                {"Kontokarta", 27},
                {"Anmärkning", 88}},
               lines);
}

Workbook plan_comparison_book(const Comparison& comparison) {
    Workbook book;
    book.title = "Jämförelse av samordningsförbund";
    book.generator = "finsam";
    book.sheets.reserve(7); // references to sheets stay where they are
    ComparisonBuilder build(comparison, book);
    build.side_by_side();
    build.charts();
    build.over_years();
    build.charts_over_years();
    build.rules();
    build.basis();
    return book;
}

} // namespace finsam::workbook
