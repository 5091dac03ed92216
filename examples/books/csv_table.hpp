#pragma once
// The data files of the examples: UTF-8, `;` between fields, a header line, no quotes.

#include <functional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace finsam::example {

struct CsvLine {
    std::string_view file;
    std::size_t number = 0;
    std::vector<std::string> fields;
};

/// Every line after the header. The error names file and line when a line has another number of fields.
[[nodiscard]] tl::expected<std::vector<CsvLine>, std::string> read_csv(std::string_view file, std::string_view text);

[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);

} // namespace finsam::example
