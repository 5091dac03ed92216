#include "parsers/diagnostic.hpp"

#include <iterator>

namespace finsam {
namespace {

struct Entry {
    std::string_view name;
    DiagnosticCode code;
    Severity severity;
};

#define ENTRY(code, severity)                                                                                          \
    Entry {                                                                                                            \
#code, DiagnosticCode::code, Severity::severity                                                                \
    }

constexpr Entry table[] = {
    ENTRY(filen_kan_inte_lasas, error),
    ENTRY(inte_sie, error),
    ENTRY(sietyp_okand, error),
    ENTRY(ksumma_fel, error),
    ENTRY(ksumma_avbruten, error),
    ENTRY(filen_avbruten, error),
    ENTRY(xml_ogiltig, error),
    ENTRY(xml_dtd, error),
    ENTRY(xml_grans, error),
    ENTRY(signatur_ogiltig, error),
    ENTRY(post_saknar_falt, error),
    ENTRY(belopp_ogiltigt, error),
    ENTRY(datum_ogiltigt, error),
    ENTRY(period_ogiltig, error),
    ENTRY(rakenskapsar_ogiltigt, error),
    ENTRY(objektlista_ogiltig, error),
    ENTRY(klammer_ogiltig, error),
    ENTRY(trans_utan_verifikation, error),
    ENTRY(nummer_ogiltigt, error),
    ENTRY(verifikation_obalanserad, error),
    ENTRY(verifikation_avvisad, error),
    ENTRY(okand_post, info),
    ENTRY(citattecken_ej_avslutat, warning),
    ENTRY(citattecken_i_falt, warning),
    ENTRY(klammer_saknas, warning),
    ENTRY(decimalkomma, warning),
    ENTRY(format_avviker, info),
    ENTRY(teckenkodning_avviker, warning),
    ENTRY(tecken_ogiltiga, warning),
    ENTRY(tecken_reparerade, warning),
    ENTRY(tecken_osakra, warning),
    ENTRY(text_redan_forvanskad, warning),
    ENTRY(nolltecken, warning),
    ENTRY(redan_inlast, warning),
    ENTRY(konto_ej_deklarerat, warning),
    ENTRY(objekt_ej_deklarerat, info),
    ENTRY(dimension_ej_deklarerad, info),
    ENTRY(verifikationsnummer_dubblett, warning),
    ENTRY(verifikation_tom, info),
    ENTRY(rtrans_utan_trans, warning),
    ENTRY(obligatorisk_post_saknas, warning),
    ENTRY(ingaende_balans_obalanserad, warning),
    ENTRY(organisationsnummer_avviker, warning),
    ENTRY(rakenskapsar_overlappar, warning),
    ENTRY(rakenskapsar_dubblett, warning),
    ENTRY(konto_dubblett, warning),
    ENTRY(saldo_dubblett, error),
    ENTRY(post_ej_tillaten, warning),
    ENTRY(datum_utanfor_rakenskapsar, warning),
    ENTRY(signatur_saknas, warning),
    ENTRY(signatur_svag, warning),
    ENTRY(signatur_ej_provad, warning),
    ENTRY(ersatter_fil, info),
    ENTRY(laggs_till_fil, info),
    ENTRY(importfil_ej_inlast, error),
    ENTRY(adress_otydlig, warning),
    ENTRY(fler_meddelanden, warning),
    ENTRY(tecken_ersatta, warning),
    ENTRY(uppgift_beraknad, info),
    ENTRY(uppgift_ej_skriven, info),
    ENTRY(saldo_avviker, warning),
    ENTRY(utgaende_balans_obalanserad, warning),
};

#undef ENTRY

constexpr bool in_order_of_enumeration() {
    for (std::size_t i = 0; i < std::size(table); ++i) {
        if (static_cast<std::size_t>(table[i].code) != i) {
            return false;
        }
    }
    return std::size(table) == diagnostic_code_count;
}
static_assert(in_order_of_enumeration());

} // namespace

std::string_view stable_name(DiagnosticCode code) noexcept {
    return table[static_cast<std::size_t>(code)].name;
}

Severity default_severity(DiagnosticCode code) noexcept {
    return table[static_cast<std::size_t>(code)].severity;
}

std::string_view swedish_name(Severity severity) noexcept {
    switch (severity) {
    case Severity::error: return "fel";
    case Severity::warning: return "varning";
    case Severity::info: return "info";
    }
    return "";
}

} // namespace finsam
