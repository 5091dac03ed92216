#include "bridge/report/trace.hpp"

#include "bridge/figures/driftredovisning.hpp"
#include "bridge/ledger/text_fold.hpp"
#include "bridge/report/map_keys.hpp"
#include "bridge/report/report_rules.hpp"
#include "bridge/report/statement_driftredovisning.hpp"
#include "bridge/report/statement_terms.hpp"
#include "bridge/report/trace_words.hpp"
#include "bridge/report/typed_budget.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace finsam {
namespace {

using statement::AccountsByKey;
using statement::Bucket;
using statement::Evaluator;
using statement::YearAccounts;

bool is_null(const Value& value) noexcept {
    return std::holds_alternative<std::monostate>(value);
}

enum class Balance { result, closing, budget };

class Tracer {
public:
    Tracer(const Layout& layout, const AccountMap& map, const Books& books, const TypedInput& typed)
        : layout_(layout), map_(map), books_(books), typed_(typed), evaluator_(layout, map, books, typed) {
        for (const VoucherRow& row : books.vouchers) {
            vouchers_[row.account].push_back(&row);
            voucher_dates_.insert(row.date);
        }
    }

    /// A row that is one line in print.
    Trace figure(const Table& table, const Row& row, ColumnKind kind, int year) {
        Trace out = begin(table, row.key, row_text(row.text, evaluator_.report_year(0).calendar_year));
        out.kind = row.value;
        out.value = evaluator_.cell(table, row, kind, year).value;
        switch (kind) {
        case ColumnKind::deviation:
            out.rule = "Utfall − budget";
            add_columns(out, table, row, {{1, ColumnKind::outcome, year}, {-1, ColumnKind::budget, year}});
            return out;
        case ColumnKind::forecast_deviation:
            out.rule = "Prognos − budget";
            add_columns(out, table, row, {{1, ColumnKind::forecast, year}, {-1, ColumnKind::budget, year}});
            return out;
        case ColumnKind::forecast:
            if (row.kind != RowKind::sum && row.kind != RowKind::balanskrav) {
                out.rule = "Prognos för helåret: skrivs på bladet Indata";
                return out;
            }
            break;
        case ColumnKind::from_calculated:
            out.rule = "Bidrag − enligt fördelningen";
            add_columns(out, table, row, {{1, ColumnKind::outcome, year}, {-1, ColumnKind::calculated, year}});
            return out;
        case ColumnKind::calculated:
            if (row.kind != RowKind::sum) {
                share(out, table, row, year);
                return out;
            }
            break;
        case ColumnKind::change:
            if (!layout_.is_flow(table, row)) {
                out.rule = "Utgående − ingående";
                add_columns(out, table, row, {{1, ColumnKind::outcome, year}, {-1, ColumnKind::opening, year}});
                return out;
            }
            kind = ColumnKind::outcome;
            break;
        case ColumnKind::opening: opening(out, table, row, year); return out;
        default: break;
        }
        outcome(out, table, row, kind, year);
        return out;
    }

    /// A line of a list: an account, an insats or a member.
    Trace line(const Table& table, const ReportRow& line, std::size_t column) {
        const Row& row = *line.rule;
        const ColumnKind kind = table.columns[column].kind;
        const int year = table.columns[column].year;
        if (line.key == row.key) {
            return figure(table, row, kind, year);
        }
        const std::string name = line.key.substr(row.key.size() + 1);
        Trace out = begin(table, line.key, line.text);
        out.value = line.values[column];
        if (row.kind == RowKind::member_list) {
            const auto member = std::ranges::find_if(
                typed_.members, [&](const Member& one) { return one.group == row.member_group && one.name == name; });
            if (kind == ColumnKind::calculated || kind == ColumnKind::from_calculated) {
                share(out, table, row, year);
                return out;
            }
            return member == typed_.members.end() ? out : member_part(table, row, *member, year);
        }
        if (row.list_by == ListBy::insats) {
            insats_of_list(out, row, name == "ej_fordelat" ? std::string() : name, year);
        } else {
            account_of_list(out, table, row, name, kind, year);
        }
        return out;
    }

