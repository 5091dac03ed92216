#include "bridge/report/layout_charts.hpp"

#include "bridge/report/layout_fields.hpp"

#include <algorithm>
#include <set>

namespace finsam {
namespace {

constexpr const char* usual_sheet = "Diagram";

ChartSeries read_series(const toml::table& toml, const ChartRule& chart, TomlErrors& errors) {
    TomlFields fields(toml, "Serie i diagrammet ”" + chart.key + "”", errors);
    ChartSeries series;
    series.text = fields.required_text("text");
    series.print_sign = read_sign(fields, "trycktecken", 1);
    series.required = fields.boolean("kravs");
    if (chart.kind == ChartKind::years) {
        const auto term = parse_term(fields.required_text("rad"));
        if (!term || term->sign < 0 || term->year != 0 || term->table.empty()) {
            fields.error("”rad” ska skrivas som \"tabell.rad\"");
        } else {
            series.figure = *term;
        }
        series.is_line = fields.choice<bool>("form", false, {{"stapel", false}, {"linje", true}});
    } else {
        series.kind = fields.choice<ColumnKind>("kolumn", ColumnKind::outcome,
                                                {{"utfall", ColumnKind::outcome},
                                                 {"netto", ColumnKind::outcome},
                                                 {"budget", ColumnKind::budget},
                                                 {"intakt", ColumnKind::income},
                                                 {"kostnad", ColumnKind::cost}});
        series.year = fields.integer("ar", 0);
    }
    fields.finish();
    return series;
}

class ChartCheck {
public:
    ChartCheck(const Layout& layout, const ChartRule& chart, std::size_t line, TomlErrors& errors)
        : layout_(layout), chart_(chart), line_(line), errors_(errors) {}

    void run() {
        if (chart_.series.empty() || chart_.series.size() > chart_series_limit) {
            error("”serier” ska ha mellan 1 och " + std::to_string(chart_series_limit) + " poster");
        }
        if (std::ranges::find(layout_.tables, chart_.sheet, &Table::sheet) != layout_.tables.end()) {
            error("bladet ”" + chart_.sheet + "” har tabeller; diagram står på ett blad för sig");
        }
        switch (chart_.kind) {
        case ChartKind::years: check_years(); break;
        case ChartKind::insatser: check_insatser(); break;
        case ChartKind::rows: check_rows(); break;
        }
    }

private:
    void error(const std::string& text) { errors_.add(line_, "Diagrammet ”" + chart_.key + "”: " + text + "."); }

    /// One axis has one unit.
    void check_years() {
        std::set<bool> is_share;
        for (const ChartSeries& series : chart_.series) {
            const Table* table = layout_.find(series.figure.table);
            const Row* row = table == nullptr ? nullptr : table->find(series.figure.row);
            if (row == nullptr || table->kind != TableKind::rows || row->kind == RowKind::heading || is_list(*row)) {
                error("”" + series.figure.table + "." + series.figure.row +
                      "” är ingen rad med tal i en tabell av slaget ”rader”");
                return;
            }
            is_share.insert(row->value == ValueKind::share);
        }
        if (is_share.size() > 1) {
            error("belopp och andelar kan inte stå på samma axel");
        }
    }

    void check_column(const Table& table) {
        for (const ChartSeries& series : chart_.series) {
            if (std::ranges::none_of(table.columns, [&](const Column& column) {
                    return column.kind == series.kind && column.year == series.year;
                })) {
                error("tabellen ”" + table.key + "” har inte kolumnen för serien ”" + series.text + "”");
            }
        }
    }

    void check_insatser() {
        const Table* table = layout_.find(chart_.table);
        if (table == nullptr || table->kind != TableKind::insatser) {
            error("”tabell” ska namnge en tabell av slaget ”insatser”");
        } else {
            check_column(*table);
        }
    }

    void check_rows() {
        if (chart_.rows.empty()) {
            error("”rader” ska ha minst en rad, skriven som \"tabell.rad\"");
        }
        for (const Term& term : chart_.rows) {
            const Table* table = layout_.find(term.table);
            const Row* row = table == nullptr ? nullptr : table->find(term.row);
            if (row == nullptr || table->kind != TableKind::rows || row->value != ValueKind::amount ||
                row->kind == RowKind::heading || term.year != 0 || term.sign < 0) {
                error("”" + term.table + "." + term.row + "” är ingen rad med belopp i en tabell av slaget ”rader”");
            } else {
                check_column(*table);
            }
        }
    }

    const Layout& layout_;
    const ChartRule& chart_;
    std::size_t line_;
    TomlErrors& errors_;
};

} // namespace

ChartRule read_chart(const toml::table& toml, TomlErrors& errors) {
    TomlFields fields(toml, "Diagrammet ”" + toml["nyckel"].value_or<std::string>("") + "”", errors);
    ChartRule chart;
    chart.key = fields.required_text("nyckel");
    chart.title = fields.required_text("titel");
    chart.description = fields.required_text("beskrivning");
    chart.sheet = fields.text("blad");
    if (chart.sheet.empty()) {
        chart.sheet = usual_sheet;
    }
    check_sheet_name(chart.sheet, fields);
    chart.kind = fields.choice<ChartKind>(
        "slag", ChartKind::years,
        {{"ar", ChartKind::years}, {"insatser", ChartKind::insatser}, {"rader", ChartKind::rows}});
    chart.form = read_form(fields, {});
    chart.table = fields.text("tabell");
    chart.rows = read_terms(fields, "rader");
    chart.only_positive = fields.boolean("bara_positiva");
    for (const toml::table* series : fields.tables("serier")) {
        chart.series.push_back(read_series(*series, chart, errors));
    }
    fields.finish();
    return chart;
}

void check_charts(const Layout& layout, const std::vector<std::size_t>& lines, TomlErrors& errors) {
    std::set<std::string> keys;
    for (std::size_t i = 0; i < layout.charts.size(); ++i) {
        if (!keys.insert(layout.charts[i].key).second) {
            errors.add(lines[i], "Diagrammet ”" + layout.charts[i].key + "” finns redan.");
        }
        ChartCheck(layout, layout.charts[i], lines[i], errors).run();
    }
}

} // namespace finsam
