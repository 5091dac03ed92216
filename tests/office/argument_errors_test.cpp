// What the service says when an argument does not fit. Calc shows the number only; programs and logs see the text.

#include "tests/office/office_test.hpp"
#include "tests/office/text.hpp"

#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <functional>
#include <gmock/gmock.h>
#include <se/finsam/calc/XFunctions.hpp>

namespace finsam::office {
namespace {

using namespace com::sun::star;
using Functions = uno::Reference<se::finsam::calc::XFunctions>;

class ArgumentErrors : public OfficeTest {
protected:
    struct Refusal {
        std::string text;
        int position = -1;
    };
    static Functions functions() { return {office().create("se.finsam.calc.Functions"), uno::UNO_QUERY_THROW}; }
    static Refusal refusal(const std::function<void(const Functions&)>& call) {
        try {
            call(functions());
        } catch (const lang::IllegalArgumentException& error) {
            return {to_string(error.Message), error.ArgumentPosition};
        }
        return {};
    }
};

TEST_F(ArgumentErrors, NameTheArgumentOfBalanskrav) {
    const uno::Any none, negative(-1.0);
    const Refusal refused =
        refusal([&](const Functions& f) { f->balanskrav(1000, none, none, none, none, none, none, negative); });
    EXPECT_EQ(refused.text, "Argumentet Användning i BALANSKRAV: beloppet ska anges positivt.");
    EXPECT_EQ(refused.position, 7);
    EXPECT_EQ(
        refusal([&](const Functions& f) { f->balanskrav(1000, none, none, negative, none, none, none, none); }).text,
        "Argumentet Förluster enligt undantag i BALANSKRAV: beloppet ska anges positivt.");
}

TEST_F(ArgumentErrors, NameTheArgumentOfSoliditet) {
    const Refusal refused = refusal([](const Functions& f) { f->soliditet(50, 100, uno::Any(rtl::OUString("tio"))); });
    EXPECT_EQ(refused.text,
              "Argumentet Ansvarsförbindelse i SOLIDITET: här ska stå ett tal, inte text eller ett område.");
    EXPECT_EQ(refused.position, 2);
}

TEST_F(ArgumentErrors, NameTheColumnThatIsMissing) {
    Document document(office());
    document.set("A1", {{"insats", "konto"}});
    const Refusal refused = refusal([&](const Functions& f) {
        f->driftredovisning(document.range("A1:B2"), document.range("A1:B2"), uno::Any(), uno::Any());
    });
    EXPECT_EQ(refused.text, "Argumentet Utfall i DRIFTREDOVISNING: kolumnen \"belopp\" saknas i områdets rubrikrad.");
}

TEST_F(ArgumentErrors, NameTheRowThatCannotBeRead) {
    Document document(office());
    document.set("A1", {{"insats", "konto", "belopp"}, {"10", "3011", -5.0}, {"10", "3011", "fem"}});
    document.set("E1", {{"insats", "netto"}, {"10", 5.0}});
    const Refusal refused = refusal([&](const Functions& f) {
        f->driftredovisning(document.range("A1:C3"), document.range("E1:F2"), uno::Any(), uno::Any());
    });
    EXPECT_EQ(refused.text, "Argumentet Utfall i DRIFTREDOVISNING: rad 3 i området: beloppet är text, inte ett tal.");
}

} // namespace
} // namespace finsam::office
