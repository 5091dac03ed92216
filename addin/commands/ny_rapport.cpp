#include "addin/commands/make_report.hpp"
#include "addin/commands/progress.hpp"
#include "addin/dialogs/file_picker.hpp"

#include <optional>

namespace finsam::addin {
namespace {

constexpr Text title{"Ny rapport", "New Report"};

using Draft = tl::expected<ReportDraft, std::string>;

Draft read(const Context& context, const Frame& frame, const std::vector<std::filesystem::path>& files) {
    Progress progress(context, frame, title);
    if (!progress.step({"Läser SIE-filerna …", "Reading the SIE files …"}, 0)) {
        return tl::unexpected(std::string());
    }
    Draft draft = progress.beside([&] { return ReportDraft::read(files, progress.of_reading()); });
    return progress.is_cancelled() ? tl::unexpected(std::string()) : std::move(draft);
}

} // namespace

void ny_rapport(const Context& context, const Frame& frame) {
    const auto files = pick_files(
        context,
        {"Välj SIE-filer: årets och gärna föregående års", "Choose SIE Files: This Year's and the Year Before"},
        sie_files, true);
    if (files.empty()) {
        return;
    }
    Draft draft = read(context, frame, files);
    if (draft) {
        make_report(context, frame, *draft, title);
    } else if (!draft.error().empty()) { // nothing to say to who stopped it
        show_message(context, frame,
                     {MessageKind::error, title,
                      pick(language_of(context),
                           {"SIE-filerna kan inte bli en rapport.", "The SIE files cannot become a report."}),
                      draft.error()});
    }
}

} // namespace finsam::addin
