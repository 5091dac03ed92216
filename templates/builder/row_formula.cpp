#include "templates/builder/row_formula.hpp"

#include "bridge/report/map_keys.hpp"
#include "bridge/report/typed_budget.hpp"
#include "templates/builder/data_columns.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam::workbook {

namespace {

constexpr const char* nothing = "\"\"";
constexpr const char* credit_sign = "Tecken_kredit";

/// "-", or "" for a positive sign.
const char* sign_text(int sign) {
    return sign < 0 ? "-" : "";
}

std::string rounded(const std::string& expression) {
    return "ROUND(" + expression + ";2)";
}

/// Equity has a rule of its own, whether or not the result was booked over 8999 and 2099.
bool is_equity(const Row& row) {
    return row.measure == Measure::closing && row.map_column == MapColumn::row && row.map_keys.size() == 1 &&
           row.map_keys.front() == equity_key;
}

std::string sum_over_keys(const Row& row, const std::string& amounts, const std::string& criteria) {
    std::string text;
    for (const std::string& key : row.map_keys) {
        text += fmt::format("{}SUMIFS({};{};{})", text.empty() ? "" : "+", amounts, criteria, quoted(key));
    }
    return text;
}

/// Equity in SIE's sign: its closing balance and the year's result, all accounts of classes 3-8 with 89xx, which
/// cancels a result that is booked already. A closing that is next year's opening holds the result.
std::string equity_sum(int slot) {
    return fmt::format("SUMIFS({};{};{})+IF({}=1;0;SUMIFS({};Saldon_Slag;\"R\"))", year_name("Saldon_UB", slot),
                       year_name("Saldon_Rad_UB", slot), quoted(equity_key), year_name("UB_nasta", slot),
                       year_name("Saldon_Res", slot));
}

const InputField* field_of(const Layout& layout, const std::string& key) {
    for (const InputField& field : layout.inputs) {
        if (field.key == key) {
            return &field;
        }
    }
    return nullptr;
}

} // namespace

int print_sign(const Row& row, ColumnKind kind) noexcept {
    return is_deviation(kind) || row.value != ValueKind::amount ? 1 : row.print_sign;
}

bool on_credit_side(const Row& row, ColumnKind kind) noexcept {
    return row.credit_side && !is_deviation(kind) && row.value == ValueKind::amount;
}

std::string insats_sum(const Row& list, int slot, const std::string& code) {
    const std::string objects = slot == 0 ? "Objekt_Utfall" : "Objekt_Foregaende";
    const char* word = list.map_column == MapColumn::extra      ? "_Uppgift"
                       : list.map_column == MapColumn::note_row ? "_Notrad"
                                                                : "_Rad";
    std::string belongs;
    for (const std::string& key : list.map_keys) {
        belongs += fmt::format("{}({}{}={})", belongs.empty() ? "" : "+", objects, word, quoted(key));
    }
    return fmt::format("SUMPRODUCT(EXACT({0}_Insats;{1})*({2})*{0}_Belopp)", objects, code, belongs);
}

std::string amounts_name(const Row& row, ColumnKind kind, int year) {
    if (kind == ColumnKind::period_budget) {
        return "Saldon_Periodbudget";
    }
    const char* name = kind == ColumnKind::budget        ? "Saldon_Budget"
                       : row.measure == Measure::closing ? "Saldon_UB"
                                                         : "Saldon_Res";
    return year_name(name, slot_of(year));
}

std::string criteria_name(const Row& row, ColumnKind kind, int year) {
    if (row.map_column == MapColumn::extra) {
        return "Saldon_Uppgift";
    }
    const bool is_note = row.map_column == MapColumn::note_row;
    if (row.measure == Measure::closing && kind == ColumnKind::outcome) {
        return year_name(is_note ? "Saldon_Notrad_UB" : "Saldon_Rad_UB", slot_of(year));
    }
    return is_note ? "Saldon_Notrad" : "Saldon_Rad";
}