    /// Line `at` of a table of insatser.
    Trace insatser(const Table& table, const ReportRow& line, std::size_t at, std::size_t column) {
        const statement::LineAmounts& amounts = amounts_of(table).at(at);
        Trace out = begin(table, line.key, line.text);
        out.value = line.values[column];
        out.account_sign = -1;
        const std::size_t figure = insats_figure(table.columns[column]);
        const int year = figure >= 5 ? layout_.year_of_comparison() : 0;
        if (figure >= 8) {
            static constexpr const char* typed[] = {
                "Prognos per insats, skriven på bladet Indata", "Prognos − budget",
                "Budget året före: den som är skriven på bladet Indata, annars SIE-filens"};
            out.rule = typed[figure - 8];
            return out;
        }
        if (figure == 3 || figure == 4) {
            out.rule = figure == 3 ? "Budget per insats: den som är skriven på bladet Indata, annars SIE-filens"
                                   : "Netto − budget";
            return out;
        }
        static constexpr const char* words[] = {"Intäkter (klass 3 och klass 8 i kredit)",
                                                "Kostnader (klass 4–7 och klass 8 i debet)", "Intäkter och kostnader"};
        const std::size_t side = figure >= 5 ? figure - 5 : figure;
        out.rule = fmt::format("{}, kredit räknas som plus", words[side]);
        add_objects(out, year == 0 ? amounts.now : amounts.before, side, year);
        return out;
    }

private:
    struct ColumnPart {
        int sign;
        ColumnKind kind;
        int year;
    };

    const std::vector<statement::LineAmounts>& amounts_of(const Table& table) {
        const auto found = amounts_.find(&table);
        return found != amounts_.end()
                   ? found->second
                   : amounts_.emplace(&table, statement::driftredovisning_amounts(table, evaluator_)).first->second;
    }

    static Trace begin(const Table& table, std::string key, std::string text) {
        Trace out;
        out.table = table.key;
        out.table_title = table.title;
        out.source = table.source;
        out.row = std::move(key);
        out.text = std::move(text);
        return out;
    }

    std::string heading(ColumnKind kind, int year) const {
        static constexpr std::pair<ColumnKind, const char*> names[] = {
            {ColumnKind::outcome, "Utfall"}, {ColumnKind::budget, "Budget"}, {ColumnKind::opening, "Ingående"}};
        for (const auto& [one, name] : names) {
            if (one == kind) {
                return fmt::format("{} {}", name, evaluator_.report_year(year).calendar_year);
            }
        }
        return {};
    }

    void add(Trace& out, int sign, Trace part) {
        part.sign = sign;
        out.parts.push_back(std::move(part));
    }

    void add_columns(Trace& out, const Table& table, const Row& row, std::initializer_list<ColumnPart> parts) {
        for (const ColumnPart& one : parts) {
            Trace part = figure(table, row, one.kind, one.year);
            part.column = heading(one.kind, one.year);
            add(out, one.sign, std::move(part));
        }
    }

    void opening(Trace& out, const Table& table, const Row& row, int year) {
        if (layout_.is_flow(table, row)) {
            out.rule = "Årets egna flöden har ingen ingående balans";
            return;
        }
        if (row.kind != RowKind::sum) {
            out.rule = "Utgående året före";
            add_columns(out, table, row, {{1, ColumnKind::outcome, year_from(year, -1)}});
            return;
        }
        out.rule = trace_words::of_terms(layout_, table, row) + "; det som har en ingående balans";
        for (const Term& term : row.terms) {
            const Table& at = term.table.empty() ? table : *layout_.find(term.table);
            if (const Row& of = *at.find(term.row); !layout_.is_flow(at, of)) {
                add(out, term.sign, figure(at, of, ColumnKind::opening, year_from(year, term.year)));
            }
        }
    }

    /// What is typed goes before or after the books as the engine has it (statement_terms.cpp).
    void outcome(Trace& out, const Table& table, const Row& row, ColumnKind kind, int year) {
        const Value typed = kind == ColumnKind::outcome ? evaluator_.typed_value(row, row.input_key, year) : Value();
        const bool first = row.input_first || row.kind == RowKind::input;
        if (!is_null(typed) && first) {
            return typed_rule(out, row);
        }
        from_books(out, table, row, kind, year);
        const bool books_are_silent = out.accounts.empty() && std::ranges::all_of(out.parts, [](const Trace& part) {
                                          return is_null(part.value);
                                      });
        if (!is_null(typed) && books_are_silent) {
            out.parts.clear();
            typed_rule(out, row);
        }
    }

