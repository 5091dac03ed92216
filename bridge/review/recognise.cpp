#include "bridge/review/recognise.hpp"

#include "bridge/review/columns.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace finsam::review {
namespace {

using namespace std::string_view_literals;

std::string text_at(const std::vector<std::string>& row, std::size_t column) {
    return column < row.size() ? row[column] : std::string();
}

/// Columns of the raw table that hold figures: not texts, and at least one cell below the header is a figure.
std::vector<std::size_t> figure_columns(const RawTable& raw) {
    std::vector<std::size_t> found;
    std::size_t width = 0;
    for (const auto& row : raw.rows) {
        width = std::max(width, row.size());
    }
    for (std::size_t c = 1; c < width; ++c) {
        const std::string header = text_at(raw.rows.front(), c);
        const bool has_figure = std::any_of(raw.rows.begin() + 1, raw.rows.end(), [&](const auto& row) {
            return read_printed_figure(text_at(row, c)).has_value();
        });
        if (has_figure && !header.empty() && !is_text_header(header)) {
            found.push_back(c);
        }
    }
    return found;
}

std::optional<std::size_t> name_column(const RawTable& raw) {
    for (std::size_t c = 1; c < raw.rows.front().size(); ++c) {
        if (is_name_header(raw.rows.front()[c])) {
            return c;
        }
    }
    return std::nullopt;
}

/// Every figure of a row stands in parentheses; columns that do so all the way down are passed over.
bool has_all_in_parentheses(const ReviewRow& row, const std::set<std::size_t>& passed_over) {
    bool found = false;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
        if (const auto& figure = row.cells[c].figure; figure && !passed_over.contains(c)) {
            if (!figure->in_parentheses) {
                return false;
            }
            found = true;
        }
    }
    return found;
}

ReviewRow read_row(const RawTable& raw, std::size_t r, const std::vector<std::size_t>& columns) {
    ReviewRow row;
    row.label = text_at(raw.rows[r], 0);
    if (const auto name = name_column(raw); name && !text_at(raw.rows[r], *name).empty()) {
        row.label += (row.label.empty() ? "" : " ") + text_at(raw.rows[r], *name);
    }
    row.forms = label_forms(row.label);
    row.is_sum = is_sum_label(row.label);
    for (const std::size_t c : columns) {
        ReviewCell cell{text_at(raw.rows[r], c), std::nullopt};
        cell.figure = read_printed_figure(cell.text);
        row.has_figure = row.has_figure || cell.figure;
        row.cells.push_back(std::move(cell));
    }
    row.is_part = is_part_label(row.label) || has_all_in_parentheses(row, {});
    return row;
}

/// Where the rows below the header and the columns of figures stand.
Origin origin_of(const RawTable& raw, const std::vector<std::size_t>& columns) {
    Origin origin{raw.origin.sheet, {}, {}};
    if (raw.origin.rows.size() != raw.rows.size() || columns.back() >= raw.origin.columns.size()) {
        return origin;
    }
    origin.rows.assign(raw.origin.rows.begin() + 1, raw.origin.rows.end());
    for (const std::size_t c : columns) {
        origin.columns.push_back(raw.origin.columns[c]);
    }
    return origin;
}

void list_unread_cells(const ReviewTable& table, std::vector<Uninterpreted>& uninterpreted) {
    for (const ReviewRow& row : table.rows) {
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            const ReviewCell& cell = row.cells[c];
            if (!cell.figure && !cell.text.empty()) {
                uninterpreted.push_back({table.name, row.label, table.columns[c].header, cell.text,
                                         "cellen är inget tal i någon form som känns igen"});
            }
        }
    }
}

/// A row and a name that it is like, in whatever table.
struct Match {
    double likeness;
    std::size_t row;
    const RowName* name;
};

/// All likenesses of a table's rows, the best first.
std::vector<Match> matches_of(const ReviewTable& table) {
    std::vector<Match> matches;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        if (!table.rows[r].has_figure) {
            continue;
        }
        for (const auto& [name, likeness] : names_like(table.rows[r].forms)) {
            matches.push_back({likeness, r, name});
        }
    }
    std::ranges::stable_sort(matches, std::ranges::greater(), &Match::likeness);
    return matches;
}

/// The rows' best names within one kind of table, and what they weigh together.
struct Naming {
    std::map<std::size_t, const RowName*> names; ///< by row
    double weight = 0.0;
};

