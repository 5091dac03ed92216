// The example files as files: bytes, checksum, order, and what the project's reader says of them.

#include "tests/examples/insjoriket_documents.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam::example {

namespace {

class ExampleFileOf : public testing::TestWithParam<int> {};

INSTANTIATE_TEST_SUITE_P(Year, ExampleFileOf, testing::Values(2024, 2023));

TEST_P(ExampleFileOf, is_read_without_a_single_diagnostic) {
    const sie::ReadResult& result = document_of(GetParam()).result;
    EXPECT_TRUE(result.accepted);
    for (const Diagnostic& diagnostic : result.diagnostics)
        ADD_FAILURE() << "line " << diagnostic.line << ": " << diagnostic.text;
}

TEST_P(ExampleFileOf, has_the_right_checksum) {
    EXPECT_EQ(document_of(GetParam()).result.ksumma, KsummaState::correct);
}

TEST_P(ExampleFileOf, opens_the_checksum_after_flagga_and_closes_it_on_the_last_line) {
    const std::string& bytes = bytes_of(GetParam());
    EXPECT_TRUE(bytes.starts_with("#FLAGGA 0\r\n#KSUMMA\r\n"));
    const std::size_t last = bytes.rfind("#KSUMMA ");
    ASSERT_NE(last, std::string::npos);
    EXPECT_EQ(bytes.find("\r\n", last), bytes.size() - 2);
}

TEST_P(ExampleFileOf, is_code_page_437) {
    const std::string& bytes = bytes_of(GetParam());
    EXPECT_EQ(document_of(GetParam()).result.encoding, TextEncoding::cp437);
    EXPECT_NE(bytes.find("\"F\x94retagsf\x94rs\x84kringar\""), std::string::npos); // Företagsförsäkringar
    EXPECT_NE(bytes.find("H\x84rryda kommun"), std::string::npos);
    EXPECT_NE(bytes.find("\"\x8Frets resultat\""), std::string::npos); // Årets resultat
    EXPECT_NE(bytes.find("Inl\x86nad personal"), std::string::npos);   // å is 0x86
}

TEST_P(ExampleFileOf, ends_every_line_with_crlf) {
    const std::string& bytes = bytes_of(GetParam());
    ASSERT_FALSE(bytes.empty());
    for (std::size_t at = bytes.find('\n'); at != std::string::npos; at = bytes.find('\n', at + 1))
        ASSERT_EQ(bytes[at - 1], '\r') << "at byte " << at;
    EXPECT_EQ(std::ranges::count(bytes, '\r'), std::ranges::count(bytes, '\n'));
}

TEST_P(ExampleFileOf, names_the_forbund_its_years_and_no_person) {
    const sie::Document& document = document_of(GetParam());
    const sie::FileInfo& info = document.result.info;
    EXPECT_EQ(info.sie_type, 4);
    EXPECT_EQ(info.company_name, "Samordningsförbundet Insjöriket");
    EXPECT_EQ(info.generated_by, "");
    EXPECT_EQ(info.organisation_number, "");
    ASSERT_EQ(document.fiscal_years.size(), 2u);
    EXPECT_EQ(to_sie(document.fiscal_years[0].from), std::to_string(GetParam()) + "0101");
    EXPECT_EQ(to_sie(document.fiscal_years[1].to), std::to_string(GetParam() - 1) + "1231");
    for (const sie::Voucher& voucher : document.vouchers)
        EXPECT_EQ(voucher.signature, "");
}

TEST_P(ExampleFileOf, says_that_totals_are_real_and_vouchers_invented) {
    EXPECT_THAT(document_of(GetParam()).result.info.prose, testing::ElementsAre(testing::HasSubstr("påhittade")));
}

TEST_P(ExampleFileOf, has_a_few_hundred_vouchers_in_five_series) {
    std::map<std::string, int> series;
    for (const sie::Voucher& voucher : document_of(GetParam()).vouchers)
        ++series[voucher.series];
    EXPECT_THAT(series, testing::ElementsAre(testing::Key("A"), testing::Key("B"), testing::Key("K"), testing::Key("L"),
                                             testing::Key("P")));
    EXPECT_EQ(series["K"], 28); // seven members, four quarters
    EXPECT_EQ(series["P"], 14); // twelve months, two board fees
    EXPECT_GE(document_of(GetParam()).vouchers.size(), 300u);
}

TEST(ExampleFiles, are_the_same_bytes_every_time) {
    const auto again = insjoriket_files();
    ASSERT_TRUE(again);
    for (const ExampleFile& file : *again)
        EXPECT_EQ(file.bytes, bytes_of(file.name == "insjoriket-2024.se" ? 2024 : 2023));
}

} // namespace

} // namespace finsam::example
