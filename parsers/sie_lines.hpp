#pragma once
// The lines of a SIE 1-4 file: what can be said of each by itself, its form and its part of the checksum.

#include "parsers/sie_grammar.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace finsam::sie {

/// What a line is to #KSUMMA (SIE 4C, the appendix on checksums). The first, without value, opens; the one with a
/// value closes.
enum class ChecksumMark : std::uint8_t { none, opened, closed_right, closed_wrong, closed_without_opening };

struct FileLine {
    std::string_view text;        ///< without LF or CR LF
    std::size_t plain_prefix = 0; ///< so many of its first bytes mean the same in all character sets
    Line line;                    ///< refers to `text`
    ChecksumMark checksum = ChecksumMark::none;
};

/// Splits a file into its lines, many at a time.
class FileLines {
public:
    /// `bytes` without byte order mark; they must outlive the object.
    explicit FileLines(std::string_view bytes);
    ~FileLines();

    /// The next lines, in the file's order; none at its end. Valid until the next call.
    [[nodiscard]] std::span<const FileLine> next();

private:
    class Splitter;
    std::unique_ptr<Splitter> splitter_;
};

} // namespace finsam::sie