Naming name_rows(const std::vector<Match>& matches, std::string_view kind) {
    Naming naming;
    std::set<const RowName*> used;
    for (const Match& match : matches) {
        if (match.name->table == kind && !naming.names.contains(match.row) && used.insert(match.name).second) {
            naming.names[match.row] = match.name;
            naming.weight += match.name->weight * match.likeness;
        }
    }
    return naming;
}

bool has_role(const ReviewTable& table, ColumnRole role) {
    return std::ranges::any_of(table.columns, [&](const ReviewColumn& column) { return column.role == role; });
}

bool has_year_rows(const ReviewTable& table) {
    const auto years = std::ranges::count_if(
        table.rows, [](const ReviewRow& row) { return row.has_figure && year_in(row.label).has_value(); });
    return years >= 2 && 2 * years >= static_cast<std::ptrdiff_t>(table.rows.size());
}

/// A statement with budget and deviation beside the outcome is the statement that its rows say.
std::string statement_by_rows(const std::vector<Match>& matches) {
    constexpr double sure = 4.0;
    std::string best;
    double weight = std::max(sure, name_rows(matches, "drift_sammandrag").weight);
    for (const std::string_view kind : {"resultatrakning", "balansrakning", "kassaflodesanalys", "balanskrav"}) {
        if (const double own = name_rows(matches, kind).weight; own > weight) {
            best = kind;
            weight = own;
        }
    }
    return best;
}

/// The kinds that the columns tell by themselves.
std::string kind_by_columns(const ReviewTable& table, const std::vector<Match>& matches) {
    if (has_role(table, ColumnRole::granted) || has_role(table, ColumnRole::unused)) {
        return "anslag";
    }
    if (has_role(table, ColumnRole::income) && has_role(table, ColumnRole::cost)) {
        return "driftredovisning";
    }
    if (has_role(table, ColumnRole::deviation)) {
        if (const std::string statement = statement_by_rows(matches); !statement.empty()) {
            return statement;
        }
        return name_rows(matches, "drift_sammandrag").weight >= 2.0 ? "drift_sammandrag" : "insatser";
    }
    return has_year_rows(table) ? "ar" : "";
}

std::string kind_by_rows(const std::vector<Match>& matches) {
    constexpr std::array kinds = {"resultatrakning"sv, "balansrakning"sv,    "kassaflodesanalys"sv, "balanskrav"sv,
                                  "oversikt"sv,        "not_finansiering"sv, "riktvarde"sv};
    constexpr double certain = 2.5;
    std::string best = "not";
    double weight = 0.0;
    for (const std::string_view kind : kinds) {
        const double own = name_rows(matches, kind).weight;
        const double needed = kind == "not_finansiering" ? 2.0 : certain;
        if (own >= needed && own > weight) {
            best = kind;
            weight = own;
        }
    }
    return best;
}

void give_keys(ReviewTable& table, const std::vector<Match>& matches) {
    for (const auto& [r, name] : name_rows(matches, table.kind).names) {
        table.rows[r].key = name->key;
        table.rows[r].row_class = name->row_class;
    }
    for (ReviewRow& row : table.rows) {
        std::size_t shares = 0, amounts = 0; // a column of its own may hold shares in a row of amounts
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            const bool counts = row.cells[c].figure && table.columns[c].role != ColumnRole::other;
            shares += counts && row.cells[c].figure->is_percent ? 1 : 0;
            amounts += counts && !row.cells[c].figure->is_percent && row.cells[c].figure->hundredths != 0 ? 1 : 0;
        }
        if (shares > 0 && amounts == 0) {
            row.row_class = RowClass::share;
        }
    }
}

bool is_outcome(const ReviewColumn& column) {
    return column.role == ColumnRole::outcome || column.role == ColumnRole::opening;
}

/// A row prints a figure without parentheses in another year's column.
bool is_plain_beside(const ReviewTable& table, const ReviewRow& row, std::size_t column) {
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
        const auto& figure = row.cells[c].figure;
        if (c != column && is_outcome(table.columns[c]) && figure && figure->hundredths != 0 &&
            !figure->in_parentheses) {
            return true;
        }
    }
    return false;
}

