#include "examples/books/posted_books.hpp"

#include "examples/books/calendar.hpp"
#include "examples/books/csv_table.hpp"
#include "examples/books/flows.hpp"
#include "parsers/swedish_number.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam::example {

namespace {

using Error = tl::unexpected<std::string>;

struct Post {
    std::string account, insats;
    std::array<Ore, 2> years; ///< 2024, 2023; debit +
    int vouchers = 1;
    int vat_percent = 0;
    std::vector<std::string> texts;

    [[nodiscard]] Ore at(int year) const noexcept { return years[year == 2024 ? 0 : 1]; }
};

/// A debt at the year's end, and the posts whose last voucher makes it.
struct Debt {
    std::string account;
    std::string cost, insats; ///< insats "*": the account's largest post
};

struct Posted {
    PostedPlan plan;
    ExampleData data;
    std::vector<Post> posts;
    std::vector<Debt> debts;
};

tl::expected<Ore, std::string> read_amount(const CsvLine& line, std::size_t field) {
    const std::string& text = line.fields[field];
    if (text.empty())
        return Ore();
    if (const auto amount = parse_swedish_amount(text))
        return *amount;
    return Error(fmt::format("{} rad {}: \"{}\" är inget belopp.", line.file, line.number, text));
}

std::optional<std::string> read_accounts(Posted& out, std::string_view csv) {
    const auto lines = read_csv("konton.csv", csv);
    if (!lines)
        return lines.error();
    for (const CsvLine& line : *lines) {
        PlannedAccount account;
        account.number = line.fields[0];
        account.name = line.fields[1];
        for (const Figure figure : {Figure::y2024, Figure::y2023, Figure::y2022}) {
            const auto amount = read_amount(line, 2 + index(figure));
            if (!amount)
                return amount.error();
            account.figures[index(figure)] = *amount;
        }
        if (const auto from = split(line.fields[5], '/'); from.size() == 2)
            out.debts.push_back({account.number, from[0], from[1]});
        out.data.accounts.push_back(std::move(account));
    }
    return std::nullopt;
}

std::optional<std::string> read_posts(Posted& out, std::string_view csv) {
    const auto lines = read_csv("poster.csv", csv);
    if (!lines)
        return lines.error();
    for (const CsvLine& line : *lines) {
        const auto newer = read_amount(line, 2);
        const auto older = read_amount(line, 3);
        if (!newer || !older)
            return newer ? older.error() : newer.error();
        out.posts.push_back({line.fields[0],
                             line.fields[1],
                             {*newer, *older},
                             std::stoi(line.fields[4]),
                             std::stoi(line.fields[5]),
                             split(line.fields[6], '|')});
    }
    return std::nullopt;
}

tl::expected<Posted, std::string> read_tables(const PostedPlan& plan, const PostedTables& tables) {
    Posted out;
    out.plan = plan;
    if (auto error = read_accounts(out, tables.accounts))
        return Error(*error);
    const auto objects = read_csv("insatser.csv", tables.objects);
    if (!objects)
        return Error(objects.error());
    for (const CsvLine& line : *objects)
        out.data.objects.push_back({std::string(insats_dimension), line.fields[0], line.fields[1], ""});
    if (auto error = read_posts(out, tables.posts))
        return Error(*error);
    return out;
}

ExampleYear totals(const Posted& posted, int year) {
    ExampleYear out;
    out.year = year;
    for (const PlannedAccount& account : posted.data.accounts)
        if (const Ore closing = account.at(year); !closing.is_zero())
            out.closing[account.number] = closing;
    if (year == 2022)
        return out;
    for (const Post& post : posted.posts)
        if (!post.at(year).is_zero())
            out.result[post.account] += post.at(year);
    return out;
}

/// What is owed for a post when the year ends, positive.
Ore owed(const Posted& posted, const Post& post, int year, std::vector<VoucherLine>& lines) {
    Ore sum;
    for (const Debt& debt : posted.debts) {
        const auto largest = std::ranges::max_element(
            posted.posts, {}, [&](const Post& other) { return other.account == debt.cost ? other.at(year) : Ore(); });
        if (debt.cost != post.account || (debt.insats == "*" ? &*largest != &post : debt.insats != post.insats))
            continue;
        const Ore amount = -posted.data.account(debt.account).at(year);
        lines.push_back({debt.account, -amount, "", ""});
        sum += amount;
    }
    return sum;
}

class Bookkeeper {
public:
    Bookkeeper(const Posted& posted, const ExampleYear& previous)
        : posted_(posted), year_(previous.year + 1), book_(previous.closing),
          numbers_(static_cast<std::uint32_t>(previous.year + 1)) {}

