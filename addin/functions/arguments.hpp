#pragma once
// Cell arguments to the core's values. What does not fit is an IllegalArgumentException that names the argument by its
// place in the function table; Calc shows Err:502.

#include "parsers/ore.hpp"
#include "parsers/swedish_format.hpp"

#include <com/sun/star/uno/Any.hxx>
#include <optional>
#include <rtl/ustring.hxx>
#include <string>
#include <string_view>

namespace finsam::addin {

/// Where an argument stands: its function and its place from 0. Finds the words of an error.
struct ArgumentPlace {
    std::string_view method;
    std::int16_t index;
};

/// Throws com.sun.star.lang.IllegalArgumentException: "Argumentet Reservering i BALANSKRAV: ...".
[[noreturn]] void refuse(const ArgumentPlace& place, std::string_view swedish_reason);

[[nodiscard]] std::string to_utf8(const rtl::OUString& text);
[[nodiscard]] rtl::OUString from_utf8(std::string_view text);
/// Without blanks (also NBSP) at the ends.
[[nodiscard]] std::string trimmed(std::string_view text);

/// A left-out argument, an empty cell or empty text is zero; other text is refused.
[[nodiscard]] double optional_number(const com::sun::star::uno::Any& value, const ArgumentPlace& place);
/// The largest amount that a cell holds to the öre: 2^53 öre.
inline constexpr Ore largest_exact{std::int64_t{1} << 53};

/// Kronor of a cell to öre; refused beyond `largest_exact`.
[[nodiscard]] Ore to_ore(double kronor, const ArgumentPlace& place);
/// "kr", "tkr" or "mnkr" in small or capital letters; kr when left out or empty.
[[nodiscard]] Unit optional_unit(const com::sun::star::uno::Any& value, const ArgumentPlace& place);

/// A double that Calc shows as one of its errors: a NaN that carries the error's number.
[[nodiscard]] double error_value(std::uint32_t calc_error) noexcept;
inline constexpr std::uint32_t error_division_by_zero = 532;
inline constexpr std::uint32_t error_value_expected = 519;

} // namespace finsam::addin
