#pragma once
// The whole of a SIE file in memory. For files of ordinary size: tests and examples.

#include "parsers/sie_file.hpp"
#include "parsers/sie_reconciliation.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace finsam::sie {

struct Document final : Handler {
    std::vector<FiscalYear> fiscal_years;
    std::vector<Account> accounts;
    std::vector<AccountType> account_types;
    std::vector<Dimension> dimensions;
    std::vector<Object> objects;
    std::vector<Balance> balances;
    std::vector<Voucher> vouchers;
    std::vector<Voucher> unbalanced_vouchers; ///< refused
    ReadResult result;

    void fiscal_year(const FiscalYear& r) override { fiscal_years.push_back(r); }
    void account(const Account& r) override { accounts.push_back(r); }
    void account_type(const AccountType& r) override { account_types.push_back(r); }
    void dimension(const Dimension& r) override { dimensions.push_back(r); }
    void object(const Object& r) override { objects.push_back(r); }
    void balance(const Balance& r) override { balances.push_back(r); }
    void voucher(const Voucher& r) override { vouchers.push_back(r); }
    void refused_voucher(const RefusedVoucher& r) override;
};

/// Reads a file of type 1-5 into memory; an unreadable file is a `filen_kan_inte_lasas` diagnostic.
[[nodiscard]] Document read_document(const std::filesystem::path& path, const SignatureVerifier& verifier = {});
[[nodiscard]] Document read_document(std::string_view bytes, const SignatureVerifier& verifier = {});

/// What a `Reconciler` says of the same records.
[[nodiscard]] Reconciliation reconcile(const Document& document);

} // namespace finsam::sie
