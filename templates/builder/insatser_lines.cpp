#include "templates/builder/insatser_lines.hpp"

#include "templates/builder/data_columns.hpp"

#include <fmt/format.h>

namespace finsam::workbook {

namespace {

std::string of_list(const char* name, const std::string& number) {
    return fmt::format("INDEX({};{})", name, number);
}

} // namespace

/// Lines of the list on Objekt that the table shows, as an array of 1 and 0.
std::string InsatsLines::shown() const {
    std::string text = "(Insatsrad_Kod<>\"\")";
    if (wanted_.area == any_area) {
        text += "*(Insatsrad_Omrade<>\"\")";
    } else if (!wanted_.area.empty()) {
        text += fmt::format("*EXACT(Insatsrad_Omrade;{})", quoted(wanted_.area));
    }
    if (wanted_.by_label) {
        text += "*(Insatsrad_Forst=1)";
    }
    return text;
}

/// Number of the first shown line after `number`, above the capacity when there is none. SUMPRODUCT makes MIN take the
/// array.
std::string InsatsLines::next(const std::string& number) const {
    return fmt::format("SUMPRODUCT(MIN(Insatsrad_Nr+{}*(1-{}*(Insatsrad_Nr>{}))))", capacity_ + 1, shown(), number);
}

/// The insats of the line above has a part that is still to come; "" when the table has no parts.
std::string InsatsLines::part_is_next(int row) const {
    const std::string above = cell({row - 1, number_column()});
    return wanted_.part_note_rows.empty() ? ""
                                          : fmt::format("AND({}=\"I\";{}<>\"\")", cell({row - 1, kind_column()}),
                                                        of_list("Insatsrad_Varav", above));
}

/// The line above is the last of its område.
std::string InsatsLines::subtotal_is_next(int row) const {
    const std::string above = cell({row - 1, number_column()});
    const std::string area = of_list("Insatsrad_Omrade", above);
    return !wanted_.subtotals
               ? ""
               : fmt::format(
                     "AND({0}<>\"S\";{1}<>\"\";SUMPRODUCT({2}*(Insatsrad_Nr>{3})*EXACT(Insatsrad_Omrade;{1}))=0)",
                     cell({row - 1, kind_column()}), area, shown(), above);
}

Formula InsatsLines::number(int row) const {
    const std::string above = cell({row - 1, number_column()});
    const auto next_or_none = [&](const std::string& after) {
        return fmt::format("IF({0}<={1};{0};\"\")", next(after), capacity_);
    };
    if (row == plan_.insatser.first_line) {
        return {next_or_none("0")};
    }
    std::string value = next_or_none(above);
    for (const std::string& stays : {part_is_next(row), subtotal_is_next(row)}) {
        value = stays.empty() ? value : fmt::format("IF({};{};{})", stays, above, value);
    }
    return {fmt::format("IF({}=\"\";\"\";{})", above, value)};
}

Formula InsatsLines::kind(int row) const {
    const std::string own = cell({row, number_column()});
    const std::string insats =
        wanted_.by_label ? fmt::format("IF({}=\"\";\"I\";\"E\")", of_list("Insatsrad_Etikett", own)) : "\"I\"";
    const bool only_insatser = !wanted_.subtotals && wanted_.part_note_rows.empty();
    if (only_insatser || row == plan_.insatser.first_line) {
        return {fmt::format("IF({}=\"\";\"\";{})", own, insats)};
    }
    const std::string part = part_is_next(row);
    return {fmt::format("IF({0}=\"\";\"\";IF({0}={1};{2};{3}))", own, cell({row - 1, number_column()}),
                        part.empty() ? "\"S\"" : "IF(" + part + ";\"V\";\"S\")", insats)};
}

/// One text for each kind of line; "" when the line is not used.
Formula InsatsLines::by_kind(int row, const std::string& insats, const std::string& label, const std::string& part,
                             const std::string& subtotal) const {
    const std::string kind = cell({row, kind_column()});
    std::string value = insats;
    const auto otherwise = [&](const char* when, const std::string& then) {
        value = fmt::format("IF({}=\"{}\";{};{})", kind, when, then, value);
    };
    if (wanted_.by_label) {
        otherwise("E", label);
    }
    if (!wanted_.part_note_rows.empty()) {
        otherwise("V", part);
    }
    if (wanted_.subtotals) {
        otherwise("S", subtotal);
    }
    return {fmt::format("IF({}=\"\";\"\";{})", kind, value)};
}

InsatsLineFormulas InsatsLines::at(int row) const {
    const std::string own = cell({row, number_column()});
    const std::string code = of_list("Insatsrad_Kod", own) + "&\"\"";
    const std::string label = of_list("Insatsrad_Etikett", own) + "&\"\"";
    const std::string area = of_list("Insatsrad_Omrade", own) + "&\"\"";
    const std::string part = fmt::format("\"(varav \"&{}&\")\"", of_list("Insatsrad_Varav", own));
    return {by_kind(row, code, "\"etikett.\"&" + label, of_list("Insatsrad_Kod", own) + "&\".varav\"",
                    "\"omrade.\"&" + area),
            number(row),
            kind(row),
            by_kind(row, code, label, code, area),
            by_kind(row, of_list("Insatsrad_Namn", own) + "&\"\"", label, part, subtotal_text(area)),
            by_kind(row, code, "\"\"", "\"\"", "\"\"")};
}

/// The layout's text with the name of the område where it says {omrade}.
std::string InsatsLines::subtotal_text(const std::string& area) const {
    static constexpr std::string_view mark = "{omrade}";
    const std::string& text = wanted_.subtotal_text;
    const auto at = text.find(mark);
    if (at == std::string::npos) {
        return quoted(text);
    }
    return quoted(text.substr(0, at)) + "&" + area + "&" + quoted(text.substr(at + mark.size()));
}

} // namespace finsam::workbook
