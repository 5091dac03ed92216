#pragma once
// Lines of a SIE 4E file: fields, code page 437, CRLF and the running checksum (SIE 4C §5).

#include "parsers/checksum.hpp"
#include "parsers/ore.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace finsam::example {

/// A field as it stands in the line. Texts are quoted, numbers and dates are not.
struct SieField {
    enum class Form { bare, quoted, objects };
    Form form = Form::bare;
    std::string text;
    std::vector<std::string> objects; ///< dimension, code, dimension, code ...
};

[[nodiscard]] SieField bare(std::string text);
[[nodiscard]] SieField quoted(std::string text);
[[nodiscard]] SieField amount_field(Ore amount);
[[nodiscard]] SieField object_list(std::vector<std::string> dimensions_and_codes);

class SieWriter {
public:
    void record(std::string_view label, std::initializer_list<SieField> fields, std::string_view indent = "");
    /// `{` or `}` alone on a line.
    void brace(char brace);
    /// The bare #KSUMMA: everything after it counts.
    void open_checksum();
    /// The file: closed by #KSUMMA with its value, in code page 437. Nothing when a text has no place there.
    [[nodiscard]] std::string finish() &&;
    [[nodiscard]] bool failed() const noexcept { return failed_; }

private:
    void label(std::string_view text);
    void content(std::string_view utf8, bool in_quotes);

    std::string bytes_;
    Ksumma checksum_;
    bool counting_ = false;
    bool failed_ = false;
};

} // namespace finsam::example
