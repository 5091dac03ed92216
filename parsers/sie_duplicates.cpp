#include "parsers/sie_duplicates.hpp"

#include <algorithm>

namespace finsam::sie {

std::size_t StatedBalances::KeyHash::operator()(const Key& key) const noexcept {
    const auto high = (std::uint64_t{key.account} << 32u) | key.objects;
    const auto low = (std::uint64_t{static_cast<std::uint32_t>(key.year)} << 32u) | key.kind_and_period;
    std::uint64_t mixed = (high ^ (low * 0x9E3779B97F4A7C15u)) * 0xD6E8FEB86659FD93u; // Fibonacci and xmx mixing
    mixed ^= mixed >> 32u;
    return mixed;
}

std::uint32_t StatedBalances::number_of(std::string_view name, Numbers& numbers) {
    const auto found = numbers.find(name);
    return found != numbers.end() ? found->second
                                  : numbers.emplace(name, static_cast<std::uint32_t>(numbers.size() + 1)).first->second;
}

std::uint32_t StatedBalances::number_of(const std::vector<ObjectRef>& objects) {
    if (objects.empty()) {
        return 0;
    }
    sorted_.clear();
    for (const ObjectRef& object : objects) {
        sorted_.push_back(&object);
    }
    std::sort(sorted_.begin(), sorted_.end(), [](const ObjectRef* a, const ObjectRef* b) { return *a < *b; });
    list_key_.clear();
    for (const ObjectRef* object : sorted_) {
        list_key_.append(object->dimension).push_back('\x1F');
        list_key_.append(object->code).push_back('\x1E');
    }
    return number_of(list_key_, object_lists_);
}

Repetition StatedBalances::note(const Balance& balance) {
    constexpr std::uint32_t kinds = 8, months = 16;
    const Period period = balance.period.value_or(Period{});
    const std::uint32_t month = static_cast<std::uint32_t>(period.year) * months + period.month;
    const Key key{number_of(balance.account, accounts_), number_of(balance.objects), balance.year,
                  month * kinds + static_cast<std::uint32_t>(balance.kind)};
    const auto [place, added] = amounts_.emplace(key, balance.amount);
    return added ? Repetition::none : place->second == balance.amount ? Repetition::same : Repetition::different;
}

Repetition StatedNames::note_account(const Account& account) {
    const auto [place, added] = account_names_.emplace(account.number, account.name);
    if (added || place->second == account.name) {
        return added ? Repetition::none : Repetition::same;
    }
    place->second = account.name;
    return Repetition::different;
}

Repetition StatedNames::note_year(const FiscalYear& year) {
    const auto [place, added] = years_.emplace(year.number, std::pair(year.from, year.to));
    return added                                            ? Repetition::none
           : place->second == std::pair(year.from, year.to) ? Repetition::same
                                                            : Repetition::different;
}

} // namespace finsam::sie
