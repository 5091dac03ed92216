#include "templates/builder/contract.hpp"

#include "bridge/figures/checked_negate.hpp"
#include "bridge/figures/driftredovisning.hpp"
#include "bridge/ledger/text_fold.hpp"
#include "bridge/ledger/voucher_movement.hpp"
#include "bridge/report/chart_proposal.hpp"
#include "templates/builder/chart_rows.hpp"
#include "templates/builder/data_columns.hpp"
#include "templates/builder/data_formulas.hpp"
#include "templates/builder/map_formulas.hpp"
#include "templates/builder/plain_values.hpp"
#include "templates/builder/report_plan.hpp"
#include "templates/builder/row_formula.hpp"
#include "templates/builder/voucher_room.hpp"
#include "templates/builder/workbook_settings.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <set>

namespace finsam::workbook {

namespace {

constexpr int last_row_of_sheet = 1048575;

using Line = std::vector<PlainValue>;

PlainValue flag(bool is_true) {
    return is_true ? 1.0 : 0.0;
}

std::string known_text(const std::map<std::string, std::string, std::less<>>& names, const std::string& key) {
    const auto found = names.find(key);
    return found == names.end() ? std::string() : found->second;
}

std::string report_company(const Books& books, const TypedInput& typed) {
    return typed.company_name.empty() ? books.company_name : typed.company_name;
}

/// What shows that the file is unchanged: #KSUMMA of SIE 1-4, the signature of SIE 5.
std::string integrity(const ImportedFile& file) {
    return file.signature.empty() ? file.ksumma : "signatur: " + file.signature;
}

class Filler {
public:
    Filler(const Layout& layout, const Books& books, const AccountMap& map, const TypedInput& typed,
           const Report& report, const FillOptions& options)
        : layout_(layout), books_(books), map_(map), typed_(typed), report_(report), options_(options) {}

    Fill make() {
        counts_.map = std::max(static_cast<int>(map_.rows().size()) + map_spare_rows, map_input_rows);
        clear_data();
        start();
        balances();
        objects();
        vouchers();
        imports();
        if (!options_.data_sheets_only) {
            account_map();
            input();
            texts();
        }
        out_.names = growing_names(layout_, counts_);
        if (options_.data_sheets_only) { // the map's names stay as long as people made the map
            std::erase_if(out_.names, [](const NamedRange& name) { return name.sheet == sheet::map; });
        }
        hide_rows();
        if (options_.data_sheets_only) { // document properties cannot be undone
            return std::move(out_);
        }
        out_.properties[std::string(dimension_property)] = books_.insats_dimension;
        out_.title = fmt::format("{}, {}", report_company(books_, typed_), fold_case(report_.title));
        return std::move(out_);
    }

private:
    const YearBooks* year(int slot) const {
        if (slot == period_slot) {
            return books_.same_period ? &*books_.same_period : nullptr;
        }
        return static_cast<std::size_t>(slot) < books_.years.size() ? &books_.years[static_cast<std::size_t>(slot)]
                                                                    : nullptr;
    }

    /// A year without anything where the books lack it.
    const YearBooks& year_or_nothing(int slot) const {
        static const YearBooks nothing;
        const YearBooks* own = year(slot);
        return own != nullptr ? *own : nothing;
    }

    void put(std::string_view sheet_name, Address at, std::vector<Line> rows) {
        if (!rows.empty()) {
            out_.data.push_back({std::string(sheet_name), at, std::move(rows)});
        }
    }

    void put_formulas(std::string_view sheet_name, Address at, std::vector<std::vector<Formula>> rows,
                      bool moves_down = true) {
        if (!rows.empty() && !rows.front().empty()) {
            out_.formulas.push_back({std::string(sheet_name), at, std::move(rows), moves_down});
        }
    }

    void clear_columns(std::string_view sheet_name, int first_row, int first_column, int last_column) {
        out_.clear.push_back({std::string(sheet_name), {{first_row, first_column}, {last_row_of_sheet, last_column}}});
    }

