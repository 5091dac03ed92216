// The commands as the office sees them: what the package registers, and when each is enabled.

#include "addin/commands/command_table.hpp"
#include "tests/office/example_workbook.hpp"
#include "tests/office/office_test.hpp"
#include "tests/office/text.hpp"

#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/util/URLTransformer.hpp>
#include <cppuhelper/implbase1.hxx>
#include <fmt/format.h>
#include <rtl/ref.hxx>
#include <set>

namespace finsam::office {
namespace {

using namespace com::sun::star;

class Status final : public cppu::WeakImplHelper1<frame::XStatusListener> {
public:
    void SAL_CALL statusChanged(const frame::FeatureStateEvent& event) override { enabled = event.IsEnabled; }
    void SAL_CALL disposing(const lang::EventObject&) override {}
    bool enabled = false;
};

/// "%C3%B6" as it stands in the page's own headings.
std::string percent_decoded(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            out += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

class Commands : public OfficeTest {
protected:
    static util::URL url_of(const addin::Command& command) {
        util::URL url;
        url.Complete = to_ustring(fmt::format("{}{}", addin::command_scheme, command.name));
        util::URLTransformer::create(office().context())->parseStrict(url);
        return url;
    }

    /// As a menu asks: of the frame, by URL.
    static bool is_enabled(const Document& document, const addin::Command& command) {
        const uno::Reference<frame::XModel> model(document.model(), uno::UNO_QUERY_THROW);
        const uno::Reference<frame::XDispatchProvider> frame(model->getCurrentController()->getFrame(),
                                                             uno::UNO_QUERY_THROW);
        const util::URL url = url_of(command);
        const auto dispatch = frame->queryDispatch(url, "_self", 0);
        EXPECT_TRUE(dispatch.is()) << command.name;
        const rtl::Reference<Status> status(new Status);
        dispatch->addStatusListener(status.get(), url);
        dispatch->removeStatusListener(status.get(), url);
        return status->enabled;
    }
};

TEST_F(Commands, HaveNamesAndMnemonicsOfTheirOwn) {
    std::set<std::string_view> names;
    for (const auto language : {&addin::Text::sv, &addin::Text::en}) {
        std::set<char> mnemonics;
        for (const addin::Command& command : addin::command_table()) {
            const std::string_view title = command.title.*language;
            const std::size_t mark = title.find('~');
            ASSERT_NE(mark, title.npos) << title;
            EXPECT_TRUE(mnemonics.insert(static_cast<char>(std::tolower(title.at(mark + 1)))).second) << title;
            EXPECT_FALSE((command.tooltip.*language).empty()) << title;
            names.insert(command.name);
        }
    }
    EXPECT_EQ(names.size(), addin::command_table().size());
}

const std::filesystem::path package = std::filesystem::path(FINSAM_BINARY_DIR) / "addin/extensions/finsam";

TEST_F(Commands, HaveIconsInThePackage) {
    for (const addin::Command& command : addin::command_table()) {
        EXPECT_TRUE(std::filesystem::exists(package / "icons" / (std::string(command.name) + ".svg"))) << command.name;
    }
}

/// Each link of the help goes to a heading or to a page that is there.
TEST_F(Commands, HelpHasNoBrokenLink) {
    std::size_t links = 0;
    for (const auto& page : std::filesystem::directory_iterator(package / "help")) {
        const std::string html = command_test::read_file(page.path());
        constexpr std::string_view mark = "href=\"";
        for (std::size_t at = html.find(mark); at != html.npos; at = html.find(mark, at + 1)) {
            const std::size_t from = at + mark.size();
            const std::string link = html.substr(from, html.find('"', from) - from);
            if (link.starts_with("http")) {
                continue;
            }
            ++links;
            const std::string name = link.substr(0, link.find('#'));
            const std::string target = name.empty() ? html : command_test::read_file(package / "help" / name);
            EXPECT_FALSE(target.empty()) << link;
            if (const std::size_t anchor = link.find('#'); anchor != link.npos) {
                EXPECT_NE(target.find("id=\"" + percent_decoded(link.substr(anchor + 1)) + "\""), target.npos)
                    << page.path() << ": " << link;
            }
        }
    }
    EXPECT_GT(links, 20u);
}

/// A template is an empty report: a document made of it has a title for the list of templates, and no figures.
TEST_F(Commands, AreOnInADocumentOfEachTemplate) {
    std::size_t templates = 0;
    for (const auto& file : std::filesystem::directory_iterator(package / "template/Finsam")) {
        const Document report(office(), file.path());
        for (const addin::Command& command : addin::command_table()) {
            EXPECT_TRUE(is_enabled(report, command)) << command.name;
        }
        EXPECT_EQ(report.error("Start.B13"), 0) << file.path();
        ++templates;
    }
    EXPECT_EQ(templates, 9u) << "three shapes, three documents of each";
}

TEST_F(Commands, OfAReportAreOffInAnotherSpreadsheet) {
    const Document empty(office());
    for (const addin::Command& command : addin::command_table()) {
        const bool of_any = command.needs == addin::Needs::nothing || command.needs == addin::Needs::spreadsheet;
        EXPECT_EQ(is_enabled(empty, command), of_any) << command.name;
    }
}

TEST_F(Commands, AreOnInAWorkbookOfFinsam) {
    const Document report(office(), example_workbook().ods);
    for (const addin::Command& command : addin::command_table()) {
        EXPECT_TRUE(is_enabled(report, command)) << command.name;
    }
}

} // namespace
} // namespace finsam::office
