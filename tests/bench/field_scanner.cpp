#include "tests/bench/field_scanner.hpp"

#include <cstring>

namespace finsam::bench {
namespace {

bool ends_field(char c) noexcept {
    return c == ' ' || c == '\t' || c == '\r' || c == '{' || c == '}';
}

const char* skip_blanks(const char* at, const char* end) noexcept {
    while (at != end && (*at == ' ' || *at == '\t' || *at == '\r')) {
        ++at;
    }
    return at;
}

const char* end_of_plain(const char* at, const char* end) noexcept {
    while (at != end && !ends_field(*at)) {
        ++at;
    }
    return at;
}

/// The quote that closes a text, or the end.
const char* closing_quote(const char* at, const char* end) noexcept {
    for (const char* from = at; from != end;) {
        const auto* quote = static_cast<const char*>(std::memchr(from, '"', static_cast<std::size_t>(end - from)));
        if (quote == nullptr) {
            return end;
        }
        if (quote == at || quote[-1] != '\\') {
            return quote;
        }
        from = quote + 1;
    }
    return end;
}

std::string_view between(const char* from, const char* to) noexcept {
    return {from, static_cast<std::size_t>(to - from)};
}

void add(ScannedLine& line, std::string_view field) noexcept {
    if (line.count < line.fields.size()) {
        line.fields[line.count] = field;
    }
    ++line.count;
}

} // namespace

void scan_line(std::string_view& rest, ScannedLine& line) noexcept {
    const char* const begin = rest.data();
    const auto* newline = static_cast<const char*>(std::memchr(begin, '\n', rest.size()));
    const char* const end = newline ? newline : begin + rest.size();
    rest.remove_prefix(static_cast<std::size_t>(end - begin) + (newline ? 1 : 0));

    line.label = {};
    line.count = 0;
    const char* at = skip_blanks(begin, end);
    if (at != end && *at == '#') {
        const char* const label_end = end_of_plain(at, end);
        line.label = between(at, label_end);
        at = label_end;
    }
    for (at = skip_blanks(at, end); at != end; at = skip_blanks(at, end)) {
        if (*at == '"') {
            const char* const close = closing_quote(at + 1, end);
            add(line, between(at + 1, close));
            at = close == end ? end : close + 1;
        } else if (*at == '{' || *at == '}') {
            add(line, between(at, at + 1));
            ++at;
        } else {
            const char* const field_end = end_of_plain(at, end);
            add(line, between(at, field_end));
            at = field_end;
        }
    }
}

} // namespace finsam::bench