    VoucherBook book() && {
        for (const Post& post : posted_.posts)
            book_post(post);
        pay_old_debts();
        refund_vat();
        settle(posted_.plan.customers, "Inbetalningar från kunder");
        settle(posted_.plan.suppliers, "Betalningar till leverantörer");
        for (const std::string& account : posted_.plan.other_banks)
            settle(account, "Överföring mellan egna konton");
        return std::move(book_);
    }

private:
    void book_post(const Post& post) {
        if (post.at(year_).is_zero())
            return;
        std::vector<VoucherLine> debts;
        const Ore unpaid = owed(posted_, post, year_, debts);
        const std::vector<Ore> parts = numbers_.split(post.at(year_) - unpaid, post.vouchers);
        const bool income = post.account.front() == '3' || post.account.starts_with("84");
        for (int i = 0; i < post.vouchers; ++i) {
            const int month = 12 * (i + 1) / post.vouchers - (post.vouchers == 4 ? 2 : 0);
            const Date date = weekday_near(day_of(year_, std::max(month, 1), 5 + numbers_.below(20)));
            const auto number = static_cast<std::size_t>(i);
            const Ore vat(parts[number].count() * post.vat_percent / 100);
            book_.add(income ? Series::kund : Series::leverantor, date,
                      fmt::format("{}, {}", post.texts[number % post.texts.size()], month_name(date.month)),
                      {{post.account, parts[number], post.insats, ""},
                       {posted_.plan.vat_claim, vat, "", ""},
                       {against(post), -(parts[number] + vat), "", ""}});
        }
        if (!unpaid.is_zero()) {
            debts.push_back({post.account, unpaid, post.insats, ""});
            book_.add(Series::huvudbok, day_of(year_, 12, 31), "Upplupet: " + post.texts.front(), std::move(debts));
        }
    }

    /// Salaries, interest and fees go straight to the bank.
    [[nodiscard]] const std::string& against(const Post& post) const {
        const PostedPlan& plan = posted_.plan;
        const char account_class = post.account.front();
        if (account_class == '3' && !plan.customers.empty())
            return plan.customers;
        return account_class >= '5' && account_class <= '7' && !plan.suppliers.empty() ? plan.suppliers : plan.bank;
    }

    /// Paid each month, so that the account is what it is at the year's end.
    void settle(const std::string& account, const std::string& text) {
        if (account.empty())
            return;
        const std::vector<Ore> parts =
            equal_parts(book_.balance(account) - posted_.data.account(account).at(year_), 12);
        for (int month = 1; month <= 12; ++month) {
            const Ore amount = parts[static_cast<std::size_t>(month - 1)];
            book_.add(Series::bank, weekday_near(day_of(year_, month, 28)),
                      text + ", " + std::string(month_name(month)),
                      {{posted_.plan.bank, amount, "", ""}, {account, -amount, "", ""}});
        }
    }

    void pay_old_debts() {
        for (const Debt& debt : posted_.debts) {
            const Ore opening = posted_.data.account(debt.account).at(year_ - 1);
            book_.add(Series::bank, weekday_near(day_of(year_, 1, 20)), fmt::format("Betalt från {}", year_ - 1),
                      {{debt.account, -opening, "", ""}, {posted_.plan.bank, opening, "", ""}});
        }
    }

