#pragma once
// What an office shows in its windows, as it tells screen readers: where a button or a line is, to click on.

#include "tests/office/office.hpp"

#include <optional>
#include <string>

namespace finsam::window {

struct Point {
    int x = 0, y = 0;
};

/// The window whose title begins so; nothing when there is none.
[[nodiscard]] com::sun::star::uno::Reference<com::sun::star::uno::XInterface> find_window(const office::Office& office,
                                                                                          const std::string& title);

/// The middle of the visible thing whose name begins so in the window whose title begins so; nothing when there is
/// none.
[[nodiscard]] std::optional<Point> find_seen(const office::Office& office, const std::string& window_title,
                                             const std::string& name);

} // namespace finsam::window
