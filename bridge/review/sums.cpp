#include "bridge/review/sums.hpp"

#include "bridge/review/columns.hpp"
#include "bridge/review/row_ties.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

namespace finsam::review {
namespace {

using Part = SumRule::Part;

bool is_amount(const ReviewRow& row) {
    return row.has_figure && row.row_class != RowClass::share && row.row_class != RowClass::count;
}

/// From the change of a row to what it does to its sum, in a column of deviations.
int sign_of_deviation(const ReviewTable& table, std::size_t row) {
    return table.rows[row].row_class == RowClass::cost ? table.cost_deviation_sign : table.deviation_sign;
}

bool begins_with(const ReviewRow& row, std::string_view word) {
    return !row.forms.empty() && row.forms.front().front() == word;
}

/// A part of the deviations without a budget: the sum may count its outcome.
bool part_lacks_comparison(const ReviewTable& table, const SumRule& sum, std::size_t column) {
    const bool may_lack =
        table.columns[column].role == ColumnRole::deviation && std::ranges::any_of(sum.parts, [&](const Part& part) {
            const auto& figure = table.rows[part.row].cells[column].figure;
            return !figure || figure->hundredths == 0;
        });
    const auto compared = may_lack ? compared_by(table, column) : std::nullopt;
    return compared && std::ranges::any_of(sum.parts, [&](const Part& part) {
               return lacks_comparison(table.rows[part.row], *compared, column);
           });
}

/// The tie of one column; nothing where the sum or every part is empty there.
std::optional<Tie> tie_in(const Model& model, std::size_t table, const SumRule& sum, std::size_t column) {
    const auto subject = model.find(table, sum.row, column);
    if (!subject) {
        return std::nullopt;
    }
    Tie tie{sum.text, sum.rule, *subject, {{-1, *subject}}, {}};
    const bool is_deviation = model.tables()[table].columns[column].role == ColumnRole::deviation;
    for (const Part& part : sum.parts) {
        if (const auto figure = model.find(table, part.row, column)) {
            const ReviewTable& own = model.tables()[table];
            const int deviation = sign_of_deviation(own, sum.row) * sign_of_deviation(own, part.row);
            tie.terms.push_back({is_deviation ? deviation * part.sign : part.sign, *figure});
        }
    }
    const bool is_told = tie.terms.size() > 1 && (model.holds(tie, model.values()) ||
                                                  !part_lacks_comparison(model.tables()[table], sum, column));
    return is_told ? std::optional(tie) : std::nullopt;
}

/// Two parts at least that are not zero: that one figure is another tells nothing of whether a column adds up.
bool adds_figures(const Model& model, const Tie& tie) {
    return std::ranges::count_if(tie.terms, [&](const TieTerm& term) {
               return term.figure != tie.subject && model.values()[term.figure] != 0;
           }) >= 2;
}

std::string source_of(const ReviewTable& table) {
    static const std::map<std::string, std::string, std::less<>> sources = {
        {"resultatrakning", "LKBR 5 kap."},
        {"balansrakning", "LKBR 6 kap."},
        {"kassaflodesanalys", "RKR R13"},
        {"balanskrav", "LKBR 11 kap. 10 §"},
        {"driftredovisning", "LKBR 10 kap., RKR R14"},
        {"drift_sammandrag", "LKBR 10 kap., RKR R14"},
        {"insatser", "LKBR 10 kap., RKR R14"},
        {"oversikt", "RKR R15"}};
    const auto found = sources.find(table.kind);
    return found == sources.end() ? "LKBR 9 kap." : found->second;
}

class SumFinder {
public:
    SumFinder(const Model& model, std::size_t table) : model_(model), at_(table), table_(model.tables()[table]) {}

