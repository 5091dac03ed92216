// What a formula is called in files, and in the two languages of the user interface.

#include "tests/office/office_test.hpp"
#include "tests/office/text.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/sheet/FunctionArgument.hpp>

namespace finsam::office {
namespace {

using namespace com::sun::star;

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

/// Description and argument names of a function, as the function wizard shows them.
struct WizardTexts {
    std::string description;
    std::vector<std::string> arguments;
};

WizardTexts wizard_texts(const Office& office, const std::string& function) {
    const uno::Reference<container::XNameAccess> functions(office.create("com.sun.star.sheet.FunctionDescriptions"),
                                                           uno::UNO_QUERY_THROW);
    uno::Sequence<beans::PropertyValue> properties;
    functions->getByName(to_ustring(function)) >>= properties;
    WizardTexts texts;
    for (const beans::PropertyValue& property : properties) {
        rtl::OUString text;
        uno::Sequence<sheet::FunctionArgument> arguments;
        if (property.Name == "Description" && (property.Value >>= text)) {
            texts.description = to_string(text);
        } else if (property.Value >>= arguments) {
            for (const sheet::FunctionArgument& argument : arguments) {
                texts.arguments.push_back(to_string(argument.Name));
            }
        }
    }
    return texts;
}

TEST_F(StoredFormulas, TheWizardSpeaksEnglish) {
    const WizardTexts texts = wizard_texts(office(), "SOLIDITET");
    EXPECT_EQ(texts.description, "Equity ratio as a share: (equity − contingent liability) / total assets.");
    EXPECT_EQ(texts.arguments, (std::vector<std::string>{"Equity", "Total assets", "Contingent liability"}));
}

TEST_F(StoredFormulas, ThePackageWorksInASwedishOffice) {
    std::string reason;
    OfficeOptions options;
    options.profile = "swedish";
    options.language = "sv";
    options.package = std::string(FINSAM_BINARY_DIR) + "/addin/finsam.oxt";
    const auto swedish = Office::start(options, reason);
    ASSERT_TRUE(swedish) << reason;
    const auto path = office().fresh_folder("swedish") / "a.ods";
    {
        Document document(office());
        fill(document);
        document.store(path);
    }
    Document document(*swedish, path);
    document.recalculate_hard();
    expect_all(document);
    EXPECT_EQ(document.local_formula("A1"), "=SOLIDITET(50;100;10)") << "the same name in both languages";
    document.set_local_formula("A2", "=SOLIDITET(50;0)");
    EXPECT_EQ(document.error("A2"), 532);
    const WizardTexts texts = wizard_texts(*swedish, "BALANSKRAV");
    EXPECT_EQ(texts.description,
              "Balanskravsresultat enligt 11 kap. 10 § lagen om kommunal bokföring och redovisning.");
    EXPECT_EQ(texts.arguments, (std::vector<std::string>{"Årets resultat", "Realisationsvinster",
                                                         "Vinster enligt undantag", "Förluster enligt undantag",
                                                         "Orealiserade", "Återföring", "Reservering", "Användning"}));
}

} // namespace
} // namespace finsam::office
