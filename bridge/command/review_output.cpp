#include "bridge/command/review_output.hpp"

#include "parsers/swedish_count.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace finsam::command {
namespace {

using nlohmann::ordered_json;

std::string finding_text(const review::Finding& finding) {
    std::string text = fmt::format("\n{} ({}): {}, {}\n  {}\n", review::swedish_name(finding.type),
                                   review::swedish_name(finding.certainty), finding.row, finding.column, finding.text);
    text += fmt::format("  Publicerat {}", finding.printed);
    if (!finding.computed.empty()) {
        text += fmt::format(", beräknat {}, skillnad {}", finding.computed, finding.difference);
    }
    return text + fmt::format("{}{}. Regel: {}\n", finding.unit.empty() ? "" : " ", finding.unit, finding.rule);
}

} // namespace

std::string review_as_text(const review::ReviewResult& result) {
    std::string text = "Tabeller\n";
    for (const review::RecognisedTable& table : result.tables) {
        text += fmt::format("  {}: {}, {}\n", table.name, review::swedish_table_name(table.kind), table.unit);
    }
    std::string at;
    for (const review::Finding& finding : result.findings) {
        if (finding.table != at) {
            at = finding.table;
            text += fmt::format("\n--- {} ---\n", at);
        }
        text += finding_text(finding);
    }
    if (!result.uninterpreted.empty()) {
        text += "\nEj tolkat\n";
    }
    for (const review::Uninterpreted& one : result.uninterpreted) {
        text += fmt::format("  {}{}{}{}{}: {}.\n", one.table, one.row.empty() ? "" : ", " + one.row,
                            one.column.empty() ? "" : ", " + one.column, one.text.empty() ? "" : ", ",
                            one.text.empty() ? "" : "”" + one.text + "”", one.why);
    }
    text += fmt::format("\n{}; {} utförda, {} stämmer ({} av dem inom avrundning).\n",
                        counted(result.findings.size(), "fynd", "fynd"),
                        counted(result.performed, "kontroll", "kontroller"), result.held, result.rounded);
    return text;
}

std::string review_as_json(const review::ReviewResult& result) {
    ordered_json findings = ordered_json::array(), uninterpreted = ordered_json::array();
    for (const review::Finding& finding : result.findings) {
        findings.push_back({{"tabell", finding.table},
                            {"rad", finding.row},
                            {"kolumn", finding.column},
                            {"publicerat", finding.printed},
                            {"beraknat", finding.computed},
                            {"differens", finding.difference},
                            {"regel", finding.rule},
                            {"typ", review::swedish_name(finding.type)},
                            {"text", finding.text},
                            {"enhet", finding.unit},
                            {"sakerhet", review::swedish_name(finding.certainty)}});
    }
    for (const review::Uninterpreted& one : result.uninterpreted) {
        uninterpreted.push_back({{"tabell", one.table},
                                 {"rad", one.row},
                                 {"kolumn", one.column},
                                 {"innehall", one.text},
                                 {"skal", one.why}});
    }
    const ordered_json json = {{"fynd", findings},
                               {"ej_tolkat", uninterpreted},
                               {"kontroller", {{"utforda", result.performed}, {"stammer", result.held}}}};
    return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace finsam::command
