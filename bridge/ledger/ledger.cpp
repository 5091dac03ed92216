#include "bridge/ledger/ledger.hpp"

#include "bridge/ledger/books_reader.hpp"
#include "bridge/ledger/schema.hpp"
#include "bridge/ledger/sie_export.hpp"
#include "bridge/ledger/sie_import.hpp"
#include "bridge/ledger/sqlite/database.hpp"
#include "bridge/ledger/sqlite/statement.hpp"
#include "bridge/ledger/sqlite/transaction.hpp"
#include "parsers/mapped_file.hpp"

#include <array>
#include <fmt/format.h>
#include <fstream>
#include <system_error>

namespace finsam {

namespace fs = std::filesystem;

namespace {

LedgerError cannot_open(std::string text) {
    return {LedgerError::Kind::cannot_open, std::move(text)};
}

/// Looks at a file before SQLite does, which would replay a journal or lock: what is no ledger stays untouched. An
/// empty file is what a crash while the ledger was made can leave.
std::optional<LedgerError> look_at(const fs::path& path) {
    constexpr std::string_view magic("SQLite format 3\0", 16);
    constexpr std::size_t application_id_at = 68; // SQLite file format, §1.3
    std::array<char, 100> header{};
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return cannot_open(
            fmt::format("Huvudboken {} kan inte öppnas. Kontrollera att du får läsa filen.", path.string()));
    }
    file.read(header.data(), header.size());
    std::int64_t application = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        application = application << 8 | static_cast<unsigned char>(header[application_id_at + i]);
    }
    const bool ledger = std::string_view(header.data(), magic.size()) == magic && application == ledger_application_id;
    if (file.gcount() == 0 || ledger) {
        return std::nullopt;
    }
    return LedgerError{LedgerError::Kind::not_a_ledger,
                       fmt::format("{} är ingen huvudbok. Filen är orörd. Ange en annan fil.", path.string())};
}

/// Why the file cannot be opened or made, as far as can be told before SQLite tries.
std::optional<LedgerError> unfit(const fs::path& path, bool must_exist) {
    std::error_code ignored;
    const auto status = fs::status(path, ignored);
    if (fs::is_directory(status)) {
        return cannot_open(fmt::format("{} är en mapp, inte en huvudbok. Ange en fil.", path.string()));
    }
    if (fs::exists(status)) {
        return look_at(path);
    }
    if (must_exist) {
        return cannot_open(fmt::format("Huvudboken {} finns inte.", path.string()));
    }
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, ignored)) {
        return cannot_open(
            fmt::format("Huvudboken {} kan inte skapas: mappen {} finns inte.", path.string(), folder.string()));
    }
    return std::nullopt;
}

/// Mends what keeps a ledger from being read, where writing to it can do that.
bool mended(const std::string& path, LedgerError::Kind problem) {
    if (problem != LedgerError::Kind::interrupted && problem != LedgerError::Kind::older_version) {
        return false;
    }
    sqlite::Database writer(path, sqlite::Access::read_write);
    return mend(writer);
}

} // namespace

class Ledger::Impl {
public:
    Impl(const std::string& path, sqlite::Access access) : database_(path, access) {}
    [[nodiscard]] sqlite::Database& database() noexcept { return database_; }

private:
    sqlite::Database database_;
};

Ledger::Ledger(std::unique_ptr<Impl> impl) noexcept : impl_(std::move(impl)) {}
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;
Ledger::~Ledger() = default;

// The journal is SQLite's default, the rollback journal: a crash leaves the old content, as with a write-ahead log, but
// the ledger stays one file that can be copied, lie on a file server (where a log's shared memory does not work) and be
// read from a folder without write permission.

tl::expected<Ledger, LedgerError> Ledger::open(const fs::path& path) {
    if (auto error = unfit(path, false)) {
        return tl::unexpected(std::move(*error));
    }
    std::error_code unknown;
    const bool is_new = !fs::exists(path, unknown);
    auto impl = std::make_unique<Impl>(path.string(), sqlite::Access::read_write_create);
    if (!migrate(impl->database())) {
        LedgerError error = impl->database().take_error();
        impl.reset();
        if (is_new) {
            remove_unused(path);
        }
        return tl::unexpected(std::move(error));
    }
    return Ledger(std::move(impl));
}

