#pragma once
// A test at a desk where the example's workbook is open.

#include "tests/window/window_test.hpp"

#include <com/sun/star/table/XCellRange.hpp>
#include <com/sun/star/util/XModifiable.hpp>

namespace finsam::window {

class WorkbookTest : public WindowTest {
protected:
    /// Open and unchanged.
    void SetUp() override;
    void TearDown() override;
    void open(bool read_only = false);

    /// By "Resultaträkning.C8".
    static com::sun::star::uno::Reference<com::sun::star::table::XCellRange> range(const SpreadsheetReference& document,
                                                                                   const std::string& address);
    void select(const std::string& address) const;
    /// "Resultaträkning 7": sheet and row from 0 of what is selected.
    [[nodiscard]] std::string selected() const;
    [[nodiscard]] int selected_row() const;
    [[nodiscard]] std::string text(std::string_view sheet, int row, int column) const;

    /// Waits for what has this name in a window.
    [[nodiscard]] static bool shows(const std::string& window, const std::string& name,
                                    std::chrono::seconds limit = std::chrono::seconds(30));

    SpreadsheetReference report;
    com::sun::star::uno::Reference<com::sun::star::util::XModifiable> modifiable;
};

} // namespace finsam::window
