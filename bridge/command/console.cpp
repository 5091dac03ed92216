#include "bridge/command/console.hpp"

#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>

namespace finsam::command {

void complain(std::string_view text) {
    fmt::print(stderr, "finsam: {}\n", text);
}

void progress(std::string_view text) {
    static const bool terminal = isatty(STDERR_FILENO) == 1;
    if (terminal) {
        fmt::print(stderr, "{} …\n", text);
    }
}

void print_diagnostics(const std::filesystem::path& file, const std::vector<Diagnostic>& diagnostics) {
    for (const Diagnostic& item : diagnostics) {
        if (item.severity == Severity::info) {
            continue;
        }
        const std::string where =
            item.line == 0 ? file.string() : fmt::format("{}:{}:{}", file.string(), item.line, item.column);
        fmt::print(stderr, "{}: {}: {} [{}]\n", where, swedish_name(item.severity), item.text, stable_name(item.code));
    }
}

} // namespace finsam::command
