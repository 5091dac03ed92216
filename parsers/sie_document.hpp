#pragma once
// The whole of a SIE file in memory, and its reconciliation. For files of ordinary size: checks and tests.

#include "parsers/sie_file.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace finsam::sie {

/// Figures that must tie inside one file (SIE 4C §5; all amounts with SIE's sign).
struct Reconciliation {
    Ore opening_sum;            ///< sum of #IB 0
    Ore closing_and_result_sum; ///< sum of #UB 0 and #RES 0
    std::uint64_t unbalanced_vouchers = 0;
    /// Accounts where IB + movement differs from UB, or movement from RES; filled only when the file has vouchers
    /// (type 4) and balances of year 0. What refused unbalanced vouchers moved is counted: the file wrote its balances
    /// with them, and they are told by themselves.
    std::vector<std::string> deviating_accounts;
};

struct Document final : Handler {
    std::vector<FiscalYear> fiscal_years;
    std::vector<Account> accounts;
    std::vector<Dimension> dimensions;
    std::vector<Object> objects;
    std::vector<Balance> balances;
    std::vector<Voucher> vouchers;
    ReadResult result;

    void fiscal_year(const FiscalYear& r) override { fiscal_years.push_back(r); }
    void account(const Account& r) override { accounts.push_back(r); }
    void dimension(const Dimension& r) override { dimensions.push_back(r); }
    void object(const Object& r) override { objects.push_back(r); }
    void balance(const Balance& r) override { balances.push_back(r); }
    void voucher(const Voucher& r) override { vouchers.push_back(r); }
};

/// Reads a file of type 1-5 into memory; an unreadable file is a `filen_kan_inte_lasas` diagnostic.
[[nodiscard]] Document read_document(const std::filesystem::path& path, const SignatureVerifier& verifier = {});
[[nodiscard]] Document read_document(std::string_view bytes, const SignatureVerifier& verifier = {});

[[nodiscard]] Reconciliation reconcile(const Document& document);

} // namespace finsam::sie
