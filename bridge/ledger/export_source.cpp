#include "bridge/ledger/export_source.hpp"

#include "bridge/ledger/import_texts.hpp"
#include "bridge/ledger/personal_data.hpp"
#include "bridge/ledger/sqlite/database.hpp"
#include "bridge/ledger/sqlite/statement.hpp"
#include "parsers/cp437_encoder.hpp"
#include "parsers/sie_text_writer.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace finsam {

namespace {

using sqlite::Statement;

struct BalanceLabel {
    const char* column;
    sie::BalanceKind kind;
};

/// In the order of an export.
constexpr std::array balance_labels = {
    BalanceLabel{"ib", sie::BalanceKind::ib},           BalanceLabel{"ub", sie::BalanceKind::ub},
    BalanceLabel{"res", sie::BalanceKind::res},         BalanceLabel{"oib", sie::BalanceKind::oib},
    BalanceLabel{"oub", sie::BalanceKind::oub},         BalanceLabel{"psaldo", sie::BalanceKind::psaldo},
    BalanceLabel{"pbudget", sie::BalanceKind::pbudget},
};

sie::RowKind row_kind(std::string_view column) noexcept {
    return column == "rtrans" ? sie::RowKind::rtrans : column == "btrans" ? sie::RowKind::btrans : sie::RowKind::trans;
}

Date day(const std::string& iso) {
    return parse_iso_date(iso).value_or(Date{});
}

/// "2024-12"
std::optional<Period> period(const std::string& iso) {
    return iso.size() == 7 ? parse_sie_period(iso.substr(0, 4) + iso.substr(5)) : std::nullopt;
}

/// Keys of one kind; each has two parts, of which the first may be empty.
struct KeyKind {
    const char* name;
    bool SieTypeRecords::*written; ///< nullptr: by every type
    const char* query;
};

// Numbers of vouchers are nearly always digits, which the code page has: then they are not looked through.
constexpr std::array key_kinds = {
    KeyKind{"Kontona", nullptr, "SELECT '', number FROM account WHERE import = ? ORDER BY line, number"},
    KeyKind{"Dimensionerna", &SieTypeRecords::objects,
            "SELECT '', number FROM dimension WHERE import = ? ORDER BY line, number"},
    KeyKind{"Objekten", &SieTypeRecords::objects,
            "SELECT dimension.number, object.code FROM object JOIN dimension ON dimension.id = object.dimension "
            "WHERE dimension.import = ? ORDER BY object.line, object.code"},
    KeyKind{"Verifikationsserierna", &SieTypeRecords::vouchers,
            "SELECT DISTINCT '', series FROM voucher WHERE import = ?"},
    KeyKind{"Verifikationerna", &SieTypeRecords::vouchers,
            "SELECT DISTINCT series, number FROM voucher WHERE import = ?1 "
            "AND EXISTS (SELECT 1 FROM voucher WHERE import = ?1 AND number GLOB '*[^!-~]*')"},
};

/// Tells keys apart as the file will.
class WrittenKeys {
public:
    /// The key, as the ledger has it, that is written the same way as this one; nothing when this is the first.
    std::optional<std::string> add(const std::string& first, const std::string& second) {
        std::string bytes;
        sie::append_key(bytes, encoder_, first);
        bytes += '\n'; // which no part holds
        sie::append_key(bytes, encoder_, second);
        const auto [place, added] = written_.try_emplace(std::move(bytes), shown(first, second));
        return added ? std::nullopt : std::optional(place->second);
    }
    [[nodiscard]] static std::string shown(const std::string& first, const std::string& second) {
        return first.empty() ? second : first + " " + second;
    }

private:
    Cp437Encoder encoder_;
    std::map<std::string, std::string, std::less<>> written_; ///< as the ledger has it, by its bytes in the file
};

} // namespace

ExportSource::ExportSource(sqlite::Database& database, const LiveImport& import)
    : database_(database), import_(import), queries_(database) {
    Statement query(database, "SELECT year_from, year_to FROM import WHERE id = ?");
    if (query.with(import.id).step()) {
        first_day_ = day(query.text(0));
        last_day_ = day(query.text(1));
    }
    read_dimensions();
}

