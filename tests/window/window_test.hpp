#pragma once
// A test at a user's desk, which all tests of a language share.

#include "tests/window/desk.hpp"

#include <com/sun/star/table/XCell.hpp>
#include <gtest/gtest.h>

namespace finsam::window {

class WindowTest : public testing::TestWithParam<const Words*> {
protected:
    void SetUp() override;
    void TearDown() override;

    static Desk& desk();
    static const Words& words() { return desk().words(); }
    static const Screen& screen() { return desk().screen(); }
    static bool is_swedish() { return words().language == swedish.language; }
    /// Of a window that is drawn; one that stays blank is a failure.
    static void picture(const std::string& name);
    /// No two of what a dialog shows are reached by the same letter.
    static void expect_letters_of_their_own(const std::string& window);

    static com::sun::star::uno::Reference<com::sun::star::table::XCell>
    cell(const SpreadsheetReference& report, std::string_view sheet, int row, int column);
    static std::string title_of(const SpreadsheetReference& report);
};

inline const auto all_languages = testing::Values(&swedish, &english);
[[nodiscard]] std::string language_name(const testing::TestParamInfo<const Words*>& tested);

} // namespace finsam::window