    void typed_rule(Trace& out, const Row& row) const {
        const InputField* field = statement::find_input(layout_, row.input_key);
        out.rule = fmt::format("Skrivet på bladet Indata: {}", field->text);
        out.source = field->rule;
    }

    void from_books(Trace& out, const Table& table, const Row& row, ColumnKind kind, int year) {
        if (kind == ColumnKind::budget && year == 0 && !typed_.budget.empty() &&
            (is_whole_result(layout_, table, row) || row.kind == RowKind::accounts ||
             row.kind == RowKind::account_list)) {
            out.rule = "Budget per insats på bladet Indata";
            return;
        }
        switch (row.kind) {
        case RowKind::heading: return;
        case RowKind::accounts:
        case RowKind::account_list: accounts(out, row, kind, year); return;
        case RowKind::input:
            out.rule = "Skrivs på bladet Indata; inget är skrivet";
            if (const InputField* field = statement::find_input(layout_, row.input_key)) {
                out.source = field->rule;
            }
            return;
        case RowKind::members:
        case RowKind::member_list: members(out, table, row, year); return;
        case RowKind::carried: carried(out, table, row, year); return;
        case RowKind::sum:
        case RowKind::soliditet:
        case RowKind::balanskrav:
        case RowKind::guideline:
        case RowKind::share: terms(out, table, row, kind, year); return;
        }
    }

    /// A part of what is booked for all members.
    void share(Trace& out, const Table& table, const Row& row, int year) {
        out.rule = trace_words::of_shares();
        Trace booked = begin(table, row.key, "Bokförda bidrag");
        accounts(booked, row, ColumnKind::outcome, year);
        Ore sum;
        for (const TracedAccount& account : booked.accounts) {
            sum += booked.account_sign * account.amount;
        }
        booked.value = sum;
        add(out, 0, std::move(booked));
    }

    /// What the year before began with, and its own result; of a part the whole that it is of.
    void carried(Trace& out, const Table& table, const Row& row, int year) {
        out.rule = trace_words::of_carried(row.origin);
        if (row.origin != 0) {
            const Term& whole = row.terms[1];
            add(out, 0, figure(table, *layout_.find(table, whole), ColumnKind::outcome, year));
        } else if (evaluator_.report_year(year - 1).is_known() && year - 1 > -report_years) {
            const Term& result = row.terms[0];
            add(out, 0, figure(table, row, ColumnKind::outcome, year - 1)); // no plain sum: never above zero
            add(out, 0, figure(table, *layout_.find(table, result), ColumnKind::outcome, year - 1));
        }
    }

    void terms(Trace& out, const Table& table, const Row& row, ColumnKind kind, int year) {
        out.rule = trace_words::of_terms(layout_, table, row);
        static constexpr int signs_of_balanskrav[] = {1, -1, 1, 1, -1, 1, -1, 1}; // LKBR 11 kap. 10 §
        for (std::size_t i = 0; i < row.terms.size(); ++i) {
            const Term& term = row.terms[i];
            const Table& at = term.table.empty() ? table : *layout_.find(term.table);
            const int sign = row.kind == RowKind::sum          ? 1
                             : row.kind == RowKind::balanskrav ? signs_of_balanskrav[i]
                                                               : 0;
            add(out, sign * term.sign, figure(at, *at.find(term.row), kind, year_from(year, term.year)));
        }
    }

    void accounts(Trace& out, const Row& row, ColumnKind kind, int year) {
        out.account_sign = row.sie_sign;
        if (statement::is_equity(row, kind)) {
            return equity(out, year);
        }
        out.rule = trace_words::of_accounts(row, kind);
        const Balance balance = kind == ColumnKind::budget        ? Balance::budget
                                : row.measure == Measure::closing ? Balance::closing
                                                                  : Balance::result;
        const AccountsByKey* from = evaluator_.source(row, kind, year);
        for (const std::string& key : row.map_keys) {
            add_bucket(out, from == nullptr ? nullptr : from->find(row.map_column, key), balance, year);
        }
    }

