#pragma once
// Newer books into a workbook that is filled: the data sheets are replaced in one step of undo, or nothing is.

#include "addin/commands/command_functions.hpp"
#include "addin/workbook/open_report.hpp"

#include <string>

namespace finsam::addin {

struct UpdateOutcome {
    std::string error;    ///< Swedish sentence; the document is as it was
    bool stopped = false; ///< by `go_on`; the document is as it was
    int checks_failed = 0;
};

/// Called under a Progress. `report` is what the engine makes of `books`. Afterwards every figure of the workbook must
/// be the engine's, but for those that were another before (a formula that people typed over).
[[nodiscard]] UpdateOutcome update_document(const Context& context, const DocumentReference& document,
                                            const OpenReport& now, const Books& books, const Report& report,
                                            const std::string& step_name, const GoOn& go_on);

/// The workbook has a line for everything; else what does not fit is summed in its lines "Övriga".
[[nodiscard]] bool has_room(const OpenReport& now, const Report& report);

} // namespace finsam::addin
