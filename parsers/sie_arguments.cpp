// The part of the interpreter that reads single fields.

#include "parsers/sie_interpreter.hpp"

#include <fmt/format.h>

namespace finsam::sie {

void Interpreter::optional_text(std::string& out, std::size_t index) {
    out.clear();
    if (const Field* field = argument(index)) {
        report_.text(out, *field);
    }
}

std::optional<Date> Interpreter::day(std::string_view bytes) noexcept {
    if (bytes != last_day_text_) {
        last_day_text_ = bytes;
        last_day_ = parse_sie_date(bytes);
    }
    return last_day_;
}

std::optional<Date> Interpreter::date(std::size_t index, bool may_show) {
    const std::string_view bytes = argument_bytes(index);
    const auto found = day(trimmed(bytes));
    if (!found) {
        report_.add(DiagnosticCode::datum_ogiltigt, bytes.data(),
                    fmt::format("Datumet{} i #{} är ingen riktig dag på formen ÅÅÅÅMMDD; posten lästes inte.",
                                may_show ? Report::shown_number(bytes) : std::string(), label_));
    }
    return found;
}

void Interpreter::optional_date(std::optional<Date>& out, std::size_t index, bool may_show) {
    const std::string_view bytes = trimmed(argument_bytes(index));
    out = bytes.empty() ? std::nullopt : day(bytes);
    if (!out && !bytes.empty()) {
        report_.add(DiagnosticCode::datum_ogiltigt, bytes.data(),
                    fmt::format("Datumet{} i #{} är ingen riktig dag på formen ÅÅÅÅMMDD; posten lästes utan det.",
                                may_show ? Report::shown_number(bytes) : std::string(), label_));
    }
}

std::optional<Period> Interpreter::period(std::size_t index) {
    const std::string_view bytes = argument_bytes(index);
    const auto month = parse_sie_period(trimmed(bytes));
    if (!month) {
        report_.add(DiagnosticCode::period_ogiltig, bytes.data(),
                    fmt::format("Perioden{} i #{} är ingen månad på formen ÅÅÅÅMM; posten lästes inte.",
                                Report::shown_number(bytes), label_));
    }
    return month;
}

std::optional<int> Interpreter::number(std::size_t index, std::string_view what) {
    const std::string_view bytes = argument_bytes(index);
    const auto value = parse_int(trimmed(bytes));
    if (!value) {
        report_.add(
            DiagnosticCode::nummer_ogiltigt, bytes.data(),
            fmt::format("{}{} i #{} är inget heltal; posten lästes inte.", what, Report::shown_number(bytes), label_));
    }
    return value;
}

std::optional<Ore> Interpreter::amount(std::size_t index) {
    const std::string_view bytes = trimmed(argument_bytes(index));
    const ParsedAmount parsed = parse_amount(bytes);
    if (parsed.decimal_comma) {
        report_.add(
            DiagnosticCode::decimalkomma, bytes.data(),
            fmt::format("Beloppet{} har decimalkomma; det lästes som decimalpunkt.", Report::shown_number(bytes)));
    }
    std::string_view why;
    switch (parsed.error) {
    case AmountError::none: return parsed.amount;
    case AmountError::malformed: why = "är inget belopp"; break;
    case AmountError::too_many_decimals: why = "har fler än två decimaler"; break;
    case AmountError::too_large: why = "är för stort"; break;
    }
    report_.add(DiagnosticCode::belopp_ogiltigt, bytes.data(),
                fmt::format("Beloppet{} i #{} {}; posten lästes inte.", Report::shown_number(bytes), label_, why));
    return std::nullopt;
}

void Interpreter::optional_quantity(std::string& out, std::size_t index) {
    const std::string_view bytes = trimmed(argument_bytes(index));
    out.clear();
    if (bytes.empty()) {
        return;
    }
    if (!is_decimal(bytes)) {
        report_.add(DiagnosticCode::nummer_ogiltigt, Severity::warning, bytes.data(),
                    fmt::format("Kvantiteten i #{} är inget tal; posten lästes utan den.", label_));
        return;
    }
    out = bytes;
    if (const auto comma = out.find(','); comma != std::string::npos) {
        out[comma] = '.';
        report_.add(DiagnosticCode::decimalkomma, bytes.data(),
                    "Kvantiteten har decimalkomma; det lästes som decimalpunkt.");
    }
}

bool Interpreter::object_list(std::vector<ObjectRef>& out) {
    if (list_ == nullptr) {
        out.clear();
        return true;
    }
    if (list_->count % 2 != 0) {
        report_.add(DiagnosticCode::objektlista_ogiltig, list_->bytes.data(),
                    fmt::format("Objektlistan i #{} är inte par av dimension och objekt; posten lästes inte.", label_));
        return false;
    }
    out.resize(list_->count / 2);
    const Field* field = line_->list_fields.data() + list_->first;
    for (ObjectRef& object : out) {
        report_.key(object.dimension, *field++);
        report_.key(object.code, *field++);
    }
    return true;
}

} // namespace finsam::sie
