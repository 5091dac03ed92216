// The commands' entry points are made to throw, in each of the ways there are: the menu, the listeners, the steps of
// undo and the options page. Nothing gets out of them, and the office lives and works afterwards.

#include "addin/commands/command_table.hpp"
#include "bridge/workbook/settings.hpp"
#include "templates/builder/review_lines.hpp"
#include "tests/command/run_command.hpp"
#include "tests/office/fault_test.hpp"
#include "tests/office/run_command.hpp"
#include "tests/office/text.hpp"

#include <com/sun/star/awt/ContainerWindowProvider.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XContainerWindowEventHandler.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/lang/XInitialization.hpp>
#include <com/sun/star/util/URLTransformer.hpp>
#include <cppuhelper/implbase1.hxx>
#include <fmt/format.h>
#include <rtl/ref.hxx>

namespace finsam::office {
namespace {

using namespace com::sun::star;

class Status final : public cppu::WeakImplHelper1<frame::XStatusListener> {
public:
    void SAL_CALL statusChanged(const frame::FeatureStateEvent& event) override {
        ++told;
        enabled = event.IsEnabled;
    }
    void SAL_CALL disposing(const lang::EventObject&) override {}
    int told = 0;
    bool enabled = false;
};

class CommandFaults : public FaultTest {
protected:
    CommandFaults() : FaultTest("profile-command-faults") {}

    util::URL url_of(std::string_view command) const {
        util::URL url;
        url.Complete = to_ustring(fmt::format("{}{}", addin::command_scheme, command));
        util::URLTransformer::create(faulty->context())->parseStrict(url);
        return url;
    }
    uno::Reference<frame::XFrame> frame_of(const Document& document) const {
        return uno::Reference<frame::XModel>(document.model(), uno::UNO_QUERY_THROW)
            ->getCurrentController()
            ->getFrame();
    }
    uno::Reference<frame::XDispatch> dispatch_of(const Document& document, std::string_view command) const {
        return uno::Reference<frame::XDispatchProvider>(frame_of(document), uno::UNO_QUERY_THROW)
            ->queryDispatch(url_of(command), "_self", 0);
    }
};

TEST_F(CommandFaults, AHandlerThatFailsHasNoCommands) {
    const Document document(*faulty);
    const uno::Reference<lang::XInitialization> handler(faulty->create("se.finsam.calc.Commands"),
                                                        uno::UNO_QUERY_THROW);
    const uno::Reference<frame::XDispatchProvider> provider(handler, uno::UNO_QUERY_THROW);
    const uno::Any frame(frame_of(document));
    with_faults("commands_frame", [&] { handler->initialize(uno::Sequence<uno::Any>(&frame, 1)); });
    with_faults("commands_dispatch", [&] { EXPECT_FALSE(provider->queryDispatch(url_of("hjalp"), "_self", 0).is()); });
    with_faults("commands_dispatches", [&] {
        frame::DispatchDescriptor one;
        one.FeatureURL = url_of("hjalp");
        EXPECT_FALSE(provider->queryDispatches(uno::Sequence<frame::DispatchDescriptor>(&one, 1)).hasElements());
    });
    EXPECT_TRUE(provider->queryDispatch(url_of("hjalp"), "_self", 0).is());
}

TEST_F(CommandFaults, AStatusThatFailsIsNotToldAndTheOthersAre) {
    const Document document(*faulty);
    const auto dispatch = dispatch_of(document, "granska_rapport");
    const rtl::Reference<Status> status(new Status);
    with_faults("command_status", [&] { dispatch->addStatusListener(status.get(), url_of("granska_rapport")); });
    EXPECT_EQ(status->told, 0);
    dispatch->addStatusListener(status.get(), url_of("granska_rapport"));
    EXPECT_TRUE(status->enabled);
    with_faults("command_status_end", [&] { dispatch->removeStatusListener(status.get(), url_of("granska_rapport")); });
    dispatch->removeStatusListener(status.get(), url_of("granska_rapport"));
}

/// Documents tell of being stored and closed, frames of what they show; all of it while a command listens.
TEST_F(CommandFaults, ListenersThatFailLeaveDocumentsAndFramesAsTheyAre) {
    const command_test::Folder folder;
    for (const char* point : {"command_document", "command_frame", "command_disposing"}) {
        with_faults(point, [&] {
            const rtl::Reference<Status> status(new Status);
            const Document document(*faulty);
            const auto dispatch = dispatch_of(document, "visa_underlag");
            dispatch->addStatusListener(status.get(), url_of("visa_underlag"));
            document.store(folder / "lagrad.ods");
            EXPECT_TRUE(std::filesystem::exists(folder / "lagrad.ods"));
        }); // and is closed here
    }
}

/// An office that is told of nothing but a failure shows a message, which stays open.
TEST_F(CommandFaults, ACommandThatFailsChangesNothing) {
    Document document(*faulty);
    document.set("A1", {{1.0}});
    const auto names = document.model()->getSheets()->getElementNames().getLength();
    with_faults("command_dispatch", [&] {
        run_command(*faulty, document, "granska_rapport", {{"Foregaende", uno::Any(rtl::OUString())}});
        EXPECT_EQ(document.model()->getSheets()->getElementNames().getLength(), names);
    });
    for (const addin::Command& command : addin::command_table()) {
        if (command.needs == addin::Needs::nothing) { // those of a report are refused here before they begin
            with_faults(std::string(command.name),
                        [&] { run_command(*faulty, document, std::string(command.name), {}); });
        }
    }
    EXPECT_EQ(document.value("A1"), 1.0);
}

TEST_F(CommandFaults, StepsOfUndoThatCannotRecalculateAreTakenAllTheSame) {
    Document document(*faulty);
    document.set("A1", {{"", "2024"}, {"Summa tillgångar", 5.0}});
    frame_of(document)->getContainerWindow()->setVisible(true);
    const auto undo =
        uno::Reference<document::XUndoManagerSupplier>(document.model(), uno::UNO_QUERY_THROW)->getUndoManager();
    run_command(*faulty, document, "granska_rapport", {{"Foregaende", uno::Any(rtl::OUString())}});
    const rtl::OUString sheet = to_ustring(workbook::review_sheet_name);
    ASSERT_TRUE(document.model()->getSheets()->hasByName(sheet));
    for (const char* point : {"undo_step", "redo_step"}) {
        with_faults(point, [&] {
            undo->undo();
            EXPECT_FALSE(document.model()->getSheets()->hasByName(sheet));
            undo->redo();
            EXPECT_TRUE(document.model()->getSheets()->hasByName(sheet));
        });
    }
}

/// The page of Tools > Options as the office makes it.
class OptionsPage : public CommandFaults {
protected:
    void SetUp() override {
        CommandFaults::SetUp();
        if (IsSkipped() || HasFatalFailure()) {
            return;
        }
        handler.set(faulty->create("se.finsam.calc.OptionsPage"), uno::UNO_QUERY_THROW);
        document = std::make_unique<Document>(*faulty);
        const uno::Reference<awt::XWindowPeer> parent(frame_of(*document)->getContainerWindow(), uno::UNO_QUERY_THROW);
        page.set(awt::ContainerWindowProvider::create(faulty->context())
                     ->createContainerWindow("vnd.sun.star.extension://se.finsam.calc/dialogs/options.xdl", "", parent,
                                             handler));
        ASSERT_TRUE(page.is());
    }
    void TearDown() override {
        if (page.is()) {
            uno::Reference<lang::XComponent>(page, uno::UNO_QUERY_THROW)->dispose();
        }
        document.reset();
        CommandFaults::TearDown();
    }
    bool event(const char* what) {
        return handler->callHandlerMethod(page, uno::Any(rtl::OUString::createFromAscii(what)), "external_event");
    }
    uno::Reference<beans::XPropertySet> model_of(const char* name) const {
        const uno::Reference<awt::XControlContainer> controls(page, uno::UNO_QUERY_THROW);
        const auto control = controls->getControl(rtl::OUString::createFromAscii(name));
        return {control->getModel(), uno::UNO_QUERY_THROW};
    }
    sal_Int16 chosen(const char* name) const {
        uno::Sequence<sal_Int16> items;
        model_of(name)->getPropertyValue("SelectedItems") >>= items;
        return items.hasElements() ? items[0] : sal_Int16(-1);
    }
    void choose(const char* name, sal_Int16 item) const {
        model_of(name)->setPropertyValue("SelectedItems", uno::Any(uno::Sequence<sal_Int16>(&item, 1)));
    }
    Settings settings() const { return Settings::load(faulty->user_folder() / "finsam" / "installningar.json"); }

