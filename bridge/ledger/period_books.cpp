#include "bridge/ledger/period_books.hpp"

#include "bridge/ledger/calendar.hpp"

#include <fmt/format.h>

namespace finsam {
namespace {

using Rows = std::vector<ListedAmount>;

/// Rows of movements of the whole year and until the day.
struct Movements {
    Rows whole, until;
    bool by_vouchers = false; ///< a row's list of objects is never a repetition
};

bool is_balance_account(std::string_view account) noexcept {
    return account.starts_with('1') || account.starts_with('2');
}

class PeriodReader {
public:
    PeriodReader(YearQueries& queries, const TimelineYear& year, const YearBooks& whole, Date day,
                 std::string_view dimension, CarefulSum& sums, std::vector<std::string>& notes)
        : queries_(queries), year_(year), whole_(whole), day_(day), dimension_(dimension), sums_(sums), notes_(notes) {}

    tl::expected<YearBooks, std::string> read() {
        if (day_ == year_.to || are_balances_of_the_day()) {
            return with_budget(whole_);
        }
        for (const YearSource& source : year_.sources) {
            if (source.number == 0 && source.import->file.generated && *source.import->file.generated < day_) {
                return tl::unexpected(fmt::format("{} är gjord {}, före periodens sista dag. Läs in en senare fil.",
                                                  source.import->file.file_name,
                                                  to_iso(*source.import->file.generated)));
            }
        }
        return by_movements();
    }

private:
    std::string name() const { return fmt::format("Räkenskapsåret {}–{}", to_iso(year_.from), to_iso(year_.to)); }

    const YearSource* own() const { return year_.sources.front().number == 0 ? &year_.sources.front() : nullptr; }

    /// A file that was made at the period's end, with the balances of that day.
    bool are_balances_of_the_day() {
        return own() != nullptr && whole_.result && whole_.closing_source == ClosingSource::closing &&
               queries_.balances_until(*own()) == day_;
    }

    tl::expected<YearBooks, std::string> by_movements() {
        std::string why;
        if (own() != nullptr && queries_.has_balances(*own())) {
            const Movements vouchers{queries_.transactions(*own()), queries_.transactions(*own(), day_), true};
            why = fault_of(vouchers, "Verifikationerna");
            if (!vouchers.whole.empty() && why.empty()) {
                return of(vouchers);
            }
        }
        if (!is_month_end(day_)) {
            return tl::unexpected(fmt::format("{}: {} Månadssaldon (#PSALDO) kan bara ge en månads sista dag.", name(),
                                              why.empty() ? "verifikationer saknas." : why));
        }
        const Period month{day_.year, day_.month};
        for (const YearSource& source : year_.sources) {
            const Movements months{queries_.listed(source, "psaldo"), queries_.listed(source, "psaldo", month), false};
            const std::string fault = fault_of(months, "Månadssaldona (#PSALDO)");
            if (!months.whole.empty() && fault.empty()) {
                return of(months);
            }
            why += (why.empty() || fault.empty() ? "" : " ") + fault;
        }
        return tl::unexpected(fmt::format("{}: {} Läs in en SIE 4-fil med årets alla verifikationer, eller en fil med "
                                          "alla konton i #PSALDO månad för månad.",
                                          name(),
                                          why.empty() ? "filerna har varken verifikationer eller månadssaldon." : why));
    }

    /// "" when there are no movements, or those of the year explain every result that the files tell.
    std::string fault_of(const Movements& movements, std::string_view what) {
        const std::string differing = movements.whole.empty() ? std::string()
                                                              : differences(totals(movements, movements.whole),
                                                                            whole_.result, {}, is_result_account);
        return differing.empty() ? std::string()
                                 : fmt::format("{} förklarar inte årets resultat på {}, så de kan inte delas upp på "
                                               "perioder.",
                                               what, differing);
    }

    /// "" when opening balances and the year's movements are its closing balances.
    std::string fault_of_balances(const Movements& movements) {
        if (!whole_.opening) {
            return "Ingående balanser (#IB) saknas";
        }
        if (whole_.closing_source != ClosingSource::closing) {
            return {};
        }
        const std::string differing =
            differences(totals(movements, movements.whole), whole_.closing, whole_.opening, is_balance_account);
        return differing.empty()
                   ? std::string()
                   : fmt::format("Ingående balanser och årets rörelser ger inte utgående balans på {}", differing);
    }

