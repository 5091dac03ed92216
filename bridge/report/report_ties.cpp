#include "bridge/report/report_ties.hpp"

namespace finsam {
namespace {

constexpr TieForce usual = TieForce::when_usual;

constexpr ReportTie ties[] = {
    // --- balansräkning (LKBR 6 kap.)
    {"br_balanserar", "Summa tillgångar = summa eget kapital, avsättningar och skulder", "LKBR 6 kap.",
     "balansrakning.summa_eget_kapital_avsattningar_skulder", "balansrakning.summa_tillgangar"},
    {"br_rr_resultat", "Årets resultat i balansräkningen = i resultaträkningen", "LKBR 5 och 6 kap.",
     "balansrakning.arets_resultat", "resultatrakning.arets_resultat"},
    {"ek_kedja", "Eget kapital vid årets slut = vid årets början + årets resultat", "LKBR 6 kap.",
     "balansrakning.eget_kapital", "balansrakning.eget_kapital@-1 resultatrakning.arets_resultat"},
    {"ek_ovrigt", "Övrigt eget kapital = eget kapital vid årets början", "LKBR 6 kap.",
     "balansrakning.ovrigt_eget_kapital", "balansrakning.eget_kapital@-1"},

    // --- kassaflödesanalys (RKR R13)
    {"kfa_borjar_med_resultatet", "Kassaflödesanalysen börjar med årets resultat", "RKR R13",
     "kassaflodesanalys.arets_resultat", "resultatrakning.arets_resultat"},
    {"kfa_fordringar", "Förändring av fordringar = balansräkningens, en ökning är negativ", "RKR R13",
     "kassaflodesanalys.forandring_fordringar",
     "balansrakning.kortfristiga_fordringar@-1 -balansrakning.kortfristiga_fordringar"},
    {"kfa_skulder", "Förändring av skulder = balansräkningens", "RKR R13", "kassaflodesanalys.forandring_skulder",
     "balansrakning.kortfristiga_skulder -balansrakning.kortfristiga_skulder@-1"},
    {"kfa_flode", "Årets kassaflöde = förändringen av kassa och bank i balansräkningen", "RKR R13",
     "kassaflodesanalys.arets_kassaflode", "balansrakning.kassa_bank -balansrakning.kassa_bank@-1"},
    {"kfa_kassa_bank", "Likvida medel vid årets slut = kassa och bank i balansräkningen", "RKR R13",
     "kassaflodesanalys.likvida_vid_arets_slut", "balansrakning.kassa_bank"},
    {"kfa_kassa_bank", "Likvida medel vid årets slut = kassa, bank och kortfristiga placeringar i balansräkningen",
     "RKR R13", "kassaflodesanalys.likvida_vid_arets_slut",
     "balansrakning.kassa_bank balansrakning.kortfristiga_placeringar"},
    {"kfa_borjan", "Likvida medel vid årets början = kassa och bank i förra balansräkningen", "RKR R13",
     "kassaflodesanalys.likvida_vid_arets_borjan", "balansrakning.kassa_bank@-1"},
    {"kfa_borjan", "Likvida medel vid årets början = kassa, bank och kortfristiga placeringar i förra balansräkningen",
     "RKR R13", "kassaflodesanalys.likvida_vid_arets_borjan",
     "balansrakning.kassa_bank@-1 balansrakning.kortfristiga_placeringar@-1"},
    {"kfa_kedja", "Likvida medel vid årets början = vid förra årets slut", "RKR R13",
     "kassaflodesanalys.likvida_vid_arets_borjan", "kassaflodesanalys.likvida_vid_arets_slut@-1"},

    // --- balanskravsutredning (LKBR 11 kap. 10 §)
    {"balanskrav_resultat", "Balanskravsutredningen börjar med årets resultat", "LKBR 11 kap. 10 §",
     "balanskrav.arets_resultat", "resultatrakning.arets_resultat"},

    // --- översikt (RKR R15)
    {"oversikt_intakter", "Översiktens intäkter = resultaträkningens", "RKR R15", "oversikt.verksamhetens_intakter",
     "resultatrakning.verksamhetens_intakter"},
    {"oversikt_intakter", "Översiktens intäkter = resultaträkningens med finansiella intäkter", "RKR R15",
     "oversikt.verksamhetens_intakter", "resultatrakning.verksamhetens_intakter resultatrakning.finansiella_intakter"},
    {"oversikt_medlemmar", "Översiktens bidrag från medlemmarna = resultaträkningens", "RKR R15", "oversikt.medlemmar",
     "resultatrakning.bidrag_huvudman"},
    {"oversikt_medlemmar", "Översiktens intäkter = resultaträkningens", "RKR R15", "oversikt.medlemmar",
     "resultatrakning.verksamhetens_intakter -oversikt.ovriga_intakter? -oversikt.bidrag_esf?"},
    {"oversikt_projekt", "Översiktens projektintäkter = resultaträkningens intäkter utom medlemmarnas", "RKR R15",
     "oversikt.externa_projekt", "resultatrakning.summa_intakter", "", usual},
    {"oversikt_projekt", "Översiktens projektintäkter = resultaträkningens intäkter utom medlemmarnas, med finansiella",
     "RKR R15", "oversikt.externa_projekt", "resultatrakning.summa_intakter resultatrakning.finansiella_intakter", "",
     usual},
    {"oversikt_kostnader", "Översiktens kostnader = resultaträkningens", "RKR R15", "oversikt.verksamhetens_kostnader",
     "resultatrakning.verksamhetens_kostnader"},
    {"oversikt_kostnader", "Översiktens kostnader = resultaträkningens med avskrivningar", "RKR R15",
     "oversikt.verksamhetens_kostnader", "resultatrakning.verksamhetens_kostnader resultatrakning.avskrivningar"},
    {"oversikt_kostnader", "Översiktens kostnader = resultaträkningens med avskrivningar och finansiella kostnader",
     "RKR R15", "oversikt.verksamhetens_kostnader",
     "resultatrakning.verksamhetens_kostnader resultatrakning.avskrivningar? resultatrakning.finansiella_kostnader", "",
     TieForce::must, "Raden kallas verksamhetens kostnader men innehåller också finansiella kostnader."},
    {"oversikt_alla_kostnader",
     "Översiktens kostnader = resultaträkningens med avskrivningar och finansiella kostnader", "RKR R15",
     "oversikt.kostnader",
     "resultatrakning.verksamhetens_kostnader resultatrakning.avskrivningar? resultatrakning.finansiella_kostnader"},
    {"oversikt_resultat", "Översiktens resultat = resultaträkningens", "RKR R15", "oversikt.arets_resultat",
     "resultatrakning.arets_resultat"},
    {"oversikt_eget_kapital", "Översiktens eget kapital = balansräkningens", "RKR R15", "oversikt.eget_kapital",
     "balansrakning.eget_kapital"},
    {"oversikt_balansomslutning", "Översiktens balansomslutning = balansräkningens summa tillgångar", "RKR R15",
     "oversikt.balansomslutning", "balansrakning.summa_tillgangar"},
    {"oversikt_likvida_medel", "Översiktens likvida medel = kassa och bank", "RKR R15", "oversikt.likvida_medel",
     "balansrakning.kassa_bank"},
    {"oversikt_likvida_medel", "Översiktens likvida medel = kassa, bank och kortfristiga placeringar", "RKR R15",
     "oversikt.likvida_medel", "balansrakning.kassa_bank balansrakning.kortfristiga_placeringar"},
    {"oversikt_ek_kedja", "Översikten: eget kapital = året före + årets resultat", "RKR R15", "oversikt.eget_kapital",
     "oversikt.eget_kapital@-1 oversikt.arets_resultat"},
    {"oversikt_rader", "Översikten: årets resultat = intäkter och kostnader", "RKR R15", "oversikt.arets_resultat",
     "oversikt.medlemmar oversikt.externa_projekt oversikt.verksamhetens_kostnader oversikt.extraordinara_poster?", "",
     usual},
    {"oversikt_rader", "Översikten: årets resultat = intäkter och kostnader", "RKR R15", "oversikt.arets_resultat",
     "oversikt.medlemmar oversikt.externa_projekt oversikt.kostnader oversikt.extraordinara_poster?", "", usual},
    {"oversikt_rader", "Översikten: årets resultat = intäkter och kostnader, med resultaträkningens finansiella poster",
     "RKR R15", "oversikt.arets_resultat",
     "oversikt.medlemmar oversikt.ovriga_intakter? oversikt.bidrag_esf? oversikt.verksamhetens_kostnader "
     "resultatrakning.finansiella_intakter resultatrakning.finansiella_kostnader",
     "", usual},
    {"oversikt_rader", "Översikten: årets resultat = intäkter och kostnader, med resultaträkningens finansiella poster",
     "RKR R15", "oversikt.arets_resultat",
     "oversikt.verksamhetens_intakter oversikt.verksamhetens_kostnader resultatrakning.finansiella_intakter "
     "resultatrakning.finansiella_kostnader resultatrakning.avskrivningar? resultatrakning.extraordinara_poster?",
     "", usual},
    {"oversikt_soliditet", "Soliditet = eget kapital / summa tillgångar", "RKR R15", "oversikt.soliditet",
     "balansrakning.eget_kapital", "balansrakning.summa_tillgangar"},
    {"oversikt_soliditet_rader", "Soliditet = eget kapital / balansomslutning", "RKR R15", "oversikt.soliditet",
     "oversikt.eget_kapital", "oversikt.balansomslutning"},
    {"oversikt_ek_andel", "Eget kapital i förhållande till medlemsintäkterna", "RKR R15",
     "oversikt.ek_andel_medlemsintakter", "oversikt.eget_kapital", "oversikt.medlemmar"},
    {"oversikt_ek_andel", "Eget kapital i förhållande till intäkterna", "RKR R15", "oversikt.ek_andel_medlemsintakter",
     "oversikt.eget_kapital", "resultatrakning.verksamhetens_intakter", usual},

    // --- eget kapital mot riktvärdet
    {"riktvarde_medel", "Medlemsbidraget vid riktvärdet = resultaträkningens intäkter", "LKBR 5 kap.",
     "riktvarde.medlemsbidrag", "resultatrakning.bidrag_huvudman"},
    {"riktvarde_medel", "Medlemsbidraget vid riktvärdet = resultaträkningens intäkter", "LKBR 5 kap.",
     "riktvarde.medlemsbidrag", "resultatrakning.verksamhetens_intakter", "", usual},
    {"riktvarde_eget_kapital", "Eget kapital vid riktvärdet = balansräkningens", "LKBR 6 kap.",
     "riktvarde.eget_kapital", "balansrakning.eget_kapital"},
    {"riktvarde_over", "Över eller under riktvärdet = eget kapital - riktvärdet", "Nationella rådets riktvärde",
     "riktvarde.over_riktvardet", "riktvarde.eget_kapital -riktvarde.riktvarde"},

    // --- driftredovisning i sammandrag (LKBR 10 kap., RKR R14)
    {"drift_kostnader", "Driftredovisningens kostnader = resultaträkningens", "LKBR 10 kap., RKR R14",
     "drift_sammandrag.kostnader", "resultatrakning.verksamhetens_kostnader resultatrakning.avskrivningar?"},
    {"drift_kostnader", "Driftredovisningens kostnader = resultaträkningens med finansiella kostnader",
     "LKBR 10 kap., RKR R14", "drift_sammandrag.kostnader",
     "resultatrakning.verksamhetens_kostnader resultatrakning.avskrivningar? resultatrakning.finansiella_kostnader"},
    {"drift_intakter", "Driftredovisningens intäkter = resultaträkningens", "LKBR 10 kap., RKR R14",
     "drift_sammandrag.medlemsavgift", "resultatrakning.verksamhetens_intakter"},
    {"drift_intakter", "Driftredovisningens intäkter = medlemmarnas bidrag i resultaträkningen",
     "LKBR 10 kap., RKR R14", "drift_sammandrag.medlemsavgift", "resultatrakning.bidrag_huvudman"},
    {"drift_finansnetto", "Driftredovisningens finansnetto = resultaträkningens finansiella poster",
     "LKBR 10 kap., RKR R14", "drift_sammandrag.finansnetto",
     "resultatrakning.finansiella_intakter resultatrakning.finansiella_kostnader"},
    {"drift_sammandrag_resultat", "Driftredovisningens resultat = resultaträkningens", "LKBR 10 kap., RKR R14",
     "drift_sammandrag.resultat", "resultatrakning.arets_resultat"},
    {"drift_eget_kapital", "Driftredovisningens eget kapital = balansräkningens", "LKBR 10 kap., RKR R14",
     "drift_sammandrag.eget_kapital", "balansrakning.eget_kapital"},
    {"drift_likvida", "Driftredovisningens likvida medel = kassa och bank", "LKBR 10 kap., RKR R14",
     "drift_sammandrag.likvida_medel", "balansrakning.kassa_bank"},
    {"drift_likvida", "Driftredovisningens likvida medel = kassa, bank och kortfristiga placeringar",
     "LKBR 10 kap., RKR R14", "drift_sammandrag.likvida_medel",
     "balansrakning.kassa_bank balansrakning.kortfristiga_placeringar"},
};

constexpr DerivedRow derived[] = {
    {"balansrakning.eget_kapital", "balansrakning.arets_resultat balansrakning.ovrigt_eget_kapital"},
    {"resultatrakning.verksamhetens_intakter", "resultatrakning.summa_intakter resultatrakning.bidrag_huvudman"},
};

} // namespace

std::span<const ReportTie> report_ties() noexcept {
    return ties;
}

std::span<const DerivedRow> derived_rows() noexcept {
    return derived;
}

} // namespace finsam
