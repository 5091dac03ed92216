#include "parsers/sie5_elements.hpp"

#include <algorithm>
#include <array>

namespace finsam::sie {
namespace {

using enum Sie5Element;

struct Rule {
    Sie5Element parent;
    std::string_view name;
    Sie5Element element;
};

/// `sie` stands for both roots.
constexpr Rule rules[] = {
    {document, "Sie", sie},
    {document, "SieEntry", sie_entry},
    {sie, "FileInfo", file_info},
    {file_info, "SoftwareProduct", software_product},
    {file_info, "FileCreation", file_creation},
    {file_info, "Company", company},
    {file_info, "FiscalYears", fiscal_years},
    {fiscal_years, "FiscalYear", fiscal_year},
    {file_info, "AccountingCurrency", accounting_currency},
    {sie, "Accounts", accounts},
    {accounts, "Account", account},
    {account, "OpeningBalance", opening_balance},
    {account, "OpeningBalanceMultidim", opening_balance},
    {account, "ClosingBalance", closing_balance},
    {account, "ClosingBalanceMultidim", closing_balance},
    {account, "Budget", budget},
    {account, "BudgetMultidim", budget},
    {opening_balance, "ObjectReference", object_reference},
    {closing_balance, "ObjectReference", object_reference},
    {budget, "ObjectReference", object_reference},
    {opening_balance, "ForeignCurrencyAmount", unused},
    {closing_balance, "ForeignCurrencyAmount", unused},
    {sie, "Dimensions", dimensions},
    {dimensions, "Dimension", dimension},
    {dimension, "Object", object},
    {sie, "CustomerInvoices", unused_section},
    {sie, "SupplierInvoices", unused_section},
    {sie, "FixedAssets", unused_section},
    {sie, "GeneralSubdividedAccount", unused_section},
    {sie, "Customers", unused_section},
    {sie, "Suppliers", unused_section},
    {sie, "AccountAggregations", unused_section},
    {sie, "Documents", unused_section},
    {sie, "Journal", journal},
    {journal, "JournalEntry", journal_entry},
    {journal_entry, "LedgerEntry", ledger_entry},
    {ledger_entry, "ObjectReference", object_reference},
    {ledger_entry, "EntryInfo", row_entry_info},
    {ledger_entry, "Overstrike", overstrike},
    {ledger_entry, "ForeignCurrencyAmount", unused},
    {ledger_entry, "SubdividedAccountObjectReference", unused},
    {ledger_entry, "LockingInfo", unused},
    {journal_entry, "EntryInfo", entry_info},
    {journal_entry, "OriginalEntryInfo", original_entry_info},
    {journal_entry, "LockingInfo", unused},
    {journal_entry, "VoucherReference", unused},
    {journal_entry, "CorrectedBy", unused},
};

struct Items {
    std::string_view element, plural;
};

constexpr Items items[] = {
    {"CustomerInvoice", "kundfakturor"},
    {"SupplierInvoice", "leverantörsfakturor"},
    {"FixedAsset", "inventarier"},
    {"GeneralObject", "poster i övriga reskontror"},
    {"Customer", "kunder"},
    {"Supplier", "leverantörer"},
    {"AccountAggregation", "kontosammanställningar"},
    {"EmbeddedFile", "inbäddade dokument"},
    {"FileReference", "hänvisningar till dokument"},
};

} // namespace

Sie5Element sie5_element(Sie5Element parent, std::string_view name) noexcept {
    const Sie5Element place = parent == sie_entry ? sie : parent;
    const auto* found = std::find_if(std::begin(rules), std::end(rules),
                                     [&](const Rule& rule) { return rule.parent == place && rule.name == name; });
    return found == std::end(rules) ? unknown : found->element;
}

std::string_view unused_items(std::string_view element) noexcept {
    const auto* found =
        std::find_if(std::begin(items), std::end(items), [&](const Items& item) { return item.element == element; });
    return found == std::end(items) ? std::string_view() : found->plural;
}

} // namespace finsam::sie
