#pragma once
// One SIE file as it stands, for whoever shows it: everything but the vouchers, which are counted and of which there
// may be very many. A second reading then hands out the vouchers, knowing what there is to make room for. Names of
// persons (objects of the dimension `anställd` and of its divisions) are left out, as in the ledger.

#include "parsers/sie_file.hpp"
#include "parsers/sie_reconciliation.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace finsam {

struct AccountFacts {
    std::string name;
    char type = ' '; ///< of #KTYP, ' ' when the file does not say
    std::string unit, sru;
    std::optional<Ore> moved = Ore(); ///< sum of its #TRANS; nothing when 64 bits cannot hold it
    std::uint64_t rows = 0;           ///< #TRANS
};

struct DimensionFacts {
    std::string number, name, parent;
    bool in_rows = false, in_balances = false;
};

struct ObjectFacts {
    std::string dimension, code, name;
    std::uint64_t rows = 0; ///< #TRANS with it
};

/// Counts of vouchers, and which of their optional fields any has.
struct VoucherFacts {
    std::uint64_t vouchers = 0, rows = 0;
    std::uint64_t history_rows = 0;
    std::uint64_t refused = 0, refused_rows = 0;
    bool has_registered = false, has_row_text = false, has_row_date = false, has_quantity = false;
};

struct SieSurvey {
    sie::ReadResult result;
    std::vector<sie::FiscalYear> years;                        ///< this year first
    std::map<std::string, AccountFacts, std::less<>> accounts; ///< declared or used
    std::vector<DimensionFacts> dimensions;                    ///< declared or used, by number
    std::vector<ObjectFacts> objects;                          ///< declared or used, by dimension and code
    std::vector<sie::Balance> balances;                        ///< in the file's order
    VoucherFacts vouchers;
    sie::Reconciliation reconciliation;

    [[nodiscard]] std::uint64_t count(Severity severity) const noexcept;
};

/// Called now and then while the vouchers are read, with the line; what it throws ends the reading and passes on.
using ReadingProgress = std::function<void(std::uint64_t line)>;

/// Reads the file through. Its diagnostics also tell what does not tie. A signature is not checked.
[[nodiscard]] SieSurvey survey_sie(std::string_view bytes, const ReadingProgress& progress = {});

} // namespace finsam
