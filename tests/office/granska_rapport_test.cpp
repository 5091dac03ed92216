// Granska rapport on documents that are open: a wrong sum is found at its cell, our own workbooks are clean, and
// nothing that stands in a report becomes a formula.

#include "templates/builder/review_lines.hpp"
#include "tests/office/document_dump.hpp"
#include "tests/office/example_workbook.hpp"
#include "tests/office/faulty_office.hpp"
#include "tests/office/office_test.hpp"
#include "tests/office/run_command.hpp"
#include "tests/office/text.hpp"
#include "tests/office/whole_document.hpp"

#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace finsam::office {
namespace {

using namespace com::sun::star;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string sheet_name(workbook::review_sheet_name);

class GranskaRapport : public OfficeTest {
protected:
    static void review(const Office& office, const Document& document, const std::string& last_year = "") {
        run_command(office, document, "granska_rapport",
                    {{"Foregaende", last_year.empty() ? uno::Any(rtl::OUString()) : file_argument(last_year)}});
    }
    static void review(const Document& document, const std::string& last_year = "") {
        review(office(), document, last_year);
    }

    /// 50 000 + 100 000 is printed as 151 000, and a label looks like a formula.
    static void fill_balance_sheet(Document& document, double total = 151000.0) {
        document.set("A1", {{"Balansräkning (kr)"},
                            {"", "", ""},
                            {"Korta fordringar", 50000.0, 40000.0},
                            {"Kassa och bank", 100000.0, 90000.0},
                            {"Summa tillgångar", total, 130000.0},
                            {"Årets resultat", 20000.0, 5000.0},
                            {"Övrigt eget kapital", 80000.0, 75000.0},
                            {"Summa eget kapital", 100000.0, 80000.0},
                            {"Kortfristiga skulder", 50000.0, 50000.0},
                            {"Summa eget kapital, avsättningar och skulder", 150000.0, 130000.0},
                            {"", "", 7.0}});
        set_text(document, "B2", "2024");
        set_text(document, "C2", "2023");
        set_text(document, "A11", "=1+1");
        set_text(document, "B11", "=HYPERLINK(\"http://x\")");
    }
    static void set_text(const Document& document, const std::string& address, const std::string& text) {
        uno::Reference<text::XText>(document.cell(address), uno::UNO_QUERY_THROW)->setString(to_ustring(text));
    }

    /// The row of the sheet whose cell in this column has this text; 0 when there is none.
    static int row_of(const Document& document, const std::string& sheet, char column, const std::string& text) {
        for (int row = 1; row < 80; ++row) {
            if (document.text(sheet + "." + column + std::to_string(row)) == text) {
                return row;
            }
        }
        return 0;
    }
    static std::string at(char column, int row) { return sheet_name + "." + column + std::to_string(row); }

    static uno::Reference<document::XUndoManager> undo_of(const Document& document) {
        return uno::Reference<document::XUndoManagerSupplier>(document.model(), uno::UNO_QUERY_THROW)->getUndoManager();
    }

    /// A step of undo needs a window (granska_rapport.cpp).
    static void show(const Document& document) {
        const uno::Reference<frame::XModel> model(document.model(), uno::UNO_QUERY_THROW);
        model->getCurrentController()->getFrame()->getContainerWindow()->setVisible(true);
    }

    static int findings_in(const Document& document) {
        const std::string summary = document.text(sheet_name + ".A2");
        return std::stoi(summary);
    }

