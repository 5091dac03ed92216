#include "tests/office/shown_figures.hpp"

#include "tests/office/text.hpp"

#include <algorithm>
#include <cmath>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>

namespace finsam::office {
namespace {

namespace uno = com::sun::star::uno;

std::optional<std::size_t> column_of(const RuleFigure& figure) {
    const auto& columns = figure.table->columns;
    const auto found = std::ranges::find_if(
        columns, [&](const Column& one) { return one.kind == figure.kind && one.year == figure.year; });
    return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

bool is_line_of(const std::string& key, const Row& list) {
    return key == list.key || key.starts_with(list.key + ".");
}

/// Of a table of slag insatser: neither the sum, nor a part or subtotal of other lines.
bool is_summed(const std::string& key) {
    return key != "summa" && !key.starts_with("omrade.") && !key.ends_with(".varav");
}

} // namespace

SheetContents::Sheet& SheetContents::of(const std::string& name) {
    const auto [entry, is_new] = sheets_.try_emplace(name);
    if (is_new) {
        const auto range = document_.range(name + ".A1:AF900");
        entry->second.values =
            uno::Reference<com::sun::star::sheet::XCellRangeData>(range, uno::UNO_QUERY_THROW)->getDataArray();
        entry->second.formulas =
            uno::Reference<com::sun::star::sheet::XCellRangeFormula>(range, uno::UNO_QUERY_THROW)->getFormulaArray();
    }
    return entry->second;
}

std::optional<double> SheetContents::number(const std::string& sheet, workbook::Address at) {
    double value = 0;
    const Sheet& contents = of(sheet);
    return (contents.values[at.row][at.column] >>= value) ? std::optional(value) : std::nullopt;
}

std::string SheetContents::text(const std::string& sheet, workbook::Address at) {
    rtl::OUString value;
    of(sheet).values[at.row][at.column] >>= value;
    return to_string(value);
}

bool SheetContents::is_formula(const std::string& sheet, workbook::Address at) {
    return of(sheet).formulas[at.row][at.column].startsWith("=");
}

ShownFigures::ShownFigures(SheetContents& contents, const std::vector<workbook::ReportCell>& cells, int credit_sign,
                           statement::Evaluator& engine)
    : engine_(engine) {
    for (const workbook::ReportCell& place : cells) {
        const std::string key = place.key_cell ? contents.text(place.sheet, *place.key_cell) : place.row;
        if (key.empty()) {
            continue; // an unused line
        }
        const Table& table = *engine.layout().find(place.table);
        const Row* row = table.kind == TableKind::insatser || place.key_cell ? nullptr : table.find(place.row);
        const auto column = static_cast<std::size_t>(place.column);
        Line line{key, {}, !contents.is_formula(place.sheet, place.at)};
        if (const auto number = contents.number(place.sheet, place.at)) {
            const double stable = *number * place.print_sign * (place.credit_side ? credit_sign : 1);
            const bool is_amount = row == nullptr || row->value == ValueKind::amount;
            line.figure.value = is_amount ? Value(Ore(std::llround(stable * 100))) : Value(stable);
            if (line.is_typed && is_amount) {
                line.figure.slack =
                    printed_slack(std::get<Ore>(line.figure.value), amount_form(table, row, &table.columns.at(column)));
            } else if (line.is_typed) {
                line.figure.share_slack = 0.5 * std::pow(10, -(2 + row->decimals));
            }
        }
        columns_[{place.table, column}].push_back(std::move(line));
    }
}

const std::vector<ShownFigures::Line>& ShownFigures::column(const RuleFigure& figure) const {
    return columns_.at({figure.table->key, column_of(figure).value()});
}

const statement::Cell& ShownFigures::engine(const RuleFigure& of) {
    return engine_.cell(*of.table, *of.row, of.kind, of.year);
}

std::vector<ReadFigure> ShownFigures::down(const RuleFigure& of) {
    std::vector<ReadFigure> figures;
    for (const Line& line : column(of)) {
        figures.push_back(line.figure);
    }
    return figures;
}

ReadFigure ShownFigures::lines(const RuleFigure& of) {
    ReadFigure sum{Ore(), of.row == nullptr ? Ore() : engine(of).slack};
    for (const Line& line : column(of)) {
        const bool is_line = of.row == nullptr ? is_summed(line.key) : is_line_of(line.key, *of.row);
        if (is_line && std::holds_alternative<Ore>(line.figure.value)) {
            sum.value = statement::add(sum.value, 1, line.figure.value);
            sum.slack += line.figure.slack;
        }
    }
    return sum;
}

/// A sum carries what its terms carry; the value, too, where no table shows the sum.
ReadFigure ShownFigures::made(const RuleFigure& of) {
    const statement::Cell& own = engine(of);
    const bool is_summed =
        of.row->kind == RowKind::sum && (of.kind == ColumnKind::outcome || of.kind == ColumnKind::budget ||
                                         of.kind == ColumnKind::forecast || of.kind == ColumnKind::calculated);
    const bool is_balanskrav = of.row->kind == RowKind::balanskrav && of.kind == ColumnKind::outcome;
    if (!is_summed && !is_balanskrav) {
        return {own.value, own.slack};
    }
    static constexpr int balanskrav_signs[] = {1, -1, 1, 1, -1, 1, -1, 1}; // LKBR 11:10
    ReadFigure sum{Ore(), {}};
    for (std::size_t i = 0; i < of.row->terms.size(); ++i) {
        const Term& term = of.row->terms[i];
        const int sign = is_balanskrav ? term.sign * balanskrav_signs[i] : term.sign;
        RuleFigure part = of;
        part.table = term.table.empty() ? of.table : engine_.layout().find(term.table);
        part.row = part.table->find(term.row);
        part.year = year_from(of.year, term.year);
        const ReadFigure read_part = read(part);
        sum.value = statement::add(sum.value, sign, read_part.value);
        sum.slack += is_balanskrav ? Ore() : read_part.slack;
    }
    return std::holds_alternative<Ore>(sum.value) ? sum : ReadFigure{own.value, own.slack};
}

ReadFigure ShownFigures::read(const RuleFigure& of) {
    if (of.part == FigurePart::lines) {
        return lines(of);
    }
    if (of.part == FigurePart::typed) {
        const Value typed = engine_.typed_value(*of.row, of.row->input_key, of.year);
        const Ore* amount = std::get_if<Ore>(&typed);
        return {typed, amount == nullptr ? Ore() : statement::typed_slack(*amount)};
    }
    if (of.row == nullptr) {
        return column(of).back().figure;
    }
    if (!column_of(of) || is_list(*of.row)) {
        return made(of);
    }
    const auto& shown = column(of);
    const auto found = std::ranges::find(shown, of.row->key, &Line::key);
    if (found == shown.end()) {
        return {};
    }
    ReadFigure figure = found->figure;
    if (!found->is_typed && of.row->value == ValueKind::amount) {
        figure.slack = made(of).slack;
    }
    return figure;
}

} // namespace finsam::office
