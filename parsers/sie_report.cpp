#include "parsers/sie_report.hpp"

#include "parsers/sie_fields.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace finsam::sie {

void Report::begin_line(std::uint64_t number, std::string_view text) noexcept {
    line_ = number;
    begin_ = text.data();
    end_ = text.data() + text.size();
    plain_line_ = is_plain(text);
}

void Report::add(DiagnosticCode code, const char* at, std::string text) {
    add(code, default_severity(code), at, std::move(text));
}

void Report::add(DiagnosticCode code, Severity severity, const char* at, std::string text) {
    const auto column = static_cast<std::uint32_t>(std::clamp(at, begin_, end_) - begin_) + 1;
    diagnostics_.push_back({severity, code, line_, column, std::move(text)});
}

void Report::add_at(DiagnosticCode code, std::uint64_t line, std::string text) {
    diagnostics_.push_back({default_severity(code), code, line, line == 0 ? 0u : 1u, std::move(text)});
}

void Report::text(std::string& out, const Field& field) {
    decode_field(out, field);
}

void Report::key(std::string& out, const Field& field) {
    Field content = field;
    content.bytes = trimmed(field.bytes);
    decode_field(out, content);
}

void Report::decode_field(std::string& out, const Field& field) {
    if (plain_line_ && !field.has_backslash) {
        out = field.bytes;
        return;
    }
    out.clear();
    std::size_t replaced = 0;
    for_each_piece(field, [&](std::string_view piece) { append_decoded(out, piece, encoding_, replaced); });
    if (replaced > 0) {
        add(DiagnosticCode::tecken_ogiltiga, field.bytes.data(),
            fmt::format("Fältet har {} byte som saknar betydelse i {}; de lästes som ersättningstecken.", replaced,
                        swedish_name(encoding_)));
    }
}

std::string Report::shown(std::string_view bytes) const {
    constexpr std::size_t longest = 40;
    const bool cut = bytes.size() > longest;
    std::string text = decode(bytes.substr(0, longest), encoding_);
    std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    return cut ? text + "…" : text;
}

std::string Report::shown_number(std::string_view bytes) {
    const bool numeric =
        !bytes.empty() && bytes.size() <= 40 && bytes.find_first_not_of("0123456789.,-+ ") == std::string_view::npos;
    return numeric ? fmt::format(" ”{}”", bytes) : std::string();
}

std::vector<Diagnostic> Report::take() {
    std::stable_sort(diagnostics_.begin(), diagnostics_.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return std::tie(a.line, a.column) < std::tie(b.line, b.column);
    });
    return std::move(diagnostics_);
}

} // namespace finsam::sie
