// SIE files opened in a real Calc by the import filter.

#include "tests/command/run_command.hpp"
#include "tests/office/office_test.hpp"
#include "tests/office/text.hpp"
#include "tests/parsers/sie_fixture.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/io/SequenceInputStream.hpp>
#include <com/sun/star/sheet/XUnnamedDatabaseRanges.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <gmock/gmock.h>
#include <stdexcept>

namespace finsam::office {
namespace {

using namespace com::sun::star;
using command_test::Folder;
using ::testing::ElementsAre;

constexpr std::string_view small_books =
    "#KONTO 1930 \"Bank\"\n#KTYP 1930 T\n#KONTO 5010 \"=1+1\"\n#DIM 6 \"Insats\"\n#OBJEKT 6 007 \"Ungdom\"\n"
    "#IB 0 1930 100.00\n#UB 0 1930 90.00\n#RES 0 5010 10.00\n"
    "#VER A 1 20240131 \"Januari\"\n{\n#TRANS 5010 {6 007} 10.00\n#TRANS 1930 {} -10.00\n}\n";

class Import : public OfficeTest {
protected:
    std::string write(const std::string& name, const std::string& bytes) const { return folder.write(name, bytes); }
    static std::vector<std::string> sheets(const Document& document) {
        std::vector<std::string> names;
        for (const rtl::OUString& name : document.model()->getSheets()->getElementNames()) {
            names.push_back(to_string(name));
        }
        return names;
    }
    Folder folder;
};

TEST_F(Import, ASieFileIsAWorkbookOfItsOwn) {
    const Document document(office(), write("bok.se", sie::type4(small_books)));
    EXPECT_THAT(sheets(document),
                ElementsAre("Företag", "Saldon", "Saldoposter", "Objekt", "Verifikationer", "Importlogg"));
    EXPECT_EQ(document.text("Företag.A1"), "Provbolaget");
    EXPECT_THAT(document.texts("Saldon.A5:F7"),
                ElementsAre("konto", "benämning", "typ", "IB 2024", "UB 2024", "Resultat 2024", //
                            "1930", "Bank", "tillgång", "100,00", "90,00", "",                  //
                            "5010", "=1+1", "", "", "", "10,00"));
    EXPECT_THAT(document.texts("Verifikationer.A6:I7"),
                ElementsAre("A", "1", "2024-01-31", "Januari", "5010", "=1+1", "007", "10,00", "18", //
                            "A", "1", "2024-01-31", "Januari", "1930", "Bank", "", "\u221210,00", "19"));
}

TEST_F(Import, DatesAndAmountsAreNumbersAndAccountsAndCodesAreText) {
    const Document document(office(), write("bok.se", sie::type4(small_books)));
    using table::CellContentType;
    EXPECT_EQ(document.value("Verifikationer.C6"), 45322); // 2024-01-31
    EXPECT_EQ(document.value("Verifikationer.H7"), -10);
    EXPECT_EQ(document.cell("Verifikationer.E6")->getType(), CellContentType::CellContentType_TEXT);
    EXPECT_EQ(document.cell("Verifikationer.G6")->getType(), CellContentType::CellContentType_TEXT);
    EXPECT_EQ(document.cell("Verifikationer.F6")->getType(), CellContentType::CellContentType_TEXT); // never a formula
}

TEST_F(Import, TheCellFunctionsWorkOnTheSheets) {
    Document document(office(), write("bok.se", sie::type4(small_books)));
    document.set_formula("Företag.D1", "=SE.FINSAM.CALC.FUNCTIONS.KONTOSALDO($Saldon.$A$5:$F$7;\"1930\";\"UB 2024\")");
    document.set_formula("Företag.D2", "=SE.FINSAM.CALC.FUNCTIONS.PERIODSALDO($Verifikationer.$A$5:$I$7;\"5010\")");
    EXPECT_EQ(document.value("Företag.D1"), 90);
    EXPECT_EQ(document.value("Företag.D2"), 10);
}

TEST_F(Import, EveryTableHasFilterButtonsAndNothingIsToUndoOrSave) {
    const Document document(office(), write("bok.se", sie::type4(small_books)));
    const uno::Reference<beans::XPropertySet> properties(document.model(), uno::UNO_QUERY_THROW);
    const uno::Reference<sheet::XUnnamedDatabaseRanges> ranges(properties->getPropertyValue("UnnamedDatabaseRanges"),
                                                               uno::UNO_QUERY_THROW);
    for (sal_Int32 sheet = 1; sheet <= 5; ++sheet) {
        ASSERT_TRUE(ranges->hasByTable(sheet)) << sheet;
        const uno::Reference<beans::XPropertySet> range(ranges->getByTable(sheet), uno::UNO_QUERY_THROW);
        EXPECT_EQ(range->getPropertyValue("AutoFilter"), uno::Any(true)) << sheet;
    }
    EXPECT_FALSE(uno::Reference<util::XModifiable>(document.model(), uno::UNO_QUERY_THROW)->isModified());
    const auto undo =
        uno::Reference<document::XUndoManagerSupplier>(document.model(), uno::UNO_QUERY_THROW)->getUndoManager();
    EXPECT_FALSE(undo->isUndoPossible());
    EXPECT_FALSE(undo->isLocked()) << "what people then do can be undone";
}

TEST_F(Import, IsChosenByContentWhateverTheName) {
    const std::string bytes = sie::type4(small_books);
    for (const char* name : {"bok.SE", "bok.si", "bok.sie", "bok", "bok.2024", "å ä ö #1 %41.se"}) {
        SCOPED_TRACE(name);
        const Document document(office(), write(name, bytes));
        EXPECT_EQ(document.text("Företag.A1"), "Provbolaget");
    }
}

TEST_F(Import, Sie5IsReadTheSame) {
    const Document document(
        office(), write("bok.sie", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Sie xmlns=\"http://www.sie.se/sie5\">"
                                   "<FileInfo><SoftwareProduct name=\"Provbok\" version=\"5.1\"/>"
                                   "<FileCreation time=\"2025-01-10T08:30:00Z\" by=\"Greta Hemlig\"/>"
                                   "<Company organizationId=\"222000-1111\" name=\"Samordningsförbundet Sjön\"/>"
                                   "<FiscalYears><FiscalYear start=\"2024-01\" end=\"2024-12\" primary=\"true\"/>"
                                   "</FiscalYears><AccountingCurrency currency=\"SEK\"/></FileInfo><Accounts><Account "
                                   "id=\"1930\" name=\"Bank\" type=\"asset\"/></Accounts></Sie>\n"));
    EXPECT_EQ(document.text("Företag.A1"), "Samordningsförbundet Sjön");
    EXPECT_THAT(document.texts("Saldon.A6:C6"), ElementsAre("1930", "Bank", "tillgång"));
}

TEST_F(Import, AFileWithErrorsOpensWithThemInTheLog) {
    const Document document(office(),
                            write("bok.se", sie::type4("#UB 0\n#VER A 1 20240131 \"\"\n{\n#TRANS 1930 {} 1.00\n}\n")));
    EXPECT_EQ(document.text("Importlogg.A6"), "fel");
    EXPECT_EQ(document.text("Avvisade.I6"), "går inte jämnt upp: 1,00 kr");
}

TEST_F(Import, WhatIsNoSieFileIsNotOpened) {
    const std::string whole = sie::type4(small_books);
    for (const auto& [name, bytes] : std::initializer_list<std::pair<const char*, std::string>>{
             {"tom.se", ""},
             {"text.se", "hej\n"},
             {"packad.se", "PK\x03\x04\x14" + std::string(25, '\0') + "bok.se" + whole},
             {"binar.se", std::string(1000, '\0')},
             {"html.sie", "<html></html>"},
             {"avbruten.se", whole.substr(0, whole.size() - 3)},
             {"summa.se", "#FLAGGA 0\n#KSUMMA\n#SIETYP 4\n#KSUMMA 1\n"},
             {"avbruten.sie", "<?xml version=\"1.0\"?><Sie xmlns=\"http://www.sie.se/sie5\"><FileInfo>"}}) {
        EXPECT_THROW(Document(office(), write(name, bytes)), std::runtime_error) << name;
        ASSERT_FALSE(office().ended()) << name;
    }
}

TEST_F(Import, AFolderOrALinkToNothingIsNotOpenedAndALinkToAFileIs) {
    std::filesystem::create_directory(folder / "mapp.se");
    std::filesystem::create_symlink("borta.se", folder / "borta-lank.se");
    std::filesystem::create_symlink(write("bok.se", "\xEF\xBB\xBF" + sie::type4(small_books)), folder / "lank.se");
    for (const char* name : {"mapp.se", "borta-lank.se", "borta.se"}) {
        EXPECT_ANY_THROW(Document(office(), folder / name)) << name;
        ASSERT_FALSE(office().ended()) << name;
    }
    const Document document(office(), folder / "lank.se");
    EXPECT_EQ(document.text("Företag.A1"), "Provbolaget");
}

TEST_F(Import, AWorkbookUnderTheNameOfASieFileOpensAsWhatItIs) {
    const std::string path = (folder / "blad.ods").string();
    {
        Document sheet(office());
        sheet.set("A1", {{"hej"}});
        sheet.store(path);
    }
    const Document document(office(), write("blad.se", command_test::read_file(path)));
    EXPECT_EQ(document.text("A1"), "hej");
}

TEST_F(Import, IsStoredAsOdsAndAsXlsxWithTheSameCells) {
    for (const char* name : {"ut.ods", "ut.xlsx"}) {
        SCOPED_TRACE(name);
        const Document document(office(), write("bok.se", sie::type4(small_books)));
        document.store(folder / name);
        const Document stored(office(), folder / name);
        EXPECT_EQ(sheets(stored), sheets(document));
        EXPECT_EQ(stored.texts("Verifikationer.A1:I7"), document.texts("Verifikationer.A1:I7"));
        EXPECT_EQ(stored.cell("Verifikationer.F6")->getType(), table::CellContentType::CellContentType_TEXT);
    }
}

TEST_F(Import, ReadsAStreamThatHasNoFile) {
    const std::string bytes = sie::type4(small_books);
    const uno::Sequence<sal_Int8> data(reinterpret_cast<const sal_Int8*>(bytes.data()),
                                       static_cast<sal_Int32>(bytes.size()));
    const auto property = [](const char* name, const uno::Any& value) {
        return beans::PropertyValue(rtl::OUString::createFromAscii(name), 0, value, beans::PropertyState_DIRECT_VALUE);
    };
    uno::Sequence<beans::PropertyValue> arguments(3);
    arguments[0] = property("Hidden", uno::Any(true));
    arguments[1] = property("FilterName", uno::Any(rtl::OUString("finsam_SIE")));
    arguments[2] =
        property("InputStream", uno::Any(io::SequenceInputStream::createStreamFromSequence(office().context(), data)));
    const uno::Reference<sheet::XSpreadsheetDocument> model(
        frame::Desktop::create(office().context())->loadComponentFromURL("private:stream", "_blank", 0, arguments),
        uno::UNO_QUERY);
    ASSERT_TRUE(model.is());
    EXPECT_TRUE(model->getSheets()->hasByName("Verifikationer"));
    uno::Reference<util::XCloseable>(model, uno::UNO_QUERY_THROW)->close(true);
}

/// The package itself, installed in a profile of its own.
TEST_F(Import, AnOfficeSaysWhyInItsOwnLanguage) {
    for (const auto& [language, why] : std::initializer_list<std::pair<const char*, const char*>>{
             {"sv", "finsam: tom.se: Filen är tom."},
             {"en-US", "finsam: tom.se: The file is not an accounting file"}}) {
        SCOPED_TRACE(language);
        OfficeOptions options;
        options.profile = std::string("profile-import-") + language;
        options.language = language;
        options.package = std::filesystem::path(FINSAM_BINARY_DIR) / "addin/finsam.oxt";
        std::string reason;
        const auto own = Office::start(options, reason);
        ASSERT_TRUE(own) << reason;
        const Document document(*own, write("bok.se", sie::type4(small_books)));
        EXPECT_EQ(document.text("Saldon.D6"), "100,00");
        EXPECT_THROW(Document(*own, write("tom.se", "")), std::runtime_error);
        EXPECT_THAT(command_test::read_file(std::filesystem::path(FINSAM_BINARY_DIR) / "tests/office" /
                                            options.profile / "soffice.log"),
                    testing::HasSubstr(why));
    }
}

} // namespace
} // namespace finsam::office
