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
     {"Samtliga realisationsvinster. Anges positivt och dras av; ett negativt belopp ger Fel:502.",
      "All capital gains. Entered positive and deducted; a negative amount gives Err:502."}},
    {"vinsterUndantag",
     optional,
     {"Vinster enligt undantag", "Exempted gains"},
     {"Realisationsvinster enligt undantagsmöjlighet. Anges positivt och läggs till; ett negativt belopp ger Fel:502.",
      "Capital gains under the exemption. Entered positive and added; a negative amount gives Err:502."}},
    {"forlusterUndantag",
     optional,
     {"Förluster enligt undantag", "Exempted losses"},
     {"Realisationsförluster enligt undantagsmöjlighet. Anges positivt och läggs till; ett negativt belopp ger "
      "Fel:502.",
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
     {"Reservering av medel till resultatreserv. Anges positivt och dras av; ett negativt belopp ger Fel:502.",
      "Funds set aside to the result reserve. Entered positive and deducted; a negative amount gives Err:502."}},
    {"anvandning",
     optional,
     {"Användning", "From reserve"},
     {"Användning av medel från resultatreserv. Anges positivt och läggs till; ett negativt belopp ger Fel:502.",
      "Funds used from the result reserve. Entered positive and added; a negative amount gives Err:502."}},
};

constexpr Argument driftredovisning_arguments[] = {
    {"utfall",
     range,
     {"Utfall", "Outcome"},
     {"Område med rubrikrad och kolumnerna insats, konto och belopp (debet +, kredit −), som på bladet Objekt. Saknas "
      "en kolumn eller är ett belopp inte ett tal blir svaret Fel:502.",
      "Range with a header row and the columns insats, konto and belopp (debit +, credit −), as on the sheet Objekt. A "
      "missing column or an amount that is no number gives Err:502."}},
    {"budget",
     range,
     {"Budget", "Budget"},
     {"Område med rubrikrad, kolumnen insats och intäkt, kostnad eller netto i kronor. Ingen summarad. Kostnader "
      "anges antingen alla positiva eller alla negativa, annars blir svaret Fel:502.",
      "Range with a header row, the column insats, and intäkt, kostnad or netto in kronor. No row of sums. Costs are "
      "entered either "
      "all positive or all negative, or the result is Err:502."}},
    {"foregaende",
     optional,
     {"Föregående", "Previous year"},
     {"Föregående års utfall, med samma kolumner som Utfall. Utan det lämnas de tre sista kolumnerna tomma. En felcell "
      "i området ger Fel:504. Ange bara de rader som används: hela kolumner tar flera sekunder.",
      "The outcome of the previous year, with the columns of Outcome. Without it the last three columns are empty. An "
      "error cell in the range gives Err:504. Give only the rows in use: whole columns take several seconds."}},
    {"enhet",
     optional,
     {"Enhet", "Unit"},
     {"\"kr\", \"tkr\" eller \"mnkr\"; utan enhet gäller kr. Varje tal avrundas för sig från öre. Annan text ger "
      "Fel:502.",
      "\"kr\", \"tkr\" or \"mnkr\"; kr when left out. Each figure is rounded by itself from öre. Any other text gives "
      "Err:502."}},
};

constexpr ErrorCase soliditet_errors[] = {
    {{"#DIV/0!", "#DIV/0!"},
     {"Summa tillgångar är noll eller en tom cell.", "Total assets are zero or an empty cell."}},
    {{"Fel:502", "Err:502"},
     {"Ansvarsförbindelse är text eller ett område.", "The contingent liability is text or a range."}},
    common_error::text_for_number,
};

constexpr ErrorCase balanskrav_errors[] = {
    {{"Fel:502", "Err:502"},
     {"Ett belopp som ska anges positivt är negativt, eller ett argument som kan utelämnas är text eller ett område.",
      "An amount that is entered positive is negative, or an argument that may be left out is text or a range."}},
    common_error::text_for_number,
};

