#pragma once

#include <cstdint>
#include <string>

namespace finsam {

/// Why the ledger could not do it: a Swedish sentence for the user.
struct LedgerError {
    enum class Kind : std::uint8_t {
        cannot_open,
        not_a_ledger,
        newer_version,
        busy,
        disk,
        not_found,
        ambiguous,
        rejected,
        older_version,
        interrupted, ///< an import was cut off, and this connection may not undo it
    };
    Kind kind = Kind::cannot_open;
    std::string text;
};

} // namespace finsam
