#include "bridge/ledger/record_store.hpp"

#include "bridge/ledger/calendar.hpp"
#include "bridge/ledger/personal_data.hpp"
#include "bridge/ledger/sqlite/database.hpp"

#include <algorithm>

namespace finsam {

namespace {

/// A year number below this is a slip of the file, not a year to lay out.
constexpr int oldest_year_believed = -20;

std::string_view column(sie::BalanceKind kind) noexcept {
    switch (kind) {
    case sie::BalanceKind::ib: return "ib";
    case sie::BalanceKind::ub: return "ub";
    case sie::BalanceKind::res: return "res";
    case sie::BalanceKind::oib: return "oib";
    case sie::BalanceKind::oub: return "oub";
    case sie::BalanceKind::psaldo: return "psaldo";
    case sie::BalanceKind::pbudget: return "pbudget";
    }
    return "";
}

/// voucher_row.kind
int column(sie::RowKind kind) noexcept {
    switch (kind) {
    case sie::RowKind::trans: return 0;
    case sie::RowKind::rtrans: return 1;
    case sie::RowKind::btrans: return 2;
    }
    return -1;
}

std::optional<std::string_view> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

template <class DayOrMonth>
std::optional<std::string> iso(const std::optional<DayOrMonth>& value) {
    return value ? std::optional(to_iso(*value)) : std::nullopt;
}

/// A key of two texts; the unit separator cannot occur in a SIE field.
void join(const std::string& a, const std::string& b, std::string& key) {
    key = a;
    key += '\x1f';
    key += b;
}

/// The rest of a list of one object; no list has this id.
constexpr std::int64_t no_list = 0;

/// More sums than this are about as many as the rows themselves, which then are summed when asked for.
constexpr std::size_t most_sums = 1 << 14;

} // namespace

RecordStore::RecordStore(sqlite::Database& db, std::int64_t import)
    : database_(db), import_(import), personal_dimensions_{std::string(employee_dimension)},
      last_voucher_(db.integer("SELECT coalesce(max(id), 0) FROM voucher").value_or(0)),
      last_row_(db.integer("SELECT coalesce(max(id), 0) FROM voucher_row").value_or(0)),
      last_list_(db.integer("SELECT coalesce(max(id), 0) FROM object_list").value_or(0)),
      insert_year_(db, "INSERT INTO fiscal_year VALUES (?, ?, ?, ?, ?)"),
      insert_account_(db, "INSERT INTO account (import, number, name, line) VALUES (?, ?, ?, ?)"),
      insert_dimension_(db, "INSERT INTO dimension (import, number, name, parent, line) VALUES (?, ?, ?, ?, ?)"),
      insert_object_(db, "INSERT INTO object (dimension, code, name, line) VALUES (?, ?, ?, ?)"),
      insert_list_(db, "INSERT INTO object_list VALUES (?, ?, ?)"),
      insert_balance_(db,
                      "INSERT INTO balance (import, kind, year, period, account, object_list, amount, quantity, line) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      insert_voucher_(db, "INSERT INTO voucher (id, import, series, number, day, text, registered, line, first_row, "
                          "last_row) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      insert_row_(db, "INSERT INTO voucher_row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      name_account_(db, "UPDATE account SET name = ?, line = ? WHERE id = ?"),
      type_account_(db, "UPDATE account SET type = ? WHERE id = ?"),
      unit_account_(db, "UPDATE account SET unit = ? WHERE id = ?"),
      insert_sru_(db, "INSERT INTO sru (account, code) VALUES (?, ?)"),
      name_dimension_(db, "UPDATE dimension SET name = ?, parent = ?, line = ? WHERE id = ?"),
      name_object_(db, "UPDATE object SET name = ?, line = ? WHERE id = ?") {}

void RecordStore::fiscal_year(const sie::FiscalYear& record) {
    if (years_.emplace(record.number, record).second) { // the first #RAR of a number counts
        insert_year_.run(import_, record.number, to_iso(record.from), to_iso(record.to), record.line);
    }
}

// Declarations usually come first, and then cost one insert; files with groups out of order (SIE 4C §5) cost an update.

void RecordStore::account(const sie::Account& record) {
    const auto [place, added] = accounts_.try_emplace(record.number, 0);
    if (added) {
        insert_account_.run(import_, record.number, record.name, record.line);
        place->second = database_.last_insert_id();
    } else {
        name_account_.run(record.name, record.line, place->second);
    }
}

void RecordStore::account_type(const sie::AccountType& record) {
    type_account_.run(std::string_view(&record.type, 1), account_id(record.account));
}

void RecordStore::account_unit(const sie::AccountUnit& record) {
    unit_account_.run(record.unit, account_id(record.account));
}

void RecordStore::sru_code(const sie::SruCode& record) {
    insert_sru_.run(account_id(record.account), record.code);
}

void RecordStore::dimension(const sie::Dimension& record) {
    const auto [place, added] = dimensions_.try_emplace(record.number, 0);
    if (added) {
        insert_dimension_.run(import_, record.number, record.name, unless_empty(record.parent), record.line);
        place->second = database_.last_insert_id();
    } else {
        name_dimension_.run(record.name, unless_empty(record.parent), record.line, place->second);
    }
    if (personal_dimensions_.contains(record.parent)) {
        personal_dimensions_.insert(record.number);
    }
}

/// The name, unless it is a person's: of those only the code is kept.
std::optional<std::string_view> RecordStore::storable_name(const sie::Object& record) const {
    return personal_dimensions_.contains(record.dimension) ? std::nullopt
                                                           : std::optional<std::string_view>(record.name);
}

void RecordStore::object(const sie::Object& record) {
    const auto dimension = dimension_id(record.dimension);
    join(record.dimension, record.code, object_key_);
    const auto [place, added] = objects_.try_emplace(object_key_, 0);
    if (added) {
        insert_object_.run(dimension, record.code, storable_name(record), record.line);
        place->second = database_.last_insert_id();
    } else {
        name_object_.run(storable_name(record), record.line, place->second);
    }
}

void RecordStore::balance(const sie::Balance& record) {
    insert_balance_.run(import_, column(record.kind), record.year, iso(record.period), account_id(record.account),
                        list_id(record.objects), record.amount.count(), unless_empty(record.quantity), record.line);
    oldest_year_used_ = std::min(oldest_year_used_, record.year);
    newest_year_used_ = std::max(newest_year_used_, record.year);
    ++balances_;
}

void RecordStore::voucher(const sie::Voucher& record) {
    const auto first_row = last_row_ + 1;
    for (const auto& row : record.rows) {
        voucher_row(++last_row_, row, record.date);
    }
    insert_voucher_.run(++last_voucher_, import_, record.series, record.number, to_iso(record.date),
                        unless_empty(record.text), iso(record.registered), record.line, first_row, last_row_);
    constexpr std::uint64_t vouchers_between = 1024;
    if (++vouchers_ % vouchers_between == 0 && when_reading_) {
        when_reading_(record.line);
    }
}

void RecordStore::voucher_row(std::int64_t id, const sie::TransactionRow& row, const Date& voucher_day) {
    const auto own_day = row.date == voucher_day ? std::nullopt : row.date;
    const auto account = account_id(row.account);
    const auto list = list_id(row.objects);
    insert_row_.run(id, column(row.kind), account, list, row.amount.count(), iso(own_day), unless_empty(row.text),
                    unless_empty(row.quantity), row.line);
    if (row.kind == sie::RowKind::trans && has_sums_) {
        add_to_sum(account, list.value_or(no_list), row.amount);
    }
    transactions_ += row.kind == sie::RowKind::trans ? 1 : 0;
}

void RecordStore::add_to_sum(std::int64_t account, std::int64_t object_list, Ore amount) {
    auto& place = sum_places_.at(account, object_list);
    if (place == 0) {
        sums_.push_back({account, object_list, Ore()});
        place = static_cast<std::int64_t>(sums_.size());
    }
    Ore& sum = sums_[static_cast<std::size_t>(place - 1)].amount;
    const auto total = checked_add(sum, amount);
    if (!total || sums_.size() > most_sums) {
        has_sums_ = false;
        sums_ = {};
        sum_places_ = {};
        return;
    }
    sum = *total;
}

void RecordStore::store_transaction_sums() {
    std::sort(sums_.begin(), sums_.end(), [](const TransactionSum& a, const TransactionSum& b) {
        return std::pair(a.account, a.object_list) < std::pair(b.account, b.object_list);
    });
    sqlite::Statement insert(database_, "INSERT INTO transaction_sum VALUES (?, ?, ?, ?)");
    for (const TransactionSum& sum : sums_) {
        insert.run(import_, sum.account, sum.object_list, sum.amount.count());
    }
}

/// Most names of persons are never stored; those are left that came before it was known whose they are.
void RecordStore::forget_persons() {
    database_.execute(forget_persons_sql);
}

void RecordStore::add_undeclared_years() {
    if (!own_year()) {
        return;
    }
    for (int number = -1; number >= std::max(oldest_year_used_, oldest_year_believed); --number) {
        const Date next = years_.at(number + 1).from;
        fiscal_year({number, add_years(next, -1), add_days(next, -1), 0});
    }
    if (newest_year_used_ > 0) { // a budget for the year to come
        const Date first = add_days(years_.at(0).to, 1);
        fiscal_year({1, first, add_days(add_years(first, 1), -1), 0});
    }
}

std::optional<sie::FiscalYear> RecordStore::own_year() const {
    const auto found = years_.find(0);
    return found == years_.end() ? std::nullopt : std::optional(found->second);
}

std::int64_t RecordStore::account_id(const std::string& number) {
    const auto [place, added] = accounts_.try_emplace(number, 0);
    if (added) {
        insert_account_.run(import_, number, std::nullopt, 0);
        place->second = database_.last_insert_id();
    }
    return place->second;
}

std::int64_t RecordStore::dimension_id(const std::string& number) {
    const auto [place, added] = dimensions_.try_emplace(number, 0);
    if (added) {
        insert_dimension_.run(import_, number, std::nullopt, std::nullopt, 0);
        place->second = database_.last_insert_id();
    }
    return place->second;
}

std::int64_t RecordStore::object_id(const std::string& dimension, const std::string& code) {
    join(dimension, code, object_key_);
    const auto [place, added] = objects_.try_emplace(object_key_, 0);
    if (added) {
        insert_object_.run(dimension_id(dimension), code, std::nullopt, 0);
        place->second = database_.last_insert_id();
    }
    return place->second;
}

/// From the last object to the first, since a list refers to the list of its rest.
std::optional<std::int64_t> RecordStore::list_id(const std::vector<sie::ObjectRef>& objects) {
    std::optional<std::int64_t> list;
    for (auto object = objects.rbegin(); object != objects.rend(); ++object) {
        const auto first = object_id(object->dimension, object->code);
        auto& known = lists_.at(first, list.value_or(no_list));
        if (known == 0) {
            known = ++last_list_;
            insert_list_.run(known, first, list);
        }
        list = known;
    }
    return list;
}

} // namespace finsam
