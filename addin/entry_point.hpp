#pragma once
// The border between the office and the extension. An exception that leaves an entry point (a method that the office
// calls) may end the office: so does one out of XFilter::filter in 7.4 and 25.2. Each entry point therefore does its
// work in one of the wrappers here, under a name of its own by which tests make it fail.

#include <com/sun/star/uno/XInterface.hpp>
#include <cppuhelper/weak.hxx>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace finsam::addin {

/// Test hook. The environment variable FINSAM_TEST_FAULT names a file that holds "NAME KIND": the entry point NAME
/// throws, a UNO exception ("uno"), a standard one ("std") or something else ("int"). Tests change the file while the
/// office runs. Without the variable this is one comparison.
void provoke_fault(std::string_view entry_point);

/// What a `catch (...)` has caught, for a message. Only inside one.
[[nodiscard]] std::string caught_text() noexcept;

/// Does the work; whatever it throws, `failed(text)` gives the answer instead. If that throws too, the answer is the
/// empty one of its type.
template <class Work, class Failed>
std::invoke_result_t<Work> guarded(std::string_view entry_point, Work&& work, Failed&& failed) noexcept {
    try {
        provoke_fault(entry_point);
        return std::forward<Work>(work)();
    } catch (...) {
        const std::string text = caught_text();
        try {
            return std::forward<Failed>(failed)(text);
        } catch (...) { // nobody is left to tell
        }
    }
    return std::invoke_result_t<Work>();
}

/// Where there is nobody to tell: the empty answer.
template <class Work>
std::invoke_result_t<Work> guarded(std::string_view entry_point, Work&& work) noexcept {
    try {
        provoke_fault(entry_point);
        return std::forward<Work>(work)();
    } catch (...) {
        return std::invoke_result_t<Work>();
    }
}

/// For what the office wants exceptions from, such as a cell function: those of UNO pass, and anything else becomes a
/// com.sun.star.uno.RuntimeException with its text.
[[noreturn]] void rethrow_as_uno();

template <class Work>
std::invoke_result_t<Work> answered(std::string_view entry_point, Work&& work) {
    try {
        provoke_fault(entry_point);
        return std::forward<Work>(work)();
    } catch (...) {
        rethrow_as_uno();
    }
}

/// What a constructor of finsam.components returns; nullptr, and the office says that there is no such service, when
/// it cannot be made.
template <class Service, class... Arguments>
com::sun::star::uno::XInterface* make_service(std::string_view entry_point, Arguments&&... arguments) noexcept {
    return guarded(entry_point, [&]() -> com::sun::star::uno::XInterface* {
        return cppu::acquire(new Service(std::forward<Arguments>(arguments)...));
    });
}

} // namespace finsam::addin
