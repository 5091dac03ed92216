#pragma once
// Long work: a small window with what is being done and a button that stops it, while the document's window takes no
// input. One at a time.

#include "addin/commands/command_functions.hpp"
#include "addin/language.hpp"

#include <atomic>
#include <chrono>
#include <com/sun/star/awt/XDialog.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <functional>
#include <future>
#include <memory>
#include <string>

namespace finsam::addin {

/// Does all that the office put off until it has nothing else to do. Only while the user can change nothing.
void let_events_pass(const Context& context);

class Progress {
public:
    Progress(const Context& context, const Frame& frame, const Text& title);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();

    /// Shows what is done now and how much of the whole is behind, 0 to 100. False when the user wants to stop.
    [[nodiscard]] bool step(const Text& text, int percent);
    [[nodiscard]] bool is_cancelled() const noexcept; ///< from any thread
    /// For files that are read in the work `beside`: shows how much has been, and stops it when the user wants to.
    [[nodiscard]] std::function<bool(double share)> of_reading();

    /// Does work that needs no office in another thread, and lets the windows live meanwhile. What it throws comes out
    /// here. A user who stops meanwhile is heard where the work asks, or when it is done.
    template <class Work>
    std::invoke_result_t<Work> beside(Work work) {
        auto result = std::async(std::launch::async, std::move(work));
        while (result.wait_for(std::chrono::milliseconds(20)) != std::future_status::ready) {
            show_reached();
            let_events_pass(context_);
        }
        return result.get();
    }

private:
    class Window;
    void show_reached();

    Context context_;
    std::unique_ptr<Window> window_;
    std::atomic<int> reached_ = -1; ///< -1: shown already
};

} // namespace finsam::addin
