#include "tests/office/run_command.hpp"

#include "tests/office/text.hpp"

#include <atomic>
#include <com/sun/star/awt/AsyncCallback.hpp>
#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/awt/XWindowListener2.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/lang/DisposedException.hpp>
#include <com/sun/star/util/URLTransformer.hpp>
#include <condition_variable>
#include <cppuhelper/implbase2.hxx>
#include <mutex>
#include <rtl/ref.hxx>
#include <stdexcept>

namespace finsam::office {
namespace {

using namespace com::sun::star;

/// Waits for its turn in the office's event loop: after the command, which was queued before it. A command that lets
/// events pass meanwhile has shut its window; then another turn is asked for when the window opens again.
class Turn final : public cppu::WeakImplHelper2<awt::XCallback, awt::XWindowListener2> {
public:
    Turn(const uno::Reference<uno::XComponentContext>& context, const uno::Reference<awt::XWindow>& window)
        : context_(context), window_(window) {}
    void ask() { awt::AsyncCallback::create(context_)->addCallback(this, uno::Any()); }
    [[nodiscard]] bool wait() {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, std::chrono::minutes(2), [this] { return came_; });
    }

    void SAL_CALL notify(const uno::Any&) override {
        const uno::Reference<awt::XWindow2> state(window_, uno::UNO_QUERY);
        try {
            is_nested_ = state.is() && !state->isEnabled();
        } catch (const lang::DisposedException&) { // closed by the command
            is_nested_ = false;
        }
        if (!is_nested_) {
            const std::lock_guard lock(mutex_);
            came_ = true;
            changed_.notify_all();
        }
    }
    void SAL_CALL windowEnabled(const lang::EventObject&) override {
        if (is_nested_) {
            is_nested_ = false;
            ask();
        }
    }
    void SAL_CALL windowDisabled(const lang::EventObject&) override {}
    void SAL_CALL windowResized(const awt::WindowEvent&) override {}
    void SAL_CALL windowMoved(const awt::WindowEvent&) override {}
    void SAL_CALL windowShown(const lang::EventObject&) override {}
    void SAL_CALL windowHidden(const lang::EventObject&) override {}
    void SAL_CALL disposing(const lang::EventObject&) override {}

private:
    uno::Reference<uno::XComponentContext> context_;
    uno::Reference<awt::XWindow> window_;
    std::atomic<bool> is_nested_ = false;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool came_ = false;
};

} // namespace

void run_command(const Office& office, const Document& document, const std::string& name,
                 const CommandArguments& arguments) {
    util::URL url;
    url.Complete = to_ustring("se.finsam.calc:" + name);
    util::URLTransformer::create(office.context())->parseStrict(url);
    const uno::Reference<frame::XModel> model(document.model(), uno::UNO_QUERY_THROW);
    const uno::Reference<frame::XFrame> frame(model->getCurrentController()->getFrame(), uno::UNO_SET_THROW);
    const auto dispatch =
        uno::Reference<frame::XDispatchProvider>(frame, uno::UNO_QUERY_THROW)->queryDispatch(url, "_self", 0);
    if (!dispatch.is()) {
        throw std::runtime_error("there is no command " + name);
    }
    uno::Sequence<beans::PropertyValue> given(static_cast<sal_Int32>(arguments.size()));
    sal_Int32 at = 0;
    for (const auto& [key, value] : arguments) {
        given[at].Name = to_ustring(key);
        given[at++].Value = value;
    }
    const uno::Reference<awt::XWindow> window(frame->getContainerWindow(), uno::UNO_SET_THROW);
    const rtl::Reference<Turn> turn(new Turn(office.context(), window));
    window->addWindowListener(turn.get());
    dispatch->dispatch(url, given);
    turn->ask();
    const bool ended = turn->wait();
    window->removeWindowListener(turn.get());
    if (!ended) {
        throw std::runtime_error("the command " + name + " did not end");
    }
}

uno::Any file_argument(const std::filesystem::path& path) {
    return uno::Any(to_ustring(file_url(path)));
}

} // namespace finsam::office
