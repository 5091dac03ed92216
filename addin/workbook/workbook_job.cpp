#include "addin/workbook/workbook_job.hpp"

#include "addin/entry_point.hpp"
#include "addin/functions/arguments.hpp"
#include "addin/workbook/audit_copy.hpp"
#include "addin/workbook/comparison_workbook.hpp"
#include "addin/workbook/workbook_maker.hpp"

#include <com/sun/star/awt/AsyncCallback.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/supportsservice.hxx>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <osl/file.hxx>

namespace finsam::addin {
namespace {

using com::sun::star::uno::Any;
using Context = com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>;
using com::sun::star::uno::Sequence;
using rtl::OUString;

constexpr const char* implementation_name = "se.finsam.calc.WorkbookJobImplementation";
constexpr const char* service_name = "se.finsam.calc.WorkbookJob";

/// Makes what the job file asks for; the answer is JSON, whatever went wrong.
template <class Outcome, class Request>
std::string answer(const std::string& json, Outcome (*make)(const Context&, const Request&), const Context& context) {
    const auto failed = [](std::string text) {
        Outcome outcome;
        outcome.error = std::move(text);
        return outcome;
    };
    return guarded(
               "workbook",
               [&] {
                   const auto request = Request::from_json(json);
                   return request ? make(context, *request) : failed(request.error());
               },
               [&](const std::string& why) { return failed("LibreOffice kunde inte göra arbetsboken: " + why); })
        .to_json();
}

std::string run(const Context& context, const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string json{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    return AuditCopyRequest::is_in(json)    ? answer(json, make_audit_copy, context)
           : ComparisonRequest::is_in(json) ? answer(json, make_comparison, context)
                                            : answer(json, make_workbook, context);
}

/// Whole or not at all: whoever waits for the answer never sees half of it.
void write_answer(const std::string& path, const std::string& json) {
    const std::filesystem::path temporary = path + ".ny";
    std::ofstream file(temporary, std::ios::binary);
    file << json;
    file.close();
    if (file) { // a missing answer is what the command then reports
        std::error_code ignored;
        std::filesystem::rename(temporary, path + ".svar", ignored);
    }
}

/// The command starts an office for one job and names it in the environment. A link in a document that asks an office
/// of the user for a job finds nothing to do here.
bool is_expected(const OUString& job) {
    const char* expected = std::getenv("FINSAM_JOBB");
    return expected != nullptr && to_utf8(job) == expected;
}

/// Ends the office from its event loop: while it still starts, which is when a job of the command line runs, the
/// desktop ignores `terminate`.
class EndOffice final : public cppu::WeakImplHelper1<com::sun::star::awt::XCallback> {
public:
    explicit EndOffice(Context context) : context_(std::move(context)) {}

    void SAL_CALL notify(const Any&) override {
        guarded("end_office", [&] { com::sun::star::frame::Desktop::create(context_)->terminate(); });
    }

private:
    Context context_;
};

} // namespace

void WorkbookJob::trigger(const OUString& job) {
    if (!guarded("workbook_job_asked", [&] { return is_expected(job); })) {
        return;
    }
    guarded("workbook_job", [&] {
        OUString system_path;
        osl::FileBase::getSystemPathFromFileURL(job, system_path);
        const std::string path = to_utf8(system_path);
        write_answer(path, run(context_, path));
    });
    // After the job: loading a document runs events, and the office would end under it.
    guarded("workbook_job_end",
            [&] { com::sun::star::awt::AsyncCallback::create(context_)->addCallback(new EndOffice(context_), Any()); });
}

OUString WorkbookJob::getImplementationName() {
    return OUString::createFromAscii(implementation_name);
}

sal_Bool WorkbookJob::supportsService(const OUString& name) {
    return cppu::supportsService(this, name);
}

Sequence<OUString> WorkbookJob::getSupportedServiceNames() {
    const OUString name = OUString::createFromAscii(service_name);
    return Sequence<OUString>(&name, 1);
}

} // namespace finsam::addin

extern "C" SAL_DLLPUBLIC_EXPORT com::sun::star::uno::XInterface*
se_finsam_calc_WorkbookJob_get_implementation(com::sun::star::uno::XComponentContext* context,
                                              const com::sun::star::uno::Sequence<com::sun::star::uno::Any>&) {
    return finsam::addin::make_service<finsam::addin::WorkbookJob>("WorkbookJob", context);
}
