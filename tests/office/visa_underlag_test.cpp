// Visa underlag in a real Calc: figures of the example, each with the accounts, balances and vouchers that the SIE
// files have, read by eye; and the way from a row of Verifikationer to file, line and sum.

#include "bridge/ledger/ledger.hpp"
#include "bridge/workbook/settings.hpp"
#include "templates/builder/data_columns.hpp"
#include "tests/office/example_workbook.hpp"
#include "tests/office/faulty_office.hpp"
#include "tests/office/office_test.hpp"
#include "tests/office/run_command.hpp"
#include "tests/office/text.hpp"
#include "tests/office/whole_document.hpp"

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <gmock/gmock.h>

namespace finsam::office {
namespace {

using namespace com::sun::star;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

#define NB "\u00A0" // between thousands

struct ExpectedFigure {
    const char *table, *row;
    int column;
    std::vector<std::string> lines; ///< of the answer
};

/// Balances are the files' #RES, #IB and #UB; vouchers their #VER and the line of #TRANS.
const std::vector<ExpectedFigure>& expected_figures() {
    static const std::vector<ExpectedFigure> figures = {
        {"resultatrakning",
         "finansiella_intakter",
         0,
         {"Belopp: 361" NB "111,00", "8310 Ränteintäkter från bank  Resultat 2024  −358" NB "265,00",
          "8314 Skattefria ränteintäkter  Resultat 2024  −2" NB "846,00",
          "A15  2024-03-31  −716,25  Intäktsränta skattekontot, kvartal 1  insjoriket-2024.se, rad 1318",
          "A24  2024-06-30  −735,26  Intäktsränta skattekontot, kvartal 2  insjoriket-2024.se, rad 1366",
          "A32  2024-09-30  −697,23  Intäktsränta skattekontot, kvartal 3  insjoriket-2024.se, rad 1409",
          "A40  2024-12-31  −697,26  Intäktsränta skattekontot, kvartal 4  insjoriket-2024.se, rad 1452",
          "B20  2024-03-31  −82" NB "400,95  Ränta på bankkonto, kvartal 1  insjoriket-2024.se, rad 1642"}},
        {"resultatrakning",
         "finansiella_intakter",
         1,
         {"Belopp: 312" NB "609,00", "8310 Ränteintäkter från bank  Resultat 2023  −311" NB "404,00",
          "8314 Skattefria ränteintäkter  Resultat 2023  −1" NB "205,00", "insjoriket-2023.se, rad 666"}},
        {"balansrakning",
         "kassa_bank",
         0,
         {"Belopp: 8" NB "997" NB "905,00", "1930 Bank  UB 2024-12-31  8" NB "997" NB "905,00",
          "Ingående balans  7" NB "909" NB "833,00", "insjoriket-2024.se, rad 1641"}},
        {"balansrakning",
         "kortfristiga_fordringar",
         0,
         {"Belopp: 430" NB "682,00", "1630 Avräkning för skatter och avgifter  UB 2024-12-31  166" NB "323,00",
          "UB 2024-12-31  175" NB "872,00", "UB 2024-12-31  31" NB "500,00", "UB 2024-12-31  56" NB "987,00"}},
        {"not_3_rakenskapsrevision",
         "rakenskapsrevision",
         0,
         {"Belopp: −61" NB "000,00", "6420 ", "Resultat 2024  61" NB "000,00",
          "A45  2024-12-31  38" NB "000,00  Upplupen kostnad räkenskapsrevision  insjoriket-2024.se, rad 1477"}},
    };
    return figures;
}

class VisaUnderlag : public OfficeTest {
protected:
    static void select(const Document& document, const std::string& address) {
        const uno::Reference<frame::XModel> model(document.model(), uno::UNO_QUERY_THROW);
        uno::Reference<view::XSelectionSupplier>(model->getCurrentController(), uno::UNO_QUERY_THROW)
            ->select(uno::Any(document.cell(address)));
    }

    /// What the command says of a cell.
    std::string underlag(const Office& office, const Document& document, const std::string& address) const {
        select(document, address);
        const auto file = folder_ / "underlag.txt";
        std::filesystem::remove(file);
        run_command(office, document, "visa_underlag", {{"Fil", file_argument(file)}});
        return std::filesystem::exists(file) ? command_test::read_file(file) : std::string();
    }
    std::string underlag(const Document& document, const std::string& address) const {
        return underlag(office(), document, address);
    }

    /// "ab12...", as another program computes it.
    static std::string sha256_of(const std::string& file) {
        return command_test::run_program("/usr/bin/sha256sum", {file}).out.substr(0, 64);
    }

