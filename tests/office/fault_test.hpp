#pragma once
// Base of tests that make entry points throw, in an office of their own.

#include "tests/office/faulty_office.hpp"
#include "tests/office/office_test.hpp"

namespace finsam::office {

class FaultTest : public OfficeTest {
protected:
    explicit FaultTest(const std::string& profile) : faulty(profile, reason) {}

    void SetUp() override {
        OfficeTest::SetUp();
        if (!IsSkipped()) {
            ASSERT_TRUE(faulty) << reason;
        }
    }
    void TearDown() override { ASSERT_FALSE(faulty && faulty->ended()); }

    /// Does `act` with the entry point made to throw in each way.
    template <class Act>
    void with_faults(const std::string& entry_point, Act act) {
        for (const std::string kind : FaultyOffice::kinds) {
            SCOPED_TRACE(entry_point + " throws " + kind);
            faulty.provoke(entry_point, kind);
            EXPECT_NO_THROW(act());
            ASSERT_FALSE(faulty->ended());
        }
        faulty.provoke_nothing();
    }

    std::string reason;
    FaultyOffice faulty;
};

} // namespace finsam::office
