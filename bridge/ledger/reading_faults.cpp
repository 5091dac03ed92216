#include "bridge/ledger/reading_faults.hpp"

#include "parsers/swedish_count.hpp"

#include <algorithm>

namespace finsam {

std::string reading_faults(const ImportedFile& file) {
    std::string text = file.errors > 0 ? counted(file.errors, "fel", "fel") : "";
    if (file.refused_vouchers > 0) {
        text += text.empty() ? "" : ", ";
        text += counted(file.refused_vouchers, "avvisad verifikation", "avvisade verifikationer");
    }
    return text;
}

std::string first_error(const sie::ReadResult& reading) {
    const auto found = std::ranges::find(reading.diagnostics, Severity::error, &Diagnostic::severity);
    return found == reading.diagnostics.end() ? "filen kan inte användas" : found->text;
}

} // namespace finsam