    std::vector<SumRule> run() {
        if (table_.kind == "resultatrakning") {
            income_statement();
        } else if (table_.kind == "balansrakning") {
            balance_sheet();
        } else if (table_.kind == "kassaflodesanalys") {
            cash_flow();
        } else if (table_.kind == "balanskrav") {
            balanskrav();
        } else if (table_.kind == "drift_sammandrag" || table_.kind == "oversikt") {
            // their rows are tied by name (named_ties.cpp)
        } else if (table_.kind != "ar" && table_.kind != "anslag") {
            rows_in_order();
        }
        const bool is_statement = table_.find("summa_tillgangar") != nullptr;
        if (table_.kind == "not" || (table_.kind == "balansrakning" && !is_statement)) {
            movements();
        }
        return std::move(sums_);
    }

private:
    void add(std::size_t row, std::vector<Part> parts) {
        if (!parts.empty()) {
            sums_.push_back({row, std::move(parts), "", source_of(table_)});
            SumRule& sum = sums_.back();
            sum.text = "”" + table_.rows[row].label + "” = " + names(sum.parts);
        }
    }

    std::string names(const std::vector<Part>& parts) const {
        constexpr std::size_t most = 4;
        if (parts.size() > most) {
            return "summan av " + std::to_string(parts.size()) + " rader, från ”" +
                   table_.rows[parts.front().row].label + "” till ”" + table_.rows[parts.back().row].label + "”";
        }
        std::string text;
        for (const Part& part : parts) {
            text += (text.empty() ? (part.sign < 0 ? "- " : "") : part.sign < 0 ? " - " : " + ");
            text += "”" + table_.rows[part.row].label + "”";
        }
        return text;
    }

    std::vector<Part> rows_of(std::initializer_list<std::string_view> keys) const {
        std::vector<Part> parts;
        for (const std::string_view key : keys) {
            if (const auto row = table_.index_of(key)) {
                parts.push_back({1, *row});
            }
        }
        return parts;
    }

    std::size_t index(std::string_view key, std::size_t otherwise) const {
        return table_.index_of(key).value_or(otherwise);
    }

    bool is_detail(std::size_t row) const { return is_amount(table_.rows[row]) && !table_.rows[row].is_part; }

    // --- resultaträkning -----------------------------------------------------------------------------------------

    /// A result counts on from the result before it; a "Summa" adds up the rows since the last sum.
    void income_statement() {
        std::optional<std::size_t> result;
        std::vector<Part> sums, rows;
        for (std::size_t r = 0; r < table_.rows.size(); ++r) {
            const ReviewRow& row = table_.rows[r];
            if (!is_detail(r)) {
                continue;
            }
            std::vector<Part> parts = result ? std::vector<Part>{{1, *result}} : std::vector<Part>();
            parts.insert(parts.end(), sums.begin(), sums.end());
            parts.insert(parts.end(), rows.begin(), rows.end());
            if (is_result(row.key) || is_silent_result(r, parts)) {
                add(r, parts);
                result = r;
                sums.clear();
                rows.clear();
            } else if (row.is_sum && !rows.empty()) {
                std::vector<Part> same_sign = rows; // costs printed positive add up to a positive sum
                if (row.row_class == RowClass::cost) {
                    std::ranges::for_each(same_sign, [](Part& part) { part.sign = 1; });
                }
                const auto begin = static_cast<std::ptrdiff_t>(summed_from(r, same_sign));
                add(r, {same_sign.begin() + begin, same_sign.end()});
                sums.insert(sums.end(), rows.begin(), rows.begin() + begin);
                sums.push_back({sign_of(row), r});
                rows.clear();
            } else {
                rows.push_back({sign_of(row), r});
            }
        }
    }

    /// The first of the rows that a "Summa" adds up: an income on one line above detailed costs is none of them. Where
    /// it adds up in the most columns; of a sum of costs otherwise below the last row that is known to be no cost.
    std::size_t summed_from(std::size_t sum, const std::vector<Part>& rows) const {
        std::size_t best = table_.rows[sum].row_class == RowClass::cost ? below_income(rows) : 0;
        int most = fit(model_, at_, part_sum(sum, rows, best)).holds;
        for (std::size_t from = first_begin(rows); from < rows.size(); ++from) {
            if (from > 0 && !begins_a_group(rows[from - 1].row, rows[from].row)) {
                continue;
            }
            if (const int holds = fit(model_, at_, part_sum(sum, rows, from)).holds; holds > most) {
                most = holds;
                best = from;
            }
        }
        return best;
    }

