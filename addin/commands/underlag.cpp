#include "addin/commands/underlag.hpp"

#include "bridge/report/trace_lines.hpp"
#include "bridge/report/trace_words.hpp"
#include "bridge/workbook/ledger_vouchers.hpp"
#include "bridge/workbook/workbook_proof.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam::addin {
namespace {

const std::vector<std::string>& headings_of(const ReportTable& table) {
    return table.headings.empty() ? table.columns : table.headings;
}

} // namespace

tl::expected<std::unique_ptr<Underlag>, std::string> Underlag::of(const DocumentReference& document,
                                                                  const workbook::Place& place) {
    auto report = read_report(document);
    if (!report) {
        return tl::unexpected(report.error());
    }
    auto shown = workbook::figure_at((*report)->layout, (*report)->options.capacities, DocumentCells(document), place);
    if (!shown) {
        return tl::unexpected(fmt::format("Cell {} på bladet {} visar inget tal ur bokföringen. Ställ markören på ett "
                                          "tal i en av rapportens tabeller, eller på en rad på bladet Verifikationer.",
                                          workbook::a1(place.at), place.sheet));
    }
    std::unique_ptr<Underlag> underlag(new Underlag(document, std::move(*report), std::move(*shown)));
    if (auto found = underlag->find_trace(); !found) {
        return tl::unexpected(found.error());
    }
    return underlag;
}

tl::expected<void, std::string> Underlag::find_trace() {
    const auto& [books, map, typed, sign] = report_->content;
    auto found = finsam::trace(report_->layout, map, books, typed, shown_.figure);
    if (!found) {
        return tl::unexpected(found.error());
    }
    trace_ = std::move(*found);
    return {};
}

std::string Underlag::title() const {
    return fmt::format("{}: {}{}, {}", trace_.table_title, trace_.text,
                       trace_.column.empty() ? "" : " (" + trace_.column + ")",
                       trace_words::of_value(trace_.value, trace_.kind));
}

/// The cell as it is, against what its rule gives; "" when they agree.
std::string Underlag::typed_over() const {
    const workbook::ReportCell& cell = shown_.cell;
    const auto rows = cells_.read(cell.sheet, {cell.at, cell.at});
    WorkbookCell now;
    const double* number = rows.empty() ? nullptr : std::get_if<double>(&rows.front().front());
    if (number != nullptr) {
        now.value = *number * cell.print_sign * (cell.credit_side ? report_->options.credit_sign : 1);
    }
    if (agree(trace_.value, now)) {
        return {};
    }
    return "OBS: cellen visar ett annat tal än det som regeln ger. Någon har skrivit över formeln, eller arbetsboken "
           "är inte omräknad (Ctrl+Skift+F9).\n";
}

std::string Underlag::about() const {
    std::string text = typed_over() + rule_text(trace_);
    for (const TracedCheck& check : checks_of(report_->layout, report_->report, shown_.figure)) {
        text += "\nKontroll: " + trace_words::of_check(check);
    }
    return text;
}

std::string Underlag::as_text() const {
    return typed_over() + trace_as_text(trace_, {books(), checks_of(report_->layout, report_->report, shown_.figure)});
}

std::string Underlag::read_vouchers(const std::vector<std::filesystem::path>& ledgers) {
    auto found = vouchers_from(ledgers, books());
    if (!found) {
        return found.error();
    }
    report_->content.books.vouchers = std::move(found->rows);
    if (auto again = find_trace(); !again) {
        return again.error();
    }
    return fmt::format("Verifikationerna är lästa ur huvudboken {}; arbetsboken har dem inte.",
                       found->ledger.filename().string());
}

std::optional<workbook::Place> Underlag::place_of(const Trace& row, const TracedAccount* account) const {
    if (account != nullptr) {
        return workbook::place_of_account(cells_, account->account);
    }
    const ReportTable* table = report_->report.find(row.table);
    if (table == nullptr) {
        return std::nullopt;
    }
    const std::string& wanted = row.column.empty() ? trace_.column : row.column;
    const auto& headings = headings_of(*table);
    const auto found = std::ranges::find(headings, wanted);
    const std::size_t column = found == headings.end() ? 0 : static_cast<std::size_t>(found - headings.begin());
    return workbook::place_of_figure(report_->layout, report_->options.capacities, cells_,
                                     {row.table, row.row, column});
}

std::optional<workbook::Place> Underlag::place_of(const VoucherRow& voucher) const {
    if (auto place = workbook::place_of_voucher(cells_, voucher)) {
        return place;
    }
    const ImportedFile* file = file_of(books(), voucher);
    return file == nullptr ? std::nullopt : workbook::place_of_file(cells_, *file);
}

} // namespace finsam::addin
