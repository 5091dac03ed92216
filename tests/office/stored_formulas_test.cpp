// What a formula is called in files, and in the two languages of the user interface.

#include "tests/office/office_test.hpp"
#include "tests/office/wizard_texts.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <iterator>

namespace finsam::office {
namespace {

const std::string prefix = "=SE.FINSAM.CALC.FUNCTIONS.";

class StoredFormulas : public OfficeTest {
protected:
    static void fill(Document& document) {
        document.set("A1", {{prefix + "SOLIDITET(50;100;10)", prefix + "BALANSKRAV(1000;100;;;;;300)"}});
        document.set("A3", {{"insats", "konto", "belopp"}, {"10", "3011", -500.0}});
        document.set("E3", {{"insats", "netto"}, {"10", 400.0}});
        document.set_array_formula("H3:L3", prefix + "DRIFTREDOVISNING(A3:C4;E3:F4)");
    }
    static void expect_all(Document& document) {
        EXPECT_DOUBLE_EQ(document.value("A1"), 0.4);
        EXPECT_EQ(document.value("B1"), 600.0);
        EXPECT_EQ(document.value("H3"), 500.0);
        EXPECT_EQ(document.value("L3"), 100.0);
        EXPECT_EQ(document.formula("A1"), prefix + "SOLIDITET(50;100;10)");
        EXPECT_EQ(document.formula("H3"), "{" + prefix + "DRIFTREDOVISNING(A3:C4;E3:F4)}");
    }
    static void round_trip(const std::string& name) {
        const auto path = office().fresh_folder("stored") / name;
        {
            Document document(office());
            fill(document);
            document.store(path);
        }
        Document document(office(), path);
        expect_all(document);
        document.recalculate_hard();
        expect_all(document);
    }
};

TEST_F(StoredFormulas, SurviveOds) {
    round_trip("a.ods");
}

TEST_F(StoredFormulas, SurviveXlsx) {
    round_trip("a.xlsx");
}

TEST_F(StoredFormulas, HaveTheFullNameInTheFile) {
    const auto path = office().fresh_folder("stored") / "a.fods";
    Document document(office());
    fill(document);
    document.store(path);
    std::ifstream file(path);
    const std::string xml{std::istreambuf_iterator<char>(file), {}};
    EXPECT_THAT(xml, testing::HasSubstr("\"of:=SE.FINSAM.CALC.FUNCTIONS.SOLIDITET(50;100;10)\""));
    EXPECT_THAT(xml, testing::HasSubstr("\"of:=SE.FINSAM.CALC.FUNCTIONS.DRIFTREDOVISNING([.A3:.C4];[.E3:.F4])\""));
}

/// An office of its own with the package installed in a fresh profile, and a document that another office stored.
class InstalledPackage : public StoredFormulas {
protected:
    void open_in(const std::string& language) {
        const auto path = office().fresh_folder(language) / "a.ods";
        {
            Document document(office());
            fill(document);
            document.store(path);
        }
        std::string reason;
        OfficeOptions options;
        options.profile = "package-" + language;
        options.language = language;
        options.package = std::string(FINSAM_BINARY_DIR) + "/addin/finsam.oxt";
        installed_ = Office::start(options, reason);
        ASSERT_TRUE(installed_) << reason;
        document_ = std::make_unique<Document>(*installed_, path);
        document_->recalculate_hard();
    }
    std::unique_ptr<Office> installed_;
    std::unique_ptr<Document> document_;
};

TEST_F(InstalledPackage, SpeaksSwedish) {
    ASSERT_NO_FATAL_FAILURE(open_in("sv"));
    expect_all(*document_);
    EXPECT_EQ(document_->local_formula("A1"), "=SOLIDITET(50;100;10)") << "the same name in both languages";
    document_->set_local_formula("A2", "=SOLIDITET(1,5;3)");
    EXPECT_EQ(document_->value("A2"), 0.5);
    document_->set_local_formula("A2", "=MEDELSFÖRDELNING(10;B9)+ekriktvärde(5)+AVRUNDA.ENHET(2,5;\"kr\")");
    EXPECT_EQ(document_->local_formula("A2"), "=MEDELSFÖRDELNING(10;B9)+EKRIKTVÄRDE(5)+AVRUNDA.ENHET(2,5;\"kr\")");
    document_->set_local_formula("A2", "=SVTAL(1,125)");
    EXPECT_EQ(document_->value("A2"), 1.125) << "a number as Calc writes it";
    for (const addin::Function& function : addin::function_table()) {
        const WizardTexts texts = wizard_texts(*installed_, std::string(function.name));
        EXPECT_EQ(texts.description, function.description.sv);
        EXPECT_EQ(texts.arguments, argument_labels(function, &addin::Text::sv)) << function.name;
    }
}

TEST_F(InstalledPackage, SpeaksEnglish) {
    ASSERT_NO_FATAL_FAILURE(open_in("en-US"));
    expect_all(*document_);
    EXPECT_EQ(document_->local_formula("A1"), "=SOLIDITET(50,100,10)");
    EXPECT_EQ(wizard_texts(*installed_, "DRIFTREDOVISNING").arguments,
              (std::vector<std::string>{"Outcome", "Budget", "Previous year", "Unit"}));
}

} // namespace
} // namespace finsam::office