std::optional<std::string> ExportSource::keys_written_alike(const SieTypeRecords& records) {
    for (const KeyKind& kind : key_kinds) {
        if (kind.written != nullptr && !(records.*kind.written)) {
            continue;
        }
        WrittenKeys keys;
        Statement query(database_, kind.query);
        for (query.with(import_.id); query.step();) {
            if (const auto other = keys.add(query.text(0), query.text(1))) {
                return fmt::format("{} ”{}” och ”{}” skiljer sig bara i tecken som SIE:s teckentabell (cp437) saknar. "
                                   "De kan inte hållas isär i en SIE-fil. Ändra i ekonomisystemet.",
                                   kind.name, *other, WrittenKeys::shown(query.text(0), query.text(1)));
            }
        }
    }
    return std::nullopt;
}

sie::FileInfo ExportSource::info() {
    sie::FileInfo info;
    Statement query(database_, "SELECT company_name, import.organisation_number, chart_type, currency, balances_until, "
                               "forbund.name FROM import JOIN forbund ON forbund.id = import.forbund "
                               "WHERE import.id = ?");
    if (query.with(import_.id).step()) {
        info.company_name = query.text(query.text(0).empty() ? 5 : 0);
        info.organisation_number = query.text(1);
        info.chart_type = query.text(2);
        info.currency = query.text(3);
        info.balances_until = parse_iso_date(query.text(4));
    }
    load_import_texts(database_, import_.id, info);
    return info;
}

std::vector<sie::FiscalYear> ExportSource::years() {
    std::vector<sie::FiscalYear> years;
    Statement query(database_, "SELECT number, from_day, to_day FROM fiscal_year "
                               "WHERE import = ? AND line > 0 ORDER BY abs(number), number");
    for (query.with(import_.id); query.step();) {
        years.push_back({static_cast<int>(query.integer(0)), day(query.text(1)), day(query.text(2))});
    }
    return years;
}

void ExportSource::accounts(const Use<ExportAccount>& use) {
    Statement codes(database_, "SELECT code FROM sru WHERE account = ? ORDER BY id");
    Statement query(database_, "SELECT id, number, name, type, unit, line FROM account WHERE import = ? "
                               "ORDER BY line, number");
    for (query.with(import_.id); query.step();) {
        ExportAccount account;
        account.account.number = query.text(1);
        account.account.name = query.text(2);
        account.declared = !query.is_null(2) || query.integer(5) > 0;
        account.type = query.is_null(3) ? std::nullopt : std::optional(query.text(3).front());
        account.unit = query.is_null(4) ? std::nullopt : std::optional(query.text(4));
        for (codes.with(query.integer(0)); codes.step();) {
            account.sru_codes.push_back(codes.text(0));
        }
        undeclared_accounts_ += account.declared ? 0 : 1;
        use(account);
    }
}

void ExportSource::read_dimensions() {
    std::vector<KnownDimension> all;
    std::map<std::string, std::size_t> by_number;
    Statement query(database_, "SELECT id, number, name, parent, line FROM dimension WHERE import = ? "
                               "ORDER BY line, number");
    for (query.with(import_.id); query.step();) {
        KnownDimension known;
        known.id = query.integer(0);
        known.dimension.number = query.text(1);
        known.dimension.name = query.text(2);
        known.dimension.parent = query.text(3);
        known.declared = !query.is_null(2) || query.integer(4) > 0;
        by_number.emplace(known.dimension.number, all.size());
        all.push_back(std::move(known));
    }
    std::set<std::string, std::less<>> personal = {std::string(employee_dimension)};
    for (const KnownDimension& first : all) {
        // Each after the dimension it divides. What is taken leaves the map, so that parents in a circle end it too.
        std::vector<KnownDimension> line;
        for (auto next = by_number.find(first.dimension.number); next != by_number.end();
             next = by_number.find(line.back().dimension.parent)) {
            line.push_back(all[next->second]);
            by_number.erase(next);
        }
        for (auto known = line.rbegin(); known != line.rend(); ++known) {
            known->personal = personal.contains(known->dimension.number) || personal.contains(known->dimension.parent);
            if (known->personal) {
                personal.insert(known->dimension.number);
            }
            dimensions_.push_back(*known);
        }
    }
}

