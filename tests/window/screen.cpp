#include "tests/window/screen.hpp"

#include <csignal>
#include <cstdio>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace finsam::window {
namespace {

/// Reads the number that the server writes when it is ready; "" when it ends instead.
std::string read_line(int from) {
    std::string line;
    for (char c = 0; read(from, &c, 1) == 1 && c != '\n';) {
        line += c;
    }
    return line;
}

/// A title as a regular expression of itself: "rapport.ods (skrivskyddad)".
std::string as_pattern(const std::string& title) {
    std::string pattern;
    for (const char c : title) {
        pattern += std::string_view("()[]{}.*+?^$|\\").find(c) == std::string_view::npos ? "" : "\\";
        pattern += c;
    }
    return pattern;
}

} // namespace

bool wait_until(const std::function<bool()>& is_so, std::chrono::milliseconds limit) {
    for (const auto end = std::chrono::steady_clock::now() + limit; std::chrono::steady_clock::now() < end;) {
        if (is_so()) {
            return true;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return is_so();
}

Screen::Screen() {
    int ends[2] = {};
    if (pipe(ends) != 0) {
        return;
    }
    server_ = fork();
    if (server_ == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        close(ends[0]);
        const std::string number = std::to_string(ends[1]);
        execl(FINSAM_XVFB, "Xvfb", "-displayfd", number.c_str(), "-screen", "0", "1280x860x24", "-nolisten", "tcp",
              "-fbdir", frame_buffer_.path().c_str(), nullptr);
        _exit(127);
    }
    close(ends[1]);
    const std::string number = read_line(ends[0]);
    close(ends[0]);
    display_ = number.empty() ? "" : ":" + number;
    std::filesystem::create_directories(FINSAM_PICTURES);
}

Screen::~Screen() {
    if (server_ > 0) {
        kill(server_, SIGTERM);
        waitpid(server_, nullptr, 0);
    }
}

std::string Screen::xdotool(const std::vector<std::string>& arguments) const {
    command_test::RunOptions options;
    options.environment = {{"DISPLAY", display_}, {"LC_ALL", "C.UTF-8"}};
    return command_test::run_program(FINSAM_XDOTOOL, arguments, options).out;
}

std::string Screen::find(const std::string& title) const {
    const std::string found = xdotool({"search", "--onlyvisible", "--name", "^" + as_pattern(title)});
    return found.substr(0, found.find('\n'));
}

bool Screen::shows(const std::string& title) const {
    return !find(title).empty();
}

bool Screen::focus(const std::string& title) const {
    std::string window;
    if (!wait_until([&] { return !(window = find(title)).empty(); })) {
        take_picture("no-window");
        return false;
    }
    (void)xdotool({"windowfocus", "--sync", window});
    return true;
}

bool Screen::wait_for_end_of(const std::string& title) const {
    return wait_until([&] { return !shows(title); });
}

void Screen::keys(const std::vector<std::string>& keys) const {
    std::vector<std::string> arguments = {"key", "--delay", "30"};
    arguments.insert(arguments.end(), keys.begin(), keys.end());
    (void)xdotool(arguments);
}

void Screen::type(const std::string& text) const {
    (void)xdotool({"type", "--delay", "3", text});
}

void Screen::click(int x, int y) const {
    (void)xdotool({"mousemove", std::to_string(x), std::to_string(y), "click", "1"});
}

void Screen::shift_click(int x, int y) const {
    (void)xdotool(
        {"mousemove", std::to_string(x), std::to_string(y), "keydown", "shift", "click", "1", "keyup", "shift"});
}

/// Without one, the whole screen.
Area Screen::focused_window() const {
    Area area{0, 0, 1280, 860};
    const std::string told = xdotool({"getwindowfocus", "getwindowgeometry", "--shell"});
    const auto at = told.find("X=");
    if (at != told.npos) {
        (void)std::sscanf(told.c_str() + at, "X=%d\nY=%d\nWIDTH=%d\nHEIGHT=%d", &area.x, &area.y, &area.width,
                          &area.height);
    }
    return area;
}

bool Screen::wait_until_drawn() const {
    constexpr int enough = 3;
    constexpr std::size_t text_cursor = 100; // pixels that blink
    const Area window = focused_window();
    std::string before;
    int agreeing = 0;
    return wait_until([&] {
        std::string now = pixels_of(frame_buffer_ / "Xvfb_screen0", window);
        agreeing = differing_pixels(now, before) <= text_cursor ? agreeing + 1 : 0;
        before = std::move(now);
        return agreeing >= enough && !is_one_colour(before);
    });
}

void Screen::take_picture(const std::string& name) const {
    command_test::RunOptions options;
    options.environment = {{"DISPLAY", display_}};
    const std::string file = std::string(FINSAM_PICTURES) + "/" + name + ".png";
    (void)command_test::run_program(FINSAM_SCREENSHOT, {"-window", "root", file}, options);
}

} // namespace finsam::window
