#include "bridge/comparison/comparison.hpp"

#include "bridge/ledger/text_fold.hpp"
#include "bridge/workbook/report_inputs.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <numeric>

namespace finsam {
namespace {

bool is_same(const LedgerForbund& a, const LedgerForbund& b) {
    return a.organisation_number.empty() || b.organisation_number.empty()
               ? fold_case(a.name) == fold_case(b.name)
               : a.organisation_number == b.organisation_number;
}

bool is_in(const std::vector<LedgerForbund>& list, const LedgerForbund& forbund) {
    return std::ranges::any_of(list, [&](const LedgerForbund& one) { return is_same(one, forbund); });
}

LedgerForbund forbund_of(const LedgerYear& year) {
    return {year.company_name, organisation_digits(year.organisation_number)};
}

tl::expected<std::vector<LedgerForbund>, LedgerError> all_forbund(const Ledger& ledger) {
    const auto years = ledger.years();
    if (!years) {
        return tl::unexpected(years.error());
    }
    std::vector<LedgerForbund> all;
    for (const LedgerYear& year : *years) {
        if (const LedgerForbund one = forbund_of(year); !is_in(all, one)) {
            all.push_back(one);
        }
    }
    return all;
}

/// "Alla konton med saldo har en rad i kontokartan: Lägg till i kontokartan: 9999."
std::string told(const CheckResult& check) {
    return check.detail.empty() ? check.text : fmt::format("{}: {}", check.text, check.detail);
}

/// The map gives each account to a row of its own statement: without that the sums are not those of the books.
bool is_of_map(const CheckResult& check) {
    return check.key == "konton_utan_rad" || check.key == "konton_fel_rad";
}

void judge(ComparedYear& year, const Report& report) {
    const std::string name = std::to_string(year.year);
    for (const CheckResult& check : report.checks) {
        if (check.year == name && check.state == CheckState::failed) {
            (is_of_map(check) ? year.map_faults : year.failed_checks).push_back(told(check));
        }
    }
    if (!year.map_faults.empty()) {
        year.failed_checks.clear(); // what the missing accounts make of the others says nothing of the books
    }
}

std::vector<Value> nothing() {
    return std::vector<Value>(key_figures().size());
}

ComparedYear missing_year(int year, std::string why) {
    return {.year = year, .from = "", .to = "", .missing = std::move(why), .figures = nothing()};
}

TypedInput with_budget(TypedInput typed, const InsatsList& list) {
    typed.insatser = list.insatser;
    typed.budget = list.budget;
    return typed;
}

ComparedYear compared_year(const Layout& layout, const ForbundInputs& inputs, const Books& books, int year) {
    const YearBooks& own = books.years.front();
    ComparedYear out{.year = year, .from = to_iso(own.from), .to = to_iso(own.to)};
    const auto budget = inputs.budgets.find(year);
    const Report report = budget == inputs.budgets.end()
                              ? evaluate(layout, *inputs.map, books, *inputs.typed)
                              : evaluate(layout, *inputs.map, books, with_budget(*inputs.typed, *budget->second));
    judge(out, report);
    out.figures = out.map_faults.empty() ? key_figures_of(report) : nothing();
    return out;
}

Value middle(std::vector<Value> values) {
    std::erase(values, Value());
    if (values.empty()) {
        return {};
    }
    std::ranges::sort(values);
    const Value& upper = values[values.size() / 2];
    const Value& lower = values[(values.size() - 1) / 2];
    if (const Ore* amount = std::get_if<Ore>(&upper)) {
        return Ore(std::midpoint(std::get<Ore>(lower).count(), amount->count()));
    }
    return std::midpoint(std::get<double>(lower), std::get<double>(upper));
}

} // namespace

Value Comparison::median(std::size_t figure, std::size_t year) const {
    std::vector<Value> values;
    for (const ComparedForbund& one : forbund) {
        values.push_back(one.years.at(year).figures.at(figure));
    }
    return middle(std::move(values));
}

bool Comparison::is_clean() const noexcept {
    return std::ranges::all_of(forbund, [](const ComparedForbund& one) {
        return std::ranges::all_of(
            one.years, [](const ComparedYear& year) { return year.map_faults.empty() && year.failed_checks.empty(); });
    });
}

bool Comparison::has_books() const noexcept {
    return std::ranges::any_of(forbund, [](const ComparedForbund& one) {
        return std::ranges::any_of(one.years, [](const ComparedYear& year) { return year.missing.empty(); });
    });
}

tl::expected<LedgerForbund, LedgerError> find_forbund(const Ledger& ledger, const std::string& asked) {
    const auto books = ledger.books({.company = asked, .years_back = 0});
    if (!books) {
        return tl::unexpected(books.error());
    }
    const LedgerForbund wanted{books->company_name, organisation_digits(books->organisation_number)};
    const auto all = all_forbund(ledger);
    if (!all) {
        return tl::unexpected(all.error());
    }
    const auto known = std::ranges::find_if(*all, [&](const LedgerForbund& one) { return is_same(one, wanted); });
    return known == all->end() ? wanted : *known;
}

tl::expected<std::vector<LedgerForbund>, LedgerError> ledger_forbund(const Ledger& ledger,
                                                                     const std::vector<std::string>& asked) {
    const auto all = all_forbund(ledger);
    if (!all || asked.empty()) {
        return all;
    }
    std::vector<LedgerForbund> wanted;
    for (const std::string& name : asked) {
        const auto one = find_forbund(ledger, name);
        if (!one) {
            return tl::unexpected(one.error());
        }
        wanted.push_back(*one);
    }
    std::vector<LedgerForbund> chosen;
    std::ranges::copy_if(*all, std::back_inserter(chosen),
                         [&](const LedgerForbund& one) { return is_in(wanted, one); });
    return chosen;
}

tl::expected<std::vector<int>, LedgerError> comparison_years(const Ledger& ledger,
                                                             const std::vector<LedgerForbund>& forbund,
                                                             std::optional<int> last_year, int years) {
    if (!last_year) {
        const auto all = ledger.years();
        if (!all) {
            return tl::unexpected(all.error());
        }
        for (const LedgerYear& one : *all) {
            const auto last_day = parse_iso_date(one.to);
            if (last_day && is_in(forbund, forbund_of(one))) {
                last_year = std::max<int>(last_year.value_or(0), last_day->year);
            }
        }
    }
    std::vector<int> list;
    for (int back = 0; last_year && back < years; ++back) {
        list.push_back(*last_year - back);
    }
    return list;
}

tl::expected<ComparedForbund, LedgerError> compare_forbund(const Ledger& ledger, const Layout& layout,
                                                           const ForbundInputs& inputs, const std::vector<int>& years) {
    ComparedForbund out{.forbund = inputs.forbund, .map_name = inputs.map_name, .years = {}};
    for (const int year : years) {
        BooksQuery query = books_query(year, inputs.forbund.question(), {}, {});
        query.with_vouchers = false;
        const auto books = ledger.books(query);
        if (!books && books.error().kind != LedgerError::Kind::not_found) {
            return tl::unexpected(books.error());
        }
        if (!books) {
            out.years.push_back(
                missing_year(year, fmt::format("Huvudboken har inget räkenskapsår som slutar {}.", year)));
            continue;
        }
        if (out.chart_hint.empty()) {
            out.chart_hint = chart_hint(propose_chart(*books), inputs.map_name);
        }
        out.years.push_back(compared_year(layout, inputs, *books, year));
    }
    return out;
}

} // namespace finsam
