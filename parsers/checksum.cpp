#include "parsers/checksum.hpp"

#include <libdeflate.h>

namespace finsam {

void Ksumma::feed_full(std::string_view bytes) noexcept {
    crc_ = value();
    size_ = 0;
    crc_ = libdeflate_crc32(crc_, bytes.data(), bytes.size());
}

std::uint32_t Ksumma::value() const noexcept {
    return libdeflate_crc32(crc_, gathered_.data(), size_);
}

std::string_view swedish_name(KsummaState state) noexcept {
    switch (state) {
    case KsummaState::absent: return "saknas";
    case KsummaState::correct: return "ok";
    case KsummaState::wrong: return "fel";
    case KsummaState::interrupted: return "avbruten";
    }
    return "";
}

} // namespace finsam
