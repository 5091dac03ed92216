#include "bridge/report/statement_checks.hpp"

#include "bridge/figures/driftredovisning.hpp"
#include "bridge/ledger/voucher_movement.hpp"
#include "bridge/report/deficit_remark.hpp"
#include "bridge/report/map_keys.hpp"
#include "bridge/report/report_years.hpp"
#include "bridge/report/rule_verdict.hpp"
#include "parsers/swedish_count.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam::statement {
namespace {

/// "3010 Driftbidrag, 3011": with names where the books have them, the first ten.
std::string account_list(const std::set<std::string>& accounts, const Books& books) {
    constexpr std::size_t most = 10;
    std::string text;
    std::size_t shown = 0;
    for (const std::string& account : accounts) {
        if (shown++ == most) {
            return text + " och " + std::to_string(accounts.size() - most) + " till";
        }
        const auto name = books.account_names.find(account);
        text += (text.empty() ? "" : ", ") + account +
                (name == books.account_names.end() || name->second.empty() ? "" : " " + name->second);
    }
    return text;
}

/// From SIE's sign to the stable sign of equity and results.
Value negated(const Sum& sum) noexcept {
    return sum.amount ? add(Ore(), -1, Value(*sum.amount)) : Value();
}

std::string amount_text(const Value& value) {
    const Ore* amount = std::get_if<Ore>(&value);
    return amount == nullptr ? "okänt" : format_amount(*amount, Unit::ore);
}

/// What the engine gives, as the rules read it.
class EngineFigures : public FigureReader {
public:
    EngineFigures(Evaluator& evaluator, const Report& report) : evaluator_(evaluator), report_(report) {}

    ReadFigure read(const RuleFigure& of) override {
        if (of.part == FigurePart::lines) {
            return {lines(of), of.row == nullptr ? Ore() : cell(of).slack};
        }
        if (of.part == FigurePart::typed) {
            const Value typed = evaluator_.typed_value(*of.row, of.row->input_key, of.year);
            const Ore* amount = std::get_if<Ore>(&typed);
            return {typed, amount == nullptr ? Ore() : typed_slack(*amount)};
        }
        if (of.row == nullptr) {
            return down(of).back();
        }
        return {cell(of).value, cell(of).slack};
    }

    std::vector<ReadFigure> down(const RuleFigure& of) override {
        std::vector<ReadFigure> values;
        for (const ReportRow& row : table(of).rows) {
            values.push_back({row.values.at(column(of)), {}});
        }
        return values;
    }

private:
    const Cell& cell(const RuleFigure& of) { return evaluator_.cell(*of.table, *of.row, of.kind, of.year); }

    const ReportTable& table(const RuleFigure& of) const { return *report_.find(of.table->key); }

    static std::size_t column(const RuleFigure& of) {
        const auto& columns = of.table->columns;
        const auto found = std::ranges::find_if(
            columns, [&](const Column& one) { return one.kind == of.kind && one.year == of.year; });
        return static_cast<std::size_t>(found - columns.begin());
    }

    Value lines(const RuleFigure& of) const {
        Value sum = Ore();
        const auto& rows = table(of).rows;
        for (const ReportRow& row : rows) {
            const bool is_line = of.row != nullptr ? row.rule == of.row : is_summed(row) && &row != &rows.back();
            const Value& value = row.values.empty() ? Value() : row.values.at(column(of));
            if (is_line && std::holds_alternative<Ore>(value)) {
                sum = add(sum, 1, value);
            }
        }
        return sum;
    }

    /// Not a part of a line above, nor a subtotal of lines.
    static bool is_summed(const ReportRow& row) {
        return !row.is_part && (row.is_insats || row.emphasis != Emphasis::subtotal);
    }

    Evaluator& evaluator_;
    const Report& report_;
};

class Checks {
public:
    Checks(Evaluator& evaluator, Report& report) : evaluator_(evaluator), report_(report), books_(evaluator.books()) {}

