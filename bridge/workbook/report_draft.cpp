#include "bridge/workbook/report_draft.hpp"

#include "bridge/ledger/calendar.hpp"
#include "bridge/report/embedded.hpp"
#include "bridge/report/map_keys.hpp"
#include "bridge/workbook/files_read.hpp"
#include "parsers/mapped_file.hpp"
#include "parsers/sie_file.hpp"
#include "parsers/swedish_count.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

namespace finsam {
namespace {

std::uint64_t count_of(const sie::ReadResult& reading, Severity severity) {
    return static_cast<std::uint64_t>(std::ranges::count(reading.diagnostics, severity, &Diagnostic::severity));
}

DraftFile describe_file(const std::string& name, const sie::ReadResult& reading) {
    DraftFile file;
    file.name = name;
    file.company_name = reading.info.company_name;
    file.organisation_number = reading.info.organisation_number;
    file.program = reading.info.program;
    file.sie_type = reading.info.sie_type;
    file.vouchers = sie::counted_vouchers(reading).read;
    file.errors = count_of(reading, Severity::error);
    file.warnings = count_of(reading, Severity::warning);
    return file;
}

std::string first_error(const sie::ReadResult& reading) {
    const auto found = std::ranges::find(reading.diagnostics, Severity::error, &Diagnostic::severity);
    return found == reading.diagnostics.end() ? "Filen kan inte användas." : found->text;
}

/// Files of one förbund may lack the number or spell the name in two ways; two numbers are two förbund.
std::string several_forbund(const std::vector<DraftFile>& files) {
    const auto number_of = [](const DraftFile& file) {
        return file.organisation_number.empty() ? file.company_name : file.organisation_number;
    };
    std::string told;
    std::set<std::string> numbers;
    for (const DraftFile& file : files) {
        numbers.insert(number_of(file));
        told += fmt::format("\n{}: {} {}", file.name, file.company_name, file.organisation_number);
    }
    return numbers.size() < 2 ? "" : "Filerna hör till olika förbund. Välj filer för ett förbund i taget." + told;
}

std::string period_of(const YearBooks& year) {
    return fmt::format("{}–{}", to_iso(year.from), to_iso(year.to));
}

bool has_figures(const YearBooks& year) {
    return year.closing || year.result;
}

void add_accounts(std::set<std::string>& accounts, const std::optional<AccountAmounts>& amounts) {
    if (amounts) {
        for (const auto& [account, amount] : *amounts) {
            if (!amount.is_zero()) {
                accounts.insert(account);
            }
        }
    }
}

/// The map names a row by its key; people know it by its text.
std::string row_text(const Layout& layout, const MapRow& mapped) {
    if (mapped.row == booked_result_key) {
        return "Bokfört årets resultat";
    }
    for (const std::string_view table_key : {"resultatrakning", "balansrakning"}) {
        const Table* table = layout.find(table_key);
        const auto is_it = [&](const Row& row) { return row.key == mapped.row; };
        if (table != nullptr) {
            if (const auto row = std::ranges::find_if(table->rows, is_it); row != table->rows.end()) {
                return row->text;
            }
        }
    }
    return mapped.name;
}

/// Month 13 is January of the year after.
Date month_end(int year, int month) {
    const Date first_of_next{static_cast<std::int16_t>(year + month / 12), static_cast<std::uint8_t>(month % 12 + 1),
                             1};
    return add_days(first_of_next, -1);
}

/// The same day of a year within the bounds; the last of a month is the last of that month.
std::optional<Date> day_between(Date day, Date first, Date last) {
    for (const int year : {first.year, last.year}) {
        const Date moved = is_month_end(day) ? month_end(year, day.month) : add_years(day, year - day.year);
        if (first <= moved && moved <= last) {
            return moved;
        }
    }
    return std::nullopt;
}

tl::expected<std::string, std::string> map_text(const std::string& map) {
    if (const auto built_in = find_embedded(map, ".csv")) {
        return std::string(*built_in);
    }
    const auto file = MappedFile::open(map);
    return file ? tl::expected<std::string, std::string>(file->bytes()) : tl::unexpected(map + ": " + file.error());
}

} // namespace

tl::expected<ReportDraft, std::string> ReportDraft::read(std::span<const std::filesystem::path> files,
                                                         const ImportGoOn& go_on) {
    auto ledger = Ledger::in_memory();
    if (!ledger) {
        return tl::unexpected(ledger.error().text);
    }
    ReportDraft draft(std::move(*ledger));
    const FilesRead all(files, go_on);
    for (std::size_t number = 0; number < files.size(); ++number) {
        const std::string name = files[number].filename().string();
        const ImportGoOn within = all.of(number);
        if (!within(0)) {
            return tl::unexpected(std::string());
        }
        const auto outcome = draft.ledger_.import_file(files[number], {}, within);
        if (!outcome) {
            return tl::unexpected(outcome.error().text);
        }
        if (outcome->kind == ImportOutcome::Kind::stopped) {
            return tl::unexpected(std::string());
        }
        if (outcome->kind == ImportOutcome::Kind::rejected) {
            return tl::unexpected(fmt::format("{}: {}", name, first_error(outcome->reading)));
        }
        if (outcome->kind == ImportOutcome::Kind::imported) { // the same file chosen twice is one file
            draft.files_.push_back(describe_file(name, outcome->reading));
        }
    }
    if (const std::string several = several_forbund(draft.files_); !several.empty()) {
        return tl::unexpected(several);
    }
    if (const auto read = draft.read_books(books_query({}, {}, {}, {})); !read) {
        return tl::unexpected(read.error());
    }
    draft.note_periods();
    return draft;
}

tl::expected<ReportDraft, std::string> ReportDraft::open(const std::filesystem::path& path, const BooksQuery& query) {
    auto ledger = Ledger::open_existing(path);
    if (!ledger) {
        return tl::unexpected(ledger.error().text);
    }
    ReportDraft draft(std::move(*ledger));
    if (const auto read = draft.read_books(books_query(query.year, query.company, query.dimension, {})); !read) {
        return tl::unexpected(read.error());
    }
    for (const ImportedFile& import : draft.books_.imports) {
        DraftFile file;
        file.name = import.file_name;
        file.company_name = draft.books_.company_name;
        file.organisation_number = draft.books_.organisation_number;
        file.program = import.program;
        file.sie_type = import.sie_type;
        file.vouchers = import.vouchers;
        file.errors = import.errors;
        draft.files_.push_back(std::move(file));
    }
    draft.note_periods();
    return draft;
}

tl::expected<void, std::string> ReportDraft::read_books(const BooksQuery& query) {
    auto books = ledger_.books(query);
    if (!books) {
        return tl::unexpected(books.error().text);
    }
    query_ = query;
    books_ = std::move(*books);
    chart_ = propose_chart(books_);
    return {};
}

/// While the books are those of the whole year, whichever document is then made.
void ReportDraft::note_periods() {
    latest_from_ = books_.years.front().from;
    latest_to_ = books_.years.front().to;
    for (DraftFile& file : files_) {
        const auto import = std::ranges::find(books_.imports, file.name, &ImportedFile::file_name);
        if (import == books_.imports.end()) {
            continue; // another file of the same year counts instead
        }
        const auto is_its_year = [&](const YearBooks& year) { return year.to.year == import->fiscal_year; };
        if (const auto year = std::ranges::find_if(books_.years, is_its_year); year != books_.years.end()) {
            file.period = period_of(*year);
        }
    }
}

std::vector<std::string> ReportDraft::periods() const {
    std::vector<std::string> periods;
    for (const YearBooks& year : books_.years) {
        if (has_figures(year)) {
            periods.push_back(period_of(year));
        }
    }
    return periods;
}

ReportChoices ReportDraft::proposed(const std::optional<ReportChoices>& before, const ReportChoices& usual) const {
    if (before) {
        ReportChoices choices = *before;
        choices.document = document_of_kind(before->document.kind(), before->document.period_end);
        return choices;
    }
    ReportChoices choices = usual;
    choices.dimension = books_.insats_dimension;
    if (chart_ && chart_->certainty != Certainty::osaker) {
        choices.map = chart_map_name(chart_->chart);
    }
    return choices;
}

DocumentChoice ReportDraft::document_of_kind(DocumentKind kind, std::optional<Date> ended_before) const {
    switch (kind) {
    case DocumentKind::annual: break;
    case DocumentKind::interim: {
        constexpr int months = 8;
        const auto same_day = ended_before ? day_between(*ended_before, latest_from_, latest_to_) : std::nullopt;
        return {same_day.value_or(std::min(month_end(latest_from_.year, latest_from_.month + months - 1), latest_to_)),
                {}};
    }
    case DocumentKind::budget: return {{}, latest_to_.year + 1};
    }
    return {};
}

tl::expected<void, std::string> ReportDraft::choose_books(const std::string& dimension,
                                                          const DocumentChoice& document) {
    const DocumentChoice now{query_.period_end, query_.plan_year};
    if (dimension == books_.insats_dimension && document == now) {
        return {};
    }
    return read_books(books_query(query_.year, query_.company,
                                  dimension.empty() ? std::nullopt : std::optional(dimension), document));
}

std::vector<PlacedAccount> ReportDraft::placed(const ReportInputs& inputs) const {
    constexpr std::size_t years_shown = 2;
    std::set<std::string> numbers;
    for (std::size_t i = 0; i < std::min(years_shown, books_.years.size()); ++i) {
        const YearBooks& year = books_.years[i];
        for (const auto* amounts : {&year.opening, &year.closing, &year.result, &year.budget}) {
            add_accounts(numbers, *amounts);
        }
    }
    std::vector<PlacedAccount> accounts;
    for (const std::string& number : numbers) {
        PlacedAccount account{number, "", "", Placing::missing};
        if (const auto name = books_.account_names.find(number); name != books_.account_names.end()) {
            account.name = name->second;
        }
        if (const MapRow* mapped = inputs.map.find(number)) {
            account.row = row_text(inputs.layout, *mapped);
            const bool certain = mapped->certainty.empty() || mapped->certainty == "säker";
            account.placing = certain ? Placing::certain : Placing::proposed;
        }
        accounts.push_back(std::move(account));
    }
    std::ranges::stable_sort(accounts, {}, &PlacedAccount::placing);
    return accounts;
}

tl::expected<ReportInputs, std::string> inputs_for(const ReportChoices& choices) {
    const auto layout = find_embedded(choices.layout, ".toml");
    if (!layout) {
        return tl::unexpected("Uppställningen " + layout.error());
    }
    const auto map = map_text(choices.map);
    if (!map) {
        return tl::unexpected("Kontokartan " + map.error());
    }
    auto inputs = parse_report_texts({std::string(*layout), *map, "", "", {}, choices.document});
    if (!inputs) {
        return tl::unexpected(fmt::format(
            "{}: {}", inputs.error().which == ReportText::map ? choices.map : choices.layout, inputs.error().text));
    }
    if (auto chosen = choose(inputs->layout, choice_within(inputs->layout, choices.choice)); !chosen) {
        return tl::unexpected(fmt::format("{}: {}", choices.layout, chosen.error()));
    }
    return std::move(*inputs);
}

std::string placing_counts(std::span<const PlacedAccount> accounts, bool english) {
    std::array<std::size_t, 3> counts{};
    for (const PlacedAccount& account : accounts) {
        ++counts.at(static_cast<std::size_t>(account.placing));
    }
    const auto [missing, proposed, certain] = counts;
    if (english) {
        return fmt::format("{}: {} certain, {} proposed, {} missing in the account map",
                           counted(accounts.size(), "account", "accounts"), certain, proposed, missing);
    }
    return fmt::format("{}: {}, {}, {} saknas i kontokartan", counted(accounts.size(), "konto", "konton"),
                       counted(certain, "säkert", "säkra"), counted(proposed, "föreslaget", "föreslagna"), missing);
}

} // namespace finsam
