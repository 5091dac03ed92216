#include "templates/builder/check_formulas.hpp"
#include "templates/builder/contract.hpp"
#include "templates/builder/data_columns.hpp"
#include "templates/builder/sheets.hpp"

#include "bridge/report/map_keys.hpp"
#include "bridge/report/report_rules.hpp"
#include "bridge/workbook/text_width.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace finsam::workbook {

namespace {

namespace col {
inline constexpr int text = 0, year = 1, left = 2, right = 3, difference = 4, tolerance = 5, state = 6, rule = 7;
// On the screen alone: a page has a line for each check, and a link whose goal is on no page makes Calc 7.4 refuse to
// write a PDF.
inline constexpr int left_cells = 9, right_cells = 10, left_link = 11, right_link = 12, key = 13;
} // namespace col

/// What both sides of a check are.
enum class Measured { amount, share, count };

/// One line: texts and the formulas of both sides. A side without figure makes the check not applicable.
struct CheckLine {
    std::string key; ///< as in the engine's checks
    std::string text, rule;
    int slot = 0;
    CheckSide left, right;
    Measured measured = Measured::amount;
    Formula tolerance{"0"};
    /// Of a count of accounts: 1 for each row of Saldon that it counts. The sheet names the first of them.
    std::string accounts{};
};

/// Checks that are read together: of one table, or of the books.
struct CheckGroup {
    std::string title;
    std::vector<CheckLine> lines;
};

constexpr double line_size = 7.5; ///< points: most checks have room on one line of a page
constexpr int mapped_years = 4;   ///< as the engine: the map is checked this many years back

CheckSide when(const std::string& condition, const std::string& value, std::vector<Place> cells = {}) {
    return {{fmt::format("IF({};{};\"\")", condition, value)}, std::move(cells)};
}

/// Where people see what the check is about.
std::vector<Place> on_sheet(std::string_view name) {
    return {{std::string(name), {0, 0}}};
}

/// Accounts on Saldon that there should be none of.
CheckLine count_of_accounts(std::string key, std::string text, std::string rule, int slot, const std::string& condition,
                            const std::string& accounts) {
    return {std::move(key),
            std::move(text),
            std::move(rule),
            slot,
            when(condition, fmt::format("SUMPRODUCT({})", accounts), on_sheet(sheet::balances)),
            when(condition, "0"),
            Measured::count,
            {"0"},
            accounts};
}

std::string known(const char* name, int slot) {
    return year_name(name, slot) + "=1";
}

std::string any_known(int slot) {
    return fmt::format("{}+{}+{}>0", year_name("Finns_Res", slot), year_name("Finns_UB", slot),
                       year_name("Finns_Budget", slot));
}

/// Equity in SIE's sign with the year's result in it, as in the balance sheet.
std::string equity(int slot) {
    return fmt::format("SUMIFS({};{};{})+SUMIFS({};Saldon_Slag;\"R\")", year_name("Saldon_UB", slot),
                       year_name("Saldon_Rad_UB", slot), quoted(equity_key), year_name("Saldon_Res", slot));
}

void add_map_checks(std::vector<CheckLine>& lines, int slot) {
    const std::string result = year_name("Saldon_Res", slot);
    const std::string closing = year_name("Saldon_UB", slot);
    const std::string budget = year_name("Saldon_Budget", slot);
    const auto add = [&](const char* key, const char* text, const char* rule, const std::string& accounts) {
        lines.push_back(count_of_accounts(key, text, rule, slot, any_known(slot), accounts));
        lines.back().right.cells = on_sheet(sheet::map);
    };
    add("konton_utan_rad", "Konton med saldo som saknas i kontokartan (rättas på bladet Kontokarta)", "Kontokartan",
        fmt::format("(Saldon_Kartrad=\"\")*((({}<>0)+({}<>0)+({}<>0))>0)", result, closing, budget));
    add("konton_fel_rad", "Resultatkonton på balansrader och balanskonton på resultatrader", "Kontokartan",
        fmt::format("(Saldon_Slag=\"B\")*((({0}<>0)+({2}<>0))>0)+(Saldon_Slag=\"R\")*({1}<>0)", result, closing,
                    budget));
    static constexpr std::tuple<const char*, const char*, const char*> marked[] = {
        {"noll", "konton_ska_vara_noll", "Konton som ska vara noll men har saldo"},
        {"varna", "konton_ovanliga", "Konton med saldo som är ovanliga i ett samordningsförbund"}};
    for (const auto& [word, key, text] : marked) {
        add(key, text, "Kontokartan, kolumnen kontroll",
            fmt::format("(Saldon_Kontroll={})*((({}<>0)+({}<>0))>0)", quoted(word), result, closing));
    }
}

void add_book_checks(std::vector<CheckLine>& lines, int slot) {
    const std::string result = year_name("Saldon_Res", slot);
    const std::string closing = year_name("Saldon_UB", slot);
    const std::string own_closing =
        fmt::format("AND({};{}=0;{})", known("Finns_UB", slot), year_name("UB_nasta", slot), known("Finns_Res", slot));
    lines.push_back({"saldon_summerar_till_noll", "Utgående balanser och resultat summerar till noll", "SIE 4C §5",
                     slot, when(own_closing, fmt::format("ROUND(SUM({});2)", closing), on_sheet(sheet::balances)),
                     when(own_closing, fmt::format("ROUND(-SUM({});2)", result))});
    const std::string booked = fmt::format("SUMIFS({};Saldon_Rad;{})", result, quoted(booked_result_key));
    const std::string is_booked = fmt::format("AND({};ROUND({};2)<>0)", known("Finns_Res", slot), booked);
    lines.push_back({"bokfort_resultat", "Bokfört resultat (89xx) = beräknat resultat (klass 3–8)", "LKBR 5 kap.", slot,
                     when(is_booked, fmt::format("ROUND({};2)", booked), on_sheet(sheet::balances)),
                     when(is_booked, fmt::format("ROUND({}-SUMIFS({};Saldon_Slag;\"R\");2)", booked, result))});
    lines.push_back(count_of_accounts(
        "ib_rorelse_ub", "Konton vars ingående balans + verifikationer inte är utgående balans eller resultat",
        "SIE 4C §5", slot, year_name("Avstams", slot) + "=1",
        fmt::format("(ROUND({}+{}-{}-{};2)<>0)*1", year_name("Saldon_IB", slot), year_name("Saldon_Ver", slot), closing,
                    result)));
}

/// Each year's opening balances are what the year before ended with, as far back as the workbook keeps both.
void add_chain_checks(std::vector<CheckLine>& lines, int slot) {
    const std::string chain = year_name("Kedja", slot) + "=1";
    const std::string opening = year_name("Saldon_IB", slot), before = year_name("Saldon_UB", slot + 1);
    const std::string opening_equity = fmt::format("ROUND(-SUMIFS({};Saldon_Rad;{});2)", opening, quoted(equity_key));
    const std::string equity_before = fmt::format("ROUND(-({});2)", equity(slot + 1));
    CheckLine accounts = count_of_accounts(
        "ib_ub", "Konton vars ingående balans inte är föregående års utgående balans (eget kapital räknas tillsammans)",
        "LKBR 4 kap.", slot, chain,
        fmt::format("(Saldon_Rad<>{})*(ROUND({}-{};2)<>0)", quoted(equity_key), opening, before));
    accounts.left =
        when(chain, fmt::format("SUMPRODUCT({})+({}<>{})", accounts.accounts, opening_equity, equity_before),
             on_sheet(sheet::balances));
    lines.push_back(std::move(accounts));
    lines.push_back({"ib_ub_eget_kapital", "Ingående eget kapital = föregående års utgående eget kapital med resultat",
                     "LKBR 4 kap.", slot, when(chain, opening_equity, on_sheet(sheet::balances)),
                     when(chain, equity_before)});
}

/// Sums of Verifikationer tell in one pass that something differs, and what when it is one alone: two stand for more.
std::string one_or_more(const char* sum, const char* weighted, const std::string& is_one) {
    return fmt::format("IF(ROUND({0};2)=0;IF(ROUND({1};2)=0;0;2);IF({2};1;2))", sum, weighted, is_one);
}

void add_voucher_checks(std::vector<CheckLine>& lines) {
    const std::string nr = "ROUND(Ver_Summa_nr/Ver_Summa;0)";
    const std::string unbalanced = one_or_more(
        "Ver_Summa", "Ver_Summa_nr",
        fmt::format("AND(ABS({0}*Ver_Summa-Ver_Summa_nr)<0.01;ABS({0}*{0}*Ver_Summa-Ver_Summa_nr2)<0.01*{0})", nr));
    lines.push_back(
        {"verifikationer_balanserar",
         "Verifikationer som inte balanserar eller inte kunde läsas (2: två eller fler på bladet "
         "Verifikationer; avvisade står på Importlogg)",
         "LKBR 3 kap. 8 §", 0,
         when("SUM(Import_Verifikationer)+SUM(Import_Avvisade)+COUNT(Ver_Belopp)>0",
              "SUM(Import_Avvisade)+" + unbalanced, on_sheet(sheet::vouchers)),
         when("SUM(Import_Verifikationer)+SUM(Import_Avvisade)+COUNT(Ver_Belopp)>0", "0", on_sheet(sheet::imports)),
         Measured::count});
    const std::string sum = "(Ver_Summa-Ver_Summa_saldon)", weighted = "(Ver_Summa_konto-Ver_Summa_saldon_konto)";
    lines.push_back({"verifikationer_saldon",
                     "Konton där verifikationerna på bladet inte är det som står på bladet Saldon (2: två eller fler)",
                     "SIE 4C §5", 0,
                     when("COUNT(Ver_Belopp)>0",
                          one_or_more(sum.c_str(), weighted.c_str(),
                                      fmt::format("ABS(ROUND({1}/{0};0)*{0}-{1})<0.01", sum, weighted)),
                          on_sheet(sheet::vouchers)),
                     when("COUNT(Ver_Belopp)>0", "0", on_sheet(sheet::balances)), Measured::count});
}

/// A table of slag insatser that shows all of them, whatever they cost.
struct WholeTable {
    const TablePlan& plan;