    void equity(Trace& out, int year) {
        const YearAccounts* own = evaluator_.year(year);
        const bool holds_result = own != nullptr && own->books->closing_source == ClosingSource::next_opening;
        out.rule = trace_words::of_equity(holds_result);
        if (own == nullptr || !own->closing || (!holds_result && !own->result)) {
            return;
        }
        add_bucket(out, own->closing->find(MapColumn::row, equity_key), Balance::closing, year);
        if (holds_result) {
            return;
        }
        for (const std::string_view key : result_row_keys) {
            add_bucket(out, own->result->find(MapColumn::row, key), Balance::result, year);
        }
        add_bucket(out, own->result->find(MapColumn::row, booked_result_key), Balance::result, year);
    }

    void add_bucket(Trace& out, const Bucket* bucket, Balance balance, int year) const {
        if (bucket == nullptr) {
            return;
        }
        for (const auto& [account, amount] : *bucket) {
            if (!amount.is_zero()) {
                out.accounts.push_back(account_of(account, amount, balance, year));
            }
        }
    }

    TracedAccount account_of(const std::string& account, Ore amount, Balance balance, int year) const {
        const YearBooks& books = *evaluator_.year(year)->books;
        TracedAccount out;
        out.account = account;
        if (const auto name = books_.account_names.find(account); name != books_.account_names.end()) {
            out.name = name->second;
        }
        out.amount = amount;
        out.map_row = map_.find(account);
        const int calendar_year = evaluator_.report_year(year).calendar_year;
        switch (balance) {
        case Balance::budget: out.balance = fmt::format("Budget {}", calendar_year); return out;
        case Balance::result: out.balance = fmt::format("Resultat {}", calendar_year); break;
        case Balance::closing:
            out.balance = fmt::format("UB {}", to_iso(books.to));
            if (books.opening) {
                const auto opening = books.opening->find(account);
                out.opening = opening == books.opening->end() ? Ore() : opening->second;
            }
            break;
        }
        add_vouchers(out, books, [](const VoucherRow&) { return true; });
        return out;
    }

    template <class Takes>
    void add_vouchers(TracedAccount& out, const YearBooks& year, Takes takes) const {
        Ore sum = out.opening.value_or(Ore());
        if (const auto of_account = vouchers_.find(out.account); of_account != vouchers_.end()) {
            for (const VoucherRow* row : of_account->second) {
                if (!(row->date < year.from) && !(year.to < row->date) && takes(*row)) {
                    out.vouchers.push_back(row);
                    sum += row->amount;
                }
            }
        }
        const auto first = voucher_dates_.lower_bound(year.from);
        const bool was_read = first != voucher_dates_.end() && !(year.to < *first);
        const bool starts_somewhere = out.opening || out.balance.starts_with("Resultat");
        if (was_read && starts_somewhere) {
            out.unexplained = out.amount - sum;
        }
    }

    void add_objects(Trace& out, const std::optional<std::vector<ObjectAmount>>& amounts, std::size_t side, int year) {
        const YearAccounts* own = evaluator_.year(year);
        if (own == nullptr || !amounts) {
            return;
        }
        std::map<std::pair<std::string, std::string>, Ore> sums; // of an account in an insats: its sign tells the kind
        for (const ObjectAmount& one : *amounts) {
            sums[{one.object, one.account}] += one.amount;
        }
        for (const auto& [key, amount] : sums) {
            const auto& [insats, account] = key;
            const bool wanted = side == 2 || (side == 0) == is_income(account, amount);
            if (wanted && counts_in_driftredovisning(account) && !amount.is_zero()) {
                out.accounts.push_back(object_of(account, insats, amount, year));
            }
        }
    }

    TracedAccount object_of(const std::string& account, const std::string& insats, Ore amount, int year) const {
        TracedAccount one;
        one.account = account;
        if (const auto name = books_.account_names.find(account); name != books_.account_names.end()) {
            one.name = name->second;
        }
        one.balance = fmt::format("Resultat {}", evaluator_.report_year(year).calendar_year);
        one.insats = insats;
        one.not_spread = insats.empty();
        one.amount = amount;
        one.map_row = map_.find(account);
        add_vouchers(one, *evaluator_.year(year)->books, [&](const VoucherRow& row) { return row.object == insats; });
        return one;
    }

    void account_of_list(Trace& out, const Table& table, const Row& row, const std::string& account, ColumnKind kind,
                         int year) {
        Trace whole = figure(table, row, kind, year);
        out.rule = whole.rule;
        keep_account(whole, account);
        out.account_sign = whole.account_sign;
        out.parts = std::move(whole.parts);
        out.accounts = std::move(whole.accounts);
    }

