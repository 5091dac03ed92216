#include "templates/builder/contract.hpp"

#include "bridge/figures/driftredovisning.hpp"
#include "templates/builder/data_columns.hpp"
#include "templates/builder/data_formulas.hpp"
#include "templates/builder/report_plan.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace finsam::workbook {

namespace {

constexpr int last_row_of_sheet = 1048575;
constexpr double epoch_of_calc = 25569; ///< 1970-01-01 in days from 1899-12-30

using Line = std::vector<PlainValue>;

PlainValue kronor(Ore amount) {
    return to_kronor_double(amount);
}

PlainValue optional_kronor(const std::optional<Ore>& amount) {
    return amount ? kronor(*amount) : PlainValue(std::string());
}

PlainValue flag(bool is_true) {
    return is_true ? 1.0 : 0.0;
}

std::string known_text(const std::map<std::string, std::string, std::less<>>& names, const std::string& key) {
    const auto found = names.find(key);
    return found == names.end() ? std::string() : found->second;
}

Date years_back(Date date, int years) {
    date.year = static_cast<std::int16_t>(date.year - years);
    const bool leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
    if (date.month == 2 && date.day == 29 && !leap) {
        date.day = 28;
    }
    return date;
}

std::string report_company(const Books& books, const TypedInput& typed) {
    return typed.company_name.empty() ? books.company_name : typed.company_name;
}

/// Result accounts by object; books without objects have all of it where no insats carries it.
std::optional<std::vector<ObjectAmount>> spread(const std::optional<std::vector<ObjectAmount>>& objects,
                                                const std::optional<AccountAmounts>& totals) {
    if (objects || !totals) {
        return objects;
    }
    std::vector<ObjectAmount> all;
    for (const auto& [account, amount] : *totals) {
        all.push_back({"", account, amount});
    }
    return all;
}

bool counts_in_driftredovisning(const std::string& account) {
    return !account.empty() && account.front() >= '3' && account.front() <= '8' && !account.starts_with("89");
}

class Filler {
public:
    Filler(const Layout& layout, const Books& books, const AccountMap& map, const TypedInput& typed,
           const Report& report, const FillOptions& options)
        : layout_(layout), books_(books), map_(map), typed_(typed), report_(report), options_(options) {}

    Fill make() {
        counts_.map = static_cast<int>(map_.rows().size()) + map_spare_rows;
        clear_data();
        start();
        balances();
        objects();
        vouchers();
        imports();
        if (!options_.data_sheets_only) {
            account_map();
            input();
        }
        out_.names = growing_names(layout_, counts_);
        if (options_.data_sheets_only) { // the map's names stay as long as people made the map
            std::erase_if(out_.names, [](const NamedRange& name) { return name.sheet == sheet::map; });
        }
        hide_rows();
        const int year = books_.years.empty() ? 0 : books_.years.front().to.year;
        out_.title = fmt::format("{}, årsredovisning {}", report_company(books_, typed_), year);
        return std::move(out_);
    }

private:
    const YearBooks* year(int slot) const {
        return static_cast<std::size_t>(slot) < books_.years.size() ? &books_.years[static_cast<std::size_t>(slot)]
                                                                    : nullptr;
    }

    void put(std::string_view sheet_name, Address at, std::vector<Line> rows) {
        if (!rows.empty()) {
            out_.data.push_back({std::string(sheet_name), at, std::move(rows)});
        }
    }

