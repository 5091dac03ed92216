#pragma once
// The voucher numbers of a series: used twice, left out. Numbers in a row become one interval, so that memory grows
// with the gaps and not with the vouchers.

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace finsam::sie {

class NumbersUsed {
public:
    using Interval = std::pair<std::uint64_t, std::uint64_t>; ///< first and last, both included

    /// False when the number was there already.
    bool insert(std::string_view number);

    [[nodiscard]] std::optional<std::uint64_t> first() const noexcept;
    [[nodiscard]] std::optional<std::uint64_t> last() const noexcept;
    /// How many numbers between the first and the last are not used.
    [[nodiscard]] std::uint64_t missing() const noexcept;
    /// The first `most` intervals of them.
    [[nodiscard]] std::vector<Interval> gaps(std::size_t most) const;
    /// Numbers that are no plain number ("A12", "007"), in order.
    [[nodiscard]] const std::set<std::string, std::less<>>& others() const noexcept { return others_; }

private:
    bool insert(std::uint64_t number);
    std::map<std::uint64_t, std::uint64_t> intervals_; ///< first to last
    std::set<std::string, std::less<>> others_;
};

} // namespace finsam::sie
