#pragma once
// What people type: the sheet Indata, and the files --indata (TOML) and --budget (CSV) of the command.

#include "bridge/report/members.hpp"
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

/// A line of the insats list that people type, whether or not they type a budget with it.
struct InsatsInfo {
    std::string code;  ///< or the key of a row of accounts in the table of insatser, for its budget
    std::string name;  ///< "" when not given
    std::string area;  ///< område: its insatser have a subtotal or a table of their own; "" stands by itself
    std::string label; ///< etikett: in notes, insatser with the same label are one line
    std::string part;  ///< varav: text of a line of some of its costs, "" when none is wanted
    std::optional<Ore> forecast{};    ///< prognos: the net of the whole year that a delårsrapport expects
    std::optional<Ore> last_budget{}; ///< budget året före: net, of the year before the planned one; else #PBUDGET
};

/// The file --budget: the insats list, and the budget when the file has amounts.
struct InsatsList {
    std::vector<InsatsInfo> insatser;
    std::vector<InsatsBudget> budget;
};

/// InputField::key -> what was typed (kronor, number or share), with the sign as typed.
using TypedFigures = std::map<std::string, double, std::less<>>;

/// Lines of a table of slag texter, each with a text for every column.
using TypedTexts = std::vector<std::vector<std::string>>;

struct TypedInput {
    std::string company_name;               ///< "" = as in the books
    std::map<int, TypedFigures> years;      ///< [ar.2024]: the latest fiscal year that ends in that calendar year
    std::map<Date, TypedFigures> year_ends; ///< [ar."2024-06-30"]: the fiscal year that ends that day
    std::map<std::string, TypedTexts, std::less<>> texts; ///< [tabell] mal = [["Mål", "Utfall", "Uppfyllt"]]
    std::vector<InsatsInfo> insatser; ///< in the förbund's order; empty: the books' insatser by code
    std::vector<Member> members;      ///< in print order
    std::vector<InsatsBudget> budget; ///< empty: the budget of the books counts

    /// [ar.2024] antal_anstallda = 2 ... ; [[medlem]], see members.hpp; `forbund = "..."`. The error is a Swedish
    /// sentence with the line. No figure is above `largest_amount`.
    [[nodiscard]] static tl::expected<TypedInput, std::string> from_toml(std::string_view toml);
};

/// CSV with `;`: columns insats, benämning, område, etikett, varav, prognos, "budget året före" (all but the first
/// optional), and intäkt, kostnad and/or netto in kronor, numbers in any Swedish form. Without columns of amounts it is
/// an insats list alone. Costs may be typed positive or negative, but not mixed. The error names the line.
[[nodiscard]] tl::expected<InsatsList, std::string> read_budget_csv(std::string_view csv);

} // namespace finsam