void Ledger::remove_unused(const fs::path& path) {
    using sqlite::Transaction;
    std::error_code ignored;
    // To be the writer of an empty file SQLite writes to it, which fails where making the ledger did. A reader also
    // keeps others from committing, and who is at work there has a journal.
    const bool is_empty = fs::file_size(path, ignored) == 0;
    sqlite::Database database(path.string(), sqlite::Access::read_write);
    const Transaction alone(database, is_empty ? Transaction::Kind::read : Transaction::Kind::write);
    if (is_unused(database) && !(is_empty && fs::exists(path.string() + "-journal", ignored))) {
        fs::remove(path, ignored);
    }
}

tl::expected<Ledger, LedgerError> Ledger::open_existing(const fs::path& path) {
    if (auto error = unfit(path, true)) {
        return tl::unexpected(std::move(*error));
    }
    auto impl = std::make_unique<Impl>(path.string(), sqlite::Access::read_only);
    if (check_version(impl->database())) {
        return Ledger(std::move(impl));
    }
    LedgerError error = impl->database().take_error();
    if (!mended(path.string(), error.kind)) {
        return tl::unexpected(std::move(error));
    }
    impl = std::make_unique<Impl>(path.string(), sqlite::Access::read_only);
    if (!check_version(impl->database())) {
        return tl::unexpected(impl->database().take_error());
    }
    return Ledger(std::move(impl));
}

tl::expected<Ledger, LedgerError> Ledger::in_memory() {
    auto impl = std::make_unique<Impl>(":memory:", sqlite::Access::read_write_create);
    if (!migrate(impl->database())) {
        return tl::unexpected(impl->database().take_error());
    }
    return Ledger(std::move(impl));
}

tl::expected<ImportOutcome, LedgerError>
Ledger::import_file(const fs::path& sie_file, const sie::SignatureVerifier& verifier, const ImportGoOn& go_on) {
    const auto file = MappedFile::open(sie_file);
    if (!file) {
        ImportOutcome outcome;
        outcome.reading.diagnostics.push_back(
            {Severity::error, DiagnosticCode::filen_kan_inte_lasas, 0, 0, file.error()});
        return outcome;
    }
    return import_bytes(file->bytes(), sie_file.filename().string(), verifier, go_on);
}

tl::expected<ImportOutcome, LedgerError> Ledger::import_bytes(std::string_view bytes, std::string_view file_name,
                                                              const sie::SignatureVerifier& verifier,
                                                              const ImportGoOn& go_on) {
    return import_sie(impl_->database(), bytes, file_name, verifier, go_on);
}

tl::expected<std::vector<LedgerYear>, LedgerError> Ledger::years() const {
    std::vector<LedgerYear> years;
    sqlite::Statement query(impl_->database(),
                            "SELECT f.name, f.organisation_number, i.year_from, i.year_to, count(*) "
                            "FROM import i JOIN forbund f ON f.id = i.forbund WHERE i.superseded_by IS NULL "
                            "GROUP BY f.id, i.year_to ORDER BY f.folded_name, f.id, i.year_to DESC");
    while (query.step()) {
        years.push_back(
            {query.text(0), query.text(1), query.text(2), query.text(3), static_cast<std::uint64_t>(query.integer(4))});
    }
    if (impl_->database().error()) {
        return tl::unexpected(impl_->database().take_error());
    }
    return years;
}

tl::expected<Books, LedgerError> Ledger::books(const BooksQuery& query) const {
    return read_books(impl_->database(), query);
}

tl::expected<std::size_t, LedgerError> Ledger::check(const LedgerCheckQuery& query,
                                                     const std::function<void(const CheckedYear&)>& use) const {
    return check_ledger(impl_->database(), query, use);
}

tl::expected<SieExport, LedgerError> Ledger::export_sie(const SieExportQuery& query, std::ostream& out) const {
    return finsam::export_sie(impl_->database(), query, out);
}

} // namespace finsam
