#include "addin/workbook/workbook_maker.hpp"

#include "addin/workbook/applicable_checks.hpp"
#include "addin/workbook/document_files.hpp"
#include "addin/workbook/document_guards.hpp"
#include "addin/workbook/fill_document.hpp"
#include "addin/workbook/view_settings.hpp"
#include "bridge/ledger/ledger.hpp"
#include "bridge/report/statement.hpp"
#include "templates/builder/contract.hpp"
#include "templates/builder/voucher_room.hpp"
#include "templates/builder/workbook_builder.hpp"

#include <com/sun/star/util/XCloseable.hpp>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
using Context = uno::Reference<uno::XComponentContext>;

struct Sources {
    ReportInputs inputs;
    Books books;
};

tl::expected<Sources, std::string> load(const WorkbookRequest& request) {
    auto inputs = parse_report_texts(request.texts);
    if (!inputs) {
        return tl::unexpected(inputs.error().text);
    }
    const auto ledger = Ledger::open_existing(request.ledger);
    if (!ledger) {
        return tl::unexpected(ledger.error().text);
    }
    auto books = ledger->books(request.query());
    if (!books) {
        return tl::unexpected(books.error().text);
    }
    adopt_typed_name(*books, inputs->typed);
    return Sources{std::move(*inputs), std::move(*books)};
}

} // namespace

WorkbookInMaking::WorkbookInMaking(const Context& context, const ReportInputs& inputs, const Books& books,
                                   const workbook::FillOptions& options)
    : context_(context), inputs_(inputs), books_(books),
      report_(evaluate(inputs.layout, inputs.map, books, inputs.typed)), options_(options) {
    options_.capacities = workbook::capacities_for(report_, inputs.typed);
    book_ = workbook::build_workbook(inputs.layout, options_.capacities);
    fill_ = workbook::fill(inputs.layout, books, inputs.map, inputs.typed, report_, options_);
    for (const workbook::NamedRange& name : fill_.names) {
        book_.set_range(name); // each that changes in the document makes Calc compile every formula anew
    }
    workbook::fit_charts(book_, fill_.charts);
    document_ = open_new(context, book_);
}

WorkbookInMaking::~WorkbookInMaking() {
    try {
        const uno::Reference<com::sun::star::util::XCloseable> closeable(document_, uno::UNO_QUERY);
        if (closeable.is() && !keep_) {
            closeable->close(true);
        }
    } catch (const uno::Exception&) { // somebody else holds it, and will close it
    }
}

bool WorkbookInMaking::fill(WorkbookOutcome& outcome, const GoOn& go_on) {
    const NoUndo no_undo(document_);
    if (!fill_document(document_, fill_, go_on)) {
        return false;
    }
    arrange_view(context_, document_, book_);
    read_back(document_, inputs_.layout, options_, outcome);
    if (std::string left_out = workbook::vouchers_left_out(books_); !left_out.empty()) {
        outcome.notes.push_back(std::move(left_out));
    }
    return true;
}

void WorkbookInMaking::leave_out_of_pdf() {
    hide_checks_that_do_not_apply(document_);
    leave_unprinted(document_, fill_.unprinted_in_pdf);
    for (const workbook::PrintRange& one : fill_.printed_in_pdf) {
        set_print_range(document_, one);
    }
}

WorkbookOutcome make_workbook(const Context& context, const WorkbookRequest& request) {
    WorkbookOutcome outcome;
    const auto sources = load(request);
    if (!sources) {
        outcome.error = sources.error();
        return outcome;
    }
    workbook::FillOptions options;
    options.credit_sign = request.credit_sign;
    options.show_empty_tables = request.show_empty_tables;
    options.map_name = request.map_name;
    WorkbookInMaking making(context, sources->inputs, sources->books, options);
    if (!making.document().is()) {
        outcome.error = "LibreOffice kunde inte öppna arbetsbokens mall.";
        return outcome;
    }
    (void)making.fill(outcome, [](int) { return true; });
    store(making.document(), request.ods, ods_filter);
    store(making.document(), request.xlsx, xlsx_filter);
    making.leave_out_of_pdf();
    store(making.document(), request.pdf, "calc_pdf_Export");
    return outcome;
}

} // namespace finsam::addin
