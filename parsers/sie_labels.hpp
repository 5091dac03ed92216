#pragma once
// The labels of SIE 4C §5.11 and the fields that each must have.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace finsam::sie {

enum class Label : std::uint8_t {
    adress,
    bkod,
    btrans,
    dim,
    enhet,
    flagga,
    fnamn,
    fnr,
    format,
    ftyp,
    gen,
    ib,
    konto,
    kptyp,
    ksumma,
    ktyp,
    objekt,
    oib,
    omfattn,
    orgnr,
    oub,
    pbudget,
    program,
    prosa,
    psaldo,
    rar,
    res,
    rtrans,
    sietyp,
    sru,
    taxar,
    trans,
    ub,
    underdim,
    valuta,
    ver,
    unknown,
};
inline constexpr std::size_t label_count = static_cast<std::size_t>(Label::unknown);

struct LabelRule {
    Label label;
    std::string_view name;
    /// Swedish names of the mandatory fields, object list not counted; the rest are "".
    std::array<std::string_view, 4> mandatory;
    /// Bit i: mandatory field i may be empty ("").
    unsigned may_be_empty = 0;
    /// Position of the object list among the fields, or -1.
    int list_position = -1;
};

/// The kinds of file of SIE 4C §5.11. 4I and 4E both say #SIETYP 4.
enum class SieKind : std::uint8_t { type1, type2, type3, type4_import, type4_export };
/// "SIE typ 1" ... "SIE typ 4I", "SIE typ 4E".
[[nodiscard]] std::string_view swedish_name(SieKind kind) noexcept;

enum class Presence : std::uint8_t { forbidden, optional, mandatory };
/// May a file of the kind hold records of the label (the table of SIE 4C §5.11)?
[[nodiscard]] Presence presence(Label label, SieKind kind) noexcept;
/// A mandatory record that is left out when there is nothing to tell: no objects, no budget, only zero balances.
[[nodiscard]] bool may_have_nothing_to_tell(Label label) noexcept;

/// The rule of a label without '#'; the last rule, `Label::unknown`, for any other text.
[[nodiscard]] const LabelRule& label_rule(std::string_view label) noexcept;
[[nodiscard]] std::string_view label_name(Label label) noexcept;

} // namespace finsam::sie
