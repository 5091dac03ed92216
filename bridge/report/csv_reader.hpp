#pragma once
// CSV (RFC 4180) with `;` between fields, as Swedish spreadsheets write it; other separators on request.

#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace finsam {

struct CsvRecord {
    std::vector<std::string> fields; ///< UTF-8, without the spaces round unquoted fields
    std::size_t line = 0;            ///< where the record begins, from 1
};

/// UTF-8 with or without BOM, or Windows-1252; LF or CRLF; quoted fields may hold `;`, line ends and "" for a quote.
/// Empty lines are left out. The error is a Swedish sentence with the line.
[[nodiscard]] tl::expected<std::vector<CsvRecord>, std::string> read_csv(std::string_view bytes, char separator = ';');

/// What stands between the fields of most lines: `;`, a tab or `,`. `;` when there is none of them.
[[nodiscard]] char find_separator(std::string_view bytes);

/// Where the header has each of the wanted names (lower case in the file or not); -1 when it lacks one.
class CsvHeader {
public:
    explicit CsvHeader(const CsvRecord& record);
    [[nodiscard]] bool has(std::string_view name) const noexcept;
    /// The record's field under that name; "" when the header or the record lacks it.
    [[nodiscard]] std::string_view field(const CsvRecord& record, std::string_view name) const noexcept;
    [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }

private:
    std::vector<std::string> names_;
};

} // namespace finsam
