#pragma once
// The dialog of Visa underlag: a figure's rule, the rows and accounts that it is made of, on demand their vouchers, and
// the way from each to its cell. It changes nothing.

#include "addin/dialogs/dialog.hpp"
#include "addin/language.hpp"
#include "bridge/report/trace_lines.hpp"

#include <functional>
#include <vector>

namespace finsam::addin {

/// What the dialog shows beside the trace itself.
struct TraceView {
    std::string title; ///< "Resultaträkning: Årets resultat (2024)"
    std::string about; ///< its rule, what requires it, its checks
};

class TraceDialog {
public:
    /// Puts vouchers into the trace and the books when they are first asked for, and says where they came from or why
    /// there are none. Empty: the books have them.
    using ReadVouchers = std::function<std::string()>;

    TraceDialog(const Dialog::Context& context, const Trace& figure, const Books& books, const TraceView& view,
                ReadVouchers read_vouchers);

    /// True when the user wants to go to what `chosen_...` tell.
    [[nodiscard]] bool run(const Dialog::Window& parent);
    /// The voucher, or else the line; both absent when there was nothing to choose.
    [[nodiscard]] const VoucherRow* chosen_voucher() const noexcept { return chosen_voucher_; }
    [[nodiscard]] const TraceLine* chosen_line() const noexcept { return chosen_line_; }

private:
    void add_lists();
    void add_buttons();
    void show_line();
    void show_vouchers();
    void show_voucher();
    void go();
    [[nodiscard]] const TraceLine* selected_line() const;
    [[nodiscard]] const VoucherRow* selected_voucher() const;
    [[nodiscard]] std::string say(const Text& text) const { return pick(language_, text); }

    const Trace& figure_;
    const Books& books_;
    ReadVouchers read_vouchers_;
    Language language_;
    Dialog dialog_;
    std::vector<TraceLine> lines_;
    std::vector<const VoucherRow*> vouchers_;
    const TraceLine* chosen_line_ = nullptr;
    const VoucherRow* chosen_voucher_ = nullptr;
    bool in_vouchers_ = false; ///< which of the lists was used last
};

} // namespace finsam::addin
