#include "bridge/report/layout.hpp"

#include "bridge/figures/driftredovisning.hpp"
#include "bridge/report/embedded.hpp"
#include "bridge/report/layout_charts.hpp"
#include "bridge/report/layout_document.hpp"
#include "bridge/report/layout_fields.hpp"
#include "bridge/report/layout_references.hpp"
#include "bridge/report/toml_fields.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <set>

namespace finsam {
namespace {

/// Nothing when it is what the table says.
std::optional<AmountForm> read_own_form(TomlFields& fields, AmountForm of_table) {
    const AmountForm form = read_form(fields, of_table);
    return form == of_table ? std::nullopt : std::optional(form);
}

ValueKind read_value_kind(TomlFields& fields) {
    return fields.choice<ValueKind>(
        "varde", ValueKind::amount,
        {{"belopp", ValueKind::amount}, {"andel", ValueKind::share}, {"antal", ValueKind::count}});
}

/// A text that begins "{ar}", "{ar-4}" or "{ar+2}"; nothing when it begins otherwise.
std::optional<int> year_offset(std::string_view text) {
    text.remove_prefix(std::min<std::size_t>(3, text.size()));
    if (text.starts_with('}')) {
        return 0;
    }
    const bool is_offset =
        text.size() >= 3 && (text[0] == '-' || text[0] == '+') && text[1] >= '1' && text[1] <= '9' && text[2] == '}';
    return is_offset ? std::optional((text[0] == '-' ? -1 : 1) * (text[1] - '0')) : std::nullopt;
}

Column read_column(const toml::table& toml, const Table& table, TomlErrors& errors) {
    TomlFields fields(toml, "Kolumn i tabellen ”" + table.key + "”", errors);
    Column column;
    column.kind = fields.choice<ColumnKind>("slag", ColumnKind::outcome,
                                            {{"utfall", ColumnKind::outcome},
                                             {"budget", ColumnKind::budget},
                                             {"avvikelse", ColumnKind::deviation},
                                             {"periodbudget", ColumnKind::period_budget},
                                             {"prognos", ColumnKind::forecast},
                                             {"prognosavvikelse", ColumnKind::forecast_deviation},
                                             {"ingaende", ColumnKind::opening},
                                             {"forandring", ColumnKind::change},
                                             {"intakt", ColumnKind::income},
                                             {"kostnad", ColumnKind::cost},
                                             {"fordelning", ColumnKind::calculated},
                                             {"avvikelse_fordelning", ColumnKind::from_calculated},
                                             {"netto", ColumnKind::outcome}});
    column.year = fields.integer("ar", 0);
    if (column.year > 0 || column.year < -9) {
        fields.error("”ar” ska vara 0 (rapportåret) eller ett negativt tal");
    }
    if (fields.boolean("samma_period")) {
        column.year = same_period_year;
    }
    column.header = fields.required_text("rubrik");
    column.form = read_own_form(fields, table.form);
    if (table.kind == TableKind::insatser) {
        column.print_sign = read_sign(fields, "trycktecken", 1);
    }
    fields.finish();
    return column;
}

void read_row_sources(Row& row, TomlFields& fields) {
    row.measure =
        fields.choice<Measure>("matt", Measure::result, {{"resultat", Measure::result}, {"saldo", Measure::closing}});
    row.map_column = fields.choice<MapColumn>(
        "karta", MapColumn::row,
        {{"rad", MapColumn::row}, {"notrad", MapColumn::note_row}, {"uppgift", MapColumn::extra}});
    row.map_keys = fields.texts("kartnycklar");
    row.sie_sign = read_sign(fields, "sie_tecken", -1);
    row.terms = read_terms(fields, row.kind == RowKind::sum ? "summa" : "av");
    row.step_keys = fields.texts("trappa");
    row.origin = fields.integer("fran", 0);
    row.forecast_key = fields.text("prognos");
    row.input_key = fields.text("indata");
    row.input_first = fields.boolean("indata_fore");
}

int read_share_decimals(TomlFields& fields) {
    const int decimals = fields.integer("decimaler", 0);
    if (decimals < 0 || decimals > 2) {
        fields.error("”decimaler” ska vara 0, 1 eller 2");
    }
    return decimals;
}

Row read_row(const toml::table& toml, const Table& table, DocumentKind document, TomlErrors& errors) {
    const std::string key = toml["nyckel"].value_or<std::string>("");
    TomlFields fields(toml, "Rad ”" + (key.empty() ? "(rubrik)" : key) + "” i tabellen ”" + table.key + "”", errors);
    Row row;
    row.key = fields.text("nyckel");
    row.text = fields.required_text("text");
    const std::string of_period = fields.text("deltext");
    if (document == DocumentKind::interim && !of_period.empty()) {
        row.text = of_period;
    }
    row.kind = fields.choice<RowKind>("slag", RowKind::heading,
                                      {{"rubrik", RowKind::heading},
                                       {"konton", RowKind::accounts},
                                       {"lista", RowKind::account_list},
                                       {"summa", RowKind::sum},
                                       {"indata", RowKind::input},
                                       {"soliditet", RowKind::soliditet},
                                       {"balanskrav", RowKind::balanskrav},
                                       {"andel", RowKind::share},
                                       {"riktvarde", RowKind::guideline},
                                       {"underskott", RowKind::carried},
                                       {"medlemmar", RowKind::members},
                                       {"medlemslista", RowKind::member_list}});
    row.note = fields.text("not");
    row.value = read_value_kind(fields);
    row.emphasis = fields.choice<Emphasis>(
        "betoning", Emphasis::normal,
        {{"normal", Emphasis::normal}, {"delsumma", Emphasis::subtotal}, {"summa", Emphasis::total}});
    read_row_sources(row, fields);
    row.print_sign = read_sign(fields, "trycktecken", 1);
    row.credit_side = fields.boolean("kreditsida");
    if (row.value == ValueKind::amount) {
        row.form = read_own_form(fields, table.form);
    } else {
        row.decimals = read_share_decimals(fields);
    }
    row.hide_when_empty = fields.boolean("dolj_tom");
    row.hidden = !fields.boolean("visas", true);
    row.member_group = fields.text("grupp");
    row.shows_account = fields.boolean("visa_konto");
    row.list_by =
        fields.choice<ListBy>("uppdelning", ListBy::account, {{"konto", ListBy::account}, {"insats", ListBy::insats}});
    if (table.kind == TableKind::insatser) {
        row.before_insatser = fields.boolean("fore");
    }
    fields.finish();
    return row;
}

/// The eight columns of driftredovisning (RKR R14).
std::vector<Column> usual_insats_columns() {
    std::vector<Column> columns(driftredovisning_columns.size());
    static constexpr std::pair<ColumnKind, const char*> kinds[] = {{ColumnKind::income, "Intäkt {ar}"},
                                                                   {ColumnKind::cost, "Kostnad {ar}"},
                                                                   {ColumnKind::outcome, "Netto {ar}"},
                                                                   {ColumnKind::budget, "Budget {ar}"},
                                                                   {ColumnKind::deviation, "Avvikelse {ar}"}};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& [kind, header] = kinds[i % std::size(kinds)];
        columns[i].kind = kind;
        columns[i].header = header;
        columns[i].year = i < std::size(kinds) ? 0 : -1;
    }
    return columns;
}

constexpr int usual_text_lines = 8;

InsatsTable read_insats_table(TomlFields& fields) {
    InsatsTable out;
    out.area = fields.text("omrade");
    out.subtotals = fields.boolean("delsummor");
    out.by_label = fields.boolean("etiketter");
    out.map_keys = fields.texts("kartnycklar");
    out.part_note_rows = fields.texts("varav");
    if (const std::string text = fields.text("delsummatext"); !text.empty()) {
        out.subtotal_text = text;
    }
    if (const std::string text = fields.text("summatext"); !text.empty()) {
        out.sum_text = text;
    }
    return out;
}

using NamedDocument = std::pair<std::string_view, DocumentKind>;
constexpr NamedDocument documents[] = {{"arsredovisning", DocumentKind::annual},
                                       {"delarsrapport", DocumentKind::interim},
                                       {"budget", DocumentKind::budget}};

/// `visas_i`: the documents that are named there, or `otherwise`.
std::set<DocumentKind> read_documents(TomlFields& fields, std::set<DocumentKind> otherwise) {
    const std::vector<std::string> names = fields.texts("visas_i");
    std::set<DocumentKind> out;
    for (const std::string& name : names) {
        if (const auto kind = document_kind(name)) {
            out.insert(*kind);
        } else {
            fields.error("”visas_i” har ”" + name + "” men kan ha arsredovisning, delarsrapport och budget");
        }
    }
    return names.empty() ? std::move(otherwise) : out;
}

void read_columns(TomlFields& fields, Table& table, TomlErrors& errors) {
    const auto columns = fields.tables("kolumner");
    if (!columns.empty()) {
        table.columns.clear();
    }
    for (const toml::table* column : columns) {
        table.columns.push_back(read_column(*column, table, errors));
    }
}

/// [tabell.delarsrapport]: the table stands in that document, with what is said there instead.
void read_section(const toml::table& toml, std::string_view name, Table& table, TomlErrors& errors) {
    TomlFields fields(toml, "Tabellen ”" + table.key + "” i " + std::string(name), errors);
    const auto take = [&](std::string_view key, std::string& target) {
        if (std::string text = fields.text(key); !text.empty()) {
            target = std::move(text);
        }
    };
    take("titel", table.title);
    take("blad", table.sheet);
    check_sheet_name(table.sheet, fields);
    take("anmarkning", table.remark);
    take("kalla", table.source);
    read_columns(fields, table, errors);
    fields.finish();
}

/// The sections of other documents are read too, so that what is wrong in them is told.
void read_sections(TomlFields& fields, Table& table, DocumentKind document, TomlErrors& errors) {
    std::set<DocumentKind> shown = read_documents(fields, {DocumentKind::annual});
    Table own = table;
    for (const auto& [name, kind] : documents) {
        const toml::table* section = kind == DocumentKind::annual ? nullptr : fields.table(name);
        if (section != nullptr) {
            Table there = table;
            read_section(*section, name, there, errors);
            shown.insert(kind);
            own = kind == document ? there : own;
        }
    }
    table = std::move(own);
    table.is_shown = shown.contains(document);
}

Table read_table(const toml::table& toml, DocumentKind document, TomlErrors& errors, LayoutLines& lines) {
    const std::string key = toml["nyckel"].value_or<std::string>("");
    TomlFields fields(toml, "Tabellen ”" + key + "”", errors);
    Table table;
    table.key = fields.required_text("nyckel");
    table.title = fields.required_text("titel");
    table.sheet = fields.required_text("blad");
    check_sheet_name(table.sheet, fields);
    table.number = fields.text("nummer");
    table.kind = fields.choice<TableKind>(
        "slag", TableKind::rows,
        {{"rader", TableKind::rows}, {"insatser", TableKind::insatser}, {"texter", TableKind::texts}});
    table.form = read_form(fields, {});
    table.remark = fields.text("anmarkning");
    table.source = fields.text("kalla");
    if (table.kind == TableKind::insatser) {
        table.insatser = read_insats_table(fields);
        table.columns = usual_insats_columns();
    } else if (table.kind == TableKind::texts) {
        table.text_lines = fields.integer("antal", usual_text_lines);
    }
    read_columns(fields, table, errors);
    read_sections(fields, table, document, errors);
    std::vector<std::size_t> row_lines;
    for (const toml::table* row : fields.tables("rader")) {
        table.rows.push_back(read_row(*row, table, document, errors));
        row_lines.push_back(row->source().begin.line);
    }
    lines.tables.push_back(fields.line());
    lines.rows.push_back(std::move(row_lines));
    fields.finish();
    return table;
}

/// Nothing (with the key among `elsewhere`) when the document does not ask for it.
std::optional<InputField> read_input(const toml::table& toml, Layout& layout, TomlErrors& errors) {
    TomlFields fields(toml, "Indata ”" + toml["nyckel"].value_or<std::string>("") + "”", errors);
    InputField input;
    input.key = fields.required_text("nyckel");
    input.text = fields.required_text("text");
    input.value = read_value_kind(fields);
    input.sign = read_sign(fields, "tecken", 1);
    input.rule = fields.text("regel");
    input.usual = fields.number("forval");
    const auto shown = read_documents(fields, {DocumentKind::annual, DocumentKind::interim, DocumentKind::budget});
    fields.finish();
    if (!shown.contains(layout.document)) {
        layout.elsewhere.push_back(input.key);
        return std::nullopt;
    }
    return input;
}

CheckRule read_check(const toml::table& toml, TomlErrors& errors) {
    TomlFields fields(toml, "Kontrollen ”" + toml["nyckel"].value_or<std::string>("") + "”", errors);
    CheckRule check;
    check.key = fields.required_text("nyckel");
    check.text = fields.required_text("text");
    check.rule = fields.text("regel");
    check.left = read_terms(fields, "vanster");
    check.right = read_terms(fields, "hoger");
    check.years = fields.integers("ar");
    if (check.left.empty() || check.right.empty()) {
        fields.error("”vanster” och ”hoger” ska ha minst en term var");
    }
    if (check.years.empty()) {
        fields.error("”ar” saknas, skriv till exempel ar = [0, -1]");
    }
    fields.finish();
    return check;
}

} // namespace

