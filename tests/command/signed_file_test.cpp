// A signed SIE 5 file as the commands take it: valid, weak, changed afterwards.

#include "tests/command/run_command.hpp"
#include "tests/sie5/sie5_fixture.hpp"
#include "tests/sie5/signing.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace finsam::command_test {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view amount = "1250.00";

std::string signed_file(const sie::SignatureForm& form = {}) {
    return sie::sign(sie::sie5("<Accounts><Account id=\"1930\" name=\"Bank\" type=\"asset\"><OpeningBalance "
                               "month=\"2024-01\" amount=\"1250.00\"/></Account></Accounts>"),
                     form);
}

std::string weakly_signed_file() {
    sie::SignatureForm form;
    form.method = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";
    form.digest = "http://www.w3.org/2000/09/xmldsig#sha1";
    return signed_file(form);
}

std::string tampered(std::string file) {
    return file.replace(file.find(amount), amount.size(), "9250.00");
}

struct Checked {
    int exit;
    json file;

    [[nodiscard]] bool says(std::string_view code) const {
        return std::ranges::any_of(file.at("diagnoser"), [&](const json& item) { return item.at("kod") == code; });
    }
};

Checked check(const std::string& bytes) {
    const Folder folder;
    const Outcome outcome = run_finsam({"kontrollera", "--json", folder.write("prov.sie", bytes)});
    return {outcome.exit, json::parse(outcome.out).at(0)};
}

TEST(SignedFile, IsCheckedAsValid) {
    const Checked checked = check(signed_file());
    EXPECT_EQ(checked.exit, 0);
    EXPECT_EQ(checked.file.at("signatur"), "giltig");
    EXPECT_EQ(checked.file.at("avstamning").at("ib_summa"), amount);
    EXPECT_FALSE(checked.says("signatur_saknas"));
}

TEST(SignedFile, WithSha1IsCheckedAsWeak) {
    const Checked checked = check(weakly_signed_file());
    EXPECT_EQ(checked.exit, 0); // a warning
    EXPECT_EQ(checked.file.at("signatur"), "svag");
    EXPECT_TRUE(checked.says("signatur_svag"));
}

TEST(SignedFile, ChangedAfterwardsIsCheckedAsInvalidWhateverSignedIt) {
    for (const std::string& file : {signed_file(), weakly_signed_file()}) {
        const Checked checked = check(tampered(file));
        EXPECT_EQ(checked.exit, 1);
        EXPECT_EQ(checked.file.at("signatur"), "ogiltig");
        EXPECT_TRUE(checked.says("signatur_ogiltig"));
    }
}

Outcome import(const Folder& folder, const std::string& bytes) {
    return run_finsam({"importera", "--huvudbok", (folder / "L.db").string(), folder.write("prov.sie", bytes)});
}

TEST(SignedFile, IsImportedAndItsSignatureTold) {
    const Folder folder;
    const Outcome outcome = import(folder, signed_file());
    EXPECT_EQ(outcome.exit, 0);
    EXPECT_THAT(outcome.out, HasSubstr("Signaturen är giltig"));
    EXPECT_TRUE(std::filesystem::exists(folder / "L.db"));
}

TEST(SignedFile, WithSha1IsImportedWithAWarning) {
    const Folder folder;
    const Outcome outcome = import(folder, weakly_signed_file());
    EXPECT_EQ(outcome.exit, 0);
    EXPECT_THAT(outcome.out, HasSubstr("Signaturen stämmer men är svag (SHA-1)"));
    EXPECT_THAT(outcome.err, HasSubstr("[signatur_svag]"));
}

TEST(SignedFile, ChangedAfterwardsIsNotImported) {
    for (const std::string& file : {signed_file(), weakly_signed_file()}) {
        const Folder folder;
        const Outcome outcome = import(folder, tampered(file));
        EXPECT_EQ(outcome.exit, 2);
        EXPECT_THAT(outcome.err, HasSubstr("[signatur_ogiltig]"));
        EXPECT_THAT(outcome.out, Not(HasSubstr("giltig:")));
        EXPECT_FALSE(std::filesystem::exists(folder / "L.db")) << "an empty ledger was left";
    }
}

} // namespace
} // namespace finsam::command_test
