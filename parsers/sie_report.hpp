#pragma once
// What the parts of the reader share: the diagnostics with their place, and the decoding of fields.

#include "parsers/diagnostic.hpp"
#include "parsers/sie_fields.hpp"
#include "parsers/sie_grammar.hpp"
#include "parsers/text_repair.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace finsam::sie {

/// Memory is bounded whatever the file holds: of each code only the first are kept, and the rest are counted.
class Report {
public:
    /// Of an ordinary code, and of those that name a voucher.
    static constexpr std::uint64_t most_kept = 1'000, most_vouchers_kept = 100'000;

    explicit Report(TextEncoding encoding, bool has_nul = false) : encoding_(encoding), has_nul_(has_nul) {}

    /// The first `plain` bytes of the line mean the same in all character sets.
    void begin_line(std::uint64_t number, std::string_view text, std::size_t plain) noexcept {
        line_ = number;
        begin_ = text.data();
        end_ = text.data() + text.size();
        plain_end_ = text.data() + plain;
    }
    [[nodiscard]] std::uint64_t line() const noexcept { return line_; }
    /// Just after the current line's last byte: the place of what is missing.
    [[nodiscard]] const char* end_of_line() const noexcept { return end_; }

    /// About a place on the current line.
    void add(DiagnosticCode code, const char* at, std::string text);
    void add(DiagnosticCode code, Severity severity, const char* at, std::string text);
    /// About a line already read, or about the whole file (line 0).
    void add_at(DiagnosticCode code, std::uint64_t line, std::string text, std::string concerned = {});
    void add_at(DiagnosticCode code, Severity severity, std::uint64_t line, std::string text,
                std::string concerned = {});

    /// About a place that the reader knows without the line's text.
    void add_place(DiagnosticCode code, Severity severity, std::uint64_t line, std::uint32_t column, std::string text,
                   std::string concerned = {});

    /// Decodes a field of the current line into `out`; the key form drops blanks at either end.
    void text(std::string& out, const Field& field) { store(out, field.bytes, field); }
    void key(std::string& out, const Field& field) { store(out, trimmed(field.bytes), field); }

    /// A label, number, series or account for a message: decoded, without control characters, cut when long.
    [[nodiscard]] std::string shown(std::string_view bytes) const;
    /// "”12,345”" when the field looks like a number or date, else "". A field in the wrong place may be a signature,
    /// which no message may hold.
    [[nodiscard]] static std::string shown_number(std::string_view bytes);

    /// In the file's order, those about the whole file first.
    [[nodiscard]] std::vector<Diagnostic> take();

private:
    /// Characters of one kind, told once for the file.
    struct Characters {
        std::uint64_t count = 0, line = 0;
        std::uint32_t column = 0;
        std::string concerned;
    };

    void store(std::string& out, std::string_view bytes, const Field& field) {
        if (bytes.data() + bytes.size() <= plain_end_ && !field.has_backslash) {
            out = bytes;
        } else {
            decode_field(out, bytes, field);
        }
    }
    void decode_field(std::string& out, std::string_view bytes, const Field& field);
    void note(Characters& noted, const TextFinding& finding, const char* piece);
    void tell(DiagnosticCode code, Characters& noted, std::string_view what);
    void keep(Diagnostic diagnostic);
    [[nodiscard]] bool may_be_shown(std::string_view bytes, const char* at) const noexcept;
    [[nodiscard]] std::string concerned(const char* at) const;

    TextEncoding encoding_;
    bool has_nul_;
    Characters invalid_, repaired_, uncertain_, spoilt_;
    std::array<std::uint64_t, diagnostic_code_count> counts_{};
    std::uint64_t line_ = 0;
    const char* begin_ = nullptr;
    const char* end_ = nullptr;
    const char* plain_end_ = nullptr; ///< bytes of the line before it mean the same in all character sets
    std::vector<Diagnostic> diagnostics_;
};

} // namespace finsam::sie
