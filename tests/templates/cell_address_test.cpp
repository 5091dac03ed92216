#include "templates/builder/cell_address.hpp"

#include <gtest/gtest.h>

namespace finsam::workbook {
namespace {

TEST(CellAddress, NamesColumnsAsCalcDoes) {
    EXPECT_EQ(column_name(0), "A");
    EXPECT_EQ(column_name(25), "Z");
    EXPECT_EQ(column_name(26), "AA");
    EXPECT_EQ(column_name(701), "ZZ");
    EXPECT_EQ(column_name(702), "AAA");
}

} // namespace
} // namespace finsam::workbook