    void clear_data() {
        clear_columns(sheet::start, imports_header_row(layout_) + 1, 0, 2);
        const int last_balance =
            std::max(balance_column::first_list, balance_column::first_list + list_count(layout_) - 1);
        clear_columns(sheet::balances, data_first_row, 0, last_balance);
        clear_columns(sheet::objects, data_first_row, object_column::outcome, object_column::insats_order);
        if (layout_.document == DocumentKind::interim) {
            clear_columns(sheet::balances, data_first_row, balance_column::period_first,
                          balance_column::closing_note_row(period_slot));
        }
        if (layout_.document == DocumentKind::budget) {
            clear_columns(sheet::objects, data_first_row, object_column::last_budget,
                          object_column::last_budget + object_column::label_offset);
        }
        if (const int lists = list_count(layout_, ListBy::insats); lists > 0) {
            clear_columns(sheet::objects, data_first_row, object_column::first_list,
                          object_column::first_list + lists - 1);
        }
        clear_columns(sheet::balances, data_first_row, balance_column::first_movement, balance_column::last_movement);
        clear_columns(sheet::vouchers, data_first_row, 0, voucher_column::ordinal);
        clear_columns(sheet::imports, data_first_row, 0, 12);
        if (options_.data_sheets_only) { // what was written there is to be undone by undoing the clearing
            out_.clear.push_back({std::string(sheet::start), {company_cell, organisation_cell}});
            out_.clear.push_back(
                {std::string(sheet::start),
                 {{years_first_row, 0}, {years_first_row + year_slots - 1, year_column::object_budget}}});
        } else {
            clear_columns(sheet::map, data_first_row, 0, map_column::step_row);
        }
    }

    ReportYear report_year(int slot) const {
        return finsam::report_year(layout_, books_, typed_, slot == period_slot ? -same_period_year : slot);
    }

    /// The period's slot tells of the report year's budget whether its months are known.
    double has_budget(int slot) const {
        const bool is_known = slot == period_slot ? year_or_nothing(0).period_budget.has_value()
                                                  : year_or_nothing(slot).budget.has_value();
        return is_known ? 1.0 : 0.0;
    }

    Line year_row(int slot) const {
        const YearBooks* own = year(slot);
        if (own == nullptr) {
            return {std::string(), std::string(),    std::string(), std::string(), 0.0, 0.0,
                    0.0,           has_budget(slot), 0.0,           0.0,           0.0};
        }
        const ReportYear known = report_year(slot);
        const bool has_closing = own->closing && own->closing_source != ClosingSource::none;
        return {known.period(),
                static_cast<double>(known.calendar_year),
                known.from,
                known.to,
                flag(own->opening.has_value()),
                flag(has_closing),
                flag(own->result.has_value()),
                has_budget(slot),
                flag(own->objects || own->result),
                flag(has_closing && own->closing_source == ClosingSource::next_opening),
                flag(own->object_budget || own->budget)};
    }

    /// A year that the books lack is known as soon as something is typed for it on Indata.
    std::vector<Formula> typed_year_row(int slot) const {
        const ReportYear year = report_year(slot);
        const std::string last_day = year.is_known() ? year.to : std::to_string(year.calendar_year) + "-12-31";
        const int column = input_first_year_column + slot;
        const std::string typed =
            fmt::format("COUNT([${}.${}${}:.${}${}])>0", sheet::input, column_name(column), input_first_row + 1,
                        column_name(column), input_first_row + layout_.inputs.size());
        const auto when_typed = [&](const std::string& value) {
            return Formula{fmt::format("IF({};{};\"\")", typed, value)};
        };
        return {when_typed(quoted(last_day)),
                when_typed(std::to_string(year.calendar_year)),
                {"\"\""},
                when_typed(quoted(last_day))};
    }

    /// Which map counts, and what the account names say.
    std::string chart_text() const {
        const auto proposal = propose_chart(books_);
        const std::string seen =
            proposal ? describe(*proposal) : std::string("Kontonas namn säger inte vilken kontoplan det är.");
        return options_.map_name.empty() ? seen : fmt::format("Vald kontokarta: {}. {}", options_.map_name, seen);
    }

