#include "bridge/report/csv_reader.hpp"

#include "parsers/text_encoding.hpp"

#include <algorithm>

namespace finsam {
namespace {

class CsvParser {
public:
    CsvParser(std::string_view text, char separator)
        : text_(text), separator_(separator), ends_field_({separator, '\r', '\n'}) {}

    tl::expected<std::vector<CsvRecord>, std::string> run() {
        while (at_ < text_.size()) {
            record_ = CsvRecord{{}, line_};
            do {
                if (!read_field()) {
                    return tl::unexpected(error_);
                }
            } while (take(separator_));
            take('\r');
            if (take('\n')) {
                ++line_;
            } else if (at_ < text_.size()) {
                return tl::unexpected("Rad " + std::to_string(line_) +
                                      ": efter ett fält inom citattecken ska det stå " + separator_name() +
                                      " eller radslut.");
            }
            if (record_.fields.size() > 1 || !record_.fields.front().empty()) {
                records_.push_back(std::move(record_));
            }
        }
        return std::move(records_);
    }

private:
    std::string separator_name() const {
        return separator_ == ';' ? "semikolon" : separator_ == '\t' ? "en tabb" : "ett komma";
    }

    bool take(char c) {
        if (at_ < text_.size() && text_[at_] == c) {
            ++at_;
            return true;
        }
        return false;
    }

    bool read_field() {
        while (at_ < text_.size() && text_[at_] == ' ') {
            ++at_;
        }
        return take('"') ? read_quoted() : read_plain();
    }

    bool read_plain() {
        const std::size_t end = std::min(text_.find_first_of(ends_field_, at_), text_.size());
        std::string_view field = text_.substr(at_, end - at_);
        while (!field.empty() && field.back() == ' ') {
            field.remove_suffix(1);
        }
        record_.fields.emplace_back(field);
        at_ = end;
        return true;
    }

    bool read_quoted() {
        std::string field;
        while (at_ < text_.size()) {
            const char c = text_[at_++];
            if (c == '"' && !take('"')) {
                record_.fields.push_back(std::move(field));
                while (at_ < text_.size() && text_[at_] == ' ') {
                    ++at_;
                }
                return true;
            }
            line_ += c == '\n' ? 1 : 0;
            field.push_back(c);
        }
        error_ = "Rad " + std::to_string(record_.line) + ": ett citattecken avslutas inte.";
        return false;
    }

    std::string_view text_;
    char separator_;
    std::string ends_field_;
    std::size_t at_ = 0, line_ = 1;
    CsvRecord record_;
    std::vector<CsvRecord> records_;
    std::string error_;
};

} // namespace

tl::expected<std::vector<CsvRecord>, std::string> read_csv(std::string_view bytes, char separator) {
    const bool is_utf8 = detect_encoding(bytes) == TextEncoding::utf8; // no spreadsheet writes CSV in CP437
    const std::string decoded = decode(bytes, is_utf8 ? TextEncoding::utf8 : TextEncoding::windows1252);
    std::string_view text = decoded;
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    return CsvParser(text, separator).run();
}

char find_separator(std::string_view bytes) {
    char best = ';';
    std::size_t most = 0;
    for (const char separator : {';', '\t', ','}) { // a comma is also the decimal mark
        std::size_t lines = 0;
        for (std::string_view rest = bytes; !rest.empty();) {
            const std::string_view line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(rest.size(), line.size() + 1));
            lines += line.find(separator) != std::string_view::npos ? 1 : 0;
        }
        if (lines > (separator == ',' ? 2 * most : most)) {
            most = lines;
            best = separator;
        }
    }
    return best;
}

CsvHeader::CsvHeader(const CsvRecord& record) : names_(record.fields) {
    for (std::string& name : names_) {
        std::transform(name.begin(), name.end(), name.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    }
}

bool CsvHeader::has(std::string_view name) const noexcept {
    return std::find(names_.begin(), names_.end(), name) != names_.end();
}

std::string_view CsvHeader::field(const CsvRecord& record, std::string_view name) const noexcept {
    const auto at = std::find(names_.begin(), names_.end(), name);
    const auto index = static_cast<std::size_t>(at - names_.begin());
    return at == names_.end() || index >= record.fields.size() ? std::string_view{} : record.fields[index];
}

} // namespace finsam
