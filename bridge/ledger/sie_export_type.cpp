#include "bridge/ledger/sie_export_type.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace finsam {

namespace {

struct TypeRow {
    SieExportType type;
    std::string_view name;
    int number;
    SieTypeRecords records;
};

constexpr TypeRow types[] = {
    // balances, periods, objects, object balances, vouchers, trade code
    {SieExportType::type1, "1", 1, {true, false, false, false, false, true}},
    {SieExportType::type2, "2", 2, {true, true, false, false, false, true}},
    {SieExportType::type3, "3", 3, {true, true, true, true, false, true}},
    {SieExportType::type4e, "4E", 4, {true, true, true, true, true, true}},
    {SieExportType::type4i, "4I", 4, {false, false, true, false, true, false}},
};

const TypeRow& row_of(SieExportType type) noexcept {
    return types[static_cast<std::size_t>(type)];
}

} // namespace

std::optional<SieExportType> sie_export_type(std::string_view name) noexcept {
    const auto* found =
        std::find_if(std::begin(types), std::end(types), [&](const TypeRow& row) { return row.name == name; });
    return found == std::end(types) ? std::nullopt : std::optional(found->type);
}

std::string_view name(SieExportType type) noexcept {
    return row_of(type).name;
}

int sie_type_number(SieExportType type) noexcept {
    return row_of(type).number;
}

SieTypeRecords records_of(SieExportType type) noexcept {
    return row_of(type).records;
}

} // namespace finsam
