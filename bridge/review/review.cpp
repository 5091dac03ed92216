#include "bridge/review/review.hpp"

#include "bridge/review/conventions.hpp"
#include "bridge/review/drift_ties.hpp"
#include "bridge/review/findings.hpp"
#include "bridge/review/note_ties.hpp"
#include "bridge/review/plausibility.hpp"
#include "bridge/review/recognise.hpp"
#include "bridge/review/row_ties.hpp"

#include <algorithm>

namespace finsam::review {
namespace {

/// Years that no header names are counted from the report's own (columns.hpp).
void settle_years(std::vector<ReviewTable>& tables) {
    int report_year = 0;
    for (const ReviewTable& table : tables) {
        for (const ReviewColumn& column : table.columns) {
            report_year = std::max(report_year, column.year.value_or(0));
        }
    }
    for (ReviewTable& table : tables) {
        for (ReviewColumn& column : table.columns) {
            if (column.year && *column.year <= 0) {
                *column.year += report_year;
            }
        }
    }
}

std::vector<ReviewTable> recognise_all(const std::vector<RawTable>& raw, bool is_last_year,
                                       std::vector<Uninterpreted>& uninterpreted) {
    std::vector<ReviewTable> tables;
    for (const RawTable& one : raw) {
        if (auto table = recognise(one, uninterpreted)) {
            table->is_last_year = is_last_year;
            tables.push_back(std::move(*table));
        }
    }
    settle_years(tables);
    settle_conventions(tables);
    return tables;
}

/// Every tie of the report, and what is odd in how its tables are built.
struct AllTies {
    std::vector<Tie> ties;
    std::vector<StructureRemark> remarks;
    std::vector<OddReading> odd;
};

AllTies find_ties(const Model& model) {
    AllTies all;
    const NamedFigures figures(model);
    for (std::size_t t = 0; t < model.tables().size(); ++t) {
        const ReviewTable& table = model.tables()[t];
        if (table.is_last_year) {
            continue;
        }
        const auto sums = find_sums(model, t);
        add_sum_ties(model, t, sums, all.ties);
        add_opening_ties(model, t, sums, all.ties);
        add_row_ties(model, t, all.ties);
        add_structure_remarks(model, t, sums, all.remarks);
        if (table.kind == "driftredovisning") {
            add_drift_totals(model, figures, t, sums, all.ties);
        } else if (table.kind == "drift_sammandrag") {
            add_summary_ties(model, figures, t, all.ties, all.remarks);
        } else if (table.kind == "ar") {
            add_year_row_ties(model, figures, t, all.ties);
        } else if (table.kind == "not" || table.kind == "not_finansiering" || table.kind == "insatser") {
            add_note_ties(model, t, sums, all.ties);
            add_funding_ties(model, t, sums, all.ties);
        }
    }
    add_named_ties(model, figures, all.ties, all.odd);
    add_insats_ties(model, all.ties);
    add_comparative_ties(model, all.ties);
    return all;
}

} // namespace

ReviewResult review(const std::vector<RawTable>& tables, const std::vector<RawTable>& last_year) {
    ReviewResult result;
    std::vector<ReviewTable> all = recognise_all(tables, false, result.uninterpreted);
    for (const ReviewTable& table : all) {
        result.tables.push_back({table.name, table.kind, std::string(swedish_name(table.unit))});
    }
    std::ranges::move(recognise_all(last_year, true, result.uninterpreted), std::back_inserter(all));
    const Model model(std::move(all));
    const AllTies found = find_ties(model);
    result.performed = found.ties.size();
    for (const Tie& tie : found.ties) {
        const bool holds = model.holds(tie, model.values());
        result.held += holds ? 1 : 0;
        result.rounded += holds && model.difference(tie, model.values()) != 0 ? 1 : 0;
    }
    result.findings = findings_of(model, found.ties, localise(model, found.ties));
    add_remarks(model, found.remarks, found.odd, result.findings);
    add_unlikely_costs(model, result.findings);
    add_unusual_signs(model, result.findings);
    add_missing_rows(model, result.findings);
    add_format_findings(model, result.findings);
    std::ranges::stable_sort(result.findings, {}, [&](const Finding& finding) {
        return std::ranges::find(result.tables, finding.table, &RecognisedTable::name) - result.tables.begin();
    });
    return result;
}

} // namespace finsam::review
