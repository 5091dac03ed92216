#include "parsers/sie_report.hpp"

#include "parsers/sie_fields.hpp"
#include "parsers/sie_labels.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace finsam::sie {

namespace {

std::string_view label_of(std::string_view line) noexcept {
    line = trimmed(line);
    return line.starts_with('#') ? line.substr(1, line.find_first_of(" \t{}\"") - 1) : std::string_view();
}

/// Labels none of whose fields is a person's name or signature, wherever it may have ended up.
bool holds_no_persons(Label label) noexcept {
    switch (label) {
    case Label::gen:
    case Label::ver:
    case Label::trans:
    case Label::rtrans:
    case Label::btrans:
    case Label::adress:
    case Label::objekt: // dimension 7: employees
    case Label::prosa:
    case Label::unknown: return false;
    default: return true;
    }
}

/// The field, list or word that begins at `text`.
std::string_view first_token(std::string_view text) noexcept {
    if (text.starts_with('"')) {
        return text.substr(1, text.find('"', 1) - 1);
    }
    if (text.starts_with('{')) {
        const auto end = text.find('}');
        return text.substr(0, end == std::string_view::npos ? end : end + 1);
    }
    return text.substr(0, text.find_first_of(" \t\r{}\""));
}

/// Is the place just after a quote that opens a field?
bool begins_quoted_field(const char* line, const char* at) noexcept {
    const auto precedes_field = [](char c) { return c == ' ' || c == '\t' || c == '{'; };
    return at - line >= 2 && at[-1] == '"' && precedes_field(at[-2]);
}

/// The rest of the line up to the quote that closes the field.
std::string_view quoted_content(std::string_view text) noexcept {
    for (auto at = text.find('"'); at != std::string_view::npos; at = text.find('"', at + 1)) {
        const bool escaped = at > 0 && text[at - 1] == '\\' && at + 1 < text.size();
        if (!escaped && (at + 1 == text.size() || std::string_view(" \t\r{}").find(text[at + 1]) < 5)) {
            return text.substr(0, at);
        }
    }
    return text;
}

} // namespace

/// A place may be shown when it cannot be a person's: a label, a number, or a field of a record about the books.
bool Report::may_be_shown(std::string_view bytes, const char* at) const noexcept {
    const std::string_view label = label_of({begin_, static_cast<std::size_t>(end_ - begin_)});
    const bool is_label = bytes.starts_with('#') && label.data() == at + 1;
    return is_label || !shown_number(bytes).empty() || holds_no_persons(label_rule(label).label);
}

std::string Report::concerned(const char* at) const {
    const std::string_view rest{at, static_cast<std::size_t>(end_ - at)};
    const std::string_view bytes = begins_quoted_field(begin_, at) ? quoted_content(rest) : first_token(rest);
    return may_be_shown(bytes, at) ? shown(bytes) : std::string();
}

void Report::keep(Diagnostic diagnostic) {
    const bool of_voucher = diagnostic.code == DiagnosticCode::verifikation_obalanserad ||
                            diagnostic.code == DiagnosticCode::verifikation_avvisad;
    if (++counts_[static_cast<std::size_t>(diagnostic.code)] <= (of_voucher ? most_vouchers_kept : most_kept)) {
        diagnostics_.push_back(std::move(diagnostic));
    }
}

void Report::add(DiagnosticCode code, const char* at, std::string text) {
    add(code, default_severity(code), at, std::move(text));
}

void Report::add(DiagnosticCode code, Severity severity, const char* at, std::string text) {
    at = std::clamp(at, begin_, end_);
    keep({severity, code, line_, static_cast<std::uint32_t>(at - begin_) + 1, std::move(text), concerned(at)});
}

void Report::add_at(DiagnosticCode code, std::uint64_t line, std::string text, std::string concerned) {
    add_at(code, default_severity(code), line, std::move(text), std::move(concerned));
}

void Report::add_at(DiagnosticCode code, Severity severity, std::uint64_t line, std::string text,
                    std::string concerned) {
    keep({severity, code, line, line == 0 ? 0u : 1u, std::move(text), std::move(concerned)});
}

void Report::add_place(DiagnosticCode code, Severity severity, std::uint64_t line, std::uint32_t column,
                       std::string text, std::string concerned) {
    keep({severity, code, line, column, std::move(text), std::move(concerned)});
}

void Report::note(Characters& noted, const TextFinding& finding, const char* piece) {
    if (finding.count == 0) {
        return;
    }
    if (noted.count == 0) {
        noted.line = line_;
        noted.column = static_cast<std::uint32_t>(piece + finding.first - begin_) + 1;
        noted.concerned = concerned(piece);
    }
    noted.count += finding.count;
}

void Report::decode_field(std::string& out, std::string_view bytes, const Field& field) {
    out.clear();
    for_each_piece(bytes, field.has_backslash, [&](std::string_view piece) {
        TextFindings findings;
        append_repaired(out, piece, encoding_, findings);
        if (findings.any()) {
            note(invalid_, findings.invalid, piece.data());
            note(repaired_, findings.repaired, piece.data());
            note(uncertain_, findings.uncertain, piece.data());
            note(spoilt_, findings.spoilt, piece.data());
        }
    });
    if (has_nul_) {
        for (auto at = out.find('\0'); at != std::string::npos; at = out.find('\0', at)) {
            out.replace(at, 1, "\uFFFD");
        }
    }
}

void Report::tell(DiagnosticCode code, Characters& noted, std::string_view what) {
    if (noted.count > 0) {
        diagnostics_.push_back({default_severity(code), code, noted.line, noted.column,
                                fmt::format("{} tecken {}. Det första står här.", noted.count, what),
                                std::move(noted.concerned)});
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
    tell(DiagnosticCode::tecken_ogiltiga, invalid_,
         fmt::format("betyder ingenting i {}; de lästes som ersättningstecknet �", swedish_name(encoding_)));
    tell(DiagnosticCode::tecken_reparerade, repaired_,
         fmt::format("är inte skrivna i {} som resten av filen; de lästes som de bokstäver de är",
                     swedish_name(encoding_)));
    tell(DiagnosticCode::tecken_osakra, uncertain_,
         fmt::format("kan vara bokstäver i en annan teckenkodning än {}; de lästes som de står",
                     swedish_name(encoding_)));
    tell(DiagnosticCode::text_redan_forvanskad, spoilt_,
         "blev fel redan innan filen skrevs (å, ä och ö i fel teckenkodning); texten behölls som den står");
    for (std::size_t i = 0; i < diagnostic_code_count; ++i) {
        const auto code = static_cast<DiagnosticCode>(i);
        const auto kept = static_cast<std::uint64_t>(std::count_if(
            diagnostics_.begin(), diagnostics_.end(), [code](const Diagnostic& d) { return d.code == code; }));
        if (counts_[i] > kept) {
            diagnostics_.push_back({default_severity(DiagnosticCode::fler_meddelanden),
                                    DiagnosticCode::fler_meddelanden, 0, 0,
                                    fmt::format("Filen har {} meddelanden med koden {}; de {} första visas.",
                                                counts_[i], stable_name(code), kept),
                                    std::string(stable_name(code))});
        }
    }
    std::stable_sort(diagnostics_.begin(), diagnostics_.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return std::tie(a.line, a.column) < std::tie(b.line, b.column);
    });
    return std::move(diagnostics_);
}

} // namespace finsam::sie
