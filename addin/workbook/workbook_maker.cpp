#include "addin/workbook/workbook_maker.hpp"

#include "addin/workbook/document_files.hpp"
#include "addin/workbook/fill_document.hpp"
#include "addin/workbook/view_settings.hpp"
#include "bridge/ledger/ledger.hpp"
#include "bridge/report/statement.hpp"
#include "templates/builder/contract.hpp"
#include "templates/builder/odf_writer.hpp"
#include "templates/builder/workbook_builder.hpp"

#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/io/SequenceInputStream.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
using com::sun::star::beans::PropertyValue;
using com::sun::star::sheet::XSpreadsheetDocument;
using rtl::OUString;
using Context = uno::Reference<uno::XComponentContext>;
using Document = uno::Reference<XSpreadsheetDocument>;

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
    auto books = ledger->books({request.year, request.company, request.dimension, true, report_years - 1});
    if (!books) {
        return tl::unexpected(books.error().text);
    }
    adopt_typed_name(*books, inputs->typed);
    return Sources{std::move(*inputs), std::move(*books)};
}

/// The template goes from memory straight into a new document. It has a view, or its view settings would not be stored.
Document load_template(const Context& context, const workbook::Workbook& book) {
    const std::string xml = workbook::write_flat(book);
    const uno::Sequence<sal_Int8> bytes(reinterpret_cast<const sal_Int8*>(xml.data()),
                                        static_cast<sal_Int32>(xml.size()));
    const PropertyValue properties[] = {
        filter("OpenDocument Spreadsheet Flat XML"),
        property("InputStream",
                 uno::Any(com::sun::star::io::SequenceInputStream::createStreamFromSequence(context, bytes)))};
    return {com::sun::star::frame::Desktop::create(context)->loadComponentFromURL(
                "private:stream", "_blank", 0, uno::Sequence<PropertyValue>(properties, 2)),
            uno::UNO_QUERY};
}

} // namespace

WorkbookOutcome make_workbook(const Context& context, const WorkbookRequest& request) {
    WorkbookOutcome outcome;
    const auto sources = load(request);
    if (!sources) {
        outcome.error = sources.error();
        return outcome;
    }
    const ReportInputs& inputs = sources->inputs;
    const Report report = evaluate(inputs.layout, inputs.map, sources->books, inputs.typed);
    workbook::FillOptions options;
    options.credit_sign = request.credit_sign;
    options.capacities = workbook::capacities_for(report, inputs.typed);
    const workbook::Workbook book = workbook::build_workbook(inputs.layout, options.capacities);
    const OpenDocument document(load_template(context, book));
    if (!document.get().is()) {
        outcome.error = "LibreOffice kunde inte öppna arbetsbokens mall.";
        return outcome;
    }
    fill_document(document.get(),
                  workbook::fill(inputs.layout, sources->books, inputs.map, inputs.typed, report, options));
    arrange_view(context, document.get(), book);
    read_back(document.get(), inputs.layout, options, outcome);
    store(document.get(), request.ods, ods_filter);
    store(document.get(), request.pdf, "calc_pdf_Export");
    store(document.get(), request.xlsx, xlsx_filter);
    return outcome;
}

} // namespace finsam::addin
