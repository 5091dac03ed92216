#include "templates/builder/sie_book_sheets.hpp"

#include "parsers/swedish_format.hpp"
#include "templates/builder/data_columns.hpp"
#include "templates/builder/plain_values.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam::workbook {
namespace {

constexpr const char* tab_of_data = "#9aa5b1";

std::string_view type_name(char type) noexcept {
    switch (type) {
    case 'T': return "tillgång";
    case 'S': return "skuld";
    case 'K': return "kostnad";
    case 'I': return "intäkt";
    default: return "";
    }
}

std::string period_of(const sie::FiscalYear& year) {
    return fmt::format("{} – {}", to_iso(year.from), to_iso(year.to));
}

std::string period_of(const sie::Balance& balance) {
    if (!balance.period) {
        return {};
    }
    return balance.covers_from ? fmt::format("{} – {}", to_iso(*balance.covers_from), to_iso(*balance.period))
                               : to_iso(*balance.period);
}

/// One column of Saldon: the account's balances of a kind and a year.
struct BalanceColumn {
    sie::BalanceKind kind;
    int year;
    std::map<std::string_view, std::optional<Ore>> amounts{};
};

/// Of each year, this year first: those that the file has any of. Budgets are by month and are summed.
std::vector<BalanceColumn> balance_columns(const SieSurvey& survey) {
    using Kind = sie::BalanceKind;
    std::map<std::pair<int, Kind>, BalanceColumn> columns;
    for (const sie::Balance& balance : survey.balances) {
        const bool shown = balance.kind == Kind::ib || balance.kind == Kind::ub || balance.kind == Kind::res ||
                           balance.kind == Kind::pbudget;
        if (!shown || !balance.objects.empty()) {
            continue;
        }
        const std::pair key(-balance.year, balance.kind);
        BalanceColumn& column = columns.try_emplace(key, BalanceColumn{balance.kind, balance.year}).first->second;
        std::optional<Ore>& sum = column.amounts.try_emplace(balance.account, Ore()).first->second;
        sum = sum ? checked_add(*sum, balance.amount) : std::nullopt;
    }
    std::vector<BalanceColumn> list;
    for (auto& [key, column] : columns) {
        list.push_back(std::move(column));
    }
    return list;
}

std::string_view column_word(sie::BalanceKind kind) noexcept {
    switch (kind) {
    case sie::BalanceKind::res: return "Resultat"; // as on the workbook's sheet, where KONTOSALDO looks for it
    case sie::BalanceKind::pbudget: return "Budget";
    default: return label(kind);
    }
}

} // namespace

std::string for_heading(const std::string& text) {
    constexpr std::size_t longest = 80; // bytes
    if (text.size() <= longest) {
        return text;
    }
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) { // inside a character of UTF-8
        --end;
    }
    return text.substr(0, end) + "…";
}

void put_objects(std::vector<PlainValue>& line, const std::vector<sie::ObjectRef>& objects,
                 const std::vector<std::string>& dimensions, bool other_objects) {
    const std::size_t first = line.size();
    line.resize(first + dimensions.size() + (other_objects ? 1 : 0), std::string());
    for (const sie::ObjectRef& object : objects) {
        const auto found = std::ranges::find(dimensions, object.dimension);
        const bool own = found != dimensions.end();
        auto& text = std::get<std::string>(line[first + static_cast<std::size_t>(found - dimensions.begin())]);
        text += (text.empty() ? "" : ", ") + (own ? object.code : object.dimension + " " + object.code);
    }
}

Sheet& SieBookBuilder::add_sheet(const std::string& name) {
    Sheet sheet;
    sheet.name = name;
    sheet.is_protected = false;
    plan_.book.sheets.push_back(std::move(sheet));
    return plan_.book.sheets.back();
}

StyleId SieBookBuilder::style_of(Kind kind) {
    switch (kind) {
    case Kind::text: return look_.data_text();
    case Kind::amount: return look_.data_amount();
    case Kind::number: return look_.data_number();
    case Kind::date: return look_.data_date();
    }
    return look_.data_text();
}

