#pragma once
// Which förbund `finsam jamfor` compares, over which years and with which account maps.

#include "bridge/command/console.hpp"
#include "bridge/comparison/comparison.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace finsam::command {

class Arguments;

/// As typed on the command line.
struct CompareOptions {
    std::string ledger;
    std::optional<int> last_year;
    int years = 6;
    std::vector<std::string> forbund;  ///< none: all of the ledger
    std::string chart;                 ///< --kontoplan: "" when none was chosen
    std::string map = "kommun-bas";    ///< of förbund that have no map of their own
    std::vector<std::string> own_maps; ///< --karta-for: "222000-1111=bas"
    std::vector<std::string> budgets;  ///< --budget-for: "222000-1111 2024=budget.csv"
    std::string maps_file;             ///< --kartor: see forbund_maps.hpp

    /// The account map of förbund without their own: of the chosen chart, else as `map` says.
    [[nodiscard]] const std::string& map_name() const { return chart.empty() ? map : chart; }
    void add_to(Arguments& command);
    /// Every file that is named here.
    [[nodiscard]] std::vector<std::filesystem::path> files() const;
};

/// Reads it all; complains on stderr. Nothing when no comparison can be made.
[[nodiscard]] std::optional<Comparison> load_comparison(const CompareOptions& options);

} // namespace finsam::command
