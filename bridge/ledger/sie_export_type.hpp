#pragma once
// The types of SIE 1-4 and what each may hold (SIE 4C §5.11, the table of mandatory, optional and forbidden records).

#include <cstdint>
#include <optional>
#include <string_view>

namespace finsam {

/// 4E and 4I both say #SIETYP 4.
enum class SieExportType : std::uint8_t {
    type1,  ///< year's balances
    type2,  ///< period balances
    type3,  ///< balances per object
    type4e, ///< everything: balances and vouchers
    type4i  ///< vouchers alone
};

/// Of "1", "2", "3", "4E" or "4I".
[[nodiscard]] std::optional<SieExportType> sie_export_type(std::string_view name) noexcept;
[[nodiscard]] std::string_view name(SieExportType type) noexcept;
/// The number after #SIETYP.
[[nodiscard]] int sie_type_number(SieExportType type) noexcept;

/// Records that a type may hold; what every type may hold is not here.
struct SieTypeRecords {
    bool balances;        ///< #IB #UB #RES
    bool periods;         ///< #PSALDO #PBUDGET, and #OMFATTN
    bool objects;         ///< #DIM #UNDERDIM #OBJEKT, and objects with the amounts
    bool object_balances; ///< #OIB #OUB
    bool vouchers;        ///< #VER and its rows
    bool trade_code;      ///< #BKOD
};
[[nodiscard]] SieTypeRecords records_of(SieExportType type) noexcept;

} // namespace finsam
