#pragma once
// The subcommands. Each adds itself to the app; its callback stores the exit code.

#include "bridge/command/console.hpp"

namespace CLI {
class App;
}

namespace finsam::command {

void add_check_command(CLI::App& app, Exit& exit);      ///< kontrollera
void add_import_command(CLI::App& app, Exit& exit);     ///< importera
void add_report_command(CLI::App& app, Exit& exit);     ///< rapport
void add_workbook_command(CLI::App& app, Exit& exit);   ///< arbetsbok
void add_trace_command(CLI::App& app, Exit& exit);      ///< spara
void add_audit_copy_command(CLI::App& app, Exit& exit); ///< revisionskopia
void add_export_command(CLI::App& app, Exit& exit);     ///< exportera
void add_review_command(CLI::App& app, Exit& exit);     ///< granska
void add_compare_command(CLI::App& app, Exit& exit);    ///< jamfor

} // namespace finsam::command
