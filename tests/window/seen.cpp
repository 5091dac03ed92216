#include "tests/window/seen.hpp"

#include "tests/office/text.hpp"

#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/accessibility/XAccessibleComponent.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XExtendedToolkit.hpp>

namespace finsam::window {
namespace {

using namespace com::sun::star;
using accessibility::XAccessibleContext;

std::optional<Point> middle_of(const uno::Reference<XAccessibleContext>& context) {
    const uno::Reference<accessibility::XAccessibleComponent> component(context, uno::UNO_QUERY);
    if (!component.is()) {
        return std::nullopt;
    }
    const awt::Point at = component->getLocationOnScreen();
    const awt::Size size = component->getSize(); // the state SHOWING is not told of the lines of a list
    if (size.Width <= 0 || size.Height <= 0) {
        return std::nullopt;
    }
    return Point{at.X + size.Width / 2, at.Y + size.Height / 2};
}

/// Depth first. A sheet has a billion cells, which nobody clicks on here.
std::optional<Point> find_in(const uno::Reference<XAccessibleContext>& context, const rtl::OUString& name) {
    constexpr sal_Int32 most_children = 500;
    if (!context.is()) {
        return std::nullopt;
    }
    if (context->getAccessibleName().startsWith(name)) {
        if (const auto middle = middle_of(context)) {
            return middle;
        }
    }
    const auto count = context->getAccessibleChildCount();
    for (sal_Int32 i = 0; i < count && count < most_children; ++i) {
        const auto child = context->getAccessibleChild(i);
        if (const auto found = find_in(child.is() ? child->getAccessibleContext() : nullptr, name)) {
            return found;
        }
    }
    return std::nullopt;
}

} // namespace

// Deprecated without anything in its place: nothing else lists dialogs.
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

uno::Reference<uno::XInterface> find_window(const office::Office& office, const std::string& title) {
    const uno::Reference<awt::XExtendedToolkit> toolkit(awt::Toolkit::create(office.context()), uno::UNO_QUERY_THROW);
    for (sal_Int32 i = 0; i < toolkit->getTopWindowCount(); ++i) {
        try {
            const uno::Reference<accessibility::XAccessible> window(toolkit->getTopWindow(i), uno::UNO_QUERY);
            const auto context = window.is() ? window->getAccessibleContext() : nullptr;
            if (context.is() && context->getAccessibleName().startsWith(office::to_ustring(title))) {
                return window;
            }
        } catch (const uno::Exception&) { // closed meanwhile
        }
    }
    return {};
}

std::optional<Point> find_seen(const office::Office& office, const std::string& window_title, const std::string& name) {
    try {
        const uno::Reference<accessibility::XAccessible> window(find_window(office, window_title), uno::UNO_QUERY);
        return window.is() ? find_in(window->getAccessibleContext(), office::to_ustring(name)) : std::nullopt;
    } catch (const uno::Exception&) { // closed meanwhile
        return std::nullopt;
    }
}

} // namespace finsam::window
