#pragma once
// The records of one import, read back out of the ledger in the order in which an export writes them: that of the
// file as far as SIE 4C's groups allow. So a ledger made of the export gives the same file again.

#include "bridge/ledger/sie_export_type.hpp"
#include "bridge/ledger/year_source.hpp"
#include "parsers/sie_records.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace finsam {

/// #KONTO and what hangs on it.
struct ExportAccount {
    sie::Account account;
    bool declared = false; ///< false: used without #KONTO
    std::optional<char> type;
    std::optional<std::string> unit;
    std::vector<std::string> sru_codes;
};

/// Errors stick in the database; after one, nothing more is given.
class ExportSource {
public:
    /// Import and database must outlive it.
    ExportSource(sqlite::Database& database, const LiveImport& import);

    enum class Objects : std::uint8_t { without, with };
    template <class Record>
    using Use = std::function<void(const Record&)>;

    /// Why a file with these records would not tell two accounts, objects or vouchers apart: their keys differ only in
    /// characters that cp437 lacks.
    [[nodiscard]] std::optional<std::string> keys_written_alike(const SieTypeRecords& records);

    /// What the imported file said of itself.
    [[nodiscard]] sie::FileInfo info();
    /// Every year that the file declared, 0 first. Those that it only used (the ledger guesses their days) are not
    /// here.
    [[nodiscard]] std::vector<sie::FiscalYear> years();
    [[nodiscard]] Date last_day() const noexcept { return last_day_; }

    /// In the order of #KONTO.
    void accounts(const Use<ExportAccount>& use);
    /// Declared ones, each after the dimension that it divides.
    void dimensions(const Use<sie::Dimension>& use);
    /// Declared ones, by dimension. A person's name is never there: the code stands for it.
    void objects(const Use<sie::Object>& use);

    [[nodiscard]] bool has_year_balances();                  ///< #IB, #UB or #RES of year 0
    [[nodiscard]] bool has_period_balances(Objects objects); ///< #PSALDO of year 0
    /// By kind, then year, then the order of the file; `after_psaldo` is called where more #PSALDO of year 0 belong.
    void balances(const Use<sie::Balance>& use, const std::function<void()>& after_psaldo);
    /// #PSALDO of year 0 from the vouchers, by the voucher's month; zero is left out. All vouchers of a file belong to
    /// its year 0, but a period outside the year is none of the year's: a voucher dated before it counts in the first
    /// month, one dated after it in the last. So #IB and #PSALDO give #UB, and reading back gives the year's amounts.
    void computed_totals(const Use<sie::Balance>& use);
    /// The same per object: one object a row, as SIE 4C §5.11 has it. Of several in one dimension the first counts.
    void computed_objects(const Use<sie::Balance>& use);
    /// In the file's order, history rows too.
    void vouchers(const Use<sie::Voucher>& use);

    /// Vouchers that #PSALDO has in another month than their own, because that is outside the year.
    [[nodiscard]] std::uint64_t vouchers_outside_year();
    [[nodiscard]] std::uint64_t balance_count();
    [[nodiscard]] std::uint64_t object_count();
    /// Of those given so far: objects without a name that may be written, accounts without #KONTO.
    [[nodiscard]] std::uint64_t unnamed_objects() const noexcept { return unnamed_objects_; }
    [[nodiscard]] std::uint64_t undeclared_accounts() const noexcept { return undeclared_accounts_; }

private:
    struct KnownDimension {
        std::int64_t id = 0;
        sie::Dimension dimension;
        bool declared = false;
        bool personal = false; ///< `anställd`, or a division of it
    };

    void read_dimensions();
    void balances_of(std::string_view column, sie::BalanceKind kind, int year, const Use<sie::Balance>& use);
    void use_computed(std::optional<Period> month, const std::string& account, std::vector<sie::ObjectRef> objects,
                      Ore amount, const Use<sie::Balance>& use);
    [[nodiscard]] std::uint64_t count(std::string_view sql);

    sqlite::Database& database_;
    const LiveImport& import_;
    YearQueries queries_;
    Date first_day_, last_day_;
    std::vector<KnownDimension> dimensions_; ///< in the order of an export
    std::uint64_t unnamed_objects_ = 0, undeclared_accounts_ = 0;
};

} // namespace finsam
