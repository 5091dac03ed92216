#pragma once
// One command in one frame: whether it is enabled, and the running of it.

#include "addin/commands/command_functions.hpp"

#include <com/sun/star/document/XDocumentEventListener.hpp>
#include <com/sun/star/frame/XDispatch.hpp>
#include <com/sun/star/frame/XFrameActionListener.hpp>
#include <cppuhelper/implbase3.hxx>
#include <mutex>
#include <vector>

namespace finsam::addin {

class CommandDispatch final
    : public cppu::WeakImplHelper3<com::sun::star::frame::XDispatch, com::sun::star::frame::XFrameActionListener,
                                   com::sun::star::document::XDocumentEventListener> {
public:
    using URL = com::sun::star::util::URL;
    using StatusListener = com::sun::star::uno::Reference<com::sun::star::frame::XStatusListener>;

    CommandDispatch(const Context& context, const Frame& frame, const Command& command)
        : context_(context), frame_(frame), command_(command) {}

    /// The work is done from the event loop, after this has returned: in the main thread, where dialogs belong, whoever
    /// asks, and outside the menu that was clicked.
    void SAL_CALL dispatch(
        const URL& url, const com::sun::star::uno::Sequence<com::sun::star::beans::PropertyValue>& arguments) override;
    void SAL_CALL addStatusListener(const StatusListener& listener, const URL& url) override;
    void SAL_CALL removeStatusListener(const StatusListener& listener, const URL& url) override;

    void SAL_CALL frameAction(const com::sun::star::frame::FrameActionEvent& event) override;
    void SAL_CALL documentEventOccured(const com::sun::star::document::DocumentEvent& event) override;
    void SAL_CALL disposing(const com::sun::star::lang::EventObject& source) override;

private:
    struct Listening {
        StatusListener listener;
        URL url;
    };

    void listen_to_frame();
    void listen_to_document();
    void stop_listening();
    void tell_all();
    void tell(const Listening& one, bool enabled);
    [[nodiscard]] bool enabled_now() const;
    [[nodiscard]] std::vector<Listening> listeners() const;

    Context context_;
    Frame frame_;
    const Command& command_;
    mutable std::mutex mutex_; ///< of what follows
    std::vector<Listening> listeners_;
    com::sun::star::uno::Reference<com::sun::star::uno::XInterface> document_; ///< whose events are heard
};

} // namespace finsam::addin