tl::expected<Layout, std::string> Layout::from_toml(std::string_view toml, DocumentKind document) {
    const auto parsed = parse_toml(toml);
    if (!parsed) {
        return tl::unexpected(parsed.error());
    }
    TomlErrors errors;
    TomlFields fields(*parsed, "Uppställningen", errors);
    Layout layout;
    LayoutLines lines;
    layout.toml = toml;
    layout.document = document;
    layout.name = fields.required_text("namn");
    layout.title = fields.required_text("titel");
    for (const toml::table* table : fields.tables("tabell")) {
        layout.tables.push_back(read_table(*table, document, errors, lines));
    }
    for (const toml::table* input : fields.tables("indata")) {
        if (auto field = read_input(*input, layout, errors)) {
            layout.inputs.push_back(std::move(*field));
            lines.inputs.push_back(input->source().begin.line);
        }
    }
    for (const toml::table* check : fields.tables("kontroll")) {
        layout.checks.push_back(read_check(*check, errors));
        lines.checks.push_back(check->source().begin.line);
    }
    for (const toml::table* chart : fields.tables("diagram")) {
        layout.charts.push_back(read_chart(*chart, errors));
        lines.charts.push_back(chart->source().begin.line);
    }
    fields.finish();
    if (!errors.first()) {
        check_references(layout, lines, errors);
    }
    if (!errors.first()) {
        keep_document(layout);
        check_charts(layout, lines.charts, errors);
    }
    if (errors.first()) {
        return tl::unexpected(*errors.first());
    }
    return layout;
}

