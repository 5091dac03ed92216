#include "bridge/ledger/reading_faults.hpp"

#include "parsers/swedish_count.hpp"

namespace finsam {

std::string reading_faults(const ImportedFile& file) {
    std::string text = file.errors > 0 ? counted(file.errors, "fel", "fel") : "";
    if (file.refused_vouchers > 0) {
        text += text.empty() ? "" : ", ";
        text += counted(file.refused_vouchers, "avvisad verifikation", "avvisade verifikationer");
    }
    return text;
}

} // namespace finsam
