#pragma once
// What the command says of the signature of a SIE 5 file.

#include "parsers/sie_signature.hpp"

#include <string_view>

namespace finsam::command {

/// A Swedish sentence, or two.
[[nodiscard]] std::string_view signature_text(sie::SignatureState state) noexcept;

} // namespace finsam::command
