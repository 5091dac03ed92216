#include "bridge/report/statement_terms.hpp"

#include "bridge/figures/balanskrav.hpp"
#include "bridge/figures/driftredovisning.hpp"
#include "bridge/figures/ek_riktvarde.hpp"
#include "bridge/figures/soliditet.hpp"
#include "bridge/report/map_keys.hpp"
#include "bridge/report/member_shares.hpp"
#include "bridge/report/typed_budget.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace finsam::statement {
namespace {

Value signed_amount(const std::optional<Ore>& amount, int sign) noexcept {
    const bool fits = amount && amount->count() != std::numeric_limits<std::int64_t>::min();
    return fits ? Value(sign * *amount) : Value();
}

bool is_null(const Value& value) noexcept {
    return std::holds_alternative<std::monostate>(value);
}

std::optional<Ore> part_of(const BudgetSums& budget, BudgetPart part) noexcept {
    const bool both = budget.income && budget.cost;
    switch (part) {
    case BudgetPart::income: return budget.income;
    case BudgetPart::cost: return budget.cost;
    case BudgetPart::in_cost: return budget.cost ? std::optional(Ore()) : std::nullopt;
    case BudgetPart::in_both: return both ? std::optional(Ore()) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

const InputField* find_input(const Layout& layout, const std::string& key) noexcept {
    const auto found = std::find_if(layout.inputs.begin(), layout.inputs.end(),
                                    [&](const InputField& input) { return input.key == key; });
    return found == layout.inputs.end() ? nullptr : &*found;
}

Value add(const Value& a, int sign, const Value& b) noexcept {
    const Ore* left = std::get_if<Ore>(&a);
    const Ore* right = std::get_if<Ore>(&b);
    if (left == nullptr || right == nullptr || right->count() == std::numeric_limits<std::int64_t>::min()) {
        return {};
    }
    const auto sum = checked_add(*left, sign * *right);
    return sum ? Value(*sum) : Value();
}

Ore typed_slack(Ore typed) noexcept {
    for (const Unit unit : {Unit::tkr, Unit::kr}) {
        if (!typed.is_zero() && typed.count() % ore_per_unit(unit) == 0) {
            return Ore(ore_per_unit(unit) / 2);
        }
    }
    return {};
}

Evaluator::Evaluator(const Layout& layout, const AccountMap& map, const Books& books, const TypedInput& typed)
    : layout_(layout), map_(map), books_(books), typed_(typed) {
    years_.reserve(books.years.size());
    for (const YearBooks& year : books.years) {
        years_.emplace_back(year, map);
    }
    if (books.same_period) {
        same_period_.emplace(*books.same_period, map);
    }
}

const YearAccounts* Evaluator::year(int year) const noexcept {
    if (year == same_period_year) {
        return same_period_ ? &*same_period_ : nullptr;
    }
    const auto index = static_cast<std::size_t>(-year);
    return index < years_.size() ? &years_[index] : nullptr;
}

ReportYear Evaluator::report_year(int year) const {
    return finsam::report_year(layout_, books_, typed_, -year);
}

const Cell& Evaluator::cell(const Table& table, const Row& row, ColumnKind kind, int year) {
    const auto key = std::make_tuple(&row, kind, year);
    const auto found = known_.find(key);
    if (found != known_.end()) {
        return found->second;
    }
    Cell value = evaluate(table, row, kind, year);
    return known_.emplace(key, std::move(value)).first->second;
}

Cell Evaluator::evaluate(const Table& table, const Row& row, ColumnKind kind, int year) {
    switch (kind) {
    case ColumnKind::deviation: return difference(table, row, year, ColumnKind::outcome, ColumnKind::budget);
    case ColumnKind::forecast_deviation: return difference(table, row, year, ColumnKind::forecast, ColumnKind::budget);
    case ColumnKind::from_calculated: return difference(table, row, year, ColumnKind::outcome, ColumnKind::calculated);
    case ColumnKind::opening: return opening(table, row, year);
    case ColumnKind::change: return change(table, row, year);
    case ColumnKind::forecast: return forecast(table, row, year);
    default: break;
    }
    const Value typed = kind == ColumnKind::outcome ? typed_value(row, row.input_key, year) : Value();
    if ((row.input_first || row.kind == RowKind::input) && !is_null(typed)) {
        return {typed, {}};
    }
    Cell out = by_kind(table, row, kind, year);
    if (is_null(out.value) && !is_null(typed)) { // copied from an earlier year's report
        const Ore* amount = std::get_if<Ore>(&typed);
        return {typed, {}, amount == nullptr ? Ore() : typed_slack(*amount)};
    }
    return out;
}

Cell Evaluator::difference(const Table& table, const Row& row, int year, ColumnKind of, ColumnKind from) {
    const Cell& whole = cell(table, row, of, year);
    return {add(whole.value, -1, cell(table, row, from, year).value), whole.accounts};
}

/// What is typed; of the adjustments of balanskrav, which are typed or proposed once for the year, the outcome.
Cell Evaluator::forecast(const Table& table, const Row& row, int year) {
    switch (row.kind) {
    case RowKind::sum: return terms(table, row, ColumnKind::forecast, year);
    case RowKind::balanskrav: return figure(table, row, ColumnKind::forecast, year);
    case RowKind::input:
    case RowKind::carried: return cell(table, row, ColumnKind::outcome, year);
    case RowKind::accounts: break;
    default: return {};
    }
    if (const Value typed = typed_value(row, row.forecast_key, year); !is_null(typed)) {
        return {typed, {}};
    }
    if (row.map_column == MapColumn::extra) {
        return cell(table, row, ColumnKind::outcome, year);
    }
    return !row.forecast_key.empty() && forecasts_from_budget(year) ? rest_of_budget(table, row, year) : Cell();
}

/// Outcome of the period + budget of the year - budget of the period.
Cell Evaluator::rest_of_budget(const Table& table, const Row& row, int year) {
    Cell out = cell(table, row, ColumnKind::outcome, year);
    out.value = add(out.value, 1, cell(table, row, ColumnKind::budget, year).value);
    out.value = add(out.value, -1, cell(table, row, ColumnKind::period_budget, year).value);
    return out;
}

bool Evaluator::forecasts_from_budget(int year) const {
    const TypedFigures typed = report_year(year).typed;
    const auto rule = typed.find(forecast_rule_key);
    return rule != typed.end() && rule->second == 1;
}

/// The closing of the year before, also of equity: with that year's result in it.
Cell Evaluator::opening(const Table& table, const Row& row, int year) {
    if (layout_.is_flow(table, row)) {
        return {};
    }
    if (row.kind != RowKind::sum) {
        return cell(table, row, ColumnKind::outcome, year_from(year, -1));
    }
    Cell out{Ore(), {}};
    for (const Term& term : row.terms) {
        const Table& at = term.table.empty() ? table : *layout_.find(term.table);
        const Row& of = *at.find(term.row);
        if (!layout_.is_flow(at, of)) {
            const Cell& part = cell(at, of, ColumnKind::opening, year_from(year, term.year));
            out.value = add(out.value, term.sign, part.value);
            out.accounts.insert(part.accounts.begin(), part.accounts.end());
        }
    }
    return out;
}

Cell Evaluator::change(const Table& table, const Row& row, int year) {
    const Cell& closing = cell(table, row, ColumnKind::outcome, year);
    if (layout_.is_flow(table, row)) {
        return closing;
    }
    return {add(closing.value, -1, cell(table, row, ColumnKind::opening, year).value), closing.accounts};
}

Cell Evaluator::by_kind(const Table& table, const Row& row, ColumnKind kind, int year) {
    if (kind == ColumnKind::budget && year == 0 && !typed_.budget.empty() && is_whole_result(layout_, table, row)) {
        const auto net = budget_sums(typed_.budget).net;
        return {net ? Value(*net) : Value(), {}};
    }
    const bool of_members = row.kind == RowKind::members || row.kind == RowKind::member_list;
    if (kind == ColumnKind::calculated && row.kind != RowKind::sum && !of_members) {
        return {};
    }
    switch (row.kind) {
    case RowKind::heading: return {};
    case RowKind::accounts:
    case RowKind::account_list: return accounts_row(row, kind, year);
    case RowKind::sum: return terms(table, row, kind, year);
    case RowKind::input: // an amount that nobody typed is zero: there is nothing to report
        return {row.value == ValueKind::amount && kind == ColumnKind::outcome && report_year(year).is_known()
                    ? Value(Ore())
                    : Value(),
                {}};
    case RowKind::guideline: return guideline(table, row, kind, year);
    case RowKind::carried: return carried(table, row, kind, year);
    case RowKind::soliditet:
    case RowKind::balanskrav:
    case RowKind::share: return figure(table, row, kind, year);
    case RowKind::members:
    case RowKind::member_list: return members_row(row, kind, year);
    }
    return {};
}

Value Evaluator::typed_value(const Row& row, const std::string& key, int year) const {
    const InputField* input = key.empty() ? nullptr : find_input(layout_, key);
    if (input == nullptr) {
        return {};
    }
    const TypedFigures typed = report_year(year).typed;
    const auto found = typed.find(key);
    if (found == typed.end()) {
        return {};
    }
    const double value = input->sign * found->second;
    if (row.value != ValueKind::amount) {
        return value;
    }
    const auto amount = from_kronor_double(value);
    return amount ? Value(*amount) : Value();
}

const AccountsByKey* Evaluator::source(const Row& row, ColumnKind kind, int year) const noexcept {
    const YearAccounts* own = this->year(year);
    if (own == nullptr) {
        return nullptr;
    }
    if (kind == ColumnKind::budget || kind == ColumnKind::period_budget) {
        const auto& budget = kind == ColumnKind::budget ? own->budget : own->period_budget;
        return row.measure == Measure::result && budget ? &*budget : nullptr;
    }
    const auto& accounts = row.measure == Measure::result ? own->result : own->closing;
    return accounts ? &*accounts : nullptr;
}

Cell Evaluator::accounts_row(const Row& row, ColumnKind kind, int year) {
    if (kind == ColumnKind::budget && year == 0 && !typed_.budget.empty()) {
        return typed_budget(row);
    }
    if (kind == ColumnKind::period_budget && year == 0 && !typed_.budget.empty()) {
        return {}; // the typed budget is of the year, and says nothing of its months
    }
    if (is_equity(row, kind)) {
        return equity_row(row, year);
    }
    const AccountsByKey* from = source(row, kind, year);
    if (from == nullptr) {
        return {};
    }
    AccountSum sum = sum_of(*from, row.map_column, row.map_keys);
    return {signed_amount(sum.sum.amount, row.sie_sign), std::move(sum.accounts)};
}

Cell Evaluator::equity_row(const Row& row, int year) {
    const YearAccounts* own = this->year(year);
    auto sum = own == nullptr ? std::nullopt : equity(*own);
    if (!sum) {
        return {};
    }
    return {signed_amount(sum->sum.amount, row.sie_sign), std::move(sum->accounts)};
}

/// See typed_budget.hpp.
Cell Evaluator::typed_budget(const Row& row) const {
    if (row.measure != Measure::result || row.map_column != MapColumn::row) {
        return {};
    }
    const BudgetSums budget = budget_sums(typed_.budget);
    std::optional<Ore> sum = Ore();
    for (const std::string& key : row.map_keys) {
        const std::optional<Ore> amount = part_of(budget, budget_part(key));
        sum = sum && amount ? checked_add(*sum, *amount) : std::nullopt;
    }
    return {signed_amount(sum, -row.sie_sign), {}};
}

Cell Evaluator::terms(const Table& table, const Row& row, ColumnKind kind, int year) {
    Cell out{Ore(), {}};
    for (const Term& term : row.terms) {
        const Table& at = term.table.empty() ? table : *layout_.find(term.table);
        const Cell& part = cell(at, *at.find(term.row), kind, year_from(year, term.year));
        out.value = add(out.value, term.sign, part.value);
        out.slack += part.slack;
        out.accounts.insert(part.accounts.begin(), part.accounts.end());
    }
    return out;
}

Cell Evaluator::figure(const Table& table, const Row& row, ColumnKind kind, int year) {
    Cell out;
    std::vector<Ore> parts;
    bool complete = true;
    for (const Term& term : row.terms) {
        const Table& at = term.table.empty() ? table : *layout_.find(term.table);
        const Cell& part = cell(at, *at.find(term.row), kind, year_from(year, term.year));
        const Value value = add(Value(Ore()), term.sign, part.value);
        out.accounts.insert(part.accounts.begin(), part.accounts.end());
        complete = complete && !is_null(value);
        parts.push_back(is_null(value) ? Ore() : std::get<Ore>(value));
    }
    if (!complete) {
        return out;
    }
    if (row.kind == RowKind::balanskrav) {
        const auto result =
            balanskrav({parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7]});
        out.value = result ? Value(result->balanskravsresultat) : Value();
        return out;
    }
    const double above = to_kronor_double(parts[0]), below = to_kronor_double(parts[1]);
    const auto share =
        soliditet(above, below, row.kind == RowKind::soliditet && parts.size() > 2 ? to_kronor_double(parts[2]) : 0.0);
    out.value = share ? Value(*share) : Value();
    return out;
}

double Evaluator::typed_step(const std::string& key, int year) const {
    const TypedFigures typed = report_year(year).typed;
    const auto found = typed.find(key);
    return found != typed.end() ? found->second : find_input(layout_, key)->usual.value_or(0.0);
}

/// Nothing where the steps make no sense: a limit that does not rise, a share outside 0-100 %.
Cell Evaluator::guideline(const Table& table, const Row& row, ColumnKind kind, int year) {
    const Term& term = row.terms.front();
    const Table& at = term.table.empty() ? table : *layout_.find(term.table);
    const Cell& part = cell(at, *at.find(term.row), kind, year_from(year, term.year));
    const Value funding = add(Value(Ore()), term.sign, part.value);
    std::vector<EkSteg> steps;
    for (std::size_t i = 0; i < row.step_keys.size(); i += 2) {
        const bool last = i + 1 == row.step_keys.size();
        const double share = typed_step(row.step_keys[last ? i : i + 1], year);
        const auto limit = last ? std::nullopt : from_kronor_double(typed_step(row.step_keys[i], year));
        if (!(share >= 0 && share <= 1) || (!last && !limit)) {
            return {{}, part.accounts};
        }
        steps.push_back({limit, std::llround(share * 1'000'000)});
    }
    const Ore* amount = std::get_if<Ore>(&funding);
    const auto value = amount == nullptr ? tl::unexpected(std::string_view()) : ek_riktvarde(*amount, steps);
    return {value ? Value(*value) : Value(), part.accounts};
}

Value Evaluator::of_account(const Row& row, const std::string& account, ColumnKind kind, int year) const {
    if (kind == ColumnKind::deviation) {
        return add(of_account(row, account, ColumnKind::outcome, year), -1,
                   of_account(row, account, ColumnKind::budget, year));
    }
    const bool is_flow = row.measure == Measure::result;
    if (kind == ColumnKind::opening) {
        return is_flow ? Value() : of_account(row, account, ColumnKind::outcome, year_from(year, -1));
    }
    if (kind == ColumnKind::change) {
        const Value closing = of_account(row, account, ColumnKind::outcome, year);
        return is_flow ? closing : add(closing, -1, of_account(row, account, ColumnKind::opening, year));
    }
    const bool is_budget = kind == ColumnKind::budget || kind == ColumnKind::period_budget;
    const AccountsByKey* from = source(row, kind, year);
    if (from == nullptr || (is_budget && year == 0 && !typed_.budget.empty()) || kind == ColumnKind::forecast ||
        kind == ColumnKind::forecast_deviation) { // a list has no line for what is typed of the whole row
        return {};
    }
    for (const std::string& key : row.map_keys) {
        const Bucket* bucket = from->find(row.map_column, key);
        const auto found = bucket == nullptr ? Bucket::const_iterator{} : bucket->find(account);
        if (bucket != nullptr && found != bucket->end()) {
            return signed_amount(found->second, row.sie_sign);
        }
    }
    return Ore();
}

/// Known when the contribution of every member of the group is.
Cell Evaluator::members_row(const Row& row, ColumnKind kind, int year) const {
    Cell out;
    bool is_first = true;
    for (const Member& member : typed_.members) {
        const bool has_members = kind == ColumnKind::outcome || kind == ColumnKind::calculated;
        if (!has_members || member.group != row.member_group) {
            continue;
        }
        out.value = add(is_first ? Value(Ore()) : out.value, 1, of_member(row, member, kind, year));
        is_first = false;
        if (!member.account.empty()) {
            out.accounts.insert(member.account);
        }
    }
    return out;
}

Value Evaluator::of_member(const Row& row, const Member& member, ColumnKind kind, int year) const {
    switch (kind) {
    case ColumnKind::outcome: return of_member(row, member, year);
    case ColumnKind::calculated: return calculated(row, member, year);
    case ColumnKind::from_calculated: return add(of_member(row, member, year), -1, calculated(row, member, year));
    default: return {};
    }
}

/// Its part of what the row's accounts have, in whole kronor.
Value Evaluator::calculated(const Row& row, const Member& member, int year) const {
    const AccountsByKey* from = source(row, ColumnKind::outcome, year);
    const Value booked =
        from == nullptr ? Value() : signed_amount(sum_of(*from, row.map_column, row.map_keys).sum.amount, row.sie_sign);
    if (is_null(booked)) {
        return {};
    }
    const std::int64_t whole =
        round_to_unit(std::get<Ore>(booked), ore_per_unit(Unit::kr)).count() / ore_per_unit(Unit::kr);
    const auto shares = member_shares(whole, typed_.members, report_year(year).calendar_year);
    const auto own = shares.at(static_cast<std::size_t>(&member - typed_.members.data()));
    return own ? Value(Ore::from_kronor(*own)) : Value();
}

Value Evaluator::of_member(const Row& row, const Member& member, int year) const {
    const auto typed = member.typed.find(report_year(year).calendar_year);
    if (typed != member.typed.end() && year != same_period_year) { // typed for the whole of that year
        return typed->second;
    }
    if (!member.insats.empty()) {
        const auto sums = by_insats(row, year);
        if (!sums) {
            return {};
        }
        const auto own = sums->find(member.insats);
        return own == sums->end() ? Value(Ore()) : signed_amount(own->second.amount, row.sie_sign);
    }
    const YearAccounts* own = this->year(year);
    if (member.account.empty() || own == nullptr || !own->books->result) {
        return {};
    }
    const auto amount = own->books->result->find(member.account);
    return amount == own->books->result->end() ? Value(Ore()) : signed_amount(amount->second, row.sie_sign);
}

std::optional<std::map<std::string, Sum>> Evaluator::by_insats(const Row& row, int year) const {
    const YearAccounts* own = this->year(year);
    const auto amounts = own == nullptr ? std::nullopt : spread_on_insatser(own->books->objects, own->books->result);
    if (!amounts || !own->result) {
        return std::nullopt;
    }
    const auto counts = [&](const std::string& account) {
        return std::ranges::any_of(row.map_keys, [&](const std::string& key) {
            const Bucket* bucket = own->result->find(row.map_column, key);
            return bucket != nullptr && bucket->contains(account);
        });
    };
    std::map<std::string, Sum> sums;
    for (const ObjectAmount& one : *amounts) {
        if (counts(one.account)) {
            sums[one.object].add(one.amount);
        }
    }
    return sums;
}

} // namespace finsam::statement
