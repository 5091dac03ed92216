#include "bridge/check/sie_survey.hpp"

#include "bridge/check/reconciliation_text.hpp"
#include "bridge/ledger/insats_dimension.hpp"
#include "bridge/ledger/personal_data.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace finsam {
namespace {

/// "6" before "10", and numbers before what is none.
std::tuple<bool, std::size_t, std::string_view> by_number(std::string_view number) {
    const bool is_number = number.find_first_not_of("0123456789") == std::string_view::npos;
    return {!is_number, is_number ? number.size() : 0, number};
}

struct ByNumber {
    bool operator()(std::string_view a, std::string_view b) const { return by_number(a) < by_number(b); }
};

class Surveyor final : public sie::Handler {
public:
    explicit Surveyor(const ReadingProgress& progress) : progress_(progress) {}

    void fiscal_year(const sie::FiscalYear& year) override {
        survey_.years.push_back(year);
        reconciler_.fiscal_year(year);
    }
    void account(const sie::Account& account) override { survey_.accounts[account.number].name = account.name; }
    void account_type(const sie::AccountType& type) override {
        survey_.accounts[type.account].type = type.type;
        reconciler_.account_type(type);
    }
    void account_unit(const sie::AccountUnit& unit) override { survey_.accounts[unit.account].unit = unit.unit; }
    void sru_code(const sie::SruCode& code) override {
        std::string& all = survey_.accounts[code.account].sru;
        all += (all.empty() ? "" : ", ") + code.code;
    }
    void dimension(const sie::Dimension& dimension) override {
        DimensionFacts& own = dimension_facts(dimension.number);
        own.name = dimension.name;
        own.parent = dimension.parent;
    }
    void object(const sie::Object& object) override {
        object_facts({object.dimension, object.code}).name = object.name;
    }
    void balance(const sie::Balance& balance) override {
        survey_.accounts[balance.account];
        for (const sie::ObjectRef& object : balance.objects) {
            dimension_facts(object.dimension).in_balances = true;
            object_facts(object);
        }
        survey_.balances.push_back(balance);
        reconciler_.balance(balance);
    }
    void voucher(const sie::Voucher& voucher) override {
        constexpr std::uint64_t vouchers_between = 1024;
        if (++survey_.vouchers.vouchers % vouchers_between == 0 && progress_) {
            progress_(voucher.line);
        }
        note_fields(voucher);
        for (const sie::TransactionRow& row : voucher.rows) {
            if (row.kind == sie::RowKind::trans) {
                ++survey_.vouchers.rows;
                note_row(row);
            } else {
                ++survey_.vouchers.history_rows;
                note_objects(row, 0);
            }
        }
        reconciler_.voucher(voucher);
    }
    void refused_voucher(const sie::RefusedVoucher& refused) override {
        ++survey_.vouchers.refused;
        survey_.vouchers.refused_rows += refused.voucher.rows.size();
        note_fields(refused.voucher);
        for (const sie::TransactionRow& row : refused.voucher.rows) {
            note_objects(row, 0);
        }
        reconciler_.refused_voucher(refused);
    }

    SieSurvey finish(sie::ReadResult result) {
        survey_.result = std::move(result);
        std::ranges::sort(survey_.years, std::greater(), &sie::FiscalYear::number);
        list_dimensions();
        survey_.reconciliation = reconciler_.result();
        tell_reconciliation(survey_.result, survey_.reconciliation);
        return std::move(survey_);
    }

private:
    struct Dimension {
        DimensionFacts facts;
        std::unordered_map<std::string, ObjectFacts> objects; ///< by code
    };

    Dimension& dimension_of(const std::string& number) {
        const auto [place, added] = dimensions_.try_emplace(number);
        if (added) {
            place->second.facts.number = number;
        }
        return place->second;
    }
    DimensionFacts& dimension_facts(const std::string& number) { return dimension_of(number).facts; }

