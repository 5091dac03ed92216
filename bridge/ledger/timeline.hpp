#pragma once
// The fiscal years of a förbund, and which imports say something of each.

#include "bridge/ledger/year_source.hpp"

#include <vector>

namespace finsam {

/// One fiscal year. Best source first: the file whose own year it is, then later files that have it as year -1, -2.
struct TimelineYear {
    Date from, to;
    std::vector<YearSource> sources;
};

class Timeline {
public:
    /// Of the förbund's imports that count. The imports must outlive the timeline.
    Timeline(sqlite::Database& database, const std::vector<LiveImport>& imports);

    /// Years in which something was booked, budgeted or closed; the latest first.
    [[nodiscard]] const std::vector<TimelineYear>& years() const noexcept { return years_; }
    /// The year that ends in this calendar year, of several the latest; nullptr when none does.
    [[nodiscard]] const TimelineYear* ending_in(int calendar_year) const noexcept;
    /// The year before, when no day lies between; nullptr when there is none. Overlapping years are let through.
    [[nodiscard]] const TimelineYear* before(const TimelineYear& year) const noexcept;
    /// The latest year that ended before this one began, however long before; nullptr when there is none.
    [[nodiscard]] const TimelineYear* latest_before(const TimelineYear& year) const noexcept;
    /// The year that begins the day after; nullptr when there is none.
    [[nodiscard]] const TimelineYear* after(const TimelineYear& year) const noexcept;

private:
    std::vector<TimelineYear> years_;
};

/// The imports of a förbund whose rows count, by year, the latest first.
[[nodiscard]] std::vector<LiveImport> live_imports(sqlite::Database& database, std::int64_t forbund);

} // namespace finsam