void ExportSource::dimensions(const Use<sie::Dimension>& use) {
    for (const KnownDimension& known : dimensions_) {
        if (known.declared) {
            use(known.dimension);
        }
    }
}

void ExportSource::objects(const Use<sie::Object>& use) {
    Statement query(database_, "SELECT code, name FROM object WHERE dimension = ? AND (name IS NOT NULL OR line > 0) "
                               "ORDER BY line, code");
    for (const KnownDimension& known : dimensions_) {
        for (query.with(known.id); query.step();) {
            const bool nameless = known.personal || query.is_null(1);
            unnamed_objects_ += nameless ? 1 : 0;
            use({known.dimension.number, query.text(0), query.text(nameless ? 0 : 1)});
        }
    }
}

bool ExportSource::has_year_balances() {
    return queries_.has_balances({&import_, 0, {}, last_day_});
}

bool ExportSource::has_period_balances(Objects objects) {
    return count(objects == Objects::with ? "SELECT EXISTS (SELECT 1 FROM balance WHERE import = ? AND year = 0 "
                                            "AND kind = 'psaldo' AND object_list IS NOT NULL)"
                                          : "SELECT EXISTS (SELECT 1 FROM balance WHERE import = ? AND year = 0 "
                                            "AND kind = 'psaldo' AND object_list IS NULL)") > 0;
}

void ExportSource::balances(const Use<sie::Balance>& use, const std::function<void()>& after_psaldo) {
    std::vector<int> years;
    Statement query(database_, "SELECT DISTINCT year FROM balance WHERE import = ? ORDER BY year DESC");
    for (query.with(import_.id); query.step();) {
        years.push_back(static_cast<int>(query.integer(0)));
    }
    for (const BalanceLabel& label : balance_labels) {
        for (const int year : years) {
            balances_of(label.column, label.kind, year, use);
            if (label.kind == sie::BalanceKind::psaldo && year == 0) {
                after_psaldo();
            }
        }
    }
}

void ExportSource::balances_of(std::string_view column, sie::BalanceKind kind, int year, const Use<sie::Balance>& use) {
    Statement query(database_, "SELECT b.period, account.number, b.object_list, b.amount, b.quantity FROM balance b "
                               "JOIN account ON account.id = b.account "
                               "WHERE b.import = ? AND b.year = ? AND b.kind = ? ORDER BY b.id");
    for (query.with(import_.id, year, column); query.step();) {
        sie::Balance balance;
        balance.kind = kind;
        balance.year = year;
        balance.period = period(query.text(0));
        balance.account = query.text(1);
        balance.objects = queries_.object_list(query.integer(2));
        balance.amount = Ore(query.integer(3));
        balance.quantity = query.text(4);
        use(balance);
    }
}

void ExportSource::computed_totals(const Use<sie::Balance>& use) {
    Statement query(database_, "SELECT substr(min(max(v.day, ?2), ?3), 1, 7), account.number, sum(r.amount) "
                               "FROM voucher v JOIN transaction_row r ON r.voucher = v.id "
                               "JOIN account ON account.id = r.account WHERE v.import = ?1 AND r.kind = 'trans' "
                               "GROUP BY 1, 2 HAVING sum(r.amount) <> 0 ORDER BY 1, 2");
    for (query.with(import_.id, to_iso(first_day_), to_iso(last_day_)); query.step();) {
        use_computed(period(query.text(0)), query.text(1), {}, Ore(query.integer(2)), use);
    }
}

