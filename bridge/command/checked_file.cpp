#include "bridge/command/checked_file.hpp"

#include "parsers/mapped_file.hpp"
#include "parsers/sie_file.hpp"
#include "parsers/signature/verify_signature.hpp"
#include "parsers/swedish_count.hpp"
#include "parsers/swedish_format.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace finsam::command {
namespace {

/// Sees every record once; keeps sums and names.
class Inspector final : public sie::Handler {
public:
    explicit Inspector(CheckedFile& file) : file_(file) {}

    void fiscal_year(const sie::FiscalYear& year) override {
        file_.years.push_back(year);
        reconciler_.fiscal_year(year);
    }
    void account_type(const sie::AccountType& type) override { reconciler_.account_type(type); }
    void balance(const sie::Balance& balance) override { reconciler_.balance(balance); }
    void voucher(const sie::Voucher& voucher) override {
        reconciler_.voucher(voucher);
        note_history(voucher);
    }
    void refused_voucher(const sie::RefusedVoucher& refused) override {
        reconciler_.refused_voucher(refused);
        file_.refused.add(
            {refused.voucher.series, refused.voucher.number, refused.voucher.line, refused.why, refused.difference});
    }
    [[nodiscard]] sie::Reconciliation reconciliation() const { return reconciler_.result(); }

private:
    void note_history(const sie::Voucher& voucher) {
        const auto history = sie::history_of(voucher.rows);
        if (history.empty()) {
            return;
        }
        ChangedVoucher changed{voucher.series, voucher.number, voucher.line, {}};
        for (const sie::HistoryRow& item : history) {
            const sie::TransactionRow& row = voucher.rows[item.row];
            changed.rows.push_back({item.fate, row.account, row.objects, row.amount, row.line});
        }
        file_.changed.add(std::move(changed));
    }

    CheckedFile& file_;
    sie::Reconciler reconciler_;
};

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

void tell_closing_sum(CheckedFile& file) {
    const sie::Reconciliation& sums = file.reconciliation;
    if (file.result.accepted && sums.states_closing && !sums.closing_and_result_sum.is_zero()) {
        constexpr auto code = DiagnosticCode::utgaende_balans_obalanserad;
        file.result.diagnostics.push_back(
            {default_severity(code), code, 0, 0,
             fmt::format("Utgående balanser och resultat för år 0 (#UB och #RES) summerar till {} och inte till noll.",
                         kronor(sums.closing_and_result_sum))});
    }
}

/// One warning for each account where something does not tie: the first thing, and how many more.
void tell_deviations(CheckedFile& file) {
    if (!file.result.accepted) {
        return; // nothing of it is used, and what was not read cannot tie
    }
    std::map<std::string, std::vector<const sie::Deviation*>> accounts;
    for (const sie::Deviation& item : file.reconciliation.deviations) {
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
        file.result.diagnostics.push_back(
            {default_severity(DiagnosticCode::saldo_avviker), DiagnosticCode::saldo_avviker, 0, 0,
             fmt::format("Konto {}: {}.{}", account, told(*items.front()), more), account});
    }
    if (accounts.size() > most_told) {
        file.result.diagnostics.push_back(
            {default_severity(DiagnosticCode::fler_meddelanden), DiagnosticCode::fler_meddelanden, 0, 0,
             fmt::format("{} konton avviker; de {} första visas.", accounts.size(), most_told), "saldo_avviker"});
    }
}

} // namespace

bool CheckedFile::unreadable() const noexcept {
    return std::ranges::any_of(result.diagnostics, [](const Diagnostic& item) {
        return item.code == DiagnosticCode::filen_kan_inte_lasas || item.code == DiagnosticCode::inte_sie ||
               item.code == DiagnosticCode::sietyp_okand;
    });
}

CheckedFile check_file(const std::filesystem::path& path) {
    CheckedFile file;
    file.path = path.string();
    const auto mapped = MappedFile::open(path);
    if (!mapped) {
        constexpr auto code = DiagnosticCode::filen_kan_inte_lasas;
        file.result.diagnostics.push_back({default_severity(code), code, 0, 0, mapped.error()});
        return file;
    }
    Inspector inspector(file);
    file.result = sie::read_sie_file(mapped->bytes(), inspector, sie::verify_signature);
    file.reconciliation = inspector.reconciliation();
    tell_closing_sum(file);
    tell_deviations(file);
    return file;
}

std::string voucher_name(const std::string& series, const std::string& number) {
    const std::string name = series.empty() || number.empty() ? series + number : series + " " + number;
    return name.empty() ? "(utan nummer)" : name;
}

} // namespace finsam::command