    /// The column's sum; nothing when the table does not show the figure with its stable sign.
    [[nodiscard]] std::optional<Place> sum(std::string_view figure) const {
        const auto& columns = plan.table->columns;
        const auto column = std::ranges::find_if(columns, [&](const Column& one) {
            return insats_figure_names[insats_figure(one)] == figure && one.print_sign == 1;
        });
        return column == columns.end()
                   ? std::nullopt
                   : std::optional(Place{
                         plan.sheet, {plan.insatser.sum, plan.column_at(static_cast<int>(column - columns.begin()))}});
    }
};

std::vector<WholeTable> whole_tables(const ReportPlan& plan) {
    std::vector<WholeTable> tables;
    for (const SheetPlan& sheet_plan : plan.sheets()) {
        for (const TablePlan& table : sheet_plan.tables) {
            const InsatsTable& wanted = table.table->insatser;
            if (table.table->kind == TableKind::insatser && wanted.area.empty() && wanted.map_keys.empty()) {
                tables.push_back({table});
            }
        }
    }
    return tables;
}

void add_insatser_results(BuildContext& context, std::vector<CheckLine>& lines) {
    const Table* table = context.layout.find("resultatrakning");
    const Row* result = table == nullptr ? nullptr : table->find("arets_resultat");
    if (result == nullptr) {
        return;
    }
    for (const int year : {0, context.layout.year_of_comparison()}) {
        const auto place = context.plan.find({table, result, ColumnKind::outcome, year});
        for (const WholeTable& whole : whole_tables(context.plan)) {
            const auto net = whole.sum(year == 0 ? "netto" : "fg_netto");
            if (!net || !place) {
                continue;
            }
            const std::string own = cell(net->at, net->sheet), other = cell(place->at, place->sheet);
            const std::string both = fmt::format("COUNT({};{})=2", own, other);
            const std::string stable = fmt::format("{}*{}", print_sign(*result, ColumnKind::outcome), other);
            lines.push_back({"driftredovisning_resultat", "Driftredovisningens summa = årets resultat",
                             "LKBR 10 kap., RKR R14", slot_of(year), when(both, own, {*net}),
                             when(both, stable, {*place})});
        }
    }
}

/// The sums are what the amounts on Objekt sum to, whatever stands in the table.
void add_object_sums(BuildContext& context, std::vector<CheckLine>& lines) {
    static constexpr const char* now = "-SUMPRODUCT((Objekt_Utfall_Slag<>\"\")*Objekt_Utfall_Belopp)";
    static constexpr const char* before = "-SUMPRODUCT((Objekt_Foregaende_Slag<>\"\")*Objekt_Foregaende_Belopp)";
    static constexpr std::tuple<const char*, const char*, const char*> sums[] = {
        {"netto", "netto", now},
        {"budget", "budget", "SUM(INDEX(Insatser_Budget;0;3))"},
        {"fg_netto", "föregående års netto", before}};
    for (const WholeTable& whole : whole_tables(context.plan)) {
        const Table& table = *whole.plan.table;
        for (const auto& [figure, name, sum] : sums) {
            if (const auto place = whole.sum(figure)) {
                const std::string own = cell(place->at, place->sheet);
                const std::string is_known = fmt::format("ISNUMBER({})", own);
                lines.push_back({fmt::format("objekt_{}:{}", figure, table.key),
                                 fmt::format("{}: {} = insatsernas belopp på bladet Objekt", table.title, name),
                                 "RKR R14", 0, when(is_known, own, {*place}),
                                 when(is_known, fmt::format("ROUND({};2)", sum), on_sheet(sheet::objects))});
            }
        }
    }
}

/// A table of insatser over chosen accounts holds all of them.
void add_account_checks(BuildContext& context, std::vector<CheckLine>& lines) {
    for (const SheetPlan& sheet_plan : context.plan.sheets()) {
        for (const TablePlan& table : sheet_plan.tables) {
            for (const int year : {0, context.layout.year_of_comparison()}) {
                const int slot = slot_of(year);
                const auto column = accounted_column(*table.table, year);
                if (!column) {
                    continue;
                }
                const Address at{table.insatser.sum, table.column_at(static_cast<int>(*column))};
                const std::string own =
                    fmt::format("{}*{}", table.table->columns[*column].print_sign, cell(at, table.sheet));
                std::string accounts;
                for (const std::string& key : table.table->insatser.map_keys) {
                    accounts += fmt::format("-SUMIFS({};Saldon_Rad;{})", year_name("Saldon_Res", slot), quoted(key));
                }
                const std::string is_known = fmt::format("ISNUMBER({})", cell(at, table.sheet));
                lines.push_back({"insatser_konton_" + table.table->key,
                                 table.table->title + ": summan = kontona i resultaträkningen", "LKBR 9 kap.", slot,
                                 when(is_known, own, {{table.sheet, at}}),
                                 when(is_known, "ROUND(" + accounts + ";2)", on_sheet(sheet::balances))});
            }
        }
    }
}

void add_balanskrav_checks(BuildContext& context, std::vector<CheckLine>& lines) {
    for (const Table& table : context.layout.tables) {
        for (const Row& row : table.rows) {
            if (row.kind != RowKind::balanskrav) {
                continue;
            }
            std::string negative;
            std::vector<Place> cells;
            for (const std::size_t index : {1u, 2u, 3u, 6u, 7u}) { // positive only: LKBR 11:10
                const Figure target = context.plan.target({&table, &row, ColumnKind::outcome, 0}, row.terms.at(index));
                if (const auto place = context.plan.find(target)) {
                    const int sign = row.terms[index].sign * print_sign(*target.row, target.kind);
                    cells.push_back(*place);
                    negative += fmt::format("{}(N({}){}0)", negative.empty() ? "" : "+", cell(place->at, place->sheet),
                                            sign > 0 ? "<" : ">");
                }
            }
            lines.push_back(
                {"balanskrav_belopp",
                 "Vinster, förluster och reserv i balanskravsutredningen som är negativa (rättas på Indata)",
                 "LKBR 11 kap. 10 §",
                 0,
                 {{negative.empty() ? "0" : negative}, cells},
                 {{"0"}, on_sheet(sheet::input)},
                 Measured::count});
        }
    }
}

/// A deficit has its text under the table: the sheet writes it, and people may have written something else there.
void add_deficit_texts(BuildContext& context, std::vector<CheckLine>& lines) {
    for (const Table& table : context.layout.tables) {
        for (const Row& row : table.rows) {
            const auto place =
                row.kind != RowKind::balanskrav || table.columns.empty()
                    ? std::nullopt
                    : context.plan.find({&table, &row, table.columns.front().kind, table.columns.front().year});
            const TablePlan& plan = context.plan.plan_of(&table);
            if (place && plan.remark_row >= 0) {
                const std::string remark = cell({plan.remark_row, 0}, plan.sheet);
                const std::string is_negative = fmt::format("IFERROR(N({});0)<0", cell(place->at, place->sheet));
                lines.push_back(
                    {"balanskrav_negativt",
                     "Negativt balanskravsresultat som saknar sin text: ska återställas inom tre år, när och "
                     "hur",
                     "KL 11 kap. 12 §, LKBR 11 kap.", 0,
                     when(is_negative, fmt::format("IF(ISNUMBER(SEARCH(\"återställ\";{0}));0;1)", remark),
                          {{plan.sheet, {plan.remark_row, 0}}}),
                     when(is_negative, "0", {*place}), Measured::count});
            }
        }
    }
}

/// KL 11 kap. 12 §: what the year three years back left is restored when this year ends.
void add_deficit_checks(BuildContext& context, std::vector<CheckLine>& lines) {
    for (const Table& table : context.layout.tables) {
        for (const Row& row : table.rows) {
            if (row.kind == RowKind::carried && row.origin == 0) {
                const auto place = context.plan.find({&table, &row, ColumnKind::outcome, 0});
                lines.push_back(
                    {"balanskrav_aterstallt",
                     "Underskott som skulle ha återställts inom tre år (synnerliga skäl, 13 §: skriv det som "
                     "återstår på Indata)",
                     "KL 11 kap. 12 §",
                     0,
                     {context.formulas.overdue(table, row), place ? std::vector{*place} : std::vector<Place>()},
                     {{"0"}, on_sheet(sheet::input)}});
            }
        }
    }
}

/// What the map's own sheet can have wrong, and what was wrong with the files: of a planned year those before it.
void add_source_checks(std::vector<CheckLine>& lines) {
    std::string known;
    for (int slot = 0; slot < mapped_years; ++slot) {
        known += fmt::format("{}{}", slot == 0 ? "OR(" : ";", any_known(slot));
    }
    known += ")";
    lines.push_back({"karta_omlott",
                     "Rader på bladet Kontokarta som ska rättas (okända namn, intervall som går omlott; se kolumnen "
                     "anmärkning)",
                     "Kontokartan", 0, when(known, "SUMPRODUCT((Karta_Anmarkning<>\"\")*1)", on_sheet(sheet::map)),
                     when(known, "0"), Measured::count});
    lines.push_back({"sie_fel", "Fel i SIE-filerna när de lästes in (se bladet Importlogg)", "SIE 4C", 0,
                     when(known, "SUM(Import_Fel)", on_sheet(sheet::imports)), when(known, "0"), Measured::count});
}

CheckLine line_of(const CheckFormulas& formulas, const ReportRule& rule) {
    CheckFormula made = formulas.of(rule);
    const Measured measured = rule.form == RuleForm::share   ? Measured::share
                              : rule.form == RuleForm::equal ? Measured::amount
                                                             : Measured::count;
    return {rule.key,
            rule.text,
            rule.rule,
            slot_of(rule.year),
            std::move(made.left),
            std::move(made.right),
            measured,
            std::move(made.tolerance)};
}

/// The group's heading names the table: "Kassaflödesanalys: rader med ovanligt tecken" is "Rader med ovanligt tecken".
void leave_out_title(std::string& text, const std::string& title) {
    if (text.starts_with(title + ": ")) {
        text.erase(0, title.size() + 2);
        text.front() =
            text.front() >= 'a' && text.front() <= 'z' ? static_cast<char>(text.front() - 'a' + 'A') : text.front();
    }
}

/// The rules of each table in the layout's order, then what the books and the map are asked.
std::vector<CheckGroup> all_groups(BuildContext& context) {
    const std::vector<ReportRule> rules = report_rules(context.layout);
    const CheckFormulas formulas(context.plan, context.formulas);
    std::vector<CheckGroup> groups;
    const auto add_rules_of = [&](const Table* table, const std::string& title) {
        CheckGroup group{title, {}};
        for (const ReportRule& rule : rules) {
            if (rule.table == table && has_slot(rule.year)) {
                group.lines.push_back(line_of(formulas, rule));
                leave_out_title(group.lines.back().text, title);
            }
        }
        if (!group.lines.empty()) {
            groups.push_back(std::move(group));
        }
    };
    for (const Table& table : context.layout.tables) {
        add_rules_of(&table, table.title);
    }
    add_rules_of(nullptr, "Tabeller som dokumentet inte har");
    CheckGroup books{"Bokföringen, kontokartan och insatserna", {}};
    for (int slot = 0; slot < mapped_years; ++slot) {
        add_map_checks(books.lines, slot);
    }
    for (int slot = 0; slot < book_years; ++slot) {
        add_book_checks(books.lines, slot);
    }
    for (int slot = 0; slot + 1 < year_slots; ++slot) {
        add_chain_checks(books.lines, slot);
    }
    add_voucher_checks(books.lines);
    add_insatser_results(context, books.lines);
    add_object_sums(context, books.lines);
    add_account_checks(context, books.lines);
    add_balanskrav_checks(context, books.lines);
    add_deficit_texts(context, books.lines);
    add_deficit_checks(context, books.lines);
    add_source_checks(books.lines);
    groups.push_back(std::move(books));
    return groups;
}

/// "Balansräkning C7, C8 och 2 till": the cells of a side.
std::string cells_text(const std::vector<Place>& cells) {
    constexpr std::size_t most = 3;
    std::string text, last_sheet;
    for (std::size_t i = 0; i < std::min(cells.size(), most); ++i) {
        const bool is_same = cells[i].sheet == last_sheet;
        text += fmt::format("{}{}", text.empty() ? "" : is_same ? ", " : "; ", is_same ? "" : cells[i].sheet);
        if (cells[i].at != Address{0, 0}) {
            text += (is_same ? "" : " ") + a1(cells[i].at);
        }
        last_sheet = cells[i].sheet;
    }
    return cells.size() > most ? fmt::format("{} och {} till", text, cells.size() - most) : text;
}

/// "Saldon: konto 1930 och 2 till", of as many as the cell says.
Formula named_accounts(const std::string& accounts, const std::string& count) {
    return {
        fmt::format("IF(N({1})>0;\"Saldon: \"&IFERROR(\"konto \"&INDEX(Saldon_Konto;MATCH(1;INDEX({0};0);0));\"eget "
                    "kapital\")&IF({1}>1;\" och \"&({1}-1)&\" till\";\"\");\"Saldon\")",
                    accounts, count)};
}

/// Where a side stands, and a link to its first cell.
void put_cells(BuildContext& context, Sheet& sheet, int row, std::pair<int, int> columns,
               const std::vector<Place>& cells) {
    sheet.put({row, columns.first}, cells_text(cells), context.look.cell_list());
    if (!cells.empty()) {
        const Place& first = cells.front();
        Cell& link = sheet.put({row, columns.second}, fmt::format("{} {}", first.sheet, a1(first.at)),
                               context.look.link(line_size));
        link.link = first.sheet;
        link.link_cell = first.at;
    }
}

NumberFormat format_of(Measured measured) {
    switch (measured) {
    case Measured::share: return {NumberFormat::Kind::percent, Unit::kr, 2};
    case Measured::count: return {NumberFormat::Kind::number, Unit::kr, 0};
    case Measured::amount: break;
    }
    return {NumberFormat::Kind::plain_unit, Unit::ore, 0};
}

/// Shares are compared to the sixth decimal, as the engine does.
int decimals_of(Measured measured) {
    return measured == Measured::share ? 6 : 2;
}

/// In mm. Calc makes no row lower than a line of its usual text by itself.
double line_height(const CheckLine& line) {
    constexpr std::size_t text_letters = 84, rule_letters = 30; // that have room on a line whatever they are
    const auto lines = [](const std::string& text, std::size_t room) { return (text_width(text) + room - 1) / room; };
    const std::size_t most = std::max({std::size_t{1}, lines(line.text, text_letters), lines(line.rule, rule_letters)});
    return 0.8 + 2.9 * static_cast<double>(most);
}

void put_line(BuildContext& context, Sheet& sheet, int row, const CheckLine& line) {
    Look& look = context.look;
    const StyleId figure = look.figure(format_of(line.measured), Emphasis::normal, line_size);
    const std::string left = cell({row, col::left});
    const std::string right = cell({row, col::right});
    sheet.rows[row].height = line_height(line);
    sheet.put({row, col::text}, line.text, look.small_text(line_size));
    sheet.put({row, col::year}, Formula{year_name(line.slot == period_slot ? "Slut" : "Ar", line.slot) + "&\"\""},
              look.list_code(line_size));
    put_cells(context, sheet, row, {col::left_cells, col::left_link}, line.left.cells);
    if (!line.accounts.empty()) {
        sheet.put({row, col::left_cells}, named_accounts(line.accounts, left), look.cell_list());
    }
    put_cells(context, sheet, row, {col::right_cells, col::right_link}, line.right.cells);
    sheet.put({row, col::left}, line.left.value, figure);
    sheet.put({row, col::right}, line.right.value, figure);
    sheet.put(
        {row, col::difference},
        Formula{fmt::format("IF(COUNT({0};{1})=2;ROUND({0}-{1};{2});\"\")", left, right, decimals_of(line.measured))},
        figure);
    sheet.put({row, col::tolerance}, line.tolerance, figure);
    sheet.put({row, col::state},
              // Without the extension its functions are errors after a recalculation: that is no verdict on the books.
              Formula{fmt::format("IF(OR(ISERROR({1});ISERROR({2}));\"kan inte räknas\";IF(COUNT({0})=0;\"ej "
                                  "tillämplig\";IF({0}=0;\"stämmer\";IF(ABS({0})<={3};\"avrundning\";\"fel\"))))",
                                  cell({row, col::difference}), left, right, cell({row, col::tolerance}))},
              look.state(line_size));
    sheet.put({row, col::rule}, line.rule, look.small_text(line_size));
    sheet.put({row, col::key}, line.key, look.helper_text());
}

constexpr int summary_row = 2;

/// What the states are all in all, and the first that is no good.
Formula summary() {
    const auto count = [](const char* state) { return fmt::format("COUNTIF(Kontroller_Lage;{})", quoted(state)); };
    const auto of_first = [](const char* name) {
        return fmt::format("INDEX({};MATCH(\"fel\";Kontroller_Lage;0))", name);
    };
    return {fmt::format("{0}&\" stämmer, \"&{1}&\" avrundning, \"&{2}&\" fel, \"&{3}&\" ej tillämpliga\"&IF({6}>0;\", "
                        "\"&{6}&\" kan inte räknas\";\"\")&\".\"&IF({2}>0;\" Det "
                        "första felet: \"&{4}&\" (\"&{5}&\").\";\"\")",
                        count("stämmer"), count("avrundning"), count("fel"), count("ej tillämplig"),
                        of_first("Kontroller_Text"), of_first("Kontroller_Var"), count("kan inte räknas"))};
}

void put_headings(BuildContext& context, Sheet& sheet) {
    Look& look = context.look;
    static constexpr const char* headings[] = {"Kontroll", "År",       "Vänster led", "Höger led",
                                               "Skillnad", "Tolerans", "Läge",        "Regel"};
    for (int column = 0; column < static_cast<int>(std::size(headings)); ++column) {
        const Align align = column == col::year                               ? Align::center
                            : column >= col::left && column <= col::tolerance ? Align::right
                                                                              : Align::left;
        sheet.put({data_header_row, column}, std::string(headings[column]),
                  column == col::state ? look.state_header() : look.data_header(align));
    }
    sheet.put({data_header_row, col::left_cells}, std::string("Vänster led: var"), look.data_header());
    sheet.put({data_header_row, col::right_cells}, std::string("Höger led: var"), look.data_header());
    sheet.put({data_header_row, col::left_link}, std::string("Gå till vänster led"), look.data_header());
    sheet.put({data_header_row, col::right_link}, std::string("Gå till höger led"), look.data_header());
    sheet.put({data_header_row, col::key}, std::string("Hjälpkolumn: kontrollens nyckel"), look.helper_header());
}

} // namespace

