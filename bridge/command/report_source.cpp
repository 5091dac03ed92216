#include "bridge/command/report_source.hpp"

#include "bridge/command/arguments.hpp"
#include "bridge/command/language.hpp"
#include "bridge/command/text_file.hpp"
#include "bridge/ledger/reading_faults.hpp"
#include "parsers/signature/verify_signature.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam::command {
namespace {

/// Reads the files that the options name; complains of the first that cannot be read.
bool read_texts(ReportTexts& texts, const SourceOptions& options) {
    texts.choice = options.choice;
    const auto read_into = [](std::string& target, tl::expected<std::string, std::string> text) {
        if (text) {
            target = std::move(*text);
        } else {
            complain(text.error());
        }
        return text.has_value();
    };
    return read_into(texts.map_csv, read_built_in_or_file(options.map_name(), ".csv")) &&
           read_into(texts.layout_toml, read_built_in_or_file(options.layout, ".toml")) &&
           read_into(texts.budget_csv, read_optional_file(options.budget)) &&
           read_into(texts.input_toml, read_optional_file(options.input));
}

const std::string& name_of(ReportText which, const SourceOptions& options) {
    switch (which) {
    case ReportText::layout: return options.layout;
    case ReportText::map: return options.map_name();
    case ReportText::input: return options.input;
    case ReportText::budget: return options.budget;
    }
    return options.layout;
}

bool parse_texts(ReportSource& source, const SourceOptions& options) {
    auto inputs = parse_report_texts(source.texts);
    if (!inputs) {
        complain(fmt::format("{}: {}", name_of(inputs.error().which, options), inputs.error().text));
        return false;
    }
    source.inputs = std::move(*inputs);
    return true;
}

/// Reads the SIE files into a new ledger. The diagnostics go to stderr.
bool import_all(Ledger& ledger, const std::vector<std::string>& files, bool& reading_errors) {
    for (const std::string& file : files) {
        progress(fmt::format("Läser {}", file));
        const auto outcome = ledger.import_file(file, sie::verify_signature);
        if (!outcome) {
            complain(outcome.error().text);
            return false;
        }
        print_diagnostics(file, outcome->reading.diagnostics);
        if (outcome->kind == ImportOutcome::Kind::rejected) {
            complain(fmt::format("{} kan inte användas. Ingenting har skrivits.", file));
            return false;
        }
        reading_errors = reading_errors || outcome->reading.has_errors();
    }
    return true;
}

/// Files that had errors when they were read into the ledger, perhaps long ago, are told again.
bool had_errors(const Books& books) {
    bool any = false;
    for (const ImportedFile& file : books.imports) {
        if (const std::string faults = reading_faults(file); !faults.empty()) {
            complain(fmt::format("{} hade fel när den lästes in ({}). Se finsam kontrollera.", file.file_name, faults));
            any = true;
        }
    }
    return any;
}

tl::expected<Ledger, LedgerError> open_ledger(const SourceOptions& options, const std::filesystem::path& scratch) {
    if (!options.ledger.empty()) {
        return Ledger::open_existing(options.ledger);
    }
    return scratch.empty() ? Ledger::in_memory() : Ledger::open(scratch);
}

} // namespace

void add_map_options(Arguments& command, std::string& map, std::string& chart, const std::string& of_map,
                     const std::string& of_chart) {
    const Argument own_map = command.add("--karta", map, of_map).show_default().value(help("KARTA", "MAP"));
    std::vector<std::string> chart_names;
    for (const Chart one : charts) {
        chart_names.emplace_back(chart_map_name(one));
    }
    command.add("--kontoplan", chart, of_chart)
        .one_of(std::move(chart_names))
        .excludes(own_map)
        .value(help("KONTOPLAN", "CHART"));
}

