#include "bridge/report/statement_accounts.hpp"

#include "bridge/report/map_keys.hpp"

namespace finsam::statement {
namespace {

bool is_debit(const Bucket& bucket) noexcept {
    Sum sum;
    for (const auto& [account, amount] : bucket) {
        sum.add(amount);
    }
    return sum.amount && *sum.amount > Ore();
}

} // namespace

AccountsByKey::AccountsByKey(const AccountAmounts& amounts, const AccountMap& map, Measure measure) {
    for (const auto& [account, amount] : amounts) {
        const MapRow* row = map.find(account);
        if (row == nullptr) {
            if (!amount.is_zero()) {
                unmapped_.push_back(account);
            }
            continue;
        }
        if (is_balance_row(row->row) != (measure == Measure::closing)) {
            if (!amount.is_zero()) {
                misplaced_.push_back(account);
            }
            continue;
        }
        by_map_row_[row].emplace(account, amount);
    }
    for (const auto& [row, bucket] : by_map_row_) {
        const bool moved = measure == Measure::closing && !row->debit_row.empty() && is_debit(bucket);
        take(MapColumn::row, moved ? row->debit_row : row->row, bucket);
        take(MapColumn::note_row, moved ? row->debit_note_row : row->note_row, bucket);
        take(MapColumn::extra, row->extra, bucket);
    }
}

void AccountsByKey::take(MapColumn column, const std::string& key, const Bucket& bucket) {
    if (!key.empty()) {
        by_key_[static_cast<std::size_t>(column)][key].insert(bucket.begin(), bucket.end());
    }
}

const Bucket* AccountsByKey::find(MapColumn column, std::string_view key) const noexcept {
    const auto& keys = by_key_[static_cast<std::size_t>(column)];
    const auto found = keys.find(key);
    return found == keys.end() ? nullptr : &found->second;
}

YearAccounts::YearAccounts(const YearBooks& year, const AccountMap& map) : books(&year) {
    if (year.result) {
        result.emplace(*year.result, map, Measure::result);
    }
    if (year.closing && year.closing_source != ClosingSource::none) {
        closing.emplace(*year.closing, map, Measure::closing);
    }
    if (year.budget) {
        budget.emplace(*year.budget, map, Measure::result);
    }
    if (year.period_budget) {
        period_budget.emplace(*year.period_budget, map, Measure::result);
    }
}

void AccountSum::add(const Bucket* bucket) {
    if (bucket == nullptr) {
        return;
    }
    for (const auto& [account, amount] : *bucket) {
        sum.add(amount);
        if (!amount.is_zero()) {
            accounts.insert(account);
        }
    }
}

AccountSum sum_of(const AccountsByKey& accounts, MapColumn column, const std::vector<std::string>& keys) {
    AccountSum out;
    for (const std::string& key : keys) {
        out.add(accounts.find(column, key));
    }
    return out;
}

AccountSum computed_result(const AccountsByKey& result) {
    AccountSum out;
    for (const std::string_view key : result_row_keys) {
        out.add(result.find(MapColumn::row, key));
    }
    return out;
}

bool is_equity(const Row& row, ColumnKind kind) noexcept {
    return kind == ColumnKind::outcome && row.measure == Measure::closing && row.map_column == MapColumn::row &&
           row.map_keys.front() == equity_key;
}

std::optional<AccountSum> equity(const YearAccounts& year) {
    if (!year.closing) {
        return std::nullopt;
    }
    AccountSum out;
    out.add(year.closing->find(MapColumn::row, equity_key));
    if (year.books->closing_source == ClosingSource::next_opening) {
        return out;
    }
    if (!year.result) {
        return std::nullopt;
    }
    // SIE's sign: a result that 8999 moved to 2099 stands there in debit, and is taken back out of equity.
    for (const std::string_view key : result_row_keys) {
        out.add(year.result->find(MapColumn::row, key));
    }
    out.add(year.result->find(MapColumn::row, booked_result_key));
    return out;
}

} // namespace finsam::statement
