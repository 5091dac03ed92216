#include "addin/functions/function_table.hpp"

namespace finsam::addin {
namespace {

using enum ArgumentType;

constexpr Argument accounts = {
    "konton",
    text,
    {"Konton", "Accounts"},
    {"Konton med semikolon emellan: 3990 är det kontot, 8* alla som börjar på 8, 30-34 alla från dem som börjar på 30 "
     "till dem som börjar på 34. Konton jämförs som text från vänster. Något annat ger Fel:502.",
     "Accounts with semicolons between: 3990 is that account, 8* all that begin with 8, 30-34 all from those that "
     "begin "
     "with 30 to those that begin with 34. Accounts compare as text from the left. Anything else gives Err:502."}};

constexpr Argument from_day = {
    "fran",
    optional,
    {"Från", "From"},
    {"Första dagen: ett datum, \"2024-01-01\" eller en månad, \"2024-01\". Utan den från början.",
     "The first day: a date, \"2024-01-01\" or a month, \"2024-01\". From the beginning when left out."}};

constexpr Argument to_day = {
    "till",
    optional,
    {"Till", "To"},
    {"Sista dagen: ett datum, \"2024-08-31\" eller en månad, \"2024-08\". Utan den till slutet.",
     "The last day: a date, \"2024-08-31\" or a month, \"2024-08\". To the end when left out."}};

constexpr Argument kontosaldo_arguments[] = {
    {"saldon",
     range,
     {"Saldon", "Balances"},
     {"Område med rubrikrad, kolumnen konto och kolumner med belopp, som på bladet Saldon. Hela kolumner går bra.",
      "Range with a header row, the column konto and columns of amounts, as on the sheet Saldon. Whole columns are "
      "fine."}},
    accounts,
    {"kolumn",
     optional,
     {"Kolumn", "Column"},
     {"Rubriken på kolumnen som summeras, eller dess början: \"IB\" är den första av \"IB 2024\", \"IB 2023\". Ett år, "
      "2023, är UB 2023 för konton i klass 1 och 2 och Resultat 2023 för övriga. Utan kolumn: saldo eller belopp, "
      "annars det första årets UB och Resultat.",
      "The heading of the column that is summed, or its beginning: \"IB\" is the first of \"IB 2024\", \"IB 2023\". A "
      "year, 2023, is UB 2023 for accounts of classes 1 and 2 and Resultat 2023 for others. When left out: saldo or "
      "belopp, or else the first year's UB and Resultat."}},
};

constexpr Argument periodsaldo_arguments[] = {
    {"dokument", document},
    {"rader",
     range,
     {"Rader", "Rows"},
     {"Område med rubrikrad och kolumnerna konto, belopp och datum (eller period, som 202408), som på bladet "
      "Verifikationer. Hela kolumner går bra.",
      "Range with a header row and the columns konto, belopp and datum (or period, such as 202408), as on the sheet "
      "Verifikationer. Whole columns are fine."}},
    accounts,
    from_day,
    to_day,
};

constexpr Argument objektsaldo_arguments[] = {
    {"objekt",
     range,
     {"Objekt", "Objects"},
     {"Område med rubrikrad och kolumnerna insats (eller objekt), konto och belopp, som på bladet Objekt eller "
      "Verifikationer. Hela kolumner går bra.",
      "Range with a header row and the columns insats (or objekt), konto and belopp, as on the sheet Objekt or "
      "Verifikationer. Whole columns are fine."}},
    {"insats",
     text,
     {"Insats", "Insats"},
     {"Insatsens kod, skriven som i området. Tom text är det som ingen insats bär.",
      "The code of the insats, written as in the range. Empty text is what no insats carries."}},
    {"konton",
     optional,
     {"Konton", "Accounts"},
     {"Konton, som \"30-34;3990;8*\". Utan dem alla konton.",
      "Accounts, such as \"30-34;3990;8*\". All accounts when left out."}},
};

constexpr Argument budgetsaldo_arguments[] = {
    {"budget",
     range,
     {"Budget", "Budget"},
     {"Område med rubrikrad, kolumnen konto och budgetens belopp, som på bladet Saldon. Hela kolumner går bra.",
      "Range with a header row, the column konto and the amounts of the budget, as on the sheet Saldon. Whole columns "
      "are fine."}},
    accounts,
    {"kolumn",
     optional,
     {"Kolumn", "Column"},
     {"Rubriken på kolumnen, eller ett år: 2023 är Budget 2023. Utan kolumn: budget, annars den första som börjar på "
      "Budget, annars belopp.",
      "The heading of the column, or a year: 2023 is Budget 2023. When left out: budget, or else the first that begins "
      "with Budget, or else belopp."}},
};

constexpr Argument verifikationer_arguments[] = {
    {"dokument", document},
    {"verifikationer",
     range,
     {"Verifikationer", "Vouchers"},
     {"Område med rubrikrad och kolumnerna konto och datum, som på bladet Verifikationer. Hela kolumner går bra.",
      "Range with a header row and the columns konto and datum, as on the sheet Verifikationer. Whole columns are "
      "fine."}},
    accounts,
    from_day,
    to_day,
};

constexpr ErrorCase unreadable = {
    {"Fel:502", "Err:502"},
    {"En kolumn saknas, kontona går inte att tyda, eller ett belopp som ska summeras är text.",
     "A column is missing, the accounts cannot be read, or an amount that is summed is text."}};
constexpr ErrorCase unreadable_dates = {
    {"Fel:502", "Err:502"},
    {"En kolumn saknas, kontona eller en dag går inte att tyda, en rad saknar datum, eller ett belopp som ska "
     "summeras är text.",
     "A column is missing, the accounts or a day cannot be read, a row has no date, or an amount that is summed is "
     "text."}};
constexpr ErrorCase no_range = {{"Fel:504", "Err:504"},
                                {"Det första argumentet är inget område, eller det andra saknas.",
                                 "The first argument is no range, or the second is missing."}};
constexpr ErrorCase own_error = {
    {"cellens eget fel", "the cell's own error"},
    {"Det står ett fel i en cell med konto, eller i ett belopp som ska summeras. Fel på andra rader stör inte.",
     "A cell with an account, or an amount that is summed, holds an error. Errors of other rows do not matter."}};

constexpr ErrorCase sum_errors[] = {unreadable, no_range, own_error};
constexpr ErrorCase period_errors[] = {unreadable_dates, no_range, own_error};
constexpr ErrorCase voucher_errors[] = {unreadable_dates, no_range, own_error, common_error::array_too_large};

constexpr std::string_view balances_given = "      A      B        C              D\n"
                                            "1     konto  UB 2024  Resultat 2024  Budget 2024\n"
                                            "2     1930   8997905              0            0\n"
                                            "3     3010         0      -14278000    -14200000\n"
                                            "4     3990         0          -1500            0\n"
                                            "5     5010         0         250000       260000\n";

constexpr std::string_view vouchers_given = "      A      B       C           D      E       F\n"
                                            "1     serie  nummer  datum       konto  insats  belopp\n"
                                            "2     A      1       2024-02-15  5010   10         400\n"
                                            "3     A      1       2024-02-15  1930   -         -400\n"
                                            "4     A      2       2024-08-31  5010   20         100\n"
                                            "5     A      3       2024-09-01  5010   10          70\n";

constexpr Function table[] = {
    {"kontosaldo",
     "KONTOSALDO",
     ResultType::number,
     {"Summan av kontons saldon: utgående balans för konton i klass 1 och 2, årets resultat för övriga.",
      "The sum of accounts' balances: the closing balance of classes 1 and 2, the year's result of the others."},
     kontosaldo_arguments,
     {"Summan i kronor med bokföringens tecken, debet + och kredit −. Inget konto ger 0.",
      "The sum in kronor with the sign of the books, debit + and credit −. No account gives 0."},
     sum_errors,
     {balances_given,
      "=KONTOSALDO(A1:D5; \"30-34;3990;8*\")",
      "-14279500",
      {"intäkterna på 3010 och 3990", "the income of 3010 and 3990"}}},
    {"periodsaldo",
     "PERIODSALDO",
     ResultType::number,
     {"Summan av transaktioner på konton under en period, till exempel januari till augusti.",
      "The sum of accounts' transactions in a period, such as January to August."},
     periodsaldo_arguments,
     {"Summan i kronor, debet + och kredit −. Första och sista dagen räknas med.",
      "The sum in kronor, debit + and credit −. The first and the last day count."},
     period_errors,
     {vouchers_given, "=PERIODSALDO(A1:F5; \"5*\"; \"2024-01\"; \"2024-08\")", "500", {}}},
    {"objektsaldo",
     "OBJEKTSALDO",
     ResultType::number,
     {"Summan av en insats belopp, på alla eller några konton.",
      "The sum of the amounts of an insats, on all accounts or some."},
     objektsaldo_arguments,
     {"Summan i kronor, debet + och kredit −.", "The sum in kronor, debit + and credit −."},
     sum_errors,
     {vouchers_given, "=OBJEKTSALDO(A1:F5; \"10\"; \"4-7\")", "470", {}}},
    {"budgetsaldo",
     "BUDGETSALDO",
     ResultType::number,
     {"Summan av budgeten för konton.", "The sum of accounts' budget."},
     budgetsaldo_arguments,
     {"Summan i kronor med områdets tecken, på bladet Saldon debet + och kredit −.",
      "The sum in kronor with the sign of the range, on the sheet Saldon debit + and credit −."},
     sum_errors,
     {balances_given, "=BUDGETSALDO(A1:D5; \"3*\")", "-14200000", {}}},
    {"verifikationer",
     "VERIFIKATIONER",
     ResultType::matrix,
     {"Verifikationernas rader på konton under en period. Matrisformel (Ctrl+Skift+Retur).",
      "The vouchers' rows of accounts in a period. Array formula (Ctrl+Shift+Enter)."},
     verifikationer_arguments,
     {"Raderna som de står i området, med alla dess kolumner men utan rubriker. Tomt när inga finns. Datum är tal: ge "
      "kolumnen ett datumformat.",
      "The rows as they stand in the range, with all its columns but no headings. Empty when there are none. Dates are "
      "numbers: give the column a date format."},
     voucher_errors,
     {vouchers_given,
      "{=VERIFIKATIONER(A1:F5; \"5010\"; \"2024-08-01\")}",
      "A  2  45535  5010  20  100\nA  3  45536  5010  10   70\n",
      {}}},
};

} // namespace

std::span<const Function> account_functions() noexcept {
    return table;
}

} // namespace finsam::addin
