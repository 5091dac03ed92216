#pragma once
// What each förbund of a comparison is read with: its account map, typed figures and budgets; a TOML file.

#include <map>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace finsam {

struct ForbundMap {
    std::string forbund;                     ///< name or organisation number
    std::string map;                         ///< name of a map that comes with the program, or a CSV file
    std::string input;                       ///< TOML file of what the förbund types (--indata); "" for none
    std::map<int, std::string> budgets = {}; ///< CSV file (--budget) of a fiscal year
};

/// [[forbund]] forbund = "222000-1111", karta = "bas", indata = "sjon.toml", budget = { 2024 = "sjon.csv" }.
/// The error is a Swedish sentence with the line.
[[nodiscard]] tl::expected<std::vector<ForbundMap>, std::string> read_forbund_maps(std::string_view toml);

} // namespace finsam
