#include "parsers/sie_file.hpp"

#include "parsers/sie5_reader.hpp"

namespace finsam::sie {
namespace {

LabelCount counted(const ReadResult& result, std::string_view label, std::string_view element) {
    const auto found = result.counts.find(result.info.sie_type == 5 ? element : label);
    return found == result.counts.end() ? LabelCount() : found->second;
}

} // namespace

ReadResult read_sie_file(std::string_view bytes, Handler& handler, const SignatureVerifier& verifier) {
    return looks_like_sie5(bytes) ? read_sie5(bytes, handler, verifier) : read_sie(bytes, handler);
}

bool looks_like_sie_file(std::string_view bytes) noexcept {
    return looks_like_sie(bytes) || looks_like_sie5(bytes);
}

LabelCount counted_accounts(const ReadResult& result) {
    return counted(result, "KONTO", "Account");
}

LabelCount counted_vouchers(const ReadResult& result) {
    return counted(result, "VER", "JournalEntry");
}

LabelCount counted_rows(const ReadResult& result) {
    return counted(result, "TRANS", "LedgerEntry");
}

} // namespace finsam::sie
