#include "parsers/voucher_numbers.hpp"

#include <charconv>
#include <iterator>

namespace finsam::sie {

bool NumbersUsed::insert(std::string_view number) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    const bool plain = error == std::errc() && end == number.data() + number.size() && value < UINT64_MAX &&
                       (number.front() != '0' || number.size() == 1);
    return plain ? insert(value) : others_.emplace(number).second;
}

bool NumbersUsed::insert(std::uint64_t number) {
    const auto next = intervals_.upper_bound(number);
    const bool joins_next = next != intervals_.end() && next->first == number + 1;
    const std::uint64_t last = joins_next ? next->second : number;
    if (next != intervals_.begin()) {
        const auto previous = std::prev(next);
        if (number <= previous->second) {
            return false;
        }
        if (number == previous->second + 1) {
            previous->second = last;
            if (joins_next) {
                intervals_.erase(next);
            }
            return true;
        }
    }
    if (joins_next) {
        intervals_.erase(next);
    }
    intervals_.emplace(number, last);
    return true;
}

std::optional<std::uint64_t> NumbersUsed::first() const noexcept {
    return intervals_.empty() ? std::nullopt : std::optional(intervals_.begin()->first);
}

std::optional<std::uint64_t> NumbersUsed::last() const noexcept {
    return intervals_.empty() ? std::nullopt : std::optional(intervals_.rbegin()->second);
}

std::uint64_t NumbersUsed::missing() const noexcept {
    std::uint64_t count = 0;
    for (auto at = intervals_.begin(); at != intervals_.end() && std::next(at) != intervals_.end(); ++at) {
        count += std::next(at)->first - at->second - 1;
    }
    return count;
}

std::vector<NumbersUsed::Interval> NumbersUsed::gaps(std::size_t most) const {
    std::vector<Interval> found;
    for (auto at = intervals_.begin(); at != intervals_.end() && std::next(at) != intervals_.end(); ++at) {
        if (found.size() == most) {
            break;
        }
        found.emplace_back(at->second + 1, std::next(at)->first - 1);
    }
    return found;
}

} // namespace finsam::sie