/// True when the imported files can give the figure.
std::string RowFormulas::books_guard(const Figure& figure) const {
    const int slot = slot_of(figure.year);
    if (figure.kind == ColumnKind::period_budget) { // that of the report year; a typed budget says nothing of months
        return figure.year == 0 ? "IF(Budget_Antal=0;Finns_Periodbudget=1;FALSE())" : "FALSE()";
    }
    if (figure.kind == ColumnKind::budget) {
        return slot == 0 ? "IF(Budget_Antal=0;Finns_Budget_0=1;FALSE())" : year_name("Finns_Budget", slot) + "=1";
    }
    if (figure.row->measure == Measure::result) {
        return year_name("Finns_Res", slot) + "=1";
    }
    if (is_equity(*figure.row)) {
        return fmt::format("AND({}=1;OR({}=1;{}=1))", year_name("Finns_UB", slot), year_name("UB_nasta", slot),
                           year_name("Finns_Res", slot));
    }
    return year_name("Finns_UB", slot) + "=1";
}

std::string RowFormulas::books_value(const Figure& figure) const {
    const Row& row = *figure.row;
    const std::string sum = is_equity(row) ? equity_sum(slot_of(figure.year))
                                           : sum_over_keys(row, amounts_name(row, figure.kind, figure.year),
                                                           criteria_name(row, figure.kind, figure.year));
    const int sign = row.sie_sign * print_sign(row, figure.kind);
    const bool one_term = row.map_keys.size() == 1 && !is_equity(row);
    const std::string signed_sum = sign > 0 || one_term ? sign_text(sign) + sum : "-(" + sum + ")";
    if (!on_credit_side(row, figure.kind)) {
        return rounded(signed_sum);
    }
    return rounded(fmt::format("{}*({})", credit_sign, signed_sum));
}

std::string RowFormulas::typed_cell(const Figure& figure) const {
    return figure.kind == ColumnKind::outcome ? input_cell(figure.row->input_key, figure.year) : "";
}

std::optional<RowFormulas::TypedField> RowFormulas::input_field(const std::string& key, int year) const {
    const InputField* field = key.empty() ? nullptr : field_of(plan_.layout(), key);
    if (field == nullptr || year == same_period_year) {
        return std::nullopt;
    }
    const auto index = static_cast<int>(field - plan_.layout().inputs.data());
    return TypedField{{input_first_row + index, input_first_year_column - year}, field->sign};
}

/// "" when there is none.
std::string RowFormulas::input_cell(const std::string& key, int year) const {
    const auto field = input_field(key, year);
    return field ? fixed_cell(field->at, sheet::input) : "";
}

/// What is typed, with the sign it is printed with.
std::string RowFormulas::typed_value(const Figure& figure, const std::string& key) const {
    const InputField& field = *field_of(plan_.layout(), key);
    const Row& row = *figure.row;
    std::string value = sign_text(field.sign * print_sign(row, figure.kind)) + input_cell(key, figure.year);
    if (on_credit_side(row, figure.kind)) {
        value = std::string(credit_sign) + "*" + value;
    }
    return row.value == ValueKind::amount ? rounded(value) : value;
}

Formula RowFormulas::with_typed(const Figure& figure, const std::string& guard, const std::string& value) const {
    const std::string typed = typed_cell(figure);
    if (typed.empty()) {
        return {fmt::format("IF({};{};{})", guard, value, nothing)};
    }
    if (figure.row->input_first) {
        return {fmt::format("IF(ISNUMBER({});{};IF({};{};{}))", typed, typed_value(figure, figure.row->input_key),
                            guard, value, nothing)};
    }
    return {fmt::format("IF({};{};IF(ISNUMBER({});{};{}))", guard, value, typed,
                        typed_value(figure, figure.row->input_key), nothing)};
}

Formula RowFormulas::account_sum(const Figure& figure) const {
    const bool is_budget = figure.kind == ColumnKind::budget || figure.kind == ColumnKind::period_budget;
    if (is_budget && figure.row->measure == Measure::closing) {
        return {nothing}; // a budget in SIE is of the result alone (#PBUDGET)
    }
    const Formula books = with_typed(figure, books_guard(figure), books_value(figure));
    return figure.kind == ColumnKind::budget && figure.year == 0 ? typed_budget(figure, books) : books;
}

