#include "bridge/ledger/books_reader.hpp"

#include "bridge/ledger/calendar.hpp"
#include "bridge/ledger/forbund.hpp"
#include "bridge/ledger/insats_dimension.hpp"
#include "bridge/ledger/period_books.hpp"
#include "bridge/ledger/sqlite/database.hpp"
#include "bridge/ledger/sqlite/statement.hpp"
#include "bridge/ledger/sqlite/transaction.hpp"
#include "bridge/ledger/timeline.hpp"

#include <algorithm>
#include <deque>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace finsam {

namespace {

using sqlite::Statement;

LedgerError not_found(std::string text) {
    return {LedgerError::Kind::not_found, std::move(text)};
}

/// Dimension numbers sort as numbers where they are numbers: 2 before 10.
bool number_before(const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
}

/// Adds up magnitudes; see `largest_books`.
class Bound {
public:
    void add(const std::optional<AccountAmounts>& amounts) noexcept {
        if (amounts) {
            for (const auto& [account, amount] : *amounts) {
                add(amount);
            }
        }
    }
    template <class Row>
    void add(const std::vector<Row>& rows) noexcept {
        for (const auto& row : rows) {
            add(row.amount);
        }
    }
    void add(const std::optional<std::vector<ObjectAmount>>& rows) noexcept {
        if (rows) {
            add(*rows);
        }
    }
    [[nodiscard]] bool kept() const noexcept { return kept_; }

private:
    /// Both terms are at most `largest_books`, so that the sum fits.
    void add(Ore amount) noexcept {
        kept_ = kept_ && amount <= largest_books && amount >= -largest_books;
        if (kept_) {
            total_ += amount < Ore() ? -amount : amount;
            kept_ = total_ <= largest_books;
        }
    }

    Ore total_;
    bool kept_ = true;
};

bool within_bounds(const Books& books) noexcept {
    Bound bound;
    const auto add = [&](const YearBooks& year) {
        bound.add(year.opening);
        bound.add(year.closing);
        bound.add(year.result);
        bound.add(year.movement);
        bound.add(year.budget);
        bound.add(year.period_budget);
        bound.add(year.objects);
        bound.add(year.object_budget);
    };
    for (const auto& year : books.years) {
        add(year);
    }
    if (books.same_period) {
        add(*books.same_period);
    }
    bound.add(books.vouchers);
    return bound.kept();
}

class BooksReader {
public:
    BooksReader(sqlite::Database& database, const std::vector<LiveImport>& imports)
        : database_(database), queries_(database), timeline_(database, imports), imports_(imports) {}

    [[nodiscard]] tl::expected<Books, LedgerError> read(const BooksQuery& query) {
        const auto report_year = choose_year(query);
        if (!report_year) {
            return tl::unexpected(report_year.error());
        }
        const bool is_only_planned = query.plan_year && (*report_year)->to.year != *query.plan_year;
        choose_window(**report_year, query.years_back - (is_only_planned ? 1 : 0));
        collect_dimensions();
        if (auto error = choose_dimension(query.dimension)) {
            return tl::unexpected(std::move(*error));
        }
        for (const auto* year : window_) {
            read_year(*year);
        }
        if (query.period_end) {
            if (auto error = end_at(*query.period_end)) {
                return tl::unexpected(std::move(*error));
            }
        }
        read_year_before_the_first(query.years_back - (is_only_planned ? 1 : 0));
        read_names();
        if (query.with_vouchers) {
            read_vouchers();
        }
        name_company();
        if (is_only_planned) {
            books_.years.insert(books_.years.begin(), planned_year());
        }
        if (sums_.overflowed() || !within_bounds(books_)) {
            database_.fail({LedgerError::Kind::rejected, "Beloppen i räkenskaperna är för stora för att summeras."});
        }
        return std::move(books_);
    }

private:
    // -- which years ------------------------------------------------------------------------------------------------

    [[nodiscard]] tl::expected<const TimelineYear*, LedgerError> choose_year(const BooksQuery& query) const {
        return query.period_end  ? year_with(*query.period_end)
               : query.plan_year ? planned_or_last(*query.plan_year)
                                 : choose_year(query.year);
    }

