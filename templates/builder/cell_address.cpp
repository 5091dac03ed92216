#include "templates/builder/cell_address.hpp"

namespace finsam::workbook {

std::string column_name(int column) {
    std::string name;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return name;
}

} // namespace finsam::workbook
