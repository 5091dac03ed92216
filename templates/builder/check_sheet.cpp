#include "templates/builder/contract.hpp"
#include "templates/builder/data_columns.hpp"
#include "templates/builder/sheets.hpp"

#include "bridge/report/map_keys.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam::workbook {

namespace {

namespace col {
inline constexpr int text = 0, year = 1, left = 2, right = 3, difference = 4, tolerance = 5, state = 6, rule = 7;
}

/// One line: texts and the formulas of both sides. A side without figure makes the check not applicable.
struct CheckLine {
    std::string text, rule;
    int slot = 0;
    Formula left, right;
    bool counts = false; ///< sides are numbers of things, not amounts
    Formula tolerance{"0"};
};

constexpr int mapped_years = 4; ///< as the engine: the map is checked this many years back
constexpr int book_years = 2;

Formula when(const std::string& condition, const std::string& value) {
    return {fmt::format("IF({};{};\"\")", condition, value)};
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
    lines.push_back(
        {"Konton med saldo som saknas i kontokartan (rättas på bladet Kontokarta)", "Kontokartan", slot,
         when(any_known(slot),
              fmt::format("SUMPRODUCT((Saldon_Kartrad=\"\")*((({}<>0)+({}<>0)+({}<>0))>0))", result, closing, budget)),
         when(any_known(slot), "0"), true});
    lines.push_back({"Resultatkonton på balansrader och balanskonton på resultatrader", "Kontokartan", slot,
                     when(any_known(slot),
                          fmt::format("SUMPRODUCT((Saldon_Slag=\"B\")*((({0}<>0)+({2}<>0))>0))+SUMPRODUCT((Saldon_Slag="
                                      "\"R\")*({1}<>0))",
                                      result, closing, budget)),
                     when(any_known(slot), "0"), true});
    static constexpr std::pair<const char*, const char*> marked[] = {
        {"noll", "Konton som ska vara noll men har saldo"},
        {"varna", "Konton med saldo som är ovanliga i ett samordningsförbund"}};
    for (const auto& [word, text] : marked) {
        lines.push_back({text, "Kontokartan, kolumnen kontroll", slot,
                         when(any_known(slot), fmt::format("SUMPRODUCT((Saldon_Kontroll={})*((({}<>0)+({}<>0))>0))",
                                                           quoted(word), result, closing)),
                         when(any_known(slot), "0"), true});
    }
}

void add_book_checks(std::vector<CheckLine>& lines, int slot) {
    const std::string result = year_name("Saldon_Res", slot);
    const std::string closing = year_name("Saldon_UB", slot);
    const std::string own_closing =
        fmt::format("AND({};{}=0;{})", known("Finns_UB", slot), year_name("UB_nasta", slot), known("Finns_Res", slot));
    lines.push_back({"Utgående balanser och resultat summerar till noll", "SIE 4C §5", slot,
                     when(own_closing, fmt::format("ROUND(SUM({});2)", closing)),
                     when(own_closing, fmt::format("ROUND(-SUM({});2)", result))});
    const std::string booked = fmt::format("SUMIFS({};Saldon_Rad;{})", result, quoted(booked_result_key));
    const std::string is_booked = fmt::format("AND({};ROUND({};2)<>0)", known("Finns_Res", slot), booked);
    lines.push_back({"Bokfört resultat (89xx) = beräknat resultat (klass 3–8)", "LKBR 5 kap.", slot,
                     when(is_booked, fmt::format("ROUND({};2)", booked)),
                     when(is_booked, fmt::format("ROUND({}-SUMIFS({};Saldon_Slag;\"R\");2)", booked, result))});
    if (slot + 1 < year_slots) {
        const std::string chain =
            fmt::format("AND({};{};{}=0;{})", known("Finns_IB", slot), known("Finns_UB", slot + 1),
                        year_name("UB_nasta", slot + 1), known("Finns_Res", slot + 1));
        const std::string opening = year_name("Saldon_IB", slot);
        lines.push_back({"Konton vars ingående balans inte är föregående års utgående balans (utom eget kapital)",
                         "LKBR 4 kap.", slot,
                         when(chain, fmt::format("SUMPRODUCT((Saldon_Rad<>{})*(ROUND({}-{};2)<>0))", quoted(equity_key),
                                                 opening, year_name("Saldon_UB", slot + 1))),
                         when(chain, "0"), true});
        lines.push_back({"Ingående eget kapital = föregående års utgående eget kapital med resultat", "LKBR 4 kap.",
                         slot,
                         when(chain, fmt::format("ROUND(-SUMIFS({};Saldon_Rad;{});2)", opening, quoted(equity_key))),
                         when(chain, fmt::format("ROUND(-({});2)", equity(slot + 1)))});
    }
}

void add_insatser_checks(BuildContext& context, std::vector<CheckLine>& lines) {
    const Table* result_table = context.layout.find("resultatrakning");
    const Row* result = result_table == nullptr ? nullptr : result_table->find("arets_resultat");
    for (const SheetPlan& sheet_plan : context.plan.sheets()) {
        for (const TablePlan& table : sheet_plan.tables) {
            if (table.table->kind != TableKind::insatser) {
                continue;
            }
            const auto& columns = table.table->columns;
            const bool is_whole = table.table->insatser.area.empty() && table.table->insatser.map_keys.empty();
            const auto column_of = [&](int figure) {
                return std::find_if(columns.begin(), columns.end(), [&](const Column& one) {
                    return insats_figure(one) == static_cast<std::size_t>(figure) && one.print_sign == 1;
                });
            };
            const auto sum_of = [&](int figure) {
                const auto column = static_cast<int>(column_of(figure) - columns.begin());
                return cell({table.insatser.sum, table.column_at(column)}, table.sheet);
            };
            for (const int year : {0, context.layout.year_of_comparison()}) {
                const int slot = slot_of(year);
                if (!is_whole || column_of(slot == 0 ? 2 : 7) == columns.end()) {
                    continue;
                }
                const auto place = result == nullptr
                                       ? std::nullopt
                                       : context.plan.find({result_table, result, ColumnKind::outcome, year});
                if (place) {
                    const std::string own = sum_of(slot == 0 ? 2 : 7);
                    const std::string other =
                        fmt::format("{}*{}", print_sign(*result, ColumnKind::outcome), cell(place->at, place->sheet));
                    const std::string both = fmt::format("COUNT({};{})=2", own, cell(place->at, place->sheet));
                    lines.push_back({"Driftredovisningens summa = årets resultat", "LKBR 10 kap., RKR R14", slot,
                                     when(both, own), when(both, other)});
                }
            }
            static constexpr std::pair<const char*, int> figures[] = {
                {"netto", 2}, {"budget", 3}, {"avvikelse", 4}, {"föregående års netto", 7}};
            for (const auto& [name, figure] : figures) {
                if (!is_whole || column_of(figure) == columns.end()) {
                    continue;
                }
                // The array's last row is the sum, rounded to whole kronor by itself.
                const std::string array = fmt::format(
                    "{}DRIFTREDOVISNING(Objekt_Utfall;Insatser_Budget;Objekt_Foregaende;\"kr\")", addin_prefix);
                const std::string call = fmt::format("INDEX({0};ROWS({0});{1})", array, figure + 1);
                const std::string is_known = fmt::format("ISNUMBER({})", sum_of(figure));
                lines.push_back({fmt::format("Funktionen DRIFTREDOVISNING: {} = tabellens summa", name),
                                 "RKR R14, tillägget Finsam", 0, when(is_known, call),
                                 when(is_known, fmt::format("ROUND({};0)", sum_of(figure)))});
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
                lines.push_back({table.table->title + ": summan = kontona i resultaträkningen", "LKBR 9 kap.", slot,
                                 when(is_known, own), when(is_known, "ROUND(" + accounts + ";2)")});
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
            for (const std::size_t index : {1u, 2u, 3u, 6u, 7u}) { // positive only: LKBR 11:10
                const Figure target = context.plan.target({&table, &row, ColumnKind::outcome, 0}, row.terms.at(index));
                if (const auto place = context.plan.find(target)) {
                    const int sign = row.terms[index].sign * print_sign(*target.row, target.kind);
                    negative += fmt::format("{}(N({}){}0)", negative.empty() ? "" : "+", cell(place->at, place->sheet),
                                            sign > 0 ? "<" : ">");
                }
            }
            lines.push_back(
                {"Vinster, förluster och reserv i balanskravsutredningen som är negativa (rättas på Indata)",
                 "LKBR 11 kap. 10 §",
                 0,
                 {negative.empty() ? "0" : negative},
                 {"0"},
                 true});
        }
    }
}

/// KL 11 kap. 12 §: what the year three years back left is restored when this year ends.
void add_deficit_checks(BuildContext& context, std::vector<CheckLine>& lines) {
    for (const Table& table : context.layout.tables) {
        for (const Row& row : table.rows) {
            if (row.kind == RowKind::carried && row.origin == 0) {
                lines.push_back(
                    {"Underskott som skulle ha återställts inom tre år (synnerliga skäl, 13 §: skriv det som "
                     "återstår på Indata)",
                     "KL 11 kap. 12 §",
                     0,
                     context.formulas.overdue(table, row),
                     {"0"}});
            }
        }
    }
}

/// What the map's own sheet can have wrong, and what was wrong with the files.
void add_source_checks(std::vector<CheckLine>& lines) {
    lines.push_back({"Rader på bladet Kontokarta som ska rättas (okända namn, intervall som går omlott; se kolumnen "
                     "anmärkning)",
                     "Kontokartan", 0, when(any_known(0), "SUMPRODUCT((Karta_Anmarkning<>\"\")*1)"),
                     when(any_known(0), "0"), true});
    lines.push_back({"Fel i SIE-filerna när de lästes in (se bladet Importlogg)", "SIE 4C", 0,
                     when(any_known(0), "SUM(Import_Fel)"), when(any_known(0), "0"), true});
}

std::vector<CheckLine> all_lines(BuildContext& context) {
    std::vector<CheckLine> lines;
    for (const CheckRule& check : context.layout.checks) {
        for (const int year : check.years) {
            if (year > -year_slots) {
                lines.push_back({check.text, check.rule, -year,
                                 context.formulas.check_side(check.left, year, sheet::checks),
                                 context.formulas.check_side(check.right, year, sheet::checks), false,
                                 context.formulas.check_slack(check, year)});
            }
        }
    }
    for (int slot = 0; slot < mapped_years; ++slot) {
        add_map_checks(lines, slot);
    }
    for (int slot = 0; slot < book_years; ++slot) {
        add_book_checks(lines, slot);
    }
    add_insatser_checks(context, lines);
    add_account_checks(context, lines);
    add_balanskrav_checks(context, lines);
    add_deficit_checks(context, lines);
    add_source_checks(lines);
    return lines;
}

void put_line(BuildContext& context, Sheet& sheet, int row, const CheckLine& line) {
    Look& look = context.look;
    const NumberFormat format = line.counts ? NumberFormat{NumberFormat::Kind::number, Unit::kr, 0}
                                            : NumberFormat{NumberFormat::Kind::plain_unit, Unit::ore, 0};
    const StyleId figure = look.figure(format, Emphasis::normal, 8);
    const std::string left = cell({row, col::left});
    const std::string right = cell({row, col::right});
    sheet.put({row, col::text}, line.text, look.small_text());
    sheet.put({row, col::year}, Formula{year_name(line.slot == period_slot ? "Slut" : "Ar", line.slot) + "&\"\""},
              look.list_code());
    sheet.put({row, col::left}, line.left, figure);
    sheet.put({row, col::right}, line.right, figure);
    sheet.put({row, col::difference}, Formula{fmt::format("IF(COUNT({0};{1})=2;ROUND({0}-{1};2);\"\")", left, right)},
              figure);
    sheet.put({row, col::tolerance}, line.tolerance, figure);
    sheet.put({row, col::state},
              // Without the extension its functions are errors after a recalculation: that is no verdict on the books.
              Formula{fmt::format("IF(OR(ISERROR({1});ISERROR({2}));\"kan inte räknas\";IF(COUNT({0})=0;\"ej "
                                  "tillämplig\";IF({0}=0;\"stämmer\";IF(ABS({0})<={3};\"avrundning\";\"fel\"))))",
                                  cell({row, col::difference}), left, right, cell({row, col::tolerance}))},
              look.state());
    sheet.put({row, col::rule}, line.rule, look.small_text());
}

} // namespace

void build_checks(BuildContext& context) {
    Look& look = context.look;
    Sheet& sheet = context.add_sheet(sheet::checks);
    sheet.printed = true;
    sheet.columns = {{106, 0, false}, {13, 0, false}, {27, 0, false}, {27, 0, false},
                     {20, 0, false},  {18, 0, false}, {24, 0, false}, {40, 0, false}};
    data_title(
        context, sheet, "Kontroller",
        "Belopp i kr med fast tecken: intäkter plus, kostnader minus, tillgångar, eget kapital och skulder plus. "
        "Toleransen är noll öre, utom där tal är skrivna ur äldre rapporter: en halv krona eller 500 kr för varje tal "
        "som "
        "är skrivet i kr eller tkr. Skillnaden är då avrundning. Ej tillämplig: de inlästa filerna räcker inte.",
        8);
    static constexpr const char* headings[] = {"Kontroll", "År",       "Vänster led", "Höger led",
                                               "Skillnad", "Tolerans", "Läge",        "Regel"};
    for (int column = 0; column < static_cast<int>(std::size(headings)); ++column) {
        const Align align = column == col::year                               ? Align::center
                            : column >= col::left && column <= col::tolerance ? Align::right
                                                                              : Align::left;
        sheet.put({data_header_row, column}, std::string(headings[column]),
                  column == col::state ? look.state_header() : look.data_header(align));
    }
    int row = data_first_row;
    for (const CheckLine& line : all_lines(context)) {
        put_line(context, sheet, row++, line);
    }
    context.book.names.push_back(
        {"Kontroller_Lage", std::string(sheet::checks), {{data_first_row, col::state}, {row - 1, col::state}}});
    sheet.print_range = Range{{0, 0}, {row - 1, col::rule}};
    sheet.repeat_rows = {data_header_row, data_header_row};
    sheet.freeze_rows = data_first_row;
}

} // namespace finsam::workbook