    [[nodiscard]] tl::expected<const TimelineYear*, LedgerError> year_with(Date day) const {
        for (const TimelineYear& year : timeline_.years()) {
            if (year.from <= day && day <= year.to) {
                return &year;
            }
        }
        return tl::unexpected(not_found(
            fmt::format("Det inlästa har inget räkenskapsår med dagen {}. Läs in årets SIE-fil.", to_iso(day))));
    }

    /// The planned year when the books have it, else the year before it.
    [[nodiscard]] tl::expected<const TimelineYear*, LedgerError> planned_or_last(int plan_year) const {
        const TimelineYear* planned = timeline_.ending_in(plan_year);
        if (planned != nullptr) {
            return planned;
        }
        const auto last = choose_year(std::nullopt);
        if (last && (*last)->to.year != plan_year - 1) {
            return tl::unexpected(not_found(fmt::format(
                "Budgetåret {} ska följa direkt på ett inläst räkenskapsår; det senaste inlästa slutar {}. Läs in "
                "årens SIE-filer.",
                plan_year, to_iso((*last)->to))));
        }
        return last;
    }

    [[nodiscard]] tl::expected<const TimelineYear*, LedgerError> choose_year(const std::optional<int>& asked) const {
        const auto& years = timeline_.years();
        const TimelineYear* found = asked ? timeline_.ending_in(*asked) : years.empty() ? nullptr : &years.front();
        if (found != nullptr) {
            return found;
        }
        if (years.empty()) {
            return tl::unexpected(not_found("Huvudboken har inga saldon eller verifikationer för förbundet."));
        }
        std::vector<int> known;
        known.reserve(years.size());
        for (const auto& year : years) {
            known.push_back(year.to.year);
        }
        return tl::unexpected(not_found(
            fmt::format("Det inlästa har inget räkenskapsår som slutar {}. Där finns {}. Läs in årets SIE-fil.", *asked,
                        fmt::join(known, ", "))));
    }

    void choose_window(const TimelineYear& report_year, int years_back) {
        most_years_ = static_cast<std::size_t>(std::max(years_back, 0)) + 1;
        const TimelineYear* year = &report_year;
        while (year != nullptr && window_.size() < most_years_) {
            window_.push_back(year);
            const TimelineYear* before = timeline_.before(*year);
            year = before != nullptr ? before : across_gap(*year);
        }
    }

    /// The latest year before a gap, with the years of the gap put into the window: nothing is known of them but what
    /// the year after began with. Nothing when the window has no room for it.
    [[nodiscard]] const TimelineYear* across_gap(const TimelineYear& year) {
        const TimelineYear* earlier = timeline_.latest_before(year);
        std::vector<TimelineYear> missing;
        for (Date end = add_days(year.from, -1); earlier != nullptr && end > earlier->to;) {
            const Date first = std::max(add_days(earlier->to, 1), add_years(add_days(end, 1), -1));
            missing.push_back({first, end, {}});
            if (window_.size() + missing.size() >= most_years_) {
                return nullptr;
            }
            end = add_days(first, -1);
        }
        for (TimelineYear& one : missing) {
            window_.push_back(&missing_years_.emplace_back(std::move(one)));
        }
        return earlier;
    }

    // -- dimensions -------------------------------------------------------------------------------------------------

    /// Of the report year's file first: where files differ, its names hold.
    void collect_dimensions() {
        for (const LiveImport* import : window_imports()) {
            Statement query(database_, "SELECT number, name, parent, "
                                       "EXISTS (SELECT 1 FROM object WHERE object.dimension = dimension.id) "
                                       "FROM dimension WHERE import = ?");
            query.with(import->id);
            while (query.step()) {
                add_dimension({{query.text(0), query.text(1)}, query.text(2), query.integer(3) != 0});
            }
        }
        std::stable_sort(dimensions_.begin(), dimensions_.end(), [](const DimensionUse& a, const DimensionUse& b) {
            return number_before(a.info.number, b.info.number);
        });
        for (const auto& dimension : dimensions_) {
            books_.dimensions.push_back(dimension.info);
        }
    }

    void add_dimension(DimensionUse dimension) {
        if (dimension.info.name.empty()) {
            dimension.info.name = reserved_dimension_name(dimension.info.number);
        }
        const auto known = std::find_if(dimensions_.begin(), dimensions_.end(),
                                        [&](const DimensionUse& d) { return d.info.number == dimension.info.number; });
        if (known == dimensions_.end()) {
            dimensions_.push_back(std::move(dimension));
        } else {
            known->has_objects |= dimension.has_objects;
        }
    }