/// See typed_budget.hpp.
Formula RowFormulas::typed_budget(const Figure& figure, const Formula& otherwise) const {
    const Row& row = *figure.row;
    if (row.map_column != MapColumn::row) {
        return otherwise;
    }
    bool needs_income = false, needs_cost = false;
    std::string value;
    for (const std::string& key : row.map_keys) {
        const BudgetPart part = budget_part(key);
        needs_income = needs_income || part == BudgetPart::income || part == BudgetPart::in_both;
        needs_cost = needs_cost || part != BudgetPart::income;
        if (part == BudgetPart::income || part == BudgetPart::cost) {
            value += std::string(value.empty() ? "" : "+") +
                     (part == BudgetPart::income ? "Budget_Intakt" : "Budget_Kostnad");
        }
    }
    const std::string known = needs_income && needs_cost ? "COUNT(Budget_Intakt;Budget_Kostnad)=2"
                              : needs_income             ? "COUNT(Budget_Intakt)=1"
                                                         : "COUNT(Budget_Kostnad)=1";
    const std::string printed = budget_as_printed(value.empty() ? "0" : value, figure, -row.sie_sign);
    return {fmt::format("IF(Budget_Antal>0;IF({};{};{});{})", known, printed, nothing, otherwise.text)};
}

/// An expression with the stable sign times `sign`, with the sign it is printed with.
std::string RowFormulas::budget_as_printed(const std::string& expression, const Figure& figure, int sign) const {
    const bool is_sum = expression.find('+') != std::string::npos;
    const std::string credit = on_credit_side(*figure.row, figure.kind) ? std::string(credit_sign) + "*" : "";
    return rounded(sign_text(sign * print_sign(*figure.row, figure.kind)) + credit +
                   (is_sum ? "(" + expression + ")" : expression));
}

std::vector<RowFormulas::Operand> RowFormulas::operands(const Figure& from, const std::vector<Term>& terms,
                                                        std::string_view on_sheet, bool& complete) const {
    std::vector<Operand> list;
    complete = true;
    for (const Term& term : terms) {
        const Figure target = plan_.target(from, term);
        const auto place = plan_.find(target);
        if (!place) {
            complete = false;
            continue;
        }
        const std::string_view other = place->sheet == on_sheet ? std::string_view() : std::string_view(place->sheet);
        list.push_back({cell(place->at, other), term.sign * print_sign(*target.row, target.kind),
                        on_credit_side(*target.row, target.kind)});
    }
    return list;
}

namespace {

/// "+[.C5]", "-Tecken_kredit*[.C6]": an operand as part of a sum printed with or without the credit sign.
std::string addend(const std::string& cell_text, int sign, bool credit_differs, bool is_first) {
    const char* operation = sign < 0 ? "-" : is_first ? "" : "+";
    return fmt::format("{}{}{}", operation, credit_differs ? "Tecken_kredit*" : "", cell_text);
}

std::string count_guard(const std::vector<std::string>& list) {
    return fmt::format("COUNT({})={}", arguments(list), list.size());
}

} // namespace

Formula RowFormulas::term_sum(const Figure& figure) const {
    return sum_of_terms(figure, figure.row->terms);
}

Formula RowFormulas::sum_of_terms(const Figure& figure, const std::vector<Term>& terms) const {
    bool complete = false;
    const auto list = operands(figure, terms, plan_.find(figure)->sheet, complete);
    if (!complete) {
        return figure.row->input_key.empty() ? Formula{nothing} : with_typed(figure, "FALSE()", "0");
    }
    std::string sum;
    std::vector<std::string> parts;
    for (const Operand& one : list) {
        sum += addend(one.cell, one.sign * print_sign(*figure.row, figure.kind),
                      one.credit != on_credit_side(*figure.row, figure.kind), sum.empty());
        parts.push_back(one.cell);
    }
    return with_typed(figure, count_guard(parts), rounded(sum));
}

/// Untyped amounts of a known year are zero; untyped counts and shares are nothing.
Formula RowFormulas::input(const Figure& figure) const {
    if (figure.kind != ColumnKind::outcome) {
        return {nothing};
    }
    const std::string typed = typed_cell(figure);
    const std::string untyped = figure.row->value == ValueKind::amount
                                    ? fmt::format("IF({}=\"\";{};0)", year_name("Ar", slot_of(figure.year)), nothing)
                                    : nothing;
    if (typed.empty()) { // the same period of last year has no column on Indata
        return {untyped};
    }
    return {fmt::format("IF(ISNUMBER({});{};{})", typed, typed_value(figure, figure.row->input_key), untyped)};
}

