#pragma once
// The records of one import, read back out of the ledger in the order in which an export writes them: that of the
// file as far as SIE 4C's groups allow. So a ledger made of the export gives the same file again.

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

    /// Why the file would not tell two accounts or objects apart: their numbers differ only in characters that cp437
    /// lacks.
    [[nodiscard]] std::optional<std::string> keys_written_alike();

    /// What the imported file said of itself.
    [[nodiscard]] sie::FileInfo info();
    /// Every year declared or used, 0 first.
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
    /// #PSALDO of year 0 from the vouchers, by the voucher's month; zero is left out.
    void computed_totals(const Use<sie::Balance>& use);
    /// The same per object: one object a row, as SIE 4C §5.11 has it. Of several in one dimension the first counts.
    void computed_objects(const Use<sie::Balance>& use);
    /// In the file's order, history rows too.
    void vouchers(const Use<sie::Voucher>& use);

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
    Date last_day_;
    std::vector<KnownDimension> dimensions_; ///< in the order of an export
    std::uint64_t unnamed_objects_ = 0, undeclared_accounts_ = 0;
};

} // namespace finsam