    void start() {
        put(sheet::start, company_cell, {{books_.company_name}, {books_.organisation_number}});
        if (!options_.data_sheets_only) { // the name of the map is not known then
            put(sheet::start, chart_cell, {{chart_text()}});
        }
        std::vector<Line> years;
        for (int slot = 0; slot < slots_of(layout_); ++slot) {
            years.push_back(year_row(slot));
            if (slot != period_slot && year(slot) == nullptr && !books_.years.empty() && !layout_.inputs.empty()) {
                put_formulas(sheet::start, {years_first_row + slot, 0}, {typed_year_row(slot)});
            }
        }
        put(sheet::start, {years_first_row, 0}, std::move(years));
        std::vector<Line> files;
        for (const ImportedFile& file : books_.imports) {
            files.push_back({file.file_name, static_cast<double>(file.fiscal_year), file.sha256});
        }
        put(sheet::start, {imports_header_row(layout_) + 1, 0}, std::move(files));
    }

    std::set<std::string> accounts() const {
        std::set<std::string> all;
        for (int slot = 0; slot < slots_of(layout_); ++slot) {
            const YearBooks* own = year(slot);
            if (own == nullptr) {
                continue;
            }
            for (const auto* part : {&own->opening, &own->closing, &own->result, &own->budget, &own->period_budget}) {
                for (const auto& [account, amount] : part->value_or(AccountAmounts{})) {
                    all.insert(account);
                }
            }
        }
        for (std::size_t slot = 0; slot < years_with_vouchers; ++slot) {
            for (const auto& [account, amount] : voucher_movement(books_, slot).value_or(AccountAmounts{})) {
                all.insert(account);
            }
        }
        return all;
    }

    static PlainValue amount_of(const std::optional<AccountAmounts>& amounts, const std::string& account) {
        if (!amounts) {
            return std::string();
        }
        const auto found = amounts->find(account);
        return found == amounts->end() ? PlainValue(std::string()) : kronor(found->second);
    }

    void balances() {
        namespace col = balance_column;
        const std::set<std::string> all = accounts();
        std::vector<Line> texts, amounts;
        std::vector<std::vector<Formula>> account, closing, period;
        std::vector<Line> period_amounts;
        int row = data_first_row;
        for (const std::string& number : all) {
            texts.push_back({number, known_text(books_.account_names, number)});
            Line line;
            for (int slot = 0; slot < year_slots; ++slot) {
                const YearBooks& own = year_or_nothing(slot);
                line.insert(line.end(), {amount_of(own.opening, number), amount_of(own.closing, number),
                                         amount_of(own.result, number), amount_of(own.budget, number)});
            }
            if (layout_.document == DocumentKind::interim) {
                const YearBooks& own = year_or_nothing(period_slot);
                period_amounts.push_back({amount_of(own.opening, number), amount_of(own.closing, number),
                                          amount_of(own.result, number),
                                          amount_of(year_or_nothing(0).period_budget, number)});
                period.push_back(period_formulas(row));
            }
            amounts.push_back(std::move(line));
            account.push_back(account_formulas(row));
            closing.push_back(closing_formulas(layout_, row));
            ++row;
        }
        counts_.accounts = static_cast<int>(all.size());
        movements(all);
        put(sheet::balances, {data_first_row, col::account}, std::move(texts));
        put(sheet::balances, {data_first_row, col::first_amount}, std::move(amounts));
        put_formulas(sheet::balances, {data_first_row, col::key}, std::move(account));
        put_formulas(sheet::balances, {data_first_row, col::closing_row(0)}, std::move(closing));
        put(sheet::balances, {data_first_row, col::opening(period_slot)}, std::move(period_amounts));
        put_formulas(sheet::balances, {data_first_row, col::closing_row(period_slot)}, std::move(period));
    }

    /// What the vouchers moved on each account.
    void movements(const std::set<std::string>& all) {
        std::vector<Line> rows(all.size());
        for (std::size_t slot = 0; slot < years_with_vouchers; ++slot) {
            const auto moved = voucher_movement(books_, slot);
            auto row = rows.begin();
            for (const std::string& account : all) {
                (row++)->push_back(amount_of(moved, account));
            }
        }
        put(sheet::balances, {data_first_row, balance_column::first_movement}, std::move(rows));
    }