tl::expected<Layout, std::string> Layout::built_in(std::string_view name, DocumentKind document) {
    const auto bytes = find_embedded(name, ".toml");
    return bytes ? from_toml(*bytes, document) : tl::unexpected("Uppställningen " + bytes.error());
}

std::optional<DocumentKind> document_kind(std::string_view name) noexcept {
    const auto* found = std::ranges::find(documents, name, &NamedDocument::first);
    return found == std::end(documents) ? std::nullopt : std::optional(found->second);
}

std::string document_key(DocumentKind kind) {
    return std::string(std::ranges::find(documents, kind, &NamedDocument::second)->first);
}

std::string_view swedish_name(DocumentKind kind) noexcept {
    switch (kind) {
    case DocumentKind::annual: return "Årsredovisning";
    case DocumentKind::interim: return "Delårsrapport";
    case DocumentKind::budget: return "Budget och verksamhetsplan";
    }
    return "";
}

int Layout::year_of_comparison() const noexcept {
    switch (document) {
    case DocumentKind::annual: return -1;
    case DocumentKind::interim: return same_period_year;
    case DocumentKind::budget: return -2;
    }
    return -1;
}

std::size_t insats_figure(const Column& column) noexcept {
    const bool last_year = column.year != 0;
    switch (column.kind) {
    case ColumnKind::income: return last_year ? 5 : 0;
    case ColumnKind::cost: return last_year ? 6 : 1;
    case ColumnKind::budget: return last_year ? 10 : 3;
    case ColumnKind::deviation: return 4;
    case ColumnKind::forecast: return 8;
    case ColumnKind::forecast_deviation: return 9;
    default: return last_year ? 7 : 2;
    }
}