    void run() {
        EngineFigures figures(evaluator_, report_);
        for (const ReportRule& rule : report_rules(evaluator_.layout())) {
            CheckResult check = make(rule.key, rule.text, rule.rule, rule.year);
            judge(check, rule, figures);
            report_.checks.push_back(std::move(check));
        }
        for (int year = 0; evaluator_.year(year) != nullptr && year > -4; --year) {
            map_checks(year);
        }
        for (int year = 0; evaluator_.year(year) != nullptr && year > -2; --year) {
            book_checks(year);
        }
        for (int year = -2; evaluator_.year(year - 1) != nullptr; --year) {
            earlier_chain(year);
        }
        vouchers();
        for (const int year : {0, evaluator_.layout().year_of_comparison()}) {
            if (evaluator_.year(year) != nullptr) {
                driftredovisning_sum(year);
                insatser_accounts(year);
            }
        }
        balanskrav_amounts();
        deficit_texts();
        restored_in_time();
        crossing_ranges();
        unknown_inputs();
    }

private:
    CheckResult make(std::string key, std::string text, std::string rule, int year) const {
        CheckResult out;
        out.key = std::move(key);
        out.text = std::move(text);
        out.rule = std::move(rule);
        const ReportYear of = evaluator_.report_year(year);
        out.year = year > 0 ? "" : year == same_period_year ? of.to : std::to_string(of.calendar_year);
        return out;
    }

    void compare(CheckResult check, const Value& left, const Value& right) {
        compare_amounts(check, left, right);
        report_.checks.push_back(std::move(check));
    }

    /// Holds when no account is named; does not apply to a year of which the books have nothing.
    void none_of(const YearAccounts& year, CheckResult check, const std::set<std::string>& accounts,
                 const std::string& what) {
        if (year.result || year.closing || year.budget) {
            none(std::move(check), accounts, what);
        } else {
            report_.checks.push_back(std::move(check));
        }
    }

    /// Holds when no account is named.
    void none(CheckResult check, const std::set<std::string>& accounts, const std::string& what) {
        check.state = accounts.empty() ? CheckState::ok : CheckState::failed;
        if (!accounts.empty()) {
            check.detail = what + account_list(accounts, books_) + ".";
        }
        report_.checks.push_back(std::move(check));
    }

    void map_checks(int year) {
        const YearAccounts& own = *evaluator_.year(year);
        std::set<std::string> unmapped, misplaced, zero, unusual;
        for (const auto* part : {&own.result, &own.closing, &own.budget}) {
            if (!*part) {
                continue;
            }
            unmapped.insert((*part)->unmapped().begin(), (*part)->unmapped().end());
            misplaced.insert((*part)->misplaced().begin(), (*part)->misplaced().end());
            for (const auto& [row, bucket] : (*part)->by_map_row()) {
                AccountSum sum;
                sum.add(&bucket);
                if (row->control == "noll" && part != &own.budget && sum.sum.amount != Ore()) {
                    zero.insert(sum.accounts.begin(), sum.accounts.end());
                } else if (row->control == "varna" && part != &own.budget) {
                    unusual.insert(sum.accounts.begin(), sum.accounts.end());
                }
            }
        }
        report_.unmapped.insert(report_.unmapped.end(), unmapped.begin(), unmapped.end());
        none_of(own, make("konton_utan_rad", "Alla konton med saldo har en rad i kontokartan", "Kontokartan", year),
                unmapped, "Lägg till i kontokartan: ");
        none_of(own,
                make("konton_fel_rad", "Resultatkonton står på resultatrader och balanskonton på balansrader",
                     "Kontokartan", year),
                misplaced, "Räknas inte med förrän kontokartan rättas: ");
        none_of(
            own,
            make("konton_ska_vara_noll", "Konton som ska vara noll är noll", "Kontokartan, kolumnen kontroll", year),
            zero, "Har saldo: ");
        none_of(own,
                make("konton_ovanliga", "Konton som är ovanliga i ett samordningsförbund saknar saldo",
                     "Kontokartan, kolumnen kontroll", year),
                unusual, "Har saldo: ");
    }