void SourceOptions::add_to(Arguments& command) {
    Argument from_ledger =
        command
            .add("--huvudbok", ledger,
                 help("huvudbok som SIE-filer har lästs in i", "ledger that SIE files were imported into"))
            .value(help("FIL", "FILE"));
    const Argument from_sie =
        command
            .add("--sie", sie_files,
                 help("SIE-fil; upprepas för föregående år", "SIE file; repeat for the previous year"))
            .value(help("FIL", "FILE"))
            .one_value_each();
    from_ledger.excludes(from_sie);
    const Argument of_year =
        command.add("--ar", year, help("räkenskapsår, annars det senaste", "fiscal year, else the latest"))
            .value(help("ÅR", "YEAR"));
    const Argument interim = command
                                 .add("--delar", period_end,
                                      help("gör en delårsrapport till och med dagen, till exempel 2024-08-31",
                                           "make an interim report until the day, for example 2024-08-31"))
                                 .excludes(of_year)
                                 .value(help("DATUM", "DATE"));
    command
        .add("--budgetplan", plan_year,
             help("gör budget och verksamhetsplan för året, som inte behöver vara inläst",
                  "make the budget and plan of the year, which need not be in the books"))
        .excludes(of_year)
        .excludes(interim)
        .value(help("ÅR", "YEAR"));
    command
        .add("--forbund", company,
             help("förbundets namn eller organisationsnummer, om huvudboken har flera",
                  "name or organisation number, if the ledger holds several"))
        .value(help("NAMN", "NAME"));
    command
        .add("--dimension", dimension,
             help("SIE-dimension med insatserna, annars väljs den på namnet",
                  "SIE dimension of the insatser, else found by name"))
        .value(help("NR", "NO"));
    add_map_options(
        command, map, chart,
        help("kontokarta: kommun-bas, region-bas, bas eller en CSV-fil",
             "account map: kommun-bas, region-bas, bas or a CSV file"),
        help("kontoplanen, vars karta följer med programmet; rapporten säger vilken som ser ut att gälla",
             "chart of accounts, whose map comes with the program; the report says which one it looks like"));
    command
        .add("--uppstallning", layout,
             help("uppställning: kr, ore, tkr eller en TOML-fil", "layout: kr, ore, tkr or a TOML file"))
        .show_default()
        .value(help("NAMN", "NAME"));
    command
        .add("--budget", budget,
             help("budget per insats (CSV: insats;intäkt;kostnad eller netto), annars #PBUDGET",
                  "budget per insats (CSV: insats;intäkt;kostnad or netto), else #PBUDGET"))
        .value(help("FIL.csv", "FILE.csv"));
    command
        .add("--indata", input,
             help("uppgifter som inte finns i bokföringen (TOML): antal anställda, tidigare år",
                  "figures that the books lack (TOML): employees, earlier years"))
        .value(help("FIL.toml", "FILE.toml"));
    command
        .add("--tecken", credit,
             help("eget kapital och skulder visas positiva eller negativa (i JSON bara i \"visat\", inte i CSV)",
                  "equity and liabilities are shown positive or negative (in JSON only in \"visat\", not in CSV)"))
        .one_of({"positiv", "negativ"})
        .show_default()
        .value(help("TECKEN", "SIGN"));
    add_choice_to(command);
}

void SourceOptions::add_choice_to(Arguments& command) {
    command
        .add("--enhet", choice.units,
             help("öre, kr, tkr eller mnkr, och decimaler: tkr,1. För en tabell: balansrakning=öre. Upprepas",
                  "öre, kr, tkr or mnkr, and decimals: tkr,1. Of one table: balansrakning=öre. Repeat"))
        .value(help("ENHET", "UNIT"))
        .one_value_each();
    command
        .add("--tabeller", choice.only,
             help("bara de här tabellerna visas (nycklar med komma emellan)",
                  "only these tables are shown (keys, separated by commas)"))
        .split_at_commas()
        .value(help("TABELLER", "TABLES"))
        .one_value_each();
    command
        .add("--utan", choice.without,
             help("de här tabellerna visas inte (nycklar med komma emellan)",
                  "these tables are not shown (keys, separated by commas)"))
        .split_at_commas()
        .value(help("TABELLER", "TABLES"))
        .one_value_each();
}

std::vector<std::filesystem::path> SourceOptions::files() const {
    std::vector<std::filesystem::path> list(sie_files.begin(), sie_files.end());
    for (const std::string& file : {ledger, map_name(), layout, budget, input}) {
        if (!file.empty()) {
            list.emplace_back(file); // a built-in map's name is no file, and then in nobody's way
        }
    }
    return list;
}

std::unique_ptr<ReportSource> load_report_source(const SourceOptions& options,
                                                 const std::filesystem::path& scratch_ledger, Vouchers vouchers) {
    if (!options.period_end.empty() && !parse_iso_date(options.period_end)) {
        complain(fmt::format("--delar: {} är ingen dag; skriv den som 2024-08-31.", options.period_end));
        return nullptr;
    }
    auto source = std::make_unique<ReportSource>();
    source->texts.document = options.document();
    if (!read_texts(source->texts, options) || !parse_texts(*source, options)) {
        return nullptr;
    }
    if (options.ledger.empty() && options.sie_files.empty()) {
        complain("Ange --huvudbok FIL eller --sie FIL.");
        return nullptr;
    }
    auto ledger = open_ledger(options, scratch_ledger);
    if (!ledger) {
        complain(ledger.error().text);
        return nullptr;
    }
    if (!import_all(*ledger, options.sie_files, source->reading_errors)) {
        return nullptr;
    }
    BooksQuery query = books_query(options.year, options.company, options.dimension, options.document());
    query.with_vouchers = vouchers == Vouchers::with;
    auto books = ledger->books(query);
    if (!books) {
        complain(books.error().text);
        return nullptr;
    }
    source->books = std::move(*books);
    if (options.sie_files.empty()) { // else the diagnostics have just been printed
        source->reading_errors = had_errors(source->books);
    }
    for (const std::string& note : source->books.notes) {
        complain(note);
    }
    adopt_typed_name(source->books, source->inputs.typed);
    source->chart = propose_chart(source->books);
    if (const std::string hint = chart_hint(source->chart, options.map_name()); !hint.empty()) {
        complain(hint);
    }
    return source;
}

void complain_of_unmapped(const Report& report, const Books& books, const std::string& map_name) {
    for (const std::string& account : report.unmapped) {
        const auto name = books.account_names.find(account);
        complain(
            fmt::format("Konto {}{} har saldo men finns inte i kontokartan {}. Lägg till en rad för kontot i kartan.",
                        account, name == books.account_names.end() ? "" : " " + name->second, map_name));
    }
}

} // namespace finsam::command
