#include "bridge/comparison/key_figures.hpp"

#include "bridge/figures/soliditet.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam {
namespace {

constexpr std::string_view own_table = "jamforelse"; ///< rows that no table of the annual report has
constexpr ValueKind share = ValueKind::share;
constexpr ValueKind kronor = ValueKind::amount;

constexpr KeyFigure all[] = {
    {.key = "soliditet",
     .text = "Soliditet",
     .value = share,
     .table = "oversikt",
     .row = "soliditet",
     .rule = "Eget kapital minus ansvarsförbindelser, delat med summa tillgångar. Utan tillgångar inget tal.",
     .source = "RKR R15; tabellen Översikt"},
    {.key = "ek_andel_medlemsintakter",
     .text = "Eget kapital / medlemsintäkter",
     .value = share,
     .table = "oversikt",
     .row = "ek_andel_medlemsintakter",
     .rule = "Utgående eget kapital delat med årets bidrag från medlemmarna (notrad driftbidrag).",
     .source = "Nationella rådets riktvärde för eget kapital; tabellen Översikt"},
    {.key = "andel_insatser",
     .text = "Insatsernas andel av kostnaderna",
     .value = share,
     .table = own_table,
     .row = "andel_insatser",
     .rule = "Verksamhetsanknuten personal, lokaler och övrigt (not 2), delat med verksamhetens kostnader.",
     .source = "LKBR 9 kap.; not 2"},
    {.key = "andel_personal",
     .text = "Personalens andel av kostnaderna",
     .value = share,
     .table = own_table,
     .row = "andel_personal",
     .rule = "Egna personalkostnader (not 2), delat med verksamhetens kostnader.",
     .source = "LKBR 9 kap.; not 2"},
    {.key = "andel_arvoden",
     .text = "Arvodenas andel av kostnaderna",
     .value = share,
     .table = own_table,
     .row = "andel_arvoden",
     .rule = "Arvoden (not 2), delat med verksamhetens kostnader.",
     .source = "LKBR 9 kap.; not 2"},
    {.key = "andel_ovrigt",
     .text = "Övrigas andel av kostnaderna",
     .value = share,
     .table = own_table,
     .row = "andel_ovrigt",
     .rule = "Övriga kostnader (not 2), delat med verksamhetens kostnader.",
     .source = "LKBR 9 kap.; not 2"},
    {.key = "medlemsintakter",
     .text = "Medlemsintäkter",
     .sign = "intäkt +",
     .value = kronor,
     .table = "eget_kapital",
     .row = "medlemsbidrag",
     .rule = "Årets bidrag från medlemmarna: konton med notraden driftbidrag i kontokartan.",
     .source = "LKBR 5 kap.; not 1"},
    {.key = "verksamhetens_intakter",
     .text = "Verksamhetens intäkter",
     .sign = "intäkt +",
     .value = kronor,
     .table = "resultatrakning",
     .row = "verksamhetens_intakter",
     .rule = "Resultaträkningens rad.",
     .source = "LKBR 5 kap."},
    {.key = "verksamhetens_kostnader",
     .text = "Verksamhetens kostnader",
     .sign = "kostnad −",
     .value = kronor,
     .table = "resultatrakning",
     .row = "verksamhetens_kostnader",
     .rule = "Resultaträkningens rad; avskrivningar ingår inte.",
     .source = "LKBR 5 kap."},
    {.key = "arets_resultat",
     .text = "Årets resultat",
     .sign = "överskott +",
     .value = kronor,
     .table = "resultatrakning",
     .row = "arets_resultat",
     .rule = "Räknat ur klass 3–8, aldrig ur bokningen på 89xx.",
     .source = "LKBR 5 kap."},
    {.key = "eget_kapital",
     .text = "Eget kapital",
     .sign = "kapital +",
     .value = kronor,
     .table = "balansrakning",
     .row = "eget_kapital",
     .rule = "Utgående eget kapital med årets resultat.",
     .source = "LKBR 6 kap."},
    {.key = "over_riktvarde",
     .text = "Eget kapital över riktvärdet",
     .sign = "över +",
     .value = kronor,
     .table = "eget_kapital",
     .row = "over_riktvarde",
     .rule = "Utgående eget kapital minus riktvärdet, som är en andel av medlemsbidraget i steg.",
     .source = "Nationella rådets riktvärde; stegens källa är inte bekräftad"},
    {.key = "summa_tillgangar",
     .text = "Summa tillgångar",
     .sign = "tillgång +",
     .value = kronor,
     .table = "balansrakning",
     .row = "summa_tillgangar",
     .rule = "Balansräkningens rad.",
     .source = "LKBR 6 kap."},
    {.key = "budgeterat_resultat",
     .text = "Budgeterat resultat",
     .sign = "överskott +",
     .value = kronor,
     .table = own_table,
     .row = "resultat",
     .column = ColumnKind::budget,
     .rule = "Resultaträkningens resultat enligt den budget per insats som har angetts, annars enligt SIE-filens "
             "(#PBUDGET). Utan budget inget tal.",
     .source = "RKR R14"},
    {.key = "budgetavvikelse",
     .text = "Budgetavvikelse",
     .sign = "bättre än budget +",
     .value = kronor,
     .table = own_table,
     .row = "resultat",
     .column = ColumnKind::deviation,
     .rule = "Årets resultat minus budgeterat resultat.",
     .source = "LKBR 10 kap., RKR R14"},
    {.key = "budgetavvikelse_andel",
     .text = "Budgetavvikelse / medlemsintäkter",
     .sign = "bättre än budget +",
     .value = share,
     .numerator = "budgetavvikelse",
     .denominator = "medlemsintakter",
     .rule = "Budgetavvikelsen delad med årets bidrag från medlemmarna, så att stora och små förbund kan jämföras.",
     .source = "LKBR 10 kap., RKR R14; måttet är programmets eget"},
};

Row own_row(std::string key, std::string text, RowKind kind, std::vector<Term> terms) {
    Row row;
    row.key = std::move(key);
    row.text = std::move(text);
    row.kind = kind;
    row.value = kind == RowKind::share ? ValueKind::share : ValueKind::amount;
    row.terms = std::move(terms);
    return row;
}

/// Costs are negative, above and below the line.
Row cost_share(std::string key, std::string text, Term costs) {
    return own_row(std::move(key), std::move(text), RowKind::share,
                   {std::move(costs), {1, "resultatrakning", "verksamhetens_kostnader", 0}});
}

Term note_2(const char* row) {
    return {1, "not_2_kostnader", row, 0};
}

Table table_of_own_rows() {
    Table table;
    table.key = own_table;
    table.title = "Jämförelse";
    table.hidden = true;
    table.form = usual_form(Unit::ore);
    table.columns = {{ColumnKind::outcome, 0, "{ar}"},
                     {ColumnKind::budget, 0, "Budget {ar}"},
                     {ColumnKind::deviation, 0, "Avvikelse"}};
    table.rows = {own_row("resultat", "Årets resultat", RowKind::sum, {{1, "resultatrakning", "arets_resultat", 0}}),
                  own_row("insatser", "Verksamhetsanknutna kostnader", RowKind::sum,
                          {note_2("verksamhetsanknuten_personal"), note_2("verksamhetsanknutna_lokaler"),
                           note_2("verksamhetsanknutet_ovrigt")}),
                  cost_share("andel_insatser", "Insatser", {1, "", "insatser", 0}),
                  cost_share("andel_personal", "Personal", note_2("personalkostnader")),
                  cost_share("andel_arvoden", "Arvoden", note_2("arvoden")),
                  cost_share("andel_ovrigt", "Övrigt", note_2("ovriga_kostnader"))};
    return table;
}

/// nullptr where the report has no such row or column.
const Value* find_figure(const Report& report, const KeyFigure& figure) {
    const ReportTable* table = report.find(figure.table);
    const ReportRow* row = table == nullptr ? nullptr : table->find(figure.row);
    if (row == nullptr) {
        return nullptr;
    }
    const auto& columns = table->rule->columns;
    const auto column =
        std::ranges::find_if(columns, [&](const Column& one) { return one.kind == figure.column && one.year == 0; });
    const auto index = static_cast<std::size_t>(column - columns.begin());
    return index < row->values.size() ? &row->values[index] : nullptr;
}

/// As the engine's rows of slag andel.
Value quotient(const Value& above, const Value& below) {
    const Ore* numerator = std::get_if<Ore>(&above);
    const Ore* denominator = std::get_if<Ore>(&below);
    if (numerator == nullptr || denominator == nullptr) {
        return {};
    }
    const auto value = soliditet(to_kronor_double(*numerator), to_kronor_double(*denominator));
    return value ? Value(*value) : Value();
}

} // namespace

std::span<const KeyFigure> key_figures() noexcept {
    return all;
}

std::size_t key_figure_index(std::string_view key) noexcept {
    return static_cast<std::size_t>(std::ranges::find(all, key, &KeyFigure::key) - std::begin(all));
}

std::string heading(const KeyFigure& figure, std::string_view unit_of_amounts) {
    return fmt::format("{} ({}{}{})", figure.text, figure.value == share ? "%" : unit_of_amounts,
                       figure.sign.empty() ? "" : ", ", figure.sign);
}

Layout comparison_layout() {
    Layout layout = Layout::built_in("kr").value();
    layout.tables.push_back(table_of_own_rows());
    return layout;
}

std::vector<Value> key_figures_of(const Report& report) {
    std::vector<Value> values;
    for (const KeyFigure& figure : all) {
        if (figure.table.empty()) {
            values.push_back(quotient(values.at(key_figure_index(figure.numerator)),
                                      values.at(key_figure_index(figure.denominator))));
        } else if (const Value* value = find_figure(report, figure)) {
            values.push_back(*value);
        } else {
            values.emplace_back();
        }
    }
    return values;
}

} // namespace finsam
