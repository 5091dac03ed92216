#include "examples/books/example_data.hpp"

#include "examples/books/csv_table.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace finsam::example {

namespace {

/// The total that an account with "rest" fills up when its own row is not published in a column (the budget).
constexpr std::string_view cost_total = "Verksamhetens kostnader";

using Error = tl::unexpected<std::string>;
using Cells = std::array<std::optional<Ore>, figure_count>;

std::optional<std::int64_t> to_integer(std::string_view text) noexcept {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

Error wrong_figure(const CsvLine& line, std::string_view text) {
    return Error(fmt::format("{} rad {}: \"{}\" är inte ett heltal.", line.file, line.number, text));
}

/// Columns `first` and on, in the order of Figure. "rest" stays open; an empty cell is `empty`.
tl::expected<Cells, std::string> read_figures(const CsvLine& line, std::size_t first, std::size_t count,
                                              std::optional<Ore> empty) {
    Cells cells;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string& text = line.fields[first + i];
        if (text == "rest")
            continue;
        cells[i] = empty;
        if (text.empty())
            continue;
        const auto kronor = to_integer(text);
        if (!kronor)
            return wrong_figure(line, text);
        cells[i] = Ore::from_kronor(*kronor);
    }
    return cells;
}

tl::expected<int, std::string> read_count(const CsvLine& line, std::size_t field) {
    const std::string& text = line.fields[field];
    if (text.empty())
        return 0;
    const auto value = to_integer(text);
    if (!value)
        return wrong_figure(line, text);
    return static_cast<int>(*value);
}

bool is_cost(std::string_view number) noexcept {
    return number.front() >= '4' && number.front() <= '7';
}

std::optional<std::string> read_published(ExampleData& data, std::string_view csv) {
    const auto lines = read_csv("publicerat.csv", csv);
    if (!lines)
        return lines.error();
    for (const CsvLine& line : *lines) {
        const auto cells = read_figures(line, 2, figure_count, std::nullopt);
        if (!cells)
            return cells.error();
        data.published.push_back({line.fields[0], line.fields[1], *cells});
    }
    return std::nullopt;
}

/// Works out the open figures of one column, with the printed sign. Rows may hang on each other, so it goes round
/// until nothing is open.
class RestSolver {
public:
    RestSolver(const ExampleData& data, std::vector<Cells>& cells, Figure figure)
        : data_(data), cells_(cells), at_(index(figure)) {}

    /// The account whose figure cannot be worked out, or "".
    std::string solve() {
        for (bool moved = true; moved;) {
            moved = false;
            for (std::size_t i = 0; i < cells_.size(); ++i) {
                if (cells_[i][at_])
                    continue;
                cells_[i][at_] = rest_of(i);
                moved = moved || cells_[i][at_].has_value();
            }
        }
        for (std::size_t i = 0; i < cells_.size(); ++i)
            if (!cells_[i][at_])
                return data_.accounts[i].number;
        return "";
    }

private:
    [[nodiscard]] std::optional<Ore> rest_of(std::size_t open) const {
        const PlannedAccount& account = data_.accounts[open];
        const PublishedRow* row = data_.find_published(account.table, account.row);
        const bool by_row = row != nullptr && row->figures[at_].has_value();
        if (!by_row)
            row = data_.find_published("resultatrakning", cost_total);
        if (row == nullptr || !row->figures[at_])
            return std::nullopt;
        Ore rest = *row->figures[at_];
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            const PlannedAccount& other = data_.accounts[i];
            const bool same_row = (other.table == account.table && other.row == account.row) ||
                                  (!other.inside.empty() && other.inside == account.row);
            if (i == open || !(by_row ? same_row : is_cost(other.number)))
                continue;
            if (!cells_[i][at_])
                return std::nullopt;
            rest -= *cells_[i][at_];
        }
        return rest;
    }

    const ExampleData& data_;
    std::vector<Cells>& cells_;
    std::size_t at_;
};

tl::expected<PlannedAccount, std::string> read_account(const CsvLine& line) {
    const auto& f = line.fields;
    PlannedAccount account{f[0], f[1], f[2], f[3], f[4], {}, 0, 0, f[11] == "j", split(f[12], '|')};
    const auto invoices = read_count(line, 9);
    if (!invoices)
        return Error(invoices.error());
    const auto vat = read_count(line, 10);
    if (!vat)
        return Error(vat.error());
    account.invoices = *invoices;
    account.vat_percent = *vat;
    return account;
}

std::optional<std::string> read_accounts(ExampleData& data, std::string_view csv) {
    const auto lines = read_csv("konton.csv", csv);
    if (!lines)
        return lines.error();
    std::vector<Cells> cells;
    for (const CsvLine& line : *lines) {
        auto account = read_account(line);
        if (!account)
            return account.error();
        const auto figures = read_figures(line, 5, figure_count, Ore(0));
        if (!figures)
            return figures.error();
        data.accounts.push_back(std::move(*account));
        cells.push_back(*figures);
    }
    for (const Figure figure : {Figure::y2024, Figure::y2023, Figure::y2022, Figure::budget}) {
        const std::string open = RestSolver(data, cells, figure).solve();
        if (!open.empty())
            return fmt::format("konton.csv: resten på konto {} går inte att räkna ut.", open);
    }
    for (std::size_t i = 0; i < cells.size(); ++i)
        for (std::size_t at = 0; at < figure_count; ++at)
            data.accounts[i].figures[at] = sie_sign(data.accounts[i].number) * *cells[i][at];
    return std::nullopt;
}

