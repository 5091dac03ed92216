#pragma once
// The line grammar of SIE 1-4 (SIE 4C §5): one line of bytes to a label and its fields. Knows no labels.

#include "parsers/diagnostic.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace finsam::sie {

/// A field as it stands in the file, without enclosing quotes; `\"` is not yet undone. A list is a brace group.
struct Field {
    std::string_view bytes;
    bool is_list = false;
    bool has_backslash = false;         ///< else `\"` need not be looked for
    std::uint32_t first = 0, count = 0; ///< of a list: its fields in `Line::list_fields`
};

enum class LineKind : std::uint8_t { blank, record, open, close, other };

/// Something wrong with a line's form.
struct Remark {
    DiagnosticCode code = DiagnosticCode::klammer_ogiltig;
    const char* at = nullptr;
};

/// One line. Reused from line to line, so that reading does not allocate.
struct Line {
    LineKind kind = LineKind::blank;
    std::string_view label; ///< without '#'
    std::vector<Field> fields;
    std::vector<Field> list_fields;
    std::vector<Remark> remarks;
    const char* misplaced_brace = nullptr; ///< the first nested or stray brace
    const char* unclosed_list = nullptr;   ///< where the `}` should have been
    bool backslash = false;                ///< seen in the field that is being read

    void clear() noexcept;
    /// A `{` that ends the line: the block begins here instead of on the next line.
    [[nodiscard]] bool ends_with_open_brace() const noexcept;
};

/// Parses one line without its line end. Every line is understood as something.
void parse_line(std::string_view text, Line& line);

/// Calls `use` with the pieces of a field's content, so that `\"` becomes `"` without a copy.
template <typename Use>
void for_each_piece(std::string_view bytes, bool has_backslash, Use use) {
    if (!has_backslash) {
        use(bytes);
        return;
    }
    for (auto at = bytes.find("\\\""); at != std::string_view::npos; at = bytes.find("\\\"", 1)) {
        use(bytes.substr(0, at));
        bytes.remove_prefix(at + 1); // the next piece begins with the quote
    }
    use(bytes);
}

} // namespace finsam::sie