    /// One line an insats and account, summed: the kind of a class 8 account is decided by that sum.
    int object_list(int column, const std::optional<std::vector<ObjectAmount>>& amounts) {
        std::map<std::pair<std::string, std::string>, std::optional<Ore>> sums;
        for (const ObjectAmount& one : amounts.value_or(std::vector<ObjectAmount>{})) {
            auto& sum = sums.try_emplace({one.object, one.account}, Ore()).first->second;
            sum = sum ? checked_add(*sum, one.amount) : std::nullopt;
        }
        std::vector<Line> rows;
        std::vector<std::vector<Formula>> kinds;
        int row = data_first_row;
        for (const auto& [key, amount] : sums) {
            rows.push_back({key.first, key.second, optional_kronor(amount)});
            kinds.push_back(object_formulas(column, row++));
        }
        const auto count = static_cast<int>(rows.size());
        put(sheet::objects, {data_first_row, column}, std::move(rows));
        put_formulas(sheet::objects, {data_first_row, column + object_column::kind_offset}, std::move(kinds));
        return count;
    }

    static std::set<std::string> insatser_of(const std::optional<std::vector<ObjectAmount>>& amounts) {
        std::set<std::string> codes;
        for (const ObjectAmount& one : amounts.value_or(std::vector<ObjectAmount>{})) {
            if (!one.object.empty() && counts_in_driftredovisning(one.account)) {
                codes.insert(one.object);
            }
        }
        return codes;
    }

    void objects() {
        namespace col = object_column;
        const YearBooks& now = year_or_nothing(0);
        const YearBooks& before = year_or_nothing(slot_of(layout_.year_of_comparison()));
        const auto outcome = spread_on_insatser(now.objects, now.result);
        const auto previous = spread_on_insatser(before.objects, before.result);
        const auto budget = spread_on_insatser(now.object_budget, now.budget);
        counts_.outcome = object_list(col::outcome, outcome);
        counts_.previous = object_list(col::previous, previous);
        counts_.budget = object_list(col::budget, budget);
        std::set<std::string> with_outcome = insatser_of(outcome);
        with_outcome.merge(insatser_of(previous));
        if (layout_.document == DocumentKind::budget) {
            const YearBooks& last = year_or_nothing(1);
            const auto last_budget = spread_on_insatser(last.object_budget, last.budget);
            counts_.last_budget = object_list(col::last_budget, last_budget);
            with_outcome.merge(insatser_of(last_budget));
        }
        insatser(with_outcome, insatser_of(budget));
    }

    /// By code; the books' own order is: those in the budget, then those without.
    void insatser(const std::set<std::string>& with_outcome, const std::set<std::string>& budgeted) {
        std::map<std::string, double> order;
        for (const auto* codes : {&budgeted, &with_outcome}) {
            for (const std::string& code : *codes) {
                order.try_emplace(code, static_cast<double>(order.size() + 1));
            }
        }
        std::set<std::string> all = with_outcome;
        all.insert(budgeted.begin(), budgeted.end());
        for (const auto& [code, name] : books_.insats_names) {
            all.insert(code);
        }
        std::vector<Line> rows;
        std::vector<std::vector<Formula>> orders, lists;
        int row = data_first_row;
        for (const std::string& code : all) {
            const auto own = order.find(code);
            rows.push_back({code, known_text(books_.insats_names, code),
                            own == order.end() ? PlainValue(std::string()) : PlainValue(own->second),
                            flag(with_outcome.contains(code))});
            lists.push_back(insats_list_formulas(layout_, row));
            orders.push_back({insats_order_formula(row++)});
        }
        put_formulas(sheet::objects, {data_first_row, object_column::first_list}, std::move(lists));
        counts_.insatser = static_cast<int>(rows.size());
        put(sheet::objects, {data_first_row, object_column::insats_code}, std::move(rows));
        put_formulas(sheet::objects, {data_first_row, object_column::insats_order}, std::move(orders));
    }

    void vouchers() {
        if (const std::string left_out = vouchers_left_out(books_); !left_out.empty()) {
            return put(sheet::vouchers, {data_first_row, voucher_column::text}, {{left_out}});
        }
        std::vector<Line> rows;
        rows.reserve(books_.vouchers.size());
        const VoucherRow* before = nullptr;
        double ordinal = 0;
        for (const VoucherRow& one : books_.vouchers) {
            ordinal += before == nullptr || !is_same_voucher(*before, one) ? 1 : 0;
            before = &one;
            rows.push_back({one.series, one.number, day_number(one.date), one.text, one.account, one.object,
                            kronor(one.amount), one.file_name, static_cast<double>(one.line), ordinal});
        }
        counts_.vouchers = static_cast<int>(rows.size());
        put(sheet::vouchers, {data_first_row, 0}, std::move(rows));
    }

