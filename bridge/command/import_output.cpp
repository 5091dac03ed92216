#include "bridge/command/import_output.hpp"

#include "bridge/command/diagnostics_json.hpp"
#include "bridge/ledger/reading_faults.hpp"
#include "bridge/workbook/text_width.hpp"
#include "parsers/sie_file.hpp"
#include "parsers/swedish_count.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace finsam::command {
namespace {

using nlohmann::ordered_json;

constexpr std::array all_states = {ImportState::imported, ImportState::replaced,  ImportState::added,
                                   ImportState::outdated, ImportState::unchanged, ImportState::refused,
                                   ImportState::not_sie};

std::size_t count(const std::vector<ImportResult>& results, ImportState state) {
    return static_cast<std::size_t>(std::ranges::count(results, state, &ImportResult::state));
}

/// Name of the state's count in JSON.
std::string_view json_name(ImportState state) noexcept {
    switch (state) {
    case ImportState::imported: return "inlasta";
    case ImportState::replaced: return "ersatter";
    case ImportState::added: return "laggs_till";
    case ImportState::outdated: return "galler_inte";
    case ImportState::unchanged: return "oforandrade";
    case ImportState::refused: return "avvisade";
    case ImportState::not_sie: return "inga_sie_filer";
    }
    return "";
}

ImportState state_of(const ImportOutcome& outcome) noexcept {
    switch (outcome.kind) {
    case ImportOutcome::Kind::stopped: // which the command never asks for
    case ImportOutcome::Kind::rejected: return ImportState::refused;
    case ImportOutcome::Kind::already_present: return ImportState::unchanged;
    case ImportOutcome::Kind::imported: break;
    }
    return !outcome.superseded_by.empty() ? ImportState::outdated
           : !outcome.added_to.empty()    ? ImportState::added
           : !outcome.replaced.empty()    ? ImportState::replaced
                                          : ImportState::imported;
}

std::string reason_of(const ImportOutcome& outcome, ImportState state) {
    switch (state) {
    case ImportState::replaced: return outcome.replaced;
    case ImportState::added: return outcome.added_to;
    case ImportState::outdated: return fmt::format("{} är nyare", outcome.superseded_by);
    case ImportState::unchanged:
        return outcome.superseded_by.empty() ? "" : fmt::format("{} gäller i stället", outcome.superseded_by);
    case ImportState::refused: return first_error(outcome.reading);
    case ImportState::imported:
    case ImportState::not_sie: break;
    }
    return "";
}

ordered_json file_json(const ImportResult& result) {
    ordered_json file = {{"fil", result.file.string()},
                         {"tillstand", swedish_name(result.state)},
                         {"skal", result.reason.empty() ? ordered_json(nullptr) : ordered_json(result.reason)}};
    if (result.outcome) {
        const sie::ReadResult& reading = result.outcome->reading;
        file["forbund"] = reading.info.company_name;
        file["organisationsnummer"] = reading.info.organisation_number;
        file["sietyp"] = reading.info.sie_type;
        file["konton"] = sie::counted_accounts(reading).read;
        file["verifikationer"] = sie::counted_vouchers(reading).read;
        file["rader"] = sie::counted_rows(reading).read;
        file["sha256"] = result.outcome->sha256;
        file["diagnoser"] = diagnostics_json(reading.diagnostics);
    }
    return file;
}

} // namespace

std::string_view swedish_name(ImportState state) noexcept {
    switch (state) {
    case ImportState::imported: return "inläst";
    case ImportState::replaced: return "ersätter";
    case ImportState::added: return "läggs till";
    case ImportState::outdated: return "gäller inte";
    case ImportState::unchanged: return "oförändrad";
    case ImportState::refused: return "avvisad";
    case ImportState::not_sie: return "ingen SIE-fil";
    }
    return "";
}

ImportResult import_result(const std::filesystem::path& file, ImportOutcome outcome) {
    const ImportState state = state_of(outcome);
    std::string reason = reason_of(outcome, state);
    return {file, state, std::move(reason), std::move(outcome)};
}

std::string import_summary(const std::vector<ImportResult>& results) {
    std::size_t widest = 0;
    std::string counts;
    for (const ImportState state : all_states) {
        if (const std::size_t of_state = count(results, state); of_state > 0) {
            widest = std::max(widest, text_width(swedish_name(state)));
            counts += fmt::format("{}{} {}", counts.empty() ? "" : ", ", of_state, swedish_name(state));
        }
    }
    std::string text = fmt::format("\nSammanfattning av {}: {}\n", counted(results.size(), "fil", "filer"), counts);
    for (const ImportResult& result : results) {
        text += fmt::format("  {}  {}{}{}{}\n", padded_right(swedish_name(result.state), widest), result.file.string(),
                            result.reason.empty() ? "" : ": ", result.reason,
                            result.has_errors() && result.state != ImportState::refused ? " (filen har fel)" : "");
    }
    return text;
}

ordered_json import_json(const std::string& ledger, const std::vector<ImportResult>& results) {
    ordered_json files = ordered_json::array();
    for (const ImportResult& result : results) {
        files.push_back(file_json(result));
    }
    ordered_json counts = {{"filer", results.size()}};
    for (const ImportState state : all_states) {
        counts[std::string(json_name(state))] = count(results, state);
    }
    return {{"huvudbok", ledger}, {"filer", std::move(files)}, {"antal", std::move(counts)}};
}

} // namespace finsam::command
