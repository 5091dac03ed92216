#include "parsers/sie5_years.hpp"

#include <algorithm>

namespace finsam::sie {
namespace {

/// How many numbers lie between two years, the earlier first: 1 when one follows on the other, more for years left out.
int distance(const DeclaredYear& earlier, const DeclaredYear& later) noexcept {
    const int missing_months = months_between(month_of(earlier.to), month_of(later.from)) - 1;
    return 1 + (std::max(missing_months, 0) + 11) / 12;
}

} // namespace

void FiscalYears::settle() {
    std::stable_sort(declared_.begin(), declared_.end(),
                     [](const DeclaredYear& a, const DeclaredYear& b) { return a.from < b.from; });
    years_.clear();
    int number = 0;
    for (std::size_t i = 0; i < declared_.size(); ++i) {
        number += i == 0 ? 0 : distance(declared_[i - 1], declared_[i]);
        years_.push_back({number, declared_[i].from, declared_[i].to, declared_[i].line});
    }
    if (declared_.empty()) {
        return;
    }
    const auto primary =
        std::find_if(declared_.begin(), declared_.end(), [](const DeclaredYear& year) { return year.primary; });
    const auto index =
        primary == declared_.end() ? declared_.size() - 1 : static_cast<std::size_t>(primary - declared_.begin());
    const int zero = years_[index].number;
    for (FiscalYear& year : years_) {
        year.number -= zero;
    }
    std::reverse(years_.begin(), years_.end());
}

std::size_t FiscalYears::primary_count() const noexcept {
    return static_cast<std::size_t>(
        std::count_if(declared_.begin(), declared_.end(), [](const DeclaredYear& year) { return year.primary; }));
}

const FiscalYear* FiscalYears::of(Period month) const noexcept {
    const auto found = std::find_if(years_.begin(), years_.end(), [&](const FiscalYear& year) {
        return month_of(year.from) <= month && month <= month_of(year.to);
    });
    return found == years_.end() ? nullptr : &*found;
}

const FiscalYear* FiscalYears::primary() const noexcept {
    const auto found = std::find_if(years_.begin(), years_.end(), [](const FiscalYear& y) { return y.number == 0; });
    return found == years_.end() ? nullptr : &*found;
}

} // namespace finsam::sie
