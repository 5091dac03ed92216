#pragma once
// A trace as text for people: of the command `spara`, and of Visa underlag for a macro.

#include "bridge/report/trace.hpp"

#include <string>
#include <vector>

namespace finsam {

struct TraceContext {
    const Books& books;
    std::vector<TracedCheck> checks;
    bool with_vouchers = true;
};

/// Figures and balances in kronor; figures with the stable sign, balances and vouchers with SIE's (debit +).
[[nodiscard]] std::string trace_as_text(const Trace& trace, const TraceContext& context);

} // namespace finsam
