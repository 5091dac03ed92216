#pragma once

#include <optional>

namespace finsam {

/// Soliditet = (eget kapital - ansvarsförbindelse) / summa tillgångar, as a share (0.896 = 89,6 %). All three in the
/// same unit, positive. No assets: no figure.
[[nodiscard]] std::optional<double> soliditet(double eget_kapital, double summa_tillgangar,
                                              double ansvarsforbindelse = 0.0) noexcept;

} // namespace finsam
