#pragma once
// What a SIE file states more than once. Memory grows with the accounts, years and balances of the file, not with its
// vouchers.

#include "parsers/sie_records.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace finsam::sie {

enum class Repetition : std::uint8_t { none, same, different };

/// One balance is stated once: two #UB of an account are two opinions of the same figure, never two parts of it.
class StatedBalances {
public:
    /// Notes the balance, or tells that its key (kind, year, period, account, objects in any order) was there, with the
    /// same or another amount.
    [[nodiscard]] Repetition note(const Balance& balance);

private:
    /// Exact: names are numbered, so that a key is short.
    struct Key {
        std::uint32_t account = 0, objects = 0;
        std::int32_t year = 0;
        std::uint32_t kind_and_period = 0;
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const noexcept;
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
    };
    using Numbers = std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>>;

    static std::uint32_t number_of(std::string_view name, Numbers& numbers);
    std::uint32_t number_of(const std::vector<ObjectRef>& objects);

    Numbers accounts_, object_lists_;
    std::unordered_map<Key, Ore, KeyHash> amounts_;
    std::vector<const ObjectRef*> sorted_; ///< reused
    std::string list_key_;                 ///< reused
};

/// #KONTO and #RAR by key.
class StatedNames {
public:
    [[nodiscard]] Repetition note_account(const Account& account);
    [[nodiscard]] Repetition note_year(const FiscalYear& year);

private:
    std::map<std::string, std::string, std::less<>> account_names_;
    std::map<int, std::pair<Date, Date>> years_;
};

} // namespace finsam::sie
