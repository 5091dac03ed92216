#include "examples/books/sie_writer.hpp"

#include "parsers/text_encoding.hpp"

namespace finsam::example {

namespace {
constexpr std::string_view line_end = "\r\n";
}

SieField bare(std::string text) {
    return {SieField::Form::bare, std::move(text), {}};
}
SieField quoted(std::string text) {
    return {SieField::Form::quoted, std::move(text), {}};
}
SieField amount_field(Ore amount) {
    return bare(to_decimal_kronor(amount));
}
SieField object_list(std::vector<std::string> dimensions_and_codes) {
    return {SieField::Form::objects, "", std::move(dimensions_and_codes)};
}

void SieWriter::label(std::string_view text) {
    bytes_ += text;
    if (counting_)
        checksum_.feed(text);
}

void SieWriter::content(std::string_view utf8, bool in_quotes) {
    const std::optional<std::string> encoded = encode_cp437(utf8);
    if (!encoded) {
        failed_ = true;
        return;
    }
    if (counting_)
        checksum_.feed(*encoded);
    if (!in_quotes) {
        bytes_ += *encoded;
        return;
    }
    bytes_ += '"';
    for (const char c : *encoded) {
        if (c == '"')
            bytes_ += '\\';
        bytes_ += c;
    }
    bytes_ += '"';
}

void SieWriter::record(std::string_view name, std::initializer_list<SieField> fields, std::string_view indent) {
    bytes_ += indent;
    label(name);
    for (const SieField& field : fields) {
        bytes_ += ' ';
        if (field.form != SieField::Form::objects) {
            content(field.text, field.form == SieField::Form::quoted);
            continue;
        }
        bytes_ += '{';
        for (std::size_t i = 0; i < field.objects.size(); ++i) {
            if (i > 0)
                bytes_ += ' ';
            content(field.objects[i], i % 2 == 1);
        }
        bytes_ += '}';
    }
    bytes_ += line_end;
}

void SieWriter::brace(char brace) {
    bytes_ += brace;
    bytes_ += line_end;
}

void SieWriter::open_checksum() {
    record("#KSUMMA", {});
    counting_ = true;
}

std::string SieWriter::finish() && {
    counting_ = false;
    record("#KSUMMA", {bare(std::to_string(checksum_.value()))});
    return std::move(bytes_);
}

} // namespace finsam::example
