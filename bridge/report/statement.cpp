#include "bridge/report/statement.hpp"

#include "bridge/report/report_years.hpp"
#include "bridge/report/statement_checks.hpp"
#include "bridge/report/statement_driftredovisning.hpp"
#include "bridge/report/statement_terms.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace finsam {
namespace {

using statement::Evaluator;

ReportRow row_of(const Row& rule, const Evaluator& evaluator) {
    ReportRow row;
    row.rule = &rule;
    row.key = rule.key;
    row.text = row_text(rule.text, evaluator.report_year(0).calendar_year);
    row.note = rule.note;
    row.value = rule.value;
    row.emphasis = rule.emphasis;
    return row;
}

ReportRow whole_row(const Table& table, const Row& rule, Evaluator& evaluator) {
    ReportRow row = row_of(rule, evaluator);
    std::set<std::string> accounts;
    for (const Column& column : table.columns) {
        const statement::Cell& cell = evaluator.cell(table, rule, column.kind, column.year);
        row.values.push_back(cell.value);
        if (column.kind == ColumnKind::outcome || column.kind == ColumnKind::opening) {
            accounts.insert(cell.accounts.begin(), cell.accounts.end());
        }
    }
    row.accounts.assign(accounts.begin(), accounts.end());
    return row;
}

/// One line per account that is not zero in some column, keyed "driftbidrag.3011"; the row itself when there is none.
void add_account_list(ReportTable& out, const Table& table, const Row& rule, Evaluator& evaluator) {
    const ReportRow whole = whole_row(table, rule, evaluator);
    const auto& names = evaluator.books().account_names;
    for (const std::string& account : whole.accounts) {
        ReportRow row = row_of(rule, evaluator);
        row.key = rule.key + "." + account;
        const auto name = names.find(account);
        const bool has_name = name != names.end() && !name->second.empty();
        row.text = !has_name ? account : rule.shows_account ? account + " " + name->second : name->second;
        row.accounts = {account};
        for (const Column& column : table.columns) {
            row.values.push_back(evaluator.of_account(rule, account, column.kind, column.year));
        }
        out.rows.push_back(std::move(row));
    }
    if (whole.accounts.empty()) {
        out.rows.push_back(whole);
    }
}

Value amount_of(const std::optional<std::map<std::string, statement::Sum>>& sums, const std::string& code, int sign) {
    if (!sums) {
        return {};
    }
    const auto found = sums->find(code);
    const statement::Sum sum = found == sums->end() ? statement::Sum() : found->second;
    return sum.amount ? statement::add(Ore(), sign, Value(*sum.amount)) : Value();
}

std::string insats_name(const Books& books, const std::string& code) {
    if (code.empty()) {
        return "Ej fördelat på insats";
    }
    const auto name = books.insats_names.find(code);
    return name == books.insats_names.end() || name->second.empty() ? code : name->second;
}

bool is_amount(const Value& value) noexcept {
    const Ore* amount = std::get_if<Ore>(&value);
    return amount == nullptr ? std::holds_alternative<double>(value) : !amount->is_zero();
}

/// One line per insats that is not zero in some column, by code and keyed "projekt.P10", last what no insats carries,
/// "projekt.ej_fordelat"; the row itself when no insats has anything.
void add_insats_list(ReportTable& out, const Table& table, const Row& rule, Evaluator& evaluator) {
    std::vector<std::optional<std::map<std::string, statement::Sum>>> columns;
    std::set<std::string> codes;
    for (const Column& column : table.columns) {
        columns.push_back(evaluator.by_insats(rule, column.year));
        for (const auto& [code, sum] : columns.back().value_or(std::map<std::string, statement::Sum>{})) {
            codes.insert(code);
        }
    }
    std::vector<ReportRow> lines;
    for (const std::string& code : codes) {
        ReportRow row = row_of(rule, evaluator);
        row.key = rule.key + "." + (code.empty() ? "ej_fordelat" : code);
        row.text = insats_name(evaluator.books(), code);
        for (const auto& sums : columns) {
            row.values.push_back(amount_of(sums, code, rule.sie_sign));
        }
        if (std::ranges::any_of(row.values, is_amount)) {
            lines.push_back(std::move(row));
        }
    }
    const bool starts_without_insats = !lines.empty() && lines.front().key == rule.key + ".ej_fordelat";
    if (lines.size() == (starts_without_insats ? 1U : 0U)) {
        out.rows.push_back(whole_row(table, rule, evaluator));
        return;
    }
    if (starts_without_insats) {
        std::ranges::rotate(lines, lines.begin() + 1);
    }
    out.rows.insert(out.rows.end(), lines.begin(), lines.end());
}

/// One line per member of the group, keyed "kommuner.Borås"; the row itself when the group has none.
void add_member_list(ReportTable& out, const Table& table, const Row& rule, Evaluator& evaluator) {
    const std::size_t before = out.rows.size();
    for (const Member& member : evaluator.typed().members) {
        if (member.group != rule.member_group) {
            continue;
        }
        ReportRow row = row_of(rule, evaluator);
        row.key = rule.key + "." + member.name;
        row.text = member.name;
        if (!member.account.empty()) {
            row.accounts = {member.account};
        }
        for (const Column& column : table.columns) {
            row.values.push_back(evaluator.of_member(rule, member, column.kind, column.year));
        }
        out.rows.push_back(std::move(row));
    }
    if (out.rows.size() == before) {
        out.rows.push_back(whole_row(table, rule, evaluator));
    }
}

/// Its title and columns.
ReportTable without_rows(const Table& table, const Evaluator& evaluator) {
    ReportTable out;
    out.rule = &table;
    out.key = table.key;
    out.title = table.title;
    for (const Column& column : table.columns) {
        out.columns.push_back(column_header(column, evaluator.report_year(column.year)));
    }
    return out;
}

ReportTable rows_table(const Table& table, Evaluator& evaluator) {
    ReportTable out = without_rows(table, evaluator);
    for (const Row& rule : table.rows) {
        if (rule.kind == RowKind::heading) {
            out.rows.push_back(row_of(rule, evaluator));
        } else if (rule.kind == RowKind::member_list) {
            add_member_list(out, table, rule, evaluator);
        } else if (rule.kind == RowKind::account_list) {
            (rule.list_by == ListBy::insats ? add_insats_list : add_account_list)(out, table, rule, evaluator);
        } else {
            out.rows.push_back(whole_row(table, rule, evaluator));
        }
    }
    return out;
}

/// What people wrote, keyed "mal.1"; a line may have fewer texts than the table has columns.
ReportTable texts_table(const Table& table, const Evaluator& evaluator) {
    ReportTable out = without_rows(table, evaluator);
    const auto typed = evaluator.typed().texts.find(table.key);
    if (typed == evaluator.typed().texts.end()) {
        return out;
    }
    for (const std::vector<std::string>& texts : typed->second) {
        ReportRow row;
        row.key = fmt::format("{}.{}", table.key, out.rows.size() + 1);
        row.texts = texts;
        row.texts.resize(table.columns.size());
        row.text = row.texts.front();
        out.rows.push_back(std::move(row));
    }
    return out;
}

void replace(std::string& text, std::string_view mark, const std::string& with) {
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + with.size())) {
        text.replace(at, mark.size(), with);
    }
}

} // namespace

