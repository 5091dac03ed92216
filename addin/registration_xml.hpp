#pragma once
// XML of configuration files (.xcu), for the build tools that write them from tables.

#include "addin/text.hpp"

#include <string>
#include <string_view>

namespace finsam::addin {

[[nodiscard]] std::string escaped(std::string_view text);

/// A property with a value for each language.
void add_property(std::string& xml, std::string_view name, const Text& text);
/// A property that is the same in every language.
void add_property(std::string& xml, std::string_view name, std::string_view value);

/// A whole file of the component org.openoffice.PACKAGE.NAME; `package` as in "Office" or "Office.UI".
[[nodiscard]] std::string configuration(std::string_view package, std::string_view name, std::string_view content);

/// False when the file cannot be written.
[[nodiscard]] bool write_file(const char* path, const std::string& text);

} // namespace finsam::addin
