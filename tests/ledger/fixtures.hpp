#pragma once
// SIE texts and ledgers for the tests of this folder. The förbund and its figures are invented.

#include "bridge/ledger/ledger.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <stdlib.h>
#include <string>
#include <string_view>
#include <system_error>

namespace finsam {

/// Opening records of a type 4 file of one calendar year, with the year before declared.
inline std::string head(int year, std::string_view generated, std::string_view company = "Samordningsförbundet Sjön",
                        std::string_view number = "222000-1111") {
    const auto rar = [](int no, int y) {
        const std::string text = std::to_string(y);
        return "#RAR " + std::to_string(no) + " " + text + "0101 " + text + "1231\n";
    };
    return "#FLAGGA 0\n#PROGRAM \"Provbok\" 1.2\n#FORMAT PC8\n#GEN " + std::string(generated) +
           " \"hemligsignatur\"\n#SIETYP 4\n#ORGNR " + std::string(number) + "\n#FNAMN \"" + std::string(company) +
           "\"\n" + rar(0, year) + rar(-1, year - 1);
}

/// Bank, equity, contributions and costs; two insatser in dimension 20, an ansvar in dimension 1.
inline std::string chart() {
    return "#KONTO 1930 \"Bank\"\n#KONTO 2010 \"Eget kapital\"\n#KONTO 3010 \"Bidrag\"\n#KONTO 5010 \"Lokaler\"\n"
           "#KONTO 7010 \"Löner\"\n#DIM 1 \"Ansvar\"\n#DIM 20 \"Insats\"\n#OBJEKT 1 \"100\" \"Kansli\"\n"
           "#OBJEKT 20 \"A\" \"Unga vuxna\"\n#OBJEKT 20 \"B\" \"Steget\"\n";
}

inline Ledger empty_ledger() {
    auto ledger = Ledger::in_memory();
    EXPECT_TRUE(ledger.has_value());
    return std::move(*ledger);
}

/// Imports, and fails the test when the file is not taken.
inline void take(Ledger& ledger, const std::string& sie, std::string_view name = "prov.se") {
    const auto outcome = ledger.import_bytes(sie, name);
    ASSERT_TRUE(outcome.has_value()) << outcome.error().text;
    std::string said;
    for (const auto& diagnostic : outcome->reading.diagnostics) {
        said += diagnostic.text + "\n";
    }
    ASSERT_EQ(outcome->kind, ImportOutcome::Kind::imported) << said;
}

inline Books books_of(const Ledger& ledger, BooksQuery query = {}) {
    auto books = ledger.books(query);
    EXPECT_TRUE(books.has_value()) << books.error().text;
    return books ? std::move(*books) : Books();
}

/// Books of one file.
inline Books books_of(const std::string& sie, BooksQuery query = {}) {
    Ledger ledger = empty_ledger();
    take(ledger, sie);
    return books_of(ledger, std::move(query));
}

constexpr Ore kr(std::int64_t kronor) noexcept {
    return Ore::from_kronor(kronor);
}

/// The amount of an object and account; zero when there is no such row.
inline Ore amount_of(const std::vector<ObjectAmount>& rows, std::string_view object, std::string_view account) {
    Ore sum;
    for (const auto& row : rows) {
        sum += row.object == object && row.account == account ? row.amount : Ore();
    }
    return sum;
}

inline std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A folder that is gone with the test.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "finsam-ledger-XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::permissions(path_, std::filesystem::perms::owner_all, ignored);
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace finsam
