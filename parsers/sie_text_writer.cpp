#include "parsers/sie_text_writer.hpp"

#include "parsers/sie_fields.hpp"
#include "parsers/swedish_count.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam::sie {
namespace {

constexpr std::size_t chunk = 64 * 1024;
constexpr std::string_view line_end = "\r\n";
constexpr std::string_view row_indent = "  ";

/// SIE 4C §5.7 wants quotes round blanks; an empty field, a quote, a brace and a leading # would be taken for something
/// else without them. 0xFF is the non-breaking space.
bool needs_quotes(std::string_view content) noexcept {
    const auto special = [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '{' || c == '}' || c == '\xFF';
    };
    return content.empty() || content.front() == '#' || std::any_of(content.begin(), content.end(), special);
}

/// With '#', without a string being made for each row.
std::string_view hashed(RowKind kind) noexcept {
    switch (kind) {
    case RowKind::trans: return "#TRANS";
    case RowKind::rtrans: return "#RTRANS";
    case RowKind::btrans: return "#BTRANS";
    }
    return "";
}

} // namespace

Cp437Encoder::Outcome append_key(std::string& out, Cp437Encoder& encoder, std::string_view utf8) {
    const std::size_t start = out.size();
    Cp437Encoder::Outcome outcome = encoder.append(out, utf8);
    const std::string_view written = std::string_view(out).substr(start);
    const std::string_view rest = trimmed(written);
    if (rest.empty() && !utf8.empty()) {
        out.replace(start, std::string::npos, "?");
    } else if (rest.size() != written.size()) {
        out = out.substr(0, start) + std::string(rest);
    }
    return outcome;
}

TextWriter::TextWriter(std::ostream& out, bool checksum) : out_(out), checksum_(checksum) {
    buffer_.reserve(2 * chunk);
}

void TextWriter::identification(const FileInfo& info, const std::vector<FiscalYear>& years) {
    begin_named("#FLAGGA");
    bare("0");
    end();
    if (checksum_) {
        begin_named("#KSUMMA");
        end();
        counting_ = true;
    }
    begin_named("#PROGRAM");
    text(info.program, Place::inner);
    text(info.program_version, Place::last);
    end();
    begin_named("#FORMAT");
    bare("PC8");
    end();
    if (info.generated) {
        begin_named("#GEN");
        bare(to_sie(*info.generated));
        end();
    }
    begin_named("#SIETYP");
    bare(std::to_string(info.sie_type));
    end();
    for (const std::string& prose : info.prose) {
        begin_named("#PROSA");
        text(prose, Place::last);
        end();
    }
    trade_records(info);
    optional_text_record("#FNAMN", info.company_name);
    for (const FiscalYear& year : years) {
        begin_named("#RAR");
        bare(std::to_string(year.number));
        bare(to_sie(year.from));
        bare(to_sie(year.to));
        end();
    }
    if (info.tax_year) {
        begin_named("#TAXAR");
        bare(std::to_string(*info.tax_year));
        end();
    }
    if (info.balances_until) {
        begin_named("#OMFATTN");
        bare(to_sie(*info.balances_until));
        end();
    }
    optional_word_record("#KPTYP", info.chart_type);
    optional_word_record("#VALUTA", info.currency);
}

void TextWriter::trade_records(const FileInfo& info) {
    optional_word_record("#FTYP", info.company_form);
    optional_word_record("#FNR", info.company_code);
    if (!info.organisation_number.empty() || !info.acquisition_number.empty() || !info.activity_number.empty()) {
        begin_named("#ORGNR");
        key(info.organisation_number);
        if (!info.acquisition_number.empty() || !info.activity_number.empty()) {
            key(info.acquisition_number);
        }
        if (!info.activity_number.empty()) {
            key(info.activity_number);
        }
        end();
    }
    optional_word_record("#BKOD", info.trade_code);
    if (!info.street.empty() || !info.postal_address.empty()) {
        begin_named("#ADRESS");
        text("", Place::inner); // the contact is a person
        text(info.street, Place::inner);
        text(info.postal_address, Place::inner);
        text("", Place::last);
        end();
    }
}

