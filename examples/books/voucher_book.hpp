#pragma once
// The vouchers of one example year: collected in any order, numbered by series and date.

#include "parsers/date.hpp"
#include "parsers/ore.hpp"

#include <map>
#include <string>
#include <vector>

namespace finsam::example {

/// Verifikationsserier of the example.
enum class Series : char { huvudbok = 'A', bank = 'B', kund = 'K', leverantor = 'L', lon = 'P' };

struct VoucherLine {
    std::string account;
    Ore amount;         ///< debit +
    std::string insats; ///< "" on balance accounts and interest
    std::string text;   ///< "" = the voucher's
};

struct ExampleVoucher {
    Series series = Series::huvudbok;
    Date date;
    std::string text;
    std::vector<VoucherLine> lines;
    int number = 0;
};

class VoucherBook {
public:
    explicit VoucherBook(std::map<std::string, Ore> opening) : balances_(std::move(opening)) {}

    /// Lines of zero are left out; a voucher without lines is not booked.
    void add(Series series, Date date, std::string text, std::vector<VoucherLine> lines);

    /// Opening balance and everything booked until now; for result accounts what is booked.
    [[nodiscard]] Ore balance(const std::string& account) const;
    [[nodiscard]] const std::vector<ExampleVoucher>& vouchers() const noexcept { return vouchers_; }

    /// All vouchers by series and date, numbered from 1 in each series.
    [[nodiscard]] std::vector<ExampleVoucher> numbered() &&;

private:
    std::map<std::string, Ore> balances_;
    std::vector<ExampleVoucher> vouchers_;
};

} // namespace finsam::example
