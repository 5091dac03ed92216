#pragma once
// The SIE 4E export of one example year, with the year before as year -1.

#include "examples/books/budget.hpp"
#include "examples/books/example_year.hpp"

namespace finsam::example {

struct ExampleFile {
    std::string name; ///< "insjoriket-2024.se"
    std::string bytes;
};

/// `budget` is empty for a year without one. The error is a Swedish sentence.
[[nodiscard]] tl::expected<std::string, std::string> sie_export(const ExampleData& data, const ExampleYear& year,
                                                                const ExampleYear& previous,
                                                                const std::vector<BudgetMonth>& budget);

/// The exports of Insjöriket: 2024 and 2023, always the same bytes.
[[nodiscard]] tl::expected<std::vector<ExampleFile>, std::string> insjoriket_files();

} // namespace finsam::example
