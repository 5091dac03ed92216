#pragma once
// The row keys that an account map may name. Layouts and maps are both checked against these lists, so that a misspelt
// key is an error with a line and not a figure that silently is zero.

#include <algorithm>
#include <array>
#include <string_view>

namespace finsam {

/// 89xx: the bookkeeping's own entry of the result; never summed in the income statement.
inline constexpr std::string_view booked_result_key = "bokfort_resultat";
/// Equity: see `equity` in statement_accounts.hpp for its rule.
inline constexpr std::string_view equity_key = "eget_kapital";

inline constexpr std::array<std::string_view, 6> result_row_keys = {"verksamhetens_intakter", "verksamhetens_kostnader",
                                                                    "avskrivningar",          "finansiella_intakter",
                                                                    "finansiella_kostnader",  "extraordinara_poster"};

inline constexpr std::array<std::string_view, 11> balance_row_keys = {"immateriella",
                                                                      "materiella",
                                                                      "maskiner_inventarier",
                                                                      "finansiella_anlaggningstillgangar",
                                                                      "kortfristiga_fordringar",
                                                                      "kortfristiga_placeringar",
                                                                      "kassa_bank",
                                                                      equity_key,
                                                                      "avsattningar",
                                                                      "langfristiga_skulder",
                                                                      "kortfristiga_skulder"};

inline constexpr std::array<std::string_view, 24> note_row_keys = {
    // note 1
    "driftbidrag", "bidrag_esf", "ovriga_intakter",
    // note 2
    "verksamhetsanknuten_personal", "verksamhetsanknutna_lokaler", "verksamhetsanknutet_ovrigt", "ovriga_kostnader",
    "arvoden", "personalkostnader", "reseersattningar", "sociala_avgifter", "lokalkostnader",
    // note 4
    "kundfordringar", "skattekonto", "fordran_moms", "ovriga_fordringar", "interimsfordringar",
    // note 5
    "leverantorsskulder", "skatteskulder", "ovriga_skulder", "upplupna_loner", "forutbetalda_intakter",
    "upplupna_kostnader",
    // of the result
    "extraordinara_intakter"};

inline constexpr std::array<std::string_view, 5> extra_keys = {"realisationsvinster", "realisationsforluster",
                                                               "orealiserade", "aterforing", "rakenskapsrevision"};

template <std::size_t N>
[[nodiscard]] constexpr bool is_listed(const std::array<std::string_view, N>& keys, std::string_view key) noexcept {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

[[nodiscard]] constexpr bool is_result_row(std::string_view key) noexcept {
    return is_listed(result_row_keys, key);
}
[[nodiscard]] constexpr bool is_balance_row(std::string_view key) noexcept {
    return is_listed(balance_row_keys, key);
}
[[nodiscard]] constexpr bool is_note_row(std::string_view key) noexcept {
    return is_listed(note_row_keys, key);
}
[[nodiscard]] constexpr bool is_extra(std::string_view key) noexcept {
    return is_listed(extra_keys, key);
}

} // namespace finsam
