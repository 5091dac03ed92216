#include "bridge/report/layout_choice.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <string_view>

namespace finsam {
namespace {

std::optional<Unit> unit_of(std::string_view word) {
    if (word == "ore") { // for those who write without diacritics, as the layout's name
        return Unit::ore;
    }
    for (const Unit unit : {Unit::ore, Unit::kr, Unit::tkr, Unit::mnkr}) {
        if (word == swedish_name(unit)) {
            return unit;
        }
    }
    return std::nullopt;
}

/// "tkr,1"; öre always has two decimals.
std::optional<AmountForm> form_of(std::string_view text) {
    const auto comma = text.find(',');
    const auto unit = unit_of(text.substr(0, comma));
    if (!unit || comma == std::string_view::npos) {
        return unit ? std::optional(usual_form(*unit)) : std::nullopt;
    }
    const std::string_view digits = text.substr(comma + 1);
    const bool is_known = digits.size() == 1 && digits[0] >= '0' && digits[0] <= '2';
    return is_known && *unit != Unit::ore ? std::optional(AmountForm{*unit, digits[0] - '0'}) : std::nullopt;
}

Table* table_of(Layout& layout, std::string_view key) {
    const auto found = std::ranges::find(layout.tables, key, &Table::key);
    return found == layout.tables.end() ? nullptr : &*found;
}

std::string unknown_table(const Layout& layout, std::string_view key) {
    std::string known;
    for (const Table& table : layout.tables) {
        known += (known.empty() ? "" : ", ") + table.key;
    }
    return fmt::format("tabellen ”{}” finns inte i uppställningen. Den har: {}.", key, known);
}

void set_form(Table& table, const AmountForm& form) {
    table.form = form;
    for (Row& row : table.rows) {
        row.form.reset();
    }
    for (Column& column : table.columns) {
        column.form.reset();
    }
}

/// "balansrakning=tkr,2" apart; the key is "" for the whole report.
struct ChosenUnit {
    std::string_view table, unit;
};

ChosenUnit parted(std::string_view text) {
    const auto equals = text.find('=');
    return equals == std::string_view::npos ? ChosenUnit{"", text}
                                            : ChosenUnit{text.substr(0, equals), text.substr(equals + 1)};
}

tl::expected<void, std::string> choose_unit(Layout& layout, std::string_view text) {
    const auto [key, unit] = parted(text);
    const auto form = form_of(unit);
    if (!form) {
        return tl::unexpected(
            fmt::format("enheten ”{}” ska vara öre, kr, tkr eller mnkr, gärna med decimaler (tkr,1) och "
                        "för en tabell (balansrakning=tkr,2).",
                        text));
    }
    if (!key.empty() && table_of(layout, key) == nullptr) {
        return tl::unexpected(unknown_table(layout, key));
    }
    for (Table& table : layout.tables) {
        if (key.empty() || table.key == key) {
            set_form(table, *form);
        }
    }
    return {};
}

} // namespace

tl::expected<void, std::string> choose(Layout& layout, const LayoutChoice& choice) {
    for (const std::string& unit : choice.units) {
        if (auto chosen = choose_unit(layout, unit); !chosen) {
            return chosen;
        }
    }
    for (const auto* keys : {&choice.only, &choice.without}) {
        for (const std::string& key : *keys) {
            if (table_of(layout, key) == nullptr) {
                return tl::unexpected(unknown_table(layout, key));
            }
        }
    }
    for (Table& table : layout.tables) {
        const auto is_in = [&](const std::vector<std::string>& keys) {
            return std::ranges::find(keys, table.key) != keys.end();
        };
        table.hidden = table.hidden || (!choice.only.empty() && !is_in(choice.only)) || is_in(choice.without);
    }
    if (std::ranges::all_of(layout.tables, &Table::hidden)) {
        return tl::unexpected(std::string("ingen tabell är kvar att visa."));
    }
    layout.choice = choice;
    return {};
}

std::string_view chosen_unit(const LayoutChoice& choice, std::string_view table) {
    std::string_view unit;
    for (const std::string& text : choice.units) {
        if (const ChosenUnit one = parted(text); one.table == table) {
            unit = one.unit;
        }
    }
    return unit;
}

/// The report's unit stands first, or it would go before those of the tables.
void choose_unit(LayoutChoice& choice, std::string_view table, std::string_view unit) {
    std::erase_if(choice.units, [&](const std::string& text) { return parted(text).table == table; });
    if (!unit.empty()) {
        choice.units.insert(table.empty() ? choice.units.begin() : choice.units.end(),
                            table.empty() ? std::string(unit) : fmt::format("{}={}", table, unit));
    }
}

LayoutChoice choice_within(const Layout& layout, LayoutChoice choice) {
    const auto is_unknown = [&](std::string_view key) { return !key.empty() && layout.find(key) == nullptr; };
    std::erase_if(choice.units, [&](const std::string& text) { return is_unknown(parted(text).table); });
    std::erase_if(choice.only, is_unknown);
    std::erase_if(choice.without, is_unknown);
    return choice;
}

bool operator==(const LayoutChoice& a, const LayoutChoice& b) {
    return a.units == b.units && a.only == b.only && a.without == b.without;
}

} // namespace finsam
