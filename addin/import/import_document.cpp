#include "addin/import/import_document.hpp"

#include "addin/functions/arguments.hpp"
#include "addin/language.hpp"
#include "addin/workbook/document_guards.hpp"
#include "addin/workbook/view_settings.hpp"
#include "bridge/check/sie_survey.hpp"
#include "bridge/ledger/sha256.hpp"
#include "templates/builder/odf_writer.hpp"
#include "templates/builder/sie_book.hpp"

#include <algorithm>
#include <com/sun/star/document/XImporter.hpp>
#include <com/sun/star/io/SequenceInputStream.hpp>
#include <com/sun/star/task/XStatusIndicator.hpp>
#include <com/sun/star/xml/sax/XFastParser.hpp>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
namespace document_api = com::sun::star::document;
using rtl::OUString;
using Context = uno::Reference<uno::XComponentContext>;

/// Ends the reading from inside it.
struct Cancelled {};

/// The bar below the window, in lines of the file: once for finding out what it holds, once for writing it.
class LoadProgress {
public:
    LoadProgress(const MediaDescriptor& descriptor, std::string_view bytes, Language language,
                 const std::atomic<bool>& cancelled)
        : indicator_(
              media_property<uno::Reference<com::sun::star::task::XStatusIndicator>>(descriptor, "StatusIndicator")),
          lines_(static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), '\n')) + 1), cancelled_(cancelled) {
        if (indicator_.is()) {
            indicator_->start(from_utf8(language == Language::swedish ? "Läser SIE-filen" : "Reading the SIE file"),
                              whole);
        }
    }
    LoadProgress(const LoadProgress&) = delete;
    LoadProgress& operator=(const LoadProgress&) = delete;
    ~LoadProgress() {
        try {
            if (indicator_.is()) {
                indicator_->end();
            }
        } catch (const uno::Exception&) { // the window is gone
        }
    }

    /// Throws when someone has cancelled.
    void read(std::uint64_t line) const { show(line, 0, reading); }
    void written(std::uint64_t line) const { show(line, reading, whole - reading); }

private:
    static constexpr sal_Int32 whole = 1000, reading = 200; ///< reading takes a fifth of the time

    void show(std::uint64_t line, sal_Int32 from, sal_Int32 length) const {
        if (cancelled_) {
            throw Cancelled();
        }
        if (indicator_.is()) {
            const double share = std::min(1.0, static_cast<double>(line) / static_cast<double>(lines_));
            indicator_->setValue(from + static_cast<sal_Int32>(share * length));
        }
    }

    uno::Reference<com::sun::star::task::XStatusIndicator> indicator_;
    std::uint64_t lines_;
    const std::atomic<bool>& cancelled_;
};

/// The sheets with their look, through the reader of flat ODF that the office itself has.
void make_sheets(const Context& context, const DocumentReference& document, const workbook::Workbook& book) {
    const auto reader =
        context->getServiceManager()->createInstanceWithContext("com.sun.star.comp.Calc.XMLOasisImporter", context);
    uno::Reference<document_api::XImporter>(reader, uno::UNO_QUERY_THROW)
        ->setTargetDocument(uno::Reference<com::sun::star::lang::XComponent>(document, uno::UNO_QUERY_THROW));
    const std::string xml = workbook::write_flat(book);
    const uno::Sequence<sal_Int8> bytes(reinterpret_cast<const sal_Int8*>(xml.data()),
                                        static_cast<sal_Int32>(xml.size()));
    com::sun::star::xml::sax::InputSource source;
    source.aInputStream.set(com::sun::star::io::SequenceInputStream::createStreamFromSequence(context, bytes),
                            uno::UNO_QUERY_THROW);
    uno::Reference<com::sun::star::xml::sax::XFastParser>(reader, uno::UNO_QUERY_THROW)->parseStream(source);
}

void write_rows(const DocumentReference& document, std::string_view bytes, const SieSurvey& survey,
                const workbook::SieBook& plan, const LoadProgress& progress) {
    const Quiet quiet(document);
    for (const workbook::DataBlock& block : plan.data) {
        write_data(document, block);
    }
    workbook::VoucherRows rows(survey, plan, [&](const workbook::DataBlock& block, std::uint64_t line) {
        progress.written(line);
        write_data(document, block);
    });
    static_cast<void>(sie::read_sie_file(bytes, rows));
    rows.finish();
}

} // namespace

ImportOutcome import_document(const Context& context, const DocumentReference& document,
                              const MediaDescriptor& descriptor, const std::atomic<bool>& cancelled) {
    ImportOutcome outcome;
    const std::string bytes =
        all_of(media_property<uno::Reference<com::sun::star::io::XInputStream>>(descriptor, "InputStream"));
    const LoadProgress progress(descriptor, bytes, language_of(context), cancelled);
    try {
        const SieSurvey survey = survey_sie(bytes, [&](std::uint64_t line) { progress.read(line); });
        if (!survey.result.accepted) {
            outcome.result = survey.result;
            return outcome;
        }
        const workbook::SieBook plan =
            workbook::plan_sie_book(survey, {shown_file_name(descriptor), sha256_hex(bytes)});
        const NoUndo no_undo(document);
        make_sheets(context, document, plan.book);
        write_rows(document, bytes, survey, plan, progress);
        store_view(context, document, plan.book);
        outcome.succeeded = true;
    } catch (const Cancelled&) {
        outcome.cancelled = true;
    }
    return outcome;
}

} // namespace finsam::addin
