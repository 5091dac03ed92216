#include "bridge/report/csv_reader.hpp"

#include "parsers/text_encoding.hpp"

#include <algorithm>

namespace finsam {
namespace {

class CsvParser {
public:
    explicit CsvParser(std::string_view text) : text_(text) {}

    tl::expected<std::vector<CsvRecord>, std::string> run() {
        while (at_ < text_.size()) {
            record_ = CsvRecord{{}, line_};
            do {
                if (!read_field()) {
                    return tl::unexpected(error_);
                }
            } while (take(';'));
            take('\r');
            if (take('\n')) {
                ++line_;
            } else if (at_ < text_.size()) {
                return tl::unexpected("Rad " + std::to_string(line_) +
                                      ": efter ett fält inom citattecken ska det stå semikolon eller radslut.");
            }
            if (record_.fields.size() > 1 || !record_.fields.front().empty()) {
                records_.push_back(std::move(record_));
            }
        }
        return std::move(records_);
    }

private:
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
        const std::size_t end = std::min(text_.find_first_of(";\r\n", at_), text_.size());
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
    std::size_t at_ = 0, line_ = 1;
    CsvRecord record_;
    std::vector<CsvRecord> records_;
    std::string error_;
};

} // namespace

tl::expected<std::vector<CsvRecord>, std::string> read_csv(std::string_view bytes) {
    const std::string decoded = decode(bytes, detect_encoding(bytes));
    std::string_view text = decoded;
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    return CsvParser(text).run();
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