Sheet& SieBookBuilder::add_table(const std::string& name, const std::string& title, const std::string& explanation,
                                 const std::vector<Heading>& headings, std::uint64_t rows) {
    Sheet& sheet = add_sheet(name);
    sheet.landscape = true;
    sheet.tab_colour = tab_of_data;
    sheet.freeze_rows = data_first_row;
    sheet.put({0, 0}, title, look_.sheet_title());
    sheet.put({1, 0}, explanation, look_.sheet_subtitle());
    int column = 0;
    for (const Heading& heading : headings) {
        sheet.columns.push_back({heading.width, style_of(heading.kind), false});
        const Align align = heading.kind == Kind::text   ? Align::left
                            : heading.kind == Kind::date ? Align::center
                                                         : Align::right;
        sheet.put({data_header_row, column++}, heading.name, look_.data_header(align));
    }
    const int last = data_header_row + static_cast<int>(std::max<std::uint64_t>(rows, 1));
    sheet.filter = Range{{data_header_row, 0}, {last, column - 1}};
    return sheet;
}

SplitSheets SieBookBuilder::add_tables(std::string_view name, const std::string& explanation,
                                       const std::vector<Heading>& headings, std::uint64_t rows) {
    SplitSheets sheets;
    sheets.rows_each = options_.rows_per_sheet - data_first_row;
    const auto each = static_cast<std::uint64_t>(sheets.rows_each);
    const std::uint64_t count = (rows + each - 1) / each;
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::uint64_t own = std::min(each, rows - i * each);
        std::string title(name), told = explanation;
        if (count > 1) {
            title = i == 0 ? title : fmt::format("{} {}", name, i + 1);
            told += fmt::format(" Raderna ryms inte på ett blad: detta är blad {} av {}.", i + 1, count);
        }
        add_table(title, title, told, headings, own);
        sheets.names.push_back(title);
    }
    return sheets;
}

void SieBookBuilder::put(const SplitSheets& sheets, std::vector<Line> rows) {
    const auto each = static_cast<std::size_t>(sheets.rows_each);
    for (std::size_t i = 0; i < sheets.names.size(); ++i) {
        const auto first = rows.begin() + static_cast<std::ptrdiff_t>(i * each);
        const auto last = rows.begin() + static_cast<std::ptrdiff_t>(std::min((i + 1) * each, rows.size()));
        plan_.data.push_back(
            {sheets.names[i], {data_first_row, 0}, {std::make_move_iterator(first), std::make_move_iterator(last)}});
    }
}

/// "2024", or the whole period when two years of the file end in the same one.
std::string SieBookBuilder::year_label(int number) const {
    const auto of_number = [&](const sie::FiscalYear& year) { return year.number == number; };
    const auto own = std::ranges::find_if(survey_.years, of_number);
    if (own == survey_.years.end()) {
        return fmt::format("år {}", number);
    }
    const auto same_end = [&](const sie::FiscalYear& year) { return year.to.year == own->to.year; };
    return std::ranges::count_if(survey_.years, same_end) == 1 ? std::to_string(own->to.year) : period_of(*own);
}

std::string SieBookBuilder::dimension_heading(const std::string& number) const {
    const auto found = std::ranges::find(survey_.dimensions, number, &DimensionFacts::number);
    const std::string name = found == survey_.dimensions.end() ? std::string() : found->name;
    return name.empty() ? "dimension " + for_heading(number)
                        : fmt::format("{} ({})", for_heading(name), for_heading(number));
}

void SieBookBuilder::add_dimensions(std::vector<Heading>& headings, const std::vector<std::string>& dimensions) const {
    for (const std::string& number : dimensions) {
        headings.push_back({dimension_heading(number), 30});
    }
}

