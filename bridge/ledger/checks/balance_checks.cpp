#include "bridge/ledger/checks/balance_checks.hpp"

#include "bridge/ledger/checks/account_side.hpp"
#include "bridge/ledger/sqlite/database.hpp"
#include "bridge/ledger/text_fold.hpp"
#include "parsers/swedish_count.hpp"
#include "parsers/swedish_format.hpp"

#include <fmt/format.h>
#include <set>

namespace finsam {

namespace {

using Totals = std::optional<AccountAmounts>;

std::string kronor(Ore amount) {
    return format_amount(amount, Unit::ore) + " kr";
}

bool is_equity(std::string_view account) noexcept {
    return account.starts_with("20"); // in all three charts
}

/// Årets resultat as the books entered it: 89xx in all three charts, but in BAS 8910 to 8989 are taxes.
bool is_booked_result(std::string_view account) noexcept {
    return account.starts_with("89");
}
bool is_result_of_bas(std::string_view account) noexcept {
    return account.starts_with("899");
}

Ore amount_in(const Totals& totals, const std::string& account) {
    const auto found = totals ? totals->find(account) : AccountAmounts::const_iterator();
    return !totals || found == totals->end() ? Ore() : found->second;
}

template <class Chosen>
Ore sum_of(const AccountAmounts& totals, CarefulSum& sums, Chosen chosen) {
    Ore sum;
    for (const auto& [account, amount] : totals) {
        if (chosen(account)) {
            sums.add(sum, amount);
        }
    }
    return sum;
}

bool any(std::string_view) noexcept {
    return true;
}

/// Names apart from case and runs of spaces.
std::string plain(const std::string& name) {
    std::string text;
    for (const char c : fold_case(name)) {
        if (c != ' ' || (!text.empty() && text.back() != ' ')) {
            text += c;
        }
    }
    return text;
}

class BalanceChecks {
public:
    BalanceChecks(sqlite::Database& database, const BalanceQuestion& question, CheckedYear& year)
        : queries_(database), question_(question), year_(year) {
        for (const auto& [id, account] : question.accounts) {
            by_number_.emplace(account.number, &account);
        }
    }

    void run() {
        if (question_.file == nullptr) {
            for (const auto key :
                 {LedgerCheckKey::ib_rorelse_ub, LedgerCheckKey::saldon_summerar_till_noll, LedgerCheckKey::ib_ub,
                  LedgerCheckKey::jamforelsear, LedgerCheckKey::bokfort_resultat, LedgerCheckKey::tecken,
                  LedgerCheckKey::kontonamn}) {
                year_.at(key).not_applicable = "Året har ingen egen fil med saldon.";
            }
            return;
        }
        opening_ = totals(*question_.file, 0, "ib");
        closing_ = totals(*question_.file, 0, "ub");
        result_ = totals(*question_.file, 0, "res");
        if (question_.file_before != nullptr) {
            closing_before_ = totals(*question_.file_before, 0, "ub");
            result_before_ = totals(*question_.file_before, 0, "res");
        }
        movement();
        sums_to_zero();
        opening_is_closing();
        comparatives();
        booked_result();
        signs();
        names();
        if (sums_.overflowed()) {
            year_.at(LedgerCheckKey::saldon_summerar_till_noll)
                .add({Severity::error, "Saldona är för stora för att summeras.", "", "", {}, {}});
        }
    }

private:
    Totals totals(const LiveImport& file, int number, std::string_view kind) {
        return queries_.totals({&file, number, {}, {}}, kind);
    }

    void say(LedgerCheckKey key, Severity severity, std::string text, const std::string& account = {},
             std::optional<Ore> amount = {}) {
        const auto known = by_number_.find(account);
        year_.at(key).add(
            {severity, std::move(text), account, known == by_number_.end() ? "" : known->second->name, {}, amount});
    }

    Ore minus(Ore a, Ore b) noexcept {
        sums_.subtract(a, b);
        return a;
    }

    // -- opening + vouchers = closing -------------------------------------------------------------------------------

    void movement() {
        constexpr auto key = LedgerCheckKey::ib_rorelse_ub;
        if (!question_.has_vouchers || (!closing_ && !result_)) {
            year_.at(key).not_applicable =
                question_.has_vouchers ? "Filen har varken #UB eller #RES." : "Filen har inga verifikationer.";
            return;
        }
        std::set<std::string> accounts;
        for (const Totals* part : {&opening_, &closing_, &result_}) {
            for (const auto& [account, amount] : part->value_or(AccountAmounts())) {
                accounts.insert(account);
            }
        }
        for (const auto& [account, amount] : question_.movements) {
            accounts.insert(account);
        }
        for (const std::string& account : accounts) {
            movement(account);
        }
    }

