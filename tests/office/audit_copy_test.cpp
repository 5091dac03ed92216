// Revisionskopia: opened in a LibreOffice without the extension and recalculated hard, every figure stands.

#include "bridge/workbook/audit_copy_request.hpp"
#include "tests/office/example_workbook.hpp"
#include "tests/office/office_test.hpp"
#include "tests/office/run_command.hpp"
#include "tests/office/whole_document.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/table/CellAddress.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <gmock/gmock.h>

namespace finsam::office {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string prefix = "=SE.FINSAM.CALC.FUNCTIONS.";

/// Values without the sheet that the copy adds.
CellValues without_revision(CellValues values) {
    std::erase_if(values, [](const auto& one) { return one.first.starts_with("Revision."); });
    return values;
}

class AuditCopy : public OfficeTest {
protected:
    static void SetUpTestSuite() {
        if (!Office::installed()) {
            return;
        }
        OfficeOptions options;
        options.profile = "profile-auditor";
        options.with_extension = false;
        std::string reason;
        auditor_ = Office::start(options, reason);
        ASSERT_TRUE(auditor_) << reason;
    }
    static void TearDownTestSuite() { auditor_.reset(); }

    /// Copies by the command, and gives what the command says.
    command_test::Outcome copy(const std::filesystem::path& from) {
        return command_test::run_finsam(
            {"revisionskopia", from.string(), "-o", ods().string(), "--xlsx", xlsx().string(), "--skriv-over"});
    }
    std::filesystem::path ods() const { return folder_ / "kopia.ods"; }
    std::filesystem::path xlsx() const { return folder_ / "kopia.xlsx"; }

    void expect_same_figures(const Document& original) {
        const CellValues expected = values_of(original);
        for (const auto& path : {ods(), xlsx()}) {
            Document document(*auditor_, path);
            document.recalculate_hard();
            EXPECT_THAT(differences(expected, without_revision(values_of(document))), IsEmpty()) << path;
        }
    }

