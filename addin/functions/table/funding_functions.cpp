#include "addin/functions/function_table.hpp"

namespace finsam::addin {
namespace {

using enum ArgumentType;

constexpr Argument ek_riktvarde_arguments[] = {
    {"medlemsmedel",
     number,
     {"Medlemsmedel", "Member funding"},
     {"Årets medel från medlemmarna, i kronor.", "The year's funding from the members, in kronor."}},
    {"trappa",
     optional,
     {"Trappa", "Steps"},
     {"Område med två kolumner: stegets övre gräns i kronor och dess andel. Sista gränsen får vara tom. En rubrikrad "
      "får stå först. Utan trappa gäller 20 % till 7 mkr, 15 % till 15 mkr och 10 % däröver; källan ska bekräftas.",
      "Range of two columns: the upper limit of the step in kronor and its share. The last limit may be empty. A "
      "header "
      "row may come first. When left out: 20 % to 7 million, 15 % to 15 million and 10 % above; the source is to be "
      "confirmed."}},
};

constexpr Argument medelsfordelning_arguments[] = {
    {"belopp",
     number,
     {"Belopp", "Amount"},
     {"Det som fördelas, i hela kronor (eller hela tkr).",
      "What is divided, in whole kronor (or whole thousands of kronor)."}},
    {"befolkning",
     range,
     {"Befolkning", "Population"},
     {"Kommunernas folkmängd i en kolumn eller en rad. En rubrik får stå först.",
      "The population of the municipalities in a column or a row. A heading may come first."}},
};

constexpr ErrorCase ek_riktvarde_errors[] = {
    {{"Fel:502", "Err:502"},
     {"Medlemsmedlen är negativa, eller trappan går inte att tyda: gränser som inte stiger, en andel utanför 0–100 %.",
      "The funding is negative, or the steps cannot be read: limits that do not rise, a share outside 0–100 %."}},
    {{"Fel:504", "Err:504"}, {"Det står ett fel i en cell i trappan.", "A cell of the steps holds an error."}},
    common_error::text_for_number,
};

constexpr ErrorCase medelsfordelning_errors[] = {
    {{"Fel:502", "Err:502"},
     {"Beloppet är negativt eller inte helt, området har både rader och kolumner, eller folkmängden är text, negativ, "
      "inte hel eller saknas.",
      "The amount is negative or not whole, the range has both rows and columns, or the population is text, negative, "
      "not whole or missing."}},
    {{"Fel:504", "Err:504"}, {"Befolkning är inget område.", "The population is no range."}},
    {{"cellens eget fel", "the cell's own error"},
     {"Det står ett fel i en cell med folkmängd.", "A cell with population holds an error."}},
    common_error::text_for_number,
    common_error::array_too_large,
};

constexpr Function table[] = {
    {"ekriktvarde",
     "EKRIKTVÄRDE",
     ResultType::number,
     {"Riktvärdet för eget kapital: en andel av årets medlemsmedel, i steg.",
      "The guideline for equity: a share of the year's member funding, in steps."},
     ek_riktvarde_arguments,
     {"Riktvärdet i kronor.", "The guideline in kronor."},
     ek_riktvarde_errors,
     {"",
      "=EKRIKTVÄRDE(18022000)",
      "2902200",
      {"det vill säga 20 % av 7 mkr, 15 % av 8 mkr och 10 % av 3 022 000 kr",
       "that is 20 % of 7 million, 15 % of 8 million and 10 % of 3 022 000 kr"}}},
    {"medelsfordelning",
     "MEDELSFÖRDELNING",
     ResultType::matrix,
     {"Fördelar medel på medlemmarna: staten hälften, regionen en fjärdedel och kommunerna en fjärdedel efter "
      "folkmängd, i hela kronor som summerar exakt. Matrisformel (Ctrl+Skift+Retur).",
      "Divides funding among the members: half to the state, a quarter to the region and a quarter to the "
      "municipalities by population, in whole kronor that sum exactly. Array formula (Ctrl+Shift+Enter)."},
     medelsfordelning_arguments,
     {"En kolumn (en rad om befolkningen står i en rad): staten, regionen och sedan kommunerna i områdets ordning. Det "
      "som inte går jämnt ut får den som har störst rest, vid lika rest den första.",
      "A column (a row when the population stands in a row): the state, the region and then the municipalities in the "
      "order of the range. What does not come out even goes to the largest remainder, of equals to the first."},
     medelsfordelning_errors,
     {"      A\n1     10000\n2     5000\n3     3000\n",
      "{=MEDELSFÖRDELNING(14278001; A1:A3)}",
      "7139001\n3569500\n1983055\n991528\n594917\n",
      {}}},
};

} // namespace

std::span<const Function> funding_functions() noexcept {
    return table;
}

} // namespace finsam::addin
