#pragma once
// Why a SIE file cannot be opened, for a message box: what is wrong, where, and what to do.

#include "bridge/language.hpp"
#include "parsers/sie_reader.hpp"

#include <string>

namespace finsam {

/// Of a reading that was not accepted. The Swedish text has the reader's own words; the English one says the same of
/// the kind of fault.
[[nodiscard]] std::string refusal_text(const sie::ReadResult& result, Language language);

} // namespace finsam
