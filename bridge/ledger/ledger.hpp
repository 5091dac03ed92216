#pragma once
// The ledger: one SQLite file that keeps what SIE files held, with the source line of everything.

#include "bridge/ledger/books.hpp"
#include "bridge/ledger/checks/check_ledger.hpp"
#include "bridge/ledger/ledger_error.hpp"
#include "bridge/ledger/sie_export_type.hpp"
#include "parsers/sie_reader.hpp"
#include "parsers/sie_signature.hpp"
#include "parsers/sie_text_writer.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace finsam {

struct ImportOutcome {
    enum class Kind { imported, already_present, rejected, stopped };
    Kind kind = Kind::rejected;
    sie::ReadResult reading; ///< counts and diagnostics of the file
    std::string sha256;
    /// Name of the file that counts instead of this one, which the förbund and year have a newer file than; "" when
    /// this file counts. Also of a file already present: reading it again does not bring it back.
    std::string superseded_by = {};
    std::string replaced = {}; ///< name of the older file (of batches all) whose place this one took; "" for none
    std::string added_to = {}; ///< names of the other batches of vouchers (SIE 4I) that count beside it; "" for none
};

/// Told now and then how much of the file has been read, 0 to 1; false stops the reading.
using ImportGoOn = std::function<bool(double share)>;

/// Which books to read out.
struct BooksQuery {
    std::optional<int> year = {};              ///< calendar year in which the fiscal year ends; absent: the latest
    std::optional<std::string> company = {};   ///< name or organisation number; absent: the only one
    std::optional<std::string> dimension = {}; ///< insats dimension's number; absent: found by name
    bool with_vouchers = false;
    int years_back = 5;
    /// Of a delårsrapport: the fiscal year that has this day, until it. Figures come from the vouchers, else from the
    /// months' #PSALDO; where the files cannot give the day it is an error, never a guess. Goes before `year`.
    std::optional<Date> period_end = {};
    /// Of a budget: calendar year in which the planned fiscal year ends. The books need not have it; then it is the
    /// year after their latest. Goes before `year`.
    std::optional<int> plan_year = {};
};

/// Which year to write as a SIE file, and how.
struct SieExportQuery {
    std::optional<int> year = {};            ///< calendar year in which the fiscal year ends; absent: the latest
    std::optional<std::string> company = {}; ///< name or organisation number; absent: the only one
    SieExportType type = SieExportType::type4e;
    bool checksum = false; ///< with #KSUMMA
    Date generated;        ///< #GEN
    std::string program_version;
};

struct SieExport {
    sie::WriteResult written; ///< counts, checksum, and the texts with replaced characters
    std::string company_name;
    ImportedFile source;           ///< the file that the year was read from
    std::vector<Diagnostic> notes; ///< what was computed, what the type cannot hold, what is missing
};

/// A fiscal year that a ledger holds.
struct LedgerYear {
    std::string company_name, organisation_number; ///< of the förbund
    std::string from, to;                          ///< ISO; `from` "" when no file declared it
    std::uint64_t files = 0;                       ///< that count
};

class Ledger {
public:
    /// Opens or makes the file. After an error no file is there that was not there before.
    [[nodiscard]] static tl::expected<Ledger, LedgerError> open(const std::filesystem::path& path);
    /// Removes a ledger that nothing was ever read into, as after a failed first import. Nothing else is removed, nor
    /// while another program writes; a program that has it open then finds it gone before it writes.
    static void remove_unused(const std::filesystem::path& path);
    /// Opens an existing file for reading only. Before that, an import that was cut off (a killed program) is undone in
    /// it, and a ledger of an older version is brought up to this one.
    [[nodiscard]] static tl::expected<Ledger, LedgerError> open_existing(const std::filesystem::path& path);
    [[nodiscard]] static tl::expected<Ledger, LedgerError> in_memory();

    Ledger(Ledger&&) noexcept;
    Ledger& operator=(Ledger&&) noexcept;
    ~Ledger();

    /// One transaction: all of the file or nothing. The same bytes again change nothing. A newer file of the same
    /// förbund and year replaces the year's rows in the same transaction; the older import's record stays. Newer is
    /// what was generated later (#GEN), whatever the order of reading; of the same day what is read last. Files of
    /// vouchers alone (SIE 4I) add to each other, but for vouchers that are there already; a file with balances takes
    /// the place of them all, and none is taken in beside it.
    /// The verifier judges the signature of a SIE 5 file. A reading that `go_on` stops leaves nothing.
    [[nodiscard]] tl::expected<ImportOutcome, LedgerError> import_file(const std::filesystem::path& sie_file,
                                                                       const sie::SignatureVerifier& verifier = {},
                                                                       const ImportGoOn& go_on = {});
    [[nodiscard]] tl::expected<ImportOutcome, LedgerError> import_bytes(std::string_view bytes,
                                                                        std::string_view file_name,
                                                                        const sie::SignatureVerifier& verifier = {},
                                                                        const ImportGoOn& go_on = {});

    /// By förbund, latest year first.
    [[nodiscard]] tl::expected<std::vector<LedgerYear>, LedgerError> years() const;
    [[nodiscard]] tl::expected<Books, LedgerError> books(const BooksQuery& query) const;

    /// Checks the bookkeeping of the years asked for and gives each to `use`; how many they were.
    [[nodiscard]] tl::expected<std::size_t, LedgerError>
    check(const LedgerCheckQuery& query, const std::function<void(const CheckedYear&)>& use) const;

    /// Writes a year as SIE. Reading what was written gives the same records, öre by öre, as far as the type can hold
    /// them. Refuses a type that demands what the imported file did not have. The caller looks at the stream's state.
    [[nodiscard]] tl::expected<SieExport, LedgerError> export_sie(const SieExportQuery& query, std::ostream& out) const;

private:
    class Impl;
    explicit Ledger(std::unique_ptr<Impl> impl) noexcept;
    std::unique_ptr<Impl> impl_;
};

} // namespace finsam
