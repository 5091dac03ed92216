#pragma once
// The records of SIE 1-4 as values. Texts are UTF-8, amounts öre with SIE's sign (debit +, credit -).

#include "parsers/date.hpp"
#include "parsers/ore.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace finsam::sie {

/// Flag and identification records (SIE 4C §5, group 1 and 2). Empty when the file does not say.
struct FileInfo {
    int sie_type = 1;          ///< #SIETYP; absent means 1
    bool already_read = false; ///< #FLAGGA 1
    std::string program, program_version;
    std::string format;
    std::optional<Date> generated;
    std::string generated_by; ///< #GEN signature; personal data, never shown or logged
    std::string company_name; ///< #FNAMN
    std::string organisation_number;
    std::string acquisition_number; ///< #ORGNR's second field: number of the acquisition
    std::string activity_number;    ///< #ORGNR's third field: number of the activity
    std::string company_code;       ///< #FNR
    std::string company_form;       ///< #FTYP
    std::string trade_code;         ///< #BKOD
    /// Of #ADRESS only these: its contact is a person, and the telephone may be one's.
    std::string street, postal_address;
    std::string chart_type; ///< #KPTYP
    std::string currency;   ///< #VALUTA; absent means SEK
    std::optional<int> tax_year;
    std::optional<Date> balances_until; ///< #OMFATTN
    std::vector<std::string> prose;     ///< #PROSA
};

struct FiscalYear {
    int number = 0;
    Date from, to;
    std::uint64_t line = 0;
}; ///< #RAR
struct Account {
    std::string number, name;
    std::uint64_t line = 0;
}; ///< #KONTO
struct AccountType {
    std::string account;
    char type = ' ';
    std::uint64_t line = 0;
}; ///< #KTYP T, S, K or I
struct AccountUnit {
    std::string account, unit;
    std::uint64_t line = 0;
}; ///< #ENHET
struct SruCode {
    std::string account, code;
    std::uint64_t line = 0;
}; ///< #SRU
struct Dimension {
    std::string number, name, parent;
    std::uint64_t line = 0;
}; ///< #DIM, #UNDERDIM
struct Object {
    std::string dimension, code, name;
    std::uint64_t line = 0;
}; ///< #OBJEKT

struct ObjectRef {
    std::string dimension, code;
    friend auto operator<=>(const ObjectRef&, const ObjectRef&) = default;
};

enum class BalanceKind : std::uint8_t { ib, ub, res, oib, oub, psaldo, pbudget };
/// "IB", "UB" ...
[[nodiscard]] std::string_view label(BalanceKind kind) noexcept;

/// #IB #UB #RES #OIB #OUB #PSALDO #PBUDGET. For psaldo and pbudget the amount is the change in the period.
struct Balance {
    BalanceKind kind = BalanceKind::ib;
    int year = 0; ///< 0 = this year, -1 = the one before
    std::optional<Period> period;
    std::string account;
    std::vector<ObjectRef> objects; ///< empty: the account's total
    Ore amount;
    std::string quantity; ///< decimal text, "" when absent
    std::uint64_t line = 0;
    /// SIE 5: the first month that a psaldo is the change of; the last is the period. In SIE 4 it is of that month
    /// alone.
    std::optional<Period> covers_from{};
};

enum class RowKind : std::uint8_t { trans, rtrans, btrans };
/// "TRANS", "RTRANS" or "BTRANS".
[[nodiscard]] std::string_view label(RowKind kind) noexcept;

/// A row of a voucher. Only `trans` counts; `rtrans` and `btrans` are history.
struct TransactionRow {
    RowKind kind = RowKind::trans;
    std::string account;
    std::vector<ObjectRef> objects;
    Ore amount;
    std::optional<Date> date;
    std::string text;
    std::string quantity;
    std::string signature; ///< personal data, never shown or logged
    std::uint64_t line = 0;
};

/// A voucher that balances: its `trans` rows sum to zero.
struct Voucher {
    std::string series, number;
    Date date;
    std::string text;
    std::optional<Date> registered;
    std::string signature; ///< personal data, never shown or logged
    std::vector<TransactionRow> rows;
    std::uint64_t line = 0;
};

} // namespace finsam::sie
