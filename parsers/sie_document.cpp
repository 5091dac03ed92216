#include "parsers/sie_document.hpp"

#include "parsers/mapped_file.hpp"

#include <limits>

namespace finsam::sie {
namespace {

/// What a file says of one account in year 0.
struct AccountState {
    Ore opening, closing, result, movement;
    bool has_balance = false;
    bool has_result = false;
};

/// The amounts are not trusted: a sum that does not fit stays at the limit, where it ties with nothing.
Ore sum(Ore a, Ore b) noexcept {
    const auto limit = b < Ore() ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int64_t>::max();
    return checked_add(a, b).value_or(Ore(limit));
}

void add(Ore& total, Ore amount) noexcept {
    total = sum(total, amount);
}

using AccountStates = std::map<std::string, AccountState, std::less<>>;

void add_balance(AccountStates& accounts, const Balance& balance) {
    AccountState& account = accounts[balance.account];
    switch (balance.kind) {
    case BalanceKind::ib: add(account.opening, balance.amount); break;
    case BalanceKind::ub: add(account.closing, balance.amount); break;
    default:
        add(account.result, balance.amount);
        account.has_result = true;
        return;
    }
    account.has_balance = true;
}

bool is_account_total(const Balance& balance) noexcept {
    return balance.year == 0 &&
           (balance.kind == BalanceKind::ib || balance.kind == BalanceKind::ub || balance.kind == BalanceKind::res);
}

void add_movements(AccountStates& accounts, const std::vector<Voucher>& vouchers) {
    for (const Voucher& voucher : vouchers) {
        for (const TransactionRow& row : voucher.rows) {
            if (row.kind == RowKind::trans) {
                add(accounts[row.account].movement, row.amount);
            }
        }
    }
}

/// An account without #IB, #UB or #RES is not judged: zero balances may be left out, and so may balances of a 4I.
bool deviates(const AccountState& account) noexcept {
    return (account.has_balance && sum(account.opening, account.movement) != account.closing) ||
           (account.has_result && account.movement != account.result);
}

} // namespace

Document read_document(std::string_view bytes, const SignatureVerifier& verifier) {
    Document document;
    document.result = read_sie_file(bytes, document, verifier);
    return document;
}

Document read_document(const std::filesystem::path& path, const SignatureVerifier& verifier) {
    const auto file = MappedFile::open(path);
    if (file) {
        return read_document(file->bytes(), verifier);
    }
    constexpr auto code = DiagnosticCode::filen_kan_inte_lasas;
    Document document;
    document.result.diagnostics.push_back({default_severity(code), code, 0, 0, file.error()});
    return document;
}

Reconciliation reconcile(const Document& document) {
    Reconciliation found;
    found.unbalanced_vouchers = document.result.unbalanced_vouchers;
    AccountStates accounts;
    for (const Balance& balance : document.balances) {
        if (!is_account_total(balance)) {
            continue;
        }
        add_balance(accounts, balance);
        add(balance.kind == BalanceKind::ib ? found.opening_sum : found.closing_and_result_sum, balance.amount);
    }
    if ((document.vouchers.empty() && document.result.unbalanced_vouchers == 0) || accounts.empty()) {
        return found;
    }
    add_movements(accounts, document.vouchers);
    for (const auto& [number, amount] : document.result.unbalanced_movements) {
        add(accounts[number].movement, amount);
    }
    for (const auto& [number, account] : accounts) {
        if (deviates(account)) {
            found.deviating_accounts.push_back(number);
        }
    }
    return found;
}

} // namespace finsam::sie
