#include "parsers/sie_lines.hpp"

#include "parsers/checksum.hpp"
#include "parsers/sie_fields.hpp"
#include "parsers/sie_labels.hpp"
#include "parsers/text_encoding.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

namespace finsam::sie {
namespace {

/// One step for many lines, then the next step: a processor runs short loops faster than one long one. So many lines
/// stay in its nearest cache.
constexpr std::size_t at_a_time = 64;

class ChecksumFollower {
public:
    ChecksumMark follow(const Line& line) noexcept {
        if (line.kind != LineKind::record) {
            return ChecksumMark::none;
        }
        if (line.label == label_name(Label::ksumma)) {
            return mark(line);
        }
        if (open_) {
            feed(line);
        }
        return ChecksumMark::none;
    }

private:
    ChecksumMark mark(const Line& line) noexcept {
        const std::string_view text = line.fields.empty() ? "" : trimmed(line.fields.front().bytes);
        if (text.empty()) {
            open_ = true;
            sum_ = Ksumma();
            return ChecksumMark::opened;
        }
        if (!open_) {
            return ChecksumMark::closed_without_opening;
        }
        open_ = false;
        std::uint32_t stored = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), stored);
        const bool right = error == std::errc() && end == text.data() + text.size() && stored == sum_.value();
        return right ? ChecksumMark::closed_right : ChecksumMark::closed_wrong;
    }

    void feed(const Line& line) noexcept {
        sum_.feed({line.label.data() - 1, line.label.size() + 1}); // with '#'
        for (const Field& field : line.fields) {
            if (!field.is_list) {
                feed(field);
                continue;
            }
            for (std::uint32_t i = 0; i < field.count; ++i) {
                feed(line.list_fields[field.first + i]);
            }
        }
    }
    void feed(const Field& field) noexcept {
        if (!field.has_backslash) {
            sum_.feed(field.bytes);
            return;
        }
        for_each_piece(field.bytes, true, [this](std::string_view piece) { sum_.feed(piece); });
    }

    Ksumma sum_;
    bool open_ = false;
};

/// Takes the next line from the front of `rest`. One pass for most, whose end is the first byte that is not plain.
void take_line(std::string_view& rest, FileLine& line) noexcept {
    const std::size_t plain = plain_prefix(rest);
    const bool ends_here = plain < rest.size() && rest[plain] == '\n';
    const std::size_t end = ends_here ? plain : std::min(rest.find('\n', plain), rest.size());
    line.text = rest.substr(0, end);
    line.plain_prefix = plain;
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.text.ends_with('\r')) {
        line.text.remove_suffix(1);
    }
}

} // namespace

class FileLines::Splitter {
public:
    explicit Splitter(std::string_view bytes) noexcept : rest_(bytes) {}

    std::span<const FileLine> next() {
        std::size_t count = 0;
        for (; count < at_a_time && !rest_.empty(); ++count) {
            take_line(rest_, lines_[count]);
        }
        const std::span<FileLine> taken = std::span(lines_).first(count);
        for (FileLine& line : taken) {
            parse_line(line.text, line.line);
        }
        for (FileLine& line : taken) {
            line.checksum = checksum_.follow(line.line);
        }
        return taken;
    }

private:
    std::string_view rest_;
    ChecksumFollower checksum_;
    std::vector<FileLine> lines_ = std::vector<FileLine>(at_a_time);
};

FileLines::FileLines(std::string_view bytes) : splitter_(std::make_unique<Splitter>(bytes)) {}
FileLines::~FileLines() = default;

std::span<const FileLine> FileLines::next() {
    return splitter_->next();
}

} // namespace finsam::sie
