#include "bridge/report/trace_words.hpp"

#include "parsers/swedish_format.hpp"

#include <fmt/format.h>

namespace finsam::trace_words {
namespace {

std::string name_of(const Layout& layout, const Table& table, const Term& term) {
    const Table& at = term.table.empty() ? table : *layout.find(term.table);
    std::string name = plain_text(at.find(term.row)->text);
    if (&at != &table) {
        name += fmt::format(" ({})", at.title);
    }
    if (term.year != 0) {
        name += fmt::format(" {} år tidigare", -term.year);
    }
    return name;
}

std::string signed_terms(const Layout& layout, const Table& table, const Row& row) {
    std::string text;
    for (const Term& term : row.terms) {
        const char* sign = term.sign < 0 ? (text.empty() ? "−" : " − ") : (text.empty() ? "" : " + ");
        text += sign + name_of(layout, table, term);
    }
    return text;
}

std::string soliditet(const Layout& layout, const Table& table, const Row& row) {
    const std::string equity = name_of(layout, table, row.terms[0]);
    const std::string assets = name_of(layout, table, row.terms[1]);
    if (row.terms.size() < 3) {
        return fmt::format("{} / {}", equity, assets);
    }
    return fmt::format("({} − {}) / {}", equity, name_of(layout, table, row.terms[2]), assets);
}

/// LKBR 11 kap. 10 §, with the signs of the function BALANSKRAV.
std::string balanskrav(const Layout& layout, const Table& table, const Row& row) {
    static constexpr const char* signs[] = {"", " − ", " + ", " + ", " − ", " + ", " − ", " + "};
    std::string text;
    for (std::size_t i = 0; i < row.terms.size() && i < std::size(signs); ++i) {
        text += signs[i] + name_of(layout, table, row.terms[i]);
    }
    return text;
}

std::string quoted_keys(const Row& row) {
    std::string text;
    for (const std::string& key : row.map_keys) {
        text += fmt::format("{}”{}”", text.empty() ? "" : ", ", key);
    }
    return text;
}

} // namespace

std::string plain_text(std::string_view text) {
    static constexpr std::string_view ornaments[] = {"-/+ ", "+/- ", "- ", "+ ", "= ", "− "};
    for (const std::string_view ornament : ornaments) {
        if (text.starts_with(ornament)) {
            return std::string(text.substr(ornament.size()));
        }
    }
    return std::string(text);
}

std::string of_terms(const Layout& layout, const Table& table, const Row& row) {
    switch (row.kind) {
    case RowKind::soliditet: return soliditet(layout, table, row);
    case RowKind::balanskrav: return balanskrav(layout, table, row);
    case RowKind::share:
        return fmt::format("{} / {}", name_of(layout, table, row.terms[0]), name_of(layout, table, row.terms[1]));
    case RowKind::guideline:
        return fmt::format("Riktvärdets trappa (gränser och andelar på bladet Indata) på {}",
                           name_of(layout, table, row.terms[0]));
    default: return signed_terms(layout, table, row);
    }
}

std::string of_carried(int origin) {
    return origin == 0
               ? "Förra årets ingående underskott + dess balanskravsresultat, högst noll: ett överskott återställer "
                 "det äldsta underskottet först (KL 11 kap. 12 §)"
               : "Den del av underskottet som det året lämnade och som senare överskott inte har återställt";
}

std::string of_shares() {
    return "Staten hälften, regionen en fjärdedel och kommunerna en fjärdedel efter befolkning, i hela kronor av det "
           "bokförda (lag 2003:1210)";
}

std::string of_accounts(const Row& row, ColumnKind kind) {
    const char* column = row.map_column == MapColumn::extra      ? "uppgift"
                         : row.map_column == MapColumn::note_row ? "notrad"
                                                                 : "rad";
    const char* balance = kind == ColumnKind::budget        ? "budget"
                          : row.measure == Measure::closing ? "utgående balans"
                                                            : "resultat";
    return fmt::format("Summan av kontonas {} för de konton som kontokartan ger {} {}{}", balance, column,
                       quoted_keys(row), row.sie_sign < 0 ? "; kredit räknas som plus" : "");
}

std::string of_equity(bool holds_result) {
    return holds_result
               ? "Summan av det egna kapitalets konton, som de ingår i nästa års ingående balans, där årets resultat "
                 "redan är med; kredit räknas som plus"
               : "Summan av det egna kapitalets konton vid årets slut och årets resultat (klass 3–8 med 89xx, så att "
                 "ett "
                 "redan bokfört resultat räknas en gång); kredit räknas som plus";
}

std::string of_value(const Value& value, ValueKind kind) {
    if (const Ore* amount = std::get_if<Ore>(&value)) {
        return of_amount(*amount);
    }
    if (const double* number = std::get_if<double>(&value)) {
        return kind == ValueKind::share ? format_percent(*number, 2) : fmt::format("{:g}", *number);
    }
    return "inget värde";
}

std::string of_amount(Ore amount) {
    return format_amount(amount, Unit::ore);
}

const char* of_sign(int sign) noexcept {
    return sign < 0 ? "−" : sign > 0 ? "+" : "ur";
}

std::string of_insats(const TracedAccount& account) {
    return !account.insats.empty() ? "insats " + account.insats : account.not_spread ? "utan insats" : "";
}

std::string of_check(const TracedCheck& check) {
    return fmt::format("{}{}, {}: {}", check.text, check.year.empty() ? "" : " " + check.year, check.rule,
                       swedish_name(check.state));
}

} // namespace finsam::trace_words