    void imports() {
        std::vector<Line> rows;
        for (const ImportedFile& file : books_.imports) {
            rows.push_back({file.file_name, file.sha256, file.program,
                            file.generated ? to_iso(*file.generated) : std::string(), file.read_at,
                            static_cast<double>(file.sie_type), static_cast<double>(file.fiscal_year), file.encoding,
                            integrity(file), static_cast<double>(file.vouchers), static_cast<double>(file.transactions),
                            static_cast<double>(file.errors), static_cast<double>(file.refused_vouchers)});
        }
        put(sheet::imports, {data_first_row, 0}, std::move(rows));
    }

    void account_map() {
        std::vector<Line> rows;
        std::vector<std::vector<Formula>> helpers;
        rows.reserve(map_.rows().size());
        helpers.reserve(static_cast<std::size_t>(counts_.map));
        for (const MapRow& row : map_.rows()) {
            rows.push_back({row.from, row.to, row.name, row.row, row.note_row, row.extra, row.debit_row,
                            row.debit_note_row, row.control, row.certainty, row.source});
        }
        for (int i = 0; i < counts_.map; ++i) {
            helpers.push_back(map_formulas(data_first_row + i));
        }
        put(sheet::map, {data_first_row, 0}, std::move(rows));
        put_formulas(sheet::map, {data_first_row, map_column::remark}, std::move(helpers));
        std::vector<std::vector<Formula>> steps;
        for (int i = 0; i < map_steps(counts_.map); ++i) {
            steps.push_back(map_step_formulas(i + 1, data_first_row + i));
        }
        put_formulas(sheet::map, {data_first_row, map_column::step}, std::move(steps), false);
    }

    void input() {
        put(sheet::input, typed_company_cell, {{typed_.company_name}});
        put(sheet::input, credit_sign_cell, {{options_.credit_sign < 0 ? -1.0 : 1.0}});
        std::vector<Line> rows;
        for (const InputField& field : layout_.inputs) {
            Line line;
            for (int slot = 0; slot < year_slots; ++slot) {
                line.push_back(typed_value(slot, field.key));
            }
            rows.push_back(std::move(line));
        }
        put(sheet::input, {input_first_row, input_first_year_column}, std::move(rows));
        budget();
        members();
    }

    /// The amounts of two years, as the report shows them.
    void members() {
        if (member_row(layout_) == nullptr) {
            return;
        }
        std::vector<Line> rows;
        for (const Member& member : typed_.members) {
            Line line{member.name, member.group, member.account, member.insats};
            for (int slot = 0; slot < member_column::years; ++slot) {
                const auto typed = member.typed.find(report_year(slot).calendar_year);
                line.push_back(typed == member.typed.end() ? PlainValue(std::string()) : kronor(typed->second));
            }
            const auto population = member.population_in(report_year(0).calendar_year);
            line.push_back(population ? PlainValue(static_cast<double>(*population)) : PlainValue(std::string()));
            rows.push_back(std::move(line));
        }
        put(sheet::input, {member_header_row(layout_, options_.capacities) + 1, 0}, std::move(rows));
    }

    PlainValue typed_value(int slot, const std::string& key) const {
        const TypedFigures typed = report_year(slot).typed;
        const auto found = typed.find(key);
        if (found != typed.end()) {
            return found->second;
        }
        // The report year shows what counts until people type another figure.
        const auto field = std::ranges::find(layout_.inputs, key, &InputField::key);
        const bool usual = slot == 0 && field != layout_.inputs.end() && field->usual;
        return usual ? PlainValue(*field->usual) : PlainValue(std::string());
    }

