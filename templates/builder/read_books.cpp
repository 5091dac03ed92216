#include "templates/builder/read_books.hpp"

#include "bridge/ledger/calendar.hpp"
#include "templates/builder/data_columns.hpp"

#include <cmath>
#include <fmt/format.h>

namespace finsam::workbook {
namespace {

using Rows = std::vector<std::vector<PlainValue>>;
using Line = std::vector<PlainValue>;

constexpr double epoch_of_calc = 25569; ///< 1970-01-01 in days from 1899-12-30

const PlainValue& at(const Line& line, int column) {
    static const PlainValue empty = std::string();
    return static_cast<std::size_t>(column) < line.size() ? line[static_cast<std::size_t>(column)] : empty;
}

bool flag(const Line& line, int column) {
    return cell_number(at(line, column)).value_or(0) == 1;
}

std::uint64_t count(const Line& line, int column) {
    const double number = cell_number(at(line, column)).value_or(0);
    return number > 0 && number < 1e15 ? static_cast<std::uint64_t>(number) : 0;
}

class BooksReader {
public:
    BooksReader(const CellReader& cells, const Layout& layout) : cells_(cells), layout_(layout) {}

    tl::expected<Books, std::string> read() {
        start();
        if (fault_.empty()) {
            balances();
            movements();
            objects();
            vouchers();
            imports();
        }
        return fault_.empty() ? tl::expected<Books, std::string>(std::move(books_)) : tl::unexpected(fault_);
    }

private:
    Rows rows(std::string_view sheet, int first, int last) const {
        return cells_.read(sheet, {{data_first_row, first}, {last_sheet_row, last}});
    }

    void start() {
        const Rows names = cells_.read(sheet::start, {company_cell, organisation_cell});
        books_.company_name = names.empty() ? std::string() : cell_text(names[0][0]);
        books_.organisation_number = names.size() < 2 ? std::string() : cell_text(names[1][0]);
        namespace col = year_column;
        const Rows years = cells_.read(
            sheet::start, {{years_first_row, 0}, {years_first_row + slots_of(layout_) - 1, col::object_budget}});
        const bool is_interim = layout_.document == DocumentKind::interim;
        if (is_interim && years.size() > static_cast<std::size_t>(period_slot)) {
            if (auto year = year_of(years[period_slot])) {
                year->budget.reset(); // its mark tells of the report year's budget of the period
                until(*year);
                books_.same_period = std::move(*year);
            }
            has_period_budget_ = flag(years[period_slot], col::budget);
        }
        for (std::size_t slot = 0; slot < std::min<std::size_t>(years.size(), year_slots); ++slot) {
            const Line& line = years[slot];
            auto year = year_of(line);
            if (!year) {
                break; // a year that is only typed on Indata, or none
            }
            has_objects_.push_back(flag(line, col::objects));
            has_object_budget_.push_back(flag(line, col::object_budget));
            books_.years.push_back(std::move(*year));
        }
        if (is_interim && !books_.years.empty()) {
            until(books_.years.front());
            if (has_period_budget_) {
                books_.years.front().period_budget.emplace();
            }
        }
    }

    /// The sheet shows the last day of the period; the fiscal year has twelve months.
    static void until(YearBooks& year) {
        year.period_end = year.to;
        year.to = std::max(year.to, add_days(add_years(year.from, 1), -1));
    }

    static std::optional<YearBooks> year_of(const Line& line) {
        namespace col = year_column;
        const auto from = parse_iso_date(cell_text(at(line, col::from)));
        const auto to = parse_iso_date(cell_text(at(line, col::to)));
        if (!from || !to) {
            return std::nullopt;
        }
        YearBooks year;
        year.from = *from;
        year.to = *to;
        if (flag(line, col::opening)) {
            year.opening.emplace();
        }
        if (flag(line, col::closing)) {
            year.closing.emplace();
            year.closing_source = flag(line, col::next_opening) ? ClosingSource::next_opening : ClosingSource::closing;
        }
        if (flag(line, col::result)) {
            year.result.emplace();
        }
        if (flag(line, col::budget)) {
            year.budget.emplace();
        }
        return year;
    }

