#include "tests/office/run_command.hpp"

#include "tests/office/text.hpp"

#include <com/sun/star/awt/AsyncCallback.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/util/URLTransformer.hpp>
#include <condition_variable>
#include <cppuhelper/implbase1.hxx>
#include <mutex>
#include <rtl/ref.hxx>
#include <stdexcept>

namespace finsam::office {
namespace {

using namespace com::sun::star;

/// Waits for its turn in the office's event loop: after the command, which was queued before it.
class Turn final : public cppu::WeakImplHelper1<awt::XCallback> {
public:
    void SAL_CALL notify(const uno::Any&) override {
        const std::lock_guard lock(mutex_);
        came_ = true;
        changed_.notify_all();
    }
    [[nodiscard]] bool wait() {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, std::chrono::minutes(2), [this] { return came_; });
    }

private:
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
    const uno::Reference<frame::XDispatchProvider> frame(model->getCurrentController()->getFrame(),
                                                         uno::UNO_QUERY_THROW);
    const auto dispatch = frame->queryDispatch(url, "_self", 0);
    if (!dispatch.is()) {
        throw std::runtime_error("there is no command " + name);
    }
    uno::Sequence<beans::PropertyValue> given(static_cast<sal_Int32>(arguments.size()));
    sal_Int32 at = 0;
    for (const auto& [key, value] : arguments) {
        given[at].Name = to_ustring(key);
        given[at++].Value = value;
    }
    dispatch->dispatch(url, given);
    const rtl::Reference<Turn> turn(new Turn);
    awt::AsyncCallback::create(office.context())->addCallback(turn.get(), uno::Any());
    if (!turn->wait()) {
        throw std::runtime_error("the command " + name + " did not end");
    }
}

uno::Any file_argument(const std::filesystem::path& path) {
    return uno::Any(to_ustring(file_url(path)));
}

} // namespace finsam::office
