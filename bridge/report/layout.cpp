#include "bridge/report/layout.hpp"

#include "bridge/report/embedded.hpp"
#include "bridge/report/layout_references.hpp"
#include "bridge/report/toml_fields.hpp"

#include <algorithm>
#include <iterator>

namespace finsam {
namespace {

/// "-balansrakning.kassa_bank@-1": sign, table, row, year. Nothing when it is not of that form.
std::optional<Term> parse_term(std::string_view text) {
    Term term;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        term.sign = text.front() == '-' ? -1 : 1;
        text.remove_prefix(1);
    }
    if (const auto at = text.find('@'); at != std::string_view::npos) {
        const std::string_view year = text.substr(at + 1);
        if (year.size() != 2 || year[0] != '-' || year[1] < '1' || year[1] > '9') {
            return std::nullopt;
        }
        term.year = -(year[1] - '0');
        text = text.substr(0, at);
    }
    if (const auto dot = text.find('.'); dot != std::string_view::npos) {
        term.table = text.substr(0, dot);
        text.remove_prefix(dot + 1);
    }
    if (text.empty() || text.find_first_of(" .@") != std::string_view::npos) {
        return std::nullopt;
    }
    term.row = text;
    return term;
}

std::vector<Term> read_terms(TomlFields& fields, std::string_view key) {
    std::vector<Term> terms;
    for (const std::string& text : fields.texts(key)) {
        if (auto term = parse_term(text)) {
            terms.push_back(std::move(*term));
        } else {
            fields.error("termen ”" + text + "” ska skrivas som \"rad\", \"-tabell.rad\" eller \"tabell.rad@-1\"");
        }
    }
    return terms;
}

Unit read_unit(TomlFields& fields) {
    return fields.choice<Unit>("enhet", Unit::kr,
                               {{"öre", Unit::ore}, {"kr", Unit::kr}, {"tkr", Unit::tkr}, {"mnkr", Unit::mnkr}});
}

ValueKind read_value_kind(TomlFields& fields) {
    return fields.choice<ValueKind>(
        "varde", ValueKind::amount,
        {{"belopp", ValueKind::amount}, {"andel", ValueKind::share}, {"antal", ValueKind::count}});
}

int read_sign(TomlFields& fields, std::string_view key, int otherwise) {
    const int sign = fields.integer(key, otherwise);
    if (sign != 1 && sign != -1) {
        fields.error("”" + std::string(key) + "” ska vara 1 eller -1");
    }
    return sign;
}

Column read_column(const toml::table& toml, const std::string& table, TomlErrors& errors) {
    TomlFields fields(toml, "Kolumn i tabellen ”" + table + "”", errors);
    Column column;
    column.kind = fields.choice<ColumnKind>("slag", ColumnKind::outcome,
                                            {{"utfall", ColumnKind::outcome},
                                             {"budget", ColumnKind::budget},
                                             {"avvikelse", ColumnKind::deviation},
                                             {"ingaende", ColumnKind::opening},
                                             {"forandring", ColumnKind::change}});
    column.year = fields.integer("ar", 0);
    column.header = fields.required_text("rubrik");
    if (column.year > 0 || column.year < -9) {
        fields.error("”ar” ska vara 0 (rapportåret) eller ett negativt tal");
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
    row.input_key = fields.text("indata");
    row.input_first = fields.boolean("indata_fore");
}

Row read_row(const toml::table& toml, const std::string& table, TomlErrors& errors) {
    const std::string key = toml["nyckel"].value_or<std::string>("");
    TomlFields fields(toml, "Rad ”" + (key.empty() ? "(rubrik)" : key) + "” i tabellen ”" + table + "”", errors);
    Row row;
    row.key = fields.text("nyckel");
    row.text = fields.required_text("text");
    row.kind = fields.choice<RowKind>("slag", RowKind::heading,
                                      {{"rubrik", RowKind::heading},
                                       {"konton", RowKind::accounts},
                                       {"lista", RowKind::account_list},
                                       {"summa", RowKind::sum},
                                       {"indata", RowKind::input},
                                       {"soliditet", RowKind::soliditet},
                                       {"balanskrav", RowKind::balanskrav},
                                       {"andel", RowKind::share}});
    row.note = fields.text("not");
    row.value = read_value_kind(fields);
    row.emphasis = fields.choice<Emphasis>(
        "betoning", Emphasis::normal,
        {{"normal", Emphasis::normal}, {"delsumma", Emphasis::subtotal}, {"summa", Emphasis::total}});
    read_row_sources(row, fields);
    row.print_sign = read_sign(fields, "trycktecken", 1);
    row.credit_side = fields.boolean("kreditsida");
    row.decimals = fields.integer("decimaler", 0);
    row.hide_when_empty = fields.boolean("dolj_tom");
    row.hidden = !fields.boolean("visas", true);
    row.shows_account = fields.boolean("visa_konto");
    row.list_by =
        fields.choice<ListBy>("uppdelning", ListBy::account, {{"konto", ListBy::account}, {"insats", ListBy::insats}});
    fields.finish();
    return row;
}

/// The workbook's own sheets, and what Calc and Excel allow in a sheet's name.
void check_sheet_name(std::string_view name, TomlFields& fields) {
    static constexpr std::string_view own[] = {"Start",  "Kontroller", "Indata",         "Kontokarta",
                                               "Saldon", "Objekt",     "Verifikationer", "Importlogg"};
    if (std::ranges::find(own, name) != std::end(own)) {
        fields.error("”blad” är ”" + std::string(name) + "”, som är namnet på ett av arbetsbokens egna blad");
    }
    if (name.size() > 31 || name.find_first_of("[]*?:/\\'") != std::string_view::npos) {
        fields.error("”blad” är ”" + std::string(name) +
                     "”, men ett blads namn får vara högst 31 tecken och inte ha []*?:/\\'");
    }
}

Table read_table(const toml::table& toml, TomlErrors& errors, LayoutLines& lines) {
    const std::string key = toml["nyckel"].value_or<std::string>("");
    TomlFields fields(toml, "Tabellen ”" + key + "”", errors);
    Table table;
    table.key = fields.required_text("nyckel");
    table.title = fields.required_text("titel");
    table.sheet = fields.required_text("blad");
    check_sheet_name(table.sheet, fields);
    table.number = fields.text("nummer");
    table.kind = fields.choice<TableKind>("slag", TableKind::rows,
                                          {{"rader", TableKind::rows}, {"insatser", TableKind::insatser}});
    table.unit = read_unit(fields);
    table.remark = fields.text("anmarkning");
    for (const toml::table* column : fields.tables("kolumner")) {
        table.columns.push_back(read_column(*column, table.key, errors));
    }
    std::vector<std::size_t> row_lines;
    for (const toml::table* row : fields.tables("rader")) {
        table.rows.push_back(read_row(*row, table.key, errors));
        row_lines.push_back(row->source().begin.line);
    }
    lines.tables.push_back(fields.line());
    lines.rows.push_back(std::move(row_lines));
    fields.finish();
    return table;
}

InputField read_input(const toml::table& toml, TomlErrors& errors) {
    TomlFields fields(toml, "Indata ”" + toml["nyckel"].value_or<std::string>("") + "”", errors);
    InputField input;
    input.key = fields.required_text("nyckel");
    input.text = fields.required_text("text");
    input.value = read_value_kind(fields);
    input.sign = read_sign(fields, "tecken", 1);
    input.rule = fields.text("regel");
    fields.finish();
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

tl::expected<Layout, std::string> Layout::from_toml(std::string_view toml) {
    const auto parsed = parse_toml(toml);
    if (!parsed) {
        return tl::unexpected(parsed.error());
    }
    TomlErrors errors;
    TomlFields fields(*parsed, "Uppställningen", errors);
    Layout layout;
    LayoutLines lines;
    layout.name = fields.required_text("namn");
    layout.title = fields.required_text("titel");
    for (const toml::table* table : fields.tables("tabell")) {
        layout.tables.push_back(read_table(*table, errors, lines));
    }
    for (const toml::table* input : fields.tables("indata")) {
        layout.inputs.push_back(read_input(*input, errors));
        lines.inputs.push_back(input->source().begin.line);
    }
    for (const toml::table* check : fields.tables("kontroll")) {
        layout.checks.push_back(read_check(*check, errors));
        lines.checks.push_back(check->source().begin.line);
    }
    fields.finish();
    if (!errors.first()) {
        check_references(layout, lines, errors);
    }
    if (errors.first()) {
        return tl::unexpected(*errors.first());
    }
    return layout;
}

tl::expected<Layout, std::string> Layout::built_in(std::string_view name) {
    const auto bytes = find_embedded(name, ".toml");
    return bytes ? from_toml(*bytes) : tl::unexpected("Uppställningen " + bytes.error());
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

bool Layout::is_flow(const Table& at, const Row& row) const {
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
