#include "addin/entry_point.hpp"

#include "addin/functions/arguments.hpp"

#include <com/sun/star/uno/RuntimeException.hpp>
#include <cstdlib>
#include <fstream>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;

constexpr const char* fault_text = "framkallat fel";

[[noreturn]] void throw_fault(const std::string& kind) {
    if (kind == "uno") {
        throw uno::RuntimeException(rtl::OUString::createFromAscii(fault_text));
    }
    if (kind == "std") {
        throw std::runtime_error(fault_text);
    }
    throw 0;
}

} // namespace

void provoke_fault(std::string_view entry_point) {
    static const char* const file_name = std::getenv("FINSAM_TEST_FAULT");
    if (file_name == nullptr) {
        return;
    }
    std::ifstream file(file_name);
    std::string name, kind;
    if (file >> name >> kind && name == entry_point) {
        throw_fault(kind);
    }
}

std::string caught_text() noexcept {
    try {
        try {
            throw;
        } catch (const uno::Exception& problem) {
            return to_utf8(problem.Message);
        } catch (const std::exception& problem) {
            return problem.what();
        } catch (...) {
            return "okänt fel";
        }
    } catch (...) { // no memory for the text
        return {};
    }
}

void rethrow_as_uno() {
    try {
        throw;
    } catch (const uno::Exception&) {
        throw;
    } catch (...) {
        throw uno::RuntimeException(from_utf8(caught_text()));
    }
}

} // namespace finsam::addin
