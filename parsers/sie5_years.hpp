#pragma once
// The fiscal years of a SIE 5 file, numbered as SIE 4 does: 0 the primary, -1 the one before it.

#include "parsers/sie5_values.hpp"
#include "parsers/sie_records.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace finsam::sie {

struct DeclaredYear {
    Date from, to;
    bool primary = false;
    std::uint64_t line = 0;
};

class FiscalYears {
public:
    void add(const DeclaredYear& year) { declared_.push_back(year); }
    /// Numbers them, the latest first. Without a primary year the latest is 0.
    void settle();

    [[nodiscard]] const std::vector<FiscalYear>& years() const noexcept { return years_; }
    [[nodiscard]] std::size_t primary_count() const noexcept;
    /// The year that the month lies in.
    [[nodiscard]] const FiscalYear* of(Period month) const noexcept;
    /// Year 0.
    [[nodiscard]] const FiscalYear* primary() const noexcept;

private:
    std::vector<DeclaredYear> declared_;
    std::vector<FiscalYear> years_;
};

} // namespace finsam::sie
