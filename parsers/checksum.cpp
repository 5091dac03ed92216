#include "parsers/checksum.hpp"

namespace finsam {

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
