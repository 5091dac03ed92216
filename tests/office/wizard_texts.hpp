#pragma once

#include "addin/functions/function_table.hpp"
#include "tests/office/office.hpp"

#include <string>
#include <vector>

namespace finsam::office {

/// Description and argument names of a function, as the function wizard shows them.
struct WizardTexts {
    std::string description;
    std::vector<std::string> arguments;
};

[[nodiscard]] WizardTexts wizard_texts(const Office& office, const std::string& function);

/// Labels of the visible arguments in one of the languages, as the function table has them.
[[nodiscard]] std::vector<std::string> argument_labels(const addin::Function& function,
                                                       std::string_view addin::Text::*language);

} // namespace finsam::office