Formula RowFormulas::soliditet(const Figure& figure) const {
    bool complete = false;
    const auto list = operands(figure, figure.row->terms, plan_.find(figure)->sheet, complete);
    if (!complete) {
        return with_typed(figure, "FALSE()", "0");
    }
    std::vector<std::string> cell_list;
    std::vector<std::string> argument_list;
    for (const Operand& one : list) {
        cell_list.push_back(one.cell);
        argument_list.push_back(addend(one.cell, one.sign, one.credit, true));
    }
    const std::string guard =
        fmt::format("IF({};{}<>0;FALSE())", count_guard(cell_list), list.at(1).cell); // no assets: no figure
    return with_typed(figure, guard, fmt::format("{}SOLIDITET({})", addin_prefix, arguments(argument_list)));
}

/// LKBR 11:10, with the amounts as the function wants them.
Formula RowFormulas::balanskrav(const Figure& figure) const {
    bool complete = false;
    const auto list = operands(figure, figure.row->terms, plan_.find(figure)->sheet, complete);
    if (!complete) {
        return {nothing};
    }
    std::vector<std::string> cell_list;
    std::vector<std::string> argument_list;
    for (const Operand& one : list) {
        cell_list.push_back(one.cell);
        argument_list.push_back(addend(one.cell, one.sign, one.credit, true));
    }
    // Earlier years are native: what they left to restore stands without the extension too.
    static constexpr const char* operations[] = {"", "-", "+", "+", "-", "+", "-", "+"}; // LKBR 11:10
    std::string native;
    for (std::size_t i = 0; i < argument_list.size(); ++i) {
        native += fmt::format("{}({})", operations[i], argument_list[i]);
    }
    const std::string result =
        figure.year < 0 ? "(" + native + ")" : fmt::format("{}BALANSKRAV({})", addin_prefix, arguments(argument_list));
    const std::string call = sign_text(print_sign(*figure.row, figure.kind)) + result;
    // Gains, losses and reserve have a meaning only when positive; the function refuses others, and a check says so.
    const std::string guard = fmt::format("IF({};MIN({})>=0;FALSE())", count_guard(cell_list),
                                          arguments({argument_list.at(1), argument_list.at(2), argument_list.at(3),
                                                     argument_list.at(6), argument_list.at(7)}));
    return with_typed(figure, guard, rounded(call));
}

Formula RowFormulas::share(const Figure& figure) const {
    bool complete = false;
    const auto list = operands(figure, figure.row->terms, plan_.find(figure)->sheet, complete);
    if (!complete) {
        return with_typed(figure, "FALSE()", "0");
    }
    const Operand& part = list.at(0);
    const Operand& whole = list.at(1);
    const std::string guard = fmt::format("IF({};{}<>0;FALSE())", count_guard({part.cell, whole.cell}), whole.cell);
    return with_typed(figure, guard,
                      addend(part.cell, part.sign * whole.sign, part.credit != whole.credit, true) + "/" + whole.cell);
}

/// Known when the contribution of every member of the group is.
Formula RowFormulas::members(const Figure& figure) const {
    const bool has_members = figure.kind == ColumnKind::outcome || figure.kind == ColumnKind::calculated;
    if (!has_members || figure.year < 1 - member_column::years) {
        return {nothing};
    }
    const std::string values =
        figure.kind == ColumnKind::calculated ? "Medlem_Andel" : year_name("Medlem_Varde", -figure.year);
    const std::string group = fmt::format("(Medlem_Grupp={})*(Medlem_Namn<>\"\")", quoted(figure.row->member_group));
    return {
        fmt::format("IF(AND(SUMPRODUCT({0})>0;SUMPRODUCT({0}*(1-ISNUMBER({1})))=0);{2};\"\")", group, values,
                    rounded(fmt::format("{}SUMIFS({};Medlem_Grupp;{})", sign_text(print_sign(*figure.row, figure.kind)),
                                        values, quoted(figure.row->member_group))))};
}

Formula RowFormulas::deviation(const Figure& figure, ColumnKind of) const {
    const auto own = plan_.find(figure);
    const auto outcome = plan_.find({figure.table, figure.row, of, figure.year});
    const auto from = figure.kind == ColumnKind::from_calculated ? ColumnKind::calculated : ColumnKind::budget;
    const auto budget = plan_.find({figure.table, figure.row, from, figure.year});
    if (!outcome || !budget || own->sheet != outcome->sheet) {
        return {nothing};
    }
    const std::string a = cell(outcome->at);
    const std::string b = cell(budget->at);
    std::string difference = print_sign(*figure.row, ColumnKind::outcome) > 0 ? a + "-" + b : b + "-" + a;
    if (on_credit_side(*figure.row, ColumnKind::outcome)) {
        difference = std::string(credit_sign) + "*(" + difference + ")";
    }
    return {fmt::format("IF({};{};{})", count_guard({a, b}),
                        figure.row->value == ValueKind::amount ? rounded(difference) : difference, nothing)};
}

