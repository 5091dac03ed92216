#pragma once
// Checks of what the ledger holds of one förbund's year, for an auditor: what is tested, by which rule, and what was
// found, each with the voucher or account concerned. Amounts in öre with SIE's sign: debit +.

#include "parsers/date.hpp"
#include "parsers/diagnostic.hpp"
#include "parsers/ore.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace finsam {

enum class LedgerCheckKey : std::uint8_t {
    lasfel,
    verifikationer_balanserar,
    ib_rorelse_ub,
    saldon_summerar_till_noll,
    ib_ub,
    jamforelsear,
    bokfort_resultat,
    datum_i_aret,
    nummerserier,
    dubbla_nummer,
    dubbla_verifikationer,
    tecken,
    konto_utan_namn,
    kontonamn,
    andrade_verifikationer,
    utan_text,
    jamna_belopp,
    helgdagar,
};
inline constexpr std::size_t ledger_check_count = 18;

/// What a check is about. The same for every year; the user guide has a row for each.
struct LedgerCheckRule {
    LedgerCheckKey key;
    std::string_view name;   ///< stable, in JSON: "ib_ub"
    std::string_view text;   ///< what holds when nothing is found
    std::string_view source; ///< where the rule stands
    std::string_view advice; ///< what to do with a finding
};
[[nodiscard]] const std::array<LedgerCheckRule, ledger_check_count>& ledger_check_rules() noexcept;

/// A voucher by name, and where it stands.
struct VoucherPlace {
    std::string series, number;
    std::optional<Date> day;
    std::string file_name;
    std::uint64_t line = 0; ///< of #VER
};

struct LedgerFinding {
    Severity severity = Severity::info;
    std::string text;                  ///< Swedish, a whole sentence
    std::string account, account_name; ///< "" when it concerns none
    std::optional<VoucherPlace> voucher;
    std::optional<Ore> amount; ///< the difference, balance or posting that the finding is about
};

struct LedgerCheck {
    static constexpr std::size_t most_findings = 100; ///< that are kept; the counts are of all

    explicit LedgerCheck(LedgerCheckKey key) noexcept;
    const LedgerCheckRule* rule;
    std::string not_applicable; ///< why the check cannot be made, "" when it was made
    std::uint64_t errors = 0, warnings = 0, notes = 0;
    std::vector<LedgerFinding> findings;

    void add(LedgerFinding finding);
    [[nodiscard]] std::uint64_t count() const noexcept { return errors + warnings + notes; }
    /// "ej tillämplig", "stämmer", or the worst of what was found: "fel", "varning", "upplysning".
    [[nodiscard]] std::string_view state() const noexcept;
};

/// One förbund's year, checked.
struct CheckedYear {
    std::string company_name, organisation_number;
    Date from, to;
    std::vector<std::string> files;  ///< whose own year it is, the newest first
    std::vector<LedgerCheck> checks; ///< in the order of the rules

    [[nodiscard]] LedgerCheck& at(LedgerCheckKey key) noexcept { return checks[static_cast<std::size_t>(key)]; }
    [[nodiscard]] const LedgerCheck& at(LedgerCheckKey key) const noexcept {
        return checks[static_cast<std::size_t>(key)];
    }
    [[nodiscard]] std::uint64_t errors() const noexcept;
    [[nodiscard]] std::uint64_t warnings() const noexcept;
    [[nodiscard]] std::uint64_t notes() const noexcept;
};

} // namespace finsam
