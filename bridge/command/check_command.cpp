#include "bridge/command/commands.hpp"
#include "bridge/command/language.hpp"
#include "parsers/sie_document.hpp"
#include "parsers/signature/verify_signature.hpp"
#include "parsers/swedish_format.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

namespace finsam::command {
namespace {

using nlohmann::ordered_json;

struct CheckedFile {
    std::string path;
    sie::Document document;
    sie::Reconciliation reconciliation;
};

/// One warning for each account where the balances do not follow from the vouchers.
void tell_deviations(CheckedFile& file) {
    for (const std::string& account : file.reconciliation.deviating_accounts) {
        file.document.result.diagnostics.push_back(
            {default_severity(DiagnosticCode::saldo_avviker), DiagnosticCode::saldo_avviker, 0, 0,
             fmt::format("Konto {}: ingående balans och verifikationer ger inte utgående balans eller resultat.",
                         account)});
    }
}

/// The file as a whole is no SIE file that can be read.
bool unreadable(const sie::ReadResult& result) {
    return std::ranges::any_of(result.diagnostics, [](const Diagnostic& item) {
        return item.code == DiagnosticCode::filen_kan_inte_lasas || item.code == DiagnosticCode::inte_sie ||
               item.code == DiagnosticCode::sietyp_okand;
    });
}

ordered_json years_json(const sie::Document& document) {
    ordered_json years = ordered_json::array();
    for (const sie::FiscalYear& year : document.fiscal_years) {
        years.push_back({{"nr", year.number}, {"fran", to_iso(year.from)}, {"till", to_iso(year.to)}});
    }
    return years;
}

ordered_json counts_json(const sie::ReadResult& result, std::uint64_t sie::LabelCount::*which) {
    ordered_json counts = ordered_json::object();
    for (const auto& [label, count] : result.counts) {
        if (count.*which > 0) {
            counts[label] = count.*which;
        }
    }
    return counts;
}

ordered_json diagnostics_json(const std::vector<Diagnostic>& diagnostics) {
    ordered_json list = ordered_json::array();
    for (const Diagnostic& item : diagnostics) {
        list.push_back({{"allvar", swedish_name(item.severity)},
                        {"kod", stable_name(item.code)},
                        {"rad", item.line},
                        {"kolumn", item.column},
                        {"text", item.text}});
    }
    return list;
}

ordered_json reconciliation_json(const CheckedFile& file) {
    const sie::Reconciliation& sums = file.reconciliation;
    return {{"ib_summa", to_decimal_kronor(sums.opening_sum)},
            {"ub_res_summa", to_decimal_kronor(sums.closing_and_result_sum)},
            {"obalanserade_verifikationer", sums.unbalanced_vouchers},
            {"avvikande_konton", sums.deviating_accounts.size()},
            {"avvikande_kontonummer", sums.deviating_accounts}};
}

/// A file that is no SIE file: nothing is known of it but why.
ordered_json unreadable_json(const CheckedFile& file) {
    return {{"fil", file.path},
            {"sietyp", nullptr},
            {"kodning", nullptr},
            {"ksumma", nullptr},
            {"program", nullptr},
            {"foretag", nullptr},
            {"rakenskapsar", ordered_json::array()},
            {"antal", ordered_json::object()},
            {"avvisade", ordered_json::object()},
            {"avstamning", nullptr},
            {"diagnoser", diagnostics_json(file.document.result.diagnostics)}};
}

ordered_json file_json(const CheckedFile& file) {
    const sie::ReadResult& result = file.document.result;
    if (unreadable(result)) {
        return unreadable_json(file);
    }
    return {{"fil", file.path},
            {"sietyp", result.info.sie_type},
            {"kodning", swedish_name(result.encoding)},
            {"ksumma", swedish_name(result.ksumma)},
            {"program", result.info.program},
            {"foretag", result.info.company_name},
            {"rakenskapsar", years_json(file.document)},
            {"antal", counts_json(result, &sie::LabelCount::read)},
            {"avvisade", counts_json(result, &sie::LabelCount::refused)},
            {"avstamning", reconciliation_json(file)},
            {"diagnoser", diagnostics_json(result.diagnostics)}};
}

std::string counts_text(const sie::ReadResult& result) {
    std::string text;
    for (const auto& [label, count] : result.counts) {
        text += fmt::format("{}{} #{}", text.empty() ? "" : ", ", count.read, label);
        if (count.refused > 0) {
            text += fmt::format(" ({} avvisade)", count.refused);
        }
    }
    return text;
}

/// Whether the file can go into a ledger.
std::string verdict(const sie::Document& document) {
    if (!document.result.accepted) {
        return "Filen kan inte användas.";
    }
    const auto is_current = [](const sie::FiscalYear& year) { return year.number == 0; };
    if (std::ranges::none_of(document.fiscal_years, is_current)) {
        return "Filen anger inget räkenskapsår (#RAR 0) och kan inte läsas in i en huvudbok. Exportera om den som SIE "
               "4E.";
    }
    std::uint64_t refused = 0;
    for (const auto& [label, count] : document.result.counts) {
        refused += count.refused;
    }
    return document.result.has_errors() ? fmt::format("Filen kan användas, men {} poster lästes inte.", refused)
                                        : "Filen kan användas.";
}

void print_text(const CheckedFile& file) {
    const sie::ReadResult& result = file.document.result;
    print_diagnostics(file.path, result.diagnostics);
    if (unreadable(result)) {
        return;
    }
    say("{}\n  SIE typ {}, {}, #KSUMMA: {}\n  Program: {} {}\n  Företag: {}\n", file.path, result.info.sie_type,
        swedish_name(result.encoding), swedish_name(result.ksumma), result.info.program, result.info.program_version,
        result.info.company_name);
    for (const sie::FiscalYear& year : file.document.fiscal_years) {
        say("  Räkenskapsår {}: {}–{}\n", year.number, to_iso(year.from), to_iso(year.to));
    }
    say("  Poster: {}\n", counts_text(result));
    const sie::Reconciliation& sums = file.reconciliation;
    say("  Avstämning: IB summerar till {}, UB + RES till {}; obalanserade verifikationer: {}, avvikande konton: {}\n",
        format_amount(sums.opening_sum, Unit::ore), format_amount(sums.closing_and_result_sum, Unit::ore),
        sums.unbalanced_vouchers, sums.deviating_accounts.size());
    say("  {}\n", verdict(file.document));
}

struct CheckOptions {
    std::vector<std::string> files;
    bool json = false;
};

Exit check(const CheckOptions& options) {
    ordered_json list = ordered_json::array();
    std::size_t unread = 0;
    bool errors = false;
    for (const std::string& path : options.files) {
        progress(fmt::format("Läser {}", path));
        CheckedFile file{path, sie::read_document(std::filesystem::path(path), sie::verify_signature), {}};
        file.reconciliation = sie::reconcile(file.document);
        tell_deviations(file);
        unread += unreadable(file.document.result) ? 1 : 0;
        errors = errors || file.document.result.has_errors();
        if (options.json) {
            list.push_back(file_json(file));
        } else {
            print_text(file);
        }
    }
    if (options.json) {
        say("{}\n", list.dump(2, ' ', false, ordered_json::error_handler_t::replace));
    }
    if (unread == options.files.size()) {
        return Exit::nothing_done;
    }
    return errors ? Exit::done_with_errors : Exit::done;
}

} // namespace

void add_check_command(CLI::App& app, Exit& exit) {
    auto options = std::make_shared<CheckOptions>();
    CLI::App* command =
        app.add_subcommand("kontrollera", help("Läs SIE-filer och berätta vad de innehåller och vad som är fel",
                                               "Read SIE files and tell what they hold and what is wrong"));
    command->add_option("filer", options->files, help("SIE-filer, typ 1–5", "SIE files, types 1-5"))
        ->required()
        ->type_name(help("FIL", "FILE"));
    command->add_flag("--json", options->json, help("skriv JSON", "write JSON"));
    command->callback([options, &exit] { exit = check(*options); });
}

} // namespace finsam::command
