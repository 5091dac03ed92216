#pragma once
// Assembles #VER { #TRANS ... } to vouchers, and refuses those that do not balance.

#include "parsers/sie_checks.hpp"
#include "parsers/sie_reader.hpp"
#include "parsers/sie_report.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace finsam::sie {

class VoucherAssembler {
public:
    VoucherAssembler(Handler& handler, Report& report, FileChecks& checks,
                     std::array<LabelCount, label_count>& counts) noexcept
        : handler_(handler), report_(report), checks_(checks), counts_(counts) {}

    /// #VER: the voucher to fill in. `refuse` when the record cannot be read; its rows are then refused with it.
    Voucher& begin();
    [[nodiscard]] Voucher& current() noexcept { return voucher_; }
    void refuse() noexcept { broken_ = true; }
    /// `{` alone on a line, or at the end of #VER; false when it opens nothing that is known.
    bool open(const char* at);
    /// `}` alone on a line; false when nothing is open.
    bool close(const char* at);
    /// A row label; false outside a voucher. A row that follows #VER without `{` opens the voucher.
    bool accept_row(const char* at);
    /// The next row, every field but kind and line still to be filled in; `drop_row` takes it back as refused.
    TransactionRow& add_row(RowKind kind);
    /// The row added last.
    [[nodiscard]] TransactionRow& row() noexcept { return voucher_.rows[row_count_ - 1]; }
    void drop_row();
    /// A record that cannot stand in a voucher ends an unclosed one.
    void interrupt(const char* at);
    /// The file ends inside the voucher, whose records are refused. Nothing when none is open.
    void abandon();

    [[nodiscard]] bool is_open() const noexcept { return state_ != State::none; }
    [[nodiscard]] std::uint64_t begin_line() const noexcept { return voucher_.line; }
    [[nodiscard]] std::uint64_t unbalanced() const noexcept { return unbalanced_; }
    /// "Verifikation A 567", for messages.
    [[nodiscard]] std::string name() const;
    /// The same inside a sentence: "verifikation A 567".
    [[nodiscard]] std::string name_in_sentence() const;
    /// "A 567".
    [[nodiscard]] std::string key() const;

private:
    enum class State : std::uint8_t { none, begun, open_without_brace, open };

    void finish();
    void hand_over();
    void refuse_voucher(DiagnosticCode why, Ore difference);
    [[nodiscard]] std::optional<Ore> sum_of_rows() const noexcept;
    void note_unbalanced(Ore sum);
    void report_oddities();
    void report_lone_rtrans();
    void count_rows(bool read) noexcept;
    void take_back_surplus_rows();

    Handler& handler_;
    Report& report_;
    FileChecks& checks_;
    std::array<LabelCount, label_count>& counts_;
    Voucher voucher_;
    /// Rows keep the capacity of their strings from voucher to voucher: the first `row_count_` of the voucher's are its
    /// own, any others are left from an earlier one until `finish`.
    std::size_t row_count_ = 0;
    std::vector<TransactionRow> spare_rows_;
    State state_ = State::none;
    std::uint64_t nesting_ = 0;
    bool broken_ = false;
    std::uint64_t unbalanced_ = 0;
};

} // namespace finsam::sie