    AccountAmounts totals(const Movements& movements, const Rows& rows) {
        if (!movements.by_vouchers) {
            return account_totals(rows, dimension_, sums_);
        }
        AccountAmounts out;
        for (const ListedAmount& row : rows) {
            sums_.add(out[row.account], row.amount);
        }
        return out;
    }

    /// The first accounts where opening + movements is not what the files tell.
    std::string differences(const AccountAmounts& movements, const std::optional<AccountAmounts>& told,
                            const std::optional<AccountAmounts>& opening, bool (*wanted)(std::string_view) noexcept) {
        AccountAmounts left = told.value_or(AccountAmounts());
        for (const auto* part : {&movements, opening ? &*opening : nullptr}) {
            for (const auto& [account, amount] : part != nullptr && told ? *part : AccountAmounts()) {
                sums_.subtract(left[account], amount);
            }
        }
        constexpr int most = 3;
        std::string names;
        int count = 0;
        for (const auto& [account, amount] : left) {
            if (wanted(account) && !amount.is_zero() && ++count <= most) {
                names += (names.empty() ? "konto " : ", ") + account;
            }
        }
        return count > most ? names + " med flera" : names;
    }

    YearBooks of(const Movements& movements) {
        YearBooks out = whole_;
        out.period_end = day_;
        const std::string fault = fault_of_balances(movements);
        out.closing = fault.empty() ? whole_.opening : std::nullopt;
        out.closing_source = fault.empty() ? ClosingSource::closing : ClosingSource::none;
        if (!fault.empty()) {
            notes_.push_back(fmt::format("{}: {}, så balanserna {} går inte att räkna.", name(), fault, to_iso(day_)));
        }
        out.result.emplace();
        AccountAmounts movement = totals(movements, movements.until);
        for (const auto& [account, amount] : movement) {
            if (is_result_account(account)) {
                (*out.result)[account] = amount;
            } else if (out.closing && is_balance_account(account)) {
                sums_.add((*out.closing)[account], amount);
            }
        }
        out.movement = movements.by_vouchers ? std::optional(std::move(movement)) : std::nullopt;
        read_objects(movements, out);
        return with_budget(std::move(out));
    }

    /// As of a whole year: rows with objects, and what of each account no object carries.
    void read_objects(const Movements& movements, YearBooks& out) {
        out.objects.reset();
        if (!whole_.objects) {
            return;
        }
        Rows rows = movements.until;
        std::erase_if(rows, [](const ListedAmount& row) { return !is_result_account(row.account); });
        std::vector<ObjectAmount> objects =
            spread(rows, dimension_, movements.by_vouchers ? AccountAmounts() : *out.result, sums_);
        add_remainders(objects, *out.result, sums_);
        out.objects = std::move(objects);
    }

    YearBooks with_budget(YearBooks out) {
        out.period_end = day_;
        if (day_ == year_.to) {
            out.period_budget = out.budget;
            return out;
        }
        for (const YearSource& source : year_.sources) {
            if (queries_.listed(source, "pbudget").empty()) {
                continue;
            }
            if (is_month_end(day_) && queries_.periods(source, "pbudget") > 1) { // one period: not spread on months
                out.period_budget = account_totals(queries_.listed(source, "pbudget", Period{day_.year, day_.month}),
                                                   dimension_, sums_);
            }
            break;
        }
        return out;
    }

    YearQueries& queries_;
    const TimelineYear& year_;
    const YearBooks& whole_;
    Date day_;
    std::string_view dimension_;
    CarefulSum& sums_;
    std::vector<std::string>& notes_;
};

} // namespace

tl::expected<YearBooks, std::string> books_until(YearQueries& queries, const TimelineYear& year, const YearBooks& whole,
                                                 Date day, std::string_view dimension, CarefulSum& sums,
                                                 std::vector<std::string>& notes) {
    return PeriodReader(queries, year, whole, day, dimension, sums, notes).read();
}

} // namespace finsam
