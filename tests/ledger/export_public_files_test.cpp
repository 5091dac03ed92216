// Public SIE files, imported, exported as each type that they carry, and imported again.

#include "export_fixtures.hpp"
#include "ledger_content.hpp"

#include <map>

namespace finsam {

namespace {

namespace fs = std::filesystem;

/// Exports to a new ledger; the ledger's content, or "" when the type is refused.
std::string content_of_export(const Ledger& ledger, SieExportType type, const fs::path& database, SieExport& result) {
    std::ostringstream out;
    auto made = ledger.export_sie(export_query(type, true), out);
    if (!made) {
        EXPECT_EQ(made.error().kind, LedgerError::Kind::rejected) << made.error().text;
        return "";
    }
    result = std::move(*made);
    auto again = Ledger::open(database);
    EXPECT_TRUE(again.has_value());
    const auto taken = again->import_bytes(out.str(), "ut.se");
    EXPECT_TRUE(taken.has_value() && taken->kind == ImportOutcome::Kind::imported);
    for (const Diagnostic& item : taken->reading.diagnostics) {
        EXPECT_NE(item.severity, Severity::error) << item.line << ": " << item.text;
    }
    EXPECT_EQ(taken->reading.encoding, TextEncoding::cp437);
    EXPECT_EQ(taken->reading.ksumma, KsummaState::correct);
    EXPECT_EQ(exported(*again, export_query(type, true)).bytes, out.str());
    return content_of(database);
}

} // namespace

TEST(ExportOfPublicFiles, GivesTheSameBooksAgain) {
    const fs::path folder = FINSAM_SOURCE_DIR "/../shared/sie-samples";
    if (!fs::exists(folder)) {
        GTEST_SKIP() << "no folder " << folder;
    }
    std::map<SieExportType, int> written;
    int compared = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const TemporaryFolder scratch;
        const fs::path first = scratch / "a.db";
        auto ledger = Ledger::open(first);
        ASSERT_TRUE(ledger.has_value());
        const auto taken = ledger->import_file(entry.path());
        if (entry.path().extension() == ".md" || !taken || taken->kind != ImportOutcome::Kind::imported) {
            continue;
        }
        SCOPED_TRACE(entry.path());
        const std::string content = content_of(first);
        for (const auto type : {SieExportType::type1, SieExportType::type2, SieExportType::type3, SieExportType::type4e,
                                SieExportType::type4i}) {
            SieExport result;
            const std::string again =
                content_of_export(*ledger, type, scratch / (std::string(name(type)) + ".db"), result);
            written[type] += again.empty() ? 0 : 1;
            const bool whole = result.source.errors == 0; // else a #PROSA more says what is missing
            if (type == SieExportType::type4e && !again.empty() && whole && result.written.replaced_texts == 0) {
                EXPECT_EQ(again, content);
                ++compared;
            }
        }
    }
    EXPECT_GT(compared, 8);
    EXPECT_GT(written[SieExportType::type1], 25);
    EXPECT_GT(written[SieExportType::type2], 20);
    EXPECT_GT(written[SieExportType::type3], 15);
    EXPECT_GT(written[SieExportType::type4e], 10);
    EXPECT_GT(written[SieExportType::type4i], 15);
}

} // namespace finsam
