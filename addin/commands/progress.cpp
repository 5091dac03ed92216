#include "addin/commands/progress.hpp"

#include "addin/commands/message.hpp"
#include "addin/dialogs/dialog.hpp"

#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XToolkitExperimental.hpp>

namespace finsam::addin {

namespace uno = com::sun::star::uno;
namespace awt = com::sun::star::awt;

/// The small window, and the document's window that waits behind it.
class Progress::Window {
public:
    Window(const Context& context, const Frame& frame, const Text& title)
        : language_(language_of(context)), dialog_(context, window_title(pick(language_, title)), 220, 58),
          behind_(frame.is() ? frame->getContainerWindow() : nullptr) {
        dialog_.add_label("text", {8, 6, 204, 10}, "");
        dialog_.add_progress_bar("bar", {8, 18, 204, 10});
        dialog_.add_button(
            "cancel", {158, 36, 54, 15}, pick(language_, {"~Avbryt", "~Cancel"}), [this] { cancel(); }, true);
        dialog_.open(behind_, [this] { cancel(); });
        if (behind_.is()) {
            behind_->setEnable(false);
        }
    }
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    ~Window() {
        try {
            if (behind_.is()) {
                behind_->setEnable(true);
                behind_->setFocus();
            }
        } catch (const uno::Exception&) { // closed meanwhile
        }
    }

    void show(const Text& text, int percent) {
        if (!cancelled_) {
            dialog_.set_text("text", pick(language_, text));
        }
        show(percent);
    }
    void show(int percent) { dialog_.set("bar", "ProgressValue", uno::Any(sal_Int32(percent))); }
    [[nodiscard]] bool is_cancelled() const noexcept { return cancelled_; }

private:
    void cancel() {
        cancelled_ = true;
        dialog_.set_text("text", pick(language_, {"Avbryter …", "Stopping …"}));
        dialog_.enable("cancel", false);
    }

    Language language_;
    Dialog dialog_;
    uno::Reference<awt::XWindow> behind_;
    std::atomic<bool> cancelled_ = false;
};

Progress::Progress(const Context& context, const Frame& frame, const Text& title)
    : context_(context), window_(std::make_unique<Window>(context, frame, title)) {}

Progress::~Progress() = default;

bool Progress::step(const Text& text, int percent) {
    window_->show(text, percent);
    let_events_pass(context_);
    return !is_cancelled();
}

bool Progress::is_cancelled() const noexcept {
    return window_->is_cancelled();
}

std::function<bool(double)> Progress::of_reading() {
    constexpr double read = 90; // then the books are made of it
    return [this](double share) {
        reached_ = static_cast<int>(share * read);
        return !is_cancelled();
    };
}

void Progress::show_reached() {
    if (const int percent = reached_.exchange(-1); percent >= 0) {
        window_->show(percent);
    }
}

void let_events_pass(const Context& context) {
    const uno::Reference<awt::XToolkitExperimental> toolkit(awt::Toolkit::create(context), uno::UNO_QUERY);
    if (toolkit.is()) {
        toolkit->processEventsToIdle();
    }
}

} // namespace finsam::addin
