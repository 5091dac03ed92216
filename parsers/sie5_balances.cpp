#include "parsers/sie5_balances.hpp"

#include <algorithm>

namespace finsam::sie {

void AccountBalances::begin(std::string account, bool is_result_account) {
    account_ = std::move(account);
    is_result_account_ = is_result_account;
    groups_.clear();
}

bool AccountBalances::add(MonthBalance balance) {
    Group& group = groups_[{balance.year, std::move(balance.objects)}];
    group.first_month = balance.first_month;
    Amount amount{balance.amount, std::move(balance.quantity), balance.line};
    if (balance.opening && balance.month == balance.first_month) {
        const bool is_new = !group.opening.has_value();
        if (is_new) {
            group.opening = std::move(amount);
        }
        return is_new;
    }
    if (balance.opening) { // of a later month: what the month before it closed with
        group.closings.try_emplace(month_before(balance.month), Closing{std::move(amount), false});
        return true;
    }
    Closing& closing = group.closings[balance.month];
    if (closing.told) {
        return false;
    }
    closing = {std::move(amount), true};
    return true;
}

void AccountBalances::finish(const std::function<void(const Balance&)>& take) {
    for (const auto& [key, group] : groups_) {
        finish(key, group, take);
    }
    groups_.clear();
}

void AccountBalances::finish(const Key& key, const Group& group,
                             const std::function<void(const Balance&)>& take) const {
    const bool of_objects = !key.second.empty();
    if (group.opening) {
        take(balance(of_objects ? BalanceKind::oib : BalanceKind::ib, key, *group.opening));
    }
    const auto is_told = [](const auto& closing) { return closing.second.told; };
    const auto last = std::find_if(group.closings.rbegin(), group.closings.rend(), is_told);
    // What a later month opened with is no closing balance of the year: it only tells the changes until then.
    const bool has_closing = last != group.closings.rend();
    if (has_closing && !is_result_account_) {
        take(balance(of_objects ? BalanceKind::oub : BalanceKind::ub, key, last->second.amount));
    } else if (has_closing && !of_objects) {
        take(balance(BalanceKind::res, key, last->second.amount));
    }
    if (group.closings.size() > 1 || !has_closing || (is_result_account_ && of_objects)) {
        changes(key, group, take);
    }
}

void AccountBalances::changes(const Key& key, const Group& group,
                              const std::function<void(const Balance&)>& take) const {
    Ore before = group.opening ? group.opening->ore : Ore();
    Period first = group.first_month;
    for (const auto& [month, closing] : group.closings) {
        Balance change = balance(BalanceKind::psaldo, key, closing.amount);
        change.period = month;
        change.amount = closing.amount.ore - before; // both within `largest_amount`
        change.quantity.clear();
        change.covers_from = first;
        before = closing.amount.ore;
        first = month_after(month);
        if (!change.amount.is_zero()) {
            take(change);
        }
    }
}

Balance AccountBalances::balance(BalanceKind kind, const Key& key, const Amount& amount) const {
    return {kind, key.first, std::nullopt, account_, key.second, amount.ore, amount.quantity, amount.line, {}};
}

} // namespace finsam::sie
