#include "examples/books/sie_export.hpp"

#include "examples/books/calendar.hpp"
#include "examples/books/sie_writer.hpp"

#include <fmt/format.h>

namespace finsam::example {

namespace {

SieField date_field(Date date) {
    return bare(to_sie(date));
}

void write_identification(SieWriter& out, const ExampleIdentity& identity, int year, bool has_previous) {
    out.record("#FLAGGA", {bare("0")});
    out.open_checksum();
    out.record("#PROGRAM", {quoted("finsam_example_books"), quoted(FINSAM_VERSION)});
    out.record("#FORMAT", {bare("PC8")});
    out.record("#GEN", {date_field(day_of(year + 1, 2, 14))});
    out.record("#SIETYP", {bare("4")});
    out.record("#PROSA",
               {quoted("Exempel. Summorna är de publicerade i förbundets årsredovisning; " + identity.invented)});
    out.record("#FNAMN", {quoted(identity.name)});
    for (const int back : {0, -1})
        if (back == 0 || has_previous)
            out.record("#RAR", {bare(std::to_string(back)), date_field(day_of(year + back, 1, 1)),
                                date_field(day_of(year + back, 12, 31))});
    out.record("#OMFATTN", {date_field(day_of(year, 12, 31))});
    if (!identity.chart.empty())
        out.record("#KPTYP", {bare(identity.chart)});
    out.record("#VALUTA", {bare("SEK")});
}

/// #KTYP: T tillgång, S skuld, K kostnad, I intäkt (SIE 4C §5, group 3).
std::string_view account_type(const ExampleIdentity& identity, std::string_view number) {
    if (number.front() == '1')
        return "T";
    if (number.front() == '2')
        return "S";
    return number.front() == '3' || number.starts_with(identity.financial_income) ? "I" : "K";
}

void write_chart(SieWriter& out, const ExampleIdentity& identity, const ExampleData& data) {
    for (const PlannedAccount& account : data.accounts) {
        out.record("#KONTO", {bare(account.number), quoted(account.name)});
        out.record("#KTYP", {bare(account.number), bare(std::string(account_type(identity, account.number)))});
    }
    for (const auto& [number, name] : identity.dimensions)
        out.record("#DIM", {bare(number), quoted(name)});
    for (const PlannedObject& object : data.objects)
        out.record("#OBJEKT", {bare(object.dimension), quoted(object.code), quoted(object.name)});
}

void write_amounts(SieWriter& out, std::string_view label, int back, const std::map<std::string, Ore>& amounts) {
    for (const auto& [account, amount] : amounts)
        if (!amount.is_zero())
            out.record(label, {bare(std::to_string(back)), bare(account), amount_field(amount)});
}

void write_balances(SieWriter& out, const ExampleYear& year, int back) {
    if (year.opening)
        write_amounts(out, "#IB", back, *year.opening);
    write_amounts(out, "#UB", back, year.closing);
    write_amounts(out, "#RES", back, year.result);
}

void write_budget(SieWriter& out, int year, const std::vector<BudgetMonth>& budget) {
    for (const BudgetMonth& month : budget) {
        const std::string period = fmt::format("{}{:02}", year, month.month);
        out.record("#PBUDGET",
                   {bare("0"), bare(period), bare(month.account), object_list({}), amount_field(month.total)});
        for (const InsatsAmount& part : month.parts)
            if (!part.insats.empty())
                out.record("#PBUDGET",
                           {bare("0"), bare(period), bare(month.account),
                            object_list({std::string(insats_dimension), part.insats}), amount_field(part.amount)});
    }
}

std::vector<std::string> objects_of(const ExampleData& data, const std::string& insats) {
    const PlannedObject* object = data.find_object(insats_dimension, insats);
    if (object == nullptr)
        return {};
    if (object->ansvar.empty())
        return {std::string(insats_dimension), insats};
    return {std::string(ansvar_dimension), object->ansvar, std::string(insats_dimension), insats};
}

void write_voucher(SieWriter& out, const ExampleData& data, const ExampleVoucher& voucher) {
    out.record("#VER", {bare(std::string(1, static_cast<char>(voucher.series))), bare(std::to_string(voucher.number)),
                        date_field(voucher.date), quoted(voucher.text), date_field(voucher.date)});
    out.brace('{');
    for (const VoucherLine& line : voucher.lines) {
        const SieField objects = object_list(objects_of(data, line.insats));
        if (line.text.empty())
            out.record("#TRANS", {bare(line.account), objects, amount_field(line.amount)}, "  ");
        else
            out.record(
                "#TRANS",
                {bare(line.account), objects, amount_field(line.amount), date_field(voucher.date), quoted(line.text)},
                "  ");
    }
    out.brace('}');
}

} // namespace

tl::expected<std::string, std::string> sie_export(const ExampleIdentity& identity, const ExampleData& data,
                                                  const ExampleYear& year, const ExampleYear* previous,
                                                  const std::vector<BudgetMonth>& budget) {
    SieWriter out;
    write_identification(out, identity, year.year, previous != nullptr);
    write_chart(out, identity, data);
    write_balances(out, year, 0);
    if (previous != nullptr)
        write_balances(out, *previous, -1);
    write_budget(out, year.year, budget);
    for (const ExampleVoucher& voucher : year.vouchers)
        write_voucher(out, data, voucher);
    if (out.failed())
        return tl::unexpected(std::string("En text har tecken som teckentabell 437 saknar."));
    return std::move(out).finish();
}

tl::expected<std::vector<ExampleFile>, std::string> insjoriket_files() {
    const ExampleIdentity identity{
        "Samordningsförbundet Insjöriket",
        "EUBAS97",
        "83",
        {{std::string(ansvar_dimension), "Ansvar"}, {std::string(insats_dimension), "Insats"}}};
    const auto data = ExampleData::read(insjoriket_tables());
    if (!data)
        return tl::unexpected(data.error());
    const ExampleYear first = year_of_totals(*data, 2022);
    const auto middle = year_of_vouchers(*data, first);
    if (!middle)
        return tl::unexpected(middle.error());
    const auto last = year_of_vouchers(*data, *middle);
    if (!last)
        return tl::unexpected(last.error());
    auto newer = sie_export(identity, *data, *last, &*middle, budget_by_month(*data));
    if (!newer)
        return tl::unexpected(newer.error());
    auto older = sie_export(identity, *data, *middle, &first, {});
    if (!older)
        return tl::unexpected(older.error());
    return std::vector<ExampleFile>{{"insjoriket-2024.se", std::move(*newer)},
                                    {"insjoriket-2023.se", std::move(*older)}};
}

} // namespace finsam::example
