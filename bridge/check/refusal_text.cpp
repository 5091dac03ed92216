#include "bridge/check/refusal_text.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace finsam {
namespace {

/// The English of a fault of the whole file, and what to do in both languages.
struct Advice {
    DiagnosticCode code;
    std::string_view fault, english, swedish;
};

constexpr std::string_view export_again_en = "Fetch or export the file again.",
                           export_again_sv = "Hämta eller exportera filen på nytt.";
constexpr std::string_view right_file_en = "Check that it is the right file. In the accounting system, export SIE 4E.",
                           right_file_sv = "Kontrollera att det är rätt fil. I ekonomisystemet heter den SIE 4E.";

constexpr std::array advice = std::to_array<Advice>({
    {DiagnosticCode::inte_sie,
     "The file is not an accounting file of the Swedish SIE format: it is empty, binary, or of "
     "another format.",
     right_file_en, right_file_sv},
    {DiagnosticCode::sietyp_okand, "#SIETYP is not 1, 2, 3 or 4.", "Export the file as SIE type 4.",
     "Exportera om filen som SIE typ 4."},
    {DiagnosticCode::ksumma_fel,
     "The checksum (#KSUMMA) is wrong: the file was changed or damaged after it was written.",
     "Export it again. A SIE file with a checksum must not be changed.",
     "Exportera om den. En SIE-fil med kontrollsumma får inte ändras."},
    {DiagnosticCode::ksumma_avbruten, "The closing #KSUMMA is missing: the file is cut off.", export_again_en,
     export_again_sv},
    {DiagnosticCode::filen_avbruten, "The file ends in the middle of its content.", export_again_en, export_again_sv},
    {DiagnosticCode::xml_ogiltig, "The file is SIE 5 but not well-formed XML.",
     "Fetch or export the file again. A SIE file must not be changed.",
     "Hämta eller exportera filen på nytt. En SIE-fil får inte ändras."},
    {DiagnosticCode::xml_dtd, "The file has a document type declaration (DOCTYPE), which SIE 5 does not allow.",
     "Do not use the file until you know where it comes from.", "Använd inte filen förrän du vet varifrån den kommer."},
    {DiagnosticCode::xml_grans, "The file is larger or more deeply nested than a SIE 5 file can be.", right_file_en,
     right_file_sv},
    {DiagnosticCode::signatur_ogiltig, "The content was changed after the file was signed.", export_again_en,
     export_again_sv},
});

constexpr Advice unknown{DiagnosticCode::inte_sie, "Nothing of the file can be used.", export_again_en,
                         export_again_sv};

const Advice& advice_on(DiagnosticCode code) noexcept {
    const auto found = std::ranges::find(advice, code, &Advice::code);
    return found == advice.end() ? unknown : *found;
}

/// The fault of the whole file; the first error when there is none such.
const Diagnostic* fault_of(const sie::ReadResult& result) noexcept {
    const auto is_error = [](const Diagnostic& item) { return item.severity == Severity::error; };
    const auto of_whole_file = [](const Diagnostic& item) {
        return std::ranges::find(advice, item.code, &Advice::code) != advice.end();
    };
    auto found = std::ranges::find_if(result.diagnostics, of_whole_file);
    if (found == result.diagnostics.end()) {
        found = std::ranges::find_if(result.diagnostics, is_error);
    }
    return found == result.diagnostics.end() ? nullptr : &*found;
}

} // namespace

std::string refusal_text(const sie::ReadResult& result, Language language) {
    const Diagnostic* const fault = fault_of(result);
    const bool swedish = language == Language::swedish;
    const Advice& own = fault == nullptr ? unknown : advice_on(fault->code);
    if (fault == nullptr) {
        return fmt::format("{}\n\n{}", swedish ? "Inget i filen kan användas." : own.fault,
                           swedish ? own.swedish : own.english);
    }
    const std::string place = fault->line == 0 ? "" : fmt::format("{} {}: ", swedish ? "Rad" : "Line", fault->line);
    return fmt::format("{}{}\n\n{}", place, swedish ? std::string_view(fault->text) : own.fault,
                       swedish ? own.swedish : own.english);
}

} // namespace finsam
