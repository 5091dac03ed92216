#include "bridge/workbook/books_update.hpp"

#include "bridge/ledger/text_fold.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <set>

namespace finsam {
namespace {

const YearBooks* year_of(const Books& books, const Date& last_day) {
    const auto found = std::ranges::find(books.years, last_day, &YearBooks::to);
    return found == books.years.end() ? nullptr : &*found;
}

bool has_file_of(const Books& books, int calendar_year) {
    return std::ranges::find(books.imports, calendar_year, &ImportedFile::fiscal_year) != books.imports.end();
}

/// Which of the two gives a year: the one with a file of its own, the new one before the old. Without a file of its own
/// a year of the new ones may be no more than the balances that the next one began with: what was known stays.
bool is_fresh(const Books& before, const Books& fresh, const YearBooks& year) {
    const int number = year.to.year;
    if (has_file_of(fresh, number)) {
        return true;
    }
    const YearBooks* known = year_of(before, year.to);
    const YearBooks* newer = year_of(fresh, year.to);
    const bool knows_less = known != nullptr && newer != nullptr && known->result && !newer->result;
    return !has_file_of(before, number) && newer != nullptr && !knows_less;
}

bool is_another(const Books& before, const Books& fresh, bool name_was_typed) {
    if (!before.organisation_number.empty() && !fresh.organisation_number.empty()) {
        return before.organisation_number != fresh.organisation_number;
    }
    return !name_was_typed && !before.company_name.empty() && !fresh.company_name.empty() &&
           fold_case(before.company_name) != fold_case(fresh.company_name);
}

std::string refusal(const Books& before, const Books& fresh, bool name_was_typed) {
    if (fresh.years.empty() || before.years.empty()) {
        return "SIE-filerna eller arbetsboken har inget räkenskapsår.";
    }
    if (is_another(before, fresh, name_was_typed)) {
        return fmt::format("SIE-filerna gäller {} {}, men arbetsboken gäller {} {}.", fresh.company_name,
                           fresh.organisation_number, before.company_name, before.organisation_number);
    }
    const YearBooks& report = before.years.front();
    if (year_of(fresh, report.to) == nullptr || fresh.years.front().to != report.to) {
        return fmt::format("SIE-filerna gäller räkenskapsåret som slutar {}, men arbetsboken gäller det som slutar {}. "
                           "Gör en ny rapport för det andra året.",
                           to_iso(fresh.years.front().to), to_iso(report.to));
    }
    return {};
}

void take_vouchers(Books& out, const Books& from, const YearBooks& year) {
    std::ranges::copy_if(from.vouchers, std::back_inserter(out.vouchers),
                         [&](const VoucherRow& row) { return !(row.date < year.from) && !(year.to < row.date); });
}

/// Names that the new files give go before those that are known already.
template <class Names>
void add_names(Names& names, const Names& others) {
    names.insert(others.begin(), others.end());
}

using Content = std::multiset<std::tuple<Date, std::string, std::string, std::int64_t>>;

struct Voucher {
    ChangedVoucher shown;
    Content content;
};

using VoucherKey = std::tuple<int, std::string, std::string>;

/// The year in which a voucher's fiscal year ends.
int fiscal_year(const Books& books, const Date& day) {
    for (const YearBooks& year : books.years) {
        if (!(day < year.from) && !(year.to < day)) {
            return year.to.year;
        }
    }
    return day.year;
}

std::map<VoucherKey, Voucher> vouchers_of(const Books& books) {
    std::map<VoucherKey, Voucher> out;
    for (const VoucherRow& row : books.vouchers) {
        // Without a number a voucher is what it holds; a row is then as much as can be told apart.
        const std::string number = !row.number.empty() ? row.number
                                                       : fmt::format("\n{} {} {} {}", to_iso(row.date), row.account,
                                                                     row.object, row.amount.count());
        Voucher& one = out[{fiscal_year(books, row.date), row.series, number}];
        if (one.shown.rows == 0) {
            one.shown.name = fmt::format("{}{}{} {}", row.series, row.series.empty() || row.number.empty() ? "" : " ",
                                         row.number, to_iso(row.date));
            one.shown.text = row.text;
        }
        ++one.shown.rows;
        one.content.insert({row.date, row.account, row.object, row.amount.count()});
    }
    return out;
}

void compare_vouchers(const Books& before, const Books& after, BooksChanges& out) {
    const auto old = vouchers_of(before), now = vouchers_of(after);
    for (const auto& [key, voucher] : now) {
        const auto known = old.find(key);
        if (known == old.end()) {
            out.vouchers_added.push_back(voucher.shown);
        } else if (known->second.content != voucher.content) {
            out.vouchers_changed.push_back(voucher.shown);
        }
    }
    for (const auto& [key, voucher] : old) {
        if (!now.contains(key)) {
            out.vouchers_removed.push_back(voucher.shown);
        }
    }
}

std::set<std::string> accounts_of(const Books& books) {
    std::set<std::string> out;
    for (const YearBooks& year : books.years) {
        for (const auto* part : {&year.opening, &year.closing, &year.result, &year.budget}) {
            for (const auto& [account, amount] : part->value_or(AccountAmounts{})) {
                if (!amount.is_zero()) {
                    out.insert(account);
                }
            }
        }
    }
    return out;
}

std::vector<std::string> named(const std::set<std::string>& accounts, const std::set<std::string>& without,
                               const Books& books) {
    std::vector<std::string> out;
    for (const std::string& account : accounts) {
        if (!without.contains(account)) {
            const auto name = books.account_names.find(account);
            out.push_back(name == books.account_names.end() ? account : account + " " + name->second);
        }
    }
    return out;
}

void compare_accounts(const Books& before, const Books& after, const Report& report_after, BooksChanges& out) {
    const auto old = accounts_of(before), now = accounts_of(after);
    out.accounts_new = named(now, old, after);
    out.accounts_gone = named(old, now, before);
    const std::set<std::string> unmapped(report_after.unmapped.begin(), report_after.unmapped.end());
    std::set<std::string> fresh;
    std::ranges::copy_if(unmapped, std::inserter(fresh, fresh.end()),
                         [&](const std::string& account) { return !old.contains(account); });
    out.accounts_unmapped = named(fresh, {}, after);
}

using FigurePlace = std::tuple<std::string, std::string, std::size_t, std::size_t>;

/// Rows of the same key are told apart by their order.
template <class Use>
void each_figure(const Report& report, Use use) {
    for (const ReportTable& table : report.tables) {
        std::map<std::string, std::size_t> seen;
        for (const ReportRow& row : table.rows) {
            const std::size_t number = row.key.empty() ? 0 : seen[row.key]++;
            for (std::size_t i = 0; i < row.values.size() && !row.key.empty(); ++i) {
                use(FigurePlace{table.key, row.key, number, i}, table, row, i);
            }
        }
    }
}

bool is_zero_or_nothing(const Value& value) {
    const Ore* amount = std::get_if<Ore>(&value);
    return std::holds_alternative<std::monostate>(value) || (amount != nullptr && amount->is_zero());
}

void compare_figures(const Report& before, const Report& after, BooksChanges& out) {
    std::map<FigurePlace, Value> old;
    each_figure(before, [&](const FigurePlace& place, const ReportTable&, const ReportRow& row, std::size_t i) {
        old[place] = row.values[i];
    });
    const auto add = [&](const ReportTable& table, const ReportRow& row, std::size_t i, Value was, Value is) {
        const auto& headings = table.headings.empty() ? table.columns : table.headings;
        out.figures.push_back({table.title, row.text, headings.at(i), was, is, row.value});
    };
    each_figure(after, [&](const FigurePlace& place, const ReportTable& table, const ReportRow& row, std::size_t i) {
        const auto known = old.find(place);
        const Value was = known == old.end() ? Value() : known->second;
        const bool hidden = row.rule != nullptr && row.rule->hidden;
        if (!hidden && was != row.values[i] && !(known == old.end() && is_zero_or_nothing(row.values[i]))) {
            add(table, row, i, was, row.values[i]);
        }
        if (known != old.end()) {
            old.erase(known);
        }
    });
    each_figure(before, [&](const FigurePlace& place, const ReportTable& table, const ReportRow& row, std::size_t i) {
        if (old.contains(place) && !is_zero_or_nothing(row.values[i])) { // a line that is gone
            add(table, row, i, row.values[i], Value());
        }
    });
}

void compare_checks(const Report& before, const Report& after, BooksChanges& out) {
    std::set<std::pair<std::string, std::string>> failed;
    for (const CheckResult& check : before.checks) {
        if (check.state == CheckState::failed) {
            failed.emplace(check.key, check.year);
        }
    }
    for (const CheckResult& check : after.checks) {
        if (check.state == CheckState::failed && !failed.contains({check.key, check.year})) {
            out.checks_failing.push_back(check.text + (check.year.empty() ? "" : " " + check.year));
        }
    }
}

} // namespace

tl::expected<Books, std::string> updated_books(const Books& before, const Books& fresh, bool name_was_typed) {
    if (const std::string text = refusal(before, fresh, name_was_typed); !text.empty()) {
        return tl::unexpected(text);
    }
    Books out = fresh;
    out.years.clear();
    out.imports.clear();
    out.vouchers.clear();
    add_names(out.account_names, before.account_names);
    add_names(out.insats_names, before.insats_names);
    std::set<int> fresh_years;
    const std::size_t count = std::max(before.years.size(), fresh.years.size());
    for (std::size_t i = 0; i < count; ++i) {
        const YearBooks& known = i < before.years.size() ? before.years[i] : fresh.years[i];
        const YearBooks* newer = year_of(fresh, known.to);
        const bool take_new = newer != nullptr && is_fresh(before, fresh, known);
        out.years.push_back(take_new ? *newer : known);
        take_vouchers(out, take_new ? fresh : before, out.years.back());
        if (take_new) {
            fresh_years.insert(known.to.year);
        }
    }
    out.imports = fresh.imports;
    std::ranges::copy_if(before.imports, std::back_inserter(out.imports),
                         [&](const ImportedFile& file) { return !has_file_of(fresh, file.fiscal_year); });
    std::ranges::stable_sort(out.imports, std::ranges::greater(), &ImportedFile::fiscal_year);
    if (!out.same_period && fresh.years.front().period_end) { // the fresh files lack last year's
        out.same_period = before.same_period;
    }
    if (out.insats_dimension.empty()) {
        out.insats_dimension = before.insats_dimension;
    }
    return out;
}

bool BooksChanges::nothing() const noexcept {
    return vouchers_added.empty() && vouchers_removed.empty() && vouchers_changed.empty() && accounts_new.empty() &&
           accounts_gone.empty() && figures.empty();
}

BooksChanges changes_between(const Books& before, const Report& report_before, const Books& after,
                             const Report& report_after) {
    BooksChanges out;
    compare_vouchers(before, after, out);
    compare_accounts(before, after, report_after, out);
    compare_figures(report_before, report_after, out);
    compare_checks(report_before, report_after, out);
    return out;
}

} // namespace finsam
