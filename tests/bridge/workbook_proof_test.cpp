#include "bridge/workbook/workbook_proof.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Report one_table(std::vector<ReportRow> rows) {
    Report report;
    ReportTable table;
    table.key = "t";
    table.title = "Tabell";
    table.rows = std::move(rows);
    report.tables.push_back(std::move(table));
    return report;
}

ReportRow row(std::string key, const Value& value) {
    ReportRow one;
    one.text = key;
    one.key = std::move(key);
    one.values = {value};
    return one;
}

WorkbookOutcome cells(std::vector<WorkbookCell> list) {
    WorkbookOutcome outcome;
    outcome.cells = std::move(list);
    return outcome;
}

TEST(WorkbookProof, EqualFiguresAgree) {
    EXPECT_THAT(differences_from(one_table({row("a", Ore(150)), row("b", Value())}),
                                 cells({{"t", "a", 0, "B.A1", 1.5, 0}, {"t", "b", 0, "B.A2", std::nullopt, 0}})),
                IsEmpty());
}

TEST(WorkbookProof, AnOreAnErrorAndAMissingCellAreDifferences) {
    EXPECT_THAT(differences_from(one_table({row("a", Ore(150)), row("b", Ore(1)), row("c", Ore(1))}),
                                 cells({{"t", "a", 0, "B.A1", 1.49, 0}, {"t", "b", 0, "B.A2", 0.01, 525}})),
                ElementsAre(HasSubstr("B.A1"), HasSubstr("Err:525"), HasSubstr("saknar Tabell, c")));
}

TEST(WorkbookProof, RowsOfTheSameKeyAreComparedInOrder) {
    const Report report = one_table({row("summa", Ore(100)), row("summa", Ore(300))});
    EXPECT_THAT(differences_from(report, cells({{"t", "summa", 0, "B.A1", 1.0, 0}, {"t", "summa", 0, "B.A2", 3.0, 0}})),
                IsEmpty());
    EXPECT_THAT(differences_from(report, cells({{"t", "summa", 0, "B.A2", 3.0, 0}})),
                ElementsAre(HasSubstr("B.A2"), HasSubstr("saknar")));
}

} // namespace
} // namespace finsam