    /// Of a list's figure and its parts, what one account has.
    static void keep_account(Trace& trace, const std::string& account) {
        std::erase_if(trace.accounts, [&](const TracedAccount& one) { return one.account != account; });
        Ore sum;
        for (const TracedAccount& one : trace.accounts) {
            sum += one.amount;
        }
        if (trace.parts.empty() && !is_null(trace.value)) {
            trace.value = trace.account_sign * sum;
        }
        for (Trace& part : trace.parts) {
            keep_account(part, account);
        }
    }

    void insats_of_list(Trace& out, const Row& row, const std::string& insats, int year) {
        out.account_sign = row.sie_sign;
        out.rule = fmt::format("{}, den del som {}", trace_words::of_accounts(row, ColumnKind::outcome),
                               insats.empty() ? "ingen insats bär" : "insatsen " + insats + " bär");
        const YearAccounts* own = evaluator_.year(year);
        const auto amounts =
            own == nullptr ? std::nullopt : spread_on_insatser(own->books->objects, own->books->result);
        if (!amounts || !own->result) {
            return;
        }
        std::map<std::string, Ore> sums;
        for (const ObjectAmount& one : *amounts) {
            const bool counts = one.object == insats && std::ranges::any_of(row.map_keys, [&](const std::string& key) {
                                    const Bucket* bucket = own->result->find(row.map_column, key);
                                    return bucket != nullptr && bucket->contains(one.account);
                                });
            if (counts) {
                sums[one.account] += one.amount;
            }
        }
        for (const auto& [account, amount] : sums) {
            if (!amount.is_zero()) {
                out.accounts.push_back(object_of(account, insats, amount, year));
            }
        }
    }

    void members(Trace& out, const Table& table, const Row& row, int year) {
        out.rule = fmt::format("Summan av bidragen från medlemmarna i gruppen {} (bladet Indata, Medlemmar)",
                               row.member_group);
        for (const Member& member : typed_.members) {
            if (member.group == row.member_group) {
                add(out, 1, member_part(table, row, member, year));
            }
        }
    }

    Trace member_part(const Table& table, const Row& row, const Member& member, int year) {
        Trace out = begin(table, row.key + "." + member.name, member.name);
        out.value = evaluator_.of_member(row, member, year);
        out.account_sign = row.sie_sign;
        const YearAccounts* own = evaluator_.year(year);
        if (member.typed.contains(evaluator_.report_year(year).calendar_year)) {
            out.rule = "Skrivet på bladet Indata, Medlemmar";
        } else if (!member.insats.empty()) {
            insats_of_list(out, row, member.insats, year);
        } else if (!member.account.empty()) {
            out.rule = fmt::format("Kontot {}, som bladet Indata ger medlemmen", member.account);
            const auto* results = own == nullptr || !own->books->result ? nullptr : &*own->books->result;
            const auto found = results == nullptr ? AccountAmounts::const_iterator{} : results->find(member.account);
            if (results != nullptr && found != results->end()) {
                out.accounts.push_back(account_of(member.account, found->second, Balance::result, year));
            }
        } else {
            out.rule = "Medlemmens bidrag skrivs på bladet Indata, Medlemmar; inget är skrivet";
        }
        return out;
    }

    const Layout& layout_;
    const AccountMap& map_;
    const Books& books_;
    const TypedInput& typed_;
    Evaluator evaluator_;
    std::map<std::string_view, std::vector<const VoucherRow*>> vouchers_; ///< by account
    std::set<Date> voucher_dates_;
    std::map<const Table*, std::vector<statement::LineAmounts>> amounts_; ///< of tables of insatser
};

std::string unknown(const TraceQuery& query) {
    return fmt::format("Rapporten har ingen rad ”{}” i tabellen ”{}”.", query.row, query.table);
}

/// "Resultatraekning" is not guessed; case and the ends are not told apart.
bool same_text(std::string_view a, std::string_view b) {
    return fold_case(trace_words::plain_text(a)) == fold_case(trace_words::plain_text(b));
}

} // namespace

class FigureTracer::Work {
public:
    Work(const Layout& layout, const AccountMap& map, const Books& books, const TypedInput& typed, const Report& report)
        : layout_(layout), report_(report), tracer_(layout, map, books, typed) {}