    [[nodiscard]] std::optional<LedgerError> choose_dimension(const std::optional<std::string>& asked) {
        if (!asked) {
            books_.insats_dimension = find_insats_dimension(dimensions_);
            return std::nullopt;
        }
        std::vector<std::string> known;
        for (const auto& [number, name] : books_.dimensions) {
            if (number == *asked) {
                books_.insats_dimension = number;
                return std::nullopt;
            }
            known.push_back(name.empty() ? number : fmt::format("{} ({})", number, name));
        }
        return not_found(known.empty() ? fmt::format("Dimensionen {} finns inte: filerna har inga dimensioner.", *asked)
                                       : fmt::format("Dimensionen {} finns inte i räkenskaperna. De har {}.", *asked,
                                                     fmt::join(known, ", ")));
    }

    // -- a year -----------------------------------------------------------------------------------------------------

    void read_year(const TimelineYear& year) {
        YearBooks books;
        books.from = year.from;
        books.to = year.to;
        books.opening = first_totals(year, "ib");
        books.result = result_of(year);
        books.movement = movement_of(year);
        read_closing(year, books);
        read_budget(year, books);
        read_objects(year, books);
        books_.years.push_back(std::move(books));
    }

    /// Of the best source that has such rows.
    [[nodiscard]] std::optional<AccountAmounts> first_totals(const TimelineYear& year, std::string_view kind,
                                                             bool own = true) {
        for (const auto& source : year.sources) {
            if (own || source.number != 0) {
                if (auto totals = queries_.totals(source, kind)) {
                    used_.insert(source.import);
                    return totals;
                }
            }
        }
        return std::nullopt;
    }

    /// The file whose own year it is, of several batches of vouchers one; nullptr when only other years' files tell of
    /// the year.
    [[nodiscard]] static const YearSource* own_source(const TimelineYear& year) noexcept {
        return !year.sources.empty() && year.sources.front().number == 0 ? &year.sources.front() : nullptr;
    }

    /// Summed #TRANS of a year's own file, where they are the whole of the year: a file of vouchers alone (SIE 4I)
    /// holds some of them, and must not pass for the year's figures.
    [[nodiscard]] std::vector<ListedAmount> movement(const YearSource& own) {
        return queries_.has_balances(own) ? queries_.transactions(own) : std::vector<ListedAmount>();
    }

    [[nodiscard]] std::optional<AccountAmounts> movement_of(const TimelineYear& year) {
        const YearSource* own = own_source(year);
        AccountAmounts amounts;
        for (const auto& row : own == nullptr ? std::vector<ListedAmount>() : movement(*own)) {
            sums_.add(amounts[row.account], row.amount);
        }
        return amounts.empty() ? std::nullopt : std::optional(std::move(amounts));
    }

    [[nodiscard]] std::optional<AccountAmounts> result_of(const TimelineYear& year) {
        const YearSource* own = own_source(year);
        for (const auto& source : year.sources) { // of several batches of vouchers (SIE 4I) each
            if (source.number == 0) {
                used_.insert(source.import);
            }
        }
        if (own != nullptr) {
            if (auto totals = queries_.totals(*own, "res")) {
                return totals;
            }
            AccountAmounts summed;
            for (const auto& row : movement(*own)) {
                if (is_result_account(row.account)) {
                    sums_.add(summed[row.account], row.amount);
                }
            }
            if (!summed.empty()) {
                return summed;
            }
        }
        return first_totals(year, "res", false);
    }

    /// #UB, else #IB + #TRANS of the year's own file, else #UB of a later file, else the next year's #IB.
    void read_closing(const TimelineYear& year, YearBooks& books) {
        const YearSource* own = own_source(year);
        if (own != nullptr) {
            books.closing = queries_.totals(*own, "ub");
            if (!books.closing) {
                books.closing = opening_and_movement(*own);
            }
        }
        if (!books.closing) {
            books.closing = first_totals(year, "ub", false);
        }
        books.closing_source = books.closing ? ClosingSource::closing : ClosingSource::none;
        const TimelineYear* next = books.closing ? nullptr : timeline_.after(year);
        if (next != nullptr) {
            books.closing = first_totals(*next, "ib");
            books.closing_source = books.closing ? ClosingSource::next_opening : ClosingSource::none;
        }
    }

