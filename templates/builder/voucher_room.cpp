#include "templates/builder/voucher_room.hpp"

#include "templates/builder/data_columns.hpp"
#include "templates/builder/read_books.hpp"

#include <fmt/format.h>

namespace finsam::workbook {

std::string vouchers_left_out(const Books& books) {
    constexpr std::size_t room = last_sheet_row - data_first_row + 1;
    const std::size_t rows = books.vouchers.size();
    if (rows <= room) {
        return "";
    }
    return fmt::format(
        "Verifikationerna har {} rader, fler än ett blad i Calc rymmer, och är inte med i arbetsboken. Läs "
        "in SIE-filerna i en huvudbok (Finsam > Huvudböcker), så hämtar Visa underlag dem där.",
        rows);
}

} // namespace finsam::workbook