    void balances() {
        namespace col = balance_column;
        const bool is_interim = layout_.document == DocumentKind::interim;
        const int last = is_interim ? col::budget(period_slot) : col::last_amount;
        for (const Line& line : rows(sheet::balances, 0, last)) {
            const std::string account = cell_text(at(line, col::account));
            if (account.empty()) {
                continue;
            }
            if (std::string name = cell_text(at(line, col::name)); !name.empty()) {
                books_.account_names[account] = std::move(name);
            }
            for (std::size_t i = 0; i < books_.years.size(); ++i) {
                YearBooks& year = books_.years[i];
                const int slot = static_cast<int>(i);
                put(year.opening, account, at(line, col::opening(slot)));
                put(year.closing, account, at(line, col::closing(slot)));
                put(year.result, account, at(line, col::result(slot)));
                put(year.budget, account, at(line, col::budget(slot)));
            }
            if (books_.same_period) {
                put(books_.same_period->opening, account, at(line, col::opening(period_slot)));
                put(books_.same_period->closing, account, at(line, col::closing(period_slot)));
                put(books_.same_period->result, account, at(line, col::result(period_slot)));
            }
            if (!books_.years.empty()) {
                put(books_.years.front().period_budget, account, at(line, col::budget(period_slot)));
            }
        }
    }

    /// A year without any has no vouchers.
    void movements() {
        namespace col = balance_column;
        const Rows accounts = rows(sheet::balances, col::account, col::account);
        const Rows moved = rows(sheet::balances, col::first_movement, col::last_movement);
        for (std::size_t row = 0; row < std::min(accounts.size(), moved.size()); ++row) {
            const std::string account = cell_text(at(accounts[row], 0));
            for (std::size_t year = 0; year < std::min(years_with_vouchers, books_.years.size()); ++year) {
                const auto amount = cell_amount(at(moved[row], static_cast<int>(year)));
                std::optional<AccountAmounts>& of_year = books_.years[year].movement;
                if (amount && !account.empty()) {
                    if (!of_year) {
                        of_year.emplace();
                    }
                    of_year->insert_or_assign(account, *amount);
                }
            }
        }
    }

    void put(std::optional<AccountAmounts>& amounts, const std::string& account, const PlainValue& value) {
        if (const auto amount = cell_amount(value); amounts && amount) {
            amounts->insert_or_assign(account, *amount);
        }
    }

    std::vector<ObjectAmount> object_list(int column) const {
        namespace col = object_column;
        std::vector<ObjectAmount> out;
        for (const Line& line : rows(sheet::objects, column, column + col::amount_offset)) {
            const std::string account = cell_text(at(line, col::account_offset));
            const auto amount = cell_amount(at(line, col::amount_offset));
            if (!account.empty() && amount) {
                out.push_back({cell_text(at(line, col::insats_offset)), account, *amount});
            }
        }
        return out;
    }

    void objects() {
        namespace col = object_column;
        const auto has = [&](const std::vector<bool>& flags, std::size_t slot) {
            return slot < flags.size() && flags[slot];
        };
        if (has(has_objects_, 0)) {
            books_.years[0].objects = object_list(col::outcome);
        }
        if (layout_.document == DocumentKind::interim) {
            if (books_.same_period && books_.same_period->result) {
                books_.same_period->objects = object_list(col::previous);
            }
        } else if (const auto before = static_cast<std::size_t>(slot_of(layout_.year_of_comparison()));
                   has(has_objects_, before)) {
            books_.years[before].objects = object_list(col::previous);
        }
        if (layout_.document == DocumentKind::budget && has(has_object_budget_, 1)) {
            books_.years[1].object_budget = object_list(col::last_budget);
        }
        if (has(has_object_budget_, 0)) {
            books_.years[0].object_budget = object_list(col::budget);
        }
        for (const Line& line : rows(sheet::objects, col::insats_code, col::insats_name)) {
            if (std::string code = cell_text(at(line, 0)); !code.empty()) {
                books_.insats_names[std::move(code)] = cell_text(at(line, 1));
            }
        }
    }