    /// Behind the last row with a name that is no cost; 0 where that leaves no row.
    std::size_t below_income(const std::vector<Part>& rows) const {
        std::size_t from = rows.size();
        while (from > 0 && (table_.rows[rows[from - 1].row].key.empty() ||
                            table_.rows[rows[from - 1].row].row_class == RowClass::cost)) {
            --from;
        }
        return from < rows.size() ? from : 0;
    }

    /// A heading stands between the rows, or they are of different classes.
    bool begins_a_group(std::size_t above, std::size_t row) const {
        const auto first = table_.rows.begin() + static_cast<std::ptrdiff_t>(above) + 1,
                   last = table_.rows.begin() + static_cast<std::ptrdiff_t>(row);
        return table_.rows[above].row_class != table_.rows[row].row_class ||
               std::any_of(first, last, [](const ReviewRow& between) { return !between.has_figure; });
    }

    static bool is_result(std::string_view key) {
        return key == "verksamhetens_resultat" || key == "nettokostnad" || key == "arets_resultat" ||
               key == "resultat_efter_finansiella_poster";
    }

    /// A result by another name: called so, and added up somewhere. Figures alone do not tell: what the state pays is
    /// what region and municipalities pay together.
    bool is_silent_result(std::size_t row, const std::vector<Part>& running) const {
        const bool is_called_so = std::ranges::any_of(table_.rows[row].forms, [](const Words& words) {
            return std::ranges::any_of(words, [](const std::string& word) {
                return word.ends_with("resultat") || word.ends_with("overskott") || word.ends_with("underskott");
            });
        });
        if (!is_called_so || !table_.rows[row].key.empty() || table_.rows[row].is_sum || is_zero(row)) {
            return false;
        }
        const Fit own = fit(model_, at_, {row, running, "", ""});
        return own.holds > 0 && own.holds >= own.fails;
    }

    int sign_of(const ReviewRow& row) const { return row.row_class == RowClass::cost ? table_.cost_sign : 1; }

    // --- balansräkning -------------------------------------------------------------------------------------------

    std::vector<Part> details_between(std::size_t from, std::size_t to) const {
        std::vector<Part> parts;
        for (std::size_t r = from; r < std::min(to, table_.rows.size()); ++r) {
            if (is_detail(r)) {
                parts.push_back({1, r});
            }
        }
        return parts;
    }

    /// Details, and sums of some of them ("Summa kortfristiga fordringar") in their place. A row that is called a sum
    /// but adds up no rows above it in any column is a detail.
    std::vector<Part> parts_between(std::size_t from, std::size_t to) {
        std::vector<Part> open;
        for (const Part& part : details_between(from, to)) {
            add_open(part, open);
        }
        return open;
    }

    void add_open(const Part& part, std::vector<Part>& open) {
        std::optional<std::size_t> begin;
        int most = 0;
        const std::size_t near = std::max<std::size_t>(first_begin(open), 1);
        for (std::size_t from = 0; from < open.size() && table_.rows[part.row].is_sum;
             from = std::max(from + 1, near)) { // all of them, or those near
            if (const int holds = fit(model_, at_, part_sum(part.row, open, from)).holds; holds > most) {
                most = holds;
                begin = from;
            }
        }
        if (begin) {
            add(part.row, {open.begin() + static_cast<std::ptrdiff_t>(*begin), open.end()});
            open.resize(*begin);
        }
        open.push_back(part);
    }

