#pragma once
// The account map (kontokarta): which account goes to which row. Data, edited by users as CSV or in the workbook.

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace finsam {

/// A range of accounts, both ends as text of any length: account A is inside when A, padded with 0, is not below
/// `from` padded with 0, and not above `to` padded with 9 (eight places). The narrowest range wins.
struct MapRow {
    std::string from, to;
    std::string name;     ///< benämning
    std::string row;      ///< rad: a row of RR or BR, "eget_kapital" or "bokfort_resultat" (89xx: never summed)
    std::string note_row; ///< notrad: row of a note, "" when none
    std::string
        extra; ///< uppgift: realisationsvinster, realisationsforluster, orealiserade, aterforing, rakenskapsrevision
    std::string debit_row;      ///< rad_debet: where the range goes when its sum is a debit (moms), "" when it stays
    std::string debit_note_row; ///< notrad_debet
    std::string control;        ///< kontroll: "noll" (must be zero), "varna" (a balance is unusual), ""
    std::string certainty;      ///< säkerhet: säker, trolig, osäker
    std::string source;         ///< källa
    std::size_t line = 0;       ///< line in the CSV
};

class AccountMap {
public:
    /// CSV with `;`, UTF-8, header
    /// från;till;benämning;rad;notrad;uppgift;rad_debet;notrad_debet;kontroll;säkerhet;källa. The error is a Swedish
    /// sentence with the line.
    [[nodiscard]] static tl::expected<AccountMap, std::string> from_csv(std::string_view csv);
    /// A map that comes with the program: "bas", "kommun-bas", "region-bas".
    [[nodiscard]] static tl::expected<AccountMap, std::string> built_in(std::string_view name);

    [[nodiscard]] const std::vector<MapRow>& rows() const noexcept { return rows_; }
    /// The narrowest range that holds the account; nullptr when none does or the account has other than digits.
    [[nodiscard]] const MapRow* find(std::string_view account) const noexcept;
    /// Pairs of ranges that overlap without one holding the other: which one an account goes to is then hardly meant.
    [[nodiscard]] std::vector<std::pair<const MapRow*, const MapRow*>> crossing() const;

private:
    std::vector<MapRow> rows_;
};

} // namespace finsam