std::optional<std::size_t> accounted_column(const Table& table, int year) noexcept {
    const InsatsTable& insatser = table.insatser;
    const bool only_costs = std::ranges::all_of(insatser.map_keys, [](const std::string& key) {
        return key == "verksamhetens_kostnader" || key == "avskrivningar";
    });
    if (table.kind != TableKind::insatser || !insatser.area.empty() || insatser.map_keys.empty()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Column& column = table.columns[i];
        if (column.year == year &&
            (column.kind == ColumnKind::outcome || (only_costs && column.kind == ColumnKind::cost))) {
            return i;
        }
    }
    return std::nullopt;
}

AmountForm amount_form(const Table& table, const Row* row, const Column* column) noexcept {
    if (row != nullptr && row->form) {
        return *row->form;
    }
    return column != nullptr && column->form ? *column->form : table.form;
}

std::string remark_text(const Table& table) {
    static constexpr std::string_view mark = "{enhet}";
    const auto at = table.remark.find(mark);
    if (at == std::string::npos) {
        return table.remark;
    }
    static constexpr const char* decimals[] = {"", " med en decimal", " med två decimaler"};
    const AmountForm form = table.form;
    const std::string unit = form.unit == Unit::ore
                                 ? "Belopp i kronor och ören."
                                 : fmt::format("Belopp i {}{}. Varje tal är avrundat för sig; "
                                               "avrundningsdifferenser kan förekomma.",
                                               swedish_name(form.unit), decimals[std::clamp(form.decimals, 0, 2)]);
    return std::string(table.remark).replace(at, mark.size(), unit);
}

