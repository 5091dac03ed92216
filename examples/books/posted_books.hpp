#pragma once
// Example books that are given as a list of posts: per account and insats what each year holds, in how many vouchers.
// For förbund whose published tables are by insats; the bank is what is left and must meet its published balance.

#include "examples/books/sie_export.hpp"

namespace finsam::example {

/// CSV: closing balances of the accounts (kronor, debit +), the insatser, and the posts.
struct PostedTables {
    std::string_view accounts, objects, posts;
};
[[nodiscard]] PostedTables solleftea_tables() noexcept;
[[nodiscard]] PostedTables sjuharad_tables() noexcept;

/// The accounts that posts are booked against. Without a customer or supplier ledger they go straight to the bank.
struct PostedPlan {
    std::string bank, vat_claim;
    std::string customers = {}, suppliers = {};
    std::vector<std::string> other_banks = {}; ///< filled from and emptied to `bank`
    std::string equity = "2010";
};

/// Exports of 2024 and 2023, always the same bytes: "solleftea-2024.se" ... The file of 2023 has no year before it, so
/// that 2022 is known by its closing balances alone. The error is a Swedish sentence with file and line.
[[nodiscard]] tl::expected<std::vector<ExampleFile>, std::string> posted_files(const ExampleIdentity& identity,
                                                                               const PostedPlan& plan,
                                                                               const PostedTables& tables,
                                                                               std::string_view file_name);

/// The exports of Sollefteå, in Kommun-Bas.
[[nodiscard]] tl::expected<std::vector<ExampleFile>, std::string> solleftea_files();
/// The exports of Sjuhärad, in Region-Bas.
[[nodiscard]] tl::expected<std::vector<ExampleFile>, std::string> sjuharad_files();

} // namespace finsam::example
