#include "bridge/ledger/checks/ledger_check.hpp"

#include <numeric>

namespace finsam {

namespace {

using Key = LedgerCheckKey;

constexpr std::array<LedgerCheckRule, ledger_check_count> rules = {{
    {Key::lasfel, "lasfel", "Filerna lästes in utan fel", "SIE 4C §5",
     "Kör finsam kontrollera på filen, rätta i ekonomisystemet och läs in en ny export."},
    {Key::verifikationer_balanserar, "verifikationer_balanserar", "Varje verifikation balanserar",
     "LKBR 3 kap. 8 §, SIE 4C §5", "Rätta verifikationen i ekonomisystemet."},
    {Key::ib_rorelse_ub, "ib_rorelse_ub", "Ingående balans + verifikationer = utgående balans och resultat",
     "SIE 4C §5", "Exportera om hela året; skiljer det ändå saknas verifikationer i filen."},
    {Key::saldon_summerar_till_noll, "saldon_summerar_till_noll", "Balanser och resultat summerar till noll",
     "SIE 4C §5", "Exportera om alla konton; annars finns en ensidig bokföring."},
    {Key::ib_ub, "ib_ub", "Ingående balans = föregående års utgående balans", "LKBR 4 kap.",
     "Läs in föregående års slutliga fil, eller utred vad som bokförts efter bokslutet."},
    {Key::jamforelsear, "jamforelsear", "Föregående år i årets fil = föregående års egen fil", "LKBR 4 kap.",
     "Någon har bokfört på det avslutade året: jämför kontona och läs in en ny fil för det."},
    {Key::bokfort_resultat, "bokfort_resultat", "Årets resultat är bokfört med det belopp som klass 3–8 ger",
     "LKBR 5 kap.", "Före bokslutet är det normalt; i ett avslutat år ska 89xx bokföras mot eget kapital."},
    {Key::datum_i_aret, "datum_i_aret", "Verifikationernas datum ligger i räkenskapsåret", "LKBR 1 kap. 5 § och 3 kap.",
     "Flytta verifikationen till rätt år eller rätta datumet."},
    {Key::nummerserier, "nummerserier", "Verifikationerna är numrerade i följd", "LKBR 3 kap. 8 §, RKR R1",
     "Be om de verifikationer som saknas, eller om ekonomisystemets förteckning över makulerade."},
    {Key::dubbla_nummer, "dubbla_nummer", "Inget verifikationsnummer är använt två gånger", "LKBR 3 kap. 8 §, RKR R1",
     "Ta reda på vilken av verifikationerna som är den rätta."},
    {Key::dubbla_verifikationer, "dubbla_verifikationer", "Ingen verifikation är bokförd två gånger", "RKR R1",
     "Jämför underlagen; är det samma affärshändelse, vänd den ena."},
    {Key::tecken, "tecken", "Kontonas saldon har den sida som är vanlig för kontoslaget", "God redovisningssed",
     "Stäm av kontot: fel konto, fel tecken, eller en fordran som ska redovisas som skuld (och tvärtom)."},
    {Key::konto_utan_namn, "konto_utan_namn", "Alla använda konton finns i filens kontoplan", "SIE 4C §5, #KONTO",
     "Lägg upp kontot i ekonomisystemet, eller exportera om med kontoplanen."},
    {Key::kontonamn, "kontonamn", "Använda konton har samma namn och slag som föregående år", "LKBR 4 kap.",
     "Har kontot fått en annan innebörd är åren inte jämförbara på den raden."},
    {Key::andrade_verifikationer, "andrade_verifikationer", "Inga rader är ändrade efter registreringen",
     "LKBR 3 kap. 11 § (behandlingshistorik), SIE 4C #RTRANS och #BTRANS", "Begär förklaring till ändringen."},
    {Key::utan_text, "utan_text", "Varje verifikation har en text", "LKBR 3 kap. 8 §",
     "Se i underlaget vad verifikationen avser."},
    {Key::jamna_belopp, "jamna_belopp",
     "Inga stora jämna belopp på kostnadskonton (minst 100 000 kr, hela tiotusental)", "Granskningsurval",
     "Kan vara uppskattningar eller bidrag: begär underlag i urvalet."},
    {Key::helgdagar, "helgdagar",
     "Inga verifikationer på lördagar, söndagar och helgdagar (månadens första och sista dag undantagna)",
     "Granskningsurval", "Vanligt för automatiska poster; ta med några i urvalet."},
}};

template <std::uint64_t LedgerCheck::*counter>
std::uint64_t sum(const std::vector<LedgerCheck>& checks) noexcept {
    return std::accumulate(checks.begin(), checks.end(), std::uint64_t{0},
                           [](std::uint64_t total, const LedgerCheck& check) { return total + check.*counter; });
}

} // namespace

const std::array<LedgerCheckRule, ledger_check_count>& ledger_check_rules() noexcept {
    return rules;
}

LedgerCheck::LedgerCheck(LedgerCheckKey key) noexcept : rule(&rules[static_cast<std::size_t>(key)]) {}

void LedgerCheck::add(LedgerFinding finding) {
    switch (finding.severity) {
    case Severity::error: ++errors; break;
    case Severity::warning: ++warnings; break;
    case Severity::info: ++notes; break;
    }
    if (findings.size() < most_findings) {
        findings.push_back(std::move(finding));
    }
}

std::string_view LedgerCheck::state() const noexcept {
    if (!not_applicable.empty() && count() == 0) {
        return "ej tillämplig";
    }
    return errors > 0 ? "fel" : warnings > 0 ? "varning" : notes > 0 ? "upplysning" : "stämmer";
}

std::uint64_t CheckedYear::errors() const noexcept {
    return sum<&LedgerCheck::errors>(checks);
}

std::uint64_t CheckedYear::warnings() const noexcept {
    return sum<&LedgerCheck::warnings>(checks);
}

std::uint64_t CheckedYear::notes() const noexcept {
    return sum<&LedgerCheck::notes>(checks);
}

} // namespace finsam
