#pragma once
// Every shape of the examples in every unit, for tests with a workbook of each.

#include "tests/office/example_workbook.hpp"

#include <gtest/gtest.h>
#include <string>
#include <tuple>

namespace finsam::office {

using ShapeAndUnit = std::tuple<ExampleShape, const char*>;

inline auto every_shape_in_every_unit() {
    return ::testing::Combine(::testing::Values(insjoriket, sjuharad, solleftea),
                              ::testing::Values("öre", "kr", "tkr", "tkr,1", "tkr,2"));
}

/// "kr_tkr1": the layout and the unit.
inline std::string shape_and_unit_name(const ::testing::TestParamInfo<ShapeAndUnit>& one) {
    const std::string unit = std::get<1>(one.param);
    return std::get<0>(one.param).layout + "_" +
           (unit == "öre"     ? "ore"
            : unit.size() > 3 ? "tkr" + unit.substr(4)
                              : unit);
}

} // namespace finsam::office
