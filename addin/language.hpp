#pragma once
// The language that the office speaks with its user: Swedish, or else English.

#include "addin/text.hpp"
#include "bridge/language.hpp"

#include <com/sun/star/uno/XComponentContext.hpp>
#include <string>

namespace finsam::addin {

[[nodiscard]] Language
language_of(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context);

[[nodiscard]] inline std::string pick(Language language, const Text& text) {
    return std::string(language == Language::swedish ? text.sv : text.en);
}

} // namespace finsam::addin
