// The filled workbook in a real Calc: with the extension, after edits, and without the extension.

#include "bridge/workbook/workbook_proof.hpp"
#include "templates/builder/contract.hpp"
#include "tests/office/example_workbook.hpp"
#include "tests/office/office_test.hpp"
#include "tests/office/text.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <fstream>
#include <gmock/gmock.h>
#include <set>

namespace finsam::office {
namespace {

namespace uno = com::sun::star::uno;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Workbook : public OfficeTest {
protected:
    static int failed_checks(const Document& document) {
        return static_cast<int>(document.value("Start." + workbook::a1(workbook::checks_failed_cell)));
    }
    static int not_applicable_checks(const Document& document) {
        return static_cast<int>(document.value("Start." + workbook::a1(workbook::checks_not_applicable_cell)));
    }
    static int held_checks(const Document& document) {
        return static_cast<int>(document.value("Start." + workbook::a1(workbook::checks_ok_cell)));
    }
};

TEST_F(Workbook, TheCommandPrintsTheKeyFigures) {
    const std::string& out = example_workbook().outcome.out;
    EXPECT_THAT(out, HasSubstr("Årets resultat: 1\u00A0662\u00A0665 kr"));
    EXPECT_THAT(out, HasSubstr("Balanskravsresultat: 1\u00A0662\u00A0665 kr"));
    EXPECT_THAT(out, HasSubstr("Soliditet: 89,6"));
    EXPECT_THAT(out, HasSubstr("Eget kapital: 8\u00A0452\u00A0004 kr"));
    EXPECT_THAT(out, HasSubstr("Likvida medel: 8\u00A0997\u00A0905 kr"));
    EXPECT_THAT(out, HasSubstr(" 0 fel"));
}

TEST_F(Workbook, EveryReportCellEqualsTheEngineAfterAHardRecalculation) {
    Document document(office(), example_workbook().ods);
    document.recalculate_hard();
    WorkbookOutcome recalculated;
    recalculated.cells = report_cells_of(document);
    EXPECT_GT(recalculated.cells.size(), 250U);
    EXPECT_THAT(differences_from(example_workbook().report, recalculated), IsEmpty());
    EXPECT_EQ(failed_checks(document), 0);
    EXPECT_GT(held_checks(document), 50);
}

TEST_F(Workbook, ShowsThePublishedFiguresAsInsjoriketPrintsThem) {
    Document document(office(), example_workbook().ods);
    EXPECT_EQ(document.text(address_of("balansrakning", "kassa_bank", 0)), "8\u00A0997\u00A0905");
    EXPECT_EQ(document.text(address_of("balansrakning", "eget_kapital", 0)), "−8\u00A0452\u00A0004");
    EXPECT_EQ(document.text(address_of("resultatrakning", "verksamhetens_kostnader", 1)), "−14\u00A0362\u00A0754");
    EXPECT_EQ(document.text(address_of("resultatrakning", "avskrivningar", 0)), "-");
    EXPECT_EQ(document.text(address_of("driftredovisning_sammandrag", "resultat", 1)), "−2\u00A0122");
    EXPECT_EQ(document.text(address_of("oversikt", "verksamhetens_kostnader", 0)), "12\u00A0976");
    EXPECT_THAT(document.text(address_of("oversikt", "soliditet", 1)), HasSubstr("82"));
}

TEST_F(Workbook, AChangedMapRecalculatesTheReport) {
    Document document(office(), example_workbook().ods);
    const std::string bank = address_of("balansrakning", "kassa_bank", 0);
    const std::string investments = address_of("balansrakning", "kortfristiga_placeringar", 0);
    // Kontokarta: from; to; name; row. The row of 1900-1999 goes to kortfristiga placeringar.
    for (int row = 2; row < 200; ++row) {
        const std::string line = std::to_string(row);
        if (document.text("Kontokarta.A" + line) == "1900" && document.text("Kontokarta.B" + line) == "1999") {
            document.set("Kontokarta.D" + line, {{"kortfristiga_placeringar"}});
        }
    }
    EXPECT_EQ(document.value(bank), 0.0);
    EXPECT_EQ(document.value(investments), 8997905.0);
}

/// Rows of the map in the example's workbook, as people count.
std::string map_line(const Document& document, const std::string& from) {
    for (int row = 2; row < 200; ++row) {
        if (document.text("Kontokarta.A" + std::to_string(row)) == from) {
            return std::to_string(row);
        }
    }
    ADD_FAILURE() << from;
    return "1";
}

TEST_F(Workbook, TheMapSaysInWordsWhatIsWrongWithIt) {
    Document document(office(), example_workbook().ods);
    EXPECT_EQ(document.text("Kontokarta.A3"), "");
    const std::string bank = map_line(document, "1900");
    document.set("Kontokarta.B" + bank, {{"1929"}});
    EXPECT_THAT(document.text("Kontokarta.A3"), HasSubstr("1 konto med saldo saknas i kartan, först 1930"));
    document.set("Kontokarta.B" + bank, {{"1999"}});
    EXPECT_EQ(document.text("Kontokarta.A3"), "");

    const struct {
        const char *column, *typed, *remark;
    } faults[] = {
        {"B", "2050", "Går omlott med 2000–2099"}, {"B", "1800", "Från ligger efter till"}, {"B", "19x", "kontonummer"},
        {"B", "", "Skriv både från och till"},     {"D", "kassa", "Raden finns inte"},      {"E", "kassan", "notrad"}};
    for (const auto& fault : faults) {
        const std::string address = "Kontokarta." + (fault.column + bank);
        const std::string before = document.text(address);
        document.set(address, {{fault.typed}});
        EXPECT_THAT(document.text("Kontokarta.L" + bank), HasSubstr(fault.remark));
        EXPECT_THAT(document.text("Kontokarta.A3"), HasSubstr("ska rättas"));
        EXPECT_GT(failed_checks(document), 0);
        document.set(address, {{before}});
        EXPECT_EQ(document.text("Kontokarta.L" + bank), "");
    }
}

TEST_F(Workbook, AFigureTypedOverIsCaughtByTheChecks) {
    Document document(office(), example_workbook().ods);
    const int before = held_checks(document);
    document.cell(address_of("resultatrakning", "finansiella_intakter", 0))
        ->setValue(361112); // an unprotected copy's fate
    EXPECT_GT(failed_checks(document), 0);
    EXPECT_LT(held_checks(document), before);
}

TEST_F(Workbook, OpensWithoutTheExtensionWithEveryFigureShown) {
    OfficeOptions options;
    options.profile = "profile-without";
    options.with_extension = false;
    std::string reason;
    const auto without = Office::start(options, reason);
    ASSERT_TRUE(without) << reason;
    Document document(*without, example_workbook().ods);
    WorkbookOutcome shown;
    shown.cells = report_cells_of(document);
    EXPECT_THAT(differences_from(example_workbook().report, shown), IsEmpty());
    EXPECT_EQ(failed_checks(document), 0);
    const int held_before = held_checks(document), not_applicable_before = not_applicable_checks(document);

    // The user guide's chapter on auditors says this: only cells with the add-in's functions lose their figures.
    document.recalculate_hard();
    std::vector<std::string> lost;
    for (const WorkbookCell& cell : report_cells_of(document)) {
        if (cell.error != 0) {
            EXPECT_EQ(cell.error, 525) << cell.address; // #NAME?
            lost.push_back(cell.table + "." + cell.row);
        }
    }
    EXPECT_THAT(lost, ::testing::ElementsAre("oversikt.soliditet", "oversikt.soliditet", "oversikt.soliditet",
                                             "balanskrav.balanskravsresultat"));
    // What cannot be computed is neither right nor wrong, and Start says so: soliditet of three years, and the two sums
    // with balanskravsresultat. Whether a deficit was restored in time is not asked without it.
    EXPECT_EQ(held_checks(document), held_before - 6);
    EXPECT_EQ(failed_checks(document), 0);
    EXPECT_EQ(not_applicable_checks(document), not_applicable_before + 1);
    const std::string verdict = "Start.C" + std::to_string(workbook::checks_ok_cell.row + 1);
    EXPECT_THAT(document.text(verdict), HasSubstr("tillägget Finsam saknas"));
}

TEST_F(Workbook, ExcelFormatHoldsTheSameFigures) {
    Document document(office(), example_workbook().xlsx);
    document.recalculate_hard();
    WorkbookOutcome recalculated;
    recalculated.cells = report_cells_of(document);
    EXPECT_THAT(differences_from(example_workbook().report, recalculated), IsEmpty());
}

TEST_F(Workbook, PagesAreNumberedOnThroughBothFormats) {
    const Document document(office(), example_workbook().ods);
    const uno::Reference<com::sun::star::style::XStyleFamiliesSupplier> supplier(document.model(),
                                                                                 uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::container::XNameAccess> styles(
        supplier->getStyleFamilies()->getByName("PageStyles"), uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::container::XIndexAccess> sheets(document.model()->getSheets(),
                                                                         uno::UNO_QUERY_THROW);
    std::set<rtl::OUString> used;
    for (sal_Int32 i = 0; i < sheets->getCount(); ++i) {
        const uno::Reference<com::sun::star::beans::XPropertySet> sheet(sheets->getByIndex(i), uno::UNO_QUERY_THROW);
        rtl::OUString name;
        sheet->getPropertyValue("PageStyle") >>= name;
        used.insert(name);
    }
    EXPECT_GT(used.size(), 1u); // Kontroller lies down
    for (const rtl::OUString& name : used) {
        const uno::Reference<com::sun::star::beans::XPropertySet> style(styles->getByName(name), uno::UNO_QUERY_THROW);
        EXPECT_EQ(style->getPropertyValue("FirstPageNumber"), uno::Any(sal_Int16(0))) << to_string(name); // goes on
    }
}

TEST_F(Workbook, AJobThatNobodyStartedIsNotRun) {
    const auto job = office().fresh_folder("uninvited") / "jobb.json";
    std::ofstream(job) << "{}";
    office().run_service("se.finsam.calc.WorkbookJob", "file://" + job.string());
    EXPECT_FALSE(std::filesystem::exists(job.string() + ".svar"));
    EXPECT_FALSE(office().ended());
}

TEST_F(Workbook, ABadJobIsAnsweredAndTheOfficeLives) {
    const auto folder = office().fresh_folder("job");
    const auto job = folder / "jobb.json";
    std::ofstream(job) << "{ inte json";
    Office& lives = office();
    // Not run_service on the shared office: the job ends its office when done.
    const std::string url = "file://" + job.string();
    setenv("FINSAM_JOBB", url.c_str(), 1); // as the command does for the office that it starts
    OfficeOptions options;
    options.profile = "profile-job";
    std::string reason;
    const auto own = Office::start(options, reason);
    ASSERT_TRUE(own) << reason;
    unsetenv("FINSAM_JOBB");
    own->run_service("se.finsam.calc.WorkbookJob", url);
    const auto outcome = WorkbookOutcome::from_json(command_test::read_file(job.string() + ".svar"));
    ASSERT_TRUE(outcome) << outcome.error();
    EXPECT_THAT(outcome->error, HasSubstr("Jobbfilen kan inte tolkas"));
    EXPECT_FALSE(lives.ended());
}

} // namespace
} // namespace finsam::office
