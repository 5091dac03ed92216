#pragma once
// What `finsam kontrollera` says of a file: JSON for programs, text for people.

#include "bridge/command/checked_file.hpp"

#include <nlohmann/json.hpp>

namespace finsam::command {

/// The object of one file; the user guide lists the fields.
[[nodiscard]] nlohmann::ordered_json check_json(const CheckedFile& file);

/// Diagnostics on stderr, those that are alike as one line; the rest on stdout.
void print_check(const CheckedFile& file);

} // namespace finsam::command
