#include "addin/commands/message.hpp"

#include "addin/functions/arguments.hpp"

#include <com/sun/star/awt/MessageBoxButtons.hpp>
#include <com/sun/star/awt/MessageBoxResults.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XMessageBoxFactory.hpp>
#include <com/sun/star/lang/XComponent.hpp>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
namespace awt = com::sun::star::awt;

awt::MessageBoxType type_of(MessageKind kind, bool is_question) {
    switch (kind) {
    case MessageKind::information: return is_question ? awt::MessageBoxType_QUERYBOX : awt::MessageBoxType_INFOBOX;
    case MessageKind::warning: return awt::MessageBoxType_WARNINGBOX;
    case MessageKind::error: return awt::MessageBoxType_ERRORBOX;
    }
    return awt::MessageBoxType_MESSAGEBOX;
}

sal_Int16 run_box(const Context& context, const Frame& frame, const Message& message, bool is_question) {
    const uno::Reference<awt::XMessageBoxFactory> factory(awt::Toolkit::create(context), uno::UNO_QUERY_THROW);
    const uno::Reference<awt::XWindowPeer> parent(frame.is() ? frame->getContainerWindow() : nullptr, uno::UNO_QUERY);
    const std::string title = window_title(pick(language_of(context), message.title));
    const std::string text = message.detail.empty() ? message.text : message.text + "\n\n" + message.detail;
    const auto buttons = is_question ? awt::MessageBoxButtons::BUTTONS_YES_NO : awt::MessageBoxButtons::BUTTONS_OK;
    const auto box = factory->createMessageBox(parent, type_of(message.kind, is_question), buttons, from_utf8(title),
                                               from_utf8(text));
    const sal_Int16 result = box->execute();
    const uno::Reference<com::sun::star::lang::XComponent> component(box, uno::UNO_QUERY);
    if (component.is()) {
        component->dispose();
    }
    return result;
}

} // namespace

std::string window_title(std::string title) {
    std::erase(title, '~');
    if (const std::string_view dots = "…"; title.ends_with(dots)) {
        title.resize(title.size() - dots.size());
    }
    return title;
}

void show_message(const Context& context, const Frame& frame, const Message& message) {
    run_box(context, frame, message, false);
}

bool ask(const Context& context, const Frame& frame, const Message& message) {
    return run_box(context, frame, message, true) == awt::MessageBoxResults::YES;
}

} // namespace finsam::addin
