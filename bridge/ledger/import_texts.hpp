#pragma once
// Texts that a file says of itself and only an export needs: #PROSA, #FTYP, #FNR, #BKOD, #ADRESS, #TAXAR, and the
// numbers after the first of #ORGNR.

#include "parsers/sie_records.hpp"

#include <cstdint>

namespace finsam {

namespace sqlite {
class Database;
}

/// Errors stick in the database.
void store_import_texts(sqlite::Database& database, std::int64_t import, const sie::FileInfo& info);
/// Fills in the fields of `info` that `store_import_texts` kept.
void load_import_texts(sqlite::Database& database, std::int64_t import, sie::FileInfo& info);

} // namespace finsam
