#pragma once
// A command of the menu Finsam, dispatched as a macro does, in a document that is open.

#include "tests/office/document.hpp"
#include "tests/office/office.hpp"

#include <com/sun/star/uno/Any.hxx>
#include <map>
#include <string>

namespace finsam::office {

using CommandArguments = std::map<std::string, com::sun::star::uno::Any>;

/// Returns when the command has ended. The arguments must answer what it would ask, or it waits for a user.
void run_command(const Office& office, const Document& document, const std::string& name,
                 const CommandArguments& arguments);

/// The argument of a file: its URL.
[[nodiscard]] com::sun::star::uno::Any file_argument(const std::filesystem::path& path);

} // namespace finsam::office