    void book_checks(int year) {
        const YearAccounts& own = *evaluator_.year(year);
        books_sum(own, year);
        booked_result(own, year);
        opening_is_closing(own, year);
        movement(own, year);
    }

    /// SIE 4C §5: balances and results of a whole set of books sum to zero.
    void books_sum(const YearAccounts& own, int year) {
        CheckResult check =
            make("saldon_summerar_till_noll", "Utgående balanser och resultat summerar till noll", "SIE 4C §5", year);
        if (own.books->closing_source != ClosingSource::closing || !own.closing || !own.result) {
            return compare(std::move(check), {}, {});
        }
        Sum closing, result;
        for (const auto& [account, amount] : *own.books->closing) {
            closing.add(amount);
        }
        for (const auto& [account, amount] : *own.books->result) {
            result.add(amount);
        }
        const Value left = closing.amount ? Value(*closing.amount) : Value();
        const Value right = negated(result);
        compare(std::move(check), left, right);
    }

    /// 89xx is either untouched or the whole result.
    void booked_result(const YearAccounts& own, int year) {
        CheckResult check =
            make("bokfort_resultat", "Bokfört resultat (89xx) = beräknat resultat (klass 3–8)", "LKBR 5 kap.", year);
        if (!own.result) {
            return compare(std::move(check), {}, {});
        }
        AccountSum booked;
        booked.add(own.result->find(MapColumn::row, booked_result_key));
        const AccountSum computed = computed_result(*own.result);
        if (!booked.sum.amount || !computed.sum.amount || booked.sum.amount->is_zero()) {
            return compare(std::move(check), {}, {});
        }
        compare(std::move(check), *booked.sum.amount, negated(computed.sum));
    }

    /// Equity is compared as a whole and with last year's result in it: the new year's books may move it between
    /// accounts. Other accounts are compared one by one.
    void opening_is_closing(const YearAccounts& own, int year) {
        CheckResult check = make("ib_ub", "Ingående balans = föregående års utgående balans", "LKBR 4 kap.", year);
        const YearAccounts* last = evaluator_.year(year - 1);
        const bool known = own.books->opening && last != nullptr && last->closing &&
                           last->books->closing_source == ClosingSource::closing;
        const auto last_equity = known ? equity(*last) : std::nullopt;
        if (!last_equity || !last_equity->sum.amount) {
            return compare(std::move(check), {}, {});
        }
        compare_opening(std::move(check), own, *last, *last_equity);
    }

    /// The chain of the years before those that the report compares, where the books have both ends of it.
    void earlier_chain(int year) {
        opening_is_closing(*evaluator_.year(year), year);
        if (report_.checks.back().state == CheckState::not_applicable) {
            report_.checks.pop_back();
        }
    }

    void compare_opening(CheckResult check, const YearAccounts& own, const YearAccounts& last,
                         const AccountSum& last_equity) {
        std::set<std::string> differing = differing_accounts(*own.books->opening, last);
        AccountSum opening_equity;
        for (const auto& [account, amount] : *own.books->opening) {
            if (is_equity(account)) {
                opening_equity.sum.add(amount);
            }
        }
        check.left = negated(opening_equity.sum);
        check.right = negated(last_equity.sum);
        const bool holds = differing.empty() && check.left == check.right;
        check.state = holds ? CheckState::ok : CheckState::failed;
        if (!holds) {
            check.detail = fmt::format(
                "Ingående balans {} är inte utgående balans {}. {}", own.calendar_year(), last.calendar_year(),
                differing.empty() ? fmt::format("Eget kapital skiljer ({} mot {} kr); är {} års "
                                                "resultat överfört?",
                                                amount_text(check.left), amount_text(check.right), last.calendar_year())
                                  : "Skiljer: " + account_list(differing, books_) + ".");
        }
        report_.checks.push_back(std::move(check));
    }

    bool is_equity(const std::string& account) const {
        const MapRow* row = evaluator_.map().find(account);
        return row != nullptr && row->row == equity_key;
    }

