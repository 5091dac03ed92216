#pragma once
// Förbund of a ledger side by side, and over the years.

#include "bridge/comparison/key_figures.hpp"
#include "bridge/ledger/ledger.hpp"
#include "bridge/report/chart_proposal.hpp"

#include <map>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace finsam {

/// A förbund as a ledger names it.
struct LedgerForbund {
    std::string name;
    std::string organisation_number; ///< digits; "" when no file has it

    /// What asks a ledger for its books.
    [[nodiscard]] const std::string& question() const noexcept {
        return organisation_number.empty() ? name : organisation_number;
    }
};

/// What one fiscal year of a förbund gives.
struct ComparedYear {
    int year = 0;             ///< calendar year in which it ends
    std::string from, to;     ///< ISO; "" of a year that the ledger lacks
    std::string missing = {}; ///< Swedish: why there is no figure at all; else ""
    /// What keeps the figures from being right, by name: accounts that the map lacks or misplaces. They are left out.
    std::vector<std::string> map_faults = {};
    std::vector<std::string> failed_checks = {}; ///< other checks of the year that do not hold; the figures stand
    std::vector<Value> figures = {};             ///< one for each of `key_figures`; nothing where there is no figure
};

struct ComparedForbund {
    LedgerForbund forbund;
    std::string map_name;
    std::string chart_hint = {};     ///< Swedish: the books seem to follow another chart than the map's; else ""
    std::vector<ComparedYear> years; ///< as `Comparison::years`
};

struct Comparison {
    std::vector<int> years; ///< calendar years, the latest first
    std::vector<ComparedForbund> forbund;

    /// Of the förbund that have the figure in the year; nothing when none has. Of an even number the mean of the two in
    /// the middle.
    [[nodiscard]] Value median(std::size_t figure, std::size_t year) const;
    /// Every förbund has figures of every year that its ledger holds, and every check holds.
    [[nodiscard]] bool is_clean() const noexcept;
    /// The ledger has a year of some förbund.
    [[nodiscard]] bool has_books() const noexcept;
};

/// How the accounts of one förbund are read. What is pointed to must outlive the comparison's making.
struct ForbundInputs {
    LedgerForbund forbund;
    std::string map_name;
    const AccountMap* map = nullptr;
    const TypedInput* typed = nullptr;
    std::map<int, const InsatsList*> budgets = {}; ///< by fiscal year; of other years the budget is that of the books
};

/// Every förbund of the ledger by name; `asked`: those that the names or numbers mean. The error also when one of them
/// means none or several.
[[nodiscard]] tl::expected<std::vector<LedgerForbund>, LedgerError>
ledger_forbund(const Ledger& ledger, const std::vector<std::string>& asked);
/// The one förbund that a name or number means.
[[nodiscard]] tl::expected<LedgerForbund, LedgerError> find_forbund(const Ledger& ledger, const std::string& asked);

/// `years` calendar years until `last_year`, or until the latest that a file of any of the förbund is of.
[[nodiscard]] tl::expected<std::vector<int>, LedgerError> comparison_years(const Ledger& ledger,
                                                                           const std::vector<LedgerForbund>& forbund,
                                                                           std::optional<int> last_year, int years);

/// Figures of one förbund: each year's statement is evaluated by itself, with the ledger's earlier years behind it.
[[nodiscard]] tl::expected<ComparedForbund, LedgerError>
compare_forbund(const Ledger& ledger, const Layout& layout, const ForbundInputs& inputs, const std::vector<int>& years);

} // namespace finsam
