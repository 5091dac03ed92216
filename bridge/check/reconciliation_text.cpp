#include "bridge/check/reconciliation_text.hpp"

#include "parsers/swedish_count.hpp"
#include "parsers/swedish_format.hpp"

#include <fmt/format.h>
#include <map>

namespace finsam {
namespace {

std::string kronor(Ore amount) {
    return format_amount(amount, Unit::ore) + " kr";
}

/// "#UB är 100,00 kr, men ingående balans och verifikationer ger 90,00 kr".
std::string told(const sie::Deviation& item) {
    std::string objects;
    for (const sie::ObjectRef& object : item.objects) {
        objects += fmt::format("{}{} {}", objects.empty() ? "" : ", ", object.dimension, object.code);
    }
    const std::string changes = item.period ? fmt::format("#PSALDO för {}", to_iso(*item.period)) : "summan av #PSALDO";
    const std::string stated = kronor(item.stated), expected = kronor(item.expected);
    switch (item.tie) {
    case sie::Tie::closing:
        return fmt::format("#UB är {}, men ingående balans och verifikationer ger {}", stated, expected);
    case sie::Tie::result: return fmt::format("#RES är {}, men verifikationerna ger {}", stated, expected);
    case sie::Tie::period:
        return fmt::format("{} är {}, men {} ger {}", changes, stated,
                           item.period ? "verifikationerna" : "årets balanser", expected);
    case sie::Tie::object_closing:
        return fmt::format("#OUB för objekt {{{}}} är {}, men #OIB och verifikationer ger {}", objects, stated,
                           expected);
    case sie::Tie::object_period:
        return fmt::format("{} för objekt {{{}}} är {}, men {} ger {}", changes, objects, stated,
                           item.period ? "verifikationerna" : "#OIB och #OUB", expected);
    }
    return "";
}

void tell_closing_sum(sie::ReadResult& result, const sie::Reconciliation& sums) {
    if (sums.states_closing && !sums.closing_and_result_sum.is_zero()) {
        constexpr auto code = DiagnosticCode::utgaende_balans_obalanserad;
        result.diagnostics.push_back(
            {default_severity(code), code, 0, 0,
             fmt::format("Utgående balanser och resultat för år 0 (#UB och #RES) summerar till {} och inte till noll.",
                         kronor(sums.closing_and_result_sum))});
    }
}

/// One warning for each account where something does not tie: the first thing, and how many more.
void tell_deviations(sie::ReadResult& result, const sie::Reconciliation& sums) {
    std::map<std::string, std::vector<const sie::Deviation*>> accounts;
    for (const sie::Deviation& item : sums.deviations) {
        accounts[item.account].push_back(&item);
    }
    constexpr std::size_t most_told = 1'000;
    std::size_t told_accounts = 0;
    for (const auto& [account, items] : accounts) {
        if (++told_accounts > most_told) {
            break;
        }
        const std::string more = items.size() == 1 ? ""
                                                   : fmt::format(" Ytterligare {} finns.",
                                                                 counted(items.size() - 1, "avvikelse", "avvikelser"));
        result.diagnostics.push_back({default_severity(DiagnosticCode::saldo_avviker), DiagnosticCode::saldo_avviker, 0,
                                      0, fmt::format("Konto {}: {}.{}", account, told(*items.front()), more), account});
    }
    if (accounts.size() > most_told) {
        result.diagnostics.push_back(
            {default_severity(DiagnosticCode::fler_meddelanden), DiagnosticCode::fler_meddelanden, 0, 0,
             fmt::format("{} konton avviker; de {} första visas.", accounts.size(), most_told), "saldo_avviker"});
    }
}

} // namespace

void tell_reconciliation(sie::ReadResult& result, const sie::Reconciliation& sums) {
    if (result.accepted) {
        tell_closing_sum(result, sums);
        tell_deviations(result, sums);
    }
}

} // namespace finsam
