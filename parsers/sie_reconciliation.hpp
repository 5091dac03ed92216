#pragma once
// Do the figures of one SIE file tie? (SIE 4C §5.) Opening balance and vouchers against closing balance and result, the
// changes per period against the vouchers, the same per object; voucher series; vouchers outside the fiscal year.
// A handler of its own: memory grows with the accounts, objects and periods of the file, not with its rows.
// All amounts are öre with SIE's sign (debit +, credit -). Only #TRANS count, and only the file's own year (0).

#include "parsers/pair_ids.hpp"
#include "parsers/sie_reader.hpp"
#include "parsers/voucher_numbers.hpp"

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace finsam::sie {

/// What should tie with what.
enum class Tie : std::uint8_t {
    closing,        ///< #IB + vouchers = #UB
    result,         ///< vouchers = #RES
    period,         ///< the period's vouchers = #PSALDO; without vouchers all #PSALDO = #UB - #IB, or #RES
    object_closing, ///< #OIB + the object's vouchers = #OUB
    object_period,  ///< the object's vouchers in the period = #PSALDO; without vouchers all = #OUB - #OIB
};
/// "UB", "RES", "PSALDO", "OUB" or "PSALDO_OBJEKT".
[[nodiscard]] std::string_view stable_name(Tie tie) noexcept;

struct Deviation {
    Tie tie = Tie::closing;
    std::string account;
    std::vector<ObjectRef> objects; ///< sorted; empty for an account
    std::optional<Period> period;   ///< nothing: the whole year
    Ore expected;                   ///< what the rest of the file gives
    Ore stated;                     ///< what the record says
};

/// One series of vouchers; what refused vouchers are called is counted too.
struct SeriesState {
    std::string series;
    std::uint64_t vouchers = 0;
    std::uint64_t unnumbered = 0; ///< number "", which 4I allows
    std::optional<std::uint64_t> first, last;
    std::uint64_t missing = 0;                  ///< numbers between the first and the last that are not used
    std::vector<NumbersUsed::Interval> gaps;    ///< the first of them
    std::uint64_t duplicates = 0;               ///< vouchers whose number was used before
    std::vector<std::string> duplicate_numbers; ///< the first of them
    std::vector<std::string> other_numbers;     ///< the first that are no plain number
};

struct Reconciliation {
    Ore opening_sum;             ///< sum of #IB 0
    Ore closing_and_result_sum;  ///< sum of #UB 0 and #RES 0; of a whole year's file zero
    bool states_closing = false; ///< the file has #UB 0 or #RES 0
    std::uint64_t unbalanced_vouchers = 0;
    std::uint64_t accounts = 0;           ///< with #IB, #UB or #RES of the year, or moved by vouchers
    std::uint64_t accounts_by_period = 0; ///< with #PSALDO of the year, not per object
    std::uint64_t objects = 0;            ///< accounts' objects with #OIB, #OUB or #PSALDO of the year
    /// Accounts where IB + movement differs from UB, or movement from RES; filled only when the file has vouchers. What
    /// refused unbalanced vouchers moved is counted: the file wrote its balances with them, and they are told by
    /// themselves.
    std::vector<std::string> deviating_accounts;
    /// Accounts where #PSALDO does not tie.
    std::vector<std::string> accounts_deviating_by_period;
    /// Accounts that vouchers changed and that have neither #UB nor #RES, in a file that has such of the year.
    std::vector<std::string> accounts_without_balance;
    /// Accounts that vouchers changed and that have no #PSALDO, in a file that has it for others of their kind.
    std::vector<std::string> accounts_without_changes;
    std::vector<Deviation> deviations; ///< all of it, by account
    bool objects_unjudged = false;     ///< too many combinations of objects to judge
    std::vector<SeriesState> series;
    std::uint64_t vouchers_outside_year = 0;
    std::optional<Date> first_date, last_date; ///< of vouchers
};

class Reconciler final : public Handler {
public:
    Reconciler() = default;
    Reconciler(const Reconciler&) = delete; // movements refer to accounts
    Reconciler& operator=(const Reconciler&) = delete;

    void fiscal_year(const FiscalYear& year) override;
    void account_type(const AccountType& type) override;
    void balance(const Balance& balance) override;
    void voucher(const Voucher& voucher) override;
    void refused_voucher(const RefusedVoucher& refused) override;

    /// When the whole file has been read.
    [[nodiscard]] Reconciliation result() const;

private:
    using ByPeriod = std::map<Period, Ore>;
    /// What #PSALDO say: a change, from a month on until the one that it is kept under.
    struct Change {
        Ore amount;
        Period from;
    };
    using Changes = std::map<Period, Change>;
    struct AccountSums {
        std::int64_t number = 0; ///< among those that vouchers move, from 1; 0: not moved
        Ore opening, closing, result, movement;
        bool has_balance = false, has_result = false;
        bool changes_of_objects = false;       ///< #PSALDO per object, which may stand instead of the account's own
        std::optional<bool> belongs_to_result; ///< by #KTYP
        ByPeriod moved;
        Changes stated;
    };
    /// What rows of one account with one list of objects moved in a month.
    struct ObjectMovement {
        const std::string* account = nullptr;
        std::int64_t list = 0;
        Period month;
        Ore amount;
    };
    struct ListLink {
        std::int64_t object = 0, rest = 0; ///< rest 0: none
    };
    struct ObjectSums {
        Ore opening, closing;
        bool has_balance = false;
        Changes stated;
    };
    using ObjectKey = std::pair<std::string, std::vector<ObjectRef>>; ///< account, objects sorted
    struct Series {
        NumbersUsed numbers;
        std::uint64_t vouchers = 0, unnumbered = 0, duplicates = 0;
        std::vector<std::string> duplicate_numbers;
    };

    void note_number(const Voucher& voucher);
    void note_rows(const Voucher& voucher);
    void note_objects(const std::string& account, std::int64_t account_number, const TransactionRow& row, Period month);
    [[nodiscard]] std::int64_t object_number(const ObjectRef& object);
    [[nodiscard]] std::int64_t list_number(const std::vector<ObjectRef>& objects);
    [[nodiscard]] std::vector<ObjectRef> list_of(std::int64_t number) const; ///< sorted
    void note_object_balance(const Balance& balance);
    void note_change(Changes& stated, const Balance& balance);
    void judge_accounts(Reconciliation& found) const;
    void judge_balances(const std::string& account, const AccountSums& sums, Reconciliation& found) const;
    void judge_periods(const std::string& account, const AccountSums& sums, bool told_of_its_kind,
                       Reconciliation& found) const;
    [[nodiscard]] static bool belongs_to_result(std::string_view number, const AccountSums& account) noexcept;
    template <class Deviates>
    void judge_changes(const Changes& stated, const ByPeriod& moved, Deviates deviates) const;
    void judge_objects(Reconciliation& found) const;
    void judge_object(const ObjectKey& key, const ObjectSums& sums, const ByPeriod& moved, Reconciliation& found) const;
    [[nodiscard]] std::map<ObjectKey, ByPeriod> object_movements(bool& too_many) const;
    void tell_series(Reconciliation& found) const;

    std::map<std::string, AccountSums, std::less<>> accounts_;
    std::unordered_map<std::string, std::int64_t> object_numbers_; ///< by dimension and code, from 1
    std::vector<ObjectRef> object_refs_;                           ///< by number
    PairIds list_numbers_;                                         ///< by first object and the list of the rest, from 1
    std::vector<ListLink> object_lists_;                           ///< by number
    PairIds movement_places_;                                      ///< by list, and account and month: from 1
    std::vector<ObjectMovement> object_movements_;
    std::int64_t moved_accounts_ = 0;
    std::map<ObjectKey, ObjectSums> objects_;
    std::map<std::string, Series, std::less<>> series_;
    std::optional<FiscalYear> year_;
    std::map<Date, std::uint64_t> dates_;
    std::uint64_t vouchers_ = 0, unbalanced_ = 0;
    bool states_closing_ = false;
    bool tells_every_month_ = true; ///< not in SIE 5, where a change may be that of several months
    std::string object_text_;       ///< reused
};

} // namespace finsam::sie
