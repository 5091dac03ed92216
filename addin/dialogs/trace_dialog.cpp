#include "addin/dialogs/trace_dialog.hpp"

#include "bridge/report/trace_words.hpp"

#include <fmt/format.h>

namespace finsam::addin {
namespace {

constexpr int width = 400, margin = 8, inner = width - 2 * margin;
constexpr int about_y = 19, about_height = 42, lines_y = 66, lines_height = 86, vouchers_y = 157, vouchers_height = 78,
              detail_y = 239, detail_height = 26, buttons_y = 271, height = 292;

/// A list of the office counts in 16 bits, and nobody reads more: the rest stands on the sheet.
constexpr std::size_t most_vouchers = 5000;

} // namespace

TraceDialog::TraceDialog(const Dialog::Context& context, const Trace& figure, const Books& books, const TraceView& view,
                         ReadVouchers read_vouchers)
    : figure_(figure), books_(books), read_vouchers_(std::move(read_vouchers)), language_(language_of(context)),
      dialog_(context, say({"Visa underlag", "Show Sources"}), width, height), lines_(trace_lines(figure)) {
    dialog_.set_help("visa-underlag");
    dialog_.add_heading("figure", {margin, 6, inner, 10}, view.title);
    add_lists();
    dialog_.add_read_only_text("about", {margin, about_y, inner, about_height}, view.about);
    dialog_.add_read_only_text("detail", {margin, detail_y, inner, detail_height}, "");
    add_buttons();
    show_line();
}

void TraceDialog::add_lists() {
    dialog_.add_table("lines", {margin, lines_y, inner, lines_height},
                      {{say({"Rad eller konto", "Row or account"}), 52},
                       {say({"Saldo", "Balance"}), 26},
                       {say({"Belopp", "Amount"}), 22, true}});
    dialog_.add_table("vouchers", {margin, vouchers_y, inner, vouchers_height},
                      {{say({"Ver.", "Voucher"}), 11},
                       {say({"Datum", "Date"}), 14},
                       {say({"Konto", "Account"}), 10},
                       {"Text", 36},
                       {say({"Belopp", "Amount"}), 20, true}});
    std::vector<std::vector<std::string>> rows;
    for (const TraceLine& line : lines_) {
        rows.push_back({line.text, line.balance, line.amount});
    }
    dialog_.set_rows("lines", rows);
    dialog_.select("lines", lines_.empty() ? -1 : 0);
    dialog_.on_change("lines", [this] { show_line(); });
    dialog_.on_change("vouchers", [this] { show_voucher(); });
    dialog_.on_double_click("lines", [this] { go(); });
    dialog_.on_double_click("vouchers", [this] { go(); });
}

void TraceDialog::add_buttons() {
    constexpr int button = 92, gap = 6;
    dialog_.add_button("show", {margin, buttons_y, button, 15}, say({"~Visa verifikationer", "Show ~Vouchers"}),
                       [this] { show_vouchers(); });
    dialog_.add_button(
        "go", {width - margin - 2 * button - gap, buttons_y, button, 15}, say({"~Gå till raden", "~Go to the Row"}),
        [this] { go(); }, true);
    dialog_.add_cancel_button("close", {width - margin - button, buttons_y, button, 15}, say({"~Stäng", "~Close"}));
    dialog_.enable("go", !lines_.empty());
}

const TraceLine* TraceDialog::selected_line() const {
    const int row = dialog_.selected_row("lines");
    return row < 0 ? nullptr : &lines_.at(static_cast<std::size_t>(row));
}

const VoucherRow* TraceDialog::selected_voucher() const {
    const int row = dialog_.selected_row("vouchers");
    return row < 0 || vouchers_.empty() ? nullptr : vouchers_.at(static_cast<std::size_t>(row));
}

void TraceDialog::show_line() {
    in_vouchers_ = false;
    if (const TraceLine* line = selected_line()) {
        dialog_.set_text("detail", line->account != nullptr ? account_text(*line->account) : rule_text(*line->row));
    }
}

void TraceDialog::show_voucher() {
    in_vouchers_ = true;
    if (const VoucherRow* voucher = selected_voucher()) {
        dialog_.set_text("detail", file_text(books_, *voucher));
    }
}

/// Of the line that is marked; of a figure without lines, of itself.
void TraceDialog::show_vouchers() {
    std::string note;
    if (read_vouchers_) {
        note = std::exchange(read_vouchers_, nullptr)();
        lines_ = trace_lines(figure_); // the same lines, now with their vouchers
    }
    const TraceLine* line = selected_line();
    vouchers_ = line == nullptr ? vouchers_below(figure_, nullptr) : vouchers_below(*line->row, line->account);
    const std::size_t all = vouchers_.size();
    vouchers_.resize(std::min(all, most_vouchers));
    std::vector<std::vector<std::string>> rows;
    for (const VoucherRow* one : vouchers_) {
        rows.push_back(
            {voucher_name(*one), to_iso(one->date), one->account, one->text, trace_words::of_amount(one->amount)});
    }
    dialog_.set_rows("vouchers", rows);
    if (rows.empty()) {
        dialog_.set_text("detail", !note.empty() ? note
                                                 : say({"Raden har inga verifikationer i böckerna.",
                                                        "The row has no vouchers in the books."}));
        return;
    }
    dialog_.select("vouchers", 0);
    dialog_.enable("go", true);
    dialog_.focus("vouchers");
    show_voucher();
    if (all > vouchers_.size()) {
        note = fmt::format(fmt::runtime(say({"De första {} av {} visas; alla står på bladet Verifikationer.",
                                             "The first {} of {} are shown; all are on the sheet Verifikationer."})),
                           vouchers_.size(), all);
    }
    if (!note.empty()) {
        dialog_.set_text("detail", file_text(books_, *vouchers_.front()) + "\n" + note);
    }
}

void TraceDialog::go() {
    chosen_voucher_ = in_vouchers_ ? selected_voucher() : nullptr;
    chosen_line_ = in_vouchers_ ? nullptr : selected_line();
    if (chosen_voucher_ != nullptr || chosen_line_ != nullptr) {
        dialog_.finish();
    }
}

bool TraceDialog::run(const Dialog::Window& parent) {
    return dialog_.execute(parent);
}

} // namespace finsam::addin
