#pragma once
// Builders of the single sheets; `build_workbook` calls them in the workbook's order.

#include "templates/builder/look.hpp"
#include "templates/builder/report_plan.hpp"
#include "templates/builder/row_formula.hpp"

namespace finsam::workbook {

struct BuildContext {
    const Layout& layout;
    const ReportPlan& plan;
    const RowFormulas& formulas;
    Workbook& book;
    Look& look;

    Sheet& add_sheet(std::string_view name);
};

void build_start(BuildContext& context);
void build_report_sheet(BuildContext& context, const SheetPlan& plan);
/// The table of insatser: a line for each, what no insats carries, the sum.
void build_insatser(BuildContext& context, Sheet& sheet, const TablePlan& plan);
/// A list by insats: a line for each insats with an amount, and what no insats carries.
void build_insats_list(BuildContext& context, Sheet& sheet, const TablePlan& plan, const Row& list, int first);
/// A line for each member of the list's group.
void build_member_list(BuildContext& context, Sheet& sheet, const TablePlan& plan, const Row& list, int first);
/// The members on Indata: who they are, and where their contributions stand.
void put_members(BuildContext& context, Sheet& sheet);
void build_charts(BuildContext& context);
void build_checks(BuildContext& context);
void build_input(BuildContext& context);
void build_map(BuildContext& context);
void build_balances(BuildContext& context);
void build_objects(BuildContext& context);
void build_vouchers(BuildContext& context);
void build_imports(BuildContext& context);

/// Validation of the input cells that take an amount in kronor; `build_input` defines it.
inline constexpr const char* amount_validation = "Belopp";

/// Title and explanation of a sheet that holds data.
void data_title(BuildContext& context, Sheet& sheet, const std::string& title, const std::string& explanation,
                int columns);

} // namespace finsam::workbook
