#include "bridge/workbook/audit_copy_request.hpp"

#include "bridge/workbook/job_json.hpp"

namespace finsam {
namespace {

constexpr const char* kind = "revisionskopia";

} // namespace

std::string AuditCopyRequest::to_json() const {
    return nlohmann::json{
        {"slag", kind}, {"arbetsbok", workbook.string()}, {"ods", ods.string()}, {"xlsx", xlsx.string()}}
        .dump();
}

tl::expected<AuditCopyRequest, std::string> AuditCopyRequest::from_json(std::string_view text) {
    return parse_job(text, [](const nlohmann::json& object) {
        AuditCopyRequest request;
        request.workbook = object.at("arbetsbok").get<std::string>();
        request.ods = object.at("ods").get<std::string>();
        request.xlsx = object.at("xlsx").get<std::string>();
        return request;
    });
}

bool AuditCopyRequest::is_in(std::string_view text) {
    return is_job_of(kind, text);
}

std::string AuditCopyOutcome::to_json() const {
    return nlohmann::json{{"fel", error}, {"formler", formulas}, {"varden", values}, {"losenord", sheets_with_password}}
        .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

tl::expected<AuditCopyOutcome, std::string> AuditCopyOutcome::from_json(std::string_view text) {
    return parse_job(text, [](const nlohmann::json& object) {
        AuditCopyOutcome outcome;
        object.at("fel").get_to(outcome.error);
        object.at("formler").get_to(outcome.formulas);
        object.at("varden").get_to(outcome.values);
        object.at("losenord").get_to(outcome.sheets_with_password);
        return outcome;
    });
}

} // namespace finsam
