#include "addin/functions/function_table.hpp"

namespace finsam::addin {
namespace {

using enum ArgumentType;

constexpr Argument soliditet_arguments[] = {
    {"egetKapital", number, {"Eget kapital", "Equity"}, {"Eget kapital vid årets slut.", "Equity at year end."}},
    {"summaTillgangar",
     number,
     {"Summa tillgångar", "Total assets"},
     {"Summa tillgångar i samma enhet. Är summan noll blir svaret #DIV/0!.",
      "Total assets in the same unit. When it is zero the result is #DIV/0!."}},
    {"ansvarsforbindelse",
     optional,
     {"Ansvarsförbindelse", "Contingent liability"},
     {"Pensionsåtaganden utanför balansräkningen. Anges positivt och dras från eget kapital.",
      "Pension obligations outside the balance sheet. Entered positive and deducted from equity."}},
};

constexpr Argument balanskrav_arguments[] = {
    {"aretsResultat",
     number,
     {"Årets resultat", "Result of the year"},
     {"Årets resultat enligt resultaträkningen.", "The result of the year in the income statement."}},
    {"realisationsvinster",
     optional,
     {"Realisationsvinster", "Capital gains"},
     {"Samtliga realisationsvinster. Anges positivt och dras av; ett negativt belopp ger Err:502.",
      "All capital gains. Entered positive and deducted; a negative amount gives Err:502."}},
    {"vinsterUndantag",
     optional,
     {"Vinster enligt undantag", "Exempted gains"},
     {"Realisationsvinster enligt undantagsmöjlighet. Anges positivt och läggs till; ett negativt belopp ger Err:502.",
      "Capital gains under the exemption. Entered positive and added; a negative amount gives Err:502."}},
    {"forlusterUndantag",
     optional,
     {"Förluster enligt undantag", "Exempted losses"},
     {"Realisationsförluster enligt undantagsmöjlighet. Anges positivt och läggs till; ett negativt belopp ger "
      "Err:502.",
      "Capital losses under the exemption. Entered positive and added; a negative amount gives Err:502."}},
    {"orealiserade",
     optional,
     {"Orealiserade", "Unrealised"},
     {"Orealiserade vinster minus förluster i värdepapper. En nettovinst anges positivt och dras av, en nettoförlust "
      "anges negativt.",
      "Unrealised gains less losses on securities. A net gain is entered positive and deducted, a net loss negative."}},
    {"aterforing",
     optional,
     {"Återföring", "Reversal"},
     {"Återföring av orealiserade vinster och förluster i värdepapper. Läggs till med eget tecken.",
      "Reversal of unrealised gains and losses on securities. Added with its own sign."}},
    {"reservering",
     optional,
     {"Reservering", "To reserve"},
     {"Reservering av medel till resultatreserv. Anges positivt och dras av; ett negativt belopp ger Err:502.",
      "Funds set aside to the result reserve. Entered positive and deducted; a negative amount gives Err:502."}},
    {"anvandning",
     optional,
     {"Användning", "From reserve"},
     {"Användning av medel från resultatreserv. Anges positivt och läggs till; ett negativt belopp ger Err:502.",
      "Funds used from the result reserve. Entered positive and added; a negative amount gives Err:502."}},
};

constexpr Argument driftredovisning_arguments[] = {
    {"utfall",
     range,
     {"Utfall", "Outcome"},
     {"Område med rubrikrad och kolumnerna insats, konto och belopp (debet +, kredit −), som på bladet Objekt. Saknas "
      "en kolumn eller är ett belopp inte ett tal blir svaret Err:502.",
      "Range with a header row and the columns insats, konto and belopp (debit +, credit −), as on the sheet Objekt. A "
      "missing column or an amount that is no number gives Err:502."}},
    {"budget",
     range,
     {"Budget", "Budget"},
     {"Område med rubrikrad, kolumnen insats och intäkt, kostnad eller netto i kronor. Ingen summarad. Kostnader "
      "anges antingen alla positiva eller alla negativa, annars blir svaret Err:502.",
      "Range with a header row, the column insats, and intäkt, kostnad or netto in kronor. No row of sums. Costs are "
      "entered either "
      "all positive or all negative, or the result is Err:502."}},
    {"foregaende",
     optional,
     {"Föregående", "Previous year"},
     {"Föregående års utfall, med samma kolumner som Utfall. Utan det lämnas de tre sista kolumnerna tomma. En felcell "
      "i området ger Err:504. Ange bara de rader som används: hela kolumner tar flera sekunder.",
      "The outcome of the previous year, with the columns of Outcome. Without it the last three columns are empty. An "
      "error cell in the range gives Err:504. Give only the rows in use: whole columns take several seconds."}},
    {"enhet",
     optional,
     {"Enhet", "Unit"},
     {"\"kr\", \"tkr\" eller \"mnkr\"; utan enhet gäller kr. Varje tal avrundas för sig från öre. Annan text ger "
      "Err:502.",
      "\"kr\", \"tkr\" or \"mnkr\"; kr when left out. Each figure is rounded by itself from öre. Any other text gives "
      "Err:502."}},
};

constexpr Function table[] = {
    {"soliditet",
     "SOLIDITET",
     ResultType::number,
     {"Soliditet som andel: (eget kapital − ansvarsförbindelse) / summa tillgångar.",
      "Equity ratio as a share: (equity − contingent liability) / total assets."},
     soliditet_arguments},
    {"balanskrav",
     "BALANSKRAV",
     ResultType::number,
     {"Balanskravsresultat enligt 11 kap. 10 § lagen om kommunal bokföring och redovisning.",
      "Balanced budget result under chapter 11 section 10 of the Swedish act on municipal accounting."},
     balanskrav_arguments},
    {"driftredovisning",
     "DRIFTREDOVISNING",
     ResultType::matrix,
     {"Driftredovisning per insats: intäkt, kostnad, netto, budget, avvikelse och föregående års intäkt, kostnad och "
      "netto, och sist summan. Matrisformel (Ctrl+Skift+Retur).",
      "Outcome per insats: income, cost, net, budget, deviation and last year's income, cost and net, and last the "
      "sum. Array formula (Ctrl+Shift+Enter)."},
     driftredovisning_arguments},
};

} // namespace

std::span<const Function> function_table() noexcept {
    return table;
}

} // namespace finsam::addin