/// Last year's column may stand in parentheses all the way down, perhaps with its header. They are no sign of minus;
/// but a short balanskravsutredning may have nothing but deficits in a year.
bool is_in_parentheses(const ReviewTable& table, std::size_t column) {
    constexpr std::size_t enough = 3;
    std::size_t figures = 0, beside = 0;
    for (const ReviewRow& row : table.rows) {
        const auto& figure = row.cells[column].figure;
        if (!figure || figure->hundredths == 0) {
            continue;
        }
        if (!figure->in_parentheses) {
            return false;
        }
        ++figures;
        beside += is_plain_beside(table, row, column) ? 1 : 0;
    }
    const std::string& header = table.columns[column].header;
    return (header.starts_with('(') && header.ends_with(')') && year_in(header)) ||
           (table.kind != "balanskrav" && is_outcome(table.columns[column]) && figures >= enough && beside == figures);
}

/// Such columns say neither minus nor part.
void pass_over_columns_in_parentheses(ReviewTable& table) {
    std::set<std::size_t> columns;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (is_in_parentheses(table, c)) {
            columns.insert(c);
        }
    }
    for (ReviewRow& row : table.rows) {
        for (const std::size_t c : columns) {
            if (auto& figure = row.cells[c].figure) {
                figure->may_be_minus = false;
            }
        }
        row.is_part = is_part_label(row.label) || has_all_in_parentheses(row, columns);
    }
}

/// Accountants write "(75)" for -75; other tables put parentheses round parts of the row above. Minus it is where a row
/// with a name of its own, a sum, or a row that has other figures too is printed so.
void settle_parentheses(ReviewTable& table) {
    const auto is_minus_here = [](const ReviewRow& row) {
        std::size_t plain = 0, maybe = 0;
        for (const ReviewCell& cell : row.cells) {
            const bool counts = cell.figure && cell.figure->hundredths != 0;
            maybe += counts && cell.figure->may_be_minus ? 1 : 0;
            plain += counts && !cell.figure->in_parentheses ? 1 : 0;
        }
        return maybe > 0 && !is_part_label(row.label) && (plain > 0 || !row.key.empty() || row.is_sum);
    };
    if (std::ranges::none_of(table.rows, is_minus_here)) {
        return;
    }
    for (ReviewRow& row : table.rows) {
        row.is_part = is_part_label(row.label);
        for (ReviewCell& cell : row.cells) {
            if (cell.figure && cell.figure->may_be_minus) {
                cell.figure->hundredths = -cell.figure->hundredths;
                cell.figure->number = -cell.figure->number;
            }
        }
    }
}

/// A list of checks has figures, but they are what other tables say.
bool is_list_of_checks(const std::vector<std::string>& headers) {
    const auto has = [&](std::string_view beginning) {
        return std::ranges::any_of(headers, [&](const std::string& header) {
            const Words words = words_of(header);
            return !words.empty() && words.front().starts_with(beginning);
        });
    };
    return has("regel") && (has("tillstand") || has("skillnad"));
}

/// A table with the years down its side and the rows along its top, as an översikt may be printed: turned, when the
/// headers are names of rows.
std::optional<RawTable> turned(const RawTable& raw) {
    if (raw.rows.empty() || raw.rows.front().size() < 3) {
        return std::nullopt;
    }
    const auto year_rows = std::count_if(raw.rows.begin() + 1, raw.rows.end(),
                                         [](const auto& row) { return year_in(text_at(row, 0)).has_value(); });
    const auto names =
        std::count_if(raw.rows.front().begin() + 1, raw.rows.front().end(), [](const std::string& header) {
            return !year_in(header) && !names_like(label_forms(header)).empty();
        });
    if (year_rows < 2 || year_rows + 1 < std::ssize(raw.rows) || names < 2) {
        return std::nullopt;
    }
    RawTable out{raw.name, raw.title, {}, {raw.origin.sheet, {}, {}}};
    for (std::size_t c = 0; c < raw.rows.front().size(); ++c) {
        auto& row = out.rows.emplace_back();
        for (const auto& line : raw.rows) {
            row.push_back(text_at(line, c));
        }
    }
    return out;
}

ReviewRow* find_row(ReviewTable& table, std::string_view key) {
    const auto at = table.index_of(key);
    return at ? &table.rows[*at] : nullptr;
}

/// A part is counted in the nearest row above that is none.
bool is_part_of(const ReviewTable& table, const ReviewRow& part, const ReviewRow& row) {
    auto at = static_cast<std::size_t>(&part - table.rows.data());
    while (at > 0 && table.rows[at].is_part) {
        --at;
    }
    return part.is_part && &table.rows[at] == &row;
}

