#pragma once
// Which books, map, layout and typed figures a report is made of: the options that `rapport` and `arbetsbok` share.

#include "bridge/command/console.hpp"
#include "bridge/ledger/ledger.hpp"
#include "bridge/report/chart_proposal.hpp"
#include "bridge/report/statement.hpp"
#include "bridge/workbook/report_inputs.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace finsam::command {

class Arguments;

/// As typed on the command line.
struct SourceOptions {
    std::string ledger;
    std::vector<std::string> sie_files;
    std::optional<int> year;
    std::optional<std::string> company;
    std::optional<std::string> dimension;
    std::string chart; ///< --kontoplan: "" when none was chosen
    std::string map = "kommun-bas";
    std::string layout = "kr";
    std::string budget;
    std::string input;
    std::string period_end;         ///< --delar: "" when no delårsrapport is made
    std::optional<int> plan_year;   ///< --budgetplan
    std::string credit = "positiv"; ///< --tecken: "positiv" or "negativ"
    LayoutChoice choice;            ///< --enhet, --tabeller, --utan

    /// +1, or -1 when equity and liabilities are printed negative.
    [[nodiscard]] int credit_sign() const { return credit == "negativ" ? -1 : 1; }
    /// `load_report_source` refuses a --delar that is no day.
    [[nodiscard]] DocumentChoice document() const { return {parse_iso_date(period_end), plan_year}; }
    /// The account map: of the chosen chart, else as `map` says.
    [[nodiscard]] const std::string& map_name() const { return chart.empty() ? map : chart; }
    /// Every file that is read.
    [[nodiscard]] std::vector<std::filesystem::path> files() const;
    void add_to(Arguments& command);

private:
    void add_choice_to(Arguments& command);
};

/// --karta and --kontoplan, of which one may be given, with their help.
void add_map_options(Arguments& command, std::string& map, std::string& chart, const std::string& of_map,
                     const std::string& of_chart);

/// Everything that `evaluate` needs, and what reading the SIE files had to say.
struct ReportSource {
    ReportTexts texts;
    ReportInputs inputs;
    Books books;
    std::optional<ChartProposal> chart; ///< what the account names say
    bool reading_errors = false;        ///< a SIE file that was read has diagnostics of severity error

    [[nodiscard]] Report evaluate() const { return finsam::evaluate(inputs.layout, inputs.map, books, inputs.typed); }
};

/// Reads it all; complains on stderr. Nothing when no report can be made. SIE files go into `scratch_ledger`, or into
/// memory when it is empty. The result is on the heap: a report points into its layout and books.
/// A statement needs no vouchers, however many they are.
enum class Vouchers : std::uint8_t { without, with };
[[nodiscard]] std::unique_ptr<ReportSource>
load_report_source(const SourceOptions& options, const std::filesystem::path& scratch_ledger, Vouchers vouchers);

/// Complains about each account with a balance that the map does not take.
void complain_of_unmapped(const Report& report, const Books& books, const std::string& map_name);

} // namespace finsam::command
