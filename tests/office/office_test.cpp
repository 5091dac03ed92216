#include "tests/office/office_test.hpp"

namespace finsam::office {
namespace {

std::unique_ptr<Office> shared;
std::string reason;

/// Smoke test: an office without the extension would fail every test for the wrong reason.
void start_shared() {
    shared = Office::start({}, reason);
    if (shared) {
        Document document(*shared);
        document.set_formula("A1", "=SE.FINSAM.CALC.FUNCTIONS.SOLIDITET(1;2)");
        if (document.value("A1") != 0.5) {
            reason = "the extension was not loaded: SOLIDITET(1;2) is " + document.text("A1");
            shared.reset();
        }
    }
}

/// Ends the office after the last test.
class SharedOffice : public testing::Environment {
    void TearDown() override { shared.reset(); }
};

[[maybe_unused]] const auto* const environment = testing::AddGlobalTestEnvironment(new SharedOffice);

} // namespace

void OfficeTest::SetUp() {
    if (!Office::installed()) {
        GTEST_SKIP() << "there is no LibreOffice in " << FINSAM_OFFICE_PROGRAM;
    }
    if (!shared && reason.empty()) {
        start_shared();
    }
    ASSERT_TRUE(shared) << reason;
    ASSERT_FALSE(shared->ended()) << "the office ended in an earlier test";
}

Office& OfficeTest::office() {
    return *shared;
}

} // namespace finsam::office
