// Läs in igen: newer SIE files into a filled workbook, in one step of undo, and nothing else is touched.

#include "bridge/ledger/ledger.hpp"
#include "bridge/workbook/workbook_proof.hpp"
#include "templates/builder/data_columns.hpp"
#include "tests/office/document_dump.hpp"
#include "tests/office/example_workbook.hpp"
#include "tests/office/faulty_office.hpp"
#include "tests/office/newer_file.hpp"
#include "tests/office/office_test.hpp"
#include "tests/office/run_command.hpp"
#include "tests/office/text.hpp"
#include "tests/office/whole_document.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/sheet/XSheetAnnotationsSupplier.hpp>
#include <com/sun/star/table/CellAddress.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <functional>
#include <gmock/gmock.h>

namespace finsam::office {
namespace {

using namespace com::sun::star;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string without_visibility(std::string row) {
    static const std::string hidden = " table:visibility=\"collapse\"";
    if (const auto at = row.find(hidden); at != std::string::npos) {
        row.erase(at, hidden.size());
    }
    return row;
}

bool is_data(const std::string& place) {
    for (const char* sheet : {"Start ", "Saldon ", "Objekt ", "Verifikationer ", "Importlogg "}) {
        if (place.starts_with(sheet)) {
            return true;
        }
    }
    for (const char* names : {"Namn Saldon_", "Namn Objekt_", "Namn Insats_", "Namn Ver_"}) {
        if (place.starts_with(names)) {
            return true;
        }
    }
    return false;
}

std::vector<std::string> differing(const Dump& before, const Dump& after) {
    std::vector<std::string> places;
    for (const auto& [place, content] : before) {
        const auto now = after.find(place);
        if (now == after.end() || now->second != content) {
            places.push_back(place);
        }
    }
    for (const auto& [place, content] : after) {
        if (!before.contains(place)) {
            places.push_back(place);
        }
    }
    return places;
}

class LasIn : public OfficeTest {
protected:
    uno::Any files() const {
        const rtl::OUString url = to_ustring(file_url(folder_.write("nyare.se", newer_file())));
        return uno::Any(uno::Sequence<rtl::OUString>(&url, 1));
    }

    static uno::Reference<document::XUndoManager> undo_of(const Document& document) {
        return uno::Reference<document::XUndoManagerSupplier>(document.model(), uno::UNO_QUERY_THROW)->getUndoManager();
    }

    static void protect(const Document& document, const char* sheet, bool on) {
        const uno::Reference<util::XProtectable> one(document.model()->getSheets()->getByName(to_ustring(sheet)),
                                                     uno::UNO_QUERY_THROW);
        on ? one->protect("") : one->unprotect("");
    }

    /// What people do with a report: figures, texts, map, formats, comments, a sheet and a name of their own.
    static void edit(Document& document) {
        document.set("Indata.B10", {{7.0}});
        document.set("Kontokarta.C6", {{"Eget namn"}});
        protect(document, "Noter", false);
        document.set("Noter.A40", {{"Styrelsens egen text, med \"citat\" & tecken"}});
        uno::Reference<beans::XPropertySet>(document.range("Resultaträkning.C8"), uno::UNO_QUERY_THROW)
            ->setPropertyValue("CellBackColor", uno::Any(sal_Int32(0xFFEE88)));
        uno::Reference<beans::XPropertySet>(document.range("Noter.A40"), uno::UNO_QUERY_THROW)
            ->setPropertyValue("CharWeight", uno::Any(150.0F));
        protect(document, "Noter", true);
        const auto sheets = document.model()->getSheets();
        sheets->insertNewByName("Egna", 3);
        document.set("Egna.A1", {{"=$Resultaträkning.C8*2", "=SE.FINSAM.CALC.FUNCTIONS.SOLIDITET(1;4)"}});
        uno::Reference<sheet::XSheetAnnotationsSupplier>(sheets->getByName("Egna"), uno::UNO_QUERY_THROW)
            ->getAnnotations()
            ->insertNew(table::CellAddress(3, 1, 1), "En kommentar");
        uno::Reference<sheet::XNamedRanges>(uno::Reference<beans::XPropertySet>(document.model(), uno::UNO_QUERY_THROW)
                                                ->getPropertyValue("NamedRanges"),
                                            uno::UNO_QUERY_THROW)
            ->addNewByName("Eget_namn", "$Egna.$A$1:$B$2", table::CellAddress(3, 0, 0), 0);
    }