std::optional<std::string> read_objects(ExampleData& data, std::string_view csv) {
    const auto lines = read_csv("insatser.csv", csv);
    if (!lines)
        return lines.error();
    for (const CsvLine& line : *lines)
        data.objects.push_back({line.fields[0], line.fields[1], line.fields[2], line.fields[3]});
    return std::nullopt;
}

std::optional<std::string> read_shares(ExampleData& data, std::string_view csv) {
    const auto lines = read_csv("fordelning.csv", csv);
    if (!lines)
        return lines.error();
    for (const CsvLine& line : *lines) {
        Share share{line.fields[0], line.fields[1], {}};
        const std::array<Figure, 3> order = {Figure::y2024, Figure::y2023, Figure::budget};
        for (std::size_t i = 0; i < order.size(); ++i) {
            const auto percent = read_count(line, 2 + i);
            if (!percent)
                return percent.error();
            share.percent[index(order[i])] = *percent;
        }
        data.shares.push_back(std::move(share));
    }
    return std::nullopt;
}

/// What the other accruals of the balance account leave of its closing balance, as a figure without sign.
std::optional<Ore> rest_of_accrual(const ExampleData& data, const std::vector<Cells>& cells, std::size_t open,
                                   std::size_t at) {
    const std::string& number = data.accruals[open].balance_account;
    Ore rest = sie_sign(number) * data.account(number).figures[at];
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i == open || data.accruals[i].balance_account != number)
            continue;
        if (!cells[i][at])
            return std::nullopt;
        rest -= *cells[i][at];
    }
    return rest;
}

std::optional<std::string> read_accruals(ExampleData& data, std::string_view csv) {
    const auto lines = read_csv("periodiseringar.csv", csv);
    if (!lines)
        return lines.error();
    std::vector<Cells> cells;
    for (const CsvLine& line : *lines) {
        const auto& f = line.fields;
        const auto figures = read_figures(line, 4, 3, Ore(0));
        if (!figures)
            return figures.error();
        data.accruals.push_back({f[0], f[1], f[2], f[3], {}});
        cells.push_back(*figures);
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
        for (std::size_t at = 0; at < 3; ++at) {
            const std::optional<Ore> amount = cells[i][at] ? cells[i][at] : rest_of_accrual(data, cells, i, at);
            if (!amount)
                return fmt::format("periodiseringar.csv rad {}: konto {} har mer än en rest.", (*lines)[i].number,
                                   data.accruals[i].balance_account);
            data.accruals[i].figures[at] = sie_sign(data.accruals[i].balance_account) * *amount;
        }
    }
    return std::nullopt;
}

} // namespace

Figure figure_of_year(int year) noexcept {
    return year == 2024 ? Figure::y2024 : year == 2023 ? Figure::y2023 : Figure::y2022;
}

int sie_sign(std::string_view number) noexcept {
    if (number.front() == '2' || number.front() == '3')
        return -1;
    return number.starts_with("83") ? -1 : 1;
}

tl::expected<ExampleData, std::string> ExampleData::read(const ExampleTables& tables) {
    ExampleData data;
    if (auto error = read_published(data, tables.published))
        return Error(*error);
    if (auto error = read_accounts(data, tables.accounts))
        return Error(*error);
    if (auto error = read_objects(data, tables.objects))
        return Error(*error);
    if (auto error = read_shares(data, tables.shares))
        return Error(*error);
    if (auto error = read_accruals(data, tables.accruals))
        return Error(*error);
    return data;
}

const PlannedAccount& ExampleData::account(std::string_view number) const noexcept {
    static const PlannedAccount none{};
    const auto at = std::ranges::find(accounts, number, &PlannedAccount::number);
    return at == accounts.end() ? none : *at;
}

const PublishedRow* ExampleData::find_published(std::string_view table, std::string_view text) const noexcept {
    const auto at = std::ranges::find_if(
        published, [&](const PublishedRow& row) { return row.table == table && row.text == text; });
    return at == published.end() ? nullptr : &*at;
}

const PlannedObject* ExampleData::find_object(std::string_view dimension, std::string_view code) const noexcept {
    const auto at = std::ranges::find_if(
        objects, [&](const PlannedObject& object) { return object.dimension == dimension && object.code == code; });
    return at == objects.end() ? nullptr : &*at;
}

std::vector<InsatsAmount> ExampleData::spread(std::string_view number, Ore amount, Figure by) const {
    std::vector<InsatsAmount> parts;
    Ore left = amount;
    for (const Share& share : shares) {
        if (share.account != number)
            continue;
        parts.push_back({share.insats, Ore(amount.count() * share.percent[index(by)] / 100)});
        left -= parts.back().amount;
    }
    if (parts.empty())
        return {{"", amount}};
    parts.back().amount += left;
    return parts;
}

} // namespace finsam::example
