#pragma once
// What reading each public sample file must give, apart from the figures of their manifest. The tallies, checksums and
// codes were compared with a second reading of the bytes, which shares no code with this reader: every code has its
// cause in the file, and no other cause was found. An empty #PROSA, #ORGNR or account name is none: nothing is lost.
// `tecken_...` and `text_redan_forvanskad` were compared by looking at each high byte that is no Swedish letter.

#include <string_view>

namespace finsam::sie {

struct SampleExpectation {
    std::string_view file;
    bool accepted;
    std::string_view ksumma;
    std::string_view tallies; ///< read/refused of #KONTO, #VER and #TRANS
    std::string_view codes;   ///< of the diagnostics, in order of name
};

// clang-format off
inline constexpr SampleExpectation sample_expectations[] = {
    {"BL0001_typ1.SE", true, "saknas", "117/0 0/0 0/0", ""},
    {"BL0001_typ2.SE", true, "saknas", "117/0 0/0 0/0", "obligatorisk_post_saknas"},
    {"BL0001_typ3.SE", true, "saknas", "117/0 0/0 0/0", "obligatorisk_post_saknas tecken_osakra"},
    {"BLBLOV_SIE3.SE", true, "saknas", "202/0 0/0 0/0", "ingaende_balans_obalanserad obligatorisk_post_saknas organisationsnummer_avviker"},
    {"BLBLOV_SIE4.SE", true, "saknas", "202/0 20/0 74/0", "ingaende_balans_obalanserad organisationsnummer_avviker"},
    {"BLBLOV_SIE4.SI", true, "saknas", "0/0 2/0 6/0", ""},
    {"BLBLOV_SIE4_UTF_8.SI", true, "saknas", "0/0 2/0 6/0", "teckenkodning_avviker"},
    {"BLBLOV_SIE4_UTF_8_IMBALANCED.SI", true, "saknas", "0/0 0/2 0/6", "redan_inlast teckenkodning_avviker verifikation_obalanserad"},
    {"BLBLOV_SIE4_UTF_8_MISSING_ACCOUNTS.SE", true, "saknas", "197/0 20/0 74/0", "ingaende_balans_obalanserad klammer_saknas konto_ej_deklarerat organisationsnummer_avviker teckenkodning_avviker"},
    {"BLBLOV_SIE4_UTF_8_with_8_digit_account_number.SE", true, "saknas", "202/0 20/0 74/0", "ingaende_balans_obalanserad klammer_saknas konto_ej_deklarerat organisationsnummer_avviker teckenkodning_avviker"},
    {"BLBLOV_SIE4_UTF_8_with_errors.SE", true, "saknas", "202/0 20/0 74/0", "ingaende_balans_obalanserad klammer_saknas konto_ej_deklarerat organisationsnummer_avviker post_saknar_falt teckenkodning_avviker"},
    {"BLBLOV_SIE4_UTF_8_with_missing_account_numbers.SE", true, "saknas", "199/3 20/0 74/0", "ingaende_balans_obalanserad klammer_saknas konto_ej_deklarerat organisationsnummer_avviker post_saknar_falt teckenkodning_avviker"},
    {"BLBLOV_SIE4_UTF_8_with_missing_company_name.SI", true, "saknas", "0/0 2/0 6/0", "post_saknar_falt teckenkodning_avviker"},
    {"BLBLOV_SIE4_UTF_8_with_non_numeric_account_number.SE", true, "saknas", "202/0 20/0 74/0", "ingaende_balans_obalanserad klammer_saknas konto_ej_deklarerat nummer_ogiltigt organisationsnummer_avviker teckenkodning_avviker"},
    {"BLBLOV_SIE4_UTF_8_with_unparseable_taxar.SE", true, "saknas", "202/0 20/0 74/0", "ingaende_balans_obalanserad klammer_saknas nummer_ogiltigt organisationsnummer_avviker teckenkodning_avviker"},
    {"BokslutSIE1.se", true, "saknas", "594/0 0/0 0/0", "ingaende_balans_obalanserad"},
    {"Bokslut_Norstedts_SIE_4E.se", true, "ok", "351/0 177/0 678/0", "verifikation_tom"},
    {"Exempelbolaget_SIE_110322_B_33.si", true, "saknas", "10/0 13/0 91/0", "konto_ej_deklarerat"},
    {"LON_Lönekörning.SI", true, "saknas", "0/0 1/0 25/0", ""},
    {"MAMUT_SIE1_EXPORT.SE", true, "saknas", "412/0 0/0 0/0", ""},
    {"Norstedts_Bokslut_SIE_1.se", true, "ok", "351/0 0/0 0/0", "obligatorisk_post_saknas"},
    {"Norstedts_Bokslut_SIE_4I.si", true, "ok", "351/0 2/0 4/0", ""},
    {"Norstedts_Revision_SIE_1.SE", true, "ok", "351/0 0/0 0/0", "obligatorisk_post_saknas"},
    {"SIE-fil_från_Visma_Eget_Aktiebolag_2010.se", true, "saknas", "161/0 0/0 0/0", "ingaende_balans_obalanserad"},
    {"SIE4_Exempelfil_med_underdim.SE", true, "saknas", "530/0 295/0 1330/0", "objekt_ej_deklarerat redan_inlast teckenkodning_avviker text_redan_forvanskad"},
    {"SIE_2.se", true, "ok", "301/0 0/0 0/0", "obligatorisk_post_saknas"},
    {"SIE_test_av_KST_projekt_Testbolaget_e_-_kopia.SE", true, "saknas", "1280/0 1/0 3/0", "objekt_ej_deklarerat obligatorisk_post_saknas organisationsnummer_avviker"},
    {"SIE_test_av_KST_projekt_Testbolaget_e_-_kopia_ny.SE", true, "saknas", "1280/0 1/0 3/0", "obligatorisk_post_saknas organisationsnummer_avviker"},
    {"Sie1.se", true, "saknas", "145/0 0/0 0/0", "ingaende_balans_obalanserad post_ej_tillaten"},
    {"Sie2.se", true, "saknas", "145/0 0/0 0/0", "ingaende_balans_obalanserad obligatorisk_post_saknas"},
    {"Sie3.se", true, "saknas", "145/0 0/0 0/0", "ingaende_balans_obalanserad obligatorisk_post_saknas"},
    {"Sie4.si", true, "saknas", "133/0 165/0 869/0", "ingaende_balans_obalanserad obligatorisk_post_saknas"},
    {"Sie4E1ksumma.SI", false, "fel", "2/0 5/0 12/0", "ingaende_balans_obalanserad konto_ej_deklarerat ksumma_fel teckenkodning_avviker"},
    {"Sie4I1.SI", true, "saknas", "2/0 5/0 12/0", "konto_ej_deklarerat teckenkodning_avviker"},
    {"Sie_2.SE", true, "saknas", "553/0 0/0 0/0", "obligatorisk_post_saknas tecken_reparerade"},
    {"Test2.SE", true, "saknas", "81/0 0/0 0/0", ""},
    {"Testbolaget_Enskild_firma.SE", true, "saknas", "204/0 2/0 4/0", "obligatorisk_post_saknas"},
    {"Transaktioner_per_Z-rapport.se", true, "saknas", "11/0 10/0 83/0", ""},
    {"XE_SIE_2_20151125094903.SE", true, "saknas", "373/0 0/0 0/0", "citattecken_i_falt ingaende_balans_obalanserad obligatorisk_post_saknas organisationsnummer_avviker"},
    {"idstam_jsisie_Sie2.se", true, "saknas", "290/0 0/0 0/0", "obligatorisk_post_saknas"},
    {"idstam_jsisie_Sie3.se", true, "saknas", "290/0 0/0 0/0", "konto_ej_deklarerat obligatorisk_post_saknas"},
    {"magenta_bokföring_SIE4I.se", true, "saknas", "136/0 19/0 84/0", "organisationsnummer_avviker post_ej_tillaten"},
    {"objektsaldo_ovnbolag.se", true, "saknas", "567/0 0/0 0/0", "ingaende_balans_obalanserad obligatorisk_post_saknas"},
    {"si.SI", true, "saknas", "15/0 47/0 128/0", "tecken_reparerade"},
    {"sie4.se", true, "ok", "301/0 286/0 949/0", ""},
    {"testWrite1.se", true, "saknas", "373/0 64/1 246/2", "ingaende_balans_obalanserad organisationsnummer_avviker verifikation_obalanserad"},
    {"transaktioner_ovnbolag.se", true, "saknas", "567/0 163/0 671/0", "ingaende_balans_obalanserad"},
    {"typ2.se", true, "saknas", "299/0 0/0 0/0", "obligatorisk_post_saknas"},
    {"typ3.se", true, "saknas", "299/0 0/0 0/0", "obligatorisk_post_saknas"},
    {"typ4.se", true, "saknas", "299/0 81/0 287/0", ""},
    {"typ4si.si", true, "saknas", "299/0 81/0 287/0", ""},
    {"urval_ovnbolag.si", true, "saknas", "567/0 16/0 51/0", "redan_inlast"},
};
// clang-format on

} // namespace finsam::sie
