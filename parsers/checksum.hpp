#pragma once
// #KSUMMA: CRC-32 over labels and field contents in code page 437 (SIE 4C, appendix on checksums).

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace finsam {

/// Feed every byte of each label (with '#') and of each field's content; not separators, enclosing quotes, structural
/// braces or line ends, and of `\"` only the quote.
class Ksumma {
public:
    void feed(std::string_view bytes) noexcept {
        if (bytes.size() > gathered_.size() - size_) {
            feed_full(bytes);
            return;
        }
        copy(gathered_.data() + size_, bytes);
        size_ += bytes.size();
    }
    [[nodiscard]] std::uint32_t value() const noexcept;

private:
    /// Most pieces have 1 to 32 bytes: copies of a fixed size that may overlap need no call.
    static void copy(char* to, std::string_view bytes) noexcept {
        const std::size_t size = bytes.size();
        const auto ends = [&](auto sized) {
            std::memcpy(to, bytes.data(), sizeof sized);
            std::memcpy(to + size - sizeof sized, bytes.data() + size - sizeof sized, sizeof sized);
        };
        if (size < 4) {
            if (size > 0) {
                to[0] = bytes[0];
                to[size / 2] = bytes[size / 2];
                to[size - 1] = bytes[size - 1];
            }
        } else if (size < 8) {
            ends(std::uint32_t{});
        } else if (size <= 16) {
            ends(std::uint64_t{});
        } else if (size <= 32) {
            ends(std::array<std::uint64_t, 2>{});
        } else {
            std::memcpy(to, bytes.data(), size);
        }
    }
    void feed_full(std::string_view bytes) noexcept;

    /// CRC-32 is many times faster over long runs, and the pieces of SIE are a few bytes each.
    std::array<char, 4096> gathered_{};
    std::size_t size_ = 0;
    std::uint32_t crc_ = 0; ///< of what was gathered before
};

enum class KsummaState : std::uint8_t { absent, correct, wrong, interrupted };

/// "saknas", "ok", "fel" or "avbruten".
[[nodiscard]] std::string_view swedish_name(KsummaState state) noexcept;

} // namespace finsam
