#include "addin/import/refusal_message.hpp"

#include "addin/commands/message.hpp"
#include "addin/entry_point.hpp"
#include "addin/functions/arguments.hpp"
#include "addin/workbook/document_files.hpp"

#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/task/XInteractionAbort.hpp>
#include <com/sun/star/task/XInteractionHandler.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cstdio>
#include <fmt/format.h>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
using com::sun::star::task::XInteractionHandler;

bool someone_is_there(const MediaDescriptor& descriptor) {
    return media_property<uno::Reference<XInteractionHandler>>(descriptor, "InteractionHandler").is() &&
           !media_property<bool>(descriptor, "Hidden") && !media_property<bool>(descriptor, "Silent");
}

/// Says nothing of the loader's error and gives up, so that it counts as told.
class ToldAlready final : public cppu::WeakImplHelper1<XInteractionHandler> {
public:
    void SAL_CALL handle(const uno::Reference<com::sun::star::task::XInteractionRequest>& request) override {
        guarded("told_already", [&] {
            for (const auto& answer : request->getContinuations()) {
                const uno::Reference<com::sun::star::task::XInteractionAbort> abort(answer, uno::UNO_QUERY);
                if (abort.is()) {
                    abort->select();
                }
            }
        });
    }
};

/// The loader tells its error through the handler of its medium, which takes new properties from here. (With "Silent"
/// instead, the error goes on to those who asked for the file, and they tell it.)
void silence_loader(const DocumentReference& document) {
    const uno::Reference<com::sun::star::frame::XModel> model(document, uno::UNO_QUERY);
    if (model.is()) {
        MediaDescriptor properties(1);
        properties[0] = property("InteractionHandler", uno::Any(uno::Reference<XInteractionHandler>(new ToldAlready)));
        model->attachResource(model->getURL(), properties);
    }
}

} // namespace

std::string failure_text(const std::string& what, Language language) {
    return language == Language::swedish
               ? fmt::format("LibreOffice eller tillägget Finsam kunde inte läsa in filen: {}", what)
               : fmt::format("LibreOffice or the Finsam extension could not load the file: {}", what);
}

void tell_refusal(const Context& context, const MediaDescriptor& descriptor, const DocumentReference& document,
                  const std::string& why) {
    const std::string name = shown_file_name(descriptor);
    if (!someone_is_there(descriptor)) {
        const std::string line = fmt::format("finsam: {}: {}\n", name, why);
        std::fputs(line.c_str(), stderr);
        return;
    }
    Message message{MessageKind::error, {"Öppna SIE-fil", "Open a SIE file"}, {}, why};
    message.text = fmt::format("{} {}", name, pick(language_of(context), {"öppnades inte.", "was not opened."}));
    show_message(context, com::sun::star::frame::Desktop::create(context)->getCurrentFrame(), message);
    silence_loader(document);
}

} // namespace finsam::addin
