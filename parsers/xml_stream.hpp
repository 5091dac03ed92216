#pragma once
// XML as a stream of elements, from bytes that are not trusted: no tree, no DTD, no entities but XML's own five,
// nothing fetched, nothing written to stderr. Memory does not grow with the document.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace finsam {

/// The limits of what is read; a document beyond them is refused.
inline constexpr std::size_t deepest_xml = 64;            ///< elements inside each other
inline constexpr std::size_t longest_xml_tag = 64 * 1024; ///< bytes of a start tag with its attributes, or comment
inline constexpr std::size_t largest_xml = std::size_t{2} << 30; ///< bytes of the document

struct XmlAttribute {
    std::string_view name, namespace_uri, value; ///< UTF-8, entities and character references resolved
};

/// A start tag. Valid only during the call.
struct XmlElement {
    std::string_view name, namespace_uri;
    std::span<const XmlAttribute> attributes;
    std::uint64_t line = 0;   ///< of the tag's `<`, from 1
    std::uint32_t column = 0; ///< bytes of UTF-8, from 1

    /// The value of an attribute without namespace.
    [[nodiscard]] std::optional<std::string_view> attribute(std::string_view name) const noexcept;
};

/// Receives the elements; text between them is not told.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    /// False: read no further.
    virtual bool start_element(const XmlElement& element) = 0;
    virtual void end_element() = 0;
};

enum class XmlError : std::uint8_t {
    none,
    malformed,     ///< not well-formed
    ends_too_soon, ///< well-formed so far, but cut off
    document_type, ///< has a DOCTYPE, and so perhaps entities
    encoding,      ///< neither UTF-8 nor a Latin character set
    bad_character, ///< a byte that its character set lacks
    too_deep,
    too_long_tag,
    too_large,
};

/// How the reading ended, and where.
struct XmlOutcome {
    XmlError error = XmlError::none;
    std::uint64_t line = 0;
    std::uint32_t column = 0;
    std::string encoding; ///< as the document declares it; "" when it does not
};

/// Reads until the end, an error, or a handler that wants no more. An exception of the handler comes through.
[[nodiscard]] XmlOutcome read_xml(std::string_view bytes, XmlHandler& handler);

/// Does the first character, after a byte order mark and blanks, begin a tag?
[[nodiscard]] bool looks_like_xml(std::string_view bytes) noexcept;

} // namespace finsam
