#pragma once
// How an account's amounts lie on the objects of one dimension, from rows that carry lists of objects.

#include "bridge/ledger/books.hpp"
#include "parsers/sie_records.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace finsam {

/// Amounts of one account with one list of objects; an empty list is the account's total (or has no object).
struct ListedAmount {
    std::string account;
    std::vector<sie::ObjectRef> objects;
    Ore amount;
};

/// The code of the list's object in the dimension; nullptr when it has none. Objects of a division (#UNDERDIM) have
/// another number and do not count.
[[nodiscard]] const std::string* object_in(const std::vector<sie::ObjectRef>& objects,
                                           std::string_view dimension) noexcept;

/// Adds to a sum; remembers an overflow of 64 bits instead of making one.
class CarefulSum {
public:
    void add(Ore& sum, Ore amount) noexcept;
    void subtract(Ore& sum, Ore amount) noexcept;
    [[nodiscard]] bool overflowed() const noexcept { return overflowed_; }

private:
    bool overflowed_ = false;
};

/// Rows of the dimension's objects, from #PSALDO or #PBUDGET. Files write them in two ways. In one, rows with several
/// objects and rows with one share an account's amount: both count. In the other a row with one object is already that
/// object's whole, and rows with several objects say the same once more: that is so when the rows with one object
/// make up the account's `total` by themselves. (Totals and object rows say the same twice: SIE 4C §5, #PSALDO.)
[[nodiscard]] std::vector<ObjectAmount> spread(const std::vector<ListedAmount>& rows, std::string_view dimension,
                                               const AccountAmounts& totals, CarefulSum& sums);

/// An amount per account: its rows without objects, or the sum of its object rows where it has only these. Rows with
/// one object each, in several dimensions, say the same once for each: only one dimension counts, `dimension` first.
[[nodiscard]] AccountAmounts account_totals(const std::vector<ListedAmount>& rows, std::string_view dimension,
                                            CarefulSum& sums);

/// Adds rows with object "" so that each account's rows sum to its total; an account without total has zero.
void add_remainders(std::vector<ObjectAmount>& rows, const AccountAmounts& totals, CarefulSum& sums);

} // namespace finsam
