#include "bridge/ledger/object_spread.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace finsam {

namespace {

using ByAccount = std::map<std::string, std::vector<const ListedAmount*>>;

ByAccount grouped(const std::vector<ListedAmount>& rows) {
    ByAccount groups;
    for (const auto& row : rows) {
        groups[row.account].push_back(&row);
    }
    return groups;
}

/// Do the rows with this one object alone make up the account's total, so that longer lists only repeat them?
bool single_rows_suffice(const std::vector<const ListedAmount*>& rows, std::string_view dimension,
                         const AccountAmounts& totals, CarefulSum& sums) {
    Ore single;
    bool longer = false;
    for (const auto* row : rows) {
        if (object_in(row->objects, dimension) != nullptr) {
            row->objects.size() == 1 ? sums.add(single, row->amount) : void(longer = true);
        }
    }
    const auto total = totals.find(rows.front()->account);
    return longer && total != totals.end() && !total->second.is_zero() && single == total->second;
}

/// The dimension whose view of the account counts: the preferred one, else the first by number as text.
std::string viewed_dimension(const std::vector<const ListedAmount*>& rows, std::string_view preferred) {
    std::string first;
    for (const auto* row : rows) {
        for (const auto& object : row->objects) {
            if (object.dimension == preferred) {
                return object.dimension;
            }
            if (first.empty() || object.dimension < first) {
                first = object.dimension;
            }
        }
    }
    return first;
}

Ore total_of(const std::vector<const ListedAmount*>& rows, std::string_view dimension, CarefulSum& sums) {
    const auto any = [&](auto test) { return std::any_of(rows.begin(), rows.end(), test); };
    const bool has_total = any([](const ListedAmount* row) { return row->objects.empty(); });
    const bool shared = any([](const ListedAmount* row) { return row->objects.size() > 1; });
    const std::string viewed = viewed_dimension(rows, dimension);
    Ore total;
    for (const auto* row : rows) {
        const bool counts = has_total ? row->objects.empty() : shared || object_in(row->objects, viewed) != nullptr;
        if (counts) {
            sums.add(total, row->amount);
        }
    }
    return total;
}

} // namespace

void CarefulSum::add(Ore& sum, Ore amount) noexcept {
    std::int64_t result = 0;
    overflowed_ |= __builtin_add_overflow(sum.count(), amount.count(), &result);
    sum = Ore(result);
}

void CarefulSum::subtract(Ore& sum, Ore amount) noexcept {
    std::int64_t result = 0;
    overflowed_ |= __builtin_sub_overflow(sum.count(), amount.count(), &result);
    sum = Ore(result);
}

const std::string* object_in(const std::vector<sie::ObjectRef>& objects, std::string_view dimension) noexcept {
    const auto found =
        std::find_if(objects.begin(), objects.end(), [&](const auto& object) { return object.dimension == dimension; });
    return found == objects.end() ? nullptr : &found->code;
}

std::vector<ObjectAmount> spread(const std::vector<ListedAmount>& rows, std::string_view dimension,
                                 const AccountAmounts& totals, CarefulSum& sums) {
    std::vector<ObjectAmount> spread;
    for (const auto& [account, own] : grouped(rows)) {
        const bool single_only = single_rows_suffice(own, dimension, totals, sums);
        std::map<std::string, Ore> by_object;
        for (const auto* row : own) {
            const std::string* object = object_in(row->objects, dimension);
            if (object != nullptr && !(single_only && row->objects.size() > 1)) {
                sums.add(by_object[*object], row->amount);
            }
        }
        for (const auto& [object, amount] : by_object) {
            if (!amount.is_zero()) {
                spread.push_back({object, account, amount});
            }
        }
    }
    return spread;
}

AccountAmounts account_totals(const std::vector<ListedAmount>& rows, std::string_view dimension, CarefulSum& sums) {
    AccountAmounts totals;
    for (const auto& [account, own] : grouped(rows)) {
        totals.emplace(account, total_of(own, dimension, sums));
    }
    return totals;
}

void add_remainders(std::vector<ObjectAmount>& rows, const AccountAmounts& totals, CarefulSum& sums) {
    AccountAmounts rest = totals;
    for (const auto& row : rows) {
        sums.subtract(rest[row.account], row.amount);
    }
    for (const auto& [account, amount] : rest) {
        if (!amount.is_zero()) {
            rows.push_back({"", account, amount});
        }
    }
}

} // namespace finsam
