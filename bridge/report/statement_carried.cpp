// What earlier years left to restore (KL 11 kap. 12 §): a negative balanskravsresultat is restored by later years'
// surpluses, the oldest first, within three years. What is typed for a year says what was left when it began and goes
// before what the years before it give.

#include "bridge/report/statement_terms.hpp"

#include <algorithm>

namespace finsam::statement {
namespace {

Ore known(const Value& value) noexcept {
    const Ore* amount = std::get_if<Ore>(&value);
    return amount == nullptr ? Ore() : *amount;
}

/// What is left of a deficit after a result; nothing when it does not fit.
Value restored(const Value& deficit, Ore result) noexcept {
    const Value left = add(deficit, 1, Value(result));
    return std::holds_alternative<Ore>(left) ? Value(std::min(Ore(), std::get<Ore>(left))) : left;
}

} // namespace

/// A year whose result nobody knows leaves the deficit as it was.
Cell Evaluator::carried(const Table& table, const Row& row, ColumnKind kind, int year) {
    if (kind != ColumnKind::outcome || !report_year(year).is_known()) {
        return {};
    }
    if (row.origin == 0) {
        return {left_since(table, row, 0, year), {}};
    }
    const Row& whole = *layout_.find(table, row.terms[1]);
    if (!std::holds_alternative<std::monostate>(typed_value(whole, whole.input_key, year))) {
        return {}; // what is typed does not say which years it is from
    }
    const Value up_to = left_since(table, whole, row.origin, year);
    return {row.origin == oldest_origin ? up_to : add(up_to, -1, left_since(table, whole, row.origin - 1, year)), {}};
}

Value Evaluator::left_since(const Table& table, const Row& whole, int origin, int year) {
    const Table& result_table = whole.terms.front().table.empty() ? table : *layout_.find(whole.terms.front().table);
    const Row& result_row = *result_table.find(whole.terms.front().row);
    const auto result = [&](int of) { return known(cell(result_table, result_row, ColumnKind::outcome, of).value); };
    if (origin == 0) { // the recursion: what the year before began with, and its own result
        const bool is_oldest = year - 1 <= -report_years;
        return is_oldest ? Value(Ore())
                         : restored(known(cell(table, whole, ColumnKind::outcome, year - 1).value), result(year - 1));
    }
    const int after = year + origin + 1; // the deficits up to that year are what the next one began with
    if (after <= -report_years) {
        return Ore();
    }
    Value left = known(cell(table, whole, ColumnKind::outcome, after).value);
    for (int later = after; later < year; ++later) {
        left = restored(left, std::max(Ore(), result(later)));
    }
    return left;
}

} // namespace finsam::statement
