#include "templates/builder/sie_book.hpp"

#include "templates/builder/data_columns.hpp"
#include "templates/builder/look.hpp"
#include "templates/builder/sie_book_sheets.hpp"

#include <algorithm>

namespace finsam::workbook {
namespace {

/// More dimensions than this in vouchers are no bookkeeping; their objects share a column.
constexpr std::size_t most_dimension_columns = 20;

VoucherColumns voucher_columns(const SieSurvey& survey) {
    VoucherColumns columns;
    for (const DimensionFacts& dimension : survey.dimensions) {
        if (!dimension.in_rows) {
            continue;
        }
        if (columns.dimensions.size() < most_dimension_columns) {
            columns.dimensions.push_back(dimension.number);
        } else {
            columns.other_objects = true;
        }
    }
    columns.registered = survey.vouchers.has_registered;
    columns.row_text = survey.vouchers.has_row_text;
    columns.row_date = survey.vouchers.has_row_date;
    columns.quantity = survey.vouchers.has_quantity;
    return columns;
}

} // namespace

SieBook plan_sie_book(const SieSurvey& survey, const SieBookOptions& options) {
    SieBook plan;
    plan.columns = voucher_columns(survey);
    const std::string& company = survey.result.info.company_name;
    plan.book.title = for_heading(company.empty() ? options.file_name : company);
    plan.book.generator = "finsam";
    SieBookBuilder build(survey, options, plan);
    build.company();
    build.balances();
    build.balance_records();
    build.objects();
    build.vouchers();
    build.history();
    build.refused();
    build.log();
    return plan;
}

} // namespace finsam::workbook
