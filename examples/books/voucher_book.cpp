#include "examples/books/voucher_book.hpp"

#include <algorithm>
#include <tuple>

namespace finsam::example {

void VoucherBook::add(Series series, Date date, std::string text, std::vector<VoucherLine> lines) {
    std::erase_if(lines, [](const VoucherLine& line) { return line.amount.is_zero(); });
    if (lines.empty())
        return;
    for (const VoucherLine& line : lines)
        balances_[line.account] += line.amount;
    vouchers_.push_back({series, date, std::move(text), std::move(lines), 0});
}

Ore VoucherBook::balance(const std::string& account) const {
    const auto at = balances_.find(account);
    return at == balances_.end() ? Ore(0) : at->second;
}

std::vector<ExampleVoucher> VoucherBook::numbered() && {
    std::ranges::stable_sort(vouchers_, {}, [](const ExampleVoucher& v) { return std::tuple(v.series, v.date); });
    std::map<Series, int> last;
    for (ExampleVoucher& voucher : vouchers_)
        voucher.number = ++last[voucher.series];
    return std::move(vouchers_);
}

} // namespace finsam::example
