#pragma once
// The example's workbook, made by the command once for the test program, and the engine's report of the same books.

#include "bridge/report/statement.hpp"
#include "bridge/workbook/report_inputs.hpp"
#include "bridge/workbook/workbook_request.hpp"
#include "tests/command/run_command.hpp"
#include "tests/office/document.hpp"

#include <vector>

namespace finsam::office {

struct ExampleWorkbook {
    command_test::Folder folder;
    std::filesystem::path ods, pdf, xlsx;
    command_test::Outcome outcome; ///< of `finsam arbetsbok`
    ReportInputs inputs;
    Books books;
    Report report;
    int credit_sign = -1;
};

/// Made at the first call.
[[nodiscard]] const ExampleWorkbook& example_workbook();

/// Every report cell as the document shows it now, with the stable sign.
[[nodiscard]] std::vector<WorkbookCell> report_cells_of(const Document& document);

/// Address of a figure: "Resultaträkning.C7".
[[nodiscard]] std::string address_of(const std::string& table, const std::string& row, int column);

} // namespace finsam::office
