#include "parsers/sie_labels.hpp"

#include <algorithm>
#include <iterator>

namespace finsam::sie {
namespace {

constexpr unsigned first = 1, second = 2;

constexpr LabelRule rules[] = {
    {Label::adress, "ADRESS", {}},
    {Label::bkod, "BKOD", {"SNI-kod"}},
    {Label::btrans, "BTRANS", {"konto", "belopp"}, 0, 1},
    {Label::dim, "DIM", {"dimensionsnummer", "namn"}, second},
    {Label::enhet, "ENHET", {"konto", "enhet"}, second},
    {Label::flagga, "FLAGGA", {"flagga"}},
    {Label::fnamn, "FNAMN", {"företagsnamn"}},
    {Label::fnr, "FNR", {"företagskod"}, first},
    {Label::format, "FORMAT", {"teckenuppsättning"}},
    {Label::ftyp, "FTYP", {"företagstyp"}, first},
    {Label::gen, "GEN", {"datum"}},
    {Label::ib, "IB", {"årsnummer", "konto", "belopp"}},
    {Label::konto, "KONTO", {"kontonummer", "kontonamn"}, second},
    {Label::kptyp, "KPTYP", {"kontoplanstyp"}},
    {Label::ksumma, "KSUMMA", {}},
    {Label::ktyp, "KTYP", {"konto", "kontotyp"}},
    {Label::objekt, "OBJEKT", {"dimensionsnummer", "objektnummer", "objektnamn"}, 4},
    {Label::oib, "OIB", {"årsnummer", "konto", "belopp"}, 0, 2},
    {Label::omfattn, "OMFATTN", {"datum"}},
    {Label::orgnr, "ORGNR", {}},
    {Label::oub, "OUB", {"årsnummer", "konto", "belopp"}, 0, 2},
    {Label::pbudget, "PBUDGET", {"årsnummer", "period", "konto", "belopp"}, 0, 3},
    {Label::program, "PROGRAM", {"programnamn", "version"}, second},
    {Label::prosa, "PROSA", {"text"}, first},
    {Label::psaldo, "PSALDO", {"årsnummer", "period", "konto", "belopp"}, 0, 3},
    {Label::rar, "RAR", {"årsnummer", "startdatum", "slutdatum"}},
    {Label::res, "RES", {"årsnummer", "konto", "belopp"}},
    {Label::rtrans, "RTRANS", {"konto", "belopp"}, 0, 1},
    {Label::sietyp, "SIETYP", {"SIE-typ"}},
    {Label::sru, "SRU", {"konto", "SRU-kod"}},
    {Label::taxar, "TAXAR", {"taxeringsår"}},
    {Label::trans, "TRANS", {"konto", "belopp"}, 0, 1},
    {Label::ub, "UB", {"årsnummer", "konto", "belopp"}},
    {Label::underdim, "UNDERDIM", {"dimensionsnummer", "namn", "överordnad dimension"}, second},
    {Label::valuta, "VALUTA", {"valutakod"}},
    {Label::ver, "VER", {"serie", "verifikationsnummer", "datum"}, first | second},
    {Label::unknown, "", {}},
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < std::size(rules); ++i) {
        if (static_cast<std::size_t>(rules[i].label) != i ||
            (i > 0 && i < label_count && rules[i - 1].name >= rules[i].name)) {
            return false;
        }
    }
    return std::size(rules) == label_count + 1;
}
static_assert(in_order(), "the binary search and label_name need the order");

/// Columns: types 1, 2, 3, 4I and 4E; M mandatory, o optional, - forbidden.
struct PresenceRow {
    Label label;
    std::string_view kinds;
};
constexpr PresenceRow presence_table[] = {
    {Label::adress, "ooooo"}, {Label::bkod, "ooo-o"},     {Label::btrans, "---oo"},  {Label::dim, "--Moo"},
    {Label::enhet, "ooooo"},  {Label::flagga, "MMMMM"},   {Label::fnamn, "MMMMM"},   {Label::fnr, "ooooo"},
    {Label::format, "MMMMM"}, {Label::ftyp, "ooooo"},     {Label::gen, "MMMMM"},     {Label::ib, "MMM-M"},
    {Label::konto, "MMMoM"},  {Label::kptyp, "ooooo"},    {Label::ksumma, "ooooo"},  {Label::ktyp, "ooooo"},
    {Label::objekt, "--Moo"}, {Label::oib, "--M-o"},      {Label::omfattn, "-MM-o"}, {Label::orgnr, "ooooo"},
    {Label::oub, "--M-o"},    {Label::pbudget, "-MM-o"},  {Label::program, "MMMMM"}, {Label::prosa, "ooooo"},
    {Label::psaldo, "-MM-o"}, {Label::rar, "MMMoM"},      {Label::res, "MMM-M"},     {Label::rtrans, "---oo"},
    {Label::sietyp, "oMMMM"}, {Label::sru, "MMooo"},      {Label::taxar, "ooooo"},   {Label::trans, "---oo"},
    {Label::ub, "MMM-M"},     {Label::underdim, "--Moo"}, {Label::valuta, "ooooo"},  {Label::ver, "---oo"},
};

constexpr bool presence_in_order() {
    for (std::size_t i = 0; i < std::size(presence_table); ++i) {
        if (static_cast<std::size_t>(presence_table[i].label) != i || presence_table[i].kinds.size() != 5) {
            return false;
        }
    }
    return std::size(presence_table) == label_count;
}
static_assert(presence_in_order());

} // namespace

std::string_view swedish_name(SieKind kind) noexcept {
    constexpr std::string_view names[] = {"SIE typ 1", "SIE typ 2", "SIE typ 3", "SIE typ 4I", "SIE typ 4E"};
    return names[static_cast<std::size_t>(kind)];
}

Presence presence(Label label, SieKind kind) noexcept {
    const char mark = presence_table[static_cast<std::size_t>(label)].kinds[static_cast<std::size_t>(kind)];
    return mark == 'M' ? Presence::mandatory : mark == 'o' ? Presence::optional : Presence::forbidden;
}

bool may_have_nothing_to_tell(Label label) noexcept {
    switch (label) {
    case Label::sru:
    case Label::dim:
    case Label::underdim:
    case Label::objekt:
    case Label::ib:
    case Label::res:
    case Label::oib:
    case Label::oub:
    case Label::pbudget: return true;
    default: return false;
    }
}

const LabelRule& label_rule(std::string_view label) noexcept {
    if (label == "TRANS") {
        return rules[static_cast<std::size_t>(Label::trans)]; // nearly every line of a large file
    }
    const auto* const end = std::begin(rules) + label_count;
    const auto* const found = std::lower_bound(
        std::begin(rules), end, label, [](const LabelRule& rule, std::string_view name) { return rule.name < name; });
    return found != end && found->name == label ? *found : *end;
}

std::string_view label_name(Label label) noexcept {
    return rules[static_cast<std::size_t>(label)].name;
}

} // namespace finsam::sie