/// What is typed; of the adjustments of balanskrav the outcome (see Evaluator::forecast).
Formula RowFormulas::forecast(const Figure& figure) const {
    const Row& row = *figure.row;
    const struct Figure outcome { figure.table, figure.row, ColumnKind::outcome, figure.year };
    switch (row.kind) {
    case RowKind::sum: return term_sum(figure);
    case RowKind::balanskrav: return balanskrav(figure);
    case RowKind::input:
    case RowKind::carried: return same_as(outcome);
    case RowKind::accounts: break;
    default: return {nothing};
    }
    const std::string typed = input_cell(row.forecast_key, figure.year);
    const std::string otherwise = row.map_column == MapColumn::extra ? same_as(outcome).text
                                  : row.forecast_key.empty()         ? nothing
                                                                     : rest_of_budget(figure);
    return {typed.empty()
                ? otherwise
                : fmt::format("IF(ISNUMBER({});{};{})", typed, typed_value(figure, row.forecast_key), otherwise)};
}

/// Outcome of the period + budget of the year - budget of the period, when people ask for it.
std::string RowFormulas::rest_of_budget(const Figure& figure) const {
    const std::string rule = input_cell(std::string(forecast_rule_key), figure.year);
    std::vector<std::string> parts;
    for (const ColumnKind kind : {ColumnKind::outcome, ColumnKind::budget, ColumnKind::period_budget}) {
        if (const auto place = plan_.find({figure.table, figure.row, kind, figure.year})) {
            parts.push_back(cell(place->at));
        }
    }
    if (rule.empty() || parts.size() != 3) {
        return nothing;
    }
    return fmt::format("IF(AND(ISNUMBER({0});{0}=1;{1});{2};{3})", rule, count_guard(parts),
                       rounded(fmt::format("{}+{}-{}", parts[0], parts[1], parts[2])), nothing);
}

/// A figure that another cell of the same sheet holds.
Formula RowFormulas::same_as(const Figure& other) const {
    const auto place = plan_.find(other);
    if (!place) {
        return {nothing};
    }
    return {fmt::format("IF(ISNUMBER({0});{0};{1})", cell(place->at), nothing)};
}

Formula RowFormulas::opening(const Figure& figure) const {
    if (plan_.layout().is_flow(*figure.table, *figure.row)) {
        return {nothing};
    }
    if (figure.row->kind != RowKind::sum) {
        return same_as({figure.table, figure.row, ColumnKind::outcome, year_from(figure.year, -1)});
    }
    return sum_of_terms(figure, plan_.balance_terms(figure));
}

Formula RowFormulas::change(const Figure& figure) const {
    const struct Figure closing { figure.table, figure.row, ColumnKind::outcome, figure.year };
    if (plan_.layout().is_flow(*figure.table, *figure.row)) {
        return same_as(closing);
    }
    const auto end = plan_.find(closing);
    const auto begin = plan_.find({figure.table, figure.row, ColumnKind::opening, figure.year});
    if (!end || !begin) {
        return {nothing};
    }
    const std::string a = cell(end->at);
    const std::string b = cell(begin->at);
    return {fmt::format("IF({};{};{})", count_guard({a, b}), rounded(a + "-" + b), nothing)};
}

Formula RowFormulas::figure(const Figure& figure) const {
    switch (figure.kind) {
    case ColumnKind::deviation:
    case ColumnKind::from_calculated: return deviation(figure, ColumnKind::outcome);
    case ColumnKind::forecast_deviation: return deviation(figure, ColumnKind::forecast);
    case ColumnKind::forecast: return forecast(figure);
    case ColumnKind::opening: return opening(figure);
    case ColumnKind::change: return change(figure);
    case ColumnKind::income:
    case ColumnKind::cost: return {nothing}; // only in tables of insatser
    case ColumnKind::calculated:
        if (figure.row->kind != RowKind::sum && figure.row->member_group.empty()) {
            return {nothing};
        }
        break;
    case ColumnKind::outcome:
    case ColumnKind::budget:
    case ColumnKind::period_budget: break;
    }
    Formula own = by_kind(figure);
    if (figure.kind != ColumnKind::budget || figure.year != 0 ||
        !is_whole_result(plan_.layout(), *figure.table, *figure.row)) {
        return own;
    }
    return {fmt::format("IF(Budget_Antal>0;{};{})", budget_as_printed("Budget_Summa", figure, 1), own.text)};
}