    /// Each half year, so that the claim is what it is at the year's end.
    void refund_vat() {
        const std::string& claim = posted_.plan.vat_claim;
        const std::vector<Ore> parts = equal_parts(book_.balance(claim) - posted_.data.account(claim).at(year_), 2);
        for (int half = 1; half <= 2; ++half) {
            const Ore amount = parts[static_cast<std::size_t>(half - 1)];
            book_.add(Series::bank, weekday_near(day_of(year_, half == 1 ? 6 : 12, 14)), "Återbetald mervärdesskatt",
                      {{posted_.plan.bank, amount, "", ""}, {claim, -amount, "", ""}});
        }
    }

    const Posted& posted_;
    int year_;
    VoucherBook book_;
    InventedNumbers numbers_;
};

/// The year before is closed by carrying its result to the equity account itself: nothing is booked on class 89.
std::map<std::string, Ore> opening_after(const ExampleYear& previous, const std::string& equity) {
    std::map<std::string, Ore> opening = previous.closing;
    for (const auto& [account, amount] : previous.result)
        opening[equity] += amount;
    return opening;
}

tl::expected<ExampleYear, std::string> booked_year(const Posted& posted, const ExampleYear& previous) {
    ExampleYear year = totals(posted, previous.year + 1);
    ExampleYear before = previous;
    before.closing = opening_after(previous, posted.plan.equity);
    year.opening = before.closing;
    VoucherBook book = Bookkeeper(posted, before).book();
    for (const PlannedAccount& account : posted.data.accounts)
        if (const Ore missing = year.closing[account.number] - book.balance(account.number);
            is_balance_account(account.number) && !missing.is_zero())
            return Error(fmt::format("År {}: konto {} {} avviker med {} kr från det publicerade.", year.year,
                                     account.number, account.name, to_decimal_kronor(missing)));
    year.vouchers = std::move(book).numbered();
    return year;
}

} // namespace

tl::expected<std::vector<ExampleFile>, std::string> posted_files(const ExampleIdentity& identity,
                                                                 const PostedPlan& plan, const PostedTables& tables,
                                                                 std::string_view file_name) {
    const auto posted = read_tables(plan, tables);
    if (!posted)
        return Error(posted.error());
    const auto older = booked_year(*posted, totals(*posted, 2022));
    if (!older)
        return Error(older.error());
    const auto newer = booked_year(*posted, *older);
    if (!newer)
        return Error(newer.error());
    std::vector<ExampleFile> files;
    for (const ExampleYear* year : {&*newer, &*older}) {
        auto bytes = sie_export(identity, posted->data, *year, year == &*newer ? &*older : nullptr, {});
        if (!bytes)
            return Error(bytes.error());
        files.push_back({fmt::format("{}-{}.se", file_name, year->year), std::move(*bytes)});
    }
    return files;
}

tl::expected<std::vector<ExampleFile>, std::string> solleftea_files() {
    const ExampleIdentity identity{
        "Samordningsförbundet i Sollefteå", "", "84", {{std::string(insats_dimension), "Aktivitet"}}};
    return posted_files(identity, {"1930", "1680"}, solleftea_tables(), "solleftea");
}

tl::expected<std::vector<ExampleFile>, std::string> sjuharad_files() {
    const ExampleIdentity identity{
        "Sjuhärads samordningsförbund",
        "",
        "84",
        {{std::string(insats_dimension), "Projekt"}},
        "kontona i noterna är förbundets; verifikationer, andra konton och objekt är påhittade."};
    return posted_files(identity, {"1930", "1687", "1511", "2411", {"1920", "1970"}}, sjuharad_tables(), "sjuharad");
}

} // namespace finsam::example
