#pragma once
// From a draft to an open workbook: the questions, the making, and what there is to say of it.

#include "addin/commands/command_functions.hpp"
#include "addin/commands/message.hpp"
#include "bridge/workbook/report_draft.hpp"

namespace finsam::addin {

/// Asks, makes the workbook as a new unsaved document, and remembers the choices. Nothing is left of a workbook that
/// the user stopped or that does not agree with the engine.
void make_report(const Context& context, const Frame& frame, ReportDraft& draft, const Text& title);

} // namespace finsam::addin