    void movement(const std::string& account) {
        const bool is_balance = closing_ && (closing_->contains(account) || (opening_ && opening_->contains(account)));
        const bool is_result = !is_balance && result_ && result_->contains(account);
        const auto moved = question_.movements.find(account);
        Ore expected = moved == question_.movements.end() ? Ore() : moved->second;
        if (is_balance) {
            sums_.add(expected, amount_in(opening_, account));
        }
        const bool is_told = is_balance || is_result;
        const Totals& side = is_balance ? closing_ : result_;
        if (!is_told && (expected.is_zero() || !(is_result_account(account) ? result_ : closing_))) {
            return; // not moved, or the file tells of no such accounts
        }
        const Ore stated = is_told ? amount_in(side, account) : Ore();
        if (stated == expected) {
            return;
        }
        std::string text =
            !is_told ? fmt::format("Verifikationerna ändrar kontot med {}, men det har varken #UB eller #RES.",
                                   kronor(expected))
                     : fmt::format("{} är {}, men {} ger {}; skillnad {}.", is_balance ? "#UB" : "#RES", kronor(stated),
                                   is_balance ? "ingående balans och verifikationer" : "verifikationerna",
                                   kronor(expected), kronor(minus(stated, expected)));
        if (question_.refused_vouchers > 0) {
            text += fmt::format(" {} vid inläsningen.", counted(question_.refused_vouchers, "verifikation avvisades",
                                                                "verifikationer avvisades"));
        }
        say(LedgerCheckKey::ib_rorelse_ub, Severity::error, std::move(text), account, minus(stated, expected));
    }

    // -- sums -------------------------------------------------------------------------------------------------------

    void sums_to_zero() {
        const Ore opening = opening_ ? sum_of(*opening_, sums_, any) : Ore();
        if (!opening.is_zero()) {
            opening_sum(opening);
        }
        if (!closing_ || !result_) {
            year_.at(LedgerCheckKey::saldon_summerar_till_noll).not_applicable = "Filen har inte både #UB och #RES.";
            return;
        }
        Ore sum = sum_of(*closing_, sums_, any);
        sums_.add(sum, sum_of(*result_, sums_, any));
        if (!sum.is_zero() && sum != opening) { // what came in with the opening balances is told there
            say(LedgerCheckKey::saldon_summerar_till_noll, Severity::error,
                fmt::format("Utgående balanser och resultat summerar till {}.", kronor(sum)), "", sum);
        }
    }

    void opening_sum(Ore sum) {
        const bool is_last_result = result_before_ && sum_of(*result_before_, sums_, any) == -sum;
        say(LedgerCheckKey::saldon_summerar_till_noll, is_last_result ? Severity::warning : Severity::error,
            fmt::format("Ingående balanser summerar till {}{}.", kronor(sum),
                        is_last_result ? ": föregående års resultat är inte fört till eget kapital" : ""),
            "", sum);
    }

    // -- the year before --------------------------------------------------------------------------------------------

    /// Equity is compared as a whole, with last year's result in it: the new year's books may move it between accounts.
    void opening_is_closing() {
        constexpr auto key = LedgerCheckKey::ib_ub;
        if (!opening_ || !closing_before_) {
            year_.at(key).not_applicable =
                !opening_ ? "Filen har ingen #IB." : "Föregående års fil med #UB är inte inläst.";
            return;
        }
        compare(key, Severity::error, *opening_, *closing_before_, "Ingående balans", "föregående års utgående balans",
                [](std::string_view account) { return !is_equity(account) && !is_result_account(account); });
        if (!result_before_) {
            return;
        }
        const Ore opening = sum_of(*opening_, sums_, is_equity);
        const Ore closing = sum_of(*closing_before_, sums_, is_equity);
        Ore expected = closing;
        sums_.add(expected, sum_of(*result_before_, sums_, any));
        if (opening == expected) {
            return;
        }
        const Ore difference = minus(opening, expected);
        if (opening == closing) {
            say(key, Severity::warning,
                fmt::format("Föregående års resultat, {}, är inte fört till eget kapital.", kronor(difference)), "",
                difference);
        } else {
            say(key, Severity::error,
                fmt::format("Eget kapital (konto 20…) är {} vid årets början, men föregående års utgång med resultat "
                            "är {}.",
                            kronor(-opening), kronor(-expected)),
                "", difference);
        }
    }

    void comparatives() {
        constexpr auto key = LedgerCheckKey::jamforelsear;
        const Totals closing = totals(*question_.file, -1, "ub"), result = totals(*question_.file, -1, "res");
        const bool both_closing = closing && closing_before_, both_result = result && result_before_;
        if (!both_closing && !both_result) {
            year_.at(key).not_applicable =
                !closing && !result ? "Filen har inga saldon för föregående år." : "Föregående års fil är inte inläst.";
            return;
        }
        if (both_closing) {
            compare(key, Severity::warning, *closing, *closing_before_, "#UB −1", "#UB i föregående års fil",
                    [](std::string_view) { return true; });
        }
        if (both_result) {
            compare(key, Severity::warning, *result, *result_before_, "#RES −1", "#RES i föregående års fil",
                    [](std::string_view) { return true; });
        }
    }

