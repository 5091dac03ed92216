// Every entry point of the extension is made to throw, in each of the ways there are: nothing gets out of it, and the
// office lives and works afterwards.

#include "addin/functions/function_table.hpp"
#include "tests/command/run_command.hpp"
#include "tests/office/fault_test.hpp"
#include "tests/parsers/sie_fixture.hpp"

#include <algorithm>
#include <com/sun/star/document/XFilter.hpp>
#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>

namespace finsam::office {
namespace {

constexpr int error_value = 519; // #VALUE!

/// A call with an argument of the right kind in every place that needs one.
std::string call(const addin::Function& function) {
    std::string arguments, method(function.method);
    for (const addin::Argument& argument : function.arguments) {
        const char* value = argument.type == addin::ArgumentType::number  ? "1"
                            : argument.type == addin::ArgumentType::text  ? "\"x\""
                            : argument.type == addin::ArgumentType::range ? "A1:B2"
                                                                          : nullptr;
        if (value != nullptr) {
            arguments += (arguments.empty() ? "" : ";") + std::string(value);
        }
    }
    std::ranges::transform(method, method.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return fmt::format("=SE.FINSAM.CALC.FUNCTIONS.{}({})", method, arguments);
}

class EntryPoints : public FaultTest {
protected:
    EntryPoints() : FaultTest("profile-faults") {}
};

TEST_F(EntryPoints, ACellFunctionThatFailsShowsAnError) {
    Document document(*faulty);
    for (const addin::Function& function : addin::function_table()) {
        with_faults(std::string(function.method), [&] {
            document.set_array_formula("D4:D4", call(function));
            EXPECT_EQ(document.error("D4"), error_value);
        });
    }
    document.set_formula("D1", "=SE.FINSAM.CALC.FUNCTIONS.SOLIDITET(1;2)");
    EXPECT_EQ(document.value("D1"), 0.5);
}

TEST_F(EntryPoints, AServiceThatCannotBeMadeIsNoService) {
    for (const std::string name :
         {"Functions", "WorkbookJob", "SieDetection", "SieImport", "Commands", "OptionsPage"}) {
        with_faults(name, [&] {
            try {
                EXPECT_FALSE(faulty->create("se.finsam.calc." + name).is());
            } catch (const com::sun::star::uno::Exception&) { // the service manager's own, when it got nothing
            }
        });
        EXPECT_TRUE(faulty->create("se.finsam.calc." + name).is());
    }
}

/// Whatever fails in the import filter, the file is not opened and nothing else happens.
TEST_F(EntryPoints, AnImportThatFailsOpensNothing) {
    const command_test::Folder folder;
    const std::string path = folder.write("bok.se", sie::type4("#KONTO 1930 \"Bank\"\n"));
    const auto opens = [&] {
        try {
            const Document document(*faulty, path);
            return document.text("A1") == "Provbolaget";
        } catch (const std::runtime_error&) {
            return false;
        }
    };
    for (const std::string point : {"SieImport", "setTargetDocument", "filter"}) {
        with_faults(point, [&] { EXPECT_FALSE(opens()); });
    }
    for (const std::string point : {"SieDetection", "detect"}) { // what else the office makes of it is its own matter
        with_faults(point, [&] { static_cast<void>(opens()); });
    }
    with_faults("cancel", [&] {
        const com::sun::star::uno::Reference<com::sun::star::document::XFilter> filter(
            faulty->create("se.finsam.calc.SieImport"), com::sun::star::uno::UNO_QUERY_THROW);
        EXPECT_NO_THROW(filter->cancel());
    });
    EXPECT_TRUE(opens());
}

/// The job of the command ends its office, so each fault takes an office: one way of throwing each.
TEST_F(EntryPoints, AJobThatFailsIsAnsweredOrLeftWithoutAnswer) {
    std::size_t kind = 0;
    for (const std::string point :
         {"workbook_job_asked", "workbook_job", "workbook", "workbook_job_end", "end_office"}) {
        SCOPED_TRACE(point);
        const auto job = office().fresh_folder("faulty-job") / "jobb.json";
        std::ofstream(job) << "{}";
        const std::string url = "file://" + job.string();
        setenv("FINSAM_JOBB", url.c_str(), 1); // as the command does for the office that it starts
        const FaultyOffice own("profile-faulty-job", reason);
        unsetenv("FINSAM_JOBB");
        ASSERT_TRUE(own) << reason;
        own.provoke(point, FaultyOffice::kinds.at(kind++ % FaultyOffice::kinds.size()));
        own->run_service("se.finsam.calc.WorkbookJob", url); // returns as if nothing had happened
        const std::filesystem::path answer = job.string() + ".svar";
        const bool works = point != "workbook_job_asked" && point != "workbook_job";
        ASSERT_EQ(std::filesystem::exists(answer), works);
        if (point == "workbook") {
            EXPECT_THAT(command_test::read_file(answer), testing::HasSubstr("kunde inte göra arbetsboken"));
        }
    }
}

} // namespace
} // namespace finsam::office