    std::set<std::string> differing_accounts(const AccountAmounts& opening, const YearAccounts& last) const {
        std::set<std::string> out;
        const auto compare_side = [&](const AccountAmounts& from, const AccountAmounts& with) {
            for (const auto& [account, amount] : from) {
                const auto other = with.find(account);
                const Ore other_amount = other == with.end() ? Ore() : other->second;
                if (!is_equity(account) && amount != other_amount) {
                    out.insert(account);
                }
            }
        };
        compare_side(opening, *last.books->closing);
        compare_side(*last.books->closing, opening);
        return out;
    }

    /// Needs the vouchers of the year; without them it does not apply.
    void movement(const YearAccounts& own, int year) {
        CheckResult check =
            make("ib_rorelse_ub", "Ingående balans + verifikationer = utgående balans och resultat", "SIE 4C §5", year);
        const YearBooks& books = *own.books;
        const auto moved = voucher_movement(books_, static_cast<std::size_t>(-year));
        if (!moved || !books.opening || !books.closing || !books.result ||
            books.closing_source != ClosingSource::closing) {
            return compare(std::move(check), {}, {});
        }
        std::map<std::string, Sum, std::less<>> sums;
        for (const auto& [account, amount] : *moved) {
            sums[account].add(amount);
        }
        for (const auto& [account, amount] : *books.opening) {
            sums[account].add(amount);
        }
        std::set<std::string> differing;
        for (const AccountAmounts* end : {&*books.closing, &*books.result}) {
            for (const auto& [account, amount] : *end) {
                if (sums[account].amount != amount) {
                    differing.insert(account);
                }
                sums[account].amount = Ore();
            }
        }
        for (const auto& [account, sum] : sums) {
            if (sum.amount != Ore()) {
                differing.insert(account);
            }
        }
        none(std::move(check), differing, "Skiljer: ");
    }

    /// A voucher that does not balance is refused when it is read; what stands in a workbook may have been changed
    /// since.
    void vouchers() {
        std::uint64_t read = books_.vouchers.size(), refused = 0;
        for (const ImportedFile& file : books_.imports) {
            read += file.vouchers;
            refused += file.refused_vouchers;
        }
        const auto faults = voucher_faults(books_);
        CheckResult balanced =
            make("verifikationer_balanserar", "Alla verifikationer i filerna balanserar", "LKBR 3 kap. 8 §", 1);
        if (read + refused > 0) {
            const std::uint64_t wrong = refused + (faults ? faults->unbalanced : 0);
            balanced.state = wrong == 0 ? CheckState::ok : CheckState::failed;
            balanced.detail = wrong == 0 ? ""
                                         : fmt::format("{} balanserar inte eller kunde inte läsas.",
                                                       counted(wrong, "verifikation", "verifikationer"));
        }
        report_.checks.push_back(std::move(balanced));
        if (faults && !faults->unexplained.empty()) { // never so in books that were just read
            std::set<std::string> accounts;
            for (const auto& [account, amount] : faults->unexplained) {
                accounts.insert(account);
            }
            none(make("verifikationer_saldon", "Verifikationernas summa per konto = det som bladet Saldon är gjort av",
                      "SIE 4C §5", 1),
                 accounts, "Skiljer: ");
        }
    }

    void driftredovisning_sum(int year) {
        const Table* result_table = evaluator_.layout().find("resultatrakning");
        const Row* result = result_table == nullptr ? nullptr : result_table->find("arets_resultat");
        for (const ReportTable& table : report_.tables) {
            const bool is_whole = table.rule->kind == TableKind::insatser && table.rule->insatser.area.empty() &&
                                  table.rule->insatser.map_keys.empty();
            const auto net =
                std::find(table.columns.begin(), table.columns.end(), insats_figure_names[year == 0 ? 2 : 7]);
            if (!is_whole || net == table.columns.end() || result == nullptr) {
                continue;
            }
            const auto net_column = static_cast<std::size_t>(net - table.columns.begin());
            compare(make("driftredovisning_resultat", "Driftredovisningens summa = årets resultat",
                         "LKBR 10 kap., RKR R14", year),
                    table.rows.back().values[net_column],
                    evaluator_.cell(*result_table, *result, ColumnKind::outcome, year).value);
        }
    }