    /// A column at a time, since each may be merged of several.
    void texts() {
        const ReportPlan plan(layout_, options_.capacities);
        for (const SheetPlan& sheet_plan : plan.sheets()) {
            for (const TablePlan& table : sheet_plan.tables) {
                const auto typed = typed_.texts.find(table.table->key);
                if (table.table->kind != TableKind::texts || typed == typed_.texts.end()) {
                    continue;
                }
                for (std::size_t i = 0; i < table.table->columns.size(); ++i) {
                    std::vector<Line> lines;
                    for (const std::vector<std::string>& line : typed->second) {
                        if (lines.size() < static_cast<std::size_t>(table.table->text_lines)) {
                            lines.push_back({i < line.size() ? line[i] : std::string()});
                        }
                    }
                    const int column = i == 0 ? 0 : table.column_at(static_cast<int>(i) - 1);
                    put(table.sheet, {table.first_row, column}, std::move(lines));
                }
            }
        }
    }

    const InsatsBudget* budget_of(const std::string& code) const {
        const auto found = std::ranges::find(typed_.budget, code, &InsatsBudget::insats);
        return found == typed_.budget.end() ? nullptr : &*found;
    }

    /// The insats list, or the budget's insatser where people gave a budget alone.
    std::vector<InsatsInfo> insats_list() const {
        std::vector<InsatsInfo> list = typed_.insatser;
        for (const InsatsBudget& one : typed_.budget) {
            if (typed_.insatser.empty()) {
                list.push_back({one.insats, one.name, {}, {}, {}, {}, {}});
            }
        }
        return list;
    }

    /// Costs are typed without sign there.
    void budget() {
        namespace col = budget_column;
        std::vector<Line> amounts, texts;
        for (const InsatsInfo& one : insats_list()) {
            const InsatsBudget* own = budget_of(one.code);
            const auto cost = own != nullptr && own->cost ? checked_negate(*own->cost) : std::nullopt;
            amounts.push_back({one.name, one.code, own != nullptr ? optional_kronor(own->income) : std::string(),
                               optional_kronor(cost), own != nullptr ? kronor(own->net) : std::string()});
            texts.push_back({one.area, one.label, one.part});
        }
        const int row = budget_header_row(layout_) + 1;
        if (layout_.document != DocumentKind::annual) {
            std::vector<Line> other;
            for (const InsatsInfo& one : insats_list()) {
                other.push_back(
                    {optional_kronor(layout_.document == DocumentKind::interim ? one.forecast : one.last_budget)});
            }
            put(sheet::input, {row, col::other}, std::move(other));
        }
        put(sheet::input, {row, col::name}, std::move(amounts));
        put(sheet::input, {row, col::area}, std::move(texts));
    }

    void hide(const std::string& sheet_name, int first, int last, bool hidden) {
        if (first <= last) {
            out_.rows.push_back({sheet_name, first, last, hidden});
        }
    }

    /// Lines in use stay, the rest of a list's capacity is hidden.
    void show_lines(const std::string& sheet_name, int first, int capacity, int used) {
        hide(sheet_name, first, first + std::min(used, capacity) - 1, false);
        hide(sheet_name, first + std::min(used, capacity), first + capacity - 1, true);
        hide(sheet_name, first + capacity, first + capacity, used <= capacity);
    }

    static bool is_empty(const ReportRow& row) {
        return std::all_of(row.values.begin(), row.values.end(), [](const Value& value) {
            const Ore* amount = std::get_if<Ore>(&value);
            return std::holds_alternative<std::monostate>(value) || (amount != nullptr && amount->is_zero());
        });
    }

    static bool is_empty_line(const ReportRow& row) {
        return is_empty(row) && std::ranges::all_of(row.texts, &std::string::empty);
    }

    /// Nothing in it has a figure or a text.
    static bool is_empty(const ReportTable& table) { return std::ranges::all_of(table.rows, is_empty_line); }

    /// Tables that are not printed; a sheet with nothing else is not printed at all.
    bool is_unprinted(const TablePlan& table) const {
        const ReportTable* report = report_.find(table.table->key);
        return table.table->hidden || (!options_.show_empty_tables && report != nullptr && is_empty(*report));
    }

    /// Empty until people write it: texts, and figures that are all typed on Indata.
    static bool waits_for_people(const TablePlan& plan) {
        const Table& table = *plan.table;
        const auto is_typed = [&](const Row& row) {
            const bool sums_own = row.kind == RowKind::sum && std::ranges::all_of(row.terms, [&](const Term& term) {
                                      return term.table.empty() || term.table == table.key;
                                  });
            return sums_own || row.kind == RowKind::input || row.kind == RowKind::heading;
        };
        return !table.hidden && (table.kind == TableKind::texts ||
                                 (table.kind == TableKind::rows && std::ranges::all_of(table.rows, is_typed)));
    }

