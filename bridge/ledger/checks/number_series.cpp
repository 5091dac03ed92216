#include "bridge/ledger/checks/number_series.hpp"

#include "bridge/ledger/sqlite/database.hpp"
#include "bridge/ledger/sqlite/statement.hpp"
#include "parsers/swedish_count.hpp"
#include "parsers/voucher_numbers.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam {

namespace {

using sqlite::Statement;

constexpr std::size_t gaps_named = 5;

struct Series {
    sie::NumbersUsed numbers;
    std::uint64_t vouchers = 0, unnumbered = 0;
};
using AllSeries = std::map<std::string, Series, std::less<>>;

/// "007" is 7: some programs fill up with zeros.
std::string_view without_zeros(std::string_view number) noexcept {
    const bool is_plain = std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
    const auto first = number.find_first_not_of('0');
    return !is_plain || number.empty() ? number : first == std::string_view::npos ? "0" : number.substr(first);
}

std::string named(const std::string& series) {
    return series.empty() ? "Verifikationerna utan serie" : fmt::format("Serie {}", series);
}

std::string named(const std::vector<sie::NumbersUsed::Interval>& gaps, bool more) {
    std::string text;
    for (const auto& [first, last] : gaps) {
        text +=
            (text.empty() ? "" : ", ") + (first == last ? fmt::format("{}", first) : fmt::format("{}–{}", first, last));
    }
    return text + (more ? " …" : "");
}

AllSeries read_series(sqlite::Database& database, const std::vector<const LiveImport*>& files, LedgerCheck* doubles) {
    AllSeries all;
    Statement query(database, "SELECT series, number, day, line FROM voucher WHERE import = ? ORDER BY id");
    for (const LiveImport* file : files) {
        for (query.with(file->id); query.step();) {
            const std::string number = query.text(1);
            Series& series = all[query.text(0)];
            ++series.vouchers;
            if (number.empty()) {
                ++series.unnumbered;
            } else if (!series.numbers.insert(without_zeros(number)) && doubles != nullptr) {
                doubles->add({Severity::warning,
                              "Numret är redan använt i serien.",
                              "",
                              "",
                              VoucherPlace{query.text(0), number, parse_iso_date(query.text(2)), file->file.file_name,
                                           static_cast<std::uint64_t>(query.integer(3))},
                              {}});
            }
        }
    }
    return all;
}

class SeriesCheck {
public:
    SeriesCheck(const SeriesQuestion& question, const AllSeries& before, CheckedYear& year)
        : question_(question), before_(before), check_(year.at(LedgerCheckKey::nummerserier)) {
        for (const LiveImport* file : question.files) {
            refused_ += file->file.refused_vouchers;
        }
    }

    void judge(const std::string& name, const Series& series) {
        judge_gaps(name, series);
        judge_start(name, series);
        if (series.unnumbered > 0 && question_.is_whole_year) { // in SIE 4I the receiver gives the numbers
            say(Severity::warning, fmt::format("{}: {} utan nummer.", named(name),
                                               counted(series.unnumbered, "verifikation", "verifikationer")));
        }
    }

private:
    void judge_gaps(const std::string& name, const Series& series) {
        const std::uint64_t missing = series.numbers.missing();
        if (missing == 0) {
            return;
        }
        const auto gaps = series.numbers.gaps(gaps_named + 1);
        const bool is_sparse = missing > series.vouchers;
        const std::string list =
            named({gaps.begin(), gaps.begin() + static_cast<std::ptrdiff_t>(std::min(gaps_named, gaps.size()))},
                  gaps.size() > gaps_named);
        std::string text = fmt::format("{}: {} nummer saknas mellan {} och {} ({}).", named(name), missing,
                                       *series.numbers.first(), *series.numbers.last(), list);
        if (is_sparse) {
            text += " Fler saknas än som finns: serien är troligen inte numrerad i följd.";
        } else if (!question_.is_whole_year) {
            text += " Filerna har bara en del av årets verifikationer (SIE 4I).";
        }
        if (refused_ > 0) {
            text += fmt::format(" {} vid inläsningen och kan ha några av numren.",
                                counted(refused_, "verifikation avvisades", "verifikationer avvisades"));
        }
        say(is_sparse || !question_.is_whole_year ? Severity::info : Severity::warning, std::move(text));
    }

    /// A series begins at 1, or where it ended the year before.
    void judge_start(const std::string& name, const Series& series) {
        const auto first = series.numbers.first();
        const bool is_sparse = series.numbers.missing() > series.vouchers;
        if (!first || *first <= 1 || is_sparse || !question_.is_whole_year) {
            return;
        }
        const auto before = before_.find(name);
        const auto last_before = before == before_.end() ? std::nullopt : before->second.numbers.last();
        if (!last_before) {
            say(Severity::info, fmt::format("{}: det första numret är {}.", named(name), *first));
        } else if (*first > *last_before + 1) {
            say(Severity::info, fmt::format("{}: det första numret är {}, men föregående år slutade på {}.",
                                            named(name), *first, *last_before));
        } else if (*first <= *last_before) {
            say(Severity::warning,
                fmt::format("{}: numreringen börjar om men inte på 1 utan på {}.", named(name), *first));
        }
    }

    void say(Severity severity, std::string text) { check_.add({severity, std::move(text), "", "", {}, {}}); }

    const SeriesQuestion& question_;
    const AllSeries& before_;
    LedgerCheck& check_;
    std::uint64_t refused_ = 0;
};

} // namespace

void check_number_series(sqlite::Database& database, const SeriesQuestion& question, CheckedYear& year) {
    const AllSeries now = read_series(database, question.files, &year.at(LedgerCheckKey::dubbla_nummer));
    const AllSeries before = read_series(database, question.files_before, nullptr);
    SeriesCheck check(question, before, year);
    for (const auto& [name, series] : now) {
        check.judge(name, series);
    }
}

} // namespace finsam
