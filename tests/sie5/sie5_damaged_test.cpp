// Found by fuzzing: what the XML library passes over in silence is still a file that is refused with a reason.

#include "parsers/sie5_reader.hpp"

#include <gtest/gtest.h>

namespace finsam::sie {
namespace {

constexpr const char* undecodable = "<?xml version=\"1.0\" encoding=\"utf-7\"?>\n<SieEntry "
                                    "xmlns=\"http://www.sie.se/sie5\"G\n<o\xC3\xA5\xE9\xE9\"/></SieEntry>\n";

TEST(Sie5Damaged, BytesThatItsCharacterSetLacksBeforeTheRootAreRefusedWithAReason) {
    Handler nothing;
    const ReadResult result = read_sie5(undecodable, nothing);
    EXPECT_FALSE(result.accepted);
    EXPECT_TRUE(result.has_errors());
}

TEST(Sie5Damaged, AnEntityDeclarationLeavesNothingInMemory) { // shown by the leak sanitizer
    Handler nothing;
    const ReadResult result = read_sie5(
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><SieEntry xmlns=\"http://www.sie.se/sie5\"/>", nothing);
    EXPECT_FALSE(result.accepted);
    ASSERT_FALSE(result.diagnostics.empty());
    EXPECT_EQ(result.diagnostics.front().code, DiagnosticCode::xml_dtd);
}

} // namespace
} // namespace finsam::sie
