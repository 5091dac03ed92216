#pragma once
// One year's accounts, given out on the rows of the map. Only for the engine (statement_*.cpp).

#include "bridge/ledger/books.hpp"
#include "bridge/report/account_map.hpp"
#include "bridge/report/layout.hpp"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace finsam::statement {

/// A sum of amounts from a file; nothing when it does not fit in 64 bits.
struct Sum {
    std::optional<Ore> amount = Ore();
    void add(Ore other) noexcept { amount = amount ? checked_add(*amount, other) : std::nullopt; }
};

/// What one map key holds: accounts and their amounts in SIE's sign, zero amounts too.
using Bucket = std::map<std::string, Ore, std::less<>>;

/// The accounts of one year under one measure, by each column of the map.
class AccountsByKey {
public:
    /// A range with `rad_debet` is moved when the sum of its accounts is a debit at that closing.
    AccountsByKey(const AccountAmounts& amounts, const AccountMap& map, Measure measure);

    /// nullptr when the key has no account.
    [[nodiscard]] const Bucket* find(MapColumn column, std::string_view key) const noexcept;
    [[nodiscard]] const std::map<const MapRow*, Bucket>& by_map_row() const noexcept { return by_map_row_; }
    /// Accounts that are not zero and that no range takes.
    [[nodiscard]] const std::vector<std::string>& unmapped() const noexcept { return unmapped_; }
    /// Accounts that are not zero and that the map gives to the other statement (a result on a balance row).
    [[nodiscard]] const std::vector<std::string>& misplaced() const noexcept { return misplaced_; }

private:
    void take(MapColumn column, const std::string& key, const Bucket& bucket);

    std::array<std::map<std::string, Bucket, std::less<>>, 3> by_key_;
    std::map<const MapRow*, Bucket> by_map_row_;
    std::vector<std::string> unmapped_, misplaced_;
};

/// The parts of a year that the books have.
struct YearAccounts {
    const YearBooks* books = nullptr;
    std::optional<AccountsByKey> result, closing, budget, period_budget;

    YearAccounts(const YearBooks& year, const AccountMap& map);
    [[nodiscard]] int calendar_year() const noexcept { return books->to.year; }
};

/// Sum in SIE's sign of some keys, and the accounts that are not zero.
struct AccountSum {
    Sum sum;
    std::set<std::string> accounts;
    void add(const Bucket* bucket);
};

[[nodiscard]] AccountSum sum_of(const AccountsByKey& accounts, MapColumn column, const std::vector<std::string>& keys);

/// Årets resultat from classes 3-8, in SIE's sign, without what the books entered on 89xx.
[[nodiscard]] AccountSum computed_result(const AccountsByKey& result);

/// The row is equity, which has a rule of its own: see `equity`.
[[nodiscard]] bool is_equity(const Row& row, ColumnKind kind) noexcept;

/// Equity in SIE's sign, with the year's result in it whether or not the books carried it there:
/// closing of the equity accounts + computed result - what 89xx already moved to them. A closing that was taken from
/// the next year's opening holds the result already. Nothing when the books lack the closing or the result.
[[nodiscard]] std::optional<AccountSum> equity(const YearAccounts& year);

} // namespace finsam::statement
