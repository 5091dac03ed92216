#include "templates/builder/workbook_reader.hpp"

#include "templates/builder/data_columns.hpp"
#include "templates/builder/read_books.hpp"
#include "templates/builder/read_input.hpp"
#include "templates/builder/report_plan.hpp"
#include "templates/builder/workbook_builder.hpp"

#include <fmt/format.h>

namespace finsam::workbook {
namespace {

std::string quoted_field(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        out += c == '"' ? "\"\"" : std::string(1, c);
    }
    return out + "\"";
}

/// A line of the CSV for each row of the sheet, so that an error's line tells the row.
std::string map_csv(const CellReader& cells, std::vector<int>& rows) {
    std::string csv = "från;till;benämning;rad;notrad;uppgift;rad_debet;notrad_debet;kontroll;säkerhet;källa\n";
    int row = data_first_row;
    for (const auto& line : cells.read(sheet::map, {{data_first_row, 0}, {last_sheet_row, map_column::source}})) {
        const bool is_used = !cell_text(line[map_column::from]).empty() || !cell_text(line[map_column::to]).empty();
        if (is_used) {
            for (int column = 0; column <= map_column::source; ++column) {
                csv += (column == 0 ? "" : ";") + quoted_field(cell_text(line[static_cast<std::size_t>(column)]));
            }
            csv += '\n';
            rows.push_back(row + 1);
        }
        ++row;
    }
    return csv;
}

tl::expected<AccountMap, std::string> read_map(const CellReader& cells) {
    std::vector<int> rows;
    auto map = AccountMap::from_csv(map_csv(cells, rows));
    if (map) {
        return map;
    }
    // "Kontokartan, rad 3: ..." counts the lines of the CSV: its line 2 is the first row of the sheet that is used.
    static constexpr std::string_view mark = "Kontokartan, rad ";
    std::string text = map.error();
    if (text.starts_with(mark)) {
        const std::size_t end = text.find(':');
        const auto line = static_cast<std::size_t>(std::stoul(text.substr(mark.size(), end - mark.size())));
        if (line >= 2 && line - 2 < rows.size()) {
            text = fmt::format("Bladet Kontokarta, rad {}{}", rows[line - 2], text.substr(end));
        }
    }
    return tl::unexpected(text + " Rätta raden på bladet Kontokarta och försök igen.");
}

/// Texts that the builder wrote and that nobody types: headings of the data sheets, and what stands before the input
/// cells.
std::string moved_part(const Sheet& built, const CellReader& cells, int row, int first, int last) {
    const auto now = cells.read(built.name, {{row, first}, {row, last}});
    for (int column = first; column <= last; ++column) {
        const auto cell = built.cells.find({row, column});
        const std::string* wanted =
            cell == built.cells.end() ? nullptr : std::get_if<std::string>(&cell->second.content);
        const std::string shown =
            now.empty() ? std::string() : cell_text(now.front()[static_cast<std::size_t>(column - first)]);
        if (wanted != nullptr && !wanted->empty() && shown != *wanted) {
            if (shown.empty()) { // an earlier version knew fewer columns
                return fmt::format(
                    "Bladet {}: cell {} är tom i stället för att innehålla ”{}”. Är arbetsboken gjord med "
                    "en äldre version av Finsam, gör en ny med Ny rapport. Har någon ändrat bladet, "
                    "ångra det och försök igen.",
                    built.name, a1({row, column}), *wanted);
            }
            return fmt::format("Bladet {}: i cell {} står ”{}” i stället för ”{}”. Rader eller kolumner har flyttats, "
                               "lagts till eller tagits bort; ångra det och försök igen.",
                               built.name, a1({row, column}), shown, *wanted);
        }
    }
    return {};
}

} // namespace

std::string moved_parts(const Layout& layout, const Capacities& capacities, const CellReader& cells) {
    const Workbook book = build_workbook(layout, capacities);
    for (const Sheet& built : book.sheets) {
        if (!cells.has_sheet(built.name)) {
            return fmt::format("Bladet {} finns inte: det har bytt namn eller tagits bort. Ge det sitt namn tillbaka "
                               "och försök igen.",
                               built.name);
        }
    }
    for (const auto& [name, row] :
         {std::pair{sheet::map, data_header_row}, std::pair{sheet::balances, data_header_row},
          std::pair{sheet::objects, data_header_row}, std::pair{sheet::vouchers, data_header_row},
          std::pair{sheet::imports, data_header_row}, std::pair{sheet::start, years_header_row},
          std::pair{sheet::start, imports_header_row(layout)}, std::pair{sheet::input, input_header_row},
          std::pair{sheet::input, budget_header_row(layout)}}) {
        const Sheet& built = *book.find(name);
        const int last = built.columns.empty() ? 0 : static_cast<int>(built.columns.size()) - 1;
        if (std::string text = moved_part(built, cells, row, 0, last); !text.empty()) {
            return text;
        }
    }
    for (std::size_t i = 0; i < layout.inputs.size(); ++i) {
        const int row = input_first_row + static_cast<int>(i);
        if (std::string text = moved_part(*book.find(sheet::input), cells, row, 0, 0); !text.empty()) {
            return text;
        }
    }
    return {};
}

tl::expected<WorkbookContent, std::string> read_workbook(const Layout& layout, const Capacities& capacities,
                                                         const CellReader& cells, const std::string& dimension) {
    auto map = read_map(cells);
    if (!map) {
        return tl::unexpected(map.error());
    }
    auto books = read_books_back(cells, layout);
    if (!books) {
        return tl::unexpected(books.error());
    }
    books->insats_dimension = dimension;
    WorkbookContent content{std::move(*books), std::move(*map), {}, 1};
    read_input_back(cells, layout, capacities, content);
    return content;
}

} // namespace finsam::workbook
