#include "bridge/command/checked_file.hpp"

#include "bridge/check/reconciliation_text.hpp"
#include "parsers/mapped_file.hpp"
#include "parsers/sie_file.hpp"
#include "parsers/signature/verify_signature.hpp"

#include <algorithm>

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
    tell_reconciliation(file.result, file.reconciliation);
    return file;
}

std::string voucher_name(const std::string& series, const std::string& number) {
    const std::string name = series.empty() || number.empty() ? series + number : series + " " + number;
    return name.empty() ? "(utan nummer)" : name;
}

} // namespace finsam::command
