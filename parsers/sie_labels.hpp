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

/// The rule of a label without '#'; the last rule, `Label::unknown`, for any other text.
[[nodiscard]] const LabelRule& label_rule(std::string_view label) noexcept;
[[nodiscard]] std::string_view label_name(Label label) noexcept;

} // namespace finsam::sie
