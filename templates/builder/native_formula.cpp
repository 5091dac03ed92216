#include "templates/builder/native_formula.hpp"

#include "templates/builder/formula.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>
#include <vector>

namespace finsam::workbook {
namespace {

using Arguments = std::vector<std::string>;

char upper(char c) {
    return static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
}

bool equal_but_case(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return upper(x) == upper(y); });
}

/// Past a text constant or a quoted sheet name that begins at `at`; a doubled quote stands for one.
std::size_t past_quotes(std::string_view text, std::size_t at) {
    const char quote = text[at];
    for (++at; at < text.size(); ++at) {
        if (text[at] != quote) {
            continue;
        }
        if (at + 1 < text.size() && text[at + 1] == quote) {
            ++at;
        } else {
            return at + 1;
        }
    }
    return text.size();
}

bool begins_call(std::string_view text, std::size_t at) {
    const bool in_a_word = at > 0 && (std::isalnum(static_cast<unsigned char>(text[at - 1])) || text[at - 1] == '.' ||
                                      text[at - 1] == '_');
    return !in_a_word && text.size() - at > addin_prefix.size() &&
           equal_but_case(text.substr(at, addin_prefix.size()), addin_prefix);
}

/// Where the next call of the add-in begins, npos when there is none.
std::size_t find_call(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        if (text[at] == '"' || text[at] == '\'') {
            at = past_quotes(text, at);
        } else if (begins_call(text, at)) {
            return at;
        } else {
            ++at;
        }
    }
    return std::string_view::npos;
}

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string()
                                           : std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

/// The arguments between the parenthesis at `open` and its end; `end` is past the closing one.
std::optional<Arguments> arguments_of(std::string_view text, std::size_t open, std::size_t& end) {
    Arguments list;
    int depth = 0;
    std::size_t begin = open + 1;
    for (std::size_t at = open; at < text.size();) {
        const char c = text[at];
        if (c == '"' || c == '\'') {
            at = past_quotes(text, at);
            continue;
        }
        if (c == '(' || c == '{') {
            ++depth;
        } else if (c == ')' || c == '}') {
            --depth;
        }
        if (depth == 0 || (c == ';' && depth == 1)) {
            list.push_back(trimmed(text.substr(begin, at - begin)));
            begin = at + 1;
        }
        if (depth == 0) {
            end = at + 1;
            return list;
        }
        ++at;
    }
    return std::nullopt;
}

/// An argument that was left out or is empty is zero.
std::string or_zero(const Arguments& list, std::size_t index) {
    return index < list.size() && !list[index].empty() ? list[index] : "0";
}

std::string ore(const Arguments& list, std::size_t index) {
    return fmt::format("ROUND({};2)", or_zero(list, index));
}

/// (eget kapital - ansvarsförbindelse) / summa tillgångar
std::optional<std::string> soliditet(const Arguments& list) {
    if (list.size() < 2) {
        return std::nullopt;
    }
    return fmt::format("((({})-({}))/({}))", list[0], or_zero(list, 2), list[1]);
}

/// LKBR 11 kap. 10 §
std::optional<std::string> balanskrav(const Arguments& list) {
    static constexpr const char* signs[] = {"", "-", "+", "+", "-", "+", "-", "+"};
    std::string sum;
    for (std::size_t i = 0; i < std::min(list.size(), std::size(signs)); ++i) {
        if (i == 0 || !list[i].empty()) {
            sum += signs[i] + ore(list, i);
        }
    }
    return list.empty() ? std::nullopt : std::optional("ROUND(" + sum + ";2)");
}

/// The steps that the function has by itself: 20 % to 7 mkr, 15 % to 15 mkr, 10 % above.
std::optional<std::string> ek_riktvarde(const Arguments& list) {
    if (list.empty() || (list.size() > 1 && !list[1].empty())) {
        return std::nullopt; // a range of steps may have any number of them
    }
    return fmt::format("ROUND(MIN({0};7000000)*0.2+MAX(0;MIN({0};15000000)-7000000)*0.15+MAX(0;{0}-15000000)*0.1;2)",
                       ore(list, 0));
}

std::optional<int> digit(const std::string& text) {
    return text.size() == 1 && text[0] >= '0' && text[0] <= '9' ? std::optional(text[0] - '0') : std::nullopt;
}