    std::filesystem::path scratch() const { return folder_ / "dump.ods"; }
    command_test::Folder folder_;
};

TEST_F(GranskaRapport, AWrongSumIsFoundAndLinkedToItsCell) {
    Document document(office());
    fill_balance_sheet(document);
    review(document);
    const int row = row_of(document, sheet_name, 'B', "Summa tillgångar");
    ASSERT_GT(row, 0);
    EXPECT_EQ(findings_in(document), 1);
    EXPECT_EQ(document.text(at('C', row)), "2024");
    EXPECT_EQ(document.value(at('D', row)), 151000.0);
    EXPECT_EQ(document.value(at('E', row)), 150000.0);
    EXPECT_EQ(document.value(at('F', row)), 1000.0);
    EXPECT_EQ(document.text(at('G', row)), "kr");
    EXPECT_EQ(document.text(at('I', row)), "fel");
    EXPECT_EQ(document.formula(at('L', row)), "=HYPERLINK(\"#$Sheet1.B5\";\"$Sheet1.B5\")");
    EXPECT_EQ(document.text(at('L', row)), "$Sheet1.B5");
}

TEST_F(GranskaRapport, TextsOfTheReportBecomeNoFormulas) {
    Document document(office());
    fill_balance_sheet(document);
    review(document);
    const int row = row_of(document, sheet_name, 'D', "=HYPERLINK(\"http://x\")");
    ASSERT_GT(row, 0) << "listed as not understood";
    EXPECT_EQ(document.text(at('B', row)), "=1+1");
    const uno::Reference<table::XCell> cell = document.cell(at('D', row));
    EXPECT_EQ(cell->getType(), table::CellContentType_TEXT);
    EXPECT_EQ(document.cell(at('B', row))->getType(), table::CellContentType_TEXT);
}

/// A sheet may be called anything.
TEST_F(GranskaRapport, ALinkGoesToASheetWhoseNameHasQuotes) {
    Document document(office());
    fill_balance_sheet(document);
    const std::string name = "a\";B1) 'b' =1+1";
    uno::Reference<container::XNamed>(document.model()->getSheets()->getByName("Sheet1"), uno::UNO_QUERY_THROW)
        ->setName(to_ustring(name));
    review(document);
    const int row = row_of(document, sheet_name, 'B', "Summa tillgångar");
    ASSERT_GT(row, 0);
    EXPECT_EQ(document.error(at('L', row)), 0);
    EXPECT_EQ(document.text(at('L', row)), "$'a\";B1) ''b'' =1+1'.B5");
}

TEST_F(GranskaRapport, OurOwnWorkbooksHaveNoFindingOfTheirOwn) {
    for (const ExampleShape& shape : {insjoriket, sjuharad, solleftea}) {
        const ExampleWorkbook& example = example_workbook(shape);
        const Document document(office(), example.ods);
        review(document);
        // The command reads the same file without an office.
        const auto outcome = command_test::run_finsam({"granska", example.ods.string(), "--json"});
        const auto json = nlohmann::json::parse(outcome.out);
        EXPECT_EQ(findings_in(document), static_cast<int>(json.at("fynd").size())) << shape.name();
        EXPECT_THAT(document.text(sheet_name + ".A2"),
                    HasSubstr(json.at("kontroller").at("utforda").dump() + " kontroller utförda, " +
                              json.at("kontroller").at("stammer").dump() + " stämmer"));
    }
    const Document clean(office(), example_workbook().ods);
    review(clean);
    EXPECT_EQ(findings_in(clean), 0);
    EXPECT_GT(row_of(clean, sheet_name, 'A', "Inget att anmärka på det som är tolkat."), 0);
}

TEST_F(GranskaRapport, LastYearsReportTiesTheComparatives) {
    const std::string last_year = (folder_ / "forra.ods").string();
    {
        Document before(office());
        fill_balance_sheet(before, 150000.0);
        set_text(before, "B2", "2023"); // its own year is the other's comparative
        set_text(before, "C2", "2022");
        before.store(last_year);
    }
    Document document(office());
    fill_balance_sheet(document, 150000.0);
    review(document);
    EXPECT_EQ(findings_in(document), 0);
    review(document, last_year); // it printed 50 000, 100 000 ... for 2023 and not 40 000, 90 000 ...
    EXPECT_GT(findings_in(document), 0);
    EXPECT_THAT(document.text(sheet_name + ".A3"), HasSubstr("forra.ods"));
}

TEST_F(GranskaRapport, IsOneStepOfUndoAndAsOftenAsYouLike) {
    Document document(office());
    fill_balance_sheet(document);
    show(document);
    document.recalculate_hard();
    const auto undo = undo_of(document);
    const auto steps = undo->getAllUndoActionTitles().getLength();
    const Dump before = dump_of(document, scratch(), true);
    review(document);
    const CellValues values = values_of(document);
    ASSERT_EQ(undo->getAllUndoActionTitles().getLength(), steps + 1);
    EXPECT_EQ(to_string(undo->getCurrentUndoActionTitle()), "Review Report");
    undo->undo();
    EXPECT_EQ(dump_of(document, scratch(), true), before);
    undo->redo();
    EXPECT_THAT(differences(values, values_of(document)), IsEmpty());
    review(document);
    EXPECT_EQ(document.model()->getSheets()->getElementNames().getLength(), 2) << "the earlier one is replaced";
    EXPECT_THAT(differences(values, values_of(document)), IsEmpty()) << "findings are not reviewed";
}

TEST_F(GranskaRapport, ASheetOfThatNameThatIsSomebodysOwnStays) {
    Document document(office());
    fill_balance_sheet(document);
    document.model()->getSheets()->insertNewByName(to_ustring(sheet_name), 1);
    document.set(sheet_name + ".A1", {{"Mina anteckningar"}});
    review(document);
    EXPECT_EQ(document.text(sheet_name + ".A1"), "Mina anteckningar");
    EXPECT_GT(row_of(document, sheet_name + " 2", 'B', "Summa tillgångar"), 0);
}

TEST_F(GranskaRapport, WhatCannotBeChangedGetsItsFindingsInANewDocument) {
    Document document(office());
    fill_balance_sheet(document);
    const CellValues before = values_of(document);
    uno::Reference<util::XProtectable>(document.model(), uno::UNO_QUERY_THROW)->protect("");
    review(document);
    EXPECT_THAT(differences(before, values_of(document)), IsEmpty());
    const auto all = frame::Desktop::create(office().context())->getComponents()->createEnumeration();
    int found = 0;
    while (all->hasMoreElements()) {
        const uno::Reference<sheet::XSpreadsheetDocument> one(all->nextElement(), uno::UNO_QUERY);
        if (one.is() && one->getSheets()->hasByName(to_ustring(sheet_name))) {
            ++found;
            uno::Reference<util::XModifiable>(one, uno::UNO_QUERY_THROW)->setModified(false);
            uno::Reference<util::XCloseable>(one, uno::UNO_QUERY_THROW)->close(true);
        }
    }
    EXPECT_EQ(found, 1);
}

/// An office of its own: the messages stay open in it.
TEST_F(GranskaRapport, AFaultLeavesTheDocumentAsItWas) {
    std::string reason;
    FaultyOffice own("profile-granska", reason);
    ASSERT_TRUE(own) << reason;
    Document document(*own);
    fill_balance_sheet(document);
    show(document);
    document.recalculate_hard();
    const Dump before = dump_of(document, scratch(), true);
    const auto steps = undo_of(document)->getAllUndoActionTitles().getLength();
    for (const char* point : {"granska_rapport", "granska_skrivet"}) {
        for (const char* kind : FaultyOffice::kinds) {
            own.provoke(point, kind);
            review(*own, document);
            EXPECT_EQ(dump_of(document, scratch(), true), before) << point << " " << kind;
            EXPECT_EQ(undo_of(document)->getAllUndoActionTitles().getLength(), steps);
        }
    }
    own.provoke_nothing();
    review(*own, document, (folder_ / "finns-inte.ods").string());
    EXPECT_EQ(dump_of(document, scratch(), true), before);
    review(*own, document);
    EXPECT_EQ(findings_in(document), 1);
}

} // namespace
} // namespace finsam::office