    /// Lines that are left to write in are not in a PDF.
    void leave_out_lines(const SheetPlan& sheet_plan) {
        const TablePlan& table = sheet_plan.tables.front();
        const ReportTable* report = report_.find(table.table->key);
        if (sheet_plan.tables.size() > 1 || table.table->kind != TableKind::texts || table.remark_row >= 0 ||
            report == nullptr) {
            return;
        }
        int used = static_cast<int>(report->rows.size());
        while (used > 0 && is_empty_line(report->rows[static_cast<std::size_t>(used) - 1])) {
            --used;
        }
        if (used > 0 && used < table.table->text_lines) {
            Range range = sheet_plan.print_range();
            range.last.row = table.first_row + used - 1;
            out_.printed_in_pdf.push_back({sheet_plan.name, range});
        }
    }

    void leave_out(const SheetPlan& sheet_plan) {
        leave_out_lines(sheet_plan);
        const auto unprinted = [&](const TablePlan& table) { return is_unprinted(table); };
        const bool whole_sheet = std::ranges::all_of(sheet_plan.tables, unprinted);
        if (whole_sheet) {
            const bool is_written_in = std::ranges::any_of(sheet_plan.tables, waits_for_people);
            (is_written_in ? out_.unprinted_in_pdf : out_.unprinted).push_back(sheet_plan.name);
        } else if (options_.data_sheets_only) {
            out_.printed.push_back({sheet_plan.name, sheet_plan.print_range()});
        }
        for (const TablePlan& table : sheet_plan.tables) {
            if (unprinted(table) && !whole_sheet && !waits_for_people(table)) {
                hide(table.sheet, table.title_row, table.end_row, true);
            } else if (options_.data_sheets_only) {
                show_again(table);
            }
        }
    }

    /// The table may have been empty before. Lines that a list does not use are hidden after this.
    void show_again(const TablePlan& table) {
        out_.rows.push_back({table.sheet, table.title_row, table.end_row, false, true});
        for (std::size_t i = 0; i < table.row_at.size(); ++i) {
            if (table.table->rows[i].hidden) {
                hide(table.sheet, table.row_at[i], table.row_at[i], true);
            }
        }
    }

    void hide_rows() {
        const ReportPlan plan(layout_, options_.capacities);
        ChartRows charts = chart_rows(plan, report_);
        std::ranges::move(charts.runs, std::back_inserter(out_.rows));
        out_.charts = std::move(charts.fits);
        std::ranges::move(charts.sheets_without_charts, std::back_inserter(out_.unprinted));
        for (const SheetPlan& sheet_plan : plan.sheets()) {
            leave_out(sheet_plan);
            for (const TablePlan& table : sheet_plan.tables) {
                const ReportTable* report = report_.find(table.table->key);
                if (report == nullptr || is_unprinted(table)) {
                    continue;
                }
                if (table.table->kind == TableKind::insatser) {
                    hide_insatser(table, *report);
                    continue;
                }
                for (std::size_t i = 0; i < table.row_at.size(); ++i) {
                    hide_row(table, *report, table.table->rows[i], table.row_at[i]);
                }
                if (table.remark_row >= 0) { // longer where it tells of a deficit
                    hide(table.sheet, table.remark_row, table.remark_row, false);
                }
            }
        }
    }

    void hide_row(const TablePlan& table, const ReportTable& report, const Row& row, int at) {
        if (is_list(row)) {
            show_list(table, report, row, at);
        } else if (row.hide_when_empty) {
            const ReportRow* own = report.find(row.key);
            hide(table.sheet, at, at, own != nullptr && is_empty(*own));
        }
    }

    void show_list(const TablePlan& table, const ReportTable& report, const Row& row, int at) {
        const int capacity = list_capacity(row, options_.capacities);
        const bool has_rest = report.find(row.key + "." + std::string(not_spread_key)) != nullptr;
        show_lines(table.sheet, at, capacity, lines_used(report, row) - (has_rest ? 1 : 0));
        if (has_rest) {
            hide(table.sheet, at + capacity, at + capacity, false);
        }
    }