void ExportSource::computed_objects(const Use<sie::Balance>& use) {
    std::map<sie::ObjectRef, Ore> sums; // of one month and account: no more is kept
    std::string month, account;
    const auto flush = [&] {
        for (const auto& [object, amount] : sums) {
            if (!amount.is_zero()) {
                use_computed(period(month), account, {object}, amount, use);
            }
        }
        sums.clear();
    };
    Statement query(database_, "SELECT substr(min(max(v.day, ?2), ?3), 1, 7), account.number, r.object_list, "
                               "sum(r.amount) FROM voucher v JOIN transaction_row r ON r.voucher = v.id "
                               "JOIN account ON account.id = r.account "
                               "WHERE v.import = ?1 AND r.kind = 'trans' AND r.object_list IS NOT NULL "
                               "GROUP BY 1, 2, 3 ORDER BY 1, 2");
    for (query.with(import_.id, to_iso(first_day_), to_iso(last_day_)); query.step();) {
        if (std::string row_month = query.text(0), row_account = query.text(1);
            row_month != month || row_account != account) {
            flush();
            month = std::move(row_month);
            account = std::move(row_account);
        }
        const auto& objects = queries_.object_list(query.integer(2));
        for (const sie::ObjectRef& object : objects) {
            if (object_in(objects, object.dimension) == &object.code) {
                Ore& sum = sums[object];
                sum = checked_add(sum, Ore(query.integer(3))).value_or(Ore::from_kronor(INT64_MAX / 100));
            }
        }
    }
    flush();
}

/// No reader takes larger amounts than `largest_amount`.
void ExportSource::use_computed(std::optional<Period> month, const std::string& account,
                                std::vector<sie::ObjectRef> objects, Ore amount, const Use<sie::Balance>& use) {
    if (!is_credible(amount)) {
        database_.fail({LedgerError::Kind::rejected,
                        fmt::format("Periodsaldot på konto {} är för stort för att skrivas.", account)});
        return;
    }
    use({sie::BalanceKind::psaldo, 0, month, account, std::move(objects), amount, {}});
}

void ExportSource::vouchers(const Use<sie::Voucher>& use) {
    Statement heads(database_, "SELECT id, series, number, day, text, registered FROM voucher WHERE import = ? "
                               "ORDER BY id");
    Statement rows(database_, "SELECT r.kind, account.number, r.object_list, r.amount, r.day, r.text, r.quantity "
                              "FROM transaction_row r JOIN account ON account.id = r.account "
                              "WHERE r.voucher = ? ORDER BY r.id");
    sie::Voucher voucher;
    for (heads.with(import_.id); heads.step();) {
        voucher.series = heads.text(1);
        voucher.number = heads.text(2);
        voucher.date = day(heads.text(3));
        voucher.text = heads.text(4);
        voucher.registered = parse_iso_date(heads.text(5));
        voucher.rows.clear();
        for (rows.with(heads.integer(0)); rows.step();) {
            sie::TransactionRow& row = voucher.rows.emplace_back();
            row.kind = row_kind(rows.text(0));
            row.account = rows.text(1);
            row.objects = queries_.object_list(rows.integer(2));
            row.amount = Ore(rows.integer(3));
            row.date = parse_iso_date(rows.text(4));
            row.text = rows.text(5);
            row.quantity = rows.text(6);
        }
        use(voucher);
    }
}

std::uint64_t ExportSource::vouchers_outside_year() {
    Statement query(database_, "SELECT count(*) FROM voucher WHERE import = ? AND (day < ? OR day > ?)");
    query.with(import_.id, to_iso(first_day_), to_iso(last_day_));
    return query.step() ? static_cast<std::uint64_t>(query.integer(0)) : 0;
}

std::uint64_t ExportSource::balance_count() {
    return count("SELECT count(*) FROM balance WHERE import = ?");
}

std::uint64_t ExportSource::object_count() {
    return count("SELECT count(*) FROM object JOIN dimension ON dimension.id = object.dimension "
                 "WHERE dimension.import = ?");
}

std::uint64_t ExportSource::count(std::string_view sql) {
    Statement query(database_, sql);
    return query.with(import_.id).step() ? static_cast<std::uint64_t>(query.integer(0)) : 0;
}

} // namespace finsam
