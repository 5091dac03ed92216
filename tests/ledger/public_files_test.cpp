// Public SIE files of many programs, where they are at hand: the ledger takes or refuses each, and never breaks.

#include "fixtures.hpp"

namespace finsam {

namespace fs = std::filesystem;

TEST(PublicFiles, AreTakenWhenTheReaderAcceptsThemAndTheyHaveAYear) {
    const fs::path folder = FINSAM_SOURCE_DIR "/../shared/sie-samples";
    if (!fs::exists(folder)) {
        GTEST_SKIP() << "no folder " << folder;
    }
    int taken = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (!entry.is_regular_file() || entry.path().extension() == ".md") {
            continue;
        }
        Ledger ledger = empty_ledger();
        const auto outcome = ledger.import_file(entry.path());
        ASSERT_TRUE(outcome.has_value()) << entry.path() << ": " << outcome.error().text;
        const bool imported = outcome->kind == ImportOutcome::Kind::imported;
        EXPECT_EQ(imported, outcome->reading.accepted) << entry.path();
        EXPECT_TRUE(imported || outcome->reading.has_errors()) << entry.path();
        EXPECT_EQ(imported && ledger.books({.with_vouchers = true}).has_value(), imported) << entry.path();
        taken += imported ? 1 : 0;
    }
    EXPECT_GT(taken, 30);
}

} // namespace finsam
