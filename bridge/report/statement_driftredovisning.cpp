#include "bridge/report/statement_driftredovisning.hpp"

#include "bridge/figures/driftredovisning.hpp"

#include <algorithm>
#include <functional>

namespace finsam::statement {
namespace {

using Amounts = std::vector<ObjectAmount>;
using Figures = std::array<std::optional<Ore>, insats_figure_names.size()>;

/// The budget of the books by insats: income, cost and net by the same rule as the outcome.
std::vector<InsatsBudget> budget_of(const Amounts& amounts) {
    auto rows = driftredovisning(amounts, std::nullopt, std::nullopt);
    rows.pop_back(); // the sum
    std::vector<InsatsBudget> out;
    out.reserve(rows.size());
    for (const DriftredovisningRow& row : rows) {
        out.push_back({row.insats, "", row.columns[0], row.columns[1], row.columns[2].value_or(Ore())});
    }
    return out;
}

/// Which amounts a line has.
struct Choice {
    std::function<bool(const ObjectAmount&)> takes;
    std::function<bool(const InsatsBudget&)> takes_budget; ///< of the typed budget
};

class Builder {
public:
    Builder(const Table& table, const Evaluator& evaluator)
        : table_(table), wanted_(table.insatser), evaluator_(evaluator), typed_(evaluator.typed()), now_(amounts(0)),
          before_(amounts(evaluator.layout().year_of_comparison())), booked_budget_(budget_amounts(0)),
          booked_last_budget_(budget_amounts(-1)) {}

    ReportTable make() {
        out_.rule = &table_;
        out_.key = table_.key;
        out_.title = table_.title;
        for (const Column& column : table_.columns) {
            out_.columns.emplace_back(insats_figure_names.at(insats_figure(column)));
            out_.headings.push_back(column_header(column, evaluator_.report_year(column.year)));
        }
        codes_ = codes();
        account_rows(true);
        insatser();
        if (wanted_.area.empty()) {
            account_rows(false);
            not_spread();
        }
        sum();
        return std::move(out_);
    }

    /// After `make`.
    std::vector<LineAmounts> take_amounts() { return std::move(amounts_); }

private:
    /// Amounts of a year per insats, only those of the table's accounts.
    std::optional<Amounts> amounts(int year) const {
        const YearAccounts* own = evaluator_.year(year);
        return own == nullptr ? std::nullopt : chosen(spread_on_insatser(own->books->objects, own->books->result));
    }

    std::optional<Amounts> budget_amounts(int year) const {
        const YearAccounts* own = evaluator_.year(year);
        return own == nullptr ? std::nullopt : spread_on_insatser(own->books->object_budget, own->books->budget);
    }

    std::optional<Amounts> chosen(std::optional<Amounts> all) const {
        if (all && !wanted_.map_keys.empty()) {
            std::erase_if(
                *all, [&](const ObjectAmount& one) { return !is_of(one.account, MapColumn::row, wanted_.map_keys); });
        }
        return all;
    }

    bool is_of(const std::string& account, MapColumn column, const std::vector<std::string>& keys) const {
        const MapRow* row = evaluator_.map().find(account);
        const std::string* key = row == nullptr                  ? nullptr
                                 : column == MapColumn::row      ? &row->row
                                 : column == MapColumn::note_row ? &row->note_row
                                                                 : &row->extra;
        return key != nullptr && std::ranges::find(keys, *key) != keys.end();
    }

    static std::optional<Amounts> filtered(const std::optional<Amounts>& all, const Choice& choice) {
        if (!all) {
            return std::nullopt;
        }
        Amounts out;
        std::ranges::copy_if(*all, std::back_inserter(out), choice.takes);
        return out;
    }

    /// All figures of a choice; the first eight are the sum row of its own driftredovisning.
    Figures figures(const Choice& choice) const {
        const auto now = filtered(now_, choice);
        std::optional<std::vector<InsatsBudget>> budget;
        if (!typed_.budget.empty()) {
            budget.emplace();
            std::ranges::copy_if(typed_.budget, std::back_inserter(*budget), choice.takes_budget);
        } else if (booked_budget_) {
            budget = budget_of(*filtered(booked_budget_, choice));
        }
        Figures out;
        std::ranges::copy(driftredovisning(now.value_or(Amounts{}), budget, filtered(before_, choice)).back().columns,
                          out.begin());
        if (!now) { // no outcome was read: nothing, not zero
            out[0] = out[1] = out[2] = out[4] = std::nullopt;
        }
        out[8] = forecast(choice);
        out[9] = out[8] && out[3] ? checked_add(*out[8], -*out[3]) : std::nullopt;
        out[10] = last_budget(choice);
        return out;
    }

    /// The typed amounts of a choice's insatser.
    std::vector<std::optional<Ore>> typed_amounts(const Choice& choice, std::optional<Ore> InsatsInfo::*amount) const {
        std::vector<std::optional<Ore>> out;
        for (const InsatsInfo& one : typed_.insatser) {
            if (choice.takes_budget({one.code, {}, {}, {}, {}})) {
                out.push_back(one.*amount);
            }
        }
        return out;
    }

