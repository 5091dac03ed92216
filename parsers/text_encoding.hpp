#pragma once
// Character sets of SIE files. SIE 4C §5.8 prescribes IBM code page 437; real files also hold UTF-8 and Windows-1252.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace finsam {

/// SIE 1-4 are never taken for ISO 8859-1; SIE 5 may declare it.
enum class TextEncoding : std::uint8_t { cp437, utf8, windows1252, iso8859_1 };

/// "cp437", "utf-8", "windows-1252" or "iso-8859-1".
[[nodiscard]] std::string_view swedish_name(TextEncoding encoding) noexcept;

/// Decides from all bytes: UTF-8 when more of the high bytes form its sequences (a BOM is one) than break them, else
/// the counts of å ä ö Å Ä Ö in CP437 and Latin-1. Plain ASCII is called CP437, as the standard says.
[[nodiscard]] TextEncoding detect_encoding(std::string_view bytes) noexcept;

/// Length of the leading run of bytes from 0x20 to 0x7F, which mean the same in all these character sets.
[[nodiscard]] std::size_t plain_prefix(std::string_view bytes) noexcept;

/// To UTF-8. Bytes that the character set lacks become U+FFFD and are counted in `replaced`.
[[nodiscard]] std::string decode(std::string_view bytes, TextEncoding encoding, std::size_t* replaced = nullptr);

/// The same, added to the end of `out`; adds to `replaced`. For readers that reuse their strings.
void append_decoded(std::string& out, std::string_view bytes, TextEncoding encoding, std::size_t& replaced);

/// To CP437, or nothing when a character has no place there.
[[nodiscard]] std::optional<std::string> encode_cp437(std::string_view utf8);

} // namespace finsam