    /// Balance accounts (class 1 and 2) of a type 4 file without #UB.
    [[nodiscard]] std::optional<AccountAmounts> opening_and_movement(const YearSource& own) {
        auto amounts = queries_.totals(own, "ib");
        const auto rows = movement(own);
        if (!amounts || rows.empty()) {
            return std::nullopt;
        }
        for (const auto& row : rows) {
            if (row.account.starts_with('1') || row.account.starts_with('2')) {
                sums_.add((*amounts)[row.account], row.amount);
            }
        }
        return amounts;
    }

    void read_budget(const TimelineYear& year, YearBooks& books) {
        for (const auto& source : year.sources) {
            const auto rows = queries_.listed(source, "pbudget");
            if (rows.empty()) {
                continue;
            }
            used_.insert(source.import);
            books.budget = account_totals(rows, books_.insats_dimension, sums_);
            auto objects = spread(rows, books_.insats_dimension, *books.budget, sums_);
            if (!objects.empty()) {
                add_remainders(objects, *books.budget, sums_);
                books.object_budget = std::move(objects);
            }
            return;
        }
    }

    /// From #PSALDO with objects, else from #TRANS: never both, since they say the same.
    void read_objects(const TimelineYear& year, YearBooks& books) {
        const AccountAmounts totals = books.result.value_or(AccountAmounts());
        std::vector<ObjectAmount> objects;
        bool known = false;
        for (const auto& source : year.sources) {
            auto rows = queries_.listed(source, "psaldo");
            keep_result_accounts(rows);
            objects = spread(rows, books_.insats_dimension, totals, sums_);
            known = !objects.empty();
            if (!known && source.number == 0) {
                rows = movement(source);
                known = !rows.empty();
                keep_result_accounts(rows);
                objects = spread(rows, books_.insats_dimension, {}, sums_); // a row's list is never a repetition
            }
            if (known) {
                used_.insert(source.import);
                break;
            }
        }
        if (!known) {
            return;
        }
        if (books.result) {
            add_remainders(objects, totals, sums_);
        }
        books.objects = std::move(objects);
    }

    static void keep_result_accounts(std::vector<ListedAmount>& rows) {
        std::erase_if(rows, [](const ListedAmount& row) { return !is_result_account(row.account); });
    }

    /// The opening balances of the first year are the closing ones of the year before it.
    void read_year_before_the_first(int years_back) {
        const YearBooks& first = books_.years.back();
        if (!first.opening || static_cast<int>(books_.years.size()) > years_back) {
            return;
        }
        YearBooks before;
        before.to = add_days(first.from, -1);
        before.from = declared_start(before.to).value_or(add_years(first.from, -1));
        before.closing = first.opening;
        before.closing_source = ClosingSource::next_opening;
        books_.years.push_back(std::move(before));
    }

    /// First day of the year that ends on this day, where a file declares such a year but has nothing of it.
    [[nodiscard]] std::optional<Date> declared_start(Date last_day) {
        Statement query(database_, "SELECT from_day FROM fiscal_year WHERE import = ? AND to_day = ?");
        for (const auto& import : imports_) {
            if (query.with(import.id, to_iso(last_day)).step()) {
                return parse_iso_date(query.text(0));
            }
        }
        return std::nullopt;
    }

    // -- a period, and a year to come -------------------------------------------------------------------------------

    /// The report year until the day, and the same period of the year before.
    [[nodiscard]] std::optional<LedgerError> end_at(Date day) {
        auto period = books_until(queries_, *window_.front(), books_.years.front(), day, books_.insats_dimension, sums_,
                                  books_.notes);
        if (!period) {
            return not_found(fmt::format("Delårsrapporten till {} kan inte räknas. {}", to_iso(day), period.error()));
        }
        books_.years.front() = std::move(*period);
        const Date same_day = same_day_last_year(day);
        const bool has_year = window_.size() > 1 && !window_[1]->sources.empty();
        if (!has_year || same_day < window_[1]->from || same_day > window_[1]->to) {
            books_.notes.push_back(fmt::format("Perioden till {} finns inte i det inlästa; jämförelsen med den är tom.",
                                               to_iso(same_day)));
            return std::nullopt;
        }
        auto before =
            books_until(queries_, *window_[1], books_.years[1], same_day, books_.insats_dimension, sums_, books_.notes);
        if (before) {
            books_.same_period = std::move(*before);
        } else {
            books_.notes.push_back(
                fmt::format("Jämförelsen med perioden till {} är tom. {}", to_iso(same_day), before.error()));
        }
        return std::nullopt;
    }

