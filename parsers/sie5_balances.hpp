#pragma once
// The balances of one SIE 5 account as SIE 4 has them. SIE 5 tells what stands on the account at the beginning or the
// end of a month; SIE 4 tells the opening and closing balance of a year, its result, and the change in a month.

#include "parsers/sie5_values.hpp"
#include "parsers/sie_records.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace finsam::sie {

/// What an OpeningBalance or ClosingBalance says.
struct MonthBalance {
    bool opening = false;
    int year = 0;       ///< number of the fiscal year that the month lies in
    Period first_month; ///< of that fiscal year
    Period month;
    std::vector<ObjectRef> objects;
    Ore amount;
    std::string quantity;
    std::uint64_t line = 0;
};

class AccountBalances {
public:
    void begin(std::string account, bool is_result_account);
    /// False: the same balance (month and objects) has been told already.
    [[nodiscard]] bool add(MonthBalance balance);
    /// Hands over SIE 4's balances, in the order of years and objects.
    void finish(const std::function<void(const Balance&)>& take);

private:
    struct Amount {
        Ore ore;
        std::string quantity;
        std::uint64_t line = 0;
    };
    struct Closing {
        Amount amount;
        bool told = false; ///< else known by the next month's opening
    };
    struct Group {
        Period first_month; ///< of the year
        std::optional<Amount> opening;
        std::map<Period, Closing> closings;
    };
    using Key = std::pair<int, std::vector<ObjectRef>>; ///< year and objects

    [[nodiscard]] Balance balance(BalanceKind kind, const Key& key, const Amount& amount) const;
    void finish(const Key& key, const Group& group, const std::function<void(const Balance&)>& take) const;
    void changes(const Key& key, const Group& group, const std::function<void(const Balance&)>& take) const;

    std::string account_;
    bool is_result_account_ = false;
    std::map<Key, Group> groups_;
};

} // namespace finsam::sie
