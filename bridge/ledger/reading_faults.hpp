#pragma once
// What was wrong with a file when it was read into the ledger, perhaps long ago.

#include "bridge/ledger/books.hpp"
#include "parsers/sie_reader.hpp"

#include <string>

namespace finsam {

/// "3 fel, 1 avvisad verifikation"; "" for a file that was read without errors.
[[nodiscard]] std::string reading_faults(const ImportedFile& file);

/// The text of the first error of a reading that was refused.
[[nodiscard]] std::string first_error(const sie::ReadResult& reading);

} // namespace finsam
