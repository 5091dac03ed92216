#pragma once
// One year of the example's books, from the published totals and the invented flows.

#include "examples/books/example_data.hpp"
#include "examples/books/voucher_book.hpp"

#include <optional>

namespace finsam::example {

struct OpenInvoice {
    Date due;
    std::string text;
    Ore amount; ///< what is to be paid, positive
};

struct ExampleYear {
    int year = 0;
    std::optional<std::map<std::string, Ore>> opening; ///< not known for the first year
    std::map<std::string, Ore> closing;                ///< balance accounts
    std::map<std::string, Ore> result;                 ///< result accounts, 8999 too
    std::vector<ExampleVoucher> vouchers;
    std::vector<OpenInvoice> unpaid; ///< at the year's end
};

/// A year that is known by its totals only: no opening balances, no vouchers.
[[nodiscard]] ExampleYear year_of_totals(const ExampleData& data, int year);

/// A year with vouchers, after `previous`. The error is a Swedish sentence with the account that does not tie.
[[nodiscard]] tl::expected<ExampleYear, std::string> year_of_vouchers(const ExampleData& data,
                                                                      const ExampleYear& previous);

} // namespace finsam::example
