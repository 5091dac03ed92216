#include "parsers/sie5_reader.hpp"

#include "parsers/sie5_interpreter.hpp"
#include "parsers/xml_stream.hpp"

#include <fmt/format.h>
#include <strings.h>

namespace finsam::sie {
namespace {

/// The namespace stands in the root's start tag; comments may come before it.
constexpr std::size_t detection_window = 16 * 1024;

DiagnosticCode code_of(XmlError error) noexcept {
    switch (error) {
    case XmlError::document_type: return DiagnosticCode::xml_dtd;
    case XmlError::too_deep:
    case XmlError::too_long_tag:
    case XmlError::too_large: return DiagnosticCode::xml_grans;
    case XmlError::ends_too_soon: return DiagnosticCode::filen_avbruten;
    case XmlError::encoding: return DiagnosticCode::inte_sie;
    default: return DiagnosticCode::xml_ogiltig;
    }
}

std::string text_of(XmlError error) {
    switch (error) {
    case XmlError::none: return {};
    case XmlError::malformed:
        return "Filen är inte välformad XML: den är skadad, eller ändrad för hand. Den används inte.";
    case XmlError::ends_too_soon: return "Filen tar slut mitt i: slutet saknas. Den används inte.";
    case XmlError::document_type:
        return "Filen har en dokumenttypsdeklaration (DOCTYPE), som kan dölja och mångfaldiga innehåll och inte "
               "förekommer i SIE 5. Den används inte.";
    case XmlError::encoding: return "Filen är varken i UTF-8 eller ISO-8859-1, som SIE 5 kräver. Den används inte.";
    case XmlError::bad_character:
        return "Filen har ett tecken som inte finns i den teckenuppsättning som den anger. Den används inte.";
    case XmlError::too_deep:
        return fmt::format("Filen har fler än {} element inuti varandra. Den används inte.", deepest_xml);
    case XmlError::too_long_tag:
        return fmt::format("Ett element är längre än {} kB. Filen används inte.", longest_xml_tag / 1024);
    case XmlError::too_large: return "Filen är större än 2 GB. Den används inte.";
    }
    return {};
}

TextEncoding encoding_of(std::string_view declared) noexcept {
    const std::string name(declared);
    const auto is = [&](const char* known) { return strcasecmp(name.c_str(), known) == 0; };
    return name.empty() || is("UTF-8") ? TextEncoding::utf8
           : is("windows-1252")        ? TextEncoding::windows1252
                                       : TextEncoding::iso8859_1;
}

SignatureState check_signature(const Sie5Interpreter& file, std::string_view bytes, const SignatureVerifier& verifier) {
    if (file.signatures() == 0) {
        return SignatureState::absent;
    }
    return verifier ? verifier(bytes) : SignatureState::not_checked;
}

void report_signature(SignatureState state, bool is_entry_file, Report& report) {
    switch (state) {
    case SignatureState::valid: return;
    case SignatureState::absent:
        if (!is_entry_file) { // only the export must be signed
            report.add_at(
                DiagnosticCode::signatur_saknas, 0,
                "Filen saknar signatur, som SIE 5 kräver; om den är ändrad kan inte prövas. Den lästes ändå.");
        }
        return;
    case SignatureState::weak:
        report.add_at(DiagnosticCode::signatur_svag, 0,
                      "Signaturen stämmer men är gjord med SHA-1, som kan förfalskas; den visar inte att filen är "
                      "oförändrad. Filen lästes ändå.");
        return;
    case SignatureState::invalid:
        report.add_at(DiagnosticCode::signatur_ogiltig, 0,
                      "Signaturen är ogiltig: filen är ändrad sedan den signerades, eller så omfattar signaturen inte "
                      "hela filen. Filen används inte.");
        return;
    case SignatureState::not_checked:
        report.add_at(DiagnosticCode::signatur_ej_provad, 0, "Filens signatur har inte prövats.");
        return;
    }
}

} // namespace

std::string_view swedish_name(SignatureState state) noexcept {
    switch (state) {
    case SignatureState::absent: return "saknas";
    case SignatureState::valid: return "giltig";
    case SignatureState::weak: return "svag";
    case SignatureState::invalid: return "ogiltig";
    case SignatureState::not_checked: return "ej prövad";
    }
    return "";
}

ReadResult read_sie5(std::string_view bytes, Handler& handler, const SignatureVerifier& verifier) {
    Report report(TextEncoding::utf8);
    Sie5Interpreter interpreter(handler, report);
    ReadResult result;
    result.info.sie_type = 5;
    if (!looks_like_xml(bytes)) {
        report.add_at(DiagnosticCode::inte_sie, 0, "Filen är inte XML och därför inte SIE 5.");
        result.diagnostics = report.take();
        return result;
    }
    const XmlOutcome outcome = read_xml(bytes, interpreter);
    if (outcome.error != XmlError::none) {
        const DiagnosticCode code = code_of(outcome.error);
        report.add_place(code, default_severity(code), outcome.line, outcome.column, text_of(outcome.error));
    }
    result.encoding = encoding_of(outcome.encoding);
    if (interpreter.is_sie5()) {
        interpreter.finish(result);
        if (outcome.error == XmlError::none) {
            result.signature = check_signature(interpreter, bytes, verifier);
            report_signature(result.signature, interpreter.is_entry_file(), report);
            result.accepted = result.signature != SignatureState::invalid;
        }
    }
    result.diagnostics = report.take();
    return result;
}

bool looks_like_sie5(std::string_view bytes) noexcept {
    return looks_like_xml(bytes) && bytes.substr(0, detection_window).find(sie5_namespace) != std::string_view::npos;
}

} // namespace finsam::sie