/// "Eget kapital" is the whole where its parts stand beside it or the result is a part of it ("varav årets resultat"),
/// and the rest beside "Summa eget kapital" or a result that is counted too.
void settle_equity(ReviewTable& table) {
    ReviewRow *whole = find_row(table, "summa_eget_kapital"), *plain = find_row(table, "eget_kapital");
    const bool alone = plain != nullptr && find_row(table, "ovrigt_eget_kapital") == nullptr;
    const ReviewRow* result = find_row(table, "arets_resultat");
    if (whole != nullptr) {
        if (alone) {
            plain->key = result != nullptr && is_part_of(table, *result, *plain) ? "" : "ovrigt_eget_kapital";
        }
        whole->key = "eget_kapital";
    } else if (alone && result != nullptr && !result->is_part) {
        plain->key = "ovrigt_eget_kapital";
    }
}

/// A sum below the grants that is larger than they are holds them.
bool holds_grants(const ReviewRow& income, const ReviewRow& grants) {
    bool is_larger = false;
    for (std::size_t c = 0; c < income.cells.size(); ++c) {
        const auto &sum = income.cells[c].figure, &part = grants.cells[c].figure;
        is_larger = is_larger || (sum && part && sum->hundredths > part->hundredths);
    }
    return income.is_sum && &income > &grants && is_larger;
}

/// Where the members' grants stand on a row of their own, the sum of income is without them.
void settle_income(ReviewTable& table) {
    const ReviewRow* grants = find_row(table, "bidrag_huvudman");
    ReviewRow* income = find_row(table, "verksamhetens_intakter");
    if (grants != nullptr && income != nullptr && !holds_grants(*income, *grants)) {
        income->key = "summa_intakter";
    }
}

bool has_stem(const ReviewRow& row, std::string_view stem) {
    return !row.forms.empty() && std::ranges::any_of(row.forms.front(), [&](const std::string& word) {
        return word.find(stem) != std::string::npos;
    });
}

/// "Personalkostnader"; neither "Kostnadsersättningar" nor "Ersättning för kostnader", which may be income.
bool is_called_cost(const ReviewRow& row) {
    return !row.forms.empty() && !has_stem(row, "ersattning") &&
           std::ranges::any_of(row.forms.front(), [](const std::string& word) {
               return word.ends_with("kostnad") || word.ends_with("kostnader");
           });
}

/// The förbund's own rows of costs: called so, or under a heading that is. They may be printed positive.
void settle_costs(ReviewTable& table) {
    bool under_costs = false, under_income = false; // income ends with its sum, not with a member's grant
    for (ReviewRow& row : table.rows) {
        const bool netto = has_stem(row, "netto"), of_income = has_stem(row, "intakt") && !netto;
        const bool of_costs = has_stem(row, "kostnad") && !of_income && !netto;
        if (!row.has_figure || row.is_sum) {
            under_income = !row.has_figure && of_income && !has_stem(row, "kostnad");
        }
        if (!row.has_figure || !row.key.empty()) {
            under_costs = !row.has_figure && of_costs;
        } else if (under_income && !is_called_cost(row)) {
            continue;
        } else if (row.row_class == RowClass::plain && (of_costs || under_costs) && !has_stem(row, "intakt")) {
            row.row_class = RowClass::cost;
        }
    }
}

/// A row called the operating cash flow that stands above the changes of working capital cannot hold them: it is the
/// funds before them, whatever it is called (review.cpp tells).
void settle_cash_flow(ReviewTable& table) {
    const auto operating = table.index_of("lopande"), receivables = table.index_of("forandring_fordringar");
    if (operating && receivables && *operating < *receivables && !table.index_of("medel_fore_rorelsekapital")) {
        table.rows[*operating].key = "medel_fore_rorelsekapital";
    }
}

int usual_decimals(const ReviewTable& table) {
    std::map<int, int> counts;
    for (const ReviewRow& row : table.rows) {
        for (const ReviewCell& cell : row.cells) {
            if (cell.figure && cell.figure->hundredths != 0 && !cell.figure->is_percent &&
                row.row_class != RowClass::share) {
                ++counts[std::min(cell.figure->decimals, 2)];
            }
        }
    }
    const auto most = std::ranges::max_element(counts, {}, [](const auto& count) { return count.second; });
    return most == counts.end() ? 0 : most->first;
}

