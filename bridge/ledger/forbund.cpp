#include "bridge/ledger/forbund.hpp"

#include "bridge/ledger/sqlite/database.hpp"
#include "bridge/ledger/sqlite/statement.hpp"
#include "bridge/ledger/text_fold.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <functional>
#include <vector>

namespace finsam {

namespace {

struct Forbund {
    std::int64_t id = 0;
    std::string number, name, folded_name;

    [[nodiscard]] std::string described() const {
        return number.empty() ? fmt::format("”{}”", name) : fmt::format("”{}” ({})", name, number);
    }
};

std::vector<Forbund> all_forbund(sqlite::Database& database) {
    std::vector<Forbund> all;
    sqlite::Statement query(database, "SELECT id, organisation_number, name, folded_name FROM forbund ORDER BY name");
    while (query.step()) {
        all.push_back({query.integer(0), query.text(1), query.text(2), query.text(3)});
    }
    return all;
}

std::vector<Forbund> those(const std::vector<Forbund>& all, const std::function<bool(const Forbund&)>& wanted) {
    std::vector<Forbund> found;
    for (const auto& forbund : all) {
        if (wanted(forbund)) {
            found.push_back(forbund);
        }
    }
    return found;
}

std::string listed(const std::vector<Forbund>& all) {
    std::vector<std::string> names;
    names.reserve(all.size());
    for (const auto& forbund : all) {
        names.push_back(forbund.described());
    }
    return fmt::format("{}", fmt::join(names, ", "));
}

/// By number, then by the whole name, then by a part of it.
std::vector<Forbund> matching(const std::vector<Forbund>& all, const std::string& asked) {
    const std::string digits = organisation_digits(asked);
    const std::string folded = fold_case(asked);
    auto found = those(all, [&](const Forbund& f) { return !digits.empty() && f.number == digits; });
    if (found.empty()) {
        found = those(all, [&](const Forbund& f) { return f.folded_name == folded; });
    }
    if (found.empty() && !folded.empty()) {
        found = those(all, [&](const Forbund& f) { return f.folded_name.find(folded) != std::string::npos; });
    }
    return found;
}

std::int64_t add_forbund(sqlite::Database& database, std::string_view name, const std::string& digits) {
    sqlite::Statement(database, "INSERT INTO forbund (organisation_number, name, folded_name) VALUES (?, ?, ?)")
        .run(digits, name, fold_case(name));
    return database.last_insert_id();
}

std::int64_t renamed(sqlite::Database& database, std::int64_t id, std::string_view name, const std::string& digits) {
    sqlite::Statement(database, "UPDATE forbund SET organisation_number = ?, name = ?, folded_name = ? WHERE id = ?")
        .run(digits, name, fold_case(name), id);
    return id;
}

} // namespace

bool names_forbund(std::string_view name, std::string_view organisation_number) {
    return !fold_case(name).empty() || !organisation_digits(organisation_number).empty();
}

std::int64_t find_or_add_forbund(sqlite::Database& database, std::string_view name,
                                 std::string_view organisation_number) {
    const std::string digits = organisation_digits(organisation_number);
    const std::string folded = fold_case(name);
    const auto all = all_forbund(database);
    if (!digits.empty()) {
        const auto same_number = those(all, [&](const Forbund& f) { return f.number == digits; });
        if (!same_number.empty()) {
            return renamed(database, same_number.front().id, folded.empty() ? same_number.front().name : name, digits);
        }
    }
    // A file without number may be of a förbund whose number is known, and the reverse; two known numbers never meet
    // here.
    const auto same_name = those(all, [&](const Forbund& f) {
        return !folded.empty() && f.folded_name == folded && (digits.empty() || f.number.empty());
    });
    if (same_name.size() == 1) {
        return renamed(database, same_name.front().id, name, digits.empty() ? same_name.front().number : digits);
    }
    return add_forbund(database, name, digits);
}

tl::expected<std::int64_t, LedgerError> choose_forbund(sqlite::Database& database,
                                                       const std::optional<std::string>& asked) {
    const auto all = all_forbund(database);
    if (database.error()) {
        return tl::unexpected(database.take_error());
    }
    if (all.empty()) {
        return tl::unexpected(LedgerError{LedgerError::Kind::not_found,
                                          "Huvudboken är tom. Läs in en SIE-fil först (finsam importera)."});
    }
    const auto found = asked ? matching(all, *asked) : all;
    if (found.size() == 1) {
        return found.front().id;
    }
    if (found.empty()) {
        return tl::unexpected(
            LedgerError{LedgerError::Kind::not_found,
                        fmt::format("Huvudboken har inget förbund ”{}”. Den har {}.", *asked, listed(all))});
    }
    return tl::unexpected(
        LedgerError{LedgerError::Kind::ambiguous,
                    fmt::format("Huvudboken har flera förbund: {}. Ange ett av dem med namn eller organisationsnummer.",
                                listed(found))});
}

std::vector<std::int64_t> all_forbund_ids(sqlite::Database& database) {
    std::vector<std::int64_t> ids;
    for (const Forbund& forbund : all_forbund(database)) {
        ids.push_back(forbund.id);
    }
    return ids;
}

} // namespace finsam
