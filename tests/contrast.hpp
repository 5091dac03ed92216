#pragma once
// Contrast between two colours, "#1b6e2d", after WCAG 2.1: 1 to 21.

#include <algorithm>
#include <cmath>
#include <string>

namespace finsam {

inline double luminance(const std::string& colour) {
    const auto channel = [&](std::size_t at) {
        const double value = std::stoi(colour.substr(at, 2), nullptr, 16) / 255.0;
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

inline double contrast(const std::string& one, const std::string& other) {
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace finsam
