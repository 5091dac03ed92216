#include "templates/builder/number_styles.hpp"

#include "templates/builder/odf_styles.hpp"

#include <fmt/format.h>

namespace finsam::workbook {

namespace {

constexpr const char* minus_sign = "\u2212";

std::string unit_name(Unit unit) {
    switch (unit) {
    case Unit::ore: return "ore";
    case Unit::kr: return "kr";
    case Unit::tkr: return "tkr";
    case Unit::mnkr: return "mnkr";
    }
    return "kr";
}

AmountForm form_of(const NumberFormat& format) {
    return format.unit == Unit::ore ? usual_form(Unit::ore) : AmountForm{format.unit, format.decimals};
}

/// "tkr", "tkr_2".
std::string form_name(const NumberFormat& format) {
    const AmountForm form = form_of(format);
    return form == usual_form(form.unit) ? unit_name(form.unit)
                                         : fmt::format("{}_{}", unit_name(form.unit), form.decimals);
}

/// What a shown 1 stands for in kronor.
int kronor_per_shown(Unit unit) {
    return unit == Unit::tkr ? 1000 : unit == Unit::mnkr ? 1'000'000 : 1;
}

/// The smallest amount that is not shown as zero: half of the last digit shown.
std::string smallest_shown(const NumberFormat& format) {
    return fmt::format("{}", static_cast<double>(ore_per_last_digit(form_of(format))) / 200.0);
}

pugi::xml_node number_style(pugi::xml_node automatic, const char* element, const std::string& name, bool is_part) {
    pugi::xml_node style = child(automatic, element);
    set(style, "style:name", name);
    set(style, "number:language", "sv");
    set(style, "number:country", "SE");
    if (is_part) {
        set(style, "style:volatile", "true");
    }
    return style;
}

void digits(pugi::xml_node style, int decimals, bool grouped, int scale = 1) {
    pugi::xml_node number = child(style, "number:number");
    set(number, "number:decimal-places", std::to_string(decimals));
    set(number, "number:min-decimal-places", std::to_string(decimals));
    set(number, "number:min-integer-digits", "1");
    if (grouped) {
        set(number, "number:grouping", "true");
    }
    if (scale != 1) {
        set(number, "number:display-factor", std::to_string(scale));
    }
}

void literal(pugi::xml_node style, const std::string& text) {
    child(style, "number:text").text().set(text.c_str());
}

void choose(pugi::xml_node style, const std::string& condition, const std::string& part) {
    pugi::xml_node map = child(style, "style:map");
    set(map, "style:condition", condition);
    set(map, "style:apply-style-name", part);
}

/// Three parts: positive, negative with U+2212, and what rounds to zero, so that "−0" is never printed.
void write_amount(pugi::xml_node automatic, const NumberFormat& format, const std::string& name) {
    const int decimals = form_of(format).decimals;
    const int scale = kronor_per_shown(format.unit);
    digits(number_style(automatic, "number:number-style", name + "_plus", true), decimals, true, scale);
    pugi::xml_node negative = number_style(automatic, "number:number-style", name + "_minus", true);
    literal(negative, minus_sign);
    digits(negative, decimals, true, scale);
    pugi::xml_node style = number_style(automatic, "number:number-style", name, false);
    literal(style, format.kind == NumberFormat::Kind::amount ? "-" : "0");
    choose(style, "value()>=" + smallest_shown(format), name + "_plus");
    choose(style, "value()<=-" + smallest_shown(format), name + "_minus");
}

void write_percent(pugi::xml_node automatic, const NumberFormat& format, const std::string& name) {
    const auto body = [&](pugi::xml_node style, const char* sign) {
        if (*sign != '\0') {
            literal(style, sign);
        }
        digits(style, format.decimals, false);
        literal(style, "\u00a0%");
    };
    body(number_style(automatic, "number:percentage-style", name + "_plus", true), "");
    pugi::xml_node style = number_style(automatic, "number:percentage-style", name, false);
    body(style, minus_sign);
    choose(style, "value()>=0", name + "_plus");
}

void write_date(pugi::xml_node automatic, const std::string& name) {
    pugi::xml_node style = number_style(automatic, "number:date-style", name, false);
    set(child(style, "number:year"), "number:style", "long");
    literal(style, "-");
    set(child(style, "number:month"), "number:style", "long");
    literal(style, "-");
    set(child(style, "number:day"), "number:style", "long");
}

void write_yes_no(pugi::xml_node automatic, const std::string& name) {
    literal(number_style(automatic, "number:number-style", name + "_plus", true), "ja");
    pugi::xml_node style = number_style(automatic, "number:number-style", name, false);
    literal(style, "nej");
    choose(style, "value()>=1", name + "_plus"); // ">0" would be taken for the usual ">=0" of two parts
}

/// Up to `decimals` decimals, shown only when they are not zero: 2 or 2,5.
void write_count(pugi::xml_node automatic, const NumberFormat& format, const std::string& name) {
    pugi::xml_node number = child(number_style(automatic, "number:number-style", name, false), "number:number");
    set(number, "number:min-decimal-places", "0");
    set(number, "number:decimal-places", std::to_string(format.decimals));
    set(number, "number:min-integer-digits", "1");
    set(number, "number:grouping", "true");
}

} // namespace

std::string number_style_name(const NumberFormat& format) {
    switch (format.kind) {
    case NumberFormat::Kind::general: return "";
    case NumberFormat::Kind::text: return "Text";
    case NumberFormat::Kind::formula: return "Heltal";
    case NumberFormat::Kind::amount: return "Belopp_" + form_name(format);
    case NumberFormat::Kind::plain_unit: return "Beloppnoll_" + form_name(format);
    case NumberFormat::Kind::percent: return fmt::format("Andel_{}", format.decimals);
    case NumberFormat::Kind::number: return fmt::format("Antal_{}", format.decimals);
    case NumberFormat::Kind::date: return "Datum";
    case NumberFormat::Kind::yes_no: return "Janej";
    }
    return "";
}

std::string part_number_style_name(const NumberFormat& format) {
    return "Varav" + number_style_name(format);
}

void write_part_number_style(pugi::xml_node styles, const NumberFormat& format) {
    const std::string name = part_number_style_name(format);
    const auto in_parentheses = [&](const std::string& part, const char* sign) {
        pugi::xml_node style = number_style(styles, "number:number-style", part, true);
        literal(style, std::string("(") + sign);
        digits(style, form_of(format).decimals, true, kronor_per_shown(format.unit));
        literal(style, ")");
    };
    in_parentheses(name + "_plus", "");
    in_parentheses(name + "_minus", minus_sign);
    pugi::xml_node style = number_style(styles, "number:number-style", name, false);
    literal(style, "(-)");
    choose(style, "value()>=" + smallest_shown(format), name + "_plus");
    choose(style, "value()<=-" + smallest_shown(format), name + "_minus");
}

void write_number_style(pugi::xml_node automatic, const NumberFormat& format) {
    const std::string name = number_style_name(format);
    switch (format.kind) {
    case NumberFormat::Kind::general: return;
    case NumberFormat::Kind::text: {
        pugi::xml_node style = number_style(automatic, "number:text-style", name, false);
        child(style, "number:text-content");
        return;
    }
    case NumberFormat::Kind::formula:
        digits(number_style(automatic, "number:number-style", name, false), 0, false);
        return;
    case NumberFormat::Kind::amount:
    case NumberFormat::Kind::plain_unit: write_amount(automatic, format, name); return;
    case NumberFormat::Kind::percent: write_percent(automatic, format, name); return;
    case NumberFormat::Kind::number: write_count(automatic, format, name); return;
    case NumberFormat::Kind::date: write_date(automatic, name); return;
    case NumberFormat::Kind::yes_no: write_yes_no(automatic, name); return;
    }
}

} // namespace finsam::workbook