    void hide_insatser(const TablePlan& table, const ReportTable& report) {
        const InsatsRows& rows = table.insatser;
        const int capacity = rows.rest - rows.first_line;
        show_lines(table.sheet, rows.first_line, capacity, insats_lines_used(report));
        if (rows.not_spread >= 0) {
            const bool is_empty = std::ranges::none_of(report.rows, [](const ReportRow& row) {
                return row.key == not_spread_key && !row.is_insats; // an insats may have that code
            });
            hide(table.sheet, rows.not_spread, rows.not_spread, is_empty);
        }
    }

    const Layout& layout_;
    const Books& books_;
    const AccountMap& map_;
    const TypedInput& typed_;
    const Report& report_;
    const FillOptions& options_;
    RowCounts counts_;
    Fill out_;
};

void add_insatser(std::vector<ReportCell>& cells, const TablePlan& table) {
    const auto add = [&](const std::string& key, std::optional<Address> key_cell, int row) {
        for (int i = 0; i < static_cast<int>(table.table->columns.size()); ++i) {
            const Column& column = table.table->columns[static_cast<std::size_t>(i)];
            cells.push_back(
                {table.table->key, key, key_cell, i, table.sheet, {row, table.column_at(i)}, column.print_sign, false});
        }
    };
    const InsatsRows& rows = table.insatser;
    for (std::size_t i = 0; i < table.row_at.size(); ++i) {
        if (table.table->rows[i].before_insatser) {
            add(table.table->rows[i].key, std::nullopt, table.row_at[i]);
        }
    }
    for (int row = rows.first_line; row < rows.rest; ++row) {
        add("", Address{row, table.helper_column}, row);
    }
    for (std::size_t i = 0; i < table.row_at.size(); ++i) {
        if (!table.table->rows[i].before_insatser) {
            add(table.table->rows[i].key, std::nullopt, table.row_at[i]);
        }
    }
    if (rows.not_spread >= 0) {
        add(std::string(not_spread_key), std::nullopt, rows.not_spread);
    }
    add("summa", std::nullopt, rows.sum);
}

/// The visible cells of one row, or of one line of a list.
void add_row(std::vector<ReportCell>& cells, const TablePlan& table, const Row& row, int at) {
    const bool has_lines = is_list(row);
    for (int column = 0; column < static_cast<int>(table.table->columns.size()); ++column) {
        const ColumnKind kind = table.table->columns[static_cast<std::size_t>(column)].kind;
        cells.push_back({table.table->key,
                         has_lines ? std::string() : row.key,
                         has_lines ? std::optional(Address{at, table.helper_column}) : std::nullopt,
                         column,
                         table.sheet,
                         {at, table.column_at(column)},
                         print_sign(row, kind),
                         on_credit_side(row, kind)});
    }
}

/// Lines of a list that have a key: of insatser also what no insats carries.
int list_lines(const Row& list, const Capacities& capacities) {
    return list_capacity(list, capacities) + (list.list_by == ListBy::insats ? 1 : 0);
}

void add_table(std::vector<ReportCell>& cells, const TablePlan& table, const Capacities& capacities) {
    if (table.table->kind == TableKind::insatser) {
        return add_insatser(cells, table);
    }
    for (std::size_t i = 0; i < table.row_at.size(); ++i) {
        const Row& row = table.table->rows[i];
        const int lines = row.kind == RowKind::heading ? 0 : is_list(row) ? list_lines(row, capacities) : 1;
        for (int line = 0; line < lines; ++line) {
            add_row(cells, table, row, table.row_at[i] + line);
        }
    }
}

} // namespace

Fill fill(const Layout& layout, const Books& books, const AccountMap& map, const TypedInput& typed,
          const Report& report, const FillOptions& options) {
    return Filler(layout, books, map, typed, report, options).make();
}

std::vector<ReportCell> report_cells(const Layout& layout, const Capacities& capacities) {
    const ReportPlan plan(layout, capacities);
    std::vector<ReportCell> cells;
    for (const SheetPlan& sheet_plan : plan.sheets()) {
        for (const TablePlan& table : sheet_plan.tables) {
            add_table(cells, table, capacities);
        }
    }
    return cells;
}

} // namespace finsam::workbook