void SieBookBuilder::balances() {
    std::vector<BalanceColumn> columns = balance_columns(survey_);
    const bool has_vouchers = survey_.vouchers.rows > 0;
    const auto any = [&](auto member) {
        return std::ranges::any_of(survey_.accounts,
                                   [&](const auto& entry) { return !(entry.second.*member).empty(); });
    };
    const bool has_unit = any(&AccountFacts::unit), has_sru = any(&AccountFacts::sru);
    std::vector<Heading> headings = {{"konto", 20}, {"benämning", 80}, {"typ", 20}};
    for (const BalanceColumn& column : columns) {
        headings.push_back({fmt::format("{} {}", column_word(column.kind), year_label(column.year)), 32, Kind::amount});
    }
    if (has_vouchers) {
        headings.push_back({"verifikationer", 34, Kind::amount});
        headings.push_back({"antal rader", 28, Kind::number});
    }
    if (has_unit) {
        headings.push_back({"enhet", 18});
    }
    if (has_sru) {
        headings.push_back({"SRU-kod", 22});
    }
    std::vector<Line> rows;
    for (const auto& [number, account] : survey_.accounts) {
        Line line{number, account.name, std::string(type_name(account.type))};
        for (const BalanceColumn& column : columns) {
            const auto found = column.amounts.find(number);
            line.push_back(found == column.amounts.end() ? PlainValue(std::string()) : optional_kronor(found->second));
        }
        if (has_vouchers) {
            line.push_back(account.rows == 0 ? PlainValue(std::string()) : optional_kronor(account.moved));
            line.push_back(static_cast<double>(account.rows));
        }
        if (has_unit) {
            line.push_back(account.unit);
        }
        if (has_sru) {
            line.push_back(account.sru);
        }
        rows.push_back(std::move(line));
    }
    SplitSheets sheets = add_tables(
        sheet::balances,
        "Filens konton med balanser, resultat och budget, debet plus och kredit minus. Kolumnen verifikationer är "
        "summan av kontots rader.",
        headings, std::max<std::uint64_t>(rows.size(), 1));
    plan_.book.find(sheets.names.front())->freeze_columns = 2;
    if (!rows.empty()) {
        put(sheets, std::move(rows));
    }
}

void SieBookBuilder::balance_records() {
    std::vector<std::string> dimensions;
    bool has_period = false, has_quantity = false;
    for (const DimensionFacts& dimension : survey_.dimensions) {
        if (dimension.in_balances && dimensions.size() < 20) {
            dimensions.push_back(dimension.number);
        }
    }
    const bool others = std::ranges::count_if(survey_.dimensions, &DimensionFacts::in_balances) >
                        static_cast<std::ptrdiff_t>(dimensions.size());
    for (const sie::Balance& balance : survey_.balances) {
        has_period |= balance.period.has_value();
        has_quantity |= !balance.quantity.empty();
    }
    std::vector<Heading> headings = {{"post", 22}, {"år", 20}};
    if (has_period) {
        headings.push_back({"period", 30});
    }
    headings.insert(headings.end(), {{"konto", 20}, {"benämning", 70}});
    add_dimensions(headings, dimensions);
    if (others) {
        headings.push_back({"övriga objekt", 40});
    }
    headings.push_back({"belopp", 32, Kind::amount});
    if (has_quantity) {
        headings.push_back({"kvantitet", 24});
    }
    headings.push_back({"rad", 20, Kind::number});
    std::vector<Line> rows;
    rows.reserve(survey_.balances.size());
    for (const sie::Balance& balance : survey_.balances) {
        Line line{std::string(label(balance.kind)), year_label(balance.year)};
        if (has_period) {
            line.push_back(period_of(balance));
        }
        const auto account = survey_.accounts.find(balance.account);
        line.push_back(balance.account);
        line.push_back(account == survey_.accounts.end() ? std::string() : account->second.name);
        put_objects(line, balance.objects, dimensions, others);
        line.push_back(kronor(balance.amount));
        if (has_quantity) {
            line.push_back(balance.quantity);
        }
        line.push_back(static_cast<double>(balance.line));
        rows.push_back(std::move(line));
    }
    const SplitSheets sheets = add_tables(
        sheet::balance_records,
        "Varje saldo som filen anger, post för post och i filens ordning, med rad i filen: även per objekt, per period "
        "och budget.",
        headings, rows.size());
    put(sheets, std::move(rows));
}