std::string row_text(std::string_view text, int report_year) {
    static constexpr std::string_view mark = "{ar";
    std::string out;
    for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark)) {
        const auto offset = year_offset(text.substr(at));
        if (!offset) {
            break;
        }
        out += text.substr(0, at);
        out += std::to_string(report_year + *offset);
        text.remove_prefix(text.find('}', at) + 1);
    }
    return out.append(text);
}

const Row* Table::find(std::string_view wanted) const noexcept {
    for (const Row& row : rows) {
        if (!row.key.empty() && row.key == wanted) {
            return &row;
        }
    }
    return nullptr;
}

const Table* Layout::find(std::string_view wanted) const noexcept {
    for (const Table& table : tables) {
        if (table.key == wanted) {
            return &table;
        }
    }
    return nullptr;
}

bool is_list(const Row& row) noexcept {
    return row.kind == RowKind::account_list || row.kind == RowKind::member_list;
}

bool Layout::is_flow(const Table& at, const Row& row) const {
    if (row.kind == RowKind::members || row.kind == RowKind::member_list) {
        return true;
    }
    if (row.kind == RowKind::accounts || row.kind == RowKind::account_list) {
        return row.measure == Measure::result;
    }
    return row.kind == RowKind::sum && std::ranges::all_of(row.terms, [&](const Term& term) {
               const Table& table = term.table.empty() ? at : *find(term.table);
               return is_flow(table, *table.find(term.row));
           });
}

const Row* Layout::find(const Table& at, const Term& term) const noexcept {
    const Table* table = term.table.empty() ? &at : find(term.table);
    return table == nullptr ? nullptr : table->find(term.row);
}

} // namespace finsam