    void balance_sheet() {
        const std::size_t none = table_.rows.size();
        const std::size_t fixed = index("summa_anlaggningstillgangar", none),
                          current = index("summa_omsattningstillgangar", none),
                          assets = index("summa_tillgangar", none);
        std::size_t from = 0;
        std::vector<Part> whole;
        for (const std::size_t sum : {fixed, current}) {
            if (sum < assets) {
                add(sum, parts_between(from, sum));
                whole.push_back({1, sum});
                from = sum + 1;
            }
        }
        if (assets < none) {
            const auto rest = parts_between(from, assets);
            whole.insert(whole.end(), rest.begin(), rest.end());
            add(assets, whole);
        }
        credit_side(assets < none ? assets + 1 : from);
    }

    void credit_side(std::size_t from) {
        const std::size_t none = table_.rows.size();
        const std::size_t total = index("summa_eget_kapital_avsattningar_skulder", none),
                          debts = index("summa_skulder", none), equity = index("eget_kapital", none),
                          provisions = index("avsattningar", none);
        std::vector<Part> equity_parts, debt_parts, whole;
        bool in_equity = true;
        for (std::size_t r = from; r < total && total < none; ++r) {
            const std::string& key = table_.rows[r].key;
            const bool ends_equity = r == equity && !equity_parts.empty(); // below its parts; else above them
            in_equity = in_equity && key != "langfristiga_skulder" && key != "kortfristiga_skulder" && r != provisions;
            if (is_detail(r) && r != equity && r != debts && r != provisions) {
                if (in_equity) {
                    equity_parts.push_back({1, r});
                } else {
                    add_open({1, r}, debt_parts);
                }
            }
            in_equity = in_equity && !ends_equity;
        }
        if (equity < none) {
            add(equity, equity_parts);
            equity_parts = {{1, equity}};
        }
        if (debts < none) {
            add(debts, debt_parts);
            debt_parts = {{1, debts}};
        }
        whole = equity_parts;
        if (provisions < none) {
            whole.push_back({1, provisions});
        }
        whole.insert(whole.end(), debt_parts.begin(), debt_parts.end());
        if (total < none) {
            add(total, whole);
        }
    }

    // --- kassaflödesanalys (RKR R13) -------------------------------------------------------------------------------

    bool is_zero(std::size_t row) const {
        return std::ranges::all_of(table_.rows[row].cells,
                                   [](const ReviewCell& cell) { return !cell.figure || cell.figure->hundredths == 0; });
    }

    /// A row without a known name that is what the rows above it add up to in every column: a total by another name.
    bool is_silent_total(std::size_t row, const std::vector<Part>& running) const {
        if (!table_.rows[row].key.empty() || running.size() < 2 || is_zero(row)) {
            return false;
        }
        const Fit own = fit(model_, at_, {row, running, "", ""});
        return own.fails == 0 && (own.holds >= 2 || own.telling >= 1);
    }

    std::size_t silent_total(std::vector<Part> running, std::size_t from, std::size_t to) const {
        for (const Part& part : details_between(from, to)) {
            if (is_silent_total(part.row, running)) {
                return part.row;
            }
            running.push_back(part);
        }
        return table_.rows.size();
    }

