#include "templates/builder/workbook_builder.hpp"

#include "bridge/ledger/text_fold.hpp"
#include "templates/builder/contract.hpp"
#include "templates/builder/data_columns.hpp"
#include "templates/builder/sheets.hpp"
#include "templates/builder/workbook_settings.hpp"

#include <fmt/format.h>

namespace finsam::workbook {

namespace {

/// The lines of driftredovisning on Objekt, with the one of what has no line: fixed, they do not grow.
void name_insats_lines(BuildContext& context) {
    namespace col = object_column;
    const std::string sheet_name(sheet::objects);
    const int last = data_first_row + context.plan.capacities().insatser;
    context.book.names.push_back(
        {"Insatser_Budget", sheet_name, {{data_header_row, col::line_code}, {last, col::line_budget}}});
    for (const auto& [name, column] :
         {std::pair{"Nr", col::line_number}, std::pair{"Kod", col::line_code}, std::pair{"Namn", col::line_name},
          std::pair{"Omrade", col::line_area}, std::pair{"Etikett", col::line_label},
          std::pair{"Varav", col::line_part}, std::pair{"Forst", col::line_is_first}}) {
        context.book.names.push_back(
            {std::string("Insatsrad_") + name, sheet_name, {{data_first_row, column}, {last - 1, column}}});
    }
}

/// How many insatser there are, also those that have no line of their own.
void name_insats_count(BuildContext& context) {
    Sheet* sheet = context.book.find(sheet::objects);
    const Address at{data_header_row - 2, object_column::line_code};
    sheet->put({at.row, at.column - 1}, std::string("antal"), context.look.data_result());
    sheet->put(at, Formula{"MAX(COUNT(Budget_Nr);MAX(Insats_Ordning))"}, context.look.data_number());
    context.book.names.push_back({"Insatser_Antal", std::string(sheet::objects), {at, at}});
}

} // namespace

Sheet& BuildContext::add_sheet(std::string_view name) {
    Sheet sheet;
    sheet.name = name;
    book.sheets.push_back(std::move(sheet));
    return book.sheets.back();
}

Workbook build_workbook(const Layout& layout, const Capacities& capacities) {
    Workbook book;
    book.title = fmt::format("Finsam {} ({})", fold_case(swedish_name(layout.document)), layout.name);
    book.generator = "finsam";
    book.properties[std::string(settings_property)] =
        WorkbookSettings{layout.document, layout.toml, capacities, layout.choice}.to_json();
    const ReportPlan plan(layout, capacities);
    const RowFormulas formulas(plan);
    Look look(book);
    BuildContext context{layout, plan, formulas, book, look};
    build_start(context);
    for (const SheetPlan& sheet : plan.sheets()) {
        build_report_sheet(context, sheet);
    }
    build_charts(context);
    build_checks(context);
    build_input(context);
    build_map(context);
    build_balances(context);
    build_objects(context);
    build_vouchers(context);
    build_imports(context);
    name_insats_lines(context);
    name_insats_count(context);
    for (NamedRange& name : growing_names(layout, {})) {
        book.names.push_back(std::move(name));
    }
    return book;
}

} // namespace finsam::workbook
