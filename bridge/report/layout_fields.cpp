#include "bridge/report/layout_fields.hpp"

#include <algorithm>
#include <iterator>

namespace finsam {

std::optional<Term> parse_term(std::string_view text) {
    Term term;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        term.sign = text.front() == '-' ? -1 : 1;
        text.remove_prefix(1);
    }
    if (const auto at = text.find('@'); at != std::string_view::npos) {
        const std::string_view year = text.substr(at + 1);
        if (year.size() != 2 || year[0] != '-' || year[1] < '1' || year[1] > '9') {
            return std::nullopt;
        }
        term.year = -(year[1] - '0');
        text = text.substr(0, at);
    }
    if (const auto dot = text.find('.'); dot != std::string_view::npos) {
        term.table = text.substr(0, dot);
        text.remove_prefix(dot + 1);
    }
    if (text.empty() || text.find_first_of(" .@") != std::string_view::npos) {
        return std::nullopt;
    }
    term.row = text;
    return term;
}

std::vector<Term> read_terms(TomlFields& fields, std::string_view key) {
    std::vector<Term> terms;
    for (const std::string& text : fields.texts(key)) {
        if (auto term = parse_term(text)) {
            terms.push_back(std::move(*term));
        } else {
            fields.error("termen ”" + text + "” ska skrivas som \"rad\", \"-tabell.rad\" eller \"tabell.rad@-1\"");
        }
    }
    return terms;
}

AmountForm read_form(TomlFields& fields, AmountForm otherwise) {
    constexpr int not_given = -1;
    const Unit unit = fields.choice<Unit>(
        "enhet", otherwise.unit, {{"öre", Unit::ore}, {"kr", Unit::kr}, {"tkr", Unit::tkr}, {"mnkr", Unit::mnkr}});
    AmountForm form = unit == otherwise.unit ? otherwise : usual_form(unit);
    const int decimals = fields.integer("decimaler", not_given);
    if (decimals == not_given) {
        return form;
    }
    if (decimals < 0 || decimals > 2) {
        fields.error("”decimaler” ska vara 0, 1 eller 2");
    } else if (unit == Unit::ore && decimals != 2) {
        fields.error("enheten öre visas alltid med två decimaler; välj enheten kr för andra");
    } else {
        form.decimals = decimals;
    }
    return form;
}

int read_sign(TomlFields& fields, std::string_view key, int otherwise) {
    const int sign = fields.integer(key, otherwise);
    if (sign != 1 && sign != -1) {
        fields.error("”" + std::string(key) + "” ska vara 1 eller -1");
    }
    return sign;
}

void check_sheet_name(std::string_view name, TomlFields& fields) {
    static constexpr std::string_view own[] = {"Start",  "Kontroller", "Indata",         "Kontokarta",
                                               "Saldon", "Objekt",     "Verifikationer", "Importlogg"};
    if (std::ranges::find(own, name) != std::end(own)) {
        fields.error("”blad” är ”" + std::string(name) + "”, som är namnet på ett av arbetsbokens egna blad");
    }
    if (name.size() > 31 || name.find_first_of("[]*?:/\\'") != std::string_view::npos) {
        fields.error("”blad” är ”" + std::string(name) +
                     "”, men ett blads namn får vara högst 31 tecken och inte ha []*?:/\\'");
    }
}

} // namespace finsam