    uno::Reference<awt::XContainerWindowEventHandler> handler;
    uno::Reference<awt::XWindow> page;
    std::unique_ptr<Document> document;
};

TEST_F(OptionsPage, ShowsTheSettingsAndKeepsThemAtOk) {
    Settings before;
    before.usual.layout = "ore";
    before.ledger_folder = "/srv/bocker";
    before.ledgers = {"/srv/bocker/en.db"};
    ASSERT_TRUE(before.save(faulty->user_folder() / "finsam" / "installningar.json"));
    ASSERT_TRUE(event("initialize"));
    EXPECT_EQ(chosen("layout"), 1);
    choose("layout", 2);
    choose("sign", 1);
    EXPECT_EQ(settings().usual.layout, "ore") << "nothing is kept before OK";
    ASSERT_TRUE(event("back"));
    EXPECT_EQ(chosen("layout"), 1) << "Reset shows what is kept";
    choose("layout", 2);
    ASSERT_TRUE(event("ok"));
    EXPECT_EQ(settings().usual.layout, "tkr");
    EXPECT_EQ(settings().ledger_folder, "/srv/bocker");
    EXPECT_EQ(settings().ledgers, before.ledgers) << "what the page does not show stays";
}

TEST_F(OptionsPage, AnEventThatFailsOrIsUnknownKeepsNothing) {
    ASSERT_TRUE(event("initialize"));
    const std::string before = settings().to_json();
    choose("layout", 2);
    with_faults("options_page", [&] { EXPECT_FALSE(event("ok")); });
    EXPECT_FALSE(event("annat"));
    EXPECT_EQ(settings().to_json(), before);
    EXPECT_TRUE(event("ok"));
}

} // namespace
} // namespace finsam::office