Formula RowFormulas::by_kind(const Figure& figure) const {
    switch (figure.row->kind) {
    case RowKind::heading: return {nothing};
    case RowKind::accounts:
    case RowKind::account_list: return account_sum(figure);
    case RowKind::sum: return term_sum(figure);
    case RowKind::input: return input(figure);
    case RowKind::soliditet: return soliditet(figure);
    case RowKind::balanskrav: return balanskrav(figure);
    case RowKind::share: return share(figure);
    case RowKind::guideline: return guideline(figure);
    case RowKind::carried: return carried(figure);
    case RowKind::members:
    case RowKind::member_list: return members(figure);
    }
    return {nothing};
}

Content RowFormulas::row_text(const Row& row) {
    static constexpr std::string_view mark = "{ar";
    std::string_view text = row.text;
    std::string joined;
    for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark)) {
        const std::size_t end = text.find('}', at);
        if (end == std::string_view::npos || end - at > 5) {
            break;
        }
        joined += fmt::format("{}&(Ar_0{})&", quoted(text.substr(0, at)), text.substr(at + 3, end - at - 3));
        text.remove_prefix(end + 1);
    }
    return joined.empty() ? Content(row.text)
                          : Content(Formula{fmt::format("IF(Ar_0=\"\";\"\";{}{})", joined, quoted(text))});
}

/// The same steps as the engine, those of Indata or the layout's own: what lies between two limits times its share.
Formula RowFormulas::guideline(const Figure& figure) const {
    bool complete = false;
    const auto list = operands(figure, figure.row->terms, plan_.find(figure)->sheet, complete);
    if (!complete || figure.year <= -year_slots) {
        return {nothing};
    }
    const Operand& funding = list.front();
    const std::string amount = addend(funding.cell, funding.sign, funding.credit, true);
    const auto& keys = figure.row->step_keys;
    std::string sum, rising;
    std::vector<std::string> shares;
    std::string below = "0";
    for (std::size_t i = 0; i < keys.size(); i += 2) {
        const bool last = i + 1 == keys.size();
        const std::string share = step(keys[last ? i : i + 1], figure.year);
        const std::string limit = last ? "" : step(keys[i], figure.year);
        const std::string upper = last ? amount : fmt::format("MIN({};{})", amount, limit);
        sum += fmt::format("{}({}-MIN({};{}))*ROUND({};6)", sum.empty() ? "" : "+", upper, amount, below, share);
        shares.push_back(share);
        if (!last) {
            rising += fmt::format(";{}>{}", limit, below);
            below = limit;
        }
    }
    const std::string all = arguments(shares);
    return {fmt::format("IF({0};IF(AND({1}>=0;MIN({2})>=0;MAX({2})<=1{3});ROUND({4};2);\"\");\"\")",
                        count_guard({funding.cell}), amount, all, rising, sum)};
}

/// What is typed under a key, or its default.
std::string RowFormulas::step(const std::string& key, int year) const {
    const InputField* field = field_of(plan_.layout(), key);
    const auto index = static_cast<int>(field - plan_.layout().inputs.data());
    const std::string typed = fixed_cell({input_first_row + index, input_first_year_column - year}, sheet::input);
    return fmt::format("IF(ISNUMBER({0});{0};{1})", typed, field->usual.value_or(0.0));
}

/// "N([$Balanskrav.C5])" with the stable sign; nothing for a year before the oldest.
std::optional<std::string> RowFormulas::known(const Figure& figure) const {
    const auto place = plan_.find(figure);
    if (!place) {
        return std::nullopt;
    }
    return fmt::format("{}{}N({})", sign_text(print_sign(*figure.row, figure.kind)),
                       on_credit_side(*figure.row, figure.kind) ? "Tecken_kredit*" : "", cell(place->at, place->sheet));
}

