#include "parsers/sie_reconciliation.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace finsam::sie {
namespace {

constexpr std::size_t most_listed = 100; ///< gaps and numbers of a series

/// The amounts are not trusted: a sum that does not fit stays at the limit, where it ties with nothing.
Ore sum(Ore a, Ore b) noexcept {
    const auto limit = b < Ore() ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int64_t>::max();
    return checked_add(a, b).value_or(Ore(limit));
}

/// a - b, at the limit where that does not fit.
Ore difference(Ore a, Ore b) noexcept {
    std::int64_t result = 0;
    const auto limit = b < Ore() ? std::numeric_limits<std::int64_t>::max() : std::numeric_limits<std::int64_t>::min();
    return Ore(__builtin_sub_overflow(a.count(), b.count(), &result) ? limit : result);
}

void add(Ore& total, Ore amount) noexcept {
    total = sum(total, amount);
}

Ore amount_of(const Ore& amount) noexcept {
    return amount;
}
Ore amount_of(const auto& change) noexcept {
    return change.amount;
}

template <class Value>
Ore total_of(const std::map<Period, Value>& by_period) noexcept {
    Ore total;
    for (const auto& [period, value] : by_period) {
        add(total, amount_of(value));
    }
    return total;
}

/// From the first month to the last, both included.
Ore total_of(const std::map<Period, Ore>& by_period, Period first, Period last) noexcept {
    Ore total;
    for (auto at = by_period.lower_bound(first); at != by_period.end() && at->first <= last; ++at) {
        add(total, at->second);
    }
    return total;
}

Period month_of(Date date) noexcept {
    return {date.year, date.month};
}

std::vector<ObjectRef> sorted(std::vector<ObjectRef> objects) {
    std::sort(objects.begin(), objects.end());
    return objects;
}

} // namespace

std::string_view stable_name(Tie tie) noexcept {
    switch (tie) {
    case Tie::closing: return "UB";
    case Tie::result: return "RES";
    case Tie::period: return "PSALDO";
    case Tie::object_closing: return "OUB";
    case Tie::object_period: return "PSALDO_OBJEKT";
    }
    return "";
}

void Reconciler::fiscal_year(const FiscalYear& year) {
    if (year.number == 0 && !year_) {
        year_ = year;
    }
}

void Reconciler::account_type(const AccountType& type) {
    accounts_[type.account].belongs_to_result = type.type == 'K' || type.type == 'I';
}

void Reconciler::balance(const Balance& balance) {
    if (balance.year != 0 || balance.kind == BalanceKind::pbudget) {
        return;
    }
    if (!balance.objects.empty()) {
        note_object_balance(balance);
        return;
    }
    if (balance.kind == BalanceKind::oib || balance.kind == BalanceKind::oub) {
        return; // without object it says nothing
    }
    AccountSums& account = accounts_[balance.account];
    switch (balance.kind) {
    case BalanceKind::ib:
        add(account.opening, balance.amount);
        account.has_balance = true;
        break;
    case BalanceKind::ub:
        add(account.closing, balance.amount);
        account.has_balance = true;
        states_closing_ = true;
        break;
    case BalanceKind::res:
        add(account.result, balance.amount);
        account.has_result = true;
        states_closing_ = true;
        break;
    default: note_change(account.stated, balance);
    }
}

void Reconciler::note_change(Changes& stated, const Balance& balance) {
    Change& change = stated[*balance.period];
    add(change.amount, balance.amount);
    change.from = balance.covers_from.value_or(*balance.period);
    tells_every_month_ = tells_every_month_ && !balance.covers_from;
}

void Reconciler::note_object_balance(const Balance& balance) {
    ObjectSums& object = objects_[{balance.account, sorted(balance.objects)}];
    switch (balance.kind) {
    case BalanceKind::oib: add(object.opening, balance.amount); break;
    case BalanceKind::oub: add(object.closing, balance.amount); break;
    case BalanceKind::psaldo:
        note_change(object.stated, balance);
        accounts_[balance.account].changes_of_objects = true;
        return;
    default: return;
    }
    object.has_balance = true;
}