/// The largest unit that a title names in a word of its own: "föregående" has no öre in it. "Tusental kronor" is tkr.
std::optional<Unit> unit_in(std::string_view title) {
    const std::vector<std::string> words = printed_words(title);
    const auto has = [&](std::initializer_list<std::string_view> any) {
        return std::ranges::find_first_of(words, any) != words.end();
    };
    const bool in_kronor = has({"kr", "kronor", "sek", "ore"});
    if (has({"mnkr", "mkr", "msek"}) || (in_kronor && has({"miljon", "miljoner"}))) {
        return Unit::mnkr;
    }
    if (has({"tkr", "tsek", "ksek", "kkr"}) || (in_kronor && has({"tusen", "tusental", "tusentals"}))) {
        return Unit::tkr;
    }
    return in_kronor ? std::optional(Unit::kr) : std::nullopt;
}

/// "Resultaträkning (tkr)", "Belopp i kr", or a suffix on a cell.
std::optional<Unit> stated_unit(const ReviewTable& table) {
    if (const auto unit = unit_in(table.title)) {
        return unit;
    }
    std::map<Unit, int> counts;
    for (const ReviewRow& row : table.rows) {
        for (const ReviewCell& cell : row.cells) {
            if (cell.figure && cell.figure->unit) {
                ++counts[*cell.figure->unit];
            }
        }
    }
    const auto most = std::ranges::max_element(counts, {}, [](const auto& count) { return count.second; });
    return most == counts.end() ? std::nullopt : std::optional(most->first);
}

/// "År" above 2021, 2022, 2023: no amounts.
void settle_columns_of_years(ReviewTable& table) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const bool has_years = std::ranges::all_of(table.rows, [&](const ReviewRow& row) {
            return !row.cells[c].figure || (row.cells[c].text.size() == 4 && year_in(row.cells[c].text));
        });
        if (has_years && is_only_called_year(table.columns[c])) {
            table.columns[c].role = ColumnRole::other;
        }
    }
}

} // namespace

const ReviewRow* ReviewTable::find(std::string_view key) const noexcept {
    const auto at = index_of(key);
    return at ? &rows[*at] : nullptr;
}

std::optional<std::size_t> ReviewTable::index_of(std::string_view key) const noexcept {
    const auto at = std::ranges::find(rows, key, &ReviewRow::key);
    return at == rows.end() || key.empty() ? std::nullopt : std::optional<std::size_t>(at - rows.begin());
}

std::optional<ReviewTable> recognise(const RawTable& raw, std::vector<Uninterpreted>& uninterpreted) {
    if (const auto other = turned(raw)) {
        return recognise(*other, uninterpreted);
    }
    const auto columns = raw.rows.empty() ? std::vector<std::size_t>() : figure_columns(raw);
    if (columns.empty()) {
        uninterpreted.push_back({raw.name, "", "", "", "tabellen har inga siffror under någon rubrik"});
        return std::nullopt;
    }
    if (is_list_of_checks(raw.rows.front())) {
        uninterpreted.push_back({raw.name, "", "", "", "tabellen är en lista över kontroller"});
        return std::nullopt;
    }
    ReviewTable table;
    table.name = raw.name;
    table.title = raw.title + (raw.title.empty() ? "" : " ") + text_at(raw.rows.front(), 0);
    std::vector<std::string> headers;
    for (const std::size_t c : columns) {
        headers.push_back(text_at(raw.rows.front(), c));
    }
    table.columns = read_columns(headers);
    table.origin = origin_of(raw, columns);
    for (std::size_t r = 1; r < raw.rows.size(); ++r) {
        table.rows.push_back(read_row(raw, r, columns));
    }
    list_unread_cells(table, uninterpreted);
    settle_columns_of_years(table);
    const std::vector<Match> matches = matches_of(table);
    table.kind = kind_by_columns(table, matches);
    if (table.kind.empty()) {
        table.kind = kind_by_rows(matches);
    }
    give_keys(table, matches);
    pass_over_columns_in_parentheses(table);
    settle_parentheses(table);
    if (table.kind == "balansrakning") {
        settle_equity(table);
    } else if (table.kind == "resultatrakning") {
        settle_income(table);
        settle_costs(table);
    } else if (table.kind == "kassaflodesanalys") {
        settle_cash_flow(table);
    }
    table.usual_decimals = usual_decimals(table);
    table.stated_unit = stated_unit(table);
    return table;
}

} // namespace finsam::review