std::string_view swedish_name(CheckState state) noexcept {
    switch (state) {
    case CheckState::ok: return "stämmer";
    case CheckState::rounding: return "avrundning";
    case CheckState::failed: return "fel";
    case CheckState::not_applicable: return "ej tillämplig";
    }
    return "";
}

const ReportRow* ReportTable::find(std::string_view wanted) const noexcept {
    for (const ReportRow& row : rows) {
        if (!row.key.empty() && row.key == wanted) {
            return &row;
        }
    }
    return nullptr;
}

const ReportTable* Report::find(std::string_view wanted) const noexcept {
    for (const ReportTable& table : tables) {
        if (table.key == wanted) {
            return &table;
        }
    }
    return nullptr;
}

bool Report::all_checks_hold() const noexcept {
    for (const CheckResult& check : checks) {
        if (check.state == CheckState::failed) {
            return false;
        }
    }
    return true;
}

std::string document_title(DocumentKind kind, const Books& books) {
    if (books.years.empty()) {
        return std::string(swedish_name(kind));
    }
    const YearBooks& year = books.years.front();
    return fmt::format("{} {}", swedish_name(kind),
                       kind == DocumentKind::interim ? to_iso(year.until()) : std::to_string(year.to.year));
}

Report evaluate(const Layout& layout, const AccountMap& map, const Books& books, const TypedInput& typed) {
    Evaluator evaluator(layout, map, books, typed);
    Report report;
    report.title = document_title(layout.document, books);
    for (const Table& table : layout.tables) {
        report.tables.push_back(table.kind == TableKind::insatser ? statement::driftredovisning_table(table, evaluator)
                                : table.kind == TableKind::texts  ? texts_table(table, evaluator)
                                                                  : rows_table(table, evaluator));
    }
    statement::run_checks(evaluator, report);
    return report;
}

Value printed(const Value& value, const Row& row, const Column& column, int credit_sign) noexcept {
    const Ore* amount = std::get_if<Ore>(&value);
    if (amount == nullptr || is_deviation(column.kind)) {
        return value; // a deviation is good when positive, whatever the row's sign in print
    }
    return statement::add(Ore(), row.print_sign * (row.credit_side ? credit_sign : 1), value);
}

Value printed(const ReportTable& table, const ReportRow& row, std::size_t i, int credit_sign) noexcept {
    if (i >= table.rule->columns.size()) {
        return row.values[i];
    }
    const Column& column = table.rule->columns[i];
    if (row.rule != nullptr) {
        return printed(row.values[i], *row.rule, column, credit_sign);
    }
    return std::holds_alternative<Ore>(row.values[i]) ? statement::add(Ore(), column.print_sign, row.values[i])
                                                      : row.values[i];
}

std::string column_header(const Column& column, const ReportYear& year) {
    if (!year.is_known()) {
        return {};
    }
    std::string text = column.header;
    replace(text, "{ar}", fmt::format("{:04}", year.calendar_year));
    replace(text, "{borjan}", year.from);
    replace(text, "{slut}", year.to);
    replace(text, "{period}", year.period());
    return text;
}

} // namespace finsam
