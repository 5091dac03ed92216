#include "addin/import/refusal_message.hpp"

#include "addin/commands/message.hpp"
#include "addin/functions/arguments.hpp"
#include "addin/workbook/document_files.hpp"

#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/task/XInteractionHandler.hpp>
#include <cstdio>
#include <fmt/format.h>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;

bool someone_is_there(const MediaDescriptor& descriptor) {
    return media_property<uno::Reference<com::sun::star::task::XInteractionHandler>>(descriptor, "InteractionHandler")
               .is() &&
           !media_property<bool>(descriptor, "Hidden") && !media_property<bool>(descriptor, "Silent");
}

/// The loader asks its medium, which takes new properties from here, whether it may speak.
void silence_loader(const DocumentReference& document) {
    const uno::Reference<com::sun::star::frame::XModel> model(document, uno::UNO_QUERY);
    if (model.is()) {
        MediaDescriptor silent(1);
        silent[0] = property("Silent", uno::Any(true));
        model->attachResource(model->getURL(), silent);
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