void SieBookBuilder::objects() {
    std::map<std::string_view, const DimensionFacts*> dimensions;
    for (const DimensionFacts& dimension : survey_.dimensions) {
        dimensions[dimension.number] = &dimension;
    }
    std::vector<Line> rows;
    rows.reserve(survey_.objects.size());
    for (const ObjectFacts& object : survey_.objects) {
        const DimensionFacts& dimension = *dimensions.at(object.dimension);
        rows.push_back({object.dimension, dimension.name, dimension.parent, object.code, object.name,
                        static_cast<double>(object.rows)});
    }
    const SplitSheets sheets =
        add_tables(sheet::objects, "Filens objekt, efter dimension. Antal rader är verifikationsrader med objektet.",
                   {{"dimension", 24},
                    {"dimensionens namn", 50},
                    {"del av dimension", 36},
                    {"objekt", 30},
                    {"benämning", 80},
                    {"antal rader", 28, Kind::number}},
                   std::max<std::uint64_t>(rows.size(), 1));
    if (!rows.empty()) {
        put(sheets, std::move(rows));
    }
}

std::vector<SieBookBuilder::Heading> SieBookBuilder::voucher_headings() const {
    const VoucherColumns& columns = plan_.columns;
    std::vector<Heading> headings = {{"serie", 18}, {"nummer", 22}, {"datum", 24, Kind::date}};
    if (columns.registered) {
        headings.push_back({"registrerad", 28, Kind::date});
    }
    headings.push_back({"text", 76});
    if (columns.row_text) {
        headings.push_back({"radtext", 60});
    }
    headings.insert(headings.end(), {{"konto", 20}, {"benämning", 64}});
    add_dimensions(headings, columns.dimensions);
    if (columns.other_objects) {
        headings.push_back({"övriga objekt", 40});
    }
    headings.push_back({"belopp", 30, Kind::amount});
    if (columns.row_date) {
        headings.push_back({"raddatum", 26, Kind::date});
    }
    if (columns.quantity) {
        headings.push_back({"kvantitet", 24});
    }
    headings.push_back({"rad", 20, Kind::number});
    return headings;
}

void SieBookBuilder::vouchers() {
    plan_.vouchers =
        add_tables(sheet::vouchers, "Verifikationernas rader, debet plus och kredit minus. Sist står raden i filen.",
                   voucher_headings(), std::max<std::uint64_t>(survey_.vouchers.rows, 1));
}

void SieBookBuilder::history() {
    std::vector<Heading> headings = voucher_headings();
    headings.push_back({"ändring", 60});
    plan_.history = add_tables(
        sheet::history,
        "Rader som lades till eller ströks efter det att verifikationen gjordes. Historik: de räknas aldrig.", headings,
        survey_.vouchers.history_rows);
}

void SieBookBuilder::refused() {
    std::vector<Heading> headings = voucher_headings();
    headings.push_back({"orsak", 60});
    plan_.refused = add_tables(sheet::refused,
                               "Rader i verifikationer som inte kan användas. De ingår inte i bladet Verifikationer. "
                               "Importlogg säger mer.",
                               headings, survey_.vouchers.refused_rows);
}

void SieBookBuilder::log() {
    std::vector<Diagnostic> diagnostics = survey_.result.diagnostics;
    std::ranges::stable_sort(diagnostics, std::greater(), &Diagnostic::severity);
    std::vector<Line> rows;
    for (const Diagnostic& item : diagnostics) {
        rows.push_back({std::string(swedish_name(item.severity)),
                        item.line == 0 ? PlainValue(std::string()) : PlainValue(static_cast<double>(item.line)),
                        item.column == 0 ? PlainValue(std::string()) : PlainValue(static_cast<double>(item.column)),
                        std::string(stable_name(item.code)), item.concerned, item.text});
    }
    if (rows.empty()) {
        rows.push_back({std::string("info"), std::string(), std::string(), std::string(), std::string(),
                        std::string("Filen lästes utan anmärkningar.")});
    }
    const SplitSheets sheets = add_tables(sheet::imports,
                                          "Vad läsaren har att säga om filen, det allvarligaste först. Raden är "
                                          "filens; utan rad gäller det filen som helhet.",
                                          {{"allvar", 20},
                                           {"rad", 20, Kind::number},
                                           {"tecken", 24, Kind::number},
                                           {"kod", 56},
                                           {"gäller", 40},
                                           {"text", 220}},
                                          rows.size());
    put(sheets, std::move(rows));
}

} // namespace finsam::workbook