void Reconciler::voucher(const Voucher& voucher) {
    ++vouchers_;
    note_number(voucher);
    note_rows(voucher);
}

void Reconciler::refused_voucher(const RefusedVoucher& refused) {
    note_number(refused.voucher);
    if (refused.why == DiagnosticCode::verifikation_obalanserad) {
        ++unbalanced_;
        note_rows(refused.voucher);
    }
}

void Reconciler::note_number(const Voucher& voucher) {
    if (voucher.date != Date{}) {
        ++dates_[voucher.date];
    }
    auto found = series_.find(voucher.series);
    if (found == series_.end()) {
        found = series_.emplace(voucher.series, Series()).first;
    }
    Series& series = found->second;
    ++series.vouchers;
    if (voucher.number.empty()) {
        ++series.unnumbered;
    } else if (!series.numbers.insert(voucher.number)) {
        ++series.duplicates;
        if (series.duplicate_numbers.size() < most_listed) {
            series.duplicate_numbers.push_back(voucher.number);
        }
    }
}

void Reconciler::note_rows(const Voucher& voucher) {
    const Period month = month_of(voucher.date);
    for (const TransactionRow& row : voucher.rows) {
        if (row.kind != RowKind::trans) {
            continue;
        }
        auto found = accounts_.find(row.account);
        if (found == accounts_.end()) {
            found = accounts_.emplace(row.account, AccountSums()).first;
        }
        AccountSums& account = found->second;
        add(account.movement, row.amount);
        add(account.moved[month], row.amount);
        if (!row.objects.empty()) {
            account.number = account.number == 0 ? ++moved_accounts_ : account.number;
            note_objects(found->first, account.number, row, month);
        }
    }
}

/// A file may have a list of objects of its own for every few rows: numbers instead of texts make one visit of each.
void Reconciler::note_objects(const std::string& account, std::int64_t account_number, const TransactionRow& row,
                              Period month) {
    constexpr std::int64_t months = 12 * 10'001; // of years with four digits
    const std::int64_t list = list_number(row.objects);
    auto& place = movement_places_.at(list, account_number * months + month.year * 12 + month.month);
    if (place == 0) {
        object_movements_.push_back({&account, list, month, Ore()});
        place = static_cast<std::int64_t>(object_movements_.size());
    }
    add(object_movements_[static_cast<std::size_t>(place - 1)].amount, row.amount);
}

std::int64_t Reconciler::object_number(const ObjectRef& object) {
    object_text_.assign(object.dimension).append(1, '\x1F').append(object.code);
    const auto [place, added] = object_numbers_.try_emplace(object_text_, 0);
    if (added) {
        object_refs_.push_back(object);
        place->second = static_cast<std::int64_t>(object_refs_.size());
    }
    return place->second;
}

std::int64_t Reconciler::list_number(const std::vector<ObjectRef>& objects) {
    std::int64_t list = 0;
    for (auto object = objects.rbegin(); object != objects.rend(); ++object) {
        const std::int64_t first = object_number(*object);
        auto& known = list_numbers_.at(first, list);
        if (known == 0) {
            object_lists_.push_back({first, list});
            known = static_cast<std::int64_t>(object_lists_.size());
        }
        list = known;
    }
    return list;
}

std::vector<ObjectRef> Reconciler::list_of(std::int64_t number) const {
    std::vector<ObjectRef> objects;
    while (number != 0) {
        const ListLink& link = object_lists_[static_cast<std::size_t>(number - 1)];
        objects.push_back(object_refs_[static_cast<std::size_t>(link.object - 1)]);
        number = link.rest;
    }
    return sorted(std::move(objects));
}

