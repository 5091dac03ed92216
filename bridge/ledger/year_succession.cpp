#include "bridge/ledger/year_succession.hpp"

#include "bridge/ledger/sqlite/database.hpp"
#include "bridge/ledger/sqlite/statement.hpp"
#include "bridge/ledger/voucher_print.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace finsam {

namespace {

using sqlite::Database;
using sqlite::Statement;

/// An import of the same förbund and year whose rows count today.
struct Rival {
    std::int64_t id = 0;
    std::string file_name;
    std::optional<Date> generated;
    bool has_balances = false;
    bool has_vouchers = false;

    [[nodiscard]] bool is_batch() const noexcept { return has_vouchers && !has_balances; }
};

std::vector<Rival> find_rivals(Database& database, const Newcomer& newcomer) {
    Statement query(database, "SELECT id, file_name, generated, "
                              "EXISTS (SELECT 1 FROM balance WHERE balance.import = import.id), "
                              "EXISTS (SELECT 1 FROM voucher WHERE voucher.import = import.id) "
                              "FROM import WHERE forbund = ? AND year_to = ? AND superseded_by IS NULL AND id <> ? "
                              "ORDER BY id");
    std::vector<Rival> rivals;
    for (query.with(newcomer.forbund, newcomer.last_day, newcomer.import); query.step();) {
        rivals.push_back({query.integer(0), query.text(1), parse_iso_date(query.text(2)), query.integer(3) != 0,
                          query.integer(4) != 0});
    }
    return rivals;
}

std::string names(const std::vector<Rival>& rivals) {
    std::vector<std::string> all;
    for (const Rival& rival : rivals) {
        all.push_back(rival.file_name);
    }
    return fmt::format("{}", fmt::join(all, ", "));
}

std::vector<VoucherPrint> prints_of(Database& database, const std::vector<Rival>& rivals) {
    std::vector<VoucherPrint> all;
    for (const Rival& rival : rivals) {
        auto prints = voucher_prints(database, rival.id);
        std::move(prints.begin(), prints.end(), std::back_inserter(all));
    }
    return all;
}

/// "A 1, A 2, A 3 …"
std::string first_names(const std::vector<VoucherPrint>& vouchers) {
    constexpr std::size_t most_named = 10;
    std::vector<std::string> named;
    for (std::size_t i = 0; i < std::min(most_named, vouchers.size()); ++i) {
        named.push_back(vouchers[i].name.empty() ? "utan nummer" : vouchers[i].name);
    }
    return fmt::format("{}{}", fmt::join(named, ", "), vouchers.size() > most_named ? " …" : "");
}

void say(ImportOutcome& outcome, Severity severity, DiagnosticCode code, std::string text) {
    outcome.reading.diagnostics.push_back({severity, code, 0, 0, std::move(text)});
}

Diagnostic refusal(DiagnosticCode code, std::string text) {
    return {Severity::error, code, 0, 0, std::move(text)};
}

void supersede(Database& database, std::int64_t old_import, std::int64_t new_import) {
    static constexpr std::array deletions = {
        "DELETE FROM voucher_row WHERE id IN (SELECT row.id FROM voucher JOIN voucher_row row "
        "ON row.id BETWEEN voucher.first_row AND voucher.last_row WHERE voucher.import = ?)",
        "DELETE FROM transaction_sum WHERE import = ?",
        "DELETE FROM voucher WHERE import = ?",
        "DELETE FROM balance WHERE import = ?",
        "DELETE FROM object_list WHERE object IN (SELECT object.id FROM object "
        "JOIN dimension ON dimension.id = object.dimension WHERE dimension.import = ?)",
        "DELETE FROM object WHERE dimension IN (SELECT id FROM dimension WHERE import = ?)",
        "DELETE FROM dimension WHERE import = ?",
        "DELETE FROM sru WHERE account IN (SELECT id FROM account WHERE import = ?)",
        "DELETE FROM account WHERE import = ?",
        "DELETE FROM import_text WHERE import = ?",
        "DELETE FROM fiscal_year WHERE import = ?",
    };
    for (const char* deletion : deletions) {
        Statement(database, deletion).run(old_import);
    }
    Statement(database, "UPDATE import SET superseded_by = ? WHERE id = ?").run(new_import, old_import);
}

/// Vouchers alone would not be in the figures of a year whose balances are told, nor may they take their place.
Diagnostic refused_batch(Database& database, const Newcomer& newcomer, const Rival& complete) {
    const auto own = voucher_prints(database, newcomer.import);
    const auto missing = without_equal(own, voucher_prints(database, complete.id), &VoucherPrint::content);
    return refusal(
        DiagnosticCode::importfil_ej_inlast,
        fmt::format(
            "Filen har bara verifikationer och inga saldon (SIE 4I), och {} är redan inläst med saldon för samma "
            "räkenskapsår. {} av filens {} verifikationer finns där. {}",
            complete.file_name, own.size() - missing.size(), own.size(),
            missing.empty() ? "Ingenting behöver göras."
                            : "Bokför dem som saknas i ekonomisystemet och läs sedan in året på nytt som SIE "
                              "4E."));
}

/// Why the file cannot count: it lacks what the ledger has of the year.
std::optional<Diagnostic> too_little(Database& database, const Newcomer& newcomer, const std::vector<Rival>& rivals) {
    for (const Rival& rival : rivals) {
        if (rival.has_balances && !newcomer.has_balances && newcomer.has_vouchers) {
            return refused_batch(database, newcomer, rival);
        }
        if (rival.has_balances && !newcomer.has_balances) {
            return refusal(DiagnosticCode::obligatorisk_post_saknas,
                           fmt::format("Filen har varken saldon eller verifikationer. Den kan inte ersätta {}, som "
                                       "redan är inläst för samma räkenskapsår.",
                                       rival.file_name));
        }
        if (rival.has_vouchers && !newcomer.has_vouchers) {
            return refusal(DiagnosticCode::obligatorisk_post_saknas,
                           fmt::format("Filen har inga verifikationer. Den kan inte ersätta {}, som redan är inläst "
                                       "för samma räkenskapsår och har dem. Exportera om den som SIE 4E, eller läs in "
                                       "den i en annan huvudbok.",
                                       names(rivals)));
        }
    }
    return std::nullopt;
}

/// A number that other batches have too, for something else.
void tell_numbers_in_use(const std::vector<VoucherPrint>& added, const std::vector<VoucherPrint>& known,
                         const std::string& others, ImportOutcome& outcome) {
    std::set<std::string> numbers;
    for (const VoucherPrint& voucher : known) {
        numbers.insert(voucher.number);
    }
    std::vector<VoucherPrint> alike;
    std::copy_if(added.begin(), added.end(), std::back_inserter(alike), [&](const VoucherPrint& voucher) {
        return !voucher.number.empty() && numbers.contains(voucher.number);
    });
    if (!alike.empty()) {
        say(outcome, Severity::warning, DiagnosticCode::verifikationsnummer_dubblett,
            fmt::format(
                "{} av verifikationerna har samma nummer som andra i {} men ett annat innehåll: {}. Båda räknas. "
                "Är filen en rättad version av en som redan är inläst, läs in den i en ny huvudbok i stället.",
                alike.size(), others, first_names(alike)));
    }
}

/// Vouchers that other batches hold already are left out: none is counted twice.
std::optional<Diagnostic> add_batch(Database& database, const Newcomer& newcomer, const std::vector<Rival>& batches,
                                    ImportOutcome& outcome) {
    const std::string others = names(batches);
    const auto own = voucher_prints(database, newcomer.import);
    const auto known = prints_of(database, batches);
    const auto added = without_equal(own, known, &VoucherPrint::identity);
    if (added.empty()) {
        return refusal(
            DiagnosticCode::importfil_ej_inlast,
            fmt::format("Filens verifikationer ({}) finns redan i {}. Ingenting behöver göras.", own.size(), others));
    }
    std::set<std::int64_t> kept;
    std::uint64_t rows = 0;
    for (const VoucherPrint& voucher : added) {
        kept.insert(voucher.id);
    }
    std::vector<VoucherPrint> doubled;
    for (const VoucherPrint& voucher : own) {
        if (!kept.contains(voucher.id)) {
            doubled.push_back(voucher);
            rows += voucher.rows;
        }
    }
    remove_vouchers(database, doubled);
    Statement(database, "UPDATE import SET vouchers = vouchers - ?, transactions = transactions - ? WHERE id = ?")
        .run(static_cast<std::uint64_t>(doubled.size()), rows, newcomer.import);
    outcome.added_to = others;
    say(outcome, Severity::info, DiagnosticCode::laggs_till_fil,
        fmt::format("Filen har bara verifikationer (SIE 4I). De läggs till dem i {}, för samma räkenskapsår; antal "
                    "tillagda: {}.",
                    others, added.size()));
    if (!doubled.empty()) {
        say(outcome, Severity::warning, DiagnosticCode::laggs_till_fil,
            fmt::format("{} av filens verifikationer finns redan i {} och lades inte till en gång till: {}.",
                        doubled.size(), others, first_names(doubled)));
    }
    tell_numbers_in_use(added, known, others, outcome);
    return std::nullopt;
}

/// A year's own file takes the place of the batches whatever they say of their age: what it lacks of them is told.
void replace_batches(Database& database, const Newcomer& newcomer, const std::vector<Rival>& batches,
                     ImportOutcome& outcome) {
    const auto known = prints_of(database, batches);
    const auto missing = without_equal(known, voucher_prints(database, newcomer.import), &VoucherPrint::content);
    for (const Rival& batch : batches) {
        supersede(database, batch.id, newcomer.import);
    }
    outcome.replaced = names(batches);
    say(outcome, Severity::info, DiagnosticCode::ersatter_fil,
        fmt::format("Filen har årets saldon och ersätter {}, som bara hade verifikationer (SIE 4I).",
                    outcome.replaced));
    if (!missing.empty()) {
        say(outcome, Severity::warning, DiagnosticCode::ersatter_fil,
            fmt::format("{} av de {} verifikationer som fanns i {} finns inte i filen och räknas inte längre: {}. "
                        "Kontrollera att de är bokförda i ekonomisystemet.",
                        missing.size(), known.size(), outcome.replaced, first_names(missing)));
    }
}

/// The later generated counts (#GEN), whatever order they are read in; of the same day the one read last.
void choose_newest(Database& database, const Newcomer& newcomer, const Rival& rival, ImportOutcome& outcome) {
    const auto& generated = newcomer.generated;
    const bool says_something = rival.has_balances || rival.has_vouchers;
    if (!says_something || !generated || !rival.generated || *generated >= *rival.generated) {
        supersede(database, rival.id, newcomer.import);
        outcome.replaced = rival.file_name;
        say(outcome, Severity::info, DiagnosticCode::ersatter_fil,
            fmt::format("Filen ersätter {}{}, som var inläst för samma räkenskapsår.", rival.file_name,
                        rival.generated ? fmt::format(", framställd {}", to_iso(*rival.generated)) : ""));
        return;
    }
    supersede(database, newcomer.import, rival.id);
    outcome.superseded_by = rival.file_name;
    say(outcome, Severity::warning, DiagnosticCode::redan_inlast,
        fmt::format("Huvudboken har redan en nyare fil för samma räkenskapsår: {}, framställd {}. Den här filen är "
                    "framställd {} och ersätter den inte.",
                    rival.file_name, to_iso(*rival.generated), to_iso(*generated)));
}

} // namespace

std::optional<Diagnostic> settle_year(Database& database, const Newcomer& newcomer, ImportOutcome& outcome) {
    const auto rivals = find_rivals(database, newcomer);
    if (rivals.empty()) {
        return std::nullopt;
    }
    if (auto reason = too_little(database, newcomer, rivals)) {
        return reason;
    }
    const bool of_batches = rivals.front().is_batch(); // then all are: a file with balances counts alone
    if (of_batches && newcomer.has_balances) {
        replace_batches(database, newcomer, rivals, outcome);
    } else if (of_batches) {
        return add_batch(database, newcomer, rivals, outcome);
    } else {
        choose_newest(database, newcomer, rivals.front(), outcome);
    }
    return std::nullopt;
}

} // namespace finsam
