#pragma once
// A fuzz target: one function of bytes. libFuzzer drives it in the preset `fuzz`; in every other build
// replay_corpus.cpp does, with the corpus alone.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace finsam::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) noexcept {
    return {reinterpret_cast<const char*>(data), size};
}

/// A property that must hold of every input; ends the program when it does not, as a fuzzer wants.
inline void demand(bool holds, const char* property) {
    if (!holds) {
        std::fprintf(stderr, "does not hold: %s\n", property);
        std::abort();
    }
}

} // namespace finsam::fuzz