    void cash_flow() {
        const std::size_t none = table_.rows.size();
        const std::size_t result = index("arets_resultat", none), adjusted = index("ej_likviditetspaverkande", none),
                          capital = index("forandring_rorelsekapital", none);
        std::size_t before = index("medel_fore_rorelsekapital", none), operating = index("lopande", none);
        const std::size_t investing = index("investering", none), financing = index("finansiering", none),
                          flow = index("arets_kassaflode", none), start = index("likvida_vid_arets_borjan", none),
                          end = index("likvida_vid_arets_slut", none);
        if (result == none) {
            return;
        }
        std::vector<Part> operating_parts = {{1, result}};
        std::size_t from = result + 1;
        if (adjusted < none) {
            add(adjusted, details_between(from, adjusted));
            operating_parts.push_back({1, adjusted});
            from = adjusted + 1;
        }
        const std::size_t changes = std::min(index("forandring_fordringar", none), index("forandring_skulder", none));
        before = before < none ? before : silent_total(operating_parts, from, changes);
        if (before < none) {
            const auto rest = details_between(from, before);
            operating_parts.insert(operating_parts.end(), rest.begin(), rest.end());
            add(before, operating_parts);
            operating_parts = {{1, before}};
            from = before + 1;
        }
        if (capital < none) {
            add(capital, details_between(from, capital));
            operating_parts.push_back({1, capital});
            from = capital + 1;
        }
        operating =
            operating < none ? operating : silent_total(operating_parts, from, std::min({investing, financing, flow}));
        if (operating < none) {
            const auto rest = details_between(from, operating);
            operating_parts.insert(operating_parts.end(), rest.begin(), rest.end());
            add(operating, operating_parts);
            operating_parts = {{1, operating}};
            from = operating + 1;
        }
        for (const std::size_t part : {investing, financing}) {
            if (part < none) {
                add(part, details_between(from, part));
                operating_parts.push_back({1, part});
                from = part + 1;
            }
        }
        if (flow < none) {
            add(flow, with_rows_without_section(flow, operating_parts, from, investing < none || financing < none));
        }
        if (flow < none && start < none && end < none) {
            add(end, {{1, start}, {1, flow}});
        }
    }

    /// What the cash flow of the year adds up: rows below the last total too, where no section has a total of its own,
    /// or where it adds up in more columns with them.
    std::vector<Part> with_rows_without_section(std::size_t flow, const std::vector<Part>& totals, std::size_t from,
                                                bool has_section) const {
        std::vector<Part> all = totals;
        const std::vector<Part> rest = details_between(from, flow);
        all.insert(all.end(), rest.begin(), rest.end());
        const int with = fit(model_, at_, {flow, all, "", ""}).holds,
                  without = fit(model_, at_, {flow, totals, "", ""}).holds;
        return with > without || (with == without && !has_section) ? all : totals;
    }

    // --- balanskravsutredning (LKBR 11 kap. 10 §) -------------------------------------------------------------------

    /// Gains and reservations are subtracted whatever sign is printed beside "-"; the rows with both signs either way.
    void balanskrav() {
        const auto adjusted = table_.index_of("efter_justeringar");
        const auto whole = table_.index_of("balanskravsresultat");
        std::vector<Part> parts = rows_of({"arets_resultat"});
        const bool has_result = !parts.empty(); // without it the sums have nothing to begin with
        for (const auto& [key, sign] :
             {std::pair{"realisationsvinster", -1}, std::pair{"realisationsvinster_undantag", 1},
              std::pair{"realisationsforluster_undantag", 1}, std::pair{"orealiserade", -1},
              std::pair{"aterforing", 1}}) {
            if (const auto row = table_.index_of(key)) {
                parts.push_back({printed_sign(*row, sign), *row});
            }
        }
        if (adjusted) {
            add_with_either_sign(*adjusted, has_result ? parts : std::vector<Part>());
            parts = {{1, *adjusted}};
        }
        for (const auto& [key, sign] : {std::pair{"reservering", -1}, std::pair{"anvandning", 1}}) {
            if (const auto row = table_.index_of(key)) {
                parts.push_back({printed_sign(*row, sign), *row});
            }
        }
        if (whole && (adjusted || has_result)) {
            add_with_either_sign(*whole, parts);
        }
        if (const auto left = table_.index_of("att_reglera"); left && whole) {
            std::vector<Part> rest = {{1, *whole}};
            if (const auto earlier = table_.index_of("underskott_tidigare_ar")) {
                rest.push_back({printed_sign(*earlier, 1), *earlier});
            }
            add_with_either_sign(*left, rest);
        }
    }

    /// A figure that is printed with a minus of its own is added.
    int printed_sign(std::size_t row, int sign) const {
        const auto& cells = table_.rows[row].cells;
        const bool negative = std::ranges::any_of(
            cells, [](const ReviewCell& cell) { return cell.figure && cell.figure->hundredths < 0; });
        return sign < 0 && negative ? 1 : sign;
    }

