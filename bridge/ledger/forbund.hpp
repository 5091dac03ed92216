#pragma once
// Which samordningsförbund a file belongs to, and which one a question is about.

#include "bridge/ledger/ledger_error.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace finsam {

namespace sqlite {
class Database;
}

/// Does a file with this name and number tell whose books it holds?
[[nodiscard]] bool names_forbund(std::string_view name, std::string_view organisation_number);

/// The förbund with this organisation number, else with this name; added when it is new. A förbund known by name alone
/// gets its number from the first file that has one. At least
/// one of them must be there (`names_forbund`): what is absent is never taken to be the same. 0 after an error, which
/// sticks in the database.
[[nodiscard]] std::int64_t find_or_add_forbund(sqlite::Database& database, std::string_view name,
                                               std::string_view organisation_number);

/// The förbund asked for by number, name or a part of the name; without a question the only one.
[[nodiscard]] tl::expected<std::int64_t, LedgerError> choose_forbund(sqlite::Database& database,
                                                                     const std::optional<std::string>& asked);

/// Every förbund, by name.
[[nodiscard]] std::vector<std::int64_t> all_forbund_ids(sqlite::Database& database);

} // namespace finsam
