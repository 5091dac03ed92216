#include "parsers/sie_voucher.hpp"

#include "parsers/sie_history.hpp"
#include "parsers/swedish_format.hpp"

#include <fmt/format.h>

namespace finsam::sie {
namespace {

Label label_of(RowKind kind) noexcept {
    switch (kind) {
    case RowKind::trans: return Label::trans;
    case RowKind::rtrans: return Label::rtrans;
    case RowKind::btrans: return Label::btrans;
    }
    return Label::trans;
}

} // namespace

Voucher& VoucherAssembler::begin() {
    state_ = State::begun;
    nesting_ = 0;
    broken_ = false;
    row_count_ = 0;
    voucher_.line = report_.line();
    voucher_.series.clear();
    voucher_.number.clear();
    voucher_.date = {};
    voucher_.text.clear();
    voucher_.registered.reset();
    voucher_.signature.clear();
    return voucher_;
}

bool VoucherAssembler::open(const char* at) {
    switch (state_) {
    case State::none: return false;
    case State::begun: state_ = State::open; return true;
    case State::open_without_brace:
    case State::open: break;
    }
    ++nesting_;
    broken_ = true;
    report_.add(DiagnosticCode::klammer_ogiltig, at, "Klammern { står inne i en verifikation som redan är öppnad.");
    return true;
}

bool VoucherAssembler::close(const char* at) {
    if (state_ == State::none) {
        return false;
    }
    if (nesting_ > 0) {
        --nesting_;
        return true;
    }
    if (state_ == State::begun) {
        report_.add(DiagnosticCode::klammer_saknas, at, "Klammern { saknas efter #VER; verifikationen lästes ändå.");
    }
    finish();
    return true;
}

bool VoucherAssembler::accept_row(const char* at) {
    if (state_ == State::begun) {
        report_.add(DiagnosticCode::klammer_saknas, at, "Klammern { saknas efter #VER; verifikationen lästes ändå.");
        state_ = State::open_without_brace;
    }
    return state_ != State::none;
}

TransactionRow& VoucherAssembler::add_row(RowKind kind) {
    if (row_count_ == voucher_.rows.size()) {
        if (spare_rows_.empty()) {
            voucher_.rows.emplace_back();
        } else {
            voucher_.rows.push_back(std::move(spare_rows_.back()));
            spare_rows_.pop_back();
        }
    }
    TransactionRow& row = voucher_.rows[row_count_++];
    row.kind = kind;
    row.line = report_.line();
    return row;
}

void VoucherAssembler::drop_row() {
    const RowKind kind = voucher_.rows[--row_count_].kind;
    broken_ = broken_ || kind == RowKind::trans; // history rows do not count
    ++counts_[static_cast<std::size_t>(label_of(kind))].refused;
}

void VoucherAssembler::interrupt(const char* at) {
    if (state_ == State::none) {
        return;
    }
    report_.add(
        DiagnosticCode::klammer_saknas, at,
        fmt::format("{} på rad {} har ingen klammer }} före denna post; den avslutades här.", name(), voucher_.line));
    finish();
}

void VoucherAssembler::abandon() {
    if (state_ == State::none) {
        return;
    }
    state_ = State::none;
    take_back_surplus_rows();
    count_rows(false);
    ++counts_[static_cast<std::size_t>(Label::ver)].refused;
}

std::string VoucherAssembler::key() const {
    // The strings are UTF-8 already; a cut is not needed for keys of this kind but for hostile files.
    const auto brief = [](const std::string& text) {
        std::string shown = text.size() <= 40 ? text : "(lång)";
        std::erase_if(shown, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
        return shown;
    };
    const std::string series = brief(voucher_.series), number = brief(voucher_.number);
    return series.empty() || number.empty() ? series + number : series + " " + number;
}

std::string VoucherAssembler::name() const {
    if (voucher_.series.empty() && voucher_.number.empty()) {
        return "Verifikationen utan serie och nummer";
    }
    return voucher_.number.empty() ? "Verifikationen utan nummer i serie " + key() : "Verifikation " + key();
}

std::string VoucherAssembler::name_in_sentence() const {
    std::string text = name();
    text.front() = 'v';
    return text;
}

void VoucherAssembler::finish() {
    state_ = State::none;
    take_back_surplus_rows();
    if (broken_) {
        report_.add_at(DiagnosticCode::verifikation_avvisad, voucher_.line,
                       fmt::format("{} lästes inte, eftersom den har fel på någon rad.", name()), key());
        refuse_voucher(DiagnosticCode::verifikation_avvisad, Ore());
    } else if (const auto sum = sum_of_rows(); !sum) {
        report_.add_at(DiagnosticCode::verifikation_avvisad, voucher_.line,
                       fmt::format("{} lästes inte, eftersom summan är för stor att räkna.", name()), key());
        refuse_voucher(DiagnosticCode::verifikation_avvisad, Ore());
    } else if (sum->is_zero()) {
        hand_over();
    } else {
        note_unbalanced(*sum);
        refuse_voucher(DiagnosticCode::verifikation_obalanserad, *sum);
    }
}

/// Of the #TRANS; nothing when 64 bits are too few.
std::optional<Ore> VoucherAssembler::sum_of_rows() const noexcept {
    std::optional<Ore> sum = Ore();
    for (const TransactionRow& row : voucher_.rows) {
        if (row.kind == RowKind::trans && sum) {
            sum = checked_add(*sum, row.amount);
        }
    }
    return sum;
}

void VoucherAssembler::note_unbalanced(Ore sum) {
    ++unbalanced_;
    report_.add_at(
        DiagnosticCode::verifikation_obalanserad, voucher_.line,
        fmt::format("{} balanserar inte och lästes inte; skillnaden är {} kr.", name(), format_amount(sum, Unit::ore)),
        key());
}

void VoucherAssembler::hand_over() {
    report_oddities();
    for (const TransactionRow& row : voucher_.rows) {
        checks_.use_account(row.account, row.line);
        checks_.use_objects(row.objects, row.line);
    }
    count_rows(true);
    ++counts_[static_cast<std::size_t>(Label::ver)].read;
    handler_.voucher(voucher_);
}

void VoucherAssembler::refuse_voucher(DiagnosticCode why, Ore difference) {
    count_rows(false);
    ++counts_[static_cast<std::size_t>(Label::ver)].refused;
    handler_.refused_voucher({voucher_, why, difference});
}

void VoucherAssembler::count_rows(bool read) noexcept {
    for (const TransactionRow& row : voucher_.rows) {
        LabelCount& count = counts_[static_cast<std::size_t>(label_of(row.kind))];
        ++(read ? count.read : count.refused);
    }
}

void VoucherAssembler::report_oddities() {
    bool has_trans = false, has_rtrans = false;
    for (const TransactionRow& row : voucher_.rows) {
        has_trans = has_trans || row.kind == RowKind::trans;
        has_rtrans = has_rtrans || row.kind == RowKind::rtrans;
    }
    if (!has_trans) {
        report_.add_at(DiagnosticCode::verifikation_tom, voucher_.line,
                       fmt::format("{} har inga gällande rader; numret lästes.", name()), key());
    }
    if (has_rtrans) {
        report_lone_rtrans();
    }
    if (!checks_.is_new_number(voucher_.series, voucher_.number)) {
        report_.add_at(DiagnosticCode::verifikationsnummer_dubblett, voucher_.line,
                       fmt::format("{} förekommer mer än en gång; alla lästes.", name()), key());
    }
    const FiscalYear* year = checks_.current_year();
    if (year != nullptr && (voucher_.date < year->from || voucher_.date > year->to)) {
        report_.add_at(DiagnosticCode::datum_utanfor_rakenskapsar, voucher_.line,
                       fmt::format("{} har datum {}, utanför räkenskapsåret {}–{}; den lästes ändå.", name(),
                                   to_iso(voucher_.date), to_iso(year->from), to_iso(year->to)),
                       key());
    }
}

/// SIE 4C §5.11 #RTRANS: an added row is followed by the same row as #TRANS.
void VoucherAssembler::report_lone_rtrans() {
    for (const HistoryRow& history : history_of(voucher_.rows)) {
        if (history.fate == HistoryFate::added_without_twin) {
            report_.add_at(
                DiagnosticCode::rtrans_utan_trans, voucher_.rows[history.row].line,
                fmt::format("#RTRANS i {} saknar motsvarande #TRANS; raden lästes som historik.", name_in_sentence()),
                key());
        }
    }
}

void VoucherAssembler::take_back_surplus_rows() {
    while (voucher_.rows.size() > row_count_) {
        spare_rows_.push_back(std::move(voucher_.rows.back()));
        voucher_.rows.pop_back();
    }
}

} // namespace finsam::sie