/// The unit decides the expression: it must be a constant.
std::optional<std::string> avrunda(const Arguments& list) {
    static constexpr std::array<std::pair<std::string_view, int>, 4> units = {
        {{"\"öre\"", 0}, {"\"kr\"", 0}, {"\"tkr\"", 3}, {"\"mnkr\"", 6}}};
    if (list.size() < 2) {
        return std::nullopt;
    }
    const auto unit = std::ranges::find_if(units, [&](const auto& one) { return equal_but_case(one.first, list[1]); });
    const auto decimals = list.size() > 2 && !list[2].empty() ? digit(list[2]) : std::optional(0);
    if (unit == units.end() || !decimals || *decimals > 2) {
        return std::nullopt;
    }
    const bool is_ore = unit == units.begin();
    // Divided before it is rounded: the quotient is the double nearest to the decimal number, as the function gives it.
    return fmt::format("ROUND({}/{};{})", ore(list, 0),
                       unit->second == 3   ? 1000
                       : unit->second == 6 ? 1000000
                                           : 1,
                       is_ore ? 2 : *decimals);
}

/// One call as an expression; its arguments are native already.
std::optional<std::string> native_call(std::string_view name, const Arguments& list) {
    if (equal_but_case(name, "SOLIDITET")) {
        return soliditet(list);
    }
    if (equal_but_case(name, "BALANSKRAV")) {
        return balanskrav(list);
    }
    if (equal_but_case(name, "EKRIKTVARDE")) {
        return ek_riktvarde(list);
    }
    if (equal_but_case(name, "AVRUNDAENHET")) {
        return avrunda(list);
    }
    return std::nullopt;
}

/// What the check sheet of earlier workbooks asks of DRIFTREDOVISNING: a column of its last row, the sum of all
/// insatser. Amounts that count are those with a kind (`Objekt_..._Slag`), the same rule as the function's.
std::string total_of_driftredovisning(std::string_view formula) {
    const std::string call =
        std::string(addin_prefix) + "DRIFTREDOVISNING(Objekt_Utfall;Insatser_Budget;Objekt_Foregaende;\"kr\")";
    static constexpr const char* now = "-SUMPRODUCT((Objekt_Utfall_Slag<>\"\")*Objekt_Utfall_Belopp)";
    static constexpr const char* before = "-SUMPRODUCT((Objekt_Foregaende_Slag<>\"\")*Objekt_Foregaende_Belopp)";
    static constexpr const char* budget = "SUM(INDEX(Insatser_Budget;0;3))";
    const std::array<std::pair<int, std::string>, 4> columns = {
        {{3, now}, {4, budget}, {5, fmt::format("{}-{}", now, budget)}, {8, before}}};
    std::string out(formula);
    for (const auto& [column, sum] : columns) {
        const std::string whole = fmt::format("INDEX({0};ROWS({0});{1})", call, column);
        const std::string native = fmt::format("ROUND(ROUND({};2);0)", sum);
        for (auto at = out.find(whole); at != std::string::npos; at = out.find(whole, at + native.size())) {
            out.replace(at, whole.size(), native);
        }
    }
    return out;
}

std::optional<std::string> replaced(std::string_view formula) {
    std::string out;
    std::size_t from = 0;
    for (auto at = find_call(formula, 0); at != std::string_view::npos; at = find_call(formula, from)) {
        const std::size_t name_begin = at + addin_prefix.size();
        const std::size_t open = formula.find('(', name_begin);
        if (open == std::string_view::npos) {
            return std::nullopt;
        }
        std::size_t end = 0;
        auto list = arguments_of(formula, open, end);
        if (!list) {
            return std::nullopt;
        }
        for (std::string& argument : *list) {
            auto native = replaced(argument);
            if (!native) {
                return std::nullopt;
            }
            argument = std::move(*native);
        }
        const auto native = native_call(trimmed(formula.substr(name_begin, open - name_begin)), *list);
        if (!native) {
            return std::nullopt;
        }
        out += formula.substr(from, at - from);
        out += *native;
        from = end;
    }
    return out += formula.substr(from);
}

} // namespace

bool calls_addin(std::string_view formula) {
    return find_call(formula, 0) != std::string_view::npos;
}

std::optional<std::string> native_formula(std::string_view formula) {
    return replaced(total_of_driftredovisning(formula));
}

} // namespace finsam::workbook