    template <class Chosen>
    void compare(LedgerCheckKey key, Severity severity, const AccountAmounts& now, const AccountAmounts& before,
                 std::string_view name_now, std::string_view name_before, Chosen chosen) {
        std::map<std::string, std::pair<Ore, Ore>, std::less<>> both;
        for (const auto& [account, amount] : now) {
            both[account].first = amount;
        }
        for (const auto& [account, amount] : before) {
            both[account].second = amount;
        }
        for (const auto& [account, amounts] : both) {
            if (chosen(account) && amounts.first != amounts.second) {
                const Ore difference = minus(amounts.first, amounts.second);
                say(key, severity,
                    fmt::format("{} är {}, men {} är {}; skillnad {}.", name_now, kronor(amounts.first), name_before,
                                kronor(amounts.second), kronor(difference)),
                    account, difference);
            }
        }
    }

    // -- the result -------------------------------------------------------------------------------------------------

    void booked_result() {
        constexpr auto key = LedgerCheckKey::bokfort_resultat;
        if (!result_) {
            year_.at(key).not_applicable = "Filen har ingen #RES.";
            return;
        }
        const bool is_bas = !sum_of(*result_, sums_, is_result_of_bas).is_zero();
        const auto is_booked = is_bas ? is_result_of_bas : is_booked_result;
        const Ore booked = sum_of(*result_, sums_, is_booked);
        const Ore computed = -sum_of(*result_, sums_, [&](std::string_view a) { return !is_booked(a); });
        if (booked == computed) {
            return;
        }
        const auto text = booked.is_zero()
                              ? fmt::format("Årets resultat, {}, är inte bokfört på 89xx.", kronor(computed))
                              : fmt::format("89xx har {}, men klass 3–8 ger {}; skillnad {}.", kronor(booked),
                                            kronor(computed), kronor(minus(booked, computed)));
        say(key, booked.is_zero() ? Severity::info : Severity::error, text, "", minus(booked, computed));
    }

    // -- accounts ---------------------------------------------------------------------------------------------------

    void signs() {
        for (const Totals* part : {&closing_, &result_}) {
            for (const auto& [account, amount] : part->value_or(AccountAmounts())) {
                sign(account, amount);
            }
        }
    }

    void sign(const std::string& number, Ore amount) {
        const auto known = by_number_.find(number);
        const bool is_known = known != by_number_.end();
        const auto usual =
            usual_side(number, is_known ? known->second->name : "", is_known ? known->second->type : std::nullopt);
        const bool is_debit = amount > Ore();
        if (!usual || amount.is_zero() || is_debit == (usual->side == AccountSide::debit)) {
            return;
        }
        say(LedgerCheckKey::tecken, usual->is_strict ? Severity::warning : Severity::info,
            fmt::format("{} med {} i {} vid årets slut.", usual->what, kronor(is_debit ? amount : -amount),
                        is_debit ? "debet" : "kredit"),
            number, amount);
    }

    /// Only accounts that are in use: with a balance, or moved by a voucher.
    void names() {
        if (question_.file_before == nullptr) {
            year_.at(LedgerCheckKey::kontonamn).not_applicable = "Föregående års fil är inte inläst.";
            return;
        }
        std::map<std::string, const KnownAccount*, std::less<>> before;
        for (const auto& [id, account] : question_.accounts_before) {
            before.emplace(account.number, &account);
        }
        for (const auto& [number, account] : by_number_) {
            const auto old = before.find(number);
            if (old == before.end() || !is_used(number)) {
                continue;
            }
            const KnownAccount& last = *old->second;
            if (account->is_declared && last.is_declared && plain(account->name) != plain(last.name)) {
                say(LedgerCheckKey::kontonamn, Severity::info,
                    fmt::format("Hette ”{}” föregående år, heter nu ”{}”.", last.name, account->name), number);
            }
            if (account->type && last.type && account->type != last.type) {
                say(LedgerCheckKey::kontonamn, Severity::warning,
                    fmt::format("Hade kontoslag {} (#KTYP) föregående år, har nu {}.", *last.type, *account->type),
                    number);
            }
        }
    }

    [[nodiscard]] bool is_used(const std::string& number) const {
        const auto moved = question_.movements.find(number);
        return (moved != question_.movements.end()) || !amount_in(opening_, number).is_zero() ||
               !amount_in(closing_, number).is_zero() || !amount_in(result_, number).is_zero() ||
               !amount_in(closing_before_, number).is_zero() || !amount_in(result_before_, number).is_zero();
    }

    YearQueries queries_;
    const BalanceQuestion& question_;
    CheckedYear& year_;
    std::map<std::string, const KnownAccount*, std::less<>> by_number_;
    Totals opening_, closing_, result_, closing_before_, result_before_;
    CarefulSum sums_;
};

} // namespace

void check_balances(sqlite::Database& database, const BalanceQuestion& question, CheckedYear& year) {
    BalanceChecks(database, question, year).run();
}

} // namespace finsam
