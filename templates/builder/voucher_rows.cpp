// The rows of vouchers, as they are read, in blocks for the sheets of an opened SIE file.

#include "parsers/sie_history.hpp"
#include "templates/builder/data_columns.hpp"
#include "templates/builder/plain_values.hpp"
#include "templates/builder/sie_book.hpp"
#include "templates/builder/sie_book_sheets.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam::workbook {
namespace {

constexpr std::size_t rows_per_block = 16'384;

PlainValue optional_day(const std::optional<Date>& date) {
    return date ? PlainValue(day_number(*date)) : PlainValue(std::string());
}

std::string reason(const sie::RefusedVoucher& refused) {
    return refused.why == DiagnosticCode::verifikation_obalanserad
               ? fmt::format("går inte jämnt upp: {} kr", format_amount(refused.difference, Unit::ore))
               : "en rad kunde inte läsas";
}

} // namespace

VoucherRows::VoucherRows(const SieSurvey& survey, const SieBook& book, BlockSink sink)
    : survey_(survey), columns_(book.columns),
      sink_(std::move(sink)), vouchers_{book.vouchers}, history_{book.history}, refused_{book.refused} {}

void VoucherRows::voucher(const sie::Voucher& voucher) {
    bool has_history = false;
    for (const sie::TransactionRow& row : voucher.rows) {
        if (row.kind == sie::RowKind::trans) {
            add_row(vouchers_, voucher, row, {});
        } else {
            has_history = true;
        }
    }
    if (has_history) {
        for (const sie::HistoryRow& item : sie::history_of(voucher.rows)) {
            add_row(history_, voucher, voucher.rows[item.row], swedish_name(item.fate));
        }
    }
}

void VoucherRows::refused_voucher(const sie::RefusedVoucher& refused) {
    const std::string why = reason(refused);
    for (const sie::TransactionRow& row : refused.voucher.rows) {
        add_row(refused_, refused.voucher, row, why);
    }
}

void VoucherRows::finish() {
    for (Stream* stream : {&vouchers_, &history_, &refused_}) {
        hand_out(*stream);
    }
}

void VoucherRows::hand_out(Stream& stream) {
    if (!stream.block.rows.empty()) {
        stream.rows += stream.block.rows.size();
        sink_(stream.block, line_);
        stream.block.rows.clear();
    }
}

VoucherRows::Line& VoucherRows::next_line(Stream& stream) {
    const auto each = static_cast<std::size_t>(stream.sheets.rows_each);
    const std::size_t place = stream.rows + stream.block.rows.size(); // of the next row
    if (stream.block.rows.size() == rows_per_block || (place % each == 0 && place > 0)) {
        hand_out(stream);
    }
    if (stream.block.rows.empty()) {
        stream.block.sheet = stream.sheets.names.at(stream.rows / each);
        stream.block.at = {data_first_row + static_cast<int>(stream.rows % each), 0};
    }
    return stream.block.rows.emplace_back();
}

const std::string& VoucherRows::account_name(const std::string& account) {
    static const std::string none;
    const auto found = survey_.accounts.find(account);
    return found == survey_.accounts.end() ? none : found->second.name;
}

void VoucherRows::add_row(Stream& stream, const sie::Voucher& voucher, const sie::TransactionRow& row,
                          std::string_view remark) {
    Line& line = next_line(stream);
    line_ = row.line;
    line.reserve(10 + columns_.dimensions.size());
    line.emplace_back(voucher.series);
    line.emplace_back(voucher.number);
    line.emplace_back(day_number(voucher.date));
    if (columns_.registered) {
        line.push_back(optional_day(voucher.registered));
    }
    line.emplace_back(voucher.text);
    if (columns_.row_text) {
        line.emplace_back(row.text);
    }
    line.emplace_back(row.account);
    line.emplace_back(account_name(row.account));
    put_objects(line, row.objects, columns_.dimensions, columns_.other_objects);
    line.push_back(kronor(row.amount));
    if (columns_.row_date) {
        line.push_back(optional_day(row.date));
    }
    if (columns_.quantity) {
        line.emplace_back(row.quantity);
    }
    line.emplace_back(static_cast<double>(row.line));
    if (&stream != &vouchers_) {
        line.emplace_back(std::string(remark));
    }
}

} // namespace finsam::workbook
