#pragma once
// From a line's label and fields to a record: which field is what, and what makes a record unreadable.

#include "parsers/sie_checks.hpp"
#include "parsers/sie_duplicates.hpp"
#include "parsers/sie_fields.hpp"
#include "parsers/sie_grammar.hpp"
#include "parsers/sie_labels.hpp"
#include "parsers/sie_reader.hpp"
#include "parsers/sie_report.hpp"
#include "parsers/sie_voucher.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace finsam::sie {

class Interpreter {
public:
    Interpreter(Handler& handler, Report& report);

    /// A line with a label. Counts it as read or refused.
    void record(const Line& line);
    void open_brace(const char* at);
    void close_brace(const char* at);
    void end_of_file();

    [[nodiscard]] bool accepted() const noexcept { return accepted_; }
    void finish(ReadResult& result);

private:
    using Counts = std::array<LabelCount, label_count>;

    [[nodiscard]] bool split(const LabelRule& rule, const Line& line);
    [[nodiscard]] bool has_mandatory(const LabelRule& rule);
    void unknown_record(const Line& line);
    void row_record(const LabelRule& rule, const Line& line);
    void plain_record(const LabelRule& rule, const Line& line);
    void voucher_record(const LabelRule& rule, const Line& line);

    [[nodiscard]] bool read_info(Label label);
    [[nodiscard]] bool read_account_record(Label label);
    [[nodiscard]] bool read_balance(BalanceKind kind);
    [[nodiscard]] bool read_year();
    [[nodiscard]] bool read_account_type();
    [[nodiscard]] bool read_dimension(bool has_parent);
    [[nodiscard]] bool read_object();
    [[nodiscard]] bool read_voucher(Voucher& voucher);
    [[nodiscard]] bool read_row(TransactionRow& row);
    bool read_address();
    void read_flag();
    [[nodiscard]] bool read_sie_type();
    void read_organisation_number();
    void check_account_number(const Account& account);
    [[nodiscard]] bool is_stated_once(const Balance& balance);

    [[nodiscard]] const Field* argument(std::size_t index) const noexcept {
        return index < arguments_.size() ? arguments_[index] : nullptr;
    }
    [[nodiscard]] std::string_view argument_bytes(std::size_t index) const noexcept {
        const Field* field = argument(index);
        return field ? field->bytes : std::string_view();
    }
    void optional_text(std::string& out, std::size_t index);
    void optional_date(std::optional<Date>& out, std::size_t index, bool may_show);
    void optional_quantity(std::string& out, std::size_t index);
    [[nodiscard]] std::optional<Ore> amount(std::size_t index);
    [[nodiscard]] std::optional<Date> day(std::string_view bytes) noexcept;
    [[nodiscard]] std::optional<Date> date(std::size_t index, bool may_show = true);
    [[nodiscard]] std::optional<Period> period(std::size_t index);
    [[nodiscard]] std::optional<int> number(std::size_t index, std::string_view what);
    [[nodiscard]] bool object_list(std::vector<ObjectRef>& out);

    Handler& handler_;
    Report& report_;
    FileChecks checks_;
    StatedNames stated_names_;
    StatedBalances stated_balances_;
    Counts counts_{};
    std::map<std::string, LabelCount, std::less<>> unknown_counts_;
    VoucherAssembler vouchers_;
    FileInfo info_;
    bool accepted_ = true;

    // The current record: its fields without the object list.
    std::string_view label_;
    std::vector<const Field*> arguments_;
    const Field* list_ = nullptr;
    const Line* line_ = nullptr;

    // Blocks that belong to no voucher.
    bool after_unknown_ = false;
    std::uint64_t skipped_depth_ = 0;
    std::uint64_t stray_depth_ = 0;

    // The rows of a voucher repeat its date.
    std::string_view last_day_text_;
    std::optional<Date> last_day_;

    // Reused from record to record.
    Balance balance_;
    Account account_;
};

} // namespace finsam::sie
