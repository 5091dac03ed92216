#include "bridge/command/ledger_check_output.hpp"

namespace finsam::command {
namespace {

using nlohmann::ordered_json;

ordered_json finding_json(const LedgerFinding& finding) {
    ordered_json json = {{"allvar", swedish_name(finding.severity)},
                         {"text", finding.text},
                         {"konto", finding.account},
                         {"kontonamn", finding.account_name},
                         {"belopp", finding.amount ? ordered_json(to_decimal_kronor(*finding.amount)) : nullptr},
                         {"verifikation", nullptr}};
    if (finding.voucher) {
        const VoucherPlace& place = *finding.voucher;
        json["verifikation"] = {{"serie", place.series},
                                {"nummer", place.number},
                                {"datum", place.day ? ordered_json(to_iso(*place.day)) : nullptr},
                                {"fil", place.file_name},
                                {"rad", place.line}};
    }
    return json;
}

ordered_json check_json(const LedgerCheck& check) {
    ordered_json findings = ordered_json::array();
    for (const LedgerFinding& finding : check.findings) {
        findings.push_back(finding_json(finding));
    }
    return {{"kontroll", check.rule->name}, {"text", check.rule->text},    {"regel", check.rule->source},
            {"atgard", check.rule->advice}, {"tillstand", check.state()},  {"skal", check.not_applicable},
            {"fel", check.errors},          {"varningar", check.warnings}, {"upplysningar", check.notes},
            {"fynd", std::move(findings)}};
}

} // namespace

ordered_json ledger_check_json(const CheckedYear& year) {
    ordered_json checks = ordered_json::array();
    for (const LedgerCheck& check : year.checks) {
        checks.push_back(check_json(check));
    }
    return {{"forbund", year.company_name}, {"organisationsnummer", year.organisation_number},
            {"ar", year.to.year},           {"fran", to_iso(year.from)},
            {"till", to_iso(year.to)},      {"filer", year.files},
            {"fel", year.errors()},         {"varningar", year.warnings()},
            {"upplysningar", year.notes()}, {"kontroller", std::move(checks)}};
}

} // namespace finsam::command
