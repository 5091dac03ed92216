#pragma once
// What `finsam kontrollera --huvudbok` says of a year: JSON for programs, text for people.

#include "bridge/ledger/checks/ledger_check.hpp"

#include <nlohmann/json.hpp>

namespace finsam::command {

/// The object of one year; the user guide lists the fields.
[[nodiscard]] nlohmann::ordered_json ledger_check_json(const CheckedYear& year);

/// Errors and warnings with all that are kept of them, information with the first few.
void print_ledger_check(const CheckedYear& year);

} // namespace finsam::command