    void vouchers() {
        namespace col = voucher_column;
        int row = data_first_row;
        for (const Line& line : rows(sheet::vouchers, 0, col::line)) {
            ++row;
            const auto day = cell_number(at(line, col::date));
            const auto amount = cell_amount(at(line, col::amount));
            if (cell_text(at(line, col::account)).empty() && !amount) {
                continue; // an empty row
            }
            if (!day || !amount || *day < 1 || *day > 2'958'465) { // 9999-12-31
                fault_ =
                    fmt::format("Bladet Verifikationer, rad {}: datum eller belopp saknas. Läs in SIE-filerna i en "
                                "ny rapport, eller ångra ändringen.",
                                row);
                return;
            }
            VoucherRow one;
            one.series = cell_text(at(line, col::series));
            one.number = cell_text(at(line, col::number));
            one.date = add_days({1970, 1, 1}, static_cast<int>(std::lround(*day - epoch_of_calc)));
            one.text = cell_text(at(line, col::text));
            one.account = cell_text(at(line, col::account));
            one.object = cell_text(at(line, col::object));
            one.amount = *amount;
            one.file_name = cell_text(at(line, col::file));
            one.line = count(line, col::line);
            books_.vouchers.push_back(std::move(one));
        }
    }

    void imports() {
        static constexpr std::string_view signature = "signatur: ";
        for (const Line& line : rows(sheet::imports, 0, 12)) {
            ImportedFile file;
            file.file_name = cell_text(at(line, 0));
            if (file.file_name.empty()) {
                continue;
            }
            file.sha256 = cell_text(at(line, 1));
            file.program = cell_text(at(line, 2));
            file.generated = parse_iso_date(cell_text(at(line, 3)));
            file.read_at = cell_text(at(line, 4));
            file.sie_type = static_cast<int>(count(line, 5));
            file.fiscal_year = static_cast<int>(count(line, 6));
            file.encoding = cell_text(at(line, 7));
            const std::string integrity = cell_text(at(line, 8));
            if (integrity.starts_with(signature)) {
                file.signature = integrity.substr(signature.size());
            } else {
                file.ksumma = integrity;
            }
            file.vouchers = count(line, 9);
            file.transactions = count(line, 10);
            file.errors = count(line, 11);
            file.refused_vouchers = count(line, 12);
            books_.imports.push_back(std::move(file));
        }
    }

    const CellReader& cells_;
    const Layout& layout_;
    Books books_;
    bool has_period_budget_ = false;
    std::vector<bool> has_objects_, has_object_budget_;
    std::string fault_;
};

} // namespace

std::string cell_text(const PlainValue& value) {
    if (const double* number = std::get_if<double>(&value)) {
        return fmt::format("{:.15g}", *number);
    }
    const auto& text = std::get<std::string>(value);
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == std::string::npos ? std::string()
                                      : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::optional<double> cell_number(const PlainValue& value) {
    const double* number = std::get_if<double>(&value);
    return number != nullptr && std::isfinite(*number) ? std::optional(*number) : std::nullopt;
}

std::optional<Ore> cell_amount(const PlainValue& value) {
    const auto number = cell_number(value);
    const auto amount = number ? from_kronor_double(*number) : std::nullopt;
    return amount && is_credible(*amount) ? amount : std::nullopt;
}

tl::expected<Books, std::string> read_books_back(const CellReader& cells, const Layout& layout) {
    return BooksReader(cells, layout).read();
}

} // namespace finsam::workbook
