#pragma once
// A trace as JSON for programs.

#include "bridge/report/trace_text.hpp"

#include <string>

namespace finsam::command {

/// {"tabell","rad","text","kolumn","tecken","varde","regel","kalla","delar":[...],"konton":[{"konto","namn","saldo",
/// "belopp","ingaende","insats","karta","verifikationer":[{"serie","nummer","datum","text","belopp","fil","rad"}],
/// "ej_i_verifikationer"}]}; at the top also "kontroller" and "filer" with their SHA-256.
[[nodiscard]] std::string trace_as_json(const Trace& trace, const TraceContext& context);

} // namespace finsam::command
