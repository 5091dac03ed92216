#pragma once
// What people type: the sheet Indata, and the files --indata (TOML) and --budget (CSV) of the command.

#include "parsers/date.hpp"
#include "parsers/ore.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace finsam {

struct InsatsBudget {
    std::string insats;        ///< code
    std::string name;          ///< "" when not given
    std::optional<Ore> income; ///< income +
    std::optional<Ore> cost;   ///< costs -
    Ore net;                   ///< income + cost
};

/// InputField::key -> what was typed (kronor, number or share), with the sign as typed.
using TypedFigures = std::map<std::string, double, std::less<>>;

struct TypedInput {
    std::string company_name;               ///< "" = as in the books
    std::map<int, TypedFigures> years;      ///< [ar.2024]: the latest fiscal year that ends in that calendar year
    std::map<Date, TypedFigures> year_ends; ///< [ar."2024-06-30"]: the fiscal year that ends that day
    std::vector<InsatsBudget> budget;       ///< empty: the budget of the books counts

    /// [ar.2024] antal_anstallda = 2 ... ; `forbund = "..."`. The error is a Swedish sentence with the line. No figure
    /// is above `largest_amount`.
    [[nodiscard]] static tl::expected<TypedInput, std::string> from_toml(std::string_view toml);
};

/// CSV with `;`: columns insats, benämning (optional), intäkt, kostnad and/or netto in kronor, numbers in any Swedish
/// form. Costs may be typed positive or negative, but not mixed. The error names the line.
[[nodiscard]] tl::expected<std::vector<InsatsBudget>, std::string> read_budget_csv(std::string_view csv);

} // namespace finsam