void TextWriter::optional_text_record(std::string_view label, std::string_view utf8) {
    if (utf8.empty()) {
        return;
    }
    begin_named(label);
    text(utf8, Place::last);
    end();
}

/// Bare where it can be, as these short names usually stand.
void TextWriter::optional_word_record(std::string_view label, std::string_view utf8) {
    if (utf8.empty()) {
        return;
    }
    begin_named(label);
    buffer_ += ' ';
    encode(utf8);
    needs_quotes(field_) ? put_quoted(field_) : content(field_);
    end();
}

void TextWriter::account(const Account& record) {
    begin_about("Konto", record.number);
    begin("#KONTO");
    key(record.number);
    text(record.name, Place::last);
    end();
}

void TextWriter::account_type(const AccountType& record) {
    begin_about("Konto", record.account);
    begin("#KTYP");
    key(record.account);
    bare({&record.type, 1});
    end();
}

void TextWriter::account_unit(const AccountUnit& record) {
    begin_about("Konto", record.account);
    begin("#ENHET");
    key(record.account);
    text(record.unit, Place::last);
    end();
}

void TextWriter::sru_code(const SruCode& record) {
    begin_about("Konto", record.account);
    begin("#SRU");
    key(record.account);
    key(record.code);
    end();
}

void TextWriter::dimension(const Dimension& record) {
    begin_about("Dimension", record.number);
    begin(record.parent.empty() ? "#DIM" : "#UNDERDIM");
    key(record.number);
    text(record.name, record.parent.empty() ? Place::last : Place::inner);
    if (!record.parent.empty()) {
        key(record.parent);
    }
    end();
}

void TextWriter::object(const Object& record) {
    begin_about("Objekt", record.code, record.dimension);
    begin("#OBJEKT");
    key(record.dimension);
    quoted_key(record.code);
    text(record.name, Place::last);
    end();
}

void TextWriter::balance(const Balance& record) {
    begin_about("Saldo på konto", record.account);
    const bool has_list =
        record.kind != BalanceKind::ib && record.kind != BalanceKind::ub && record.kind != BalanceKind::res;
    begin(fmt::format("#{}", label(record.kind)));
    bare(std::to_string(record.year));
    if (record.period) {
        bare(to_sie(*record.period));
    }
    key(record.account);
    if (has_list) {
        objects(record.objects);
    }
    bare(to_decimal_kronor(record.amount));
    if (!record.quantity.empty()) {
        bare(record.quantity);
    }
    end();
}

void TextWriter::voucher(const Voucher& record) {
    begin_about("Verifikation", record.number, record.series);
    begin("#VER");
    key(record.series);
    key(record.number);
    bare(to_sie(record.date));
    if (record.registered) {
        text(record.text, Place::inner);
        bare(to_sie(*record.registered));
    } else if (!record.text.empty()) {
        text(record.text, Place::last);
    }
    end();
    brace('{');
    for (const TransactionRow& each : record.rows) {
        row(each);
    }
    brace('}');
}

void TextWriter::row(const TransactionRow& record) {
    const bool has_quantity = !record.quantity.empty();
    const bool has_text = has_quantity || !record.text.empty();
    begin(hashed(record.kind), row_indent);
    key(record.account);
    objects(record.objects);
    bare(to_decimal_kronor(record.amount));
    if (record.date) {
        bare(to_sie(*record.date));
    } else if (has_text) {
        text("", Place::inner);
    }
    if (has_text) {
        text(record.text, has_quantity ? Place::inner : Place::last);
    }
    if (has_quantity) {
        bare(record.quantity);
    }
    end();
}

WriteResult TextWriter::finish() {
    if (checksum_) {
        counting_ = false;
        result_.ksumma = sum_.value();
        begin("#KSUMMA");
        bare(std::to_string(*result_.ksumma));
        end();
    }
    flush();
    if (result_.replaced_texts > most_places_told) {
        result_.diagnostics.push_back(
            {default_severity(DiagnosticCode::tecken_ersatta), DiagnosticCode::tecken_ersatta, 0, 0,
             fmt::format("Ytterligare {} har tecken som cp437 saknar.",
                         counted(result_.replaced_texts - most_places_told, "text", "texter"))});
    }
    return std::move(result_);
}