std::string RowFormulas::left_since(const Figure& whole, int origin) const {
    const struct Figure result = plan_.target(whole, whole.row->terms.front());
    if (origin == 0) {
        const auto begun = known({whole.table, whole.row, whole.kind, whole.year - 1});
        const auto own = known({result.table, result.row, result.kind, whole.year - 1});
        return begun && own ? fmt::format("MIN(0;{}+{})", *begun, *own) : "0";
    }
    const int after = whole.year + origin + 1;
    const auto begun = known({whole.table, whole.row, whole.kind, after});
    if (!begun) {
        return "0";
    }
    std::string sum = *begun;
    for (int year = after; year < whole.year; ++year) {
        sum += fmt::format("+MAX(0;{})", known({result.table, result.row, result.kind, year}).value_or("0"));
    }
    return fmt::format("MIN(0;{})", sum);
}

/// See statement_carried.cpp. What is typed goes before, and says nothing of the years it is from.
Formula RowFormulas::carried(const Figure& figure) const {
    if (figure.kind != ColumnKind::outcome) {
        return {nothing};
    }
    const std::string is_known = fmt::format("{}<>\"\"", year_name("Ar", -figure.year));
    const char* sign = sign_text(print_sign(*figure.row, figure.kind));
    if (figure.row->origin == 0) {
        return with_typed(figure, is_known, rounded(sign + left_since(figure, 0)));
    }
    const struct Figure whole = plan_.target(figure, figure.row->terms[1]);
    const std::string typed = typed_cell(whole);
    const std::string untyped = typed.empty() ? is_known : fmt::format("AND({};NOT(ISNUMBER({})))", is_known, typed);
    std::string part = left_since(whole, figure.row->origin);
    if (figure.row->origin != oldest_origin) {
        part += "-" + left_since(whole, figure.row->origin - 1);
    }
    return {fmt::format("IF({};{};{})", untyped, rounded(fmt::format("{}({})", sign, part)), nothing)};
}

Formula RowFormulas::overdue(const Table& table, const Row& whole) const {
    constexpr int three_years = -3;
    const struct Figure now { &table, &whole, ColumnKind::outcome, 0 };
    const auto result = plan_.find(plan_.target(now, whole.terms.front()));
    if (!result) {
        return {nothing};
    }
    const std::string own = cell(result->at, result->sheet);
    const std::string typed = typed_cell(now);
    const std::string untyped = typed.empty() ? "TRUE()" : fmt::format("NOT(ISNUMBER({}))", typed);
    return {fmt::format("IF(AND({};ISNUMBER({}));{};{})", untyped, own,
                        rounded(fmt::format("MIN(0;{}+MAX(0;{}N({})))", left_since(now, three_years),
                                            sign_text(print_sign(whole, ColumnKind::outcome)), own)),
                        nothing)};
}

std::string slack_of_typed(const std::string& typed) {
    return fmt::format("IF(ISNUMBER({0});IF({0}=0;0;IF(MOD({0};1000)=0;500;IF(MOD({0};1)=0;0.5;0)));0)", typed);
}

PrintedDigit printed_digit(AmountForm form) noexcept {
    constexpr std::int64_t krona = 100;
    const std::int64_t digit = ore_per_last_digit(form);
    return digit > krona ? PrintedDigit{static_cast<int>(digit / krona), static_cast<double>(digit / 2) / krona}
                         : PrintedDigit();
}

/// As `printed_slack` of what stands where a formula was, else what the formula carries with it.
std::string RowFormulas::slack(const Figure& figure) const {
    const auto place = plan_.find(figure);
    if (!place || figure.row->value != ValueKind::amount) {
        return "";
    }
    const std::string carried = carried_slack(figure);
    const auto& columns = figure.table->columns;
    const auto column = std::ranges::find_if(
        columns, [&](const Column& one) { return one.kind == figure.kind && one.year == figure.year; });
    if (column == columns.end() || is_list(*figure.row)) {
        return carried; // a helper cell, which nobody reads
    }
    const PrintedDigit digit = printed_digit(amount_form(*figure.table, figure.row, &*column));
    if (digit.whole == 0) {
        return carried;
    }
    return fmt::format("IF(ISFORMULA({0});{1};{2}*(MOD(N({0});{3})=0)*(N({0})<>0))", cell(place->at, place->sheet),
                       carried.empty() ? "0" : carried, digit.half, digit.whole);
}

