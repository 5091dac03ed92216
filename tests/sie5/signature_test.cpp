// The signature of SIE 5: valid, changed afterwards, and those that only look as if they covered the file.

#include "parsers/signature/verify_signature.hpp"
#include "tests/sie5/sie5_fixture.hpp"
#include "tests/sie5/signing.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::sie {
namespace {

using Code = DiagnosticCode;

const std::string content =
    "<Accounts><Account id=\"1930\" name=\"Bank\" type=\"asset\"><OpeningBalance month=\"2024-01\" "
    "amount=\"1250.00\"/></Account></Accounts>";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos);
    return text.replace(at, from.size(), to);
}

SignatureState state(const std::string& file) {
    return read(file, verify_signature).result.signature;
}

TEST(Sie5Signature, ValidWhenTheFileIsUnchanged) {
    const Document file = read(sign(sie5(content)), verify_signature);
    EXPECT_EQ(file.result.signature, SignatureState::valid);
    EXPECT_TRUE(file.result.accepted);
    EXPECT_EQ(balances(file), "IB 0 1930 1250.00\n");
    EXPECT_EQ(count(file, Code::signatur_saknas), 0u);
}

TEST(Sie5Signature, AnAmountChangedMakesItInvalidAndRefusesTheFile) {
    const Document file = read(replaced(sign(sie5(content)), "1250.00", "9250.00"), verify_signature);
    EXPECT_EQ(file.result.signature, SignatureState::invalid);
    EXPECT_FALSE(file.result.accepted);
    EXPECT_EQ(place(file, Code::signatur_ogiltig), "0:0 fel");
}

TEST(Sie5Signature, AnElementAddedAfterwardsMakesItInvalid) {
    EXPECT_EQ(state(replaced(sign(sie5(content)), "<Accounts>", "<Accounts><Account id=\"1\" name=\"a\"/>")),
              SignatureState::invalid);
}

TEST(Sie5Signature, AnotherKeyMakesItInvalid) {
    std::string file = sign(sie5(content));
    const auto modulus = file.find("<Modulus>") + 20;
    file[modulus] = file[modulus] == 'A' ? 'B' : 'A';
    EXPECT_EQ(state(file), SignatureState::invalid);
}

TEST(Sie5Signature, AbsentIsAWarningForACompleteFileOnly) {
    const Document complete = read(sie5(content), verify_signature);
    EXPECT_EQ(complete.result.signature, SignatureState::absent);
    EXPECT_TRUE(complete.result.accepted);
    EXPECT_EQ(place(complete, Code::signatur_saknas), "0:0 varning");
    const Document entries =
        read("<SieEntry xmlns=\"http://www.sie.se/sie5\">" + file_info() + "</SieEntry>", verify_signature);
    EXPECT_EQ(entries.result.signature, SignatureState::absent);
    EXPECT_EQ(count(entries, Code::signatur_saknas), 0u);
}

TEST(Sie5Signature, IsNotCheckedWithoutAVerifier) {
    const Document file = read(sign(sie5(content)));
    EXPECT_EQ(file.result.signature, SignatureState::not_checked);
    EXPECT_TRUE(file.result.accepted);
    EXPECT_EQ(place(file, Code::signatur_ej_provad), "0:0 varning");
}

TEST(Sie5Signature, Sha1IsWeak) {
    SignatureForm form;
    form.method = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";
    form.digest = "http://www.w3.org/2000/09/xmldsig#sha1";
    const std::string file = sign(sie5(content), form);
    EXPECT_EQ(state(file), SignatureState::weak);
    EXPECT_EQ(place(read(file, verify_signature), Code::signatur_svag), "0:0 varning");
    EXPECT_EQ(state(replaced(file, "1250.00", "9250.00")), SignatureState::invalid);
}

TEST(Sie5Signature, OfAPartIsInvalid) {
    SignatureForm form;
    form.uri = "#part";
    form.transforms = "<Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/>";
    const std::string part = replaced(sie5(content), "<Accounts>", "<Accounts xml:id=\"part\">");
    EXPECT_EQ(state(sign(part, form)), SignatureState::invalid);
}

TEST(Sie5Signature, ThatChoosesWhatIsSignedIsInvalid) {
    SignatureForm form;
    form.transforms += "<Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\"><XPath>"
                       "not(ancestor-or-self::*[local-name()='Accounts'])</XPath></Transform>";
    EXPECT_EQ(state(sign(sie5(content), form)), SignatureState::invalid);
}

TEST(Sie5Signature, ThatNamesAnotherFileIsInvalid) {
    EXPECT_EQ(state(replaced(sign(sie5(content)), "URI=\"\"", "URI=\"file:///etc/hostname\"")),
              SignatureState::invalid);
}

TEST(Sie5Signature, TwoAreInvalid) {
    const std::string once = sign(sie5(content));
    const auto begin = once.find("<Signature "), end = once.find("</Signature>") + 12;
    std::string twice = once;
    twice.insert(end, once.substr(begin, end - begin));
    EXPECT_EQ(state(twice), SignatureState::invalid);
}

TEST(Sie5Signature, WithoutItsKeyIsNotChecked) {
    std::string file = sign(sie5(content));
    const auto begin = file.find("<KeyValue>"), end = file.find("</KeyValue>") + 11;
    EXPECT_EQ(state(file.replace(begin, end - begin, "<KeyName>nyckel</KeyName>")), SignatureState::not_checked);
}

TEST(Sie5Signature, WithASecretInsteadOfAKeyIsNotChecked) {
    EXPECT_EQ(state(replaced(sign(sie5(content)), "xmldsig-more#rsa-sha256", "xmldsig-more#hmac-sha256")),
              SignatureState::not_checked);
}

TEST(Sie5Signature, SaysNothingOnStderr) {
    testing::internal::CaptureStderr();
    (void)state(replaced(sign(sie5(content)), "<SignatureValue>", "<SignatureValue>!"));
    (void)state(replaced(sign(sie5(content)), "<DigestValue>", "<DigestValue><a/>"));
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

} // namespace
} // namespace finsam::sie
