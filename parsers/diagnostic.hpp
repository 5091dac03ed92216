#pragma once
// What a reader has to say about its input. One enumeration; each value has a stable name, a severity and a Swedish
// text in one table (diagnostic.cpp). Errors inside the house are values of this type, not exceptions.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace finsam {

enum class Severity : std::uint8_t { info, warning, error };

/// Stable codes; the name in JSON is the enumerator's name (`stable_name`). Never rename. The numbers are kept nowhere.
enum class DiagnosticCode : std::uint16_t {
    // the whole file: nothing of it is used
    filen_kan_inte_lasas,
    inte_sie,
    sietyp_okand,
    ksumma_fel,
    ksumma_avbruten,
    filen_avbruten,
    xml_ogiltig,
    xml_dtd,
    xml_grans,
    signatur_ogiltig,
    // one record is left out
    post_saknar_falt,
    belopp_ogiltigt,
    datum_ogiltigt,
    period_ogiltig,
    rakenskapsar_ogiltigt,
    objektlista_ogiltig,
    klammer_ogiltig,
    trans_utan_verifikation,
    nummer_ogiltigt,
    // one voucher
    verifikation_obalanserad,
    verifikation_avvisad,
    // tolerated, said
    okand_post,
    citattecken_ej_avslutat,
    citattecken_i_falt,
    klammer_saknas,
    decimalkomma,
    format_avviker,
    teckenkodning_avviker,
    tecken_ogiltiga,
    tecken_reparerade,
    tecken_osakra,
    text_redan_forvanskad,
    nolltecken,
    redan_inlast,
    konto_ej_deklarerat,
    objekt_ej_deklarerat,
    dimension_ej_deklarerad,
    verifikationsnummer_dubblett,
    verifikation_tom,
    rtrans_utan_trans,
    obligatorisk_post_saknas,
    ingaende_balans_obalanserad,
    organisationsnummer_avviker,
    rakenskapsar_overlappar,
    rakenskapsar_dubblett,
    konto_dubblett,
    saldo_dubblett,
    post_ej_tillaten,
    datum_utanfor_rakenskapsar,
    signatur_saknas,
    signatur_svag,
    signatur_ej_provad,
    ersatter_fil,
    laggs_till_fil,
    importfil_ej_inlast,
    adress_otydlig,
    fler_meddelanden,
    // writing
    tecken_ersatta,
    uppgift_beraknad,
    uppgift_ej_skriven,
    // reconciliation
    saldo_avviker,
    utgaende_balans_obalanserad,
};
inline constexpr std::size_t diagnostic_code_count =
    static_cast<std::size_t>(DiagnosticCode::utgaende_balans_obalanserad) + 1;

/// Where and what. Line and column count from 1; 0 means "the file as a whole". Column counts bytes.
struct Diagnostic {
    Severity severity = Severity::error;
    DiagnosticCode code = DiagnosticCode::inte_sie;
    std::uint64_t line = 0;
    std::uint32_t column = 0;
    std::string text; ///< Swedish, whole sentences: what, and what was done about it.
    /// The text of the file that it is about: short, without control characters, never a person's signature. "" when
    /// there is none, or none that may be shown.
    std::string concerned{};
};

[[nodiscard]] std::string_view stable_name(DiagnosticCode code) noexcept;
[[nodiscard]] Severity default_severity(DiagnosticCode code) noexcept;
/// "fel", "varning" or "info".
[[nodiscard]] std::string_view swedish_name(Severity severity) noexcept;

} // namespace finsam
