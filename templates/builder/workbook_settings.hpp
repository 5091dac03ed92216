#pragma once
// What a workbook remembers of how it was made, so that later commands know its rows: a document property, as JSON.

#include "bridge/report/layout.hpp"
#include "templates/builder/capacities.hpp"

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace finsam::workbook {

inline constexpr std::string_view settings_property = "Finsam";
/// The insats dimension of the books, a property by itself: it comes with the data.
inline constexpr std::string_view dimension_property = "Finsam dimension";

struct WorkbookSettings {
    DocumentKind document = DocumentKind::annual;
    std::string layout_toml; ///< the layout itself: the built-in one of that name may have changed since
    Capacities capacities;
    LayoutChoice choice{}; ///< unit and tables

    /// The layout with what was chosen in it.
    [[nodiscard]] tl::expected<Layout, std::string> layout() const;

    [[nodiscard]] std::string to_json() const;
    [[nodiscard]] static tl::expected<WorkbookSettings, std::string> from_json(std::string_view json);
};

} // namespace finsam::workbook
