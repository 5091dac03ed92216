#include "addin/commands/make_report.hpp"
#include "addin/commands/progress.hpp"
#include "addin/dialogs/file_picker.hpp"
#include "addin/dialogs/ledgers_dialog.hpp"
#include "addin/user_settings.hpp"

#include <numeric>

namespace finsam::addin {
namespace {

constexpr Text title{"Huvudböcker", "Ledgers"};

/// One showing of the dialog after another, with what was asked for in between.
class LedgerWork {
public:
    LedgerWork(const Context& context, const Frame& frame)
        : context_(context), frame_(frame), language_(language_of(context)), file_(settings_file(context)),
          settings_(Settings::load(file_)) {}

    /// False when the dialog was closed or a report was made.
    bool go_on() {
        const std::vector<KnownYear> years = known_years(settings_.ledgers);
        LedgersDialog dialog(context_, years);
        const LedgerAction action = dialog.run(frame_.is() ? frame_->getContainerWindow() : nullptr);
        const KnownYear* chosen = dialog.chosen();
        switch (action) {
        case LedgerAction::close: return false;
        case LedgerAction::make: make(); return true;
        case LedgerAction::add: add(); return true;
        case LedgerAction::import: import(chosen->ledger); return true;
        case LedgerAction::forget:
            std::erase(settings_.ledgers, chosen->ledger);
            save();
            return true;
        case LedgerAction::report: return !report(*chosen);
        }
        return false;
    }

private:
    void make() {
        const auto path = pick_target(context_, {"Ny huvudbok", "New Ledger"}, ledgers,
                                      settings_.ledger_folder / pick(language_, {"huvudbok.db", "ledger.db"}));
        if (!path) {
            return;
        }
        if (const std::string problem = make_ledger(*path); !problem.empty()) {
            fail({"Huvudboken kunde inte skapas.", "The ledger could not be made."}, problem);
            return;
        }
        know(*path);
        import(*path);
    }

    void add() {
        for (const auto& path : pick_files(context_, {"Välj huvudböcker", "Choose Ledgers"}, ledgers, true)) {
            if (const auto ledger = Ledger::open_existing(path); !ledger) {
                fail({"Filen kan inte användas.", "The file cannot be used."}, ledger.error().text);
            } else {
                know(path);
            }
        }
    }

    void import(const std::filesystem::path& ledger) {
        const auto files =
            pick_files(context_, {"Välj SIE-filer att läsa in", "Choose SIE Files to Read"}, sie_files, true);
        if (files.empty()) {
            return;
        }
        LedgerImport result;
        {
            Progress progress(context_, frame_, title);
            (void)progress.step({"Läser in i huvudboken …", "Reading into the ledger …"}, 0);
            result = progress.beside([&] { return import_into(ledger, files, progress.of_reading()); });
        }
        const std::string lines = std::accumulate(
            result.lines.begin(), result.lines.end(), std::string(),
            [](std::string sum, const std::string& line) { return sum + (sum.empty() ? "" : "\n") + line; });
        show_message(context_, frame_,
                     {result.all_read ? MessageKind::information : MessageKind::warning, title,
                      result.all_read ? say({"Filerna är inlästa.", "The files have been read."})
                                      : say({"Alla filer lästes inte in.", "Not every file was read."}),
                      lines});
    }

    /// True when there was a year to report.
    bool report(const KnownYear& year) {
        if (!year.has_books()) {
            fail({"Huvudboken har inga år att göra en rapport av.", "The ledger has no years to report."},
                 year.problem);
            return false;
        }
        auto draft = ReportDraft::open(year.ledger, year.query());
        if (!draft) {
            fail({"Rapporten kunde inte göras.", "The report could not be made."}, draft.error());
            return false;
        }
        make_report(context_, frame_, *draft, {"Ny rapport", "New Report"});
        return true;
    }

    void know(const std::filesystem::path& ledger) {
        settings_.remember_ledger(ledger);
        save();
    }

    void save() {
        if (const auto saved = settings_.save(file_); !saved) {
            fail({"Listan kunde inte sparas.", "The list could not be saved."}, saved.error());
        }
    }

    void fail(const Text& text, const std::string& detail) {
        show_message(context_, frame_, {MessageKind::warning, title, say(text), detail});
    }

    [[nodiscard]] std::string say(const Text& text) const { return pick(language_, text); }

    Context context_;
    Frame frame_;
    Language language_;
    std::filesystem::path file_;
    Settings settings_;
};

} // namespace

void huvudbocker(const Context& context, const Frame& frame) {
    LedgerWork work(context, frame);
    while (work.go_on()) {
    }
}

} // namespace finsam::addin
