#pragma once
// The service behind `soffice service:se.finsam.calc.WorkbookJob?JOB`: reads a job file, makes the workbook in this
// process, writes the answer beside the job file and ends the office. Nothing leaves `trigger`.

#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/task/XJobExecutor.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <cppuhelper/implbase2.hxx>

namespace finsam::addin {

class WorkbookJob final
    : public cppu::WeakImplHelper2<com::sun::star::task::XJobExecutor, com::sun::star::lang::XServiceInfo> {
public:
    using Context = com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>;

    explicit WorkbookJob(const Context& context) : context_(context) {}

    /// `job` is the file URL of the job file (WorkbookRequest as JSON); the answer is that file's name + ".svar".
    /// Only the job that the environment variable FINSAM_JOBB names is run.
    void SAL_CALL trigger(const rtl::OUString& job) override;

    rtl::OUString SAL_CALL getImplementationName() override;
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
    com::sun::star::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;

private:
    Context context_;
};

} // namespace finsam::addin