    void add_with_either_sign(std::size_t row, std::vector<Part> parts) {
        SumRule as_named{row, parts, "", ""};
        for (Part& part : parts) {
            const std::string& key = table_.rows[part.row].key;
            const bool either = key == "orealiserade" || key == "aterforing" || key == "underskott_tidigare_ar";
            part.sign = either ? -part.sign : part.sign;
        }
        const SumRule turned{row, parts, "", ""};
        const bool turn = fit(model_, at_, turned).holds > fit(model_, at_, as_named).holds;
        add(row, turn ? turned.parts : as_named.parts);
    }

    // --- noter, driftredovisning och andra --------------------------------------------------------------------------

    /// A row called a sum adds up the rows since the sum before, or all rows that no sum has taken. A row that nobody
    /// calls a sum is one when the rows just above it add up to it in several columns.
    void rows_in_order() {
        std::vector<Part> open; // rows and sums that no later sum has taken
        std::size_t since_sum = 0;
        for (std::size_t r = 0; r < table_.rows.size(); ++r) {
            if (!is_detail(r)) {
                continue;
            }
            const bool called_sum = table_.rows[r].is_sum || is_last_result(r);
            const auto from = called_sum ? sum_begins(r, open, since_sum) : silent_sum_begins(r, open);
            if (from) {
                const std::vector<Part> parts(open.begin() + static_cast<std::ptrdiff_t>(*from), open.end());
                add(r, parts);
                open.resize(*from);
                open.push_back({1, r});
                since_sum = open.size();
            } else {
                open.push_back({1, r});
            }
        }
    }

    // --- från ingående till utgående -------------------------------------------------------------------------------

    /// "Utgående anskaffningsvärde" is what it began with and what happened; "Utgående bokfört värde" what such rows
    /// come to. Believed where it holds in some column.
    void movements() {
        std::vector<Part> open, closings; // open: from the last row called ingående
        for (const Part& part : details_between(0, table_.rows.size())) {
            if (begins_with(table_.rows[part.row], "ingaende")) {
                open = {part};
            } else if (!begins_with(table_.rows[part.row], "utgaende")) {
                if (!open.empty()) {
                    open.push_back(part);
                }
            } else if (add_if_believed(part.row, open)) {
                open.clear();
                closings.push_back(part);
            } else if (closings.size() > 1) {
                add_if_believed(part.row, closings);
            }
        }
    }

    bool add_if_believed(std::size_t row, const std::vector<Part>& parts) {
        const bool is_known = std::ranges::find(sums_, row, &SumRule::row) != sums_.end();
        if (parts.empty() || is_known || fit(model_, at_, {row, parts, "", ""}).holds == 0) {
            return false;
        }
        add(row, parts);
        return true;
    }

    bool is_last_result(std::size_t row) const {
        const Words words = words_of(table_.rows[row].label);
        const bool result =
            std::ranges::any_of(words, [](const std::string& word) { return is_same_word(word, "resultat"); });
        const auto after = details_between(row + 1, table_.rows.size());
        return result && after.empty() && table_.kind == "driftredovisning";
    }

    /// Where the parts of a named sum begin in `open`; nothing when there are none, or when a sum with words of its own
    /// fits nowhere: then it is about something else.
    std::optional<std::size_t> sum_begins(std::size_t row, const std::vector<Part>& open, std::size_t since_sum) const {
        std::optional<std::size_t> best;
        int most = -1;
        for (const std::size_t from : {std::size_t{0}, since_sum}) {
            if (from >= open.size()) {
                continue;
            }
            const Fit own = fit(model_, at_, part_sum(row, open, from));
            if (own.holds > most) {
                most = own.holds;
                best = from;
            }
        }
        return best;
    }

    static SumRule part_sum(std::size_t row, const std::vector<Part>& open, std::size_t from) {
        return {row, {open.begin() + static_cast<std::ptrdiff_t>(from), open.end()}, "", ""};
    }