    /// A table of insatser over chosen accounts (a note of costs) holds all of them, on whatever insats.
    void insatser_accounts(int year) {
        const auto& accounts = evaluator_.year(year)->result;
        for (const ReportTable& table : report_.tables) {
            const auto column = accounted_column(*table.rule, year);
            if (!column || !accounts) {
                continue;
            }
            compare(make("insatser_konton_" + table.key, table.title + ": summan = kontona i resultaträkningen",
                         "LKBR 9 kap.", year),
                    table.rows.back().values.at(*column),
                    negated(sum_of(*accounts, MapColumn::row, table.rule->insatser.map_keys).sum));
        }
    }

    /// The amounts that LKBR 11:10 has as positive only: a net loss on an account of gains must be looked at.
    void balanskrav_amounts() {
        for (const Table& table : evaluator_.layout().tables) {
            for (const Row& row : table.rows) {
                if (row.kind == RowKind::balanskrav) {
                    balanskrav_amounts(table, row);
                }
            }
        }
    }

    void balanskrav_amounts(const Table& table, const Row& row) {
        CheckResult check =
            make("balanskrav_belopp", "Balanskravsutredningens vinster, förluster och reserv är inte negativa",
                 "LKBR 11 kap. 10 §", 0);
        std::string names;
        for (std::size_t i = 0; i < row.terms.size(); ++i) {
            const bool positive_only = i == 1 || i == 2 || i == 3 || i == 6 || i == 7;
            const Term& term = row.terms[i];
            const Table& at = term.table.empty() ? table : *evaluator_.layout().find(term.table);
            const Row& part = *at.find(term.row);
            const Value value =
                add(Value(Ore()), term.sign, evaluator_.cell(at, part, ColumnKind::outcome, term.year).value);
            const Ore* amount = std::get_if<Ore>(&value);
            if (positive_only && amount != nullptr && *amount < Ore()) {
                names += (names.empty() ? "”" : ", ”") + part.text + "”";
            }
        }
        check.state = names.empty() ? CheckState::ok : CheckState::failed;
        if (!names.empty()) {
            check.detail = "Negativt: " + names + ". Skriv rätt belopp på Indata.";
        }
        report_.checks.push_back(std::move(check));
    }

    /// The report says under the table what follows from a deficit; see deficit_remark.hpp.
    void deficit_texts() {
        for (const Table& table : evaluator_.layout().tables) {
            for (const Row& row : table.rows) {
                if (row.kind != RowKind::balanskrav || table.columns.empty() || table.remark.empty()) {
                    continue;
                }
                CheckResult check = make("balanskrav_negativt", "Ett negativt balanskravsresultat har sin text",
                                         "KL 11 kap. 12 §, LKBR 11 kap.", 0);
                const Column& first = table.columns.front();
                const Value value = evaluator_.cell(table, row, first.kind, first.year).value;
                const Ore* amount = std::get_if<Ore>(&value);
                if (amount != nullptr && *amount < Ore()) {
                    check.state = CheckState::ok;
                    check.detail = fmt::format("{} kr ska återställas senast {}.", format_amount(-*amount, Unit::ore),
                                               evaluator_.report_year(0).calendar_year + years_to_restore);
                }
                report_.checks.push_back(std::move(check));
            }
        }
    }

