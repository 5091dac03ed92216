#include "addin/commands/make_report.hpp"

#include "addin/commands/progress.hpp"
#include "addin/dialogs/new_report_dialog.hpp"
#include "addin/user_settings.hpp"
#include "addin/workbook/workbook_maker.hpp"
#include "bridge/workbook/workbook_proof.hpp"

#include <algorithm>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <filesystem>
#include <fmt/format.h>
#include <iterator>
#include <optional>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;

Frame frame_of(const DocumentReference& document) {
    const uno::Reference<com::sun::star::frame::XModel> model(document, uno::UNO_QUERY_THROW);
    const auto controller = model->getCurrentController();
    return controller.is() ? controller->getFrame() : Frame();
}

/// The choices are a convenience: a full disk must not stop the report.
void remember(const Context& context, const Books& books, const ReportChoices& choices) {
    const auto file = settings_file(context);
    Settings settings = Settings::load(file);
    settings.remember(books, choices);
    (void)settings.save(file);
}

struct Made {
    bool stopped = false;
    WorkbookOutcome outcome;
    std::vector<std::string> differences;
    std::vector<std::string> notes; ///< what the files could not give
    Frame frame;
};

Made make(const Context& context, const Frame& frame, const ReportInputs& inputs, const Books& books,
          const ReportChoices& choices, const Text& title) {
    Made made;
    std::unique_ptr<WorkbookInMaking> making;
    {
        Progress progress(context, frame, title);
        made.stopped = !progress.step({"Bygger arbetsboken …", "Building the workbook …"}, 5);
        if (made.stopped) {
            return made;
        }
        workbook::FillOptions options;
        options.credit_sign = choices.credit_sign;
        options.show_empty_tables = choices.show_empty_tables;
        options.map_name = std::filesystem::path(choices.map).filename().string(); // not where it lies
        making = std::make_unique<WorkbookInMaking>(context, inputs, books, options);
    }
    if (!making->document().is()) {
        made.outcome.error = "LibreOffice kunde inte öppna arbetsbokens mall.";
        return made;
    }
    made.frame = frame_of(making->document());
    Progress progress(context, made.frame, title); // above the new window
    const auto go_on = [&](int percent) {
        return progress.step({"Fyller arbetsboken …", "Filling the workbook …"}, percent);
    };
    made.stopped = !go_on(0) || !making->fill(made.outcome, go_on);
    made.differences = made.stopped ? std::vector<std::string>() : differences_from(making->report(), made.outcome);
    if (!made.stopped && made.differences.empty()) {
        making->keep();
        uno::Reference<com::sun::star::util::XModifiable>(making->document(), uno::UNO_QUERY_THROW)->setModified(true);
    }
    return made;
}

std::string joined(const std::vector<std::string>& lines) {
    constexpr std::size_t most_told = 5;
    std::string text;
    for (std::size_t i = 0; i < std::min(lines.size(), most_told); ++i) {
        text += (i == 0 ? "" : "\n") + lines[i];
    }
    return text;
}

void tell(const Context& context, const Made& made, const Frame& asked_from, const Text& title) {
    const Language language = language_of(context);
    if (!made.outcome.error.empty()) {
        show_message(context, asked_from,
                     {MessageKind::error, title,
                      pick(language, {"Arbetsboken kunde inte göras.", "The workbook could not be made."}),
                      made.outcome.error});
    } else if (!made.differences.empty()) {
        show_message(context, asked_from,
                     {MessageKind::error, title,
                      pick(language, {"Arbetsboken räknar inte som programmet och lämnas därför inte ut. Rapportera "
                                      "felet.",
                                      "The workbook does not calculate as the program does, so it is not handed out. "
                                      "Please report the fault."}),
                      joined(made.differences)});
    } else if (made.outcome.checks_failed > 0) {
        show_message(context, made.frame,
                     {MessageKind::warning, title,
                      pick(language, {"Rapporten är gjord, men alla kontroller stämmer inte.",
                                      "The report has been made, but not every check holds."}),
                      language == Language::swedish
                          ? fmt::format("{} stämmer, {} fel. Välj Finsam > Kontrollera för att gå till den första.",
                                        made.outcome.checks_ok, made.outcome.checks_failed)
                          : fmt::format("{} hold, {} fail. Choose Finsam > Check to go to the first one.",
                                        made.outcome.checks_ok, made.outcome.checks_failed)});
    } else if (!made.notes.empty()) {
        show_message(context, made.frame,
                     {MessageKind::information, title,
                      pick(language, {"Rapporten är gjord, men filerna har inte allt.",
                                      "The report has been made, but the files lack something."}),
                      joined(made.notes)});
    }
}

/// What is chosen, for the books as they are then; a day that the files cannot give is told, and chosen anew.
std::optional<ReportInputs> chosen_inputs(const Context& context, const Frame& frame, ReportDraft& draft,
                                          const ReportChoices& choices, const Text& title) {
    const auto chosen = draft.choose_books(choices.dimension, choices.document);
    auto inputs = inputs_for(choices);
    if (chosen && inputs) {
        return std::move(*inputs);
    }
    show_message(context, frame, {MessageKind::error, title, !chosen ? chosen.error() : inputs.error(), ""});
    return std::nullopt;
}

} // namespace

void make_report(const Context& context, const Frame& frame, ReportDraft& draft, const Text& title) {
    const Settings settings = Settings::load(settings_file(context));
    NewReportDialog dialog(context, draft, draft.proposed(settings.last_choices(draft.books()), settings.usual));
    std::optional<ReportInputs> inputs;
    while (!inputs) {
        if (!dialog.run(frame.is() ? frame->getContainerWindow() : nullptr)) {
            return;
        }
        inputs = chosen_inputs(context, frame, draft, dialog.choices(), title);
    }
    const ReportChoices choices = dialog.choices();
    Made made = make(context, frame, *inputs, draft.books(), choices, title);
    if (!made.stopped) {
        remember(context, draft.books(), choices);
        made.notes = draft.books().notes;
        std::ranges::copy(made.outcome.notes, std::back_inserter(made.notes));
        tell(context, made, frame, title);
    }
}

} // namespace finsam::addin