/// "" when nothing that is typed can stand in for it or for what it sums.
std::string RowFormulas::carried_slack(const Figure& figure) const {
    const bool is_summed = figure.kind == ColumnKind::outcome || figure.kind == ColumnKind::budget ||
                           figure.kind == ColumnKind::period_budget || figure.kind == ColumnKind::forecast ||
                           figure.kind == ColumnKind::calculated;
    bool complete = true;
    std::string parts, guard;
    if (figure.row->kind == RowKind::sum && is_summed) {
        std::vector<std::string> part_cells;
        for (const Operand& one : operands(figure, figure.row->terms, sheet::checks, complete)) {
            part_cells.push_back(one.cell);
        }
        guard = complete ? count_guard(part_cells) : "FALSE()";
        parts = complete ? slack_of(figure, figure.row->terms) : "";
    } else if (figure.row->kind == RowKind::accounts || figure.row->kind == RowKind::account_list) {
        guard = books_guard(figure);
    }
    const std::string typed = typed_cell(figure);
    if (typed.empty() || figure.row->input_first || guard.empty()) {
        return parts; // what is typed first is nobody's rounded copy
    }
    return fmt::format("IF({};{};{})", guard, parts.empty() ? "0" : parts, slack_of_typed(typed));
}

std::string RowFormulas::slack_of(const Figure& from, const std::vector<Term>& terms) const {
    std::string sum;
    for (const Term& term : terms) {
        if (const std::string one = slack(plan_.target(from, term)); !one.empty()) {
            sum += (sum.empty() ? "" : "+") + one;
        }
    }
    return sum;
}

Formula RowFormulas::list_line(const Figure& figure, int line) const {
    const Row& row = *figure.row;
    const bool is_flow = row.measure == Measure::result;
    const struct Figure closing { figure.table, figure.row, ColumnKind::outcome, figure.year };
    const struct Figure begin { figure.table, figure.row, ColumnKind::outcome, year_from(figure.year, -1) };
    if (figure.kind == ColumnKind::change && is_flow) {
        return list_line(closing, line);
    }
    if (figure.kind == ColumnKind::opening || figure.kind == ColumnKind::change) {
        if (is_flow || !has_slot(begin.year)) {
            return {nothing};
        }
        const Formula start = list_line(begin, line);
        return figure.kind == ColumnKind::opening
                   ? start
                   : Formula{fmt::format("IF(AND({};{});{};\"\")", books_guard(closing), books_guard(begin),
                                         rounded(list_line(closing, line).text + "-" + start.text))};
    }
    if (figure.kind == ColumnKind::forecast || figure.kind == ColumnKind::forecast_deviation) {
        return {nothing}; // a list has no line for what is typed of the whole row
    }
    const std::string at =
        fmt::format("MATCH({};{};0)", line, year_name("Saldon_Lista", list_number(plan_.layout(), figure.row)));
    const std::string criteria = criteria_name(row, figure.kind, figure.year);
    std::string belongs;
    for (const std::string& one : row.map_keys) {
        belongs += fmt::format("{}(INDEX({};{})={})", belongs.empty() ? "" : "+", criteria, at, quoted(one));
    }
    std::string value = fmt::format("{}INDEX({};{})*({})", sign_text(row.sie_sign * print_sign(row, figure.kind)),
                                    amounts_name(row, figure.kind, figure.year), at, belongs);
    if (on_credit_side(row, figure.kind)) {
        value = std::string(credit_sign) + "*" + value;
    }
    return {fmt::format("IF({};{};\"\")", books_guard(figure), rounded(value))};
}

Formula RowFormulas::header(const Column& column) const {
    const int slot = slot_of(column.year);
    if (!has_slot(column.year)) {
        return {nothing};
    }
    static constexpr std::pair<std::string_view, const char*> replaced[] = {
        {"{ar}", "Ar"}, {"{borjan}", "Borjan"}, {"{slut}", "Slut"}, {"{period}", "Period"}};
    std::vector<std::string> parts;
    std::string text = column.header;
    while (!text.empty()) {
        std::size_t at = std::string::npos;
        const std::pair<std::string_view, const char*>* hit = nullptr;
        for (const auto& one : replaced) {
            const std::size_t found = text.find(one.first);
            if (found < at) {
                at = found;
                hit = &one;
            }
        }
        if (at != 0) {
            parts.push_back(quoted(text.substr(0, at)));
        }
        if (hit == nullptr) {
            break;
        }
        parts.push_back(year_name(hit->second, slot));
        text = text.substr(at + hit->first.size());
    }
    std::string joined = nothing; // joined to a text, a year is text too
    for (const std::string& part : parts) {
        joined += "&" + part;
    }
    return {fmt::format("IF({}=\"\";{};{})", year_name("Ar", slot), nothing, joined)};
}

} // namespace finsam::workbook