/// What the coming record is about, for messages; the texts are the record's own.
void TextWriter::begin_about(std::string_view what, std::string_view number, std::string_view series) {
    what_ = what;
    series_ = series;
    number_ = number;
}

/// A record that is about the file itself: its label says what.
void TextWriter::begin_named(std::string_view label) {
    begin_about(label, {});
    begin(label);
}

void TextWriter::begin(std::string_view label, std::string_view indent) {
    const std::string_view name = label.substr(1);
    const auto known = result_.counts.find(name);
    ++(known != result_.counts.end() ? known : result_.counts.emplace(name, 0).first)->second;
    buffer_ += indent;
    content(label);
}

void TextWriter::bare(std::string_view ascii) {
    buffer_ += ' ';
    content(ascii);
}

void TextWriter::text(std::string_view utf8, Place place) {
    buffer_ += ' ';
    encode(utf8);
    const bool would_not_end = place == Place::inner && field_.ends_with('\\');
    if (would_not_end && !needs_quotes(field_)) {
        content(field_);
        return;
    }
    if (would_not_end) { // the only text that the format cannot express
        field_ += ' ';
        tell_replaced({1, "\\ sist i texten fick ett blanksteg efter sig"});
    }
    put_quoted(field_);
}

void TextWriter::key(std::string_view utf8) {
    buffer_ += ' ';
    encode_key(utf8);
    put_key(false);
}

void TextWriter::quoted_key(std::string_view utf8) {
    buffer_ += ' ';
    encode_key(utf8);
    put_key(true);
}

void TextWriter::put_key(bool always_quoted) {
    if (!always_quoted && !needs_quotes(field_)) {
        content(field_);
        return;
    }
    if (field_.ends_with('\\')) {
        field_ += ' '; // else `\"` would not end the field
    }
    put_quoted(field_);
}

void TextWriter::objects(const std::vector<ObjectRef>& list) {
    buffer_ += " {";
    bool first = true;
    for (const ObjectRef& object : list) {
        if (!first) {
            buffer_ += ' ';
        }
        first = false;
        encode_key(object.dimension);
        put_key(false);
        quoted_key(object.code);
    }
    buffer_ += '}';
}

void TextWriter::put_quoted(std::string_view bytes) {
    if (counting_) {
        sum_.feed(bytes);
    }
    buffer_ += '"';
    for (const char c : bytes) {
        if (c == '"') {
            buffer_ += '\\';
        }
        buffer_ += c;
    }
    buffer_ += '"';
}

void TextWriter::content(std::string_view bytes) {
    if (counting_) {
        sum_.feed(bytes);
    }
    buffer_ += bytes;
}

void TextWriter::end() {
    buffer_ += line_end;
    if (buffer_.size() >= chunk) {
        flush();
    }
}

void TextWriter::brace(char brace) {
    buffer_ += brace;
    end();
}

void TextWriter::flush() {
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    result_.bytes += buffer_.size();
    buffer_.clear();
}

void TextWriter::encode(std::string_view utf8) {
    field_.clear();
    const Cp437Encoder::Outcome outcome = encoder_.append(field_, utf8);
    if (outcome.replaced > 0) {
        field_ += field_.empty() ? "?" : ""; // what had a text still has one
        tell_replaced(outcome);
    }
}

void TextWriter::encode_key(std::string_view utf8) {
    field_.clear();
    const Cp437Encoder::Outcome outcome = append_key(field_, encoder_, utf8);
    if (outcome.replaced > 0) {
        tell_replaced(outcome);
    }
}

void TextWriter::tell_replaced(const Cp437Encoder::Outcome& outcome) {
    if (++result_.replaced_texts > most_places_told) {
        return;
    }
    std::string place(what_);
    for (const std::string_view part : {series_, number_}) {
        place += part.empty() ? "" : fmt::format(" {}", part);
    }
    std::string text = fmt::format("{}: {} tecken som cp437 saknar skrevs på annat sätt ({}).", place, outcome.replaced,
                                   outcome.examples);
    result_.diagnostics.push_back({default_severity(DiagnosticCode::tecken_ersatta), DiagnosticCode::tecken_ersatta, 0,
                                   0, std::move(text), std::move(place)});
}

} // namespace finsam::sie