    tl::expected<Trace, std::string> trace(const TraceQuery& query) {
        const Table* table = layout_.find(query.table);
        const ReportTable* made = report_.find(query.table);
        const ReportRow* line = table == nullptr || made == nullptr ? nullptr : made->find(query.row);
        if (line == nullptr || line->values.empty()) {
            return tl::unexpected(unknown(query));
        }
        if (query.column >= table->columns.size()) {
            return tl::unexpected(fmt::format("Tabellen {} har {} kolumner.", table->title, table->columns.size()));
        }
        Trace out = figure(*table, *made, *line, query.column);
        out.column = made->headings.empty() ? made->columns.at(query.column) : made->headings.at(query.column);
        return out;
    }

private:
    Trace figure(const Table& table, const ReportTable& made, const ReportRow& line, std::size_t column) {
        if (table.kind == TableKind::insatser) {
            return tracer_.insatser(table, line, static_cast<std::size_t>(&line - made.rows.data()), column);
        }
        if (is_list(*line.rule)) {
            return tracer_.line(table, line, column);
        }
        return tracer_.figure(table, *line.rule, table.columns[column].kind, table.columns[column].year);
    }

    const Layout& layout_;
    const Report& report_;
    Tracer tracer_;
};

FigureTracer::FigureTracer(const Layout& layout, const AccountMap& map, const Books& books, const TypedInput& typed,
                           const Report& report)
    : work_(std::make_unique<Work>(layout, map, books, typed, report)) {}

FigureTracer::~FigureTracer() = default;

tl::expected<Trace, std::string> FigureTracer::trace(const TraceQuery& query) {
    return work_->trace(query);
}

tl::expected<Trace, std::string> trace(const Layout& layout, const AccountMap& map, const Books& books,
                                       const TypedInput& typed, const TraceQuery& query) {
    const Report report = evaluate(layout, map, books, typed);
    return FigureTracer(layout, map, books, typed, report).trace(query);
}

std::vector<TracedCheck> checks_of(const Layout& layout, const Report& report, const TraceQuery& query) {
    const auto names = [&](const RuleFigure& figure) {
        return figure.table->key == query.table && figure.row != nullptr && figure.row->key == query.row;
    };
    std::set<std::string> keys;
    for (const ReportRule& rule : report_rules(layout)) {
        for (const auto* side : {&rule.left, &rule.right, &rule.below}) {
            if (std::ranges::any_of(*side, names)) {
                keys.insert(rule.key);
            }
        }
    }
    std::vector<TracedCheck> out;
    for (const CheckResult& result : report.checks) {
        if (keys.contains(result.key)) {
            out.push_back({result.text, result.rule, result.year, result.state});
        }
    }
    return out;
}

const ImportedFile* file_of(const Books& books, const VoucherRow& voucher) noexcept {
    const ImportedFile* any = nullptr;
    for (const ImportedFile& file : books.imports) {
        if (file.file_name != voucher.file_name) {
            continue;
        }
        any = &file;
        if (file.fiscal_year == voucher.date.year) { // two years' files may have the same name
            return &file;
        }
    }
    return any;
}

std::vector<TraceQuery> find_rows(const Report& report, std::string_view wanted) {
    std::vector<TraceQuery> exact, by_key, by_text; // "projekt.P10" is a row's key in one table, and a row of another
    for (const ReportTable& table : report.tables) {
        for (const ReportRow& row : table.rows) {
            if (row.key.empty() || row.values.empty()) {
                continue;
            }
            if (table.key + "." + row.key == wanted) {
                exact.push_back({table.key, row.key, 0});
            } else if (row.key == wanted) {
                by_key.push_back({table.key, row.key, 0});
            } else if (same_text(row.text, wanted)) {
                by_text.push_back({table.key, row.key, 0});
            }
        }
    }
    return !exact.empty() ? exact : !by_key.empty() ? by_key : by_text;
}

bool has_text_row(const Report& report, std::string_view wanted) {
    return std::ranges::any_of(report.tables, [&](const ReportTable& table) {
        return std::ranges::any_of(table.rows, [&](const ReportRow& row) {
            const bool is_meant =
                table.key + "." + row.key == wanted || row.key == wanted || same_text(row.text, wanted);
            return row.values.empty() && is_meant;
        });
    });
}

} // namespace finsam
