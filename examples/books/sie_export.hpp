#pragma once
// The SIE 4E export of one example year, with the year before as year -1.

#include "examples/books/budget.hpp"
#include "examples/books/example_year.hpp"

namespace finsam::example {

struct ExampleFile {
    std::string name; ///< "insjoriket-2024.se"
    std::string bytes;
};

/// What the head of a file says of the förbund and its chart.
struct ExampleIdentity {
    std::string name;
    std::string chart;                                           ///< #KPTYP, "" when SIE has no word for it
    std::string financial_income;                                ///< first digits of its accounts: 83 in BAS
    std::vector<std::pair<std::string, std::string>> dimensions; ///< number, name
    std::string invented = "verifikationer, konton och insatser är påhittade."; ///< end of the sentence in #PROSA
};

/// `budget` is empty for a year without one; without `previous` the file has its own year alone. The error is a Swedish
/// sentence.
[[nodiscard]] tl::expected<std::string, std::string> sie_export(const ExampleIdentity& identity,
                                                                const ExampleData& data, const ExampleYear& year,
                                                                const ExampleYear* previous,
                                                                const std::vector<BudgetMonth>& budget);

/// The exports of Insjöriket: 2024 and 2023, always the same bytes.
[[nodiscard]] tl::expected<std::vector<ExampleFile>, std::string> insjoriket_files();

} // namespace finsam::example
