#include "bridge/command/checked_file.hpp"
#include "bridge/command/console.hpp"
#include "bridge/command/ledger_check_output.hpp"
#include "parsers/swedish_count.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace finsam::command {
namespace {

constexpr std::size_t findings_shown = 20; ///< of errors and warnings
constexpr std::size_t notes_shown = 3;     ///< of information

std::string place_text(const LedgerFinding& finding) {
    std::string text;
    if (!finding.account.empty()) {
        text += finding.account_name.empty() ? finding.account
                                             : fmt::format("{} {}", finding.account, finding.account_name);
    }
    if (finding.voucher) {
        const VoucherPlace& place = *finding.voucher;
        text = fmt::format("{}, {} ({} rad {}){}{}", voucher_name(place.series, place.number),
                           place.day ? to_iso(*place.day) : "utan datum", place.file_name, place.line,
                           text.empty() ? "" : ", konto ", text);
    }
    return text;
}

void print_finding(const LedgerFinding& finding) {
    const std::string place = place_text(finding);
    say("      {}{}{}\n", place, place.empty() ? "" : ": ", finding.text);
}

/// The kinds of findings and how many: "1 fel, 2 varningar, 3 upplysningar".
std::string counts_text(std::uint64_t errors, std::uint64_t warnings, std::uint64_t notes) {
    return fmt::format("{}, {}, {}", counted(errors, "fel", "fel"), counted(warnings, "varning", "varningar"),
                       counted(notes, "upplysning", "upplysningar"));
}

void print_check(const LedgerCheck& check) {
    say("  {:<13} {}{}\n", check.state(), check.rule->text,
        check.state() == "ej tillämplig" ? fmt::format(" – {}", check.not_applicable) : "");
    if (check.count() == 0) {
        return;
    }
    say("    Regel: {}{} Åtgärd: {}\n", check.rule->source, check.rule->source.ends_with('.') ? "" : ".",
        check.rule->advice);
    std::size_t shown = 0, notes = 0;
    for (const LedgerFinding& finding : check.findings) {
        const bool is_note = finding.severity == Severity::info;
        if (is_note ? notes == notes_shown : shown == findings_shown) {
            continue;
        }
        print_finding(finding);
        (is_note ? notes : shown) += 1;
    }
    if (const std::uint64_t more = check.count() - shown - notes; more > 0) {
        say("      … och {} till{}\n", more,
            check.count() > LedgerCheck::most_findings
                ? fmt::format("; de {} första finns med --json", LedgerCheck::most_findings)
                : "; alla finns med --json");
    }
}

} // namespace

void print_ledger_check(const CheckedYear& year) {
    say("{} {}, {}–{}: {}\n  Filer: {}\n", year.company_name, year.organisation_number, to_iso(year.from),
        to_iso(year.to), counts_text(year.errors(), year.warnings(), year.notes()),
        year.files.empty() ? "inga egna" : fmt::format("{}", fmt::join(year.files, ", ")));
    for (const LedgerCheck& check : year.checks) {
        print_check(check);
    }
}

} // namespace finsam::command
