#pragma once
// The XML digital signature of a SIE 5 file, checked with xmlsec and OpenSSL. A library of its own: the extension does
// without it, since an office has an xmlsec of its own.

#include "parsers/sie_signature.hpp"

#include <cstddef>
#include <string_view>

namespace finsam::sie {

/// Checking needs the document as a tree, some ten times its size in memory; larger files are not checked.
inline constexpr std::size_t largest_signed_file = std::size_t{64} << 20;

/// A SignatureVerifier. What the signature must be:
/// - one, directly below the root, with a reference to the whole document (URI="") by the enveloped-signature
/// transform;
///   further references only to parts of the same document; no transforms but that one and canonicalization. Anything
///   else is `invalid`: a signature of a part says nothing of the rest.
/// - RSA or ECDSA with SHA-256, SHA-384 or SHA-512; SHA-1 makes it `weak`. Other methods are `not_checked`.
/// - with its key, or a certificate that holds it, in KeyInfo; else `not_checked`. Nothing is fetched, and no
/// certificate
///   is traced to an issuer: what is valid is unchanged since it was signed with that key, by whomever.
[[nodiscard]] SignatureState verify_signature(std::string_view bytes);

} // namespace finsam::sie
