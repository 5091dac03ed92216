#include "bridge/ledger/import_texts.hpp"

#include "bridge/ledger/sqlite/database.hpp"
#include "bridge/ledger/sqlite/statement.hpp"
#include "parsers/sie_fields.hpp"

namespace finsam {

namespace {

struct TextField {
    std::string_view label;
    int position; ///< of the field in its record
    std::string sie::FileInfo::*text;
};

constexpr TextField fields[] = {
    {"ADRESS", 1, &sie::FileInfo::street},         {"ADRESS", 2, &sie::FileInfo::postal_address},
    {"BKOD", 0, &sie::FileInfo::trade_code},       {"FNR", 0, &sie::FileInfo::company_code},
    {"FTYP", 0, &sie::FileInfo::company_form},     {"ORGNR", 1, &sie::FileInfo::acquisition_number},
    {"ORGNR", 2, &sie::FileInfo::activity_number},
};

} // namespace

void store_import_texts(sqlite::Database& database, std::int64_t import, const sie::FileInfo& info) {
    sqlite::Statement insert(database, "INSERT INTO import_text (import, label, position, text) VALUES (?, ?, ?, ?)");
    for (const TextField& field : fields) {
        if (const std::string& text = info.*field.text; !text.empty()) {
            insert.run(import, field.label, field.position, text);
        }
    }
    int position = 0;
    for (const std::string& prose : info.prose) {
        insert.run(import, "PROSA", position++, prose);
    }
    if (info.tax_year) {
        insert.run(import, "TAXAR", 0, std::to_string(*info.tax_year));
    }
}

void load_import_texts(sqlite::Database& database, std::int64_t import, sie::FileInfo& info) {
    sqlite::Statement query(database, "SELECT label, position, text FROM import_text WHERE import = ? "
                                      "ORDER BY label, position");
    query.with(import);
    while (query.step()) {
        const std::string label = query.text(0);
        if (label == "PROSA") {
            info.prose.push_back(query.text(2));
        } else if (label == "TAXAR") {
            info.tax_year = sie::parse_int(query.text(2));
        }
        for (const TextField& field : fields) {
            if (field.label == label && field.position == query.integer(1)) {
                info.*field.text = query.text(2);
            }
        }
    }
}

} // namespace finsam
