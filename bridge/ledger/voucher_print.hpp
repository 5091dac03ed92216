#pragma once
// What tells a stored voucher from others, so that batches of vouchers (SIE 4I) that overlap are not counted twice.

#include <cstdint>
#include <string>
#include <vector>

namespace finsam {

namespace sqlite {
class Database;
}

struct VoucherPrint {
    std::int64_t id = 0;    ///< in the table `voucher`
    std::string name;       ///< "A 12", for messages
    std::string number;     ///< series and number as one key; "" when the file leaves the number to the receiver
    std::string content;    ///< day, and #TRANS rows in any order: account, objects, amount
    std::string identity;   ///< content with the number; with the voucher's text when there is no number
    std::uint64_t rows = 0; ///< #TRANS
};

/// Of an import, in the file's order. Errors stick in the database.
[[nodiscard]] std::vector<VoucherPrint> voucher_prints(sqlite::Database& database, std::int64_t import);

/// Takes stored vouchers and their rows away.
void remove_vouchers(sqlite::Database& database, const std::vector<VoucherPrint>& vouchers);

/// Those of `vouchers` that have no equal in `others`; of several alike, as many as `others` has too few.
[[nodiscard]] std::vector<VoucherPrint> without_equal(const std::vector<VoucherPrint>& vouchers,
                                                      const std::vector<VoucherPrint>& others,
                                                      std::string VoucherPrint::*key);

} // namespace finsam
