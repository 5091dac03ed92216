#pragma once
// The voucher numbers of a year, series by series: left out, used twice, missing.

#include "bridge/ledger/checks/ledger_check.hpp"
#include "bridge/ledger/checks/year_files.hpp"

namespace finsam {

struct SeriesQuestion {
    std::vector<const LiveImport*> files, files_before; ///< the year's own and those of the year before
    bool is_whole_year = false;                         ///< false: batches of vouchers (SIE 4I), which may lack some
};

/// Memory grows with the gaps. A series whose numbers lie far apart is not numbered in a row, and its gaps are
/// information. Errors stick in the database.
void check_number_series(sqlite::Database& database, const SeriesQuestion& question, CheckedYear& year);

} // namespace finsam
