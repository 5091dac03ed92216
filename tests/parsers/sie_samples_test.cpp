// Reads the public sample files where they lie and compares with the figures of their manifest.

#include "parsers/mapped_file.hpp"
#include "sie_fixture.hpp"
#include "sie_sample_expectations.hpp"

#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <regex>
#include <set>

namespace finsam::sie {
namespace {

using Code = DiagnosticCode;

std::filesystem::path samples() {
    return std::filesystem::path(FINSAM_SOURCE_DIR) / ".." / "shared" / "sie-samples";
}

struct Sample {
    std::string file, type, encoding, accounts_and_rows, checksum, reconciliation;

    /// A figure of the reconciliation column: "nver", "unb" ...
    [[nodiscard]] std::string figure(const std::string& name) const {
        std::smatch found;
        return std::regex_search(reconciliation, found, std::regex("'" + name + "': '?([^,'}]+)")) ? found[1].str()
                                                                                                   : "";
    }
};

void PrintTo(const Sample& sample, std::ostream* out) {
    *out << sample.file;
}

std::vector<std::string> cells(const std::string& row) {
    std::vector<std::string> found;
    std::string::size_type at = 0;
    for (auto next = row.find('|', 1); next != std::string::npos; at = next, next = row.find('|', next + 1)) {
        const std::string cell = row.substr(at + 1, next - at - 1);
        const auto first = cell.find_first_not_of(' ');
        found.push_back(first == std::string::npos ? "" : cell.substr(first, cell.find_last_not_of(' ') - first + 1));
    }
    return found;
}

/// The rows of the manifest for SIE 1-4; none when the samples are absent.
std::vector<Sample> manifest() {
    std::vector<Sample> found;
    std::ifstream in(samples() / "MANIFEST.md");
    for (std::string row; std::getline(in, row);) {
        const auto cell = row.starts_with("|") ? cells(row) : std::vector<std::string>();
        if (cell.size() == 10 && cell[1].size() == 1 && cell[1] >= "1" && cell[1] <= "4") {
            found.push_back({cell[0], cell[1], cell[4], cell[6], cell[8], cell[9]});
        }
    }
    return found;
}

/// Records of a label in the file, read or not.
std::uint64_t records(const Document& document, std::string_view label) {
    const auto found = document.result.counts.find(label);
    return found == document.result.counts.end() ? 0 : found->second.read + found->second.refused;
}

/// "1662665", "1662665.0" and "1662665.00" are the same figure.
std::string with_two_decimals(std::string figure) {
    const auto point = figure.find('.');
    if (point == std::string::npos) {
        return figure + ".00";
    }
    figure.resize(point + 3, '0');
    return figure;
}

class SampleFile : public testing::TestWithParam<Sample> {};
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(SampleFile);

TEST_P(SampleFile, GivesTheFiguresOfTheManifest) {
    const Sample& sample = GetParam();
    const Document document = read_document(samples() / sample.file);
    const Reconciliation found = reconcile(document);
    EXPECT_EQ(document.result.accepted, sample.checksum != "BAD");
    EXPECT_EQ(std::to_string(document.result.info.sie_type), sample.type);
    EXPECT_EQ(document.result.encoding, sample.encoding == "UTF-8" ? TextEncoding::utf8 : TextEncoding::cp437);
    EXPECT_EQ(swedish_name(document.result.ksumma), sample.checksum == "OK"    ? "ok"
                                                    : sample.checksum == "BAD" ? "fel"
                                                                               : "saknas");
    // The manifest counts different numbers; three of this file's are the same empty one.
    const bool nameless = sample.file.find("missing_account_numbers") != std::string::npos;
    const std::uint64_t accounts = nameless ? records(document, "KONTO") - 2 : records(document, "KONTO");
    EXPECT_EQ(fmt::format("{}/{}", accounts, records(document, "TRANS")), sample.accounts_and_rows);
    EXPECT_EQ(std::to_string(records(document, "VER")), sample.figure("nver"));
    EXPECT_EQ(std::to_string(found.unbalanced_vouchers), sample.figure("unb"));
    const std::string bad = sample.figure("bad");
    EXPECT_EQ(std::to_string(found.deviating_accounts.size()), bad == "None" ? "0" : bad);
    EXPECT_EQ(std::to_string(found.accounts), sample.figure("acc"));
    EXPECT_EQ(std::to_string(found.accounts_by_period), sample.figure("ptot"));
    EXPECT_EQ(std::to_string(found.accounts_deviating_by_period.size()), sample.figure("pbad"));
    EXPECT_EQ(to_decimal_kronor(found.opening_sum), with_two_decimals(sample.figure("sumIB")));
    EXPECT_EQ(to_decimal_kronor(found.closing_and_result_sum), with_two_decimals(sample.figure("sumUB_RES")));
    EXPECT_EQ(document.vouchers.size() + found.unbalanced_vouchers, records(document, "VER"));
}

TEST_P(SampleFile, LooksLikeSie) {
    const auto file = MappedFile::open(samples() / GetParam().file);
    ASSERT_TRUE(file);
    EXPECT_TRUE(looks_like_sie(file->bytes()));
}

std::string test_name(const testing::TestParamInfo<Sample>& instance) {
    std::string name = fmt::format("{:02}_", instance.index);
    for (const char c : instance.param.file) {
        name += std::isalnum(static_cast<unsigned char>(c)) != 0 && static_cast<unsigned char>(c) < 0x80 ? c : '_';
    }
    return name;
}

INSTANTIATE_TEST_SUITE_P(Manifest, SampleFile, testing::ValuesIn(manifest()), test_name);

class ExpectedSample : public testing::TestWithParam<SampleExpectation> {};

TEST_P(ExpectedSample, GivesExactlyTheseDiagnostics) {
    const SampleExpectation& expected = GetParam();
    const std::filesystem::path path = samples() / expected.file;
    if (!std::filesystem::exists(path)) {
        GTEST_SKIP() << "the sample files are not here: " << samples();
    }
    const Document document = read_document(path);
    EXPECT_EQ(document.result.accepted, expected.accepted);
    EXPECT_EQ(swedish_name(document.result.ksumma), expected.ksumma);
    const auto tally_of = [&](const char* label) {
        const std::string found = tally(document, label);
        return found == "none" ? std::string("0/0") : found;
    };
    EXPECT_EQ(fmt::format("{} {} {}", tally_of("KONTO"), tally_of("VER"), tally_of("TRANS")), expected.tallies);
    std::set<std::string_view> codes;
    for (const Diagnostic& item : document.result.diagnostics) {
        codes.insert(stable_name(item.code));
    }
    EXPECT_EQ(fmt::format("{}", fmt::join(codes, " ")), expected.codes);
}

INSTANTIATE_TEST_SUITE_P(Samples, ExpectedSample, testing::ValuesIn(sample_expectations),
                         [](const auto& instance) { return fmt::format("{:02}", instance.index); });

TEST(SampleFolder, HasNoFileWithoutAnExpectation) {
    if (!std::filesystem::exists(samples())) {
        GTEST_SKIP() << "the sample files are not here: " << samples();
    }
    for (const auto& entry : std::filesystem::directory_iterator(samples())) {
        const std::string name = entry.path().filename().string();
        const bool expected = std::any_of(std::begin(sample_expectations), std::end(sample_expectations),
                                          [&](const SampleExpectation& e) { return e.file == name; });
        EXPECT_TRUE(expected || name == "MANIFEST.md" || name == "SampleEntryExtension.sie") << name; // the last: SIE 5
    }
}

class SamplesNamedForErrors : public testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(samples())) {
            GTEST_SKIP() << "the sample files are not here: " << samples();
        }
    }
    static Document named(const char* file) { return read_document(samples() / file); }
};