Reconciliation Reconciler::result() const {
    Reconciliation found;
    found.unbalanced_vouchers = unbalanced_;
    found.states_closing = states_closing_;
    judge_accounts(found);
    judge_objects(found);
    tell_series(found);
    if (!dates_.empty()) {
        found.first_date = dates_.begin()->first;
        found.last_date = dates_.rbegin()->first;
    }
    for (const auto& [date, vouchers] : dates_) {
        const bool outside = year_ && (date < year_->from || date > year_->to);
        found.vouchers_outside_year += outside ? vouchers : 0;
    }
    return found;
}

bool Reconciler::belongs_to_result(std::string_view number, const AccountSums& account) noexcept {
    const bool of_class = !number.empty() && number.front() >= '3' && number.front() <= '8';
    return account.belongs_to_result.value_or(of_class);
}

void Reconciler::judge_accounts(Reconciliation& found) const {
    // Of balance accounts and of result accounts: some files have those of the result only.
    std::array<bool, 2> changes_told{};
    for (const auto& [number, account] : accounts_) {
        changes_told[belongs_to_result(number, account)] |= tells_every_month_ && !account.stated.empty();
    }
    for (const auto& [number, account] : accounts_) {
        add(found.opening_sum, account.opening);
        add(found.closing_and_result_sum, sum(account.closing, account.result));
        found.accounts += account.has_balance || account.has_result || !account.movement.is_zero() ? 1 : 0;
        if (vouchers_ + unbalanced_ > 0) {
            judge_balances(number, account, found);
        }
        judge_periods(number, account, changes_told[belongs_to_result(number, account)], found);
    }
}

/// Zero balances may be left out (SIE 4C §5): where the file has others, one that is not there is zero. A file of
/// vouchers alone (4I) has none.
void Reconciler::judge_balances(const std::string& number, const AccountSums& account, Reconciliation& found) const {
    const bool told = account.has_balance || account.has_result;
    const bool of_result = belongs_to_result(number, account);
    const bool judge_closing = account.has_balance || (!told && states_closing_ && !of_result);
    const bool judge_result = account.has_result || (!told && states_closing_ && of_result);
    const std::size_t before = found.deviations.size();
    if (const Ore expected = sum(account.opening, account.movement); judge_closing && expected != account.closing) {
        found.deviations.push_back({Tie::closing, number, {}, std::nullopt, expected, account.closing});
    }
    if (judge_result && account.movement != account.result) {
        found.deviations.push_back({Tie::result, number, {}, std::nullopt, account.movement, account.result});
    }
    if (found.deviations.size() > before) {
        (told ? found.deviating_accounts : found.accounts_without_balance).push_back(number);
    }
}

/// Calls `deviates` with each month whose change is not what the vouchers moved: as it is told, and where it is not
/// told but should be.
template <class Deviates>
void Reconciler::judge_changes(const Changes& stated, const ByPeriod& moved, Deviates deviates) const {
    for (const auto& [period, change] : stated) {
        if (const Ore expected = total_of(moved, change.from, period); expected != change.amount) {
            deviates(period, expected, change.amount);
        }
    }
    if (!tells_every_month_) {
        return;
    }
    for (const auto& [period, amount] : moved) {
        if (!amount.is_zero() && !stated.contains(period)) {
            deviates(period, amount, Ore());
        }
    }
}

void Reconciler::judge_periods(const std::string& account, const AccountSums& sums, bool told_of_its_kind,
                               Reconciliation& found) const {
    const bool told = !sums.stated.empty();
    if (!told && (!told_of_its_kind || sums.changes_of_objects)) {
        return;
    }
    found.accounts_by_period += told ? 1 : 0;
    const std::size_t before = found.deviations.size();
    if (vouchers_ + unbalanced_ > 0) {
        judge_changes(sums.stated, sums.moved, [&](Period period, Ore expected, Ore stated) {
            found.deviations.push_back({Tie::period, account, {}, period, expected, stated});
        });
    } else if (told && (sums.has_balance || sums.has_result)) {
        const Ore expected = sum(difference(sums.closing, sums.opening), sums.result);
        const Ore stated = total_of(sums.stated);
        if (expected != stated) {
            found.deviations.push_back({Tie::period, account, {}, std::nullopt, expected, stated});
        }
    }
    if (found.deviations.size() > before) {
        (told ? found.accounts_deviating_by_period : found.accounts_without_changes).push_back(account);
    }
}

