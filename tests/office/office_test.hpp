#pragma once
// Base of tests that need an office. All suites of the program share one office, started at the first of them.

#include "tests/office/document.hpp"

#include <gtest/gtest.h>

namespace finsam::office {

class OfficeTest : public testing::Test {
protected:
    void SetUp() override;
    /// The shared office: English user interface, the unpacked extension.
    [[nodiscard]] static Office& office();
};

} // namespace finsam::office
