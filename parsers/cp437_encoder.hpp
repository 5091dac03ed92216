#pragma once
// From any UTF-8 text to what a field of SIE can hold: code page 437 without control characters (SIE 4C §5.7, §5.8).

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace finsam {

/// What the code page lacks, and Σ σ ÷ Θ ⁿ and its lines and blocks, whose bytes mean letters in the character sets
/// that readers also expect, is written otherwise, in this order:
///   1. control characters (line feed and tab too) become a blank; marks without width are left out;
///   2. known look-alikes: € EUR, ” ", ’ ', – -, … ..., and the like;
///   3. the letter in Latin script, then without its accents: š s, ø o, И I;
///   4. `?`.
/// § is byte 0x15, the graphic of the code page, and the non-breaking space byte 0xFF.
class Cp437Encoder {
public:
    Cp437Encoder();
    Cp437Encoder(const Cp437Encoder&) = delete;
    Cp437Encoder& operator=(const Cp437Encoder&) = delete;
    ~Cp437Encoder();

    struct Outcome {
        std::size_t replaced = 0; ///< characters that are written otherwise
        std::string examples;     ///< the first few of them, for a message: "€, –, U+0009"
    };
    /// Adds the text's bytes to the end of `out`.
    Outcome append(std::string& out, std::string_view utf8);

private:
    class Latin;
    Outcome append_composed(std::string& out, std::string_view utf8);
    void append_replacement(std::string& out, char32_t character);

    std::unique_ptr<Latin> latin_; ///< made when first needed: few files ever do
};

} // namespace finsam
