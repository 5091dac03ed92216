#include "addin/dialogs/help_key.hpp"

#include "addin/entry_point.hpp"
#include "addin/help/guide.hpp"

#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XExtendedToolkit.hpp>
#include <cppuhelper/implbase1.hxx>

// Deprecated without anything in its place: nothing else hears keys before the windows.
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
namespace awt = com::sun::star::awt;

class Handler final : public cppu::WeakImplHelper1<awt::XKeyHandler> {
public:
    Handler(Context context, std::string anchor) : context_(std::move(context)), anchor_(std::move(anchor)) {}

    sal_Bool SAL_CALL keyPressed(const awt::KeyEvent& event) override {
        return guarded("help_key", [&]() -> sal_Bool {
            if (event.KeyCode != awt::Key::F1 || event.Modifiers != 0) {
                return false;
            }
            show_guide(context_, nullptr, anchor_);
            return true;
        });
    }
    sal_Bool SAL_CALL keyReleased(const awt::KeyEvent&) override { return false; }
    void SAL_CALL disposing(const com::sun::star::lang::EventObject&) override {}

private:
    Context context_;
    std::string anchor_;
};

} // namespace

HelpKey::HelpKey(const Context& context, const std::string& anchor)
    : toolkit_(awt::Toolkit::create(context), uno::UNO_QUERY_THROW), handler_(new Handler(context, anchor)) {
    toolkit_->addKeyHandler(handler_);
}

HelpKey::~HelpKey() {
    try {
        toolkit_->removeKeyHandler(handler_);
    } catch (const uno::Exception&) { // an office that ends hears no keys
    }
}

} // namespace finsam::addin