    static ObjectFacts& object_facts(Dimension& dimension, const std::string& code) {
        const auto [place, added] = dimension.objects.try_emplace(code);
        if (added) {
            place->second.dimension = dimension.facts.number;
            place->second.code = code;
        }
        return place->second;
    }
    ObjectFacts& object_facts(const sie::ObjectRef& object) {
        return object_facts(dimension_of(object.dimension), object.code);
    }

    void note_fields(const sie::Voucher& voucher) {
        VoucherFacts& facts = survey_.vouchers;
        facts.has_registered |= voucher.registered.has_value();
        for (const sie::TransactionRow& row : voucher.rows) {
            facts.has_row_text |= !row.text.empty();
            facts.has_row_date |= row.date.has_value() && row.date != voucher.date;
            facts.has_quantity |= !row.quantity.empty();
        }
    }

    void note_row(const sie::TransactionRow& row) {
        if (last_account_ == nullptr || last_account_->first != row.account) {
            last_account_ = &*survey_.accounts.try_emplace(row.account).first;
        }
        AccountFacts& account = last_account_->second;
        account.moved = account.moved ? checked_add(*account.moved, row.amount) : std::nullopt;
        ++account.rows;
        note_objects(row, 1);
    }

    void note_objects(const sie::TransactionRow& row, std::uint64_t rows) {
        for (const sie::ObjectRef& object : row.objects) {
            Dimension& dimension = dimension_of(object.dimension);
            dimension.facts.in_rows = true;
            object_facts(dimension, object.code).rows += rows;
        }
    }

    /// The dimension of employees, or a division of it at any depth.
    [[nodiscard]] bool holds_persons(const std::string& number) const {
        std::string_view at = number;
        for (std::size_t step = 0; step <= dimensions_.size(); ++step) { // a ring of divisions ends too
            const std::string_view plain = at.substr(std::min(at.find_first_not_of('0'), at.size()));
            if (plain == employee_dimension) {
                return true;
            }
            const auto found = dimensions_.find(std::string(at));
            if (found == dimensions_.end() || found->second.facts.parent.empty()) {
                return false;
            }
            at = found->second.facts.parent;
        }
        return false;
    }

    void list_dimensions() {
        std::map<std::string_view, Dimension*, ByNumber> in_order;
        for (auto& [number, dimension] : dimensions_) {
            in_order[number] = &dimension;
        }
        for (const auto& [number, dimension] : in_order) {
            if (dimension->facts.name.empty()) {
                dimension->facts.name = reserved_dimension_name(number);
            }
            survey_.dimensions.push_back(dimension->facts);
            list_objects(*dimension);
        }
    }

    void list_objects(Dimension& dimension) {
        const bool persons = holds_persons(dimension.facts.number);
        const auto first = static_cast<std::ptrdiff_t>(survey_.objects.size());
        for (auto& [code, object] : dimension.objects) {
            survey_.objects.push_back(std::move(object));
            if (persons) {
                survey_.objects.back().name.clear();
            }
        }
        std::ranges::sort(survey_.objects.begin() + first, survey_.objects.end(), {}, &ObjectFacts::code);
    }

    const ReadingProgress& progress_;
    SieSurvey survey_;
    std::unordered_map<std::string, Dimension> dimensions_;              ///< by number
    std::pair<const std::string, AccountFacts>* last_account_ = nullptr; ///< rows of an account often follow each other
    sie::Reconciler reconciler_;
};

} // namespace

std::uint64_t SieSurvey::count(Severity severity) const noexcept {
    return static_cast<std::uint64_t>(std::ranges::count(result.diagnostics, severity, &Diagnostic::severity));
}

SieSurvey survey_sie(std::string_view bytes, const ReadingProgress& progress) {
    Surveyor surveyor(progress);
    sie::ReadResult result = sie::read_sie_file(bytes, surveyor);
    return surveyor.finish(std::move(result));
}

} // namespace finsam
