#pragma once
// Writes the records of one SIE file into the ledger's tables, as the reader gives them.

#include "bridge/ledger/sqlite/statement.hpp"
#include "parsers/pair_ids.hpp"
#include "parsers/sie_reader.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

namespace finsam {

/// A statement per table is prepared once, and what rows refer to (accounts, objects, lists) is remembered here, so
/// that a row costs one insert. Runs inside the caller's transaction; errors stick in the database.
class RecordStore final : public sie::Handler {
public:
    /// Rows belong to the import with this id, whose record must exist.
    RecordStore(sqlite::Database& database, std::int64_t import);

    void fiscal_year(const sie::FiscalYear& record) override;
    void account(const sie::Account& record) override;
    void account_type(const sie::AccountType& record) override;
    void account_unit(const sie::AccountUnit& record) override;
    void sru_code(const sie::SruCode& record) override;
    void dimension(const sie::Dimension& record) override;
    void object(const sie::Object& record) override;
    void balance(const sie::Balance& record) override;
    void voucher(const sie::Voucher& record) override;

    /// Called now and then with the line of the voucher that is read; what it throws ends the reading.
    void when_reading(std::function<void(std::uint64_t line)> call) { when_reading_ = std::move(call); }
    /// Takes out names that turned out to be those of persons, when all of the file is read.
    void forget_persons();
    /// Keeps what the vouchers moved, unless it is more than 64 bits hold or has about as many parts as they have rows:
    /// then they are summed when asked for. Not for a batch of which some vouchers were taken away again.
    void store_transaction_sums();
    /// Adds the years that balances use and no #RAR declares, each twelve months long.
    void add_undeclared_years();

    /// The file's own year; nothing when no #RAR 0 was read.
    [[nodiscard]] std::optional<sie::FiscalYear> own_year() const;
    [[nodiscard]] std::uint64_t balances() const noexcept { return balances_; }
    [[nodiscard]] std::uint64_t vouchers() const noexcept { return vouchers_; }
    [[nodiscard]] std::uint64_t transactions() const noexcept { return transactions_; }

private:
    using Ids = std::unordered_map<std::string, std::int64_t>;
    struct TransactionSum {
        std::int64_t account = 0, object_list = 0;
        Ore amount;
    };

    std::int64_t account_id(const std::string& number);
    std::int64_t dimension_id(const std::string& number);
    std::int64_t object_id(const std::string& dimension, const std::string& code);
    std::optional<std::int64_t> list_id(const std::vector<sie::ObjectRef>& objects);
    [[nodiscard]] std::optional<std::string_view> storable_name(const sie::Object& record) const;
    void add_to_sum(std::int64_t account, std::int64_t object_list, Ore amount);
    void voucher_row(std::int64_t id, const sie::TransactionRow& row, const Date& voucher_day);

    sqlite::Database& database_;
    std::int64_t import_;
    std::map<int, sie::FiscalYear> years_;
    int oldest_year_used_ = 0, newest_year_used_ = 0;
    std::set<std::string, std::less<>> personal_dimensions_; ///< whose objects are persons
    Ids accounts_, dimensions_, objects_;
    std::string object_key_; ///< of the object looked for; kept for its memory
    PairIds lists_;          ///< by first object and rest
    PairIds sum_places_;     ///< by account and list: place in sums_, from 1
    std::vector<TransactionSum> sums_;
    bool has_sums_ = true;
    std::function<void(std::uint64_t line)> when_reading_;
    std::int64_t last_voucher_, last_row_, last_list_; ///< ids given out: those of a file follow each other
    std::uint64_t balances_ = 0, vouchers_ = 0, transactions_ = 0;

    sqlite::Statement insert_year_, insert_account_, insert_dimension_, insert_object_, insert_list_, insert_balance_,
        insert_voucher_, insert_row_;
    sqlite::Statement name_account_, type_account_, unit_account_, insert_sru_, name_dimension_, name_object_;
};

} // namespace finsam