TEST_F(SamplesNamedForErrors, Imbalanced) {
    const Document document = named("BLBLOV_SIE4_UTF_8_IMBALANCED.SI");
    EXPECT_EQ(count(document, Code::verifikation_obalanserad), 2u);
    EXPECT_EQ(tally(document, "TRANS"), "0/6");
}

TEST_F(SamplesNamedForErrors, MissingAccounts) {
    EXPECT_EQ(count(named("BLBLOV_SIE4_UTF_8_MISSING_ACCOUNTS.SE"), Code::konto_ej_deklarerat), 5u);
}

TEST_F(SamplesNamedForErrors, MissingAccountNumbers) {
    const Document document = named("BLBLOV_SIE4_UTF_8_with_missing_account_numbers.SE");
    EXPECT_EQ(count(document, Code::post_saknar_falt), 3u);
    EXPECT_EQ(place(document, Code::post_saknar_falt), "14:9 fel");
}

TEST_F(SamplesNamedForErrors, MissingCompanyName) {
    EXPECT_EQ(place(named("BLBLOV_SIE4_UTF_8_with_missing_company_name.SI"), Code::post_saknar_falt), "6:9 fel");
}

TEST_F(SamplesNamedForErrors, NonNumericAccountNumber) {
    EXPECT_EQ(place(named("BLBLOV_SIE4_UTF_8_with_non_numeric_account_number.SE"), Code::nummer_ogiltigt),
              "16:8 varning");
}

