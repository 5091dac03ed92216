#pragma once
// What stands behind a figure of an open workbook: its trace, with vouchers from the workbook or from a ledger.

#include "addin/workbook/open_report.hpp"
#include "bridge/report/trace_text.hpp"
#include "templates/builder/underlag_places.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace finsam::addin {

class Underlag {
public:
    /// Of the figure in a cell of a report sheet. The error is a Swedish sentence.
    [[nodiscard]] static tl::expected<std::unique_ptr<Underlag>, std::string> of(const DocumentReference& document,
                                                                                 const workbook::Place& place);
    Underlag(const Underlag&) = delete;
    Underlag& operator=(const Underlag&) = delete;

    [[nodiscard]] const Trace& trace() const noexcept { return trace_; }
    [[nodiscard]] const Books& books() const noexcept { return report_->content.books; }
    /// "Resultaträkning: Årets resultat (2024), 1 662 665,00"
    [[nodiscard]] std::string title() const;
    /// Rule, source, checks, and first of all whether the cell shows another figure than its rule gives.
    [[nodiscard]] std::string about() const;
    [[nodiscard]] std::string as_text() const;

    [[nodiscard]] bool has_vouchers() const noexcept { return !books().vouchers.empty(); }
    /// Out of one of these ledgers. Which one it was, or why none could be used: a Swedish sentence.
    std::string read_vouchers(const std::vector<std::filesystem::path>& ledgers);

    /// The cell of a row or an account of the trace, of a voucher, or of a voucher's file when the workbook lacks the
    /// voucher; nothing when no sheet shows it.
    [[nodiscard]] std::optional<workbook::Place> place_of(const Trace& row, const TracedAccount* account) const;
    [[nodiscard]] std::optional<workbook::Place> place_of(const VoucherRow& voucher) const;

private:
    Underlag(const DocumentReference& document, std::unique_ptr<OpenReport> report, workbook::ShownFigure shown)
        : cells_(document), report_(std::move(report)), shown_(std::move(shown)) {}
    [[nodiscard]] tl::expected<void, std::string> find_trace();
    [[nodiscard]] std::string typed_over() const;

    DocumentCells cells_;
    std::unique_ptr<OpenReport> report_;
    workbook::ShownFigure shown_;
    Trace trace_; ///< points into the report's books and map
};

} // namespace finsam::addin
