#pragma once
// What a macro gives with a dispatch.

#include "addin/commands/command_functions.hpp"

#include <optional>

namespace finsam::addin {

template <class Value>
[[nodiscard]] std::optional<Value> argument(const Arguments& arguments, const char* name) {
    for (const com::sun::star::beans::PropertyValue& one : arguments) {
        Value value{};
        if (one.Name.equalsAscii(name) && (one.Value >>= value)) {
            return value;
        }
    }
    return std::nullopt;
}

} // namespace finsam::addin
