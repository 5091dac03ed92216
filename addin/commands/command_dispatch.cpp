#include "addin/commands/command_dispatch.hpp"

#include "addin/commands/message.hpp"
#include "addin/commands/report_document.hpp"
#include "addin/entry_point.hpp"

#include <algorithm>
#include <com/sun/star/awt/AsyncCallback.hpp>
#include <com/sun/star/document/XDocumentEventBroadcaster.hpp>
#include <cppuhelper/implbase1.hxx>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
namespace frame = com::sun::star::frame;
using com::sun::star::document::XDocumentEventBroadcaster;

/// Holds what it needs by itself: the dispatch may be gone when the event loop comes here.
class RunCommand final : public cppu::WeakImplHelper1<com::sun::star::awt::XCallback> {
public:
    RunCommand(Context context, Frame frame, const Command& command, const Arguments& arguments)
        : context_(std::move(context)), frame_(std::move(frame)), command_(command), arguments_(arguments) {}

    void SAL_CALL notify(const uno::Any&) override {
        guarded(
            command_.name,
            [&] {
                if (is_enabled(command_, state_of(frame_))) { // the document may have changed since the click
                    run_command(command_.id, context_, frame_, arguments_);
                }
            },
            [&](const std::string& why) {
                show_message(context_, frame_,
                             {MessageKind::error, command_.title,
                              pick(language_of(context_),
                                   {"Kommandot kunde inte slutföras.", "The command could not be completed."}),
                              why});
            });
    }

private:
    Context context_;
    Frame frame_;
    const Command& command_;
    Arguments arguments_;
};

} // namespace

void CommandDispatch::dispatch(const URL&, const Arguments& arguments) {
    const uno::Reference<frame::XDispatch> self(this); // the office may drop its last reference meanwhile
    guarded("command_dispatch", [&] {
        com::sun::star::awt::AsyncCallback::create(context_)->addCallback(
            new RunCommand(context_, frame_, command_, arguments), uno::Any());
    });
}

void CommandDispatch::addStatusListener(const StatusListener& listener, const URL& url) {
    guarded("command_status", [&] {
        bool is_first = false;
        {
            const std::lock_guard lock(mutex_);
            is_first = listeners_.empty();
            listeners_.push_back({listener, url});
        }
        if (is_first) {
            listen_to_frame();
        }
        tell({listener, url}, enabled_now());
    });
}

void CommandDispatch::removeStatusListener(const StatusListener& listener, const URL& url) {
    const uno::Reference<frame::XDispatch> self(this);
    guarded("command_status_end", [&] {
        bool is_last = false;
        {
            const std::lock_guard lock(mutex_);
            std::erase_if(listeners_, [&](const Listening& one) {
                return one.listener == listener && one.url.Complete == url.Complete;
            });
            is_last = listeners_.empty();
        }
        if (is_last) {
            stop_listening();
        }
    });
}

void CommandDispatch::frameAction(const frame::FrameActionEvent& event) {
    const uno::Reference<frame::XDispatch> self(this);
    guarded("command_frame", [&] {
        if (event.Action == frame::FrameAction_COMPONENT_ATTACHED ||
            event.Action == frame::FrameAction_COMPONENT_REATTACHED) {
            listen_to_document();
            tell_all();
        }
    });
}

/// "OnTitleChanged" and others come when a document is saved, or opened for editing.
void CommandDispatch::documentEventOccured(const com::sun::star::document::DocumentEvent&) {
    const uno::Reference<frame::XDispatch> self(this);
    guarded("command_document", [&] { tell_all(); });
}

void CommandDispatch::disposing(const com::sun::star::lang::EventObject& source) {
    const uno::Reference<frame::XDispatch> self(this);
    guarded("command_disposing", [&] {
        const std::lock_guard lock(mutex_);
        if (source.Source == document_) {
            document_.clear();
        } else if (source.Source == frame_) {
            listeners_.clear();
            document_.clear();
            frame_.clear();
        }
    });
}

void CommandDispatch::listen_to_frame() {
    if (frame_.is()) {
        frame_->addFrameActionListener(this);
        listen_to_document();
    }
}

void CommandDispatch::listen_to_document() {
    const uno::Reference<XDocumentEventBroadcaster> now(document_of(frame_), uno::UNO_QUERY);
    uno::Reference<XDocumentEventBroadcaster> before;
    {
        const std::lock_guard lock(mutex_);
        before.set(document_, uno::UNO_QUERY);
        document_.set(now, uno::UNO_QUERY);
    }
    if (before == now) {
        return;
    }
    if (before.is()) {
        before->removeDocumentEventListener(this);
    }
    if (now.is()) {
        now->addDocumentEventListener(this);
    }
}

void CommandDispatch::stop_listening() {
    uno::Reference<XDocumentEventBroadcaster> document;
    {
        const std::lock_guard lock(mutex_);
        document.set(document_, uno::UNO_QUERY);
        document_.clear();
    }
    if (document.is()) {
        document->removeDocumentEventListener(this);
    }
    if (frame_.is()) {
        frame_->removeFrameActionListener(this);
    }
}

void CommandDispatch::tell_all() {
    const bool enabled = enabled_now();
    for (const Listening& one : listeners()) {
        tell(one, enabled);
    }
}

void CommandDispatch::tell(const Listening& one, bool enabled) {
    frame::FeatureStateEvent event;
    event.Source = static_cast<frame::XDispatch*>(this);
    event.FeatureURL = one.url;
    event.IsEnabled = enabled;
    one.listener->statusChanged(event);
}

bool CommandDispatch::enabled_now() const {
    return is_enabled(command_, state_of(frame_));
}

std::vector<CommandDispatch::Listening> CommandDispatch::listeners() const {
    const std::lock_guard lock(mutex_);
    return listeners_;
}

} // namespace finsam::addin
