#include "bridge/figures/soliditet.hpp"

namespace finsam {

std::optional<double> soliditet(double eget_kapital, double summa_tillgangar, double ansvarsforbindelse) noexcept {
    if (summa_tillgangar == 0.0) {
        return std::nullopt;
    }
    return (eget_kapital - ansvarsforbindelse) / summa_tillgangar;
}

} // namespace finsam