constexpr ErrorCase driftredovisning_errors[] = {
    {{"Fel:502", "Err:502"},
     {"En kolumn saknas, ett belopp är text eller saknar kontonummer, budgeten har en summarad eller kostnader med "
      "olika "
      "tecken, netto är inte intäkt minus kostnad eller enheten är okänd.",
      "A column is missing, an amount is text or lacks its account number, the budget has a row of sums or costs of "
      "mixed signs, netto is not intäkt less kostnad, or the unit is unknown."}},
    {{"Fel:504", "Err:504"},
     {"Det står ett fel i en cell i Föregående.", "A cell of the previous year's range holds an error."}},
    {{"cellens eget fel", "the cell's own error"},
     {"Det står ett fel, till exempel #DIV/0!, i en cell i Utfall eller Budget.",
      "A cell of the outcome or the budget holds an error, such as #DIV/0!."}},
    common_error::array_too_large,
};

constexpr std::string_view driftredovisning_given = "      A       B      C           E       F\n"
                                                    "1     insats  konto  belopp      insats  netto\n"
                                                    "2     10      3011    -1000      10       1000\n"
                                                    "3     20      5010      400      20       -800\n"
                                                    "4     20      7010      300\n";

constexpr std::string_view driftredovisning_result = "1000       0   1000   1000     0\n"
                                                     "   0    -700   -700   -800   100\n"
                                                     "1000    -700    300    200   100\n";

constexpr Function table[] = {
    {"soliditet",
     "SOLIDITET",
     ResultType::number,
     {"Soliditet som andel: (eget kapital − ansvarsförbindelse) / summa tillgångar.",
      "Equity ratio as a share: (equity − contingent liability) / total assets."},
     soliditet_arguments,
     {"Ett tal, andelen. Formatera cellen som procent.", "A number, the share. Format the cell as per cent."},
     soliditet_errors,
     {"", "=SOLIDITET(8452004; 9428587)", "0.8964", {"visat som procent: 89,6 %", "as per cent: 89.6 %"}}},
    {"balanskrav",
     "BALANSKRAV",
     ResultType::number,
     {"Balanskravsresultat enligt 11 kap. 10 § lagen om kommunal bokföring och redovisning.",
      "Balanced budget result under chapter 11 section 10 of the Swedish act on municipal accounting."},
     balanskrav_arguments,
     {"Balanskravsresultatet i kronor.", "The balanced budget result in kronor."},
     balanskrav_errors,
     {"",
      "=BALANSKRAV(1662665; 40000; 10000)",
      "1632665",
      {"det vill säga 1 662 665 − 40 000 + 10 000", "that is 1 662 665 − 40 000 + 10 000"}}},
    {"driftredovisning",
     "DRIFTREDOVISNING",
     ResultType::matrix,
     {"Driftredovisning per insats: intäkt, kostnad, netto, budget, avvikelse och föregående års intäkt, kostnad och "
      "netto, och sist summan. Matrisformel (Ctrl+Skift+Retur).",
      "Outcome per insats: income, cost, net, budget, deviation and last year's income, cost and net, and last the "
      "sum. Array formula (Ctrl+Shift+Enter)."},
     driftredovisning_arguments,
     {"Åtta kolumner utan rubriker: intäkt, kostnad, netto, budget, avvikelse och föregående års intäkt, kostnad och "
      "netto. En rad per insats i budgetens ordning, sedan de insatser som budgeten saknar, och sist summan. Intäkter "
      "är plus och kostnader minus; avvikelsen är utfall − budget.",
      "Eight columns without headings: income, cost, net, budget, deviation and last year's income, cost and net. A "
      "row "
      "for each insats in the budget's order, then those that the budget lacks, and last the sum. Income is plus and "
      "cost minus; the deviation is outcome − budget."},
     driftredovisning_errors,
     {driftredovisning_given, "{=DRIFTREDOVISNING(A1:C4; E1:F3)}", driftredovisning_result, {}}},
};

} // namespace

std::span<const Function> report_functions() noexcept {
    return table;
}

} // namespace finsam::addin
