#include "examples/books/calendar.hpp"
#include "examples/books/flows.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam::example {

namespace {

/// The invoices that make the supplier debt come out at the year's end: monthly, without VAT.
constexpr std::string_view closing_account = "4010";
constexpr std::string_view closing_insats = "20";
constexpr Ore closing_invoice_at_least = Ore::from_kronor(40'000);

struct Invoice {
    Date date;
    std::string account, insats, text;
    Ore net, vat;
    bool unpaid = false;

    [[nodiscard]] Ore gross() const noexcept { return net + vat; }
};

Ore vat_on(Ore net, int percent) noexcept {
    return Ore((net.count() * percent + 50) / 100);
}

std::string invoice_text(const YearInHand& at, const PlannedAccount& account, const std::string& insats,
                         std::size_t number, int month) {
    const std::string& what = account.texts[number % account.texts.size()];
    const PlannedObject* object = at.data.find_object(insats_dimension, insats);
    const bool of_insats = account.number.front() == '4' && object != nullptr;
    return fmt::format("{}{}{}, {} {}", what, of_insats ? " " : "", of_insats ? object->name : "", month_name(month),
                       at.year);
}

/// The dates of `count` invoices a year: in the month's second half, or spread over it for small accounts.
Date invoice_date(YearInHand& at, int number, int count) {
    const int month = (number + 1) * 12 / count;
    return weekday_near(day_of(at.year, month, 4 + at.numbers.below(23)));
}

void plan_invoices(YearInHand& at, const PlannedAccount& account, const std::string& insats,
                   const std::vector<Ore>& amounts, std::vector<Invoice>& invoices) {
    const int count = static_cast<int>(amounts.size());
    for (int i = 0; i < count; ++i) {
        const Date date = invoice_date(at, i, count);
        const auto number = static_cast<std::size_t>(i);
        invoices.push_back({date, account.number, insats, invoice_text(at, account, insats, number, date.month),
                            amounts[number], vat_on(amounts[number], account.vat_percent)});
    }
}

Ore invoiced_in_year(const YearInHand& at, const std::string& account, const InsatsAmount& part) {
    return part.amount - accrued_net(at, account, part.insats);
}

bool is_closing_part(const std::string& account, const std::string& insats) {
    return account == closing_account && insats == closing_insats;
}

/// All but the closing part.
std::vector<Invoice> ordinary_invoices(YearInHand& at) {
    std::vector<Invoice> invoices;
    for (const PlannedAccount& account : at.data.accounts) {
        if (account.invoices == 0)
            continue;
        for (const InsatsAmount& part :
             at.data.spread(account.number, at.planned(account.number), figure_of_year(at.year))) {
            if (is_closing_part(account.number, part.insats))
                continue;
            const Ore total = invoiced_in_year(at, account.number, part);
            plan_invoices(at, account, part.insats,
                          account.even ? equal_parts(total, account.invoices)
                                       : at.numbers.split(total, account.invoices),
                          invoices);
        }
    }
    return invoices;
}

/// Leaves December's last invoices unpaid as far as the debt at the year's end has room for them.
Ore leave_unpaid(const YearInHand& at, std::vector<Invoice>& invoices) {
    Ore room = -at.planned("2440") - closing_invoice_at_least;
    std::ranges::stable_sort(invoices, std::ranges::greater{}, &Invoice::date);
    for (Invoice& invoice : invoices) {
        if (invoice.date < day_of(at.year, 12, 4) || invoice.gross() > room)
            continue;
        invoice.unpaid = true;
        room -= invoice.gross();
    }
    return room + closing_invoice_at_least;
}

void plan_closing_part(YearInHand& at, Ore last, std::vector<Invoice>& invoices) {
    const PlannedAccount& account = at.data.account(closing_account);
    for (const InsatsAmount& part :
         at.data.spread(account.number, at.planned(account.number), figure_of_year(at.year))) {
        if (!is_closing_part(account.number, part.insats))
            continue;
        const Ore total = invoiced_in_year(at, account.number, part);
        std::vector<Ore> amounts = at.numbers.split(total - last, account.invoices - 1);
        amounts.push_back(last);
        plan_invoices(at, account, part.insats, amounts, invoices);
        invoices.back().unpaid = true;
    }
}

/// Payments are made on about the 5th, 15th and 25th; the year's last run takes all that is not to stay unpaid.
Date payment_run(Date due, int year) {
    if (due > day_of(year, 12, 15))
        return weekday_near(day_of(year, 12, 27));
    for (int month = due.month;; ++month) {
        for (const int day : {5, 15, 25}) {
            if (const Date run = day_of(year, month, day); run >= due)
                return weekday_near(run);
        }
    }
}

void book_payments(YearInHand& at, const std::vector<OpenInvoice>& paid) {
    std::map<Date, std::vector<VoucherLine>> runs;
    for (const OpenInvoice& invoice : paid)
        runs[payment_run(invoice.due, at.year)].push_back({"2440", invoice.amount, "", invoice.text});
    for (auto& [date, lines] : runs) {
        Ore total;
        for (const VoucherLine& line : lines)
            total += line.amount;
        lines.push_back({"1930", -total, "", ""});
        at.book.add(Series::bank, date, fmt::format("Leverantörsbetalningar {}", to_iso(date)), std::move(lines));
    }
}

/// What was unpaid when the year began; parts of the balance where the year before has no vouchers.
std::vector<OpenInvoice> opening_invoices(YearInHand& at) {
    if (!at.previous.unpaid.empty())
        return at.previous.unpaid;
    std::vector<OpenInvoice> open;
    for (const Ore amount : at.numbers.split(-at.opening("2440"), 8)) {
        const Date due = plus_days(day_of(at.year, 1, 1), static_cast<int>(open.size()) * 3);
        open.push_back({due, fmt::format("Leverantörsfaktura från {}", at.year - 1), amount});
    }
    return open;
}

} // namespace

std::vector<OpenInvoice> book_supplier_invoices(YearInHand& at) {
    std::vector<OpenInvoice> paid = opening_invoices(at);
    std::vector<Invoice> invoices = ordinary_invoices(at);
    plan_closing_part(at, leave_unpaid(at, invoices), invoices);
    std::ranges::stable_sort(invoices, {}, &Invoice::date);
    std::vector<OpenInvoice> unpaid;
    for (const Invoice& invoice : invoices) {
        at.book.add(Series::leverantor, invoice.date, invoice.text,
                    {{invoice.account, invoice.net, invoice.insats, ""},
                     {"2641", invoice.vat, "", ""},
                     {"2440", -invoice.gross(), "", ""}});
        (invoice.unpaid ? unpaid : paid).push_back({plus_days(invoice.date, 30), invoice.text, invoice.gross()});
    }
    std::erase_if(paid, [](const OpenInvoice& invoice) { return invoice.amount.is_zero(); });
    book_payments(at, paid);
    return unpaid;
}

} // namespace finsam::example