    /// KL 11 kap. 12 §: what the year three years back left is restored when this year ends.
    void restored_in_time() {
        constexpr int three_years = -years_to_restore;
        for (const Table& table : evaluator_.layout().tables) {
            for (const Row& row : table.rows) {
                if (row.kind != RowKind::carried || row.origin != 0) {
                    continue;
                }
                CheckResult check =
                    make("balanskrav_aterstallt", "Underskott har återställts inom tre år", "KL 11 kap. 12 §", 0);
                const Row& result = *evaluator_.layout().find(table, row.terms.front());
                const Value own = evaluator_.cell(table, result, ColumnKind::outcome, 0).value;
                const bool is_typed =
                    !std::holds_alternative<std::monostate>(evaluator_.typed_value(row, row.input_key, 0));
                if (is_typed || !std::holds_alternative<Ore>(own)) {
                    compare(std::move(check), {}, {});
                    continue;
                }
                const Value left = add(evaluator_.left_since(table, row, three_years, 0), 1,
                                       Value(std::max(Ore(), std::get<Ore>(own))));
                const Ore* amount = std::get_if<Ore>(&left);
                if (amount != nullptr && *amount < Ore()) {
                    check.detail = fmt::format("{} kr är kvar från {} eller tidigare. Har styrelsen "
                                               "synnerliga skäl (13 §) skrivs det som återstår på Indata.",
                                               format_amount(*amount, Unit::ore),
                                               evaluator_.report_year(three_years).calendar_year);
                }
                compare(std::move(check), amount == nullptr ? Value() : Value(std::min(Ore(), *amount)), Value(Ore()));
            }
        }
    }

    void crossing_ranges() {
        CheckResult check = make("karta_omlott", "Kontokartans intervall går inte omlott", "Kontokartan", 1);
        for (const auto& [one, other] : evaluator_.map().crossing()) {
            check.detail += fmt::format("{}{}–{} och {}–{}",
                                        check.detail.empty() ? "Ändra så att det ena ryms i det andra: " : ", ",
                                        one->from, one->to, other->from, other->to);
        }
        check.state = check.detail.empty() ? CheckState::ok : CheckState::failed;
        check.detail += check.detail.empty() ? "" : ".";
        report_.checks.push_back(std::move(check));
    }

    void unknown_inputs() {
        std::string unknown;
        const auto name = [&](const std::string& what) { unknown.append(unknown.empty() ? "" : ", ").append(what); };
        const auto is_elsewhere = [&](const std::string& key) {
            const std::vector<std::string>& keys = evaluator_.layout().elsewhere;
            return std::ranges::find(keys, key) != keys.end();
        };
        const auto name_unknown = [&](const std::string& year, const TypedFigures& figures) {
            for (const auto& [key, value] : figures) {
                if (find_input(evaluator_.layout(), key) == nullptr && !is_elsewhere(key)) {
                    name(fmt::format("{} ({})", key, year));
                }
            }
        };
        for (const auto& [year, figures] : evaluator_.typed().years) {
            name_unknown(std::to_string(year), figures);
        }
        for (const auto& [day, figures] : evaluator_.typed().year_ends) {
            name_unknown(to_iso(day), figures);
            if (is_stray_year_end(books_, day)) {
                name("ar." + to_iso(day) + " (inget räkenskapsår slutar den dagen)");
            }
        }
        for (const auto& [key, lines] : evaluator_.typed().texts) {
            const Table* table = evaluator_.layout().find(key);
            if (table == nullptr ? !is_elsewhere(key) : table->kind != TableKind::texts) {
                name("tabell." + key);
            }
        }
        CheckResult check = make("indata_kand", "Alla indata hör till uppställningen", "Indata", 1);
        check.state = unknown.empty() ? CheckState::ok : CheckState::failed;
        if (!unknown.empty()) {
            check.detail = "Används inte: " + unknown + ". Rätta namnen.";
        }
        report_.checks.push_back(std::move(check));
    }

    Evaluator& evaluator_;
    Report& report_;
    const Books& books_;
};

} // namespace

void run_checks(Evaluator& evaluator, Report& report) {
    Checks(evaluator, report).run();
    std::sort(report.unmapped.begin(), report.unmapped.end());
    report.unmapped.erase(std::unique(report.unmapped.begin(), report.unmapped.end()), report.unmapped.end());
}

} // namespace finsam::statement
