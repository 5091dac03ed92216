#pragma once
// What one import says of one fiscal year: its queries.

#include "bridge/ledger/books.hpp"
#include "bridge/ledger/object_spread.hpp"
#include "bridge/ledger/sqlite/statement.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace finsam {

namespace sqlite {
class Database;
}

/// A record of the table `import` whose rows count.
struct LiveImport {
    std::int64_t id = 0;
    ImportedFile file;
    std::string company_name, organisation_number;
    std::string chart_type; ///< #KPTYP
    bool texts_kept = true; ///< false: perhaps read before the ledger kept what only an export needs (version 4)
};

/// One import's view of a year: its own (number 0) or an earlier one.
struct YearSource {
    const LiveImport* import = nullptr;
    int number = 0;
    Date from, to;
};

/// Does the account belong to the result (class 3-8)?
[[nodiscard]] bool is_result_account(std::string_view account) noexcept;

/// Queries of the rows of live imports. Errors stick in the database.
class YearQueries {
public:
    explicit YearQueries(sqlite::Database& database);

    /// Has the import #IB, #UB or #RES of the year?
    [[nodiscard]] bool has_balances(const YearSource& source);
    /// Account totals of "ib", "ub" or "res"; nothing when the import has no such row for the year.
    [[nodiscard]] std::optional<AccountAmounts> totals(const YearSource& source, std::string_view kind);
    /// Rows of "psaldo" or "pbudget", summed over the periods (the last is `through`), per account and list of objects.
    [[nodiscard]] std::vector<ListedAmount> listed(const YearSource& source, std::string_view kind,
                                                   const std::optional<Period>& through = {});
    /// How many periods the rows of "psaldo" or "pbudget" lie on.
    [[nodiscard]] std::int64_t periods(const YearSource& source, std::string_view kind);
    /// #TRANS of vouchers until `through`, summed per account and list of objects. Vouchers belong to the import's own
    /// year.
    [[nodiscard]] std::vector<ListedAmount> transactions(const YearSource& source,
                                                         const std::optional<Date>& through = {});
    /// #OMFATTN: the day that the file's balances are of; nothing when it does not say.
    [[nodiscard]] std::optional<Date> balances_until(const YearSource& source);
    /// Every #TRANS of the import, in file order.
    [[nodiscard]] std::vector<VoucherRow> vouchers(const LiveImport& import, std::string_view dimension);
    /// The list of objects with this id, in its order; empty for 0 (NULL).
    [[nodiscard]] const std::vector<sie::ObjectRef>& object_list(std::int64_t id);

private:
    sqlite::Database& database_;
    sqlite::Statement link_;                                              ///< of a list of objects
    std::unordered_map<std::int64_t, std::vector<sie::ObjectRef>> lists_; ///< by id, each read once
};

} // namespace finsam
