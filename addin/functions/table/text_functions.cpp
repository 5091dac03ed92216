#include "addin/functions/function_table.hpp"

namespace finsam::addin {
namespace {

using enum ArgumentType;

constexpr Argument decimals = {"decimaler",
                               optional,
                               {"Decimaler", "Decimals"},
                               {"0, 1 eller 2. Utan den 0, för öre alltid 2.", "0, 1 or 2. When left out 0, for öre "
                                                                               "always 2."}};

constexpr Argument round_arguments[] = {
    {"belopp", number, {"Belopp", "Amount"}, {"Beloppet i kronor.", "The amount in kronor."}},
    {"enhet",
     text,
     {"Enhet", "Unit"},
     {"\"öre\", \"kr\", \"tkr\" eller \"mnkr\".", "\"öre\", \"kr\", \"tkr\" or \"mnkr\"."}},
    decimals,
};

constexpr Argument number_arguments[] = {
    {"text",
     text,
     {"Text", "Text"},
     {"Ett tal skrivet på svenska, som \"1 662 665\", \"−575\", \"14 278 tkr\" eller \"82 %\". Ett streck är noll.",
      "A number written in Swedish, such as \"1 662 665\", \"−575\", \"14 278 tkr\" or \"82 %\". A dash is zero."}},
};

constexpr Argument amount_arguments[] = {
    {"tal", number, {"Tal", "Number"}, {"Beloppet i kronor, eller andelen.", "The amount in kronor, or the share."}},
    {"enhet",
     optional,
     {"Enhet", "Unit"},
     {"\"öre\", \"kr\", \"tkr\", \"mnkr\" eller \"%\". Utan enhet skrivs kronor utan enhet.",
      "\"öre\", \"kr\", \"tkr\", \"mnkr\" or \"%\". When left out, kronor without a unit."}},
    decimals,
};

constexpr Argument date_arguments[] = {
    {"dokument", document},
    {"text",
     text,
     {"Text", "Text"},
     {"En dag: \"2024-12-31\", \"20241231\", \"31/12 2024\", \"31 december 2024\" eller \"31 dec. 2024\". En cell med "
      "ett datum ger samma datum.",
      "A day: \"2024-12-31\", \"20241231\", \"31/12 2024\", \"31 december 2024\" or \"31 dec. 2024\". A cell with a "
      "date gives that date."}},
};

constexpr Argument period_arguments[] = {
    {"dokument", document},
    {"fran",
     text,
     {"Från", "From"},
     {"Första dagen: ett datum, \"2024-01-01\" eller en månad, \"2024-01\".",
      "The first day: a date, \"2024-01-01\" or a month, \"2024-01\"."}},
    {"till",
     text,
     {"Till", "To"},
     {"Sista dagen: ett datum, \"2024-12-31\" eller en månad, \"2024-12\".",
      "The last day: a date, \"2024-12-31\" or a month, \"2024-12\"."}},
    {"form",
     optional,
     {"Form", "Form"},
     {"\"datum\" (utan form), \"kort\" eller \"lång\": 2024-01-01–2024-12-31, jan-dec 2024 eller januari-december "
      "2024.",
      "\"datum\" (when left out), \"kort\" or \"lång\": 2024-01-01–2024-12-31, jan-dec 2024 or januari-december "
      "2024."}},
};

constexpr Argument organisation_arguments[] = {
    {"text",
     text,
     {"Text", "Text"},
     {"Organisationsnumret med eller utan bindestreck, tio siffror eller tolv som börjar med 16.",
      "The organisation number with or without a hyphen, ten digits or twelve that begin with 16."}},
};

constexpr ErrorCase round_errors[] = {
    {{"Fel:502", "Err:502"},
     {"Enheten är okänd, decimalerna är fler än två eller beloppet är för stort.",
      "The unit is unknown, there are more than two decimals or the amount is too large."}},
    common_error::text_for_number,
};
constexpr ErrorCase number_errors[] = {
    {{"#VÄRDE!", "#VALUE!"},
     {"Texten är inget tal, är tom, eller kan läsas på flera sätt, som \"1.500\". I ett engelskt Calc gäller det även "
      "ett tal i en cell med tre decimaler, som 12.125: ta bort SVTAL där cellen redan är ett tal.",
      "The text is no number, is empty, or may be read in several ways, as \"1.500\". In an English Calc also a cell "
      "that holds a number with three decimals, as 12.125: leave SVTAL out where the cell is a number already."}},
};
constexpr ErrorCase date_errors[] = {
    {{"#VÄRDE!", "#VALUE!"},
     {"Texten är ingen dag i almanackan, är tom eller saknar år med fyra siffror.",
      "The text is no day of the calendar, is empty or has no year of four digits."}},
};
constexpr ErrorCase period_errors[] = {
    {{"Fel:502", "Err:502"},
     {"En dag går inte att tyda, perioden slutar före sin början eller formen är okänd.",
      "A day cannot be read, the period ends before it begins or the form is unknown."}},
};
constexpr ErrorCase organisation_errors[] = {
    {{"Fel:502", "Err:502"},
     {"Det är inte tio siffror, eller kontrollsiffran stämmer inte.",
      "There are not ten digits, or the check digit is wrong."}},
};

constexpr Function table[] = {
    {"avrundaenhet",
     "AVRUNDA.ENHET",
     ResultType::number,
     {"Ett belopp i kronor avrundat till en enhet: varje tal för sig från öre, en halv bort från noll.",
      "An amount in kronor rounded to a unit: each figure by itself from öre, a half away from zero."},
     round_arguments,
     {"Ett tal i enheten; för öre kronor med två decimaler.",
      "A number in the unit; for öre kronor with two decimals."},
     round_errors,
     {"", "=AVRUNDA.ENHET(1662665; \"tkr\")", "1663", {}}},
    {"svtal",
     "SVTAL",
     ResultType::number,
     {"Ett svenskt tal i text som tal, i kronor när texten slutar på kr, tkr eller mnkr.",
      "A Swedish number in text as a number, in kronor when the text ends with kr, tkr or mnkr."},
     number_arguments,
     {"Ett tal.", "A number."},
     number_errors,
     {"", "=SVTAL(\"14 278 tkr\")", "14278000", {}}},
    {"svbelopp",
     "SVBELOPP",
     ResultType::text,
     {"Ett tal som svensk text, med hårda blanksteg, decimalkomma och minustecken.",
      "A number as Swedish text, with hard spaces, a decimal comma and a minus sign."},
     amount_arguments,
     {"Text, för löpande text och rubriker.", "Text, for running text and headings."},
     round_errors,
     {"", "=SVBELOPP(1662665; \"tkr\")", "1\u00A0663\u00A0tkr", {}}},
    {"svdatum",
     "SVDATUM",
     ResultType::number,
     {"En dag i text som datum.", "A day in text as a date."},
     date_arguments,
     {"Ett datum som tal: ge cellen ett datumformat.", "A date as a number: give the cell a date format."},
     date_errors,
     {"", "=SVDATUM(\"31 december 2024\")", "45657", {"med datumformat 2024-12-31", "with a date format 2024-12-31"}}},
    {"svperiod",
     "SVPERIOD",
     ResultType::text,
     {"En period som svensk text.", "A period as Swedish text."},
     period_arguments,
     {"Text. Hela månader skrivs utan dagar i de två formerna med månadsnamn.",
      "Text. Whole months have no days in the two forms with names of months."},
     period_errors,
     {"", "=SVPERIOD(\"2024-01-01\"; \"2024-12-31\"; \"kort\")", "jan-dec 2024", {}}},
    {"orgnr",
     "ORGNR",
     ResultType::text,
     {"Ett organisationsnummer med bindestreck, när kontrollsiffran stämmer.",
      "An organisation number with its hyphen, when the check digit is right."},
     organisation_arguments,
     {"Text; tom text för en tom cell.", "Text; empty text for an empty cell."},
     organisation_errors,
     {"", "=ORGNR(\"2021000001\")", "202100-0001", {}}},
};

} // namespace

std::span<const Function> text_functions() noexcept {
    return table;
}

} // namespace finsam::addin
