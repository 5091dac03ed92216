// Files that are no SIE 5, are broken, or are made to do harm.

#include "parsers/sie_file.hpp"
#include "parsers/xml_stream.hpp"
#include "tests/sie5/sie5_fixture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::sie {
namespace {

using Code = DiagnosticCode;

std::string refusal(const std::string& file) {
    Handler ignore;
    const ReadResult result = read_sie5(file, ignore);
    EXPECT_FALSE(result.accepted);
    for (const Diagnostic& diagnostic : result.diagnostics) {
        if (diagnostic.severity == Severity::error) {
            return std::string(stable_name(diagnostic.code));
        }
    }
    return "none";
}

const std::string root = "<Sie xmlns=\"http://www.sie.se/sie5\">";

TEST(UntrustedXml, OtherXmlAndHtmlIsNotSie) {
    EXPECT_EQ(refusal("<html><body>SIE</body></html>"), "inte_sie");
    EXPECT_EQ(refusal("<Sie xmlns=\"http://www.sie.se/sie6\"/>"), "inte_sie");
    EXPECT_EQ(refusal("<Sie/>"), "inte_sie");
    EXPECT_EQ(refusal("<Bok xmlns=\"http://www.sie.se/sie5\"/>"), "inte_sie");
    EXPECT_EQ(refusal("#FLAGGA 0\n"), "inte_sie");
    EXPECT_EQ(refusal(""), "inte_sie");
}

TEST(UntrustedXml, OtherXmlIsToldAsBeforeWhenItIsReadAsAnySieFile) {
    Handler ignore;
    const ReadResult result = read_sie_file("<html><body>SIE</body></html>", ignore);
    ASSERT_EQ(result.diagnostics.size(), 1u);
    EXPECT_THAT(result.diagnostics[0].text, testing::HasSubstr("XML eller HTML"));
}

TEST(UntrustedXml, EntitiesThatMultiplyAreRefused) {
    std::string bomb = "<!DOCTYPE Sie [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 30; ++i) {
        const std::string before = "&a" + std::to_string(i - 1) + ";";
        bomb += "<!ENTITY a" + std::to_string(i) + " \"" + before + before + before + "\">";
    }
    EXPECT_EQ(refusal(bomb + "]>" + root + "<FileInfo><Company name=\"&a29;\"/></FileInfo></Sie>"), "xml_dtd");
}

