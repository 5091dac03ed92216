#pragma once
// Money: an exact integer number of öre. Debit is positive, credit negative, as in SIE 4C §5.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace finsam {

/// An amount in öre. The only money type of the project; floating point begins at the cell.
/// Plain operators are for amounts already known to be small (sums of a förbund's books); untrusted sums use
/// `checked_add`.
class Ore {
public:
    constexpr Ore() noexcept = default;
    constexpr explicit Ore(std::int64_t ore) noexcept : ore_(ore) {}

    [[nodiscard]] static constexpr Ore from_kronor(std::int64_t kronor) noexcept { return Ore(kronor * 100); }
    [[nodiscard]] constexpr std::int64_t count() const noexcept { return ore_; }
    [[nodiscard]] constexpr bool is_zero() const noexcept { return ore_ == 0; }

    constexpr Ore operator-() const noexcept { return Ore(-ore_); }
    constexpr Ore& operator+=(Ore other) noexcept {
        ore_ += other.ore_;
        return *this;
    }
    constexpr Ore& operator-=(Ore other) noexcept {
        ore_ -= other.ore_;
        return *this;
    }
    friend constexpr Ore operator+(Ore a, Ore b) noexcept { return a += b; }
    friend constexpr Ore operator-(Ore a, Ore b) noexcept { return a -= b; }
    friend constexpr Ore operator*(int sign, Ore a) noexcept { return Ore(sign * a.ore_); }
    friend constexpr auto operator<=>(Ore, Ore) noexcept = default;

private:
    std::int64_t ore_ = 0;
};

/// The largest amount, of either sign, that a reader takes: 10^13 kronor, several times the state's budget. 64 bits
/// hold 9.2 * 10^18 öre, the sum of 9 223 such amounts: a sum over rows whose number a file decides is therefore still
/// checked, where it is made. What the ledger hands out is bounded as a whole (books.hpp), so that later sums need not
/// be.
inline constexpr Ore largest_amount = Ore::from_kronor(10'000'000'000'000);

/// Is the amount within `largest_amount`?
[[nodiscard]] constexpr bool is_credible(Ore amount) noexcept {
    return amount <= largest_amount && amount >= -largest_amount;
}

/// Sum, or nothing when it does not fit in 64 bits.
[[nodiscard]] constexpr std::optional<Ore> checked_add(Ore a, Ore b) noexcept {
    std::int64_t sum = 0;
    return __builtin_add_overflow(a.count(), b.count(), &sum) ? std::nullopt : std::optional(Ore(sum));
}

/// Machine form in kronor: "1662665.00", "-0.50". Used in JSON, CSV and SIE.
[[nodiscard]] std::string to_decimal_kronor(Ore amount);

/// Kronor as a double for a cell; exact to the öre below 2^53 öre.
[[nodiscard]] double to_kronor_double(Ore amount) noexcept;

/// Nearest öre of a cell's kronor, half away from zero; nothing for NaN, infinity or what 64 bits cannot hold.
[[nodiscard]] std::optional<Ore> from_kronor_double(double kronor) noexcept;

/// Rounds to a whole number of `unit_ore` (100 = kr, 100000 = tkr), half away from zero; the result is in öre.
/// An amount so close to the limits of 64 bits that the nearest unit lies outside is rounded towards zero.
[[nodiscard]] Ore round_to_unit(Ore amount, std::int64_t unit_ore) noexcept;

} // namespace finsam
