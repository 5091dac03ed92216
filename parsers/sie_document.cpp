#include "parsers/sie_document.hpp"

#include "parsers/mapped_file.hpp"

namespace finsam::sie {

void Document::refused_voucher(const RefusedVoucher& r) {
    if (r.why == DiagnosticCode::verifikation_obalanserad) {
        unbalanced_vouchers.push_back(r.voucher);
    }
}

Document read_document(std::string_view bytes, const SignatureVerifier& verifier) {
    Document document;
    document.result = read_sie_file(bytes, document, verifier);
    return document;
}

Document read_document(const std::filesystem::path& path, const SignatureVerifier& verifier) {
    const auto file = MappedFile::open(path);
    if (file) {
        return read_document(file->bytes(), verifier);
    }
    constexpr auto code = DiagnosticCode::filen_kan_inte_lasas;
    Document document;
    document.result.diagnostics.push_back({default_severity(code), code, 0, 0, file.error()});
    return document;
}

Reconciliation reconcile(const Document& document) {
    Reconciler reconciler;
    for (const FiscalYear& year : document.fiscal_years) {
        reconciler.fiscal_year(year);
    }
    for (const AccountType& type : document.account_types) {
        reconciler.account_type(type);
    }
    for (const Balance& balance : document.balances) {
        reconciler.balance(balance);
    }
    for (const Voucher& voucher : document.vouchers) {
        reconciler.voucher(voucher);
    }
    for (const Voucher& voucher : document.unbalanced_vouchers) {
        reconciler.refused_voucher({voucher, DiagnosticCode::verifikation_obalanserad, Ore()});
    }
    return reconciler.result();
}

} // namespace finsam::sie
