// The books that the benchmarks read must be books: nothing to remark on, and figures that tie.

#include "parsers/sie_document.hpp"
#include "tests/bench/generated_books.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <sstream>

namespace finsam::bench {
namespace {

struct Books {
    std::ostringstream sie, csv;
    BooksWritten written;
    explicit Books(std::uint64_t bytes) { written = write_books(sie, csv, bytes); }
};

TEST(GeneratedBooks, AreReadWithoutARemark) {
    const Books books(300'000);
    const std::string bytes = books.sie.str();
    const sie::Document document = sie::read_document(std::string_view(bytes));
    for (const Diagnostic& d : document.result.diagnostics) {
        ADD_FAILURE() << d.line << ": " << d.text;
    }
    EXPECT_TRUE(document.result.accepted);
    EXPECT_EQ(document.result.ksumma, KsummaState::correct);
    EXPECT_EQ(document.result.encoding, TextEncoding::cp437);
    EXPECT_EQ(document.result.info.company_name, "Samordningsförbundet Påhittat");
    EXPECT_EQ(document.result.counts.at("TRANS").read, books.written.transactions);
    EXPECT_EQ(document.result.counts.at("VER").read, books.written.vouchers);
    const sie::Reconciliation tied = sie::reconcile(document);
    EXPECT_TRUE(tied.opening_sum.is_zero());
    EXPECT_TRUE(tied.closing_and_result_sum.is_zero());
    EXPECT_TRUE(tied.deviating_accounts.empty());
}

TEST(GeneratedBooks, HaveTheWantedSizeAndTheSameRowsAsCsv) {
    const Books books(300'000);
    EXPECT_EQ(books.written.bytes, books.sie.str().size());
    EXPECT_NEAR(static_cast<double>(books.written.bytes), 300'000, 5'000);
    const std::string csv = books.csv.str();
    const auto lines = std::count(csv.begin(), csv.end(), '\n');
    EXPECT_EQ(static_cast<std::uint64_t>(lines), books.written.transactions + 1);
    EXPECT_EQ(std::count(csv.begin(), csv.end(), ','), 7 * lines);
}

TEST(GeneratedBooks, AreTheSameBytesEveryTime) {
    EXPECT_EQ(Books(100'000).sie.str(), Books(100'000).sie.str());
}

} // namespace
} // namespace finsam::bench
