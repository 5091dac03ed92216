#pragma once
// What `finsam kontrollera` knows of one SIE file when it has been read through. The records themselves are not kept.

#include "parsers/sie_history.hpp"
#include "parsers/sie_reconciliation.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace finsam::command {

/// A voucher that was left out, by name.
struct RefusedName {
    std::string series, number;
    std::uint64_t line = 0;
    DiagnosticCode why = DiagnosticCode::verifikation_avvisad;
    Ore difference; ///< when unbalanced
};

/// A row of a voucher's history. No texts, no signatures.
struct ChangedRow {
    sie::HistoryFate fate = sie::HistoryFate::struck;
    std::string account;
    std::vector<sie::ObjectRef> objects;
    Ore amount; ///< debit +; never part of a sum
    std::uint64_t line = 0;
};

struct ChangedVoucher {
    std::string series, number;
    std::uint64_t line = 0;
    std::vector<ChangedRow> rows;
};

/// Only the first of a long list are kept; the counts are of all.
template <class Item>
struct Listed {
    static constexpr std::uint64_t most = 10'000;
    std::vector<Item> items;
    std::uint64_t count = 0;

    void add(Item item) {
        if (++count <= most) {
            items.push_back(std::move(item));
        }
    }
};

struct CheckedFile {
    std::string path;
    sie::ReadResult result;
    std::vector<sie::FiscalYear> years;
    sie::Reconciliation reconciliation;
    Listed<RefusedName> refused;
    Listed<ChangedVoucher> changed;

    /// The file as a whole is no SIE file that can be read.
    [[nodiscard]] bool unreadable() const noexcept;
};

/// Reads the file through and adds a warning for each account that does not tie, unless the file is refused.
[[nodiscard]] CheckedFile check_file(const std::filesystem::path& path);

/// "A 12".
[[nodiscard]] std::string voucher_name(const std::string& series, const std::string& number);

} // namespace finsam::command
