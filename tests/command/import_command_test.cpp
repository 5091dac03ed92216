// `finsam importera` of many files and folders: what is SIE is found by its content, one bad file is nothing to the
// others, and what became of each is told.

#include "tests/command/made_years.hpp"
#include "tests/command/run_command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace finsam::command_test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string sjon(const MadeYear& year) {
    return sie_of("Samordningsförbundet Sjön", "222000-1111", year);
}

const MadeYear year_2022{2022, 500, 900, 300, 200, 350};
const MadeYear year_2023{2023, 550, 950, 300, 200, 350};

class Importera : public testing::Test {
protected:
    Outcome import(std::vector<std::string> more, const RunOptions& options = {}) const {
        std::vector<std::string> arguments = {"importera", "--huvudbok", ledger()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run_finsam(arguments, options);
    }
    json import_json(std::vector<std::string> more, int exit) const {
        more.emplace_back("--json");
        const Outcome outcome = import(std::move(more));
        EXPECT_EQ(outcome.exit, exit) << outcome.err;
        return json::parse(outcome.out);
    }
    std::string ledger() const { return (folder / "l.db").string(); }
    /// "FILE: state" of each, without the folder that all stand in.
    std::vector<std::string> states(const json& all) const {
        std::vector<std::string> list;
        for (const json& file : all["filer"]) {
            const fs::path path = fs::relative(file["fil"].get<std::string>(), folder.path());
            list.push_back(path.string() + ": " + file["tillstand"].get<std::string>());
        }
        return list;
    }
    static std::vector<std::string> codes(const json& file) {
        std::vector<std::string> list;
        for (const json& one : file["diagnoser"]) {
            list.push_back(one["kod"]);
        }
        return list;
    }
    std::string in_folder(const std::string& name, const std::string& bytes) const {
        fs::create_directories((files / name).parent_path());
        return folder.write("filer/" + name, bytes);
    }
    Folder folder;
    fs::path files = folder / "filer";
};

TEST_F(Importera, AFolderGivesWhatIsSieWhateverItIsCalled) {
    in_folder("b.txt", sjon(year_2022));
    in_folder("a.SE", sjon(year_2023));
    in_folder("brev.txt", "Hej, här kommer filerna.\n");
    const json all = import_json({files.string()}, 0);
    EXPECT_THAT(states(all), ElementsAre("filer/a.SE: inläst", "filer/b.txt: inläst", "filer/brev.txt: ingen SIE-fil"));
    EXPECT_EQ(all["antal"]["filer"], 3);
    EXPECT_EQ(all["antal"]["inlasta"], 2);
    EXPECT_EQ(all["antal"]["inga_sie_filer"], 1);
    EXPECT_EQ(all["filer"][0]["forbund"], "Samordningsförbundet Sjön");
    EXPECT_EQ(all["filer"][0]["verifikationer"], 4);
    EXPECT_EQ(all["filer"][0]["rader"], 8);
}

TEST_F(Importera, FoldersInAFolderAreReadOnlyWhenAskedFor) {
    in_folder("a.se", sjon(year_2022));
    in_folder("djupt/ner/b.se", sjon(year_2023));
    EXPECT_THAT(states(import_json({files.string()}, 0)), ElementsAre("filer/a.se: inläst"));
    EXPECT_THAT(states(import_json({files.string(), "--rekursivt"}, 0)),
                ElementsAre("filer/a.se: oförändrad", "filer/djupt/ner/b.se: inläst"));
}

TEST_F(Importera, ABadFileIsNothingToTheOthers) {
    in_folder("1.se", sjon(year_2022));
    in_folder("2.se", "<html>Logga in</html>");
    const std::string cut = sjon(year_2023);
    in_folder("3.se", cut.substr(0, cut.size() - 8)); // in the middle of a voucher
    in_folder("4.se", sjon(year_2023));
    const json all = import_json({(folder / "saknas.se").string(), files.string()}, 1);
    EXPECT_THAT(states(all), ElementsAre("saknas.se: avvisad", "filer/1.se: inläst", "filer/2.se: avvisad",
                                         "filer/3.se: avvisad", "filer/4.se: inläst"));
    EXPECT_THAT(all["filer"][0]["skal"].get<std::string>(), HasSubstr("finns inte"));
    EXPECT_THAT(codes(all["filer"][2]), Contains("inte_sie"));
    EXPECT_THAT(codes(all["filer"][3]), Contains("filen_avbruten"));
    // The ledger is that of the two good files alone.
    const Folder other;
    const std::string clean = (other / "l.db").string();
    ASSERT_EQ(run_finsam({"importera", "--huvudbok", clean, (files / "1.se").string(), (files / "4.se").string()}).exit,
              0);
    const auto report = [](const std::string& path) {
        return run_finsam({"rapport", "--huvudbok", path, "--karta", "bas", "--format", "csv"}).out;
    };
    EXPECT_EQ(report(ledger()), report(clean));
}

TEST_F(Importera, TheSummaryTellsWhatBecameOfEachFile) {
    ASSERT_EQ(import({in_folder("gammal.se", sjon(year_2022))}).exit, 0);
    MadeYear newer = year_2022;
    newer.generated = "20230201";
    in_folder("ny.se", sjon(newer));
    in_folder("nytt-ar.se", sjon(year_2023));
    in_folder("sida.se", "<html></html>");
    const Outcome outcome = import({files.string()});
    EXPECT_EQ(outcome.exit, 1);
    const auto at = outcome.out.find("\nSammanfattning av 4 filer: 1 inläst, 1 ersätter, 1 oförändrad, 1 avvisad\n");
    ASSERT_NE(at, std::string::npos) << outcome.out;
    const std::string summary = outcome.out.substr(at);
    EXPECT_THAT(summary, HasSubstr("  oförändrad  " + (files / "gammal.se").string() + "\n"));
    EXPECT_THAT(summary, HasSubstr("  ersätter    " + (files / "ny.se").string() + ": gammal.se\n"));
    EXPECT_THAT(summary, HasSubstr("  inläst      " + (files / "nytt-ar.se").string() + "\n"));
    EXPECT_THAT(summary, HasSubstr("  avvisad     " + (files / "sida.se").string() + ": Filen är"));
    EXPECT_THAT(outcome.err, Not(HasSubstr("Läser in"))) << "progress is for a terminal";
}

TEST_F(Importera, OneFileNeedsNoSummary) {
    const Outcome outcome = import({in_folder("a.se", sjon(year_2022))});
    EXPECT_THAT(outcome.out, AllOf(HasSubstr("4 verifikationer med 8 rader"), Not(HasSubstr("Sammanfattning"))));
}

TEST_F(Importera, AFolderWithoutSieFilesMakesNoLedger) {
    in_folder("brev.txt", "Hej\n");
    in_folder("djupt/a.se", sjon(year_2022));
    const Outcome outcome = import({files.string()});
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_THAT(outcome.err, HasSubstr("Mappen har inga SIE-filer. Med --rekursivt"));
    EXPECT_FALSE(fs::exists(ledger()));
}

TEST_F(Importera, TheLedgerInItsOwnFolderIsNoFileToRead) {
    in_folder("a.se", sjon(year_2022));
    fs::rename(files / "a.se", folder / "a.se");
    fs::remove(files);
    EXPECT_THAT(states(import_json({folder.path().string()}, 0)), ElementsAre("a.se: inläst"));
}

TEST_F(Importera, AFolderThatMayNotBeReadIsToldAndTheRestIsRead) {
    in_folder("a.se", sjon(year_2022));
    in_folder("stangd/b.se", sjon(year_2023));
    fs::permissions(files / "stangd", fs::perms::none);
    fs::permissions(folder.path(), fs::perms(0777));
    RunOptions options;
    options.as_ordinary_user = true;
    const Outcome outcome = import({files.string(), "--rekursivt"}, options);
    fs::permissions(files / "stangd", fs::perms::owner_all);
    EXPECT_EQ(outcome.exit, 1) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("stangd: Mappen kan inte läsas"));
    EXPECT_THAT(outcome.out, HasSubstr("1 inläst, 1 avvisad"));
}

TEST_F(Importera, ALinkInACircleEnds) {
    in_folder("a.se", sjon(year_2022));
    fs::create_directory_symlink(files, files / "runt");
    EXPECT_THAT(states(import_json({files.string(), "--rekursivt"}, 0)), ElementsAre("filer/a.se: inläst"));
}

} // namespace
} // namespace finsam::command_test