TEST(UntrustedXml, ExternalEntitiesAndDoctypesAreRefused) {
    EXPECT_EQ(refusal("<!DOCTYPE Sie [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + root + "&x;</Sie>"), "xml_dtd");
    EXPECT_EQ(refusal("<!DOCTYPE Sie SYSTEM \"http://localhost/sie.dtd\">" + root + "</Sie>"), "xml_dtd");
    EXPECT_EQ(refusal("<!DOCTYPE Sie>" + root + "</Sie>"), "xml_dtd");
}

TEST(UntrustedXml, TheFileOfAnEntityIsNotRead) {
    const Document file =
        read("<!DOCTYPE Sie [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + root + "<FileInfo>&x;</FileInfo></Sie>");
    EXPECT_EQ(file.result.info.company_name, "");
    EXPECT_THAT(text(file, Code::xml_dtd), testing::HasSubstr("DOCTYPE"));
}

TEST(UntrustedXml, UndeclaredEntitiesAreMalformed) {
    EXPECT_EQ(refusal(root + "<FileInfo><Company name=\"&ha;\"/></FileInfo></Sie>"), "xml_ogiltig");
}

TEST(UntrustedXml, DeepNestingIsRefused) {
    std::string deep = root;
    for (int i = 0; i < 200; ++i) {
        deep += "<a>";
    }
    EXPECT_EQ(refusal(deep), "xml_grans");
}

TEST(UntrustedXml, AHugeAttributeIsRefused) {
    const std::string huge(1 << 20, 'x');
    EXPECT_EQ(refusal(root + "<FileInfo><Company name=\"" + huge + "\"/></FileInfo></Sie>"), "xml_grans");
}

TEST(UntrustedXml, ManyAttributesAreRefused) {
    std::string many = root + "<FileInfo";
    for (int i = 0; i < 200'000; ++i) {
        many += " a" + std::to_string(i) + "=\"\"";
    }
    EXPECT_EQ(refusal(many + "/></Sie>"), "xml_grans");
}

TEST(UntrustedXml, ACutFileIsRefused) {
    const std::string whole = sie5("<Accounts><Account id=\"1930\" name=\"Bank\" type=\"asset\"/></Accounts>");
    for (std::size_t size = whole.find("<FileInfo"); size < whole.rfind("</Sie>") + 5; ++size) {
        const std::string why = refusal(whole.substr(0, size));
        EXPECT_TRUE(why == "filen_avbruten" || why == "xml_ogiltig") << size << " " << why;
    }
}

TEST(UntrustedXml, ATagThatIsNotClosedIsMalformedAndToldWhere) {
    const Document file = read(root + "\n<FileInfo>\n</Accounts>\n</Sie>");
    EXPECT_FALSE(file.result.accepted);
    EXPECT_EQ(place(file, Code::xml_ogiltig).substr(0, 2), "3:");
}

TEST(UntrustedXml, TwoByteCharacterSetsAreRefused) {
    EXPECT_EQ(refusal(std::string("\xFF\xFE<\0S\0", 6)), "inte_sie");
    EXPECT_EQ(refusal("<?xml version=\"1.0\" encoding=\"EBCDIC-CP-US\"?>" + root + "</Sie>").empty(), false);
}

TEST(UntrustedXml, Iso8859IsReadAndBrokenUtf8IsNot) {
    const std::string body =
        "<FileInfo><Company organizationId=\"222000-1111\" name=\"Samordningsf\xF6rbundet\"/></FileInfo></Sie>";
    const Document file = read("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + root + body);
    EXPECT_TRUE(file.result.accepted);
    EXPECT_EQ(file.result.info.company_name, "Samordningsförbundet");
    EXPECT_EQ(swedish_name(file.result.encoding), "iso-8859-1");
    EXPECT_EQ(refusal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + root + body), "xml_ogiltig");
}

TEST(UntrustedXml, ByteOrderMarkAndBlanksAreTaken) {
    EXPECT_TRUE(read("\xEF\xBB\xBF" + sie5("<Accounts/>")).result.accepted);
    EXPECT_TRUE(read("\n <!-- prov -->" + root + file_info() + "</Sie>").result.accepted);
}

TEST(UntrustedXml, ForeignNamespacesArePassedOverAndToldOnce) {
    const Document file =
        read5("<x:Accounts xmlns:x=\"urn:x\"><x:Account id=\"1\"/></x:Accounts>\n<Accounts xmlns:x=\"urn:x\">"
              "<Account id=\"1930\" name=\"Bank\" type=\"asset\" x:type=\"cost\" x:id=\"2\"><x:Note/>"
              "<OpeningBalance month=\"2024-01\" amount=\"1\"/></Account></Accounts>");
    EXPECT_TRUE(file.result.accepted);
    EXPECT_EQ(count(file, Code::okand_post), 1u);
    EXPECT_EQ(balances(file), "IB 0 1930 1.00\n");
    EXPECT_EQ(place(file, Code::okand_post), "9:1 info");
}

TEST(UntrustedXml, UnknownElementsArePassedOverAndCounted) {
    const Document file = read5("<Accounts><Account id=\"1930\" name=\"Bank\" type=\"asset\"><Nytt><OpeningBalance "
                                "month=\"2024-01\" amount=\"1\"/></Nytt></Account></Accounts>");
    EXPECT_EQ(tally(file, "Nytt"), "0/1");
    EXPECT_EQ(balances(file), "");
}

TEST(UntrustedXml, PrefixesMayBeUsed) {
    const Document file = read("<s:Sie xmlns:s=\"http://www.sie.se/sie5\"><s:FileInfo><s:Company "
                               "organizationId=\"222000-1111\" name=\"Sjön\"/></s:FileInfo></s:Sie>");
    EXPECT_EQ(file.result.info.company_name, "Sjön");
}

TEST(UntrustedXml, NothingIsSaidOnStderr) {
    testing::internal::CaptureStderr();
    (void)refusal(root + "<a b=\"&c;\"></Sie>");
    (void)refusal(root + "<x:y/>\xFF</Sie>");
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(XmlPlaces, AreThoseOfTheTagWhateverItHolds) {
    const Document file = read5("<Accounts>\n  <Account id=\"1930\"\n    name=\"Bå&gt;nk\" type=\"asset\"><Budget/>\n"
                                "</Account>   <Account/></Accounts>");
    EXPECT_EQ(place(file, Code::post_saknar_falt), "11:35 fel"); // Budget; å is two bytes
    std::string places;
    for (const Diagnostic& d : file.result.diagnostics) {
        places += d.code == Code::post_saknar_falt ? std::to_string(d.line) + ":" + std::to_string(d.column) + " " : "";
    }
    EXPECT_EQ(places, "11:35 12:14 ");
}

TEST(XmlPlaces, AreRightFarIntoAFileOfOneLine) {
    std::string rest = "<Accounts>";
    for (int i = 0; i < 20'000; ++i) {
        rest += "<Account id=\"1930\" name=\"Bank\" type=\"asset\"/>";
    }
    const std::string file = sie5(rest + "<Account name=\"a\"/></Accounts>");
    const auto at = file.find("<Account name"), line = file.rfind('\n', at);
    EXPECT_EQ(place(read(file), Code::post_saknar_falt), "9:" + std::to_string(at - line) + " fel");
}

} // namespace
} // namespace finsam::sie