    /// Known when every insats of the list has it. An insats that the list lacks is not expected to have anything.
    std::optional<Ore> forecast(const Choice& choice) const {
        const auto typed = typed_amounts(choice, &InsatsInfo::forecast);
        std::optional<Ore> sum = typed.empty() ? std::nullopt : std::optional(Ore());
        for (const std::optional<Ore>& one : typed) {
            sum = sum && one ? checked_add(*sum, *one) : std::nullopt;
        }
        return sum;
    }

    /// Typed when any is, else the books' own. An insats that it lacks has zero.
    std::optional<Ore> last_budget(const Choice& choice) const {
        if (std::ranges::any_of(typed_.insatser, [](const InsatsInfo& one) { return one.last_budget.has_value(); })) {
            std::optional<Ore> sum = Ore();
            for (const std::optional<Ore>& one : typed_amounts(choice, &InsatsInfo::last_budget)) {
                sum = sum ? checked_add(*sum, one.value_or(Ore())) : std::nullopt;
            }
            return sum;
        }
        const auto booked = filtered(booked_last_budget_, choice);
        return booked ? driftredovisning(*booked, std::nullopt, std::nullopt).back().columns[2] : std::nullopt;
    }

    std::vector<std::string> accounts(const Choice& choice) const {
        std::set<std::string> out;
        for (const auto* year : {&now_, &before_}) {
            for (const ObjectAmount& one : year->value_or(Amounts{})) {
                if (counts_in_driftredovisning(one.account) && !one.amount.is_zero() && choice.takes(one)) {
                    out.insert(one.account);
                }
            }
        }
        return {out.begin(), out.end()};
    }

    ReportRow& add(std::string key, std::string text, const Choice& choice) {
        ReportRow row;
        row.key = std::move(key);
        row.text = std::move(text);
        const Figures all = figures(choice);
        for (const Column& column : table_.columns) {
            const std::optional<Ore>& value = all.at(insats_figure(column));
            row.values.push_back(value ? Value(*value) : Value());
        }
        row.accounts = accounts(choice);
        amounts_.push_back({filtered(now_, choice), filtered(before_, choice)});
        out_.rows.push_back(std::move(row));
        return out_.rows.back();
    }

    static Choice of_insatser(std::set<std::string> codes) {
        return {[codes](const ObjectAmount& one) { return codes.contains(one.object); },
                [codes](const InsatsBudget& one) { return codes.contains(one.insats); }};
    }

    /// What no insats carries of the row's accounts; its budget is typed under the row's own key.
    Choice of_row(const Row& row) const {
        return {[this, &row](const ObjectAmount& one) {
                    return one.object.empty() && is_of(one.account, row.map_column, row.map_keys);
                },
                [&row](const InsatsBudget& one) { return one.insats == row.key; }};
    }

    void account_rows(bool before_insatser) {
        for (const Row& row : table_.rows) {
            if (row.before_insatser == before_insatser) {
                add(row.key, row.text, of_row(row)).emphasis = row.emphasis;
            }
        }
    }

    /// The budget of a row of accounts stands in the list under the row's key, also when another table has the row.
    bool is_row_key(const std::string& code) const {
        return std::ranges::any_of(evaluator_.layout().tables, [&](const Table& table) {
            return table.kind == TableKind::insatser && table.find(code) != nullptr;
        });
    }

    /// The list's order, then the budget's, then by code; what the list has gets a line though nothing is posted.
    std::vector<std::string> codes() const {
        std::vector<std::string> out;
        const auto take = [&](const std::string& code) {
            if (!code.empty() && !is_row_key(code) && std::ranges::find(out, code) == out.end()) {
                out.push_back(code);
            }
        };
        for (const InsatsInfo& one : typed_.insatser) {
            take(one.code);
        }
        for (const InsatsBudget& one : typed_.budget) {
            take(one.insats);
        }
        std::set<std::string> others;
        if (typed_.budget.empty() && booked_budget_) {
            for (const InsatsBudget& one : budget_of(*booked_budget_)) {
                others.insert(one.insats);
            }
            if (typed_.insatser.empty()) { // the books' own order: those in the budget, then those without
                std::ranges::for_each(others, take);
            }
        }
        for (const auto* year : {&now_, &before_, &booked_last_budget_}) {
            for (const ObjectAmount& one : year->value_or(Amounts{})) {
                if (counts_in_driftredovisning(one.account)) {
                    others.insert(one.object);
                }
            }
        }
        std::ranges::for_each(others, take);
        std::erase_if(out, [&](const std::string& code) { return !is_wanted(info(code)); });
        return out;
    }

    InsatsInfo info(const std::string& code) const {
        const auto found = std::ranges::find(typed_.insatser, code, &InsatsInfo::code);
        return found == typed_.insatser.end() ? InsatsInfo{code, {}, {}, {}, {}, {}, {}} : *found;
    }

