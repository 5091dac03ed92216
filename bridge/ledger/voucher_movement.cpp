#include "bridge/ledger/voucher_movement.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace finsam {
namespace {

/// Nothing is known of the year but its days.
bool is_only_planned(const Books& books) {
    const YearBooks& year = books.years.front();
    return !year.opening && !year.closing && !year.result && !year.movement && !year.budget &&
           std::ranges::none_of(books.vouchers, [&](const VoucherRow& row) { return row.date >= year.from; });
}

bool lists_vouchers_of(const Books& books, std::size_t year) {
    const std::size_t first = books.years.empty() || !is_only_planned(books) ? 0 : 1;
    return year >= first && year < first + 2 && year < books.years.size();
}

} // namespace

bool is_same_voucher(const VoucherRow& one, const VoucherRow& other) noexcept {
    const auto name_of = [](const VoucherRow& row) {
        return std::tie(row.file_name, row.series, row.number, row.date);
    };
    return name_of(one) == name_of(other);
}

std::optional<AccountAmounts> voucher_movement(const Books& books, std::size_t year) {
    if (!lists_vouchers_of(books, year)) {
        return std::nullopt;
    }
    const YearBooks& own = books.years[year];
    if (own.movement) {
        return own.movement;
    }
    const bool has_earlier = lists_vouchers_of(books, year + 1);
    AccountAmounts moved;
    for (const VoucherRow& row : books.vouchers) {
        const bool is_later = year > 0 && row.date >= books.years[year - 1].from;
        if (!is_later && !(has_earlier && row.date < own.from)) {
            moved[row.account] += row.amount;
        }
    }
    return moved.empty() ? std::nullopt : std::optional(std::move(moved));
}

std::optional<VoucherFaults> voucher_faults(const Books& books) {
    if (books.vouchers.empty()) {
        return std::nullopt;
    }
    VoucherFaults faults;
    const VoucherRow* before = nullptr;
    Ore sum;
    for (const VoucherRow& row : books.vouchers) {
        if (before != nullptr && !is_same_voucher(*before, row)) {
            faults.unbalanced += std::exchange(sum, Ore()).is_zero() ? 0 : 1;
        }
        sum += row.amount;
        faults.unexplained[row.account] += row.amount;
        before = &row;
    }
    faults.unbalanced += sum.is_zero() ? 0 : 1;
    for (std::size_t year = 0; year < years_with_vouchers; ++year) {
        for (const auto& [account, amount] : voucher_movement(books, year).value_or(AccountAmounts())) {
            faults.unexplained[account] -= amount;
        }
    }
    std::erase_if(faults.unexplained, [](const auto& one) { return one.second.is_zero(); });
    return faults;
}

} // namespace finsam