    void put_formulas(std::string_view sheet_name, Address at, std::vector<std::vector<Formula>> rows) {
        if (!rows.empty() && !rows.front().empty()) {
            out_.formulas.push_back({std::string(sheet_name), at, std::move(rows)});
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
        clear_columns(sheet::vouchers, data_first_row, 0, 8);
        clear_columns(sheet::imports, data_first_row, 0, 10);
        if (!options_.data_sheets_only) {
            clear_columns(sheet::map, data_first_row, 0, map_column::width);
        }
    }

    Line year_row(int slot) const {
        const YearBooks* own = year(slot);
        if (books_.years.empty()) {
            return {std::string(), std::string(), std::string(), std::string(), 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0};
        }
        const YearBooks& nearest = own != nullptr ? *own : books_.years.back();
        const int missing = own != nullptr ? 0 : slot - static_cast<int>(books_.years.size()) + 1;
        const Date from = years_back(nearest.from, missing);
        const Date to = years_back(nearest.to, missing);
        const bool has_closing = own != nullptr && own->closing && own->closing_source != ClosingSource::none;
        return {to_iso(from) + "–" + to_iso(to),
                static_cast<double>(to.year),
                to_iso(from),
                to_iso(to),
                flag(own != nullptr && own->opening),
                flag(has_closing),
                flag(own != nullptr && own->result),
                flag(own != nullptr && own->budget),
                flag(own != nullptr && (own->objects || own->result)),
                flag(has_closing && own->closing_source == ClosingSource::next_opening),
                flag(own != nullptr && (own->object_budget || own->budget))};
    }

    void start() {
        put(sheet::start, company_cell, {{books_.company_name}, {books_.organisation_number}});
        std::vector<Line> years;
        for (int slot = 0; slot < year_slots; ++slot) {
            years.push_back(year_row(slot));
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
        for (int slot = 0; slot < year_slots; ++slot) {
            const YearBooks* own = year(slot);
            if (own == nullptr) {
                continue;
            }
            for (const auto* part : {&own->opening, &own->closing, &own->result, &own->budget}) {
                for (const auto& [account, amount] : part->value_or(AccountAmounts{})) {
                    all.insert(account);
                }
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
        std::vector<std::vector<Formula>> account, closing;
        int row = data_first_row;
        for (const std::string& number : all) {
            texts.push_back({number, known_text(books_.account_names, number)});
            Line line;
            for (int slot = 0; slot < year_slots; ++slot) {
                static const YearBooks nothing;
                const YearBooks& own = year(slot) != nullptr ? *year(slot) : nothing;
                line.insert(line.end(), {amount_of(own.opening, number), amount_of(own.closing, number),
                                         amount_of(own.result, number), amount_of(own.budget, number)});
            }
            amounts.push_back(std::move(line));
            account.push_back(account_formulas(row));
            closing.push_back(closing_formulas(layout_, row));
            ++row;
        }
        counts_.accounts = static_cast<int>(all.size());
        put(sheet::balances, {data_first_row, col::account}, std::move(texts));
        put(sheet::balances, {data_first_row, col::first_amount}, std::move(amounts));
        put_formulas(sheet::balances, {data_first_row, col::key}, std::move(account));
        put_formulas(sheet::balances, {data_first_row, col::closing_row(0)}, std::move(closing));
    }

    /// One line an insats and account, summed: the kind of a class 8 account is decided by that sum.
    int object_list(int column, const std::optional<std::vector<ObjectAmount>>& amounts) {
        std::map<std::pair<std::string, std::string>, Ore> sums;
        for (const ObjectAmount& one : amounts.value_or(std::vector<ObjectAmount>{})) {
            sums[{one.object.empty() ? std::string(not_spread_key) : one.object, one.account}] += one.amount;
        }
        std::vector<Line> rows;
        std::vector<std::vector<Formula>> kinds;
        int row = data_first_row;
        for (const auto& [key, amount] : sums) {
            rows.push_back({key.first, key.second, kronor(amount)});
            kinds.push_back({kind_formula(column, row++)});
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
        static const YearBooks nothing;
        const YearBooks& now = year(0) != nullptr ? *year(0) : nothing;
        const YearBooks& before = year(1) != nullptr ? *year(1) : nothing;
        const auto outcome = spread(now.objects, now.result);
        const auto previous = spread(before.objects, before.result);
        const auto budget = spread(now.object_budget, now.budget);
        counts_.outcome = object_list(col::outcome, outcome);
        counts_.previous = object_list(col::previous, previous);
        counts_.budget = object_list(col::budget, budget);
        std::set<std::string> with_outcome = insatser_of(outcome);
        with_outcome.merge(insatser_of(previous));
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
        std::vector<std::vector<Formula>> orders;
        int row = data_first_row;
        for (const std::string& code : all) {
            const auto own = order.find(code);
            rows.push_back({code, known_text(books_.insats_names, code),
                            own == order.end() ? PlainValue(std::string()) : PlainValue(own->second),
                            flag(with_outcome.contains(code))});
            orders.push_back({insats_order_formula(row++)});
        }
        counts_.insatser = static_cast<int>(rows.size());
        put(sheet::objects, {data_first_row, object_column::insats_code}, std::move(rows));
        put_formulas(sheet::objects, {data_first_row, object_column::insats_order}, std::move(orders));
    }

    void vouchers() {
        std::vector<Line> rows;
        rows.reserve(books_.vouchers.size());
        for (const VoucherRow& one : books_.vouchers) {
            rows.push_back({one.series, one.number, to_epoch_days(one.date) + epoch_of_calc, one.text, one.account,
                            one.object, kronor(one.amount), one.file_name, static_cast<double>(one.line)});
        }
        put(sheet::vouchers, {data_first_row, 0}, std::move(rows));
    }

    void imports() {
        std::vector<Line> rows;
        for (const ImportedFile& file : books_.imports) {
            rows.push_back({file.file_name, file.sha256, file.program,
                            file.generated ? to_iso(*file.generated) : std::string(), file.read_at,
                            static_cast<double>(file.sie_type), static_cast<double>(file.fiscal_year), file.encoding,
                            file.ksumma, static_cast<double>(file.vouchers), static_cast<double>(file.transactions)});
        }
        put(sheet::imports, {data_first_row, 0}, std::move(rows));
    }

    void account_map() {
        std::vector<Line> rows;
        std::vector<std::vector<Formula>> helpers;
        for (const MapRow& row : map_.rows()) {
            rows.push_back({row.from, row.to, row.name, row.row, row.note_row, row.extra, row.debit_row,
                            row.debit_note_row, row.control, row.certainty, row.source});
        }
        for (int i = 0; i < counts_.map; ++i) {
            helpers.push_back(map_formulas(data_first_row + i));
        }
        put(sheet::map, {data_first_row, 0}, std::move(rows));
        put_formulas(sheet::map, {data_first_row, map_column::low}, std::move(helpers));
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
    }

    PlainValue typed_value(int slot, const std::string& key) const {
        const PlainValue year_number = year_row(slot).at(year_column::year);
        const double* calendar = std::get_if<double>(&year_number);
        const auto of_year = calendar == nullptr ? typed_.years.end() : typed_.years.find(static_cast<int>(*calendar));
        if (of_year == typed_.years.end()) {
            return std::string();
        }
        const auto found = of_year->second.find(key);
        return found == of_year->second.end() ? PlainValue(std::string()) : PlainValue(found->second);
    }

    /// Costs are typed without sign there.
    void budget() {
        std::vector<Line> rows;
        for (const InsatsBudget& one : typed_.budget) {
            const std::optional<Ore> cost = one.cost ? std::optional(-*one.cost) : std::nullopt;
            rows.push_back({one.name, one.insats, optional_kronor(one.income), optional_kronor(cost), kronor(one.net)});
        }
        if (rows.size() > insats_capacity) {
            rows.resize(insats_capacity);
        }
        put(sheet::input, {budget_header_row(layout_) + 1, 0}, std::move(rows));
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

    void hide_rows() {
        const ReportPlan plan(layout_);
        for (const SheetPlan& sheet_plan : plan.sheets()) {
            for (const TablePlan& table : sheet_plan.tables) {
                const ReportTable* report = report_.find(table.table->key);
                if (report == nullptr) {
                    continue;
                }
                if (table.table->kind == TableKind::insatser) {
                    hide_insatser(table, *report);
                }
                for (std::size_t i = 0; i < table.row_at.size(); ++i) {
                    hide_row(table, *report, table.table->rows[i], table.row_at[i]);
                }
            }
        }
    }

    void hide_row(const TablePlan& table, const ReportTable& report, const Row& row, int at) {
        if (row.kind == RowKind::account_list) {
            const auto used = std::count_if(report.rows.begin(), report.rows.end(), [&](const ReportRow& one) {
                return one.key == row.key || one.key.starts_with(row.key + ".");
            });
            show_lines(table.sheet, at, list_capacity, static_cast<int>(used));
        } else if (row.hide_when_empty) {
            const ReportRow* own = report.find(row.key);
            hide(table.sheet, at, at, own != nullptr && is_empty(*own));
        }
    }

    void hide_insatser(const TablePlan& table, const ReportTable& report) {
        const bool has_rest = report.find(not_spread_key) != nullptr;
        const int used = static_cast<int>(report.rows.size()) - 1 - (has_rest ? 1 : 0);
        show_lines(table.sheet, table.first_row, insats_capacity, used);
        const int rest = table.first_row + insats_capacity + 1;
        hide(table.sheet, rest, rest, !has_rest);
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
    for (int line = 0; line < insats_capacity; ++line) {
        const int row = table.first_row + line;
        for (int i = 0; i < 8; ++i) {
            cells.push_back({table.table->key, "", Address{row, 1}, i, table.sheet, {row, 2 + i}, 1, false});
        }
    }
    const int rest = table.first_row + insats_capacity + 1;
    for (int i = 0; i < 8; ++i) {
        cells.push_back(
            {table.table->key, std::string(not_spread_key), std::nullopt, i, table.sheet, {rest, 2 + i}, 1, false});
        cells.push_back({table.table->key, "summa", std::nullopt, i, table.sheet, {rest + 1, 2 + i}, 1, false});
    }
}

} // namespace

Fill fill(const Layout& layout, const Books& books, const AccountMap& map, const TypedInput& typed,
          const Report& report, const FillOptions& options) {
    return Filler(layout, books, map, typed, report, options).make();
}

std::vector<ReportCell> report_cells(const Layout& layout) {
    const ReportPlan plan(layout);
    std::vector<ReportCell> cells;
    for (const SheetPlan& sheet_plan : plan.sheets()) {
        for (const TablePlan& table : sheet_plan.tables) {
            if (table.table->kind == TableKind::insatser) {
                add_insatser(cells, table);
            }
            for (std::size_t i = 0; i < table.row_at.size(); ++i) {
                const Row& row = table.table->rows[i];
                if (row.kind == RowKind::heading) {
                    continue;
                }
                const bool is_list = row.kind == RowKind::account_list;
                for (int line = 0; line < (is_list ? list_capacity : 1); ++line) {
                    const int at = table.row_at[i] + line;
                    for (int column = 0; column < static_cast<int>(table.table->columns.size()); ++column) {
                        const ColumnKind kind = table.table->columns[static_cast<std::size_t>(column)].kind;
                        const bool changes_sign = kind != ColumnKind::deviation && row.value == ValueKind::amount;
                        cells.push_back({table.table->key,
                                         is_list ? std::string() : row.key,
                                         is_list ? std::optional(Address{at, table.helper_column}) : std::nullopt,
                                         column,
                                         table.sheet,
                                         {at, table.column_at(column)},
                                         changes_sign ? row.print_sign : 1,
                                         changes_sign && row.credit_side});
                    }
                }
            }
        }
    }
    return cells;
}

} // namespace finsam::workbook
