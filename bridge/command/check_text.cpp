#include "bridge/command/check_output.hpp"
#include "bridge/command/console.hpp"
#include "bridge/ledger/forbund.hpp"
#include "parsers/swedish_count.hpp"
#include "parsers/swedish_format.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam::command {
namespace {

constexpr std::size_t vouchers_shown = 20; ///< of those whose rows were changed
constexpr std::size_t gaps_shown = 5;

std::string amount(Ore value) {
    return format_amount(value, Unit::ore);
}

std::string counts_text(const sie::ReadResult& result) {
    std::string text;
    for (const auto& [label, count] : result.counts) {
        const bool is_label = result.info.sie_type != 5; // SIE 5 has elements
        text += fmt::format("{}{} {}{}", text.empty() ? "" : ", ", count.read, is_label ? "#" : "", label);
        if (count.refused > 0) {
            text += fmt::format(" ({})", counted(count.refused, "avvisad", "avvisade"));
        }
    }
    return text;
}

/// Whether the file can go into a ledger.
std::string verdict(const CheckedFile& file) {
    if (!file.result.accepted) {
        return "Filen kan inte användas.";
    }
    const auto is_current = [](const sie::FiscalYear& year) { return year.number == 0; };
    if (std::ranges::none_of(file.years, is_current)) {
        return "Filen anger inget räkenskapsår (#RAR 0) och kan inte läsas in i en huvudbok. Exportera om den som SIE "
               "4E.";
    }
    if (!names_forbund(file.result.info.company_name, file.result.info.organisation_number)) {
        return "Filen anger varken förbundets namn eller dess organisationsnummer och kan inte läsas in i en huvudbok. "
               "Ange dem i ekonomisystemet och exportera om.";
    }
    std::uint64_t refused = 0;
    for (const auto& [label, count] : file.result.counts) {
        refused += count.refused;
    }
    if (refused > 0) {
        return fmt::format("Filen kan användas, men {} lästes inte.", counted(refused, "post", "poster"));
    }
    return file.result.has_errors() ? "Filen kan användas, men har fel (se ovan)." : "Filen kan användas.";
}

std::string series_text(const sie::SeriesState& state) {
    std::string text = state.series.empty() ? "Utan serie" : fmt::format("Serie {}", state.series);
    text += ": " + counted(state.vouchers, "verifikation", "verifikationer");
    if (state.first) {
        text += fmt::format(", nummer {}–{}", *state.first, *state.last);
    }
    if (state.missing > 0) {
        std::string gaps;
        for (std::size_t i = 0; i < std::min(gaps_shown, state.gaps.size()); ++i) {
            const auto [first, last] = state.gaps[i];
            gaps += (gaps.empty() ? "" : ", ") +
                    (first == last ? fmt::format("{}", first) : fmt::format("{}–{}", first, last));
        }
        text +=
            fmt::format("; {} nummer saknas ({}{})", state.missing, gaps, state.gaps.size() > gaps_shown ? " …" : "");
    } else if (state.first) {
        text += ", inga luckor";
    }
    if (state.duplicates > 0) {
        text += fmt::format("; {} med nummer som redan finns", state.duplicates);
    }
    if (!state.other_numbers.empty()) {
        text += fmt::format("; andra nummer: {}{}",
                            fmt::join(state.other_numbers.begin(),
                                      state.other_numbers.begin() +
                                          static_cast<std::ptrdiff_t>(std::min(gaps_shown, state.other_numbers.size())),
                                      ", "),
                            state.other_numbers.size() > gaps_shown ? " …" : "");
    }
    if (state.unnumbered > 0) {
        text += fmt::format("; {} utan nummer", state.unnumbered);
    }
    return text;
}

void print_reconciliation(const sie::Reconciliation& sums) {
    say("  Avstämning: IB summerar till {}, UB + RES till {}; obalanserade verifikationer: {}\n",
        amount(sums.opening_sum), amount(sums.closing_and_result_sum), sums.unbalanced_vouchers);
    say("    Konton: {}, varav avvikande mot UB eller RES: {}\n", sums.accounts, sums.deviating_accounts.size());
    if (const auto lacking = sums.accounts_without_balance.size(); lacking > 0) {
        say("    Konton som verifikationer har ändrat men som saknar både UB och RES: {}\n", lacking);
    }
    if (sums.accounts_by_period > 0) {
        say("    Konton med periodsaldon: {}, varav avvikande: {}\n", sums.accounts_by_period,
            sums.accounts_deviating_by_period.size());
    }
    if (const auto lacking = sums.accounts_without_changes.size(); lacking > 0) {
        say("    Konton som verifikationer har ändrat men som saknar periodsaldon: {}\n", lacking);
    }
    if (sums.objects > 0) {
        const auto of_object = [](const sie::Deviation& item) { return !item.objects.empty(); };
        say("    Saldon per objekt: {}, {}\n", sums.objects,
            sums.objects_unjudged ? "för många kombinationer för att stämma av"
                                  : fmt::format("avvikelser: {}", std::ranges::count_if(sums.deviations, of_object)));
    }
    for (const sie::SeriesState& state : sums.series) {
        say("    {}\n", series_text(state));
    }
    if (sums.vouchers_outside_year > 0) {
        say("    Verifikationer med datum utanför räkenskapsåret: {} (datum i filen: {}–{})\n",
            sums.vouchers_outside_year, to_iso(*sums.first_date), to_iso(*sums.last_date));
    }
}

void print_changes(const Listed<ChangedVoucher>& changed) {
    if (changed.count == 0) {
        return;
    }
    say("  Ändrade verifikationer: {} (historik, räknas aldrig in i något saldo)\n", changed.count);
    for (std::size_t i = 0; i < std::min(vouchers_shown, changed.items.size()); ++i) {
        const ChangedVoucher& voucher = changed.items[i];
        std::string rows;
        for (const ChangedRow& row : voucher.rows) {
            rows += fmt::format("{}{} {} {}", rows.empty() ? "" : "; ", swedish_name(row.fate), row.account,
                                amount(row.amount));
        }
        say("    {} (rad {}): {}\n", voucher_name(voucher.series, voucher.number), voucher.line, rows);
    }
    if (changed.count > vouchers_shown) {
        say("    … och {} till; alla finns med --json\n", changed.count - vouchers_shown);
    }
}

} // namespace

void print_check(const CheckedFile& file) {
    const sie::ReadResult& result = file.result;
    print_diagnostics(file.path, result.diagnostics);
    if (file.unreadable()) {
        return;
    }
    const bool is_sie5 = result.info.sie_type == 5;
    say("{}\n  SIE typ {}, {}, {}: {}\n  Program: {} {}\n  Företag: {}\n", file.path, result.info.sie_type,
        swedish_name(result.encoding), is_sie5 ? "signatur" : "#KSUMMA",
        is_sie5 ? swedish_name(result.signature) : swedish_name(result.ksumma), result.info.program,
        result.info.program_version, result.info.company_name);
    for (const sie::FiscalYear& year : file.years) {
        say("  Räkenskapsår {}: {}–{}\n", year.number, to_iso(year.from), to_iso(year.to));
    }
    say("  Poster: {}\n", counts_text(result));
    print_reconciliation(file.reconciliation);
    print_changes(file.changed);
    say("  {}\n", verdict(file));
}

} // namespace finsam::command