    /// The farthest place in `open` where a sum is looked for.
    static std::size_t first_begin(const std::vector<Part>& open) {
        constexpr std::size_t farthest = 60; // rows; no område is larger, and a file decides how many rows there are
        return open.size() > farthest ? open.size() - farthest : 0;
    }

    std::optional<std::size_t> silent_sum_begins(std::size_t row, const std::vector<Part>& open) const {
        const std::size_t last = first_begin(open);
        for (std::size_t from = open.size() < 2 ? 0 : open.size() - 1; from-- > last;) {
            const Fit own = fit(model_, at_, part_sum(row, open, from));
            if (own.telling >= 2 && own.telling > own.fails && own.fails <= 1 + own.telling / 3) {
                return from;
            }
        }
        return std::nullopt;
    }

    const Model& model_;
    std::size_t at_;
    const ReviewTable& table_;
    std::vector<SumRule> sums_;
};

} // namespace

Fit fit(const Model& model, std::size_t table, const SumRule& sum) {
    Fit result;
    const Values& values = model.values();
    for (std::size_t c = 0; c < model.tables()[table].columns.size(); ++c) {
        const bool counts = !may_not_add_up(model.tables()[table].columns[c]);
        const auto tie = counts ? tie_in(model, table, sum, c) : std::nullopt;
        if (!tie) {
            continue;
        }
        const bool holds = model.holds(*tie, values);
        (holds ? result.holds : result.fails) += 1;
        std::int64_t steps = 0, parts = 0;
        for (const TieTerm& term : tie->terms) {
            steps += model[term.figure].step;
            parts += term.sign > 0 && values[term.figure] != 0 ? 1 : 0;
        }
        constexpr std::int64_t clearly = 5;
        const bool large = std::abs(values[tie->subject]) > clearly * steps && values[tie->subject] != 0;
        result.telling += holds && large && parts >= 2 ? 1 : 0;
    }
    return result;
}

std::vector<SumRule> find_sums(const Model& model, std::size_t table) {
    return SumFinder(model, table).run();
}

void add_sum_ties(const Model& model, std::size_t table, const std::vector<SumRule>& sums, std::vector<Tie>& ties) {
    for (std::size_t c = 0; c < model.tables()[table].columns.size(); ++c) {
        std::vector<Tie> own;
        int votes = 0;
        for (const SumRule& sum : sums) {
            if (auto tie = tie_in(model, table, sum, c)) {
                votes += !adds_figures(model, *tie) ? 0 : model.holds(*tie, model.values()) ? 1 : -1;
                own.push_back(std::move(*tie));
            }
        }
        const ReviewColumn& column = model.tables()[table].columns[c];
        const bool counts = !may_not_add_up(column) || (votes > 0 && !is_in_percent(column));
        if (counts) {
            std::ranges::move(own, std::back_inserter(ties));
        }
    }
}

void add_opening_ties(const Model& model, std::size_t table, const std::vector<SumRule>& sums, std::vector<Tie>& ties) {
    const ReviewTable& own = model.tables()[table];
    for (const SumRule& sum : sums) {
        const std::size_t opening = sum.parts.front().row;
        if (!begins_with(own.rows[opening], "ingaende") || !begins_with(own.rows[sum.row], "utgaende")) {
            continue;
        }
        for (std::size_t c = 0; c < own.columns.size(); ++c) {
            const bool counts = own.columns[c].role == ColumnRole::outcome && own.columns[c].year;
            auto before = counts ? column_with(own, ColumnRole::outcome, *own.columns[c].year - 1) : std::nullopt;
            if (before && ends_within_year(own.columns[*before])) { // of an interim report
                before.reset();
            }
            const auto begins = model.find(table, opening, c);
            const auto ended = before ? model.find(table, sum.row, *before) : std::nullopt;
            if (begins && ended) {
                ties.push_back(
                    {"Ingående = utgående året före", source_of(own), *begins, {{-1, *begins}, {1, *ended}}, {}, true});
            }
        }
    }
}

} // namespace finsam::review
