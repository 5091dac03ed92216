#pragma once
// A screen of its own (Xvfb) with a keyboard and a mouse (xdotool). There is no window manager: a window gets the
// keyboard when it is asked for here.

#include "tests/command/run_command.hpp"
#include "tests/window/frame_buffer.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace finsam::window {

/// Asks until it is so, at most `limit`; false when it never was. The one place where these tests wait by time: what a
/// window shows is told by no event outside the office.
[[nodiscard]] bool wait_until(const std::function<bool()>& is_so,
                              std::chrono::milliseconds limit = std::chrono::seconds(30));

class Screen {
public:
    Screen();
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;
    ~Screen();

    /// ":1", "" when there is no screen.
    [[nodiscard]] const std::string& display() const noexcept { return display_; }

    [[nodiscard]] bool shows(const std::string& title) const;
    /// Waits for a window whose title begins so, and gives it the keyboard. False when none came.
    [[nodiscard]] bool focus(const std::string& title) const;
    [[nodiscard]] bool wait_for_end_of(const std::string& title) const;

    void keys(const std::vector<std::string>& keys) const; ///< "alt+n", "Return", "Escape"
    void type(const std::string& text) const;
    void click(int x, int y) const;
    void shift_click(int x, int y) const;
    /// Until the window with the keyboard is drawn: it is not of one colour, and some looks at it in a row agree but
    /// for a cursor that blinks.
    [[nodiscard]] bool wait_until_drawn() const;
    /// What the screen shows now, as NAME.png in the folder of pictures.
    void take_picture(const std::string& name) const;

private:
    [[nodiscard]] std::string xdotool(const std::vector<std::string>& arguments) const;
    [[nodiscard]] std::string find(const std::string& title) const;
    [[nodiscard]] Area focused_window() const;

    command_test::Folder frame_buffer_;
    pid_t server_ = -1;
    std::string display_;
};

} // namespace finsam::window
