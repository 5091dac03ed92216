#pragma once
// Which signatures say something of a whole file. Looks at the Signature element only; computes nothing.

#include <cstdint>
#include <libxml/tree.h>

namespace finsam::sie {

enum class SignaturePolicy : std::uint8_t {
    checkable,
    weak,        ///< checkable, but with SHA-1
    unsupported, ///< a method that is not known here, or no key in the file
    deceptive,   ///< leaves a part of the file unsigned, or names something outside it
};

/// The Signature elements directly below the root.
struct Signatures {
    xmlNode* first = nullptr;
    int count = 0;
};
[[nodiscard]] Signatures find_signatures(xmlDoc* document) noexcept;

[[nodiscard]] SignaturePolicy judge(const xmlNode* signature);

} // namespace finsam::sie
