#pragma once
// The job that the command gives to the extension inside an office, and the answer: two JSON files. The menu commands
// use the same values without the files.

#include "bridge/workbook/report_inputs.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace finsam {

/// What the workbook is made of, and where it goes.
struct WorkbookRequest {
    std::filesystem::path ledger;
    std::optional<int> year;
    std::optional<std::string> company;
    std::optional<std::string> dimension;
    ReportTexts texts;
    std::string map_name;                 ///< the account map, for people
    int credit_sign = 1;                  ///< -1: equity and liabilities are printed negative
    bool show_empty_tables = false;       ///< tables without any figure or text are printed too
    std::filesystem::path ods, pdf, xlsx; ///< empty: not wanted

    /// The books that the report is made of.
    [[nodiscard]] BooksQuery query() const { return books_query(year, company, dimension, texts.document); }

    [[nodiscard]] std::string to_json() const;
    [[nodiscard]] static tl::expected<WorkbookRequest, std::string> from_json(std::string_view json);
};

/// A report cell after the recalculation, as Calc holds it, with the stable sign.
struct WorkbookCell {
    std::string table, row;
    int column = 0;
    std::string address;         ///< "Resultaträkning.C7"
    std::optional<double> value; ///< nothing: the cell shows no figure
    int error = 0;               ///< Calc's error number, 0 when none
};

struct WorkbookOutcome {
    std::string error;              ///< Swedish sentence; "" when the workbook was written
    std::vector<std::string> notes; ///< Swedish: what it does not hold
    std::vector<WorkbookCell> cells;
    /// As the sheet Kontroller counts them.
    int checks_ok = 0, checks_rounding = 0, checks_failed = 0, checks_not_applicable = 0;

    [[nodiscard]] std::string to_json() const;
    [[nodiscard]] static tl::expected<WorkbookOutcome, std::string> from_json(std::string_view json);
};

} // namespace finsam