void build_checks(BuildContext& context) {
    Sheet& sheet = context.add_sheet(sheet::checks);
    sheet.printed = true;
    sheet.landscape = true;
    sheet.columns = {{110, 0, false}, {10, 0, false}, {22, 0, false}, {22, 0, false}, {17, 0, false},
                     {15, 0, false},  {21, 0, false}, {40, 0, false}, {8, 0, false},  {75, 0, false},
                     {75, 0, false},  {42, 0, false}, {42, 0, false}, {70, 0, false}};
    data_title(
        context, sheet, "Kontroller",
        "Talen är de som bladen visar, med fast tecken: intäkter plus, kostnader minus, tillgångar, eget kapital "
        "och skulder plus. Toleransen är noll, utom för tal som är skrivna i avrundad enhet, i bladen eller ur "
        "äldre rapporter: en halv enhet för varje sådant tal. Skillnaden är då avrundning. Ej tillämplig: "
        "filerna räcker inte (inte med i PDF).",
        col::rule + 1);
    sheet.put({summary_row, 0}, summary(), context.look.value_text()).merge_columns = col::rule + 1;
    put_headings(context, sheet);
    int row = data_first_row;
    for (const CheckGroup& group : all_groups(context)) {
        sheet.put({row++, col::text}, group.title, context.look.table_title(9.5));
        for (const CheckLine& line : group.lines) {
            put_line(context, sheet, row++, line);
        }
    }
    for (const auto& [name, column] : {std::pair{"Kontroller_Lage", col::state},
                                       {"Kontroller_Text", col::text},
                                       {"Kontroller_Var", col::left_cells}}) {
        context.book.names.push_back({name, std::string(sheet::checks), {{data_first_row, column}, {row - 1, column}}});
    }
    sheet.print_range = Range{{0, 0}, {row - 1, col::rule}};
    sheet.repeat_rows = {data_header_row, data_header_row};
    sheet.freeze_rows = data_first_row;
}

} // namespace finsam::workbook