    std::filesystem::path scratch() const { return folder_ / "dump.ods"; }
    command_test::Folder folder_;
};

TEST_F(LasIn, ReplacesTheDataAndTouchesNothingElse) {
    Document document(office(), example_workbook().ods);
    edit(document);
    document.recalculate_hard(); // the office gives rows their height when it first calculates
    const Dump before = dump_of(document, scratch(), false);
    run_command(office(), document, "las_in", {{"Filer", files()}});
    // 1 662 665 kr was the result; 1 500 kr of costs have come.
    EXPECT_EQ(document.value(address_of("resultatrakning", "arets_resultat", 0)), 1661165.0);
    EXPECT_EQ(document.value(address_of("resultatrakning", "arets_resultat", 1)), 227855.0) << "2023 has no new file";
    EXPECT_EQ(document.value(address_of("oversikt", "antal_anstallda", 0)), 7.0);
    EXPECT_EQ(document.value("Start." + workbook::a1(workbook::checks_failed_cell)), 0.0);
    const Dump after = dump_of(document, scratch(), false);
    std::vector<std::string> touched = differing(before, after);
    std::erase_if(touched, is_data);
    std::erase_if(touched, [&](const std::string& place) { // a line that is no longer used is hidden
        return before.contains(place) && after.contains(place) &&
               without_visibility(before.at(place)) == without_visibility(after.at(place));
    });
    EXPECT_THAT(touched, IsEmpty());
}

TEST_F(LasIn, IsOneStepThatUndoAndRedoTakeBackAndForth) {
    Document document(office(), example_workbook().ods);
    edit(document);
    const auto undo = undo_of(document);
    const auto steps = undo->getAllUndoActionTitles().getLength();
    const CellValues values_before = values_of(document);
    const Dump before = dump_of(document, scratch(), true);
    run_command(office(), document, "las_in", {{"Filer", files()}});
    const uno::Sequence<rtl::OUString> titles = undo->getAllUndoActionTitles();
    ASSERT_EQ(titles.getLength(), steps + 1) << to_string(titles[0]) << ", " << to_string(titles[1]);
    EXPECT_EQ(undo->getCurrentUndoActionTitle(), to_ustring("Read SIE into the Report"));
    const CellValues values_after = values_of(document);
    EXPECT_NE(values_after, values_before);
    undo->undo();
    EXPECT_THAT(differences(values_before, values_of(document)), IsEmpty());
    EXPECT_THAT(differing(before, dump_of(document, scratch(), true)), IsEmpty());
    undo->redo();
    EXPECT_THAT(differences(values_after, values_of(document)), IsEmpty());
}

TEST_F(LasIn, WorksOnSheetsThatWereSortedFilteredAndStoredAsXlsx) {
    const auto path = office().fresh_folder("las-in-xlsx") / "rapport.xlsx";
    std::filesystem::copy_file(example_workbook().xlsx, path);
    Document document(office(), path);
    protect(document, "Saldon", false);
    // Two accounts change places, and a filter hides some rows.
    const std::string first = document.text("Saldon.A6"), second = document.text("Saldon.A7");
    ASSERT_NE(first, second);
    uno::Reference<beans::XPropertySet>(
        uno::Reference<table::XColumnRowRange>(document.range("Saldon.A8:A20"), uno::UNO_QUERY_THROW)->getRows(),
        uno::UNO_QUERY_THROW)
        ->setPropertyValue("IsVisible", uno::Any(false));
    protect(document, "Saldon", true);
    run_command(office(), document, "las_in", {{"Filer", files()}});
    EXPECT_EQ(document.value(address_of("resultatrakning", "arets_resultat", 0)), 1661165.0);
    EXPECT_EQ(document.value("Start." + workbook::a1(workbook::checks_failed_cell)), 0.0);
}

/// A workbook until a day gets the newer file's vouchers until that day; one of a year to come gets a newer outcome of
/// the year before it.
class LasInOfADocument : public LasIn, public ::testing::WithParamInterface<DocumentChoice> {};

INSTANTIATE_TEST_SUITE_P(Documents, LasInOfADocument,
                         ::testing::Values(DocumentChoice{Date{2024, 8, 31}, {}}, DocumentChoice{{}, 2025}),
                         [](const auto& one) { return one.param.period_end ? "delarsrapport" : "budget"; });

TEST_P(LasInOfADocument, GivesWhatTheCommandMakesOfTheNewerFile) {
    ExampleShape shape = insjoriket;
    shape.document = GetParam();
    const ExampleWorkbook& example = example_workbook(shape);
    Document document(office(), example.ods);
    run_command(office(), document, "las_in", {{"Filer", files()}});
    Ledger ledger = Ledger::in_memory().value();
    for (const std::string& file : {folder_.write("samma.se", newer_file()), command_test::example_books().year_2023}) {
        ASSERT_TRUE(ledger.import_file(file));
    }
    const Books books = ledger.books(books_query({}, {}, {}, shape.document)).value();
    const Report report = evaluate(example.inputs.layout, example.inputs.map, books, example.inputs.typed);
    WorkbookOutcome shown;
    shown.cells = report_cells_of(document, shape);
    EXPECT_GT(shown.cells.size(), 60U);
    EXPECT_THAT(differences_from(report, shown), IsEmpty());
    EXPECT_EQ(document.value("Start." + workbook::a1(workbook::checks_failed_cell)), 0.0);
}

/// An office of its own: the message that tells what went wrong stays open in it.
class LasInFails : public LasIn {
protected:
    void SetUp() override {
        LasIn::SetUp();
        if (IsSkipped() || HasFatalFailure()) {
            return;
        }
        std::string reason;
        own_ = std::make_unique<FaultyOffice>("profile-las-in-fails", reason);
        ASSERT_TRUE(*own_) << reason;
    }
    /// The office gives rows their height when it first calculates or draws them.
    static void settle(Document& document) {
        document.recalculate_hard();
        uno::Reference<util::XModifiable>(document.model(), uno::UNO_QUERY_THROW)->setModified(false);
    }
    /// After a failure the document is as before, also its steps of undo and its flag.
    void expect_unchanged(
        const uno::Any& given, const std::function<void(Document&)>& prepare = [](Document&) {}) {
        Document document(**own_, example_workbook().ods);
        prepare(document);
        settle(document);
        const Dump before = dump_of(document, scratch(), true);
        const auto steps = undo_of(document)->getAllUndoActionTitles().getLength();
        const uno::Reference<util::XModifiable> modifiable(document.model(), uno::UNO_QUERY_THROW);
        ASSERT_FALSE(modifiable->isModified());
        run_command(**own_, document, "las_in", {{"Filer", given}});
        EXPECT_FALSE(modifiable->isModified());
        EXPECT_THAT(differing(before, dump_of(document, scratch(), true)), IsEmpty());
        EXPECT_EQ(undo_of(document)->getAllUndoActionTitles().getLength(), steps);
        EXPECT_EQ(undo_of(document)->getAllRedoActionTitles().getLength(), 0);
    }
    uno::Any file(const std::string& name, const std::string& bytes) const {
        const rtl::OUString url = to_ustring(file_url(folder_.write(name, bytes)));
        return uno::Any(uno::Sequence<rtl::OUString>(&url, 1));
    }
    std::unique_ptr<FaultyOffice> own_;
};

TEST_F(LasInFails, FilesOfAnotherForbundChangeNothing) {
    const auto of_another =
        file("andra.se", command_test::read_file(command_test::example_books("solleftea").year_2024));
    expect_unchanged(of_another, [](Document& document) {
        document.set("Indata." + workbook::a1(workbook::typed_company_cell), {{""}}); // no name but that of the books
    });
}

TEST_F(LasInFails, AnUnreadableFileChangesNothing) {
    expect_unchanged(file("trasig.se", "inte en SIE-fil"));
}

TEST_F(LasInFails, ASheetWithAPasswordChangesNothing) {
    Document document(**own_, example_workbook().ods);
    protect(document, "Saldon", false);
    uno::Reference<util::XProtectable>(document.model()->getSheets()->getByName("Saldon"), uno::UNO_QUERY_THROW)
        ->protect("hemligt");
    settle(document);
    const Dump before = dump_of(document, scratch(), true);
    const auto steps = undo_of(document)->getAllUndoActionTitles().getLength();
    run_command(**own_, document, "las_in", {{"Filer", files()}});
    EXPECT_THAT(differing(before, dump_of(document, scratch(), true)), IsEmpty());
    EXPECT_EQ(undo_of(document)->getAllUndoActionTitles().getLength(), steps);
}

TEST_F(LasInFails, AFaultWhenAllIsWrittenTakesItBack) {
    own_->provoke("las_in_skrivet", "uno");
    expect_unchanged(files());
}

} // namespace
} // namespace finsam::office