    bool is_wanted(const InsatsInfo& insats) const {
        return wanted_.area.empty() || (wanted_.area == any_area ? !insats.area.empty() : insats.area == wanted_.area);
    }

    std::string name_of(const InsatsInfo& insats) const {
        const auto& names = evaluator_.books().insats_names;
        if (const auto name = names.find(insats.code); name != names.end() && !name->second.empty()) {
            return name->second;
        }
        return insats.name.empty() ? insats.code : insats.name;
    }

    bool has_label(const std::string& code) const { return wanted_.by_label && !info(code).label.empty(); }

    std::set<std::string> with_same(std::string InsatsInfo::*what, const std::string& as) const {
        std::set<std::string> out;
        std::ranges::copy_if(codes_, std::inserter(out, out.end()),
                             [&](const std::string& code) { return info(code).*what == info(as).*what; });
        return out;
    }

    /// The insatser that begin a line: of those with the same label the first.
    std::vector<std::string> line_codes() const {
        std::vector<std::string> out;
        std::set<std::string> labels;
        std::ranges::copy_if(codes_, std::back_inserter(out), [&](const std::string& code) {
            return !has_label(code) || labels.insert(info(code).label).second;
        });
        return out;
    }

    void insatser() {
        const std::vector<std::string> lines = line_codes();
        for (auto at = lines.begin(); at != lines.end(); ++at) {
            const InsatsInfo insats = info(*at);
            if (has_label(*at)) {
                add("etikett." + insats.label, insats.label, of_insatser(with_same(&InsatsInfo::label, *at)))
                    .is_insats = true;
            } else {
                add(insats.code, name_of(insats), of_insatser({insats.code})).is_insats = true;
                part(insats);
            }
            const bool last = std::none_of(at + 1, lines.end(),
                                           [&](const std::string& code) { return info(code).area == insats.area; });
            if (wanted_.subtotals && !insats.area.empty() && last) {
                add("omrade." + insats.area, subtotal_text(insats.area), of_insatser(with_same(&InsatsInfo::area, *at)))
                    .emphasis = Emphasis::subtotal;
            }
        }
    }

    /// Costs inside the insats that people want to see by themselves; they are in its own line already.
    void part(const InsatsInfo& insats) {
        if (wanted_.part_note_rows.empty() || insats.part.empty()) {
            return;
        }
        const Choice costs{[&](const ObjectAmount& one) {
                               return one.object == insats.code && !is_income(one.account, one.amount) &&
                                      is_of(one.account, MapColumn::note_row, wanted_.part_note_rows);
                           },
                           [](const InsatsBudget&) { return false; }};
        ReportRow& row = add(insats.code + ".varav", "(varav " + insats.part + ")", costs);
        row.is_part = true;
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            const std::size_t figure = insats_figure(table_.columns[i]);
            if (figure != 1 && figure != 2 && figure != 6 && figure != 7) {
                row.values[i] = Value(); // of a part there is neither income nor budget
            }
        }
    }

    std::string subtotal_text(const std::string& area) const {
        static constexpr std::string_view mark = "{omrade}";
        std::string text = wanted_.subtotal_text;
        if (const auto at = text.find(mark); at != std::string::npos) {
            text.replace(at, mark.size(), area);
        }
        return text;
    }

    void not_spread() {
        const Choice rest{[&](const ObjectAmount& one) {
                              return one.object.empty() && std::ranges::none_of(table_.rows, [&](const Row& row) {
                                         return is_of(one.account, row.map_column, row.map_keys);
                                     });
                          },
                          [](const InsatsBudget&) { return false; }};
        const bool is_empty = std::ranges::all_of(
            figures(rest), [](const std::optional<Ore>& value) { return !value || value->is_zero(); });
        if (!is_empty) {
            add("ej_fordelat", "Ej fördelat på insats", rest);
        }
    }

    void sum() {
        const Choice all{[](const ObjectAmount&) { return true; }, [](const InsatsBudget&) { return true; }};
        add("summa", wanted_.sum_text, wanted_.area.empty() ? all : of_insatser({codes_.begin(), codes_.end()}))
            .emphasis = Emphasis::total;
    }

    const Table& table_;
    const InsatsTable& wanted_;
    const Evaluator& evaluator_;
    const TypedInput& typed_;
    std::optional<Amounts> now_, before_, booked_budget_, booked_last_budget_;
    std::vector<std::string> codes_; ///< of the insatser that the table shows, in order
    ReportTable out_;
    std::vector<LineAmounts> amounts_; ///< behind each row of `out_`
};

} // namespace

ReportTable driftredovisning_table(const Table& table, const Evaluator& evaluator) {
    return Builder(table, evaluator).make();
}

std::vector<LineAmounts> driftredovisning_amounts(const Table& table, const Evaluator& evaluator) {
    Builder builder(table, evaluator);
    [[maybe_unused]] const ReportTable made = builder.make();
    return builder.take_amounts();
}

} // namespace finsam::statement
