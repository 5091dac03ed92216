#include "bridge/ledger/checks/year_files.hpp"

#include "bridge/ledger/sqlite/database.hpp"
#include "bridge/ledger/sqlite/statement.hpp"

namespace finsam {

KnownAccounts known_accounts(sqlite::Database& database, const LiveImport& import) {
    KnownAccounts accounts;
    sqlite::Statement query(database, "SELECT id, number, name, type FROM account WHERE import = ?");
    for (query.with(import.id); query.step();) {
        const std::string type = query.text(3);
        accounts.emplace(query.integer(0),
                         KnownAccount{query.text(1), query.text(2),
                                      type.empty() ? std::nullopt : std::optional(type.front()), !query.is_null(2)});
    }
    return accounts;
}

std::vector<const LiveImport*> own_files(const TimelineYear& year) {
    std::vector<const LiveImport*> files;
    for (const YearSource& source : year.sources) {
        if (source.number == 0) {
            files.push_back(source.import);
        }
    }
    return files;
}

} // namespace finsam
