// The sheet Företag of an opened SIE file: whose books, which file, what was found.

#include "parsers/swedish_count.hpp"
#include "templates/builder/plain_values.hpp"
#include "templates/builder/sie_book_sheets.hpp"

#include <fmt/format.h>

namespace finsam::workbook {
namespace {

constexpr double label_width = 76, value_width = 160; // mm

std::string year_name(int number) {
    return number == 0 ? "Räkenskapsår" : number == -1 ? "Föregående år" : fmt::format("Räkenskapsår {}", number);
}

} // namespace

void SieBookBuilder::fact(Sheet& sheet, int& row, std::string_view label, const std::string& value) {
    if (!value.empty()) {
        sheet.put({row, 0}, std::string(label), look_.label());
        sheet.put({row++, 1}, value, look_.value_text());
    }
}

void SieBookBuilder::figure(Sheet& sheet, int& row, std::string_view label, double value, StyleId style) {
    sheet.put({row, 0}, std::string(label), look_.label());
    sheet.put({row++, 1}, value, style);
}

void SieBookBuilder::heading(Sheet& sheet, int& row, std::string_view text) {
    sheet.put({++row, 0}, std::string(text), look_.table_title());
    ++row;
}

void SieBookBuilder::company_facts(Sheet& sheet, int& row) {
    const sie::FileInfo& info = survey_.result.info;
    fact(sheet, row, "Namn", info.company_name);
    fact(sheet, row, "Organisationsnummer", info.organisation_number);
    fact(sheet, row, "Företagets nummer i programmet", info.company_code);
    fact(sheet, row, "Företagsform", info.company_form);
    fact(sheet, row, "Bransch", info.trade_code);
    fact(sheet, row, "Adress", info.street);
    fact(sheet, row, "Postadress", info.postal_address);
    for (const sie::FiscalYear& year : survey_.years) {
        fact(sheet, row, year_name(year.number), fmt::format("{} – {}", to_iso(year.from), to_iso(year.to)));
    }
    fact(sheet, row, "Saldon till och med", info.balances_until ? to_iso(*info.balances_until) : "");
    fact(sheet, row, "Taxeringsår", info.tax_year ? std::to_string(*info.tax_year) : "");
    fact(sheet, row, "Kontoplan", info.chart_type);
    fact(sheet, row, "Valuta", info.currency.empty() ? "SEK" : info.currency);
}

void SieBookBuilder::file_facts(Sheet& sheet, int& row) {
    const sie::ReadResult& result = survey_.result;
    heading(sheet, row, "Filen");
    fact(sheet, row, "Namn", options_.file_name);
    fact(sheet, row, "SHA-256", options_.sha256);
    fact(sheet, row, "Format", fmt::format("SIE typ {}", result.info.sie_type));
    fact(sheet, row, "Program", fmt::format("{} {}", result.info.program, result.info.program_version));
    fact(sheet, row, "Skapad", result.info.generated ? to_iso(*result.info.generated) : "");
    fact(sheet, row, "Teckenkodning", std::string(swedish_name(result.encoding)));
    if (result.info.sie_type == 5) {
        fact(sheet, row, "Signatur", std::string(swedish_name(result.signature)));
    } else {
        fact(sheet, row, "Kontrollsumma (#KSUMMA)", std::string(swedish_name(result.ksumma)));
    }
    for (const std::string& prose : result.info.prose) {
        fact(sheet, row, "Kommentar", prose);
    }
}

void SieBookBuilder::counts(Sheet& sheet, int& row) {
    const VoucherFacts& vouchers = survey_.vouchers;
    const StyleId style = look_.value_number();
    heading(sheet, row, "Innehåll");
    const auto count = [&](std::string_view label, std::uint64_t number) {
        figure(sheet, row, label, static_cast<double>(number), style);
    };
    count("Konton", survey_.accounts.size());
    count("Saldoposter", survey_.balances.size());
    count("Objekt", survey_.objects.size());
    count("Verifikationer", vouchers.vouchers);
    count("Verifikationsrader", vouchers.rows);
    if (vouchers.history_rows > 0) {
        count("Tillagda och strukna rader", vouchers.history_rows);
    }
    if (vouchers.refused > 0) {
        count("Avvisade verifikationer", vouchers.refused);
    }
    count("Fel i filen", survey_.count(Severity::error));
    count("Varningar", survey_.count(Severity::warning));
    count("Upplysningar", survey_.count(Severity::info));
}

void SieBookBuilder::sums(Sheet& sheet, int& row) {
    const sie::Reconciliation& found = survey_.reconciliation;
    heading(sheet, row, "Avstämning");
    const auto sum = [&](std::string_view label, Ore amount) {
        figure(sheet, row, label, to_kronor_double(amount), look_.file_sum());
    };
    sum("Ingående balanser summerar till", found.opening_sum);
    if (found.states_closing) {
        sum("Utgående balanser och resultat summerar till", found.closing_and_result_sum);
    }
    const auto count = [&](std::string_view label, std::size_t number) {
        figure(sheet, row, label, static_cast<double>(number), look_.value_number());
    };
    count("Konton som inte stämmer med verifikationerna", found.deviating_accounts.size());
    if (found.vouchers_outside_year > 0) {
        count("Verifikationer utanför räkenskapsåret", found.vouchers_outside_year);
    }
    for (const sie::SeriesState& series : found.series) {
        std::string text = counted(series.vouchers, "verifikation", "verifikationer");
        if (series.first) {
            text += fmt::format(", nummer {}–{}", *series.first, *series.last);
            text += series.missing == 0 ? ", inga luckor" : fmt::format(", {} nummer saknas", series.missing);
        }
        fact(sheet, row, series.series.empty() ? "Utan serie" : "Serie " + series.series, text);
    }
}

void SieBookBuilder::company() {
    Sheet& sheet = add_sheet(std::string(sheet::company));
    sheet.tab_colour = "#d9a441";
    sheet.columns = {{label_width, look_.label(), false}, {value_width, look_.value_text(), false}};
    sheet.put({0, 0}, plan_.book.title.empty() ? "Räkenskapsfil" : plan_.book.title, look_.sheet_title());
    sheet.put({1, 0},
              "En räkenskapsfil i SIE-format, öppnad som den är. Bladen innehåller filens uppgifter och inga formler; "
              "filen ändras inte.",
              look_.sheet_subtitle());
    int row = 3;
    company_facts(sheet, row);
    file_facts(sheet, row);
    counts(sheet, row);
    sums(sheet, row);
}

} // namespace finsam::workbook