/// What the rows moved that carry all the objects of each stated combination, and perhaps others.
std::map<Reconciler::ObjectKey, Reconciler::ByPeriod> Reconciler::object_movements(bool& too_many) const {
    std::map<ObjectKey, ByPeriod> moved;
    if (objects_.empty()) {
        return moved;
    }
    std::map<std::string, std::vector<const ObjectKey*>> combinations; ///< stated, of more than one object
    for (const auto& [key, sums] : objects_) {
        if (key.second.size() > 1) {
            combinations[key.first].push_back(&key);
        }
    }
    std::uint64_t comparisons = 0;
    constexpr std::uint64_t most_comparisons = 100'000'000; // a hostile file; no books come near
    for (const ObjectMovement& movement : object_movements_) {
        const std::vector<ObjectRef> objects = list_of(movement.list);
        const ObjectRef* previous = nullptr; // an object named twice on a row moves once
        for (const ObjectRef& object : objects) {
            const ObjectKey single{*movement.account, {object}};
            if ((previous == nullptr || *previous != object) && objects_.contains(single)) {
                add(moved[single][movement.month], movement.amount);
            }
            previous = &object;
        }
        const auto found = combinations.find(*movement.account);
        if (found == combinations.end()) {
            continue;
        }
        comparisons += found->second.size();
        if (comparisons > most_comparisons) {
            too_many = true;
            return moved;
        }
        for (const ObjectKey* key : found->second) {
            if (std::includes(objects.begin(), objects.end(), key->second.begin(), key->second.end())) {
                add(moved[*key][movement.month], movement.amount);
            }
        }
    }
    return moved;
}

void Reconciler::judge_objects(Reconciliation& found) const {
    found.objects = objects_.size();
    const auto moved = object_movements(found.objects_unjudged);
    if (found.objects_unjudged) {
        return;
    }
    static const ByPeriod nothing;
    for (const auto& [key, sums] : objects_) {
        const auto movement = moved.find(key);
        judge_object(key, sums, movement == moved.end() ? nothing : movement->second, found);
    }
}

void Reconciler::judge_object(const ObjectKey& key, const ObjectSums& sums, const ByPeriod& moved,
                              Reconciliation& found) const {
    const auto deviates = [&](Tie tie, std::optional<Period> period, Ore expected, Ore stated) {
        if (expected != stated) {
            found.deviations.push_back({tie, key.first, key.second, period, expected, stated});
        }
    };
    if (vouchers_ + unbalanced_ > 0) {
        if (sums.has_balance) {
            deviates(Tie::object_closing, std::nullopt, sum(sums.opening, total_of(moved)), sums.closing);
        }
        if (!sums.stated.empty()) {
            judge_changes(sums.stated, moved, [&](Period period, Ore expected, Ore stated) {
                deviates(Tie::object_period, period, expected, stated);
            });
        }
    } else if (sums.has_balance && !sums.stated.empty()) {
        deviates(Tie::object_period, std::nullopt, difference(sums.closing, sums.opening), total_of(sums.stated));
    }
}

void Reconciler::tell_series(Reconciliation& found) const {
    for (const auto& [name, series] : series_) {
        SeriesState& state = found.series.emplace_back();
        state.series = name;
        state.vouchers = series.vouchers;
        state.unnumbered = series.unnumbered;
        state.first = series.numbers.first();
        state.last = series.numbers.last();
        state.missing = series.numbers.missing();
        state.gaps = series.numbers.gaps(most_listed);
        state.duplicates = series.duplicates;
        state.duplicate_numbers = series.duplicate_numbers;
        for (const std::string& other : series.numbers.others()) {
            if (state.other_numbers.size() < most_listed) {
                state.other_numbers.push_back(other);
            }
        }
    }
}

} // namespace finsam::sie
