#include "addin/dialogs/options_page.hpp"

#include "addin/commands/message.hpp"
#include "addin/entry_point.hpp"
#include "addin/functions/arguments.hpp"
#include "addin/user_settings.hpp"

#include <cppuhelper/supportsservice.hxx>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
using rtl::OUString;

constexpr const char* implementation_name = "se.finsam.calc.OptionsPageImplementation";
constexpr const char* service_name = "se.finsam.calc.OptionsPage";
constexpr const char* event_method = "external_event";

void tell(const Context& context, const std::string& why) {
    show_message(
        context, nullptr,
        {MessageKind::error,
         {"Inställningar", "Settings"},
         pick(language_of(context), {"Inställningarna kunde inte sparas.", "The settings could not be saved."}),
         why});
}

} // namespace

sal_Bool OptionsPage::callHandlerMethod(const uno::Reference<com::sun::star::awt::XWindow>& window,
                                        const uno::Any& event, const OUString& method) {
    return guarded("options_page", [&]() -> sal_Bool {
        OUString what;
        if (!method.equalsAscii(event_method) || !(event >>= what)) {
            return false;
        }
        if (what == "initialize" || what == "back") {
            fill(window);
        } else if (what == "ok") {
            save();
        } else {
            return false;
        }
        return true;
    });
}

/// At first and at Reset: as the file has them.
void OptionsPage::fill(const uno::Reference<com::sun::star::awt::XWindow>& window) {
    if (!form_) {
        window_ = std::make_unique<Dialog>(context_,
                                           uno::Reference<com::sun::star::awt::XControl>(window, uno::UNO_QUERY_THROW));
        form_ = std::make_unique<SettingsForm>(context_, *window_);
    }
    form_->show(Settings::load(settings_file(context_)));
}

/// On what the file has now: a report may have been made since the page was shown.
void OptionsPage::save() {
    if (!form_) {
        return;
    }
    const auto file = settings_file(context_);
    Settings settings = Settings::load(file);
    form_->take(settings);
    if (const auto saved = settings.save(file); !saved) {
        tell(context_, saved.error());
    }
}

uno::Sequence<OUString> OptionsPage::getSupportedMethodNames() {
    const OUString name = OUString::createFromAscii(event_method);
    return {&name, 1};
}

OUString OptionsPage::getImplementationName() {
    return OUString::createFromAscii(implementation_name);
}

sal_Bool OptionsPage::supportsService(const OUString& name) {
    return cppu::supportsService(this, name);
}

uno::Sequence<OUString> OptionsPage::getSupportedServiceNames() {
    const OUString name = OUString::createFromAscii(service_name);
    return {&name, 1};
}

} // namespace finsam::addin

extern "C" SAL_DLLPUBLIC_EXPORT com::sun::star::uno::XInterface*
se_finsam_calc_OptionsPage_get_implementation(com::sun::star::uno::XComponentContext* context,
                                              const com::sun::star::uno::Sequence<com::sun::star::uno::Any>&) {
    return finsam::addin::make_service<finsam::addin::OptionsPage>("OptionsPage", context);
}
