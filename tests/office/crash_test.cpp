#include "tests/office/office_test.hpp"

#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/lang/DisposedException.hpp>
#include <vector>

namespace finsam::office {
namespace {

/// The tests outlive an office that dies: what they still hold of it throws, and letting go of it does nothing.
TEST_F(OfficeTest, ACrashedOfficeIsAnExceptionNotTheEndOfTheTests) {
    OfficeOptions options;
    options.profile = "profile-crash";
    std::string reason;
    const auto office = Office::start(options, reason);
    ASSERT_TRUE(office) << reason;
    auto desktop = com::sun::star::frame::Desktop::create(office->context());
    std::vector<com::sun::star::uno::Reference<com::sun::star::uno::XInterface>> held(200);
    for (auto& one : held) {
        one = office->create("com.sun.star.util.PathSettings");
    }
    held.clear(); // a thread of the bridge is writing their releases when the reader goes
    office->crash();
    EXPECT_THROW(desktop->getComponents(), com::sun::star::lang::DisposedException);
    EXPECT_TRUE(office->ended());
}

} // namespace
} // namespace finsam::office
