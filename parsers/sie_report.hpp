#pragma once
// What the parts of the reader share: the diagnostics with their place, and the decoding of fields.

#include "parsers/diagnostic.hpp"
#include "parsers/sie_grammar.hpp"
#include "parsers/text_encoding.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace finsam::sie {

class Report {
public:
    explicit Report(TextEncoding encoding) : encoding_(encoding) {}

    void begin_line(std::uint64_t number, std::string_view text) noexcept;
    [[nodiscard]] std::uint64_t line() const noexcept { return line_; }
    /// Just after the current line's last byte: the place of what is missing.
    [[nodiscard]] const char* end_of_line() const noexcept { return end_; }

    /// About a place on the current line.
    void add(DiagnosticCode code, const char* at, std::string text);
    void add(DiagnosticCode code, Severity severity, const char* at, std::string text);
    /// About a line already read, or about the whole file (line 0).
    void add_at(DiagnosticCode code, std::uint64_t line, std::string text);

    /// Decodes a field of the current line into `out`; the key form drops blanks at either end.
    void text(std::string& out, const Field& field);
    void key(std::string& out, const Field& field);

    /// A label, number, series or account for a message: decoded, without control characters, cut when long.
    [[nodiscard]] std::string shown(std::string_view bytes) const;
    /// "”12,345”" when the field looks like a number or date, else "". A field in the wrong place may be a signature,
    /// which no message may hold.
    [[nodiscard]] static std::string shown_number(std::string_view bytes);

    /// In the file's order, those about the whole file first.
    [[nodiscard]] std::vector<Diagnostic> take();

private:
    void decode_field(std::string& out, const Field& field);

    TextEncoding encoding_;
    std::uint64_t line_ = 0;
    const char* begin_ = nullptr;
    const char* end_ = nullptr;
    bool plain_line_ = false; ///< its bytes mean the same in all character sets
    std::vector<Diagnostic> diagnostics_;
};

} // namespace finsam::sie
