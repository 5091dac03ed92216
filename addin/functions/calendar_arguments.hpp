#pragma once
// Days in arguments: numbers of a document's calendar, or text.

#include "addin/functions/cell_table.hpp"
#include "parsers/date.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <optional>
#include <string_view>

namespace finsam::addin {

using DocumentProperties = com::sun::star::uno::Reference<com::sun::star::beans::XPropertySet>;

/// Which end of a month a day is taken for.
enum class PeriodEnd : std::uint8_t { first, last };

/// A document counts days from its own day zero: 1899-12-30, or 1904-01-01 in files from some Macs.
class Calendar {
public:
    explicit Calendar(const DocumentProperties& document);

    /// The day's number. Nothing for text that is no day.
    [[nodiscard]] double number(Date day) const noexcept;
    /// Nothing outside the years 1 to 9999.
    [[nodiscard]] std::optional<Date> day(double number) const noexcept;
    /// A day or a month as people write it, or the number of a day (five digits: a cell with a date gives it so).
    [[nodiscard]] std::optional<Date> day(std::string_view text, PeriodEnd end) const;
    /// Nothing for an argument that is left out or empty; refused when it is no day.
    [[nodiscard]] std::optional<Date> optional_day(const com::sun::star::uno::Any& value, PeriodEnd end,
                                                   const ArgumentPlace& place) const;

private:
    std::int32_t zero_; ///< days since 1970-01-01
};

/// Rows whose day is inside a period, both ends counted.
class PeriodFilter {
public:
    PeriodFilter(const Calendar& calendar, std::optional<Date> from, std::optional<Date> to)
        : calendar_(calendar), from_(from), to_(to) {}

    /// Finds the column: datum, or else period. Refused when neither is there and a day is given, or when the rows have
    /// months and the period parts of months.
    void use(CellTable& table);
    /// Nothing when neither day is given.
    [[nodiscard]] std::optional<sal_Int32> column() const noexcept { return column_; }
    [[nodiscard]] OrCellError<bool> takes(CellTable& table, sal_Int32 row) const;

private:
    [[nodiscard]] std::optional<Date> day_in(CellTable& table, sal_Int32 row) const;

    const Calendar& calendar_;
    std::optional<Date> from_, to_;
    std::optional<sal_Int32> column_;
    bool months_ = false;
};

} // namespace finsam::addin
