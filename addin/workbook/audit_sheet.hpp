#pragma once
// The sheet Revision of an auditor's copy: what was replaced, and what the figures come from.

#include "addin/workbook/fill_document.hpp"

#include <string>
#include <vector>

namespace finsam::addin {

/// A cell, an array or a name that held functions of the add-in.
struct ReplacedFormula {
    std::string sheet, place; ///< "Översikt", "C8"; of a name: "Namn" and the name
    std::string original;     ///< as the office's API writes it
    std::string now;          ///< the native formula; "" when it became its value
    std::variant<double, std::string> value;
};

/// Adds the sheet last, under the name Revision or one that is free.
void add_audit_sheet(const DocumentReference& document, const std::vector<ReplacedFormula>& replaced,
                     const std::vector<std::string>& locked_sheets);

} // namespace finsam::addin
