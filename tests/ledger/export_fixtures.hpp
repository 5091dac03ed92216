#pragma once
// Exports for the tests of this folder.

#include "fixtures.hpp"

#include <sstream>

namespace finsam {

inline SieExportQuery export_query(SieExportType type, bool checksum = false) {
    SieExportQuery query;
    query.type = type;
    query.checksum = checksum;
    query.generated = Date{2025, 3, 1};
    query.program_version = "9.9";
    return query;
}

struct Exported {
    std::string bytes;
    SieExport result;
};

inline Exported exported(const Ledger& ledger, const SieExportQuery& query) {
    std::ostringstream out;
    auto result = ledger.export_sie(query, out);
    EXPECT_TRUE(result.has_value()) << result.error().text;
    return {out.str(), result ? std::move(*result) : SieExport()};
}

inline std::string refusal_of(const Ledger& ledger, const SieExportQuery& query) {
    std::ostringstream out;
    const auto result = ledger.export_sie(query, out);
    EXPECT_FALSE(result.has_value());
    EXPECT_EQ(out.str(), "");
    return result ? "" : result.error().text;
}

} // namespace finsam
