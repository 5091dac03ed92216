#include "bridge/review/vocabulary.hpp"

#include <algorithm>
#include <compare>
#include <initializer_list>
#include <map>
#include <utility>

namespace finsam::review {
namespace {

constexpr double telling = 2.0, usual = 1.0, shared = 0.5; // shared: the row stands in several tables

struct Line {
    std::string_view table, key;
    RowClass row_class;
    double weight;
    std::initializer_list<std::string_view> variants;
};

using enum RowClass;

const Line lines[] = {
    {"resultatrakning",
     "verksamhetens_intakter",
     plain,
     shared,
     {"Verksamhetens intäkter", "Summa verksamhetens intäkter", "Summa intäkter", "Intäkter", "Rörelsens intäkter",
      "Summa rörelsens intäkter", "Summa rörelseintäkter"}},
    {"resultatrakning", "ovriga_intakter", plain, shared, {"Övriga intäkter"}},
    {"resultatrakning",
     "verksamhetens_kostnader",
     cost,
     shared,
     {"Verksamhetens kostnader", "Summa verksamhetens kostnader", "Summa kostnader", "Kostnader", "Rörelsens kostnader",
      "Summa rörelsens kostnader", "Summa rörelsekostnader"}},
    {"resultatrakning",
     "avskrivningar",
     cost,
     usual,
     {"Avskrivningar", "Av- och nedskrivningar", "Avskrivningar enligt plan"}},
    {"resultatrakning",
     "nettokostnad",
     plain,
     telling,
     {"Verksamhetens nettokostnad", "RES1 Verksamhetens nettokostnad", "Verksamhetens nettokostnader"}},
    {"resultatrakning",
     "verksamhetens_resultat",
     plain,
     telling,
     {"Verksamhetens resultat", "Rörelseresultat", "Rörelsens resultat"}},
    {"resultatrakning",
     "bidrag_huvudman",
     plain,
     usual,
     {"Erhållna bidrag från huvudmännen", "Bidrag från huvudmännen", "Bidrag från medlemmar", "Medlemsbidrag",
      "Driftbidrag från medlemmar"}},
    {"resultatrakning",
     "finansiella_intakter",
     plain,
     telling,
     {"Finansiella intäkter", "Övriga finansiella intäkter", "Ränteintäkter"}},
    {"resultatrakning",
     "finansiella_kostnader",
     cost,
     telling,
     {"Finansiella kostnader", "Övriga finansiella kostnader", "Räntekostnader"}},
    {"resultatrakning",
     "summa_finansiellt",
     plain,
     usual,
     {"Summa finansiella intäkter/kostnader", "Summa finansiella poster", "Finansnetto",
      "Summa bidrag från huvudmännen och finansiella poster"}},
    {"resultatrakning",
     "resultat_efter_finansiella_poster",
     plain,
     telling,
     {"Resultat efter finansiella poster", "RES2 Resultat före extraordinära poster",
      "Resultat före extraordinära poster"}},
    {"resultatrakning", "extraordinara_poster", plain, usual, {"Extraordinära poster"}},
    {"resultatrakning", "extraordinara_intakter", plain, usual, {"Extraordinära intäkter"}},
    {"resultatrakning", "extraordinara_kostnader", cost, usual, {"Extraordinära kostnader"}},
    {"resultatrakning",
     "arets_resultat",
     plain,
     shared,
     {"Årets resultat", "Periodens resultat", "RES3 Periodens resultat", "Årets resultat RES3"}},

    {"balansrakning", "immateriella", plain, usual, {"Immateriella anläggningstillgångar", "Immateriella tillgångar"}},
    {"balansrakning",
     "materiella",
     plain,
     usual,
     {"Mark, byggnader och tekniska anläggningar", "Materiella anläggningstillgångar"}},
    {"balansrakning", "maskiner_inventarier", plain, usual, {"Maskiner och inventarier", "Inventarier"}},
    {"balansrakning", "finansiella_anlaggningstillgangar", plain, usual, {"Finansiella anläggningstillgångar"}},
    {"balansrakning", "anlaggningstillgangar", plain, usual, {"Anläggningstillgångar"}},
    {"balansrakning", "summa_anlaggningstillgangar", plain, telling, {"Summa anläggningstillgångar"}},
    {"balansrakning",
     "kortfristiga_fordringar",
     plain,
     usual,
     {"Kortfristiga fordringar", "Fordringar", "Summa kortfristiga fordringar", "Summa fordringar"}},
    {"balansrakning", "kortfristiga_placeringar", plain, usual, {"Kortfristiga placeringar"}},
    {"balansrakning", "kassa_bank", plain, usual, {"Kassa och bank", "Kassa, bank", "Likvida medel", "Bank"}},
    {"balansrakning",
     "summa_omsattningstillgangar",
     plain,
     telling,
     {"Summa omsättningstillgångar", "Summa fordringar och kassa"}},
    {"balansrakning", "summa_tillgangar", plain, telling, {"Summa tillgångar"}},
    {"balansrakning", "arets_resultat", credit, shared, {"Årets resultat", "Periodens resultat"}},
    {"balansrakning",
     "ovrigt_eget_kapital",
     credit,
     telling,
     {"Övrigt eget kapital", "Balanserat eget kapital", "Balanserat resultat", "Ingående eget kapital"}},
    {"balansrakning", "eget_kapital", credit, shared, {"Eget kapital", "Utgående eget kapital"}},
    {"balansrakning", "summa_eget_kapital", credit, usual, {"Summa eget kapital"}},
    {"balansrakning",
     "avsattningar",
     credit,
     usual,
     {"Avsättningar för pensioner", "Avsättningar", "Summa avsättningar"}},
    {"balansrakning", "langfristiga_skulder", credit, usual, {"Långfristiga skulder", "Summa långfristiga skulder"}},
    {"balansrakning", "kortfristiga_skulder", credit, usual, {"Kortfristiga skulder", "Summa kortfristiga skulder"}},
    {"balansrakning", "summa_skulder", credit, usual, {"Summa skulder"}},
    {"balansrakning",
     "summa_eget_kapital_avsattningar_skulder",
     credit,
     telling,
     {"Summa eget kapital, avsättningar och skulder", "Summa eget kapital och skulder",
      "Summa skulder och eget kapital"}},
    {"balansrakning", "ansvarsforbindelser", credit, usual, {"Ansvarsförbindelser", "Panter och ansvarsförbindelser"}},

    {"kassaflodesanalys", "arets_resultat", plain, shared, {"Årets resultat", "Periodens resultat"}},
    {"kassaflodesanalys",
     "ej_likviditetspaverkande",
     plain,
     telling,
     {"Justering för ej likviditetspåverkande poster", "Justering för poster som inte ingår i kassaflödet"}},
    {"kassaflodesanalys",
     "medel_fore_rorelsekapital",
     plain,
     telling,
     {"Medel från verksamheten före förändring av rörelsekapital", "Medel från löpande verksamhet före rörelsekapital",
      "Kassaflöde före förändring av rörelsekapital",
      "Kassaflöde från den löpande verksamheten före förändring av rörelsekapital"}},
    {"kassaflodesanalys",
     "forandring_fordringar",
     plain,
     usual,
     {"Ökning/minskning kortfristiga fordringar", "Kortfristiga fordringar", "Förändring av kortfristiga fordringar",
      "Förändring fordringar"}},
    {"kassaflodesanalys",
     "forandring_skulder",
     plain,
     usual,
     {"Ökning/minskning kortfristiga skulder", "Kortfristiga skulder", "Förändring av kortfristiga skulder",
      "Förändring skulder"}},
    {"kassaflodesanalys",
     "forandring_rorelsekapital",
     plain,
     telling,
     {"Förändring av rörelsekapital", "Summa förändring av rörelsekapital"}},
    {"kassaflodesanalys",
     "lopande",
     plain,
     telling,
     {"Kassaflöde från den löpande verksamheten", "Kassaflöde för den löpande verksamheten",
      "Kassaflöde löpande verksamhet", "Verksamhetens nettokassaflöde", "Kassaflöde från verksamheten"}},
    {"kassaflodesanalys",
     "investering",
     plain,
     telling,
     {"Kassaflöde från investeringsverksamheten", "Investeringsnetto"}},
    {"kassaflodesanalys",
     "finansiering",
     plain,
     telling,
     {"Kassaflöde från finansieringsverksamheten", "Finansieringsnetto"}},
    {"kassaflodesanalys",
     "arets_kassaflode",
     plain,
     telling,
     {"Årets kassaflöde", "Periodens kassaflöde", "Förändring av likvida medel"}},
    {"kassaflodesanalys",
     "likvida_vid_arets_borjan",
     plain,
     telling,
     {"Likvida medel vid årets början", "Ingående likvida medel"}},
    {"kassaflodesanalys",
     "likvida_vid_arets_slut",
     plain,
     telling,
     {"Likvida medel vid årets slut", "Utgående likvida medel"}},

    {"balanskrav", "arets_resultat", plain, usual, {"Årets resultat enligt resultaträkningen", "Årets resultat"}},
    {"balanskrav", "realisationsvinster", plain, telling, {"Samtliga realisationsvinster", "Realisationsvinster"}},
    {"balanskrav",
     "realisationsvinster_undantag",
     plain,
     telling,
     {"Realisationsvinster enligt undantagsmöjlighet", "Vissa realisationsvinster enligt undantagsmöjlighet"}},
    {"balanskrav",
     "realisationsforluster_undantag",
     plain,
     telling,
     {"Realisationsförluster enligt undantagsmöjlighet", "Vissa realisationsförluster enligt undantagsmöjlighet"}},
    {"balanskrav",
     "orealiserade",
     plain,
     telling,
     {"Orealiserade vinster och förluster i värdepapper", "Orealiserade förluster i värdepapper"}},
    {"balanskrav",
     "aterforing",
     plain,
     telling,
     {"Återföring av orealiserade vinster och förluster i värdepapper",
      "Återföring av orealiserade förluster i värdepapper"}},
    {"balanskrav", "efter_justeringar", plain, telling, {"Årets resultat efter balanskravsjusteringar"}},
    {"balanskrav",
     "reservering",
     plain,
     telling,
     {"Reservering av medel till resultatreserv", "Reservering av medel till resultatutjämningsreserv"}},
    {"balanskrav",
     "anvandning",
     plain,
     telling,
     {"Användning av medel från resultatreserv", "Användning av medel från resultatutjämningsreserv"}},
    {"balanskrav", "balanskravsresultat", plain, telling, {"Balanskravsresultat", "Årets balanskravsresultat"}},
    {"balanskrav",
     "underskott_tidigare_ar",
     plain,
     telling,
     {"Underskott från tidigare år, kvar att återställa", "Balanskravsunderskott från tidigare år"}},
    {"balanskrav",
     "att_reglera",
     plain,
     telling,
     {"Balanskravsresultat att reglera", "Summa balanskravsresultat att reglera",
      "Balanskravsresultat att reglera; ett underskott ska återställas inom tre år"}},

    {"oversikt", "verksamhetens_intakter", plain, shared, {"Verksamhetens intäkter", "Summa intäkter", "Intäkter"}},
    {"oversikt",
     "medlemmar",
     plain,
     usual,
     {"Verksamhetens intäkt från medlemmar", "Intäkter/Medlemsbidrag", "Medlemsintäkter", "Intäkter medlemmar",
      "Medlemsbidrag", "Medlemsavgifter"}},
    {"oversikt",
     "ovriga_intakter",
     plain,
     usual,
     {"Intäkter övriga (exklusive finansiella intäkter)", "Övriga intäkter"}},
    {"oversikt", "bidrag_esf", plain, usual, {"EU-medel och andra bidrag", "Bidrag ESF", "Övriga bidrag"}},
    {"oversikt", "externa_projekt", plain, usual, {"Externa projekt mm", "Externa projekt"}},
    {"oversikt",
     "verksamhetens_kostnader",
     cost,
     shared,
     {"Verksamhetens kostnader", "Verksamhetens kostnader (exklusive finansiell kostnad)", "Kostnader"}},
    {"oversikt", "kostnader", cost, usual, {"Kostnader, även finansiella"}},
    {"oversikt", "extraordinara_poster", plain, shared, {"Extraordinära poster"}},
    {"oversikt", "arets_resultat", plain, shared, {"Årets resultat", "Periodens resultat", "Resultat"}},
    {"oversikt",
     "eget_kapital",
     plain,
     shared,
     {"Eget kapital", "Utgående eget kapital", "Soliditet: eget kapital", "Soliditet: eget kapital (täljare)",
      "Summa eget kapital"}},
    {"oversikt",
     "balansomslutning",
     plain,
     usual,
     {"Balansomslutning", "Soliditet: balansomslutning", "Soliditet: balansomslutning (nämnare)", "Summa tillgångar"}},
    {"oversikt", "soliditet", share, telling, {"Soliditet", "Soliditet %"}},
    {"oversikt",
     "ek_andel_medlemsintakter",
     share,
     telling,
     {"Eget kapital/medlemsintäkter", "Eget kapital i förhållande till medlemsintäkter",
      "Eget kapital i procent av medlemsintäkter"}},
    {"oversikt", "likvida_medel", plain, shared, {"Likvida medel", "Kassa och bank"}},
    {"oversikt", "antal_anstallda", count, telling, {"Antal anställda", "Antal årsarbetare", "Antal medarbetare"}},

    {"drift_sammandrag", "kostnader", cost, usual, {"Kostnader", "Verksamhetens kostnader", "Summa kostnader"}},
    {"drift_sammandrag",
     "medlemsavgift",
     plain,
     usual,
     {"Medlemsavgift", "Medlemsavgifter", "Medlemsbidrag", "Intäkter", "Verksamhetens intäkter"}},
    {"drift_sammandrag", "finansnetto", plain, usual, {"Finansnetto", "Finansiella poster"}},
    {"drift_sammandrag", "extraordinara_poster", plain, usual, {"Extraordinära poster"}},
    {"drift_sammandrag", "resultat", plain, usual, {"Resultat", "Årets resultat", "Periodens resultat"}},
    {"drift_sammandrag", "eget_kapital", plain, usual, {"Utgående eget kapital", "Eget kapital"}},
    {"drift_sammandrag", "likvida_medel", plain, usual, {"Likvida medel", "Kassa och bank"}},

    {"riktvarde", "medlemsbidrag", plain, shared, {"Medlemsbidrag", "Årets medlemsbidrag", "Medlemsintäkter"}},
    {"riktvarde", "eget_kapital", plain, shared, {"Utgående eget kapital", "Eget kapital"}},
    {"riktvarde", "riktvarde", plain, telling, {"Riktvärde för eget kapital", "Riktvärde"}},
    {"riktvarde",
     "over_riktvardet",
     plain,
     telling,
     {"Över (+) eller under (-) riktvärdet", "Över eller under riktvärdet", "Avvikelse från riktvärdet"}},

    {"not_finansiering",
     "stat",
     plain,
     telling,
     {"Driftbidrag från staten", "Driftbidrag från Försäkringskassan/Arbetsförmedlingen", "Staten",
      "Bidrag från staten", "Försäkringskassan och Arbetsförmedlingen"}},
    {"not_finansiering",
     "forsakringskassan",
     plain,
     telling,
     {"Försäkringskassan", "Driftbidrag från Försäkringskassan", "Bidrag från Försäkringskassan"}},
    {"not_finansiering",
     "arbetsformedlingen",
     plain,
     telling,
     {"Arbetsförmedlingen", "Driftbidrag från Arbetsförmedlingen", "Bidrag från Arbetsförmedlingen"}},
    {"not_finansiering", "kommuner", plain, usual, {"Kommuner", "Kommunerna", "Bidrag från kommunerna"}},
};

/// Where a word stands: in which variant of which name.
struct WordPlace {
    std::size_t name, variant;
    auto operator<=>(const WordPlace&) const = default;
};

using WordPlaces = std::vector<std::pair<std::string, std::vector<WordPlace>>>;

/// The words of all names. A label is like no name that it shares no word with, so few names need be looked at.
const WordPlaces& word_places() {
    static const WordPlaces places = [] {
        std::map<std::string, std::vector<WordPlace>> made;
        const std::vector<RowName>& names = row_names();
        for (std::size_t n = 0; n < names.size(); ++n) {
            for (std::size_t v = 0; v < names[n].variants.size(); ++v) {
                for (const std::string& word : names[n].variants[v]) {
                    made[word].push_back({n, v});
                }
            }
        }
        return WordPlaces(made.begin(), made.end());
    }();
    return places;
}

/// Of the words that the label has; sorted, each once.
std::vector<WordPlace> places_of(const Words& label) {
    std::vector<WordPlace> places;
    for (const auto& [word, where] : word_places()) {
        if (std::ranges::any_of(label, [&](const std::string& own) { return is_same_word(own, word); })) {
            places.insert(places.end(), where.begin(), where.end());
        }
    }
    std::ranges::sort(places);
    const auto [first, last] = std::ranges::unique(places);
    places.erase(first, last);
    return places;
}

/// Without its parentheses, or with them alone, a label says a little less.
double weight_of_form(std::size_t form) {
    return form == 0 ? 1.0 : 0.95;
}

} // namespace

const std::vector<RowName>& row_names() {
    static const std::vector<RowName> names = [] {
        std::vector<RowName> made;
        for (const Line& line : lines) {
            RowName name{line.table, line.key, line.row_class, line.weight, {}};
            for (const std::string_view variant : line.variants) {
                name.variants.push_back(words_of(variant));
            }
            made.push_back(std::move(name));
        }
        return made;
    }();
    return names;
}

double likeness(const RowName& name, const std::vector<Words>& forms) {
    double best = 0.0;
    for (std::size_t i = 0; i < forms.size(); ++i) {
        for (const Words& variant : name.variants) {
            best = std::max(best, weight_of_form(i) * similarity(forms[i], variant));
        }
    }
    return best;
}

std::vector<LikeName> names_like(const std::vector<Words>& forms) {
    std::map<std::size_t, double> best; // by name
    for (std::size_t i = 0; i < forms.size(); ++i) {
        for (const auto& [name, variant] : places_of(forms[i])) {
            double& own = best[name];
            own = std::max(own, weight_of_form(i) * similarity(forms[i], row_names()[name].variants[variant]));
        }
    }
    std::vector<LikeName> names;
    for (const auto& [name, likeness] : best) {
        if (likeness >= like_enough) {
            names.push_back({&row_names()[name], likeness});
        }
    }
    return names;
}

} // namespace finsam::review
