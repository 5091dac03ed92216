#include "parsers/sie_reader.hpp"

#include "parsers/sie_interpreter.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace finsam::sie {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view ksumma_label = "KSUMMA";
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

/// The state of #KSUMMA (SIE 4C, the appendix on checksums) while the file is read.
class ChecksumReader {
public:
    void feed(const Line& line) noexcept {
        if (!open_) {
            return;
        }
        sum_.feed({line.label.data() - 1, line.label.size() + 1}); // with '#'
        for (const Field& field : line.fields) {
            if (!field.is_list) {
                feed(field);
                continue;
            }
            for (std::uint32_t i = 0; i < field.count; ++i) {
                feed(line.list_fields[field.first + i]);
            }
        }
    }

    /// A #KSUMMA: the first, without value, opens; the one with a value closes.
    void mark(const Line& line, Report& report) {
        const std::string_view text = line.fields.empty() ? "" : trimmed(line.fields.front().bytes);
        if (text.empty()) {
            open_ = true;
            sum_ = Ksumma();
            return;
        }
        if (!open_) {
            report.add(DiagnosticCode::obligatorisk_post_saknas, line.label.data() - 1,
                       "Den inledande posten #KSUMMA saknas; kontrollsumman kunde inte prövas.");
            return;
        }
        open_ = false;
        std::uint32_t stored = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), stored);
        const bool right = error == std::errc() && end == text.data() + text.size() && stored == sum_.value();
        if (!right) {
            report.add(
                DiagnosticCode::ksumma_fel, line.fields.front().bytes.data(),
                "Kontrollsumman stämmer inte: filen är ändrad eller skadad sedan den skrevs; filen används inte.");
        }
        state_ = right && state_ != KsummaState::wrong ? KsummaState::correct : KsummaState::wrong;
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
    void feed(const Field& field) noexcept {
        for_each_piece(field.bytes, field.has_backslash, [this](std::string_view piece) { sum_.feed(piece); });
    }

    Ksumma sum_;
    bool open_ = false;
    KsummaState state_ = KsummaState::absent;
};

/// Takes the next line from the front of `rest`, without LF or CR LF.
std::string_view next_line(std::string_view& rest) noexcept {
    const auto end = rest.find('\n');
    std::string_view text = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (text.ends_with('\r')) {
        text.remove_suffix(1);
    }
    return text;
}

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

void use_line(const Line& line, std::string_view text, Interpreter& interpreter, ChecksumReader& checksum,
              Report& report) {
    switch (line.kind) {
    case LineKind::open: interpreter.open_brace(text.data() + text.find('{')); break;
    case LineKind::close: interpreter.close_brace(text.data() + text.find('}')); break;
    case LineKind::record:
        if (line.label == ksumma_label) {
            checksum.mark(line, report);
        } else {
            checksum.feed(line);
        }
        interpreter.record(line);
        break;
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
                      bytes.substr(begin, bytes.find('\n', first) - begin));
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
    const TextEncoding encoding = detect_encoding(bytes);
    bytes = without_byte_order_mark(bytes);
    if (const std::string_view why = not_sie_because(bytes); !why.empty()) {
        return refused(DiagnosticCode::inte_sie, why);
    }
    if (bytes.ends_with('\x1A')) {
        bytes.remove_suffix(1); // the end of file mark of DOS
    }
    const auto zero = bytes.find('\0');
    Report report(encoding, zero != std::string_view::npos);
    if (zero != std::string_view::npos) {
        report_zeros(bytes, zero, report);
    }
    Interpreter interpreter(handler, report);
    ChecksumReader checksum;
    Line line;
    if (encoding != TextEncoding::cp437) {
        report.add_at(DiagnosticCode::teckenkodning_avviker, 0,
                      fmt::format("Filen är i {} och inte i cp437 som SIE kräver; den lästes som {}.",
                                  swedish_name(encoding), swedish_name(encoding)));
    }
    for (std::uint64_t number = 1; !bytes.empty(); ++number) {
        const std::string_view text = next_line(bytes);
        report.begin_line(number, text);
        parse_line(text, line);
        if (!line.remarks.empty() || line.kind == LineKind::other) {
            report_form(line, text, report);
        }
        use_line(line, text, interpreter, checksum, report);
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
