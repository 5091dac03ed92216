#pragma once
// Fields that several sections of a layout have.

#include "bridge/report/layout.hpp"
#include "bridge/report/toml_fields.hpp"

namespace finsam {

/// "-balansrakning.kassa_bank@-1": sign, table, row, year. Nothing when it is not of that form.
[[nodiscard]] std::optional<Term> parse_term(std::string_view text);
[[nodiscard]] std::vector<Term> read_terms(TomlFields& fields, std::string_view key);

/// `enhet` and `decimaler`; what is not given is `otherwise`. A new unit begins with its own usual decimals.
[[nodiscard]] AmountForm read_form(TomlFields& fields, AmountForm otherwise);

/// 1 or -1.
[[nodiscard]] int read_sign(TomlFields& fields, std::string_view key, int otherwise);

/// The workbook's own sheets, and what Calc and Excel allow in a sheet's name.
void check_sheet_name(std::string_view name, TomlFields& fields);

} // namespace finsam
