#pragma once
// The XML digital signature of a SIE 5 file: what a verifier says of it. The verifier itself stands in
// parsers/signature, with its libraries, so that a program may read SIE 5 without them.

#include <cstdint>
#include <functional>
#include <string_view>

namespace finsam::sie {

/// A valid signature says that the content is unchanged since it was signed with the key that the file itself holds. It
/// does not say who signed.
enum class SignatureState : std::uint8_t {
    absent,
    valid,
    weak,        ///< as valid, but made with SHA-1, which can be forged
    invalid,     ///< the content is changed, or the signature is of a kind that proves nothing of the whole file
    not_checked, ///< present, and no verifier at hand or the file too large for it
};

/// "saknas", "giltig", "svag", "ogiltig" or "ej prövad".
[[nodiscard]] std::string_view swedish_name(SignatureState state) noexcept;

/// Judges the signature that `bytes`, a well-formed SIE 5 file without DOCTYPE, has below its root.
using SignatureVerifier = std::function<SignatureState(std::string_view bytes)>;

} // namespace finsam::sie
