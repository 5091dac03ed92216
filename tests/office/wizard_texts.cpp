#include "tests/office/wizard_texts.hpp"

#include "tests/office/text.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/sheet/FunctionArgument.hpp>
#include <ranges>

namespace finsam::office {

using namespace com::sun::star;

WizardTexts wizard_texts(const Office& office, const std::string& function) {
    const uno::Reference<container::XNameAccess> functions(office.create("com.sun.star.sheet.FunctionDescriptions"),
                                                           uno::UNO_QUERY_THROW);
    uno::Sequence<beans::PropertyValue> properties;
    functions->getByName(to_ustring(function)) >>= properties;
    WizardTexts texts;
    for (const beans::PropertyValue& property : properties) {
        rtl::OUString text;
        uno::Sequence<sheet::FunctionArgument> arguments;
        if (property.Name == "Description" && (property.Value >>= text)) {
            texts.description = to_string(text);
        } else if (property.Value >>= arguments) {
            for (const sheet::FunctionArgument& argument : arguments) {
                texts.arguments.push_back(to_string(argument.Name));
            }
        }
    }
    return texts;
}

std::vector<std::string> argument_labels(const addin::Function& function, std::string_view addin::Text::*language) {
    std::vector<std::string> labels;
    for (const addin::Argument& argument : function.arguments | std::views::filter(addin::is_visible)) {
        labels.emplace_back(argument.label.*language);
    }
    return labels;
}

} // namespace finsam::office
