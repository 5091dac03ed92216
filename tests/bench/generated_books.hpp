#pragma once
// Invented books of any size for the benchmarks: the same bytes for the same size, every time. No person's data.

#include <cstdint>
#include <ostream>

namespace finsam::bench {

struct BooksWritten {
    std::uint64_t vouchers = 0;
    std::uint64_t transactions = 0;
    std::uint64_t bytes = 0; ///< of the SIE file
};

/// Writes a SIE 4E file of at least `bytes` bytes, less than one voucher longer, and the same #TRANS rows as CSV for
/// the import of the sqlite3 shell. The file is in code page 437 with #KSUMMA; every #TRANS has an object list, every
/// voucher sums to zero, and #IB + vouchers = #UB or #RES. The CSV is UTF-8 with a heading line:
/// serie,nummer,konto,kostnadsstalle,projekt,belopp,datum,text.
BooksWritten write_books(std::ostream& sie, std::ostream& csv, std::uint64_t bytes);

} // namespace finsam::bench
