#pragma once
// Reading of job files. Only for the jobs' own .cpp files.

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace finsam {

/// Runs `read` on parsed JSON; every way of being malformed becomes one sentence.
template <class Read>
auto parse_job(std::string_view text, Read read) -> tl::expected<decltype(read(nlohmann::json())), std::string> {
    try {
        return read(nlohmann::json::parse(text));
    } catch (const nlohmann::json::exception& problem) {
        return tl::unexpected(std::string("Jobbfilen kan inte tolkas: ") + problem.what());
    }
}

/// The job's field "slag" says so.
[[nodiscard]] inline bool is_job_of(std::string_view kind, std::string_view text) {
    const auto found = parse_job(text, [&](const nlohmann::json& object) { return object.value("slag", "") == kind; });
    return found && *found;
}

} // namespace finsam