    static bool is_modified(const Document& document) {
        return uno::Reference<util::XModifiable>(document.model(), uno::UNO_QUERY_THROW)->isModified();
    }

    static uno::Reference<util::XProtectable> sheet(const Document& document, const char* name) {
        return {document.model()->getSheets()->getByName(to_ustring(name)), uno::UNO_QUERY_THROW};
    }

    command_test::Folder folder_;
};

TEST_F(VisaUnderlag, OfEachFigureHasTheAccountsBalancesAndVouchersOfTheFiles) {
    const Document document(office(), example_workbook().ods);
    const std::string sha = sha256_of(command_test::example_books().year_2024);
    ASSERT_EQ(sha.size(), 64U);
    for (const ExpectedFigure& figure : expected_figures()) {
        SCOPED_TRACE(std::string(figure.table) + "." + figure.row);
        const std::string text = underlag(document, address_of(figure.table, figure.row, figure.column));
        EXPECT_THAT(text, AllOf(HasSubstr("Regel: "), HasSubstr("Källa: "), Not(HasSubstr("OBS"))));
        for (const std::string& line : figure.lines) {
            EXPECT_THAT(text, HasSubstr(line));
        }
        if (figure.column == 0) {
            EXPECT_THAT(text, HasSubstr("Fil: insjoriket-2024.se  SHA-256 " + sha));
        }
    }
}

TEST_F(VisaUnderlag, ChangesNothingInTheDocument) {
    Document document(office(), example_workbook().ods);
    document.recalculate_hard();
    uno::Reference<util::XModifiable>(document.model(), uno::UNO_QUERY_THROW)->setModified(false);
    const CellValues before = values_of(document);
    ASSERT_FALSE(underlag(document, address_of("resultatrakning", "arets_resultat", 0)).empty());
    ASSERT_FALSE(underlag(document, "Verifikationer.A7").empty());
    EXPECT_FALSE(is_modified(document));
    EXPECT_THAT(differences(before, values_of(document)), IsEmpty());
}

TEST_F(VisaUnderlag, ASumIsMadeOfItsRowsAndTheirAccounts) {
    const Document document(office(), example_workbook().ods);
    // Interest of the bank and of the tax account less that of suppliers and of the tax account: 361 111 - 531.
    EXPECT_THAT(underlag(document, address_of("resultatrakning", "arets_resultat", 0)),
                AllOf(HasSubstr("Belopp: 1" NB "662" NB "665,00"), HasSubstr("+ Finansiella intäkter  361" NB "111,00"),
                      HasSubstr("Finansiella kostnader  −531,00"), HasSubstr("8423 "), HasSubstr("Kontroll: ")));
}

TEST_F(VisaUnderlag, AMemberOfAListIsItsAccountAlone) {
    const Document document(office(), example_workbook(solleftea).ods);
    const std::string text = underlag(document, address_of("resultatrakning", "finansiella_intakter", 0, solleftea));
    EXPECT_THAT(text, AllOf(HasSubstr("Belopp: 55" NB "700,00"), HasSubstr("8410 Ränteintäkter"),
                            HasSubstr("solleftea-2024.se, rad 173")));
    const Document ours(office(), example_workbook().ods);
    for (int row = 1; row < 40; ++row) { // Härryda pays 600 000 kr: #RES 0 3014
        const std::string address = "Noter.A" + std::to_string(row);
        if (ours.text(address) == "Driftbidrag från Härryda kommun") {
            const std::string of_member = underlag(ours, address);
            EXPECT_THAT(of_member, AllOf(HasSubstr("Belopp: 600" NB "000,00"), HasSubstr("3014 "),
                                         Not(HasSubstr("3013 ")), Not(HasSubstr("3015 "))));
            return;
        }
    }
    FAIL() << "no line of the member";
}

TEST_F(VisaUnderlag, AFigureThatWasTypedOverIsToldFromTheRulesOwn) {
    Document document(office(), example_workbook().ods);
    const std::string address = address_of("resultatrakning", "finansiella_intakter", 0);
    sheet(document, "Resultaträkning")->unprotect("");
    document.set(address, {{361112.0}});
    EXPECT_THAT(underlag(document, address),
                AllOf(HasSubstr("OBS: cellen visar ett annat tal"), HasSubstr("Belopp: 361" NB "111,00")));
}

/// Every so many figures of each shape and document, among them lists, notes and insatser.
TEST_F(VisaUnderlag, NoFigureOfAnExampleIsSaidToBeTypedOver) {
    ExampleShape interim = insjoriket, plan = sjuharad;
    interim.document.period_end = Date{2024, 8, 31};
    plan.document.plan_year = 2025;
    plan.has_budget = true;
    for (const ExampleShape& shape : {insjoriket, sjuharad, solleftea, interim, plan}) {
        SCOPED_TRACE(shape.name());
        const Document document(office(), example_workbook(shape).ods);
        std::vector<WorkbookCell> cells = report_cells_of(document, shape);
        std::erase_if(cells, [&](const WorkbookCell& cell) { // "ej_fordelat" where every amount is
            return example_workbook(shape).report.find(cell.table)->find(cell.row) == nullptr;
        });
        constexpr std::size_t figures_a_shape = 6;
        for (std::size_t i = 0; i < cells.size(); i += cells.size() / figures_a_shape) {
            const std::string text = underlag(document, cells[i].address);
            EXPECT_THAT(text, HasSubstr("Belopp: ")) << cells[i].address;
            EXPECT_THAT(text, Not(HasSubstr("OBS"))) << cells[i].address;
        }
    }
}

TEST_F(VisaUnderlag, ARowOfVerifikationerLeadsToFileLineAndSum) {
    const Document document(office(), example_workbook().ods);
    const std::string sha = sha256_of(command_test::example_books().year_2024);
    for (int row = 6; row < 3000; ++row) {
        const std::string number = std::to_string(row);
        if (document.text("Verifikationer.I" + number) == "1318" &&
            document.text("Verifikationer.H" + number) == "insjoriket-2024.se") {
            EXPECT_THAT(underlag(document, "Verifikationer.D" + number),
                        AllOf(HasSubstr("Verifikation A15, 2024-03-31"), HasSubstr("8314 Skattefria ränteintäkter"),
                              HasSubstr("−716,25"), HasSubstr("Fil: insjoriket-2024.se, rad 1318. SHA-256: " + sha)));
            return;
        }
    }
    FAIL() << "line 1318 is on no row";
}

/// The workbook holds no vouchers, and a ledger that the user has listed does.
TEST_F(VisaUnderlag, VouchersComeFromTheLedgerWhenTheWorkbookHasNone) {
    const auto ledger = folder_ / "huvudbok.db";
    {
        Ledger made = Ledger::open(ledger).value();
        const auto files = command_test::example_books();
        ASSERT_TRUE(made.import_file(files.year_2024) && made.import_file(files.year_2023));
    }
    const auto settings_file = office().user_folder() / "finsam" / "installningar.json";
    const Settings before = Settings::load(settings_file);
    Document document(office(), example_workbook().ods);
    sheet(document, "Verifikationer")->unprotect("");
    uno::Reference<sheet::XSheetOperation>(document.range("Verifikationer.A6:I5000"), uno::UNO_QUERY_THROW)
        ->clearContents(sheet::CellFlags::VALUE | sheet::CellFlags::DATETIME | sheet::CellFlags::STRING);
    const std::string address = address_of("resultatrakning", "finansiella_intakter", 0);
    const std::string without = underlag(document, address);
    EXPECT_THAT(without, AllOf(HasSubstr("8314 Skattefria ränteintäkter"), Not(HasSubstr("rad 1318")),
                               HasSubstr("Finsam > Huvudböcker")));
    Settings with_ledger = before;
    with_ledger.remember_ledger(ledger);
    ASSERT_TRUE(with_ledger.save(settings_file));
    EXPECT_THAT(underlag(document, address),
                AllOf(HasSubstr("insjoriket-2024.se, rad 1318"), HasSubstr("huvudboken huvudbok.db")));
    ASSERT_TRUE(before.save(settings_file));
}

/// An office of its own: the messages stay open in it.
TEST_F(VisaUnderlag, WhereThereIsNoFigureOrSomethingFailsNothingIsWrittenAndTheOfficeLives) {
    std::string reason;
    FaultyOffice own("profile-underlag", reason);
    ASSERT_TRUE(own) << reason;
    const Document document(*own, example_workbook().ods);
    EXPECT_EQ(underlag(*own, document, "Start.A1"), "");
    EXPECT_EQ(underlag(*own, document, "Verifikationer.A1"), "");
    EXPECT_EQ(underlag(*own, document, "Kontroller.A9"), "");
    const std::string address = address_of("resultatrakning", "finansiella_intakter", 0);
    for (const char* kind : FaultyOffice::kinds) {
        own.provoke("visa_underlag", kind);
        EXPECT_EQ(underlag(*own, document, address), "") << kind;
    }
    own.provoke_nothing();
    EXPECT_THAT(underlag(*own, document, address), HasSubstr("Belopp: 361" NB "111,00"));
    EXPECT_FALSE(is_modified(document));
}

} // namespace
} // namespace finsam::office
