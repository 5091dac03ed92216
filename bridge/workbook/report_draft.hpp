#pragma once
// A report that is about to be made: the SIE files that were chosen, what they hold, and what is proposed. What the
// dialog Ny rapport shows and asks.

#include "bridge/ledger/ledger.hpp"
#include "bridge/report/chart_proposal.hpp"
#include "bridge/workbook/report_inputs.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace finsam {

/// What a user chooses for a report, and what is remembered of each förbund.
struct ReportChoices {
    std::string layout = "kr";
    std::string map = "kommun-bas"; ///< of the program, or the path of a CSV file
    std::string dimension;          ///< number; "" = found by name
    int credit_sign = 1;            ///< -1: equity and liabilities are printed negative
    LayoutChoice choice{};          ///< unit and tables; may name tables that only another shape or document has
    bool show_empty_tables = false; ///< tables without any figure or text are printed too
    DocumentChoice document{};

    bool operator==(const ReportChoices&) const = default;
};

/// A SIE file as it was read.
struct DraftFile {
    std::string name; ///< without folder
    std::string company_name, organisation_number, program;
    int sie_type = 0;
    std::string period; ///< "2024-01-01–2024-12-31", "" when the file tells no year
    std::uint64_t vouchers = 0, errors = 0, warnings = 0;
};

/// How well an account's place in the report is known.
enum class Placing : std::uint8_t {
    missing,  ///< no row of the map takes it: its amounts are in no table
    proposed, ///< the map's row is "trolig" or "osäker", for people to judge
    certain,
};

struct PlacedAccount {
    std::string number, name;
    std::string row; ///< the report row as printed, "" when missing
    Placing placing = Placing::missing;
};

class ReportDraft {
public:
    /// Reads the files, in any order, into a ledger in memory. `go_on` is told of all of them together. The error is
    /// in Swedish, "" when `go_on` stopped it.
    /// Files of different förbund are an error that names them.
    [[nodiscard]] static tl::expected<ReportDraft, std::string> read(std::span<const std::filesystem::path> files,
                                                                     const ImportGoOn& go_on);
    /// The same of a ledger: of its latest year, or of the year asked for.
    [[nodiscard]] static tl::expected<ReportDraft, std::string> open(const std::filesystem::path& ledger,
                                                                     const BooksQuery& query);

    [[nodiscard]] const std::vector<DraftFile>& files() const noexcept { return files_; }
    [[nodiscard]] const Books& books() const noexcept { return books_; }
    [[nodiscard]] const std::optional<ChartProposal>& chart() const noexcept { return chart_; }
    /// "2024-01-01–2024-12-31", latest first: the years that the books have results or balances of.
    [[nodiscard]] std::vector<std::string> periods() const;

    /// What was chosen for this förbund before, else the usual choices with the chart and dimension that the books
    /// propose. The document is for the files' latest year, see `document_of_kind`.
    [[nodiscard]] ReportChoices proposed(const std::optional<ReportChoices>& before, const ReportChoices& usual) const;

    /// A document for the latest year. A delårsrapport ends on the day that one ended on before, else when eight
    /// months have gone: one is to cover between half and two thirds of the year (LKBR 13:1). A budget is of the year
    /// to come.
    [[nodiscard]] DocumentChoice document_of_kind(DocumentKind kind, std::optional<Date> ended_before = {}) const;

    /// Reads the books anew when the dimension ("" = found by name) or the document is another. After an error the
    /// draft is as it was.
    [[nodiscard]] tl::expected<void, std::string> choose_books(const std::string& dimension,
                                                               const DocumentChoice& document = {});

    /// The accounts with amounts in the report year or the year before: missing first, then proposed, then certain.
    [[nodiscard]] std::vector<PlacedAccount> placed(const ReportInputs& inputs) const;

private:
    explicit ReportDraft(Ledger ledger) : ledger_(std::move(ledger)) {}
    [[nodiscard]] tl::expected<void, std::string> read_books(const BooksQuery& query);
    void note_periods();

    Ledger ledger_;
    BooksQuery query_; ///< what `books_` are
    std::vector<DraftFile> files_;
    Books books_;
    Date latest_from_{}, latest_to_{}; ///< the latest year, or the one asked for
    std::optional<ChartProposal> chart_;
};

/// The layout and the map of the choices. The error is in Swedish and names the file of an own map.
[[nodiscard]] tl::expected<ReportInputs, std::string> inputs_for(const ReportChoices& choices);

/// "210 konton: 200 säkra, 8 föreslagna, 2 saknas i kontokartan"; in English with `english`.
[[nodiscard]] std::string placing_counts(std::span<const PlacedAccount> accounts, bool english);

} // namespace finsam
