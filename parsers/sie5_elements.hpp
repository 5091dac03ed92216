#pragma once
// The elements of SIE 5 (sie5.xsd) and which stands in which.

#include <cstdint>
#include <string_view>

namespace finsam::sie {

enum class Sie5Element : std::uint8_t {
    document, ///< what the root stands in
    sie,
    sie_entry,
    file_info,
    software_product,
    file_creation,
    company,
    fiscal_years,
    fiscal_year,
    accounting_currency,
    accounts,
    account,
    opening_balance,
    closing_balance,
    budget,
    object_reference,
    dimensions,
    dimension,
    object,
    journal,
    journal_entry,
    entry_info,
    original_entry_info,
    ledger_entry,
    row_entry_info,
    overstrike,
    unused_section, ///< counted with what it holds, and not used
    unused,         ///< known, nothing of it is used
    unknown,
};

/// What a name means inside a parent; `unknown` when it has no place there.
[[nodiscard]] Sie5Element sie5_element(Sie5Element parent, std::string_view name) noexcept;

/// The Swedish name, in the plural, of what an unused section holds: "kunder"; "" when it is no such item.
[[nodiscard]] std::string_view unused_items(std::string_view element) noexcept;

} // namespace finsam::sie
