#pragma once
// #KSUMMA: CRC-32 over labels and field contents in code page 437 (SIE 4C, appendix on checksums).

#include <boost/crc.hpp>
#include <cstdint>
#include <string_view>

namespace finsam {

/// Feed every byte of each label (with '#') and of each field's content; not separators, enclosing quotes, structural
/// braces or line ends, and of `\"` only the quote.
class Ksumma {
public:
    void feed(std::string_view bytes) noexcept { crc_.process_bytes(bytes.data(), bytes.size()); }
    [[nodiscard]] std::uint32_t value() const noexcept { return crc_.checksum(); }

private:
    boost::crc_32_type crc_; ///< the polynomial and inversions of zlib
};

enum class KsummaState : std::uint8_t { absent, correct, wrong, interrupted };

/// "saknas", "ok", "fel" or "avbruten".
[[nodiscard]] std::string_view swedish_name(KsummaState state) noexcept;

} // namespace finsam