    command_test::Folder folder_;
    inline static std::unique_ptr<Office> auditor_;
};

class AuditCopyOfShape : public AuditCopy, public testing::WithParamInterface<ExampleShape> {};

TEST_P(AuditCopyOfShape, KeepsEveryFigureWithoutTheExtension) {
    const auto& example = example_workbook(GetParam());
    const std::string before = command_test::read_file(example.ods);
    const auto outcome = copy(example.ods);
    ASSERT_EQ(outcome.exit, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("med värden: 0"));
    EXPECT_EQ(command_test::read_file(example.ods), before) << "the workbook itself";
    Document original(office(), example.ods);
    original.recalculate_hard();
    expect_same_figures(original);
}

INSTANTIATE_TEST_SUITE_P(Forbund, AuditCopyOfShape, testing::Values(insjoriket, sjuharad, solleftea),
                         [](const auto& shape) { return shape.param.forbund; });

TEST_F(AuditCopy, ListsEachCellWithItsFormulasAndTheFiles) {
    ASSERT_EQ(copy(example_workbook().ods).exit, 0);
    Document document(*auditor_, ods());
    const CellValues values = values_of(document);
    std::string all;
    for (const auto& [address, value] : values) {
        all += address.starts_with("Revision.") ? value + "\n" : "";
    }
    EXPECT_THAT(all, AllOf(HasSubstr(prefix.substr(1) + "SOLIDITET("), HasSubstr(prefix.substr(1) + "BALANSKRAV("),
                           HasSubstr(example_workbook().books.imports.at(0).sha256), HasSubstr("stämmer"),
                           HasSubstr("insjoriket-2024.se")));
    EXPECT_EQ(document.formula(address_of("oversikt", "soliditet", 0)).find("SE.FINSAM"), std::string::npos);
    // SOLIDITET of 8 452 004 and 9 428 587 is 0.8964: worked out by hand.
    EXPECT_NEAR(document.value(address_of("oversikt", "soliditet", 0)), 0.8964232, 1e-7);
}

TEST_F(AuditCopy, UsersOwnFormulasMatricesTextsAndNamesKeepTheirValues) {
    const auto path = office().fresh_folder("own-formulas") / "egna.ods";
    {
        Document document(office());
        document.set("A1", {{"insats", "konto", "belopp"}, {"10", "3011", -500.0}, {"20", "5010", 300.25}});
        document.set("E1", {{"insats", "netto"}, {"10", 400.0}, {"20", -200.0}});
        document.set_array_formula("H1:O3", prefix + "DRIFTREDOVISNING(A1:C3;E1:F3)");
        document.set("A5", {{prefix + "SVBELOPP(1662665;\"tkr\")&\"!\"", prefix + "SVTAL(\"14 278 tkr\")+1"}});
        document.set("A6", {{"=SUM(" + prefix.substr(1) + "AVRUNDAENHET(1662665;\"tkr\");1)",
                             prefix + "EKRIKTVARDE(18022000)", prefix + "EKRIKTVARDE(5000000.5)"}});
        document.set("A7", {{prefix + "SOLIDITET(1;0)", prefix + "BALANSKRAV(1;-1)", prefix + "SOLIDITET(5;8;1)"}});
        document.set("A8", {{prefix + "KONTOSALDO(A1:C3;\"5*\")", "=IFERROR(B7;\"fel\")", "=A5&B8"}});
        document.set("A9", {{"=\"" + prefix.substr(1) + "SOLIDITET(1;2)\"", "=1/3"}});
        const com::sun::star::uno::Reference<com::sun::star::beans::XPropertySet> properties(
            document.model(), com::sun::star::uno::UNO_QUERY_THROW);
        const com::sun::star::uno::Reference<com::sun::star::sheet::XNamedRanges> names(
            properties->getPropertyValue("NamedRanges"), com::sun::star::uno::UNO_QUERY_THROW);
        names->addNewByName("Min_andel", rtl::OUString::createFromAscii((prefix.substr(1) + "SOLIDITET(1;4)").c_str()),
                            {}, 0);
        document.set("A10", {{"=Min_andel*2"}});
        document.store(path);
    }
    const auto outcome = copy(path);
    ASSERT_EQ(outcome.exit, 0) << outcome.err;
    Document original(office(), path);
    original.recalculate_hard();
    const CellValues expected = values_of(original);
    EXPECT_EQ(expected.at("Sheet1.A10"), "0.5");
    EXPECT_EQ(expected.at("Sheet1.A8"), "300.25");
    Document document(*auditor_, ods());
    document.recalculate_hard();
    CellValues actual = without_revision(values_of(document));
    // Errors have no figure: what the cell showed stands there as text.
    EXPECT_EQ(expected.at("Sheet1.A7"), "Err:532");
    EXPECT_EQ(actual.at("Sheet1.A7"), "Err:532") << "the native division errs in the same way";
    EXPECT_EQ(expected.at("Sheet1.B7"), "Err:502");
    EXPECT_EQ(actual.at("Sheet1.B7"), "Err:502") << "as text";
    EXPECT_EQ(document.error("B7"), 0);
    actual.erase("Sheet1.B8"), actual.erase("Sheet1.C8"); // they ask whether B7 is an error
    CellValues wanted = expected;
    wanted.erase("Sheet1.B8"), wanted.erase("Sheet1.C8");
    EXPECT_THAT(differences(wanted, actual), IsEmpty());
    EXPECT_EQ(document.formula("C7").find("SE.FINSAM"), std::string::npos);
    EXPECT_THAT(document.formula("C7"), HasSubstr("/")) << "a formula, not a value";
    EXPECT_EQ(document.formula("A9"), "=\"" + prefix.substr(1) + "SOLIDITET(1;2)\"") << "a text is left alone";
}

TEST_F(AuditCopy, OfAnOpenDocumentHasWhatIsNotStoredAndLeavesItAsItIs) {
    Document document(office(), example_workbook().ods);
    const com::sun::star::uno::Reference<com::sun::star::util::XModifiable> modified(
        document.model(), com::sun::star::uno::UNO_QUERY_THROW);
    const std::string typed = address_of("oversikt", "antal_anstallda", 0);
    document.set("Indata.B10", {{7.0}}); // antal anställda, the first of the typed figures
    ASSERT_EQ(document.value(typed), 7.0);
    const CellValues before = values_of(document);
    run_command(office(), document, "spara_revisionskopia", {{"Fil", file_argument(ods())}});
    run_command(office(), document, "spara_revisionskopia", {{"Fil", file_argument(xlsx())}});
    EXPECT_THAT(differences(before, values_of(document)), IsEmpty());
    EXPECT_TRUE(modified->isModified());
    EXPECT_NE(document.formula(address_of("oversikt", "soliditet", 0)).find("SE.FINSAM"), std::string::npos);
    expect_same_figures(document);
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& file : std::filesystem::directory_iterator(folder_.path())) {
        ++files;
    }
    EXPECT_EQ(files, 2U) << "the two copies, and nothing left beside them";
}

TEST_F(AuditCopy, ASheetWithAPasswordKeepsItAndIsTold) {
    const auto path = office().fresh_folder("locked") / "last.ods";
    {
        Document document(office());
        document.set("A1", {{prefix + "SOLIDITET(1;2)"}});
        com::sun::star::uno::Reference<com::sun::star::util::XProtectable>(
            document.model()->getSheets()->getByName("Sheet1"), com::sun::star::uno::UNO_QUERY_THROW)
            ->protect("hemligt");
        document.store(path);
    }
    const auto outcome = copy(path);
    EXPECT_EQ(outcome.exit, 1);
    EXPECT_THAT(outcome.err, HasSubstr("lösenord"));
    Document document(office(), ods());
    EXPECT_EQ(document.formula("A1"), prefix + "SOLIDITET(1;2)");
    EXPECT_THAT(document.texts("Revision.A1:A4"), testing::Contains(HasSubstr("skyddat med lösenord")));
}

TEST_F(AuditCopy, WhatIsNoWorkbookGivesNoFile) {
    const auto outcome = copy(folder_.write("bild.ods", "inte en arbetsbok"));
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_FALSE(std::filesystem::exists(ods()));
    EXPECT_EQ(copy(folder_ / "saknas.ods").exit, 2);
}

} // namespace
} // namespace finsam::office
