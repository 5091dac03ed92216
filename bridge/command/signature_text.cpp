#include "bridge/command/signature_text.hpp"

namespace finsam::command {

std::string_view signature_text(sie::SignatureState state) noexcept {
    switch (state) {
    case sie::SignatureState::absent: return "Signaturen saknas.";
    case sie::SignatureState::valid:
        return "Signaturen är giltig: innehållet är oförändrat sedan det signerades med den nyckel som står i filen. "
               "Vem "
               "som signerade framgår inte.";
    case sie::SignatureState::weak:
        return "Signaturen stämmer men är svag (SHA-1) och visar inte att innehållet är oförändrat.";
    case sie::SignatureState::invalid: return "Signaturen är ogiltig.";
    case sie::SignatureState::not_checked: return "Signaturen är inte prövad.";
    }
    return "";
}

} // namespace finsam::command
