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

/// Interim reports and budgets of every shape.
inline auto other_documents() {
    return ::testing::Values(interim(insjoriket), interim(sjuharad), interim(solleftea), budget(insjoriket),
                             budget(sjuharad), budget(solleftea));
}

inline auto every_other_document() {
    return ::testing::Combine(other_documents(), ::testing::Values("tkr"));
}

/// Exact, and rounded with decimals.
inline auto every_other_document_in_other_units() {
    return ::testing::Combine(other_documents(), ::testing::Values("kr", "tkr,2"));
}

/// "kr_tkr1": the layout and the unit, before them the document when it is no annual report.
inline std::string shape_and_unit_name(const ::testing::TestParamInfo<ShapeAndUnit>& one) {
    const ExampleShape& shape = std::get<0>(one.param);
    const std::string unit = std::get<1>(one.param);
    const char* document = shape.document.period_end ? "delar_" : shape.document.plan_year ? "budget_" : "";
    return document + shape.layout + "_" + (unit == "öre" ? "ore" : unit.size() > 3 ? "tkr" + unit.substr(4) : unit);
}

} // namespace finsam::office
