#include "parsers/sie_reader.hpp"

#include "parsers/sie_interpreter.hpp"
#include "parsers/sie_lines.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace finsam::sie {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t detection_window = 4096;

std::string_view without_byte_order_mark(std::string_view bytes) noexcept {
    bytes.remove_prefix(bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
    return bytes;
}

/// Why these bytes cannot be SIE 1-4 at all, or "".
std::string_view not_sie_because(std::string_view bytes) noexcept {
    const auto first = bytes.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) {
        return "Filen är tom.";
    }
    if (bytes.starts_with("PK\x03\x04")) {
        return "Filen är ett ZIP-arkiv och inte SIE typ 1–4. Packa upp arkivet och välj filen som ligger i det.";
    }
    const std::string_view beginning = bytes.substr(0, detection_window);
    const auto zeros = static_cast<std::size_t>(std::count(beginning.begin(), beginning.end(), '\0'));
    constexpr std::size_t one_in = 8; // UTF-16 of Latin text has one in two; a damaged file has a few
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") || zeros * one_in > beginning.size()) {
        return "Filen är binär eller i UTF-16 och inte SIE typ 1–4.";
    }
    if (bytes[first] == '<') {
        return "Filen är XML eller HTML och inte SIE typ 1–4.";
    }
    const bool has_record =
        bytes[first] == '#' || bytes.substr(0, detection_window).find("\n#") != std::string_view::npos;
    return has_record ? "" : "Filen har inga poster med # och är därför ingen SIE-fil.";
}

/// The state of #KSUMMA while the file is read.
class ChecksumReader {
public:
    void note(ChecksumMark mark, const Line& line, Report& report) {
        switch (mark) {
        case ChecksumMark::none: break;
        case ChecksumMark::opened: open_ = true; break;
        case ChecksumMark::closed_without_opening:
            report.add(DiagnosticCode::obligatorisk_post_saknas, line.label.data() - 1,
                       "Den inledande posten #KSUMMA saknas; kontrollsumman kunde inte prövas.");
            break;
        case ChecksumMark::closed_right: close(KsummaState::correct); break;
        case ChecksumMark::closed_wrong:
            report.add(
                DiagnosticCode::ksumma_fel, line.fields.front().bytes.data(),
                "Kontrollsumman stämmer inte: filen är ändrad eller skadad sedan den skrevs; filen används inte.");
            close(KsummaState::wrong);
            break;
        }
    }

    void end_of_file(Report& report) {
        if (open_) {
            state_ = KsummaState::interrupted;
            report.add_at(DiagnosticCode::ksumma_avbruten, 0,
                          "Filen har en inledande #KSUMMA men ingen avslutande: slutet saknas; filen används inte.");
        }
    }

    [[nodiscard]] KsummaState state() const noexcept { return state_; }

private:
    /// Of several the worst counts.
    void close(KsummaState state) noexcept {
        open_ = false;
        state_ = state_ == KsummaState::wrong ? state_ : state;
    }

    bool open_ = false;
    KsummaState state_ = KsummaState::absent;
};

void report_form(const Line& line, std::string_view text, Report& report) {
    for (const Remark& remark : line.remarks) {
        report.add(remark.code, remark.at,
                   remark.code == DiagnosticCode::citattecken_i_falt
                       ? "Citattecknet inne i fältet saknar \\ före sig; det lästes som text."
                       : "Fältets citattecken avslutas inte; fältet lästes till radens slut.");
    }
    if (line.kind == LineKind::other) {
        const bool brace = text.find_first_of("{}") != std::string_view::npos;
        report.add(brace ? DiagnosticCode::klammer_ogiltig : DiagnosticCode::okand_post, text.data(),
                   brace ? "Klammern står inte ensam på raden; raden lästes inte."
                         : "Raden börjar inte med # och lästes inte.");
    }
}

void use_line(const FileLine& read, Interpreter& interpreter) {
    switch (read.line.kind) {
    case LineKind::open: interpreter.open_brace(read.text.data() + read.text.find('{')); break;
    case LineKind::close: interpreter.close_brace(read.text.data() + read.text.find('}')); break;
    case LineKind::record: interpreter.record(read.line); break;
    case LineKind::blank:
    case LineKind::other: break;
    }
}

/// Zero bytes belong in no text. One line about all of them, at the first.
void report_zeros(std::string_view bytes, std::size_t first, Report& report) {
    const auto before = bytes.substr(0, first);
    const auto zeros = std::count(bytes.begin() + static_cast<std::ptrdiff_t>(first), bytes.end(), '\0');
    const auto begin = before.rfind('\n') + 1; // npos + 1 is 0
    report.begin_line(static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n')) + 1,
                      bytes.substr(begin, bytes.find('\n', first) - begin), 0);
    report.add(DiagnosticCode::nolltecken, bytes.data() + first,
               fmt::format("Filen har {} tecken med värdet noll och kan vara skadad; i texter ersattes de med �. Det "
                           "första står här.",
                           zeros));
}

ReadResult refused(DiagnosticCode code, std::string_view text) {
    ReadResult result;
    result.diagnostics.push_back({default_severity(code), code, 0, 0, std::string(text)});
    return result;
}

} // namespace

bool ReadResult::has_errors() const noexcept {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& d) { return d.severity == Severity::error; });
}

ReadResult read_sie(std::string_view bytes, Handler& handler) {
    const std::string_view marked = bytes;
    bytes = without_byte_order_mark(bytes);
    if (const std::string_view why = not_sie_because(bytes); !why.empty()) {
        return refused(DiagnosticCode::inte_sie, why);
    }
    if (bytes.ends_with('\x1A')) {
        bytes.remove_suffix(1); // the end of file mark of DOS
    }
    FileLines lines(bytes);
    const TextEncoding encoding = detect_encoding(marked);
    const auto zero = bytes.find('\0');
    Report report(encoding, zero != std::string_view::npos);
    if (zero != std::string_view::npos) {
        report_zeros(bytes, zero, report);
    }
    Interpreter interpreter(handler, report);
    ChecksumReader checksum;
    if (encoding != TextEncoding::cp437) {
        report.add_at(DiagnosticCode::teckenkodning_avviker, 0,
                      fmt::format("Filen är i {} och inte i cp437 som SIE kräver; den lästes som {}.",
                                  swedish_name(encoding), swedish_name(encoding)));
    }
    std::uint64_t number = 0;
    for (auto some = lines.next(); !some.empty(); some = lines.next()) {
        for (const FileLine& read : some) {
            report.begin_line(++number, read.text, read.plain_prefix);
            if (!read.line.remarks.empty() || read.line.kind == LineKind::other) {
                report_form(read.line, read.text, report);
            }
            checksum.note(read.checksum, read.line, report);
            use_line(read, interpreter);
        }
    }
    interpreter.end_of_file();
    checksum.end_of_file(report);

    ReadResult result;
    result.encoding = encoding;
    result.ksumma = checksum.state();
    interpreter.finish(result);
    result.accepted =
        result.accepted && (result.ksumma == KsummaState::absent || result.ksumma == KsummaState::correct);
    result.diagnostics = report.take();
    return result;
}

bool looks_like_sie(std::string_view bytes) noexcept {
    bytes = without_byte_order_mark(bytes).substr(0, detection_window);
    if (!not_sie_because(bytes).empty()) {
        return false;
    }
    const auto at = bytes.find("#FLAGGA");
    if (at == std::string_view::npos) {
        return false;
    }
    const auto before = bytes.substr(0, at).find_last_not_of(" \t");
    return before == std::string_view::npos || bytes[before] == '\n';
}

} // namespace finsam::sie
