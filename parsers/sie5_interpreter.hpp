#pragma once
// From the elements of SIE 5 to records: which attribute is what, and what makes a record unreadable.

#include "parsers/sie5_balances.hpp"
#include "parsers/sie5_elements.hpp"
#include "parsers/sie5_years.hpp"
#include "parsers/sie_checks.hpp"
#include "parsers/sie_reader.hpp"
#include "parsers/sie_report.hpp"
#include "parsers/sie_voucher.hpp"
#include "parsers/xml_stream.hpp"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace finsam::sie {

class Sie5Interpreter final : public XmlHandler {
public:
    Sie5Interpreter(Handler& handler, Report& report);

    bool start_element(const XmlElement& element) override;
    void end_element() override;

    /// The root was Sie or SieEntry of SIE 5.
    [[nodiscard]] bool is_sie5() const noexcept { return root_ != Sie5Element::document; }
    [[nodiscard]] bool is_entry_file() const noexcept { return root_ == Sie5Element::sie_entry; }
    [[nodiscard]] std::size_t signatures() const noexcept { return signatures_; }
    /// After the last element: what can be said only of the whole, and the counts.
    void finish(ReadResult& result);

private:
    /// An OpeningBalance, ClosingBalance or Budget whose object references are still to come.
    struct OpenBalance {
        std::string name; ///< of the element
        std::optional<Period> month;
        std::optional<Ore> amount;
        std::vector<ObjectRef> objects;
        std::string quantity;
        std::uint64_t line = 0;
        std::uint32_t column = 0;
        bool readable = true;
    };

    [[nodiscard]] Sie5Element parent() const noexcept;
    [[nodiscard]] bool start_root(const XmlElement& element);
    void skip(const XmlElement& element, Sie5Element parent_element);
    void start(Sie5Element element);

    void start_file_info(Sie5Element element);
    void start_company();
    void start_year();
    void end_years();
    void start_account();
    void start_balance();
    void end_balance(bool opening);
    void end_budget();
    void hand_over(const Balance& balance);
    void start_dimension();
    void start_object();
    void start_object_reference();
    void start_voucher();
    void end_voucher();
    void start_row();
    void end_row();
    void start_overstrike();
    void name_used_dimensions();
    void report_missing();
    void report_unused();

    [[nodiscard]] std::optional<std::string_view> mandatory(std::string_view attribute);
    [[nodiscard]] std::string text(std::string_view attribute) const;
    [[nodiscard]] std::string key(std::string_view attribute) const;
    [[nodiscard]] std::string shown_if_number(std::string_view value) const;
    [[nodiscard]] std::optional<Ore> amount();
    [[nodiscard]] std::optional<Date> date(std::string_view attribute, bool is_mandatory);
    [[nodiscard]] std::string quantity();
    /// `concerned` is what the message is about; the element when "".
    void say(DiagnosticCode code, std::string text, std::string concerned = {});
    void say(DiagnosticCode code, Severity severity, std::string text, std::string concerned = {});
    bool count(bool read);

    Handler& handler_;
    Report& report_;
    FileChecks checks_;
    std::array<LabelCount, label_count> voucher_counts_{};
    VoucherAssembler vouchers_;
    FileInfo info_;
    FiscalYears years_;
    std::map<std::string, LabelCount, std::less<>> counts_;

    Sie5Element root_ = Sie5Element::document;
    std::vector<Sie5Element> open_;  ///< the elements that are open
    std::size_t skipped_depth_ = 0;  ///< elements open inside, and with, one that is not read
    bool in_unused_section_ = false; ///< which is the one not read
    std::size_t signatures_ = 0;
    std::uint64_t foreign_ = 0;
    std::set<Sie5Element> seen_;
    const XmlElement* element_ = nullptr; ///< the current start tag

    AccountBalances balances_;
    std::string account_; ///< "" when the open Account cannot be read
    OpenBalance balance_;
    std::string dimension_;
    std::string series_;
    bool row_readable_ = false;
    std::optional<Date> row_entered_; ///< EntryInfo of the open LedgerEntry
    std::set<std::string, std::less<>> declared_dimensions_;
};

} // namespace finsam::sie
