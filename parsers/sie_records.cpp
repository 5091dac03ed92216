#include "parsers/sie_records.hpp"

namespace finsam::sie {

std::string_view label(BalanceKind kind) noexcept {
    switch (kind) {
    case BalanceKind::ib: return "IB";
    case BalanceKind::ub: return "UB";
    case BalanceKind::res: return "RES";
    case BalanceKind::oib: return "OIB";
    case BalanceKind::oub: return "OUB";
    case BalanceKind::psaldo: return "PSALDO";
    case BalanceKind::pbudget: return "PBUDGET";
    }
    return "";
}

std::string_view label(RowKind kind) noexcept {
    switch (kind) {
    case RowKind::trans: return "TRANS";
    case RowKind::rtrans: return "RTRANS";
    case RowKind::btrans: return "BTRANS";
    }
    return "";
}

} // namespace finsam::sie
