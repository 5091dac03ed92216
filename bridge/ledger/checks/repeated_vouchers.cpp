#include "bridge/ledger/checks/repeated_vouchers.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace finsam {

namespace {

/// The finalizer of SplitMix64.
constexpr std::uint64_t mixed(std::uint64_t x) noexcept {
    x += 0x9e3779b97f4a7c15U;
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31U);
}

/// FNV-1a.
constexpr std::uint64_t print_of(std::string_view text) noexcept {
    std::uint64_t print = 0xcbf29ce484222325U;
    for (const char c : text) {
        print = (print ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
    return text.empty() ? 0 : print;
}

} // namespace

void RepeatedVouchers::begin(std::uint64_t voucher, std::string_view day, std::string_view text) {
    current_ = {voucher, print_of(day), 0, 0, print_of(text)};
    has_amount_ = false;
}

/// A sum over the rows, so that their order does not count.
void RepeatedVouchers::row(std::uint64_t account, std::uint64_t objects, std::int64_t amount) {
    const std::uint64_t place = mixed(account ^ mixed(objects));
    current_.rows += mixed(place ^ static_cast<std::uint64_t>(amount));
    current_.reversed += mixed(place ^ (std::uint64_t{0} - static_cast<std::uint64_t>(amount)));
    has_amount_ = has_amount_ || amount != 0;
}

void RepeatedVouchers::end() {
    if (has_amount_) {
        prints_.push_back(current_);
    }
}

std::vector<RepeatedVouchers::Group> RepeatedVouchers::groups() {
    std::ranges::sort(prints_, {}, [](const Print& p) { return std::tuple(p.day, p.rows, p.voucher); });
    std::vector<Group> found;
    std::unordered_map<std::uint64_t, std::size_t> reversals; // by the rows that would be taken back
    for (auto first = prints_.begin(); first != prints_.end();) {
        const auto last = std::find_if(first, prints_.end(),
                                       [&](const Print& p) { return p.day != first->day || p.rows != first->rows; });
        if (last - first > 1) {
            Group group;
            group.reversed = first->reversed;
            group.same_text = first->text != 0;
            for (auto print = first; print != last; ++print) {
                group.vouchers.push_back(print->voucher);
                group.same_text = group.same_text && print->text == first->text;
            }
            reversals.emplace(group.reversed, 0);
            found.push_back(std::move(group));
        }
        first = last;
    }
    for (const Print& print : prints_) {
        if (const auto place = reversals.find(print.rows); place != reversals.end()) {
            ++place->second;
        }
    }
    std::erase_if(found, [&](const Group& group) { return reversals.at(group.reversed) + 1 >= group.vouchers.size(); });
    std::ranges::sort(found, {}, [](const Group& group) { return group.vouchers.front(); });
    return found;
}

} // namespace finsam