    /// Twelve months after the latest year.
    [[nodiscard]] YearBooks planned_year() const {
        YearBooks year;
        year.from = add_days(books_.years.front().to, 1);
        year.to = add_days(add_years(year.from, 1), -1);
        return year;
    }

    // -- names and files --------------------------------------------------------------------------------------------

    /// Imports of the window, the best source of the latest year first.
    [[nodiscard]] std::vector<const LiveImport*> window_imports() const {
        std::vector<const LiveImport*> imports;
        for (const auto* year : window_) {
            for (const auto& source : year->sources) {
                if (std::find(imports.begin(), imports.end(), source.import) == imports.end()) {
                    imports.push_back(source.import);
                }
            }
        }
        return imports;
    }

    /// Those whose figures are in the books, in the same order.
    [[nodiscard]] std::vector<const LiveImport*> used_imports() const {
        auto imports = window_imports();
        std::erase_if(imports, [&](const LiveImport* import) { return used_.count(import) == 0; });
        for (const auto& import : imports_) { // a year after the window may have lent its opening balances
            if (used_.count(&import) == 1 && std::find(imports.begin(), imports.end(), &import) == imports.end()) {
                imports.push_back(&import);
            }
        }
        return imports;
    }

    void read_names() {
        Statement accounts(database_, "SELECT number, name FROM account WHERE import = ? AND name IS NOT NULL");
        Statement objects(database_, "SELECT object.code, object.name FROM object "
                                     "JOIN dimension ON dimension.id = object.dimension "
                                     "WHERE dimension.import = ? AND dimension.number = ? AND object.name IS NOT NULL");
        for (const LiveImport* import : used_imports()) {
            books_.imports.push_back(import->file);
            accounts.with(import->id);
            while (accounts.step()) {
                books_.account_names.emplace(accounts.text(0), accounts.text(1));
            }
            objects.with(import->id, books_.insats_dimension);
            while (objects.step()) {
                books_.insats_names.emplace(objects.text(0), objects.text(1));
            }
        }
    }

    void name_company() {
        const LiveImport& import = *window_.front()->sources.front().import;
        books_.company_name = import.company_name;
        books_.organisation_number = import.organisation_number;
        books_.chart_type = import.chart_type;
    }

    void read_vouchers() {
        for (std::size_t i = 0; i < std::min<std::size_t>(2, window_.size()); ++i) {
            const auto& sources = window_[i]->sources;
            for (auto source = sources.rbegin(); source != sources.rend(); ++source) { // in the order of reading
                if (source->number == 0) {
                    auto rows = queries_.vouchers(*source->import, books_.insats_dimension);
                    if (const auto last = books_.years.front().period_end; i == 0 && last) {
                        std::erase_if(rows, [&](const VoucherRow& row) { return row.date > *last; });
                    }
                    std::move(rows.begin(), rows.end(), std::back_inserter(books_.vouchers));
                }
            }
        }
    }

    sqlite::Database& database_;
    YearQueries queries_;
    Timeline timeline_;
    const std::vector<LiveImport>& imports_;
    CarefulSum sums_;
    std::size_t most_years_ = 1;
    std::vector<const TimelineYear*> window_;
    std::deque<TimelineYear> missing_years_; ///< of gaps in the window; none moves when another is added
    std::vector<DimensionUse> dimensions_;
    std::set<const LiveImport*> used_; ///< whose figures are in the books
    Books books_;
};

} // namespace

tl::expected<Books, LedgerError> read_books(sqlite::Database& database, const BooksQuery& query) {
    const sqlite::Transaction one_state(database, sqlite::Transaction::Kind::read);
    const auto forbund = choose_forbund(database, query.company);
    if (!forbund) {
        return tl::unexpected(forbund.error());
    }
    const auto imports = live_imports(database, *forbund);
    auto books = BooksReader(database, imports).read(query);
    if (database.error()) {
        return tl::unexpected(database.take_error());
    }
    return books;
}

} // namespace finsam
