#include "addin/functions/function_table.hpp"

namespace finsam::addin {
namespace {

using enum ArgumentType;

constexpr Argument soliditet_arguments[] = {
    {"egetKapital", number, {"Eget kapital", "Equity"}, {"Eget kapital vid årets slut.", "Equity at year end."}},
    {"summaTillgangar",
     number,
     {"Summa tillgångar", "Total assets"},
     {"Summa tillgångar i samma enhet. Är summan noll blir svaret #DIVISION/0!.",
      "Total assets in the same unit. When it is zero the result is #DIV/0!."}},
    {"ansvarsforbindelse",
     optional,
     {"Ansvarsförbindelse", "Contingent liability"},
     {"Pensionsåtaganden utanför balansräkningen. Anges positivt och dras från eget kapital.",
      "Pension obligations outside the balance sheet. Entered positive and deducted from equity."}},
};

constexpr Function table[] = {
    {"soliditet",
     "SOLIDITET",
     ResultType::number,
     {"Soliditet som andel: (eget kapital − ansvarsförbindelse) / summa tillgångar.",
      "Equity ratio as a share: (equity − contingent liability) / total assets."},
     soliditet_arguments},
};

} // namespace

std::span<const Function> function_table() noexcept {
    return table;
}

} // namespace finsam::addin