TEST_F(SamplesNamedForErrors, UnparseableTaxar) {
    EXPECT_EQ(place(named("BLBLOV_SIE4_UTF_8_with_unparseable_taxar.SE"), Code::nummer_ogiltigt), "12:8 fel");
}

TEST_F(SamplesNamedForErrors, EightDigitsAreAnAccountNumber) {
    const Document document = named("BLBLOV_SIE4_UTF_8_with_8_digit_account_number.SE");
    EXPECT_EQ(document.accounts.at(0).number, "11100111");
    EXPECT_FALSE(document.result.has_errors());
}

TEST_F(SamplesNamedForErrors, InnerQuotes) { // 53 in fields with quotes, 17 in fields without
    EXPECT_EQ(count(named("XE_SIE_2_20151125094903.SE"), Code::citattecken_i_falt), 70u);
}

TEST_F(SamplesNamedForErrors, Errors) {
    const Document document = named("BLBLOV_SIE4_UTF_8_with_errors.SE");
    EXPECT_EQ(place(document, Code::post_saknar_falt), "216:12 fel");
    EXPECT_EQ(place(document, Code::konto_ej_deklarerat), "218:1 varning"); // #SRU 11AF
}

TEST_F(SamplesNamedForErrors, WrongChecksum) {
    EXPECT_EQ(place(named("Sie4E1ksumma.SI"), Code::ksumma_fel), "71:9 fel");
}

TEST_F(SamplesNamedForErrors, Sie5ForImportWithExtensions) {
    const Document document = named("SampleEntryExtension.sie");
    EXPECT_TRUE(document.result.accepted);
    EXPECT_EQ(document.result.info.sie_type, 5);
    EXPECT_EQ(document.result.signature, SignatureState::absent);
    EXPECT_EQ(count(document, Code::signatur_saknas), 0u); // a file for import need not be signed
    EXPECT_EQ(tally(document, "Account"), "2/0");
    EXPECT_EQ(tally(document, "JournalEntry"), "1/0");
    EXPECT_EQ(tally(document, "LedgerEntry"), "2/0");
    ASSERT_EQ(document.vouchers.size(), 1u);
    EXPECT_EQ(document.vouchers[0].series + " " + document.vouchers[0].number, "6789 7890");
    EXPECT_EQ(document.vouchers[0].rows[0].amount, Ore(40290));
    EXPECT_EQ(count(document, Code::konto_ej_deklarerat), 2u);                     // 8901 and 9012
    EXPECT_EQ(place(document, Code::organisationsnummer_avviker), "11:5 varning"); // nine digits
    EXPECT_FALSE(document.result.has_errors());
}

} // namespace
} // namespace finsam::sie
