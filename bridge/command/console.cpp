#include "bridge/command/console.hpp"

#include "bridge/command/grouped_diagnostics.hpp"

#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>

namespace finsam::command {
namespace {

/// Without control characters but line feed and tab: they could steer a terminal (C0, DEL and, in UTF-8, C1).
std::string harmless(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool c1 = byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        if (c1) {
            ++i;
        }
        const bool control = c1 || byte == 0x7F || (byte < 0x20 && byte != '\n' && byte != '\t');
        result += control ? '?' : text[i];
    }
    return result;
}

void write(std::FILE* file, std::string_view text) {
    const std::string clean = harmless(text);
    std::fwrite(clean.data(), 1, clean.size(), file); // a failure is told by everything_said
}

} // namespace

void say_text(std::string_view text) {
    write(stdout, text);
}

bool everything_said() {
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

void complain(std::string_view text) {
    write(stderr, fmt::format("finsam: {}\n", text));
}

void progress(std::string_view text) {
    static const bool terminal = isatty(STDERR_FILENO) == 1;
    if (terminal) {
        write(stderr, fmt::format("{} …\n", text));
    }
}

void print_diagnostics(const std::filesystem::path& file, const std::vector<Diagnostic>& diagnostics) {
    for (const Diagnostic& item : grouped(diagnostics)) {
        if (item.severity == Severity::info) {
            continue;
        }
        const std::string where =
            item.line == 0 ? file.string() : fmt::format("{}:{}:{}", file.string(), item.line, item.column);
        write(stderr,
              fmt::format("{}: {}: {} [{}]\n", where, swedish_name(item.severity), item.text, stable_name(item.code)));
    }
}

} // namespace finsam::command
