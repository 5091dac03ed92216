#pragma once
// A trace as text for people and as JSON for programs.

#include "bridge/report/trace.hpp"

#include <string>
#include <vector>

namespace finsam::command {

struct TraceContext {
    const Books& books;
    std::vector<TracedCheck> checks;
    bool with_vouchers = true;
};

/// Figures and balances in kronor; figures with the stable sign, balances and vouchers with SIE's (debit +).
[[nodiscard]] std::string trace_as_text(const Trace& trace, const TraceContext& context);
/// {"tabell","rad","text","kolumn","tecken","varde","regel","kalla","delar":[...],"konton":[{"konto","namn","saldo",
/// "belopp","ingaende","insats","karta","verifikationer":[{"serie","nummer","datum","text","belopp","fil","rad"}],
/// "ej_i_verifikationer"}]}; at the top also "kontroller" and "filer" with their SHA-256.
[[nodiscard]] std::string trace_as_json(const Trace& trace, const TraceContext& context);

} // namespace finsam::command
