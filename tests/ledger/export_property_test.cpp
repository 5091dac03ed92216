// Generated ledgers: written as SIE and read into a new ledger they are the same, öre by öre, and written again they
// are the same bytes.

#include "export_fixtures.hpp"
#include "ledger_content.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <random>
#include <set>

namespace finsam {

namespace {

using Random = std::mt19937_64;

std::uint64_t below(Random& random, std::uint64_t limit) {
    return random() % limit;
}
bool one_in(Random& random, std::uint64_t n) {
    return below(random, n) == 0;
}
template <class Choices>
auto pick(Random& random, const Choices& choices) {
    return choices[below(random, std::size(choices))];
}

/// Generates a type 4 file in UTF-8 (whose characters code page 437 need not have), with what the standard leaves free
/// and real files do: groups out of order, odd texts, keys and amounts.
class GeneratedFile {
public:
    enum class Texts { writable, any };

    GeneratedFile(std::uint64_t seed, Texts texts, bool balances) : random_(seed), any_text_(texts == Texts::any) {
        choose_keys();
        add_head();
        add_chart();
        if (balances) {
            add_balances();
        }
        for (auto count = below(random_, 30); count > 0; --count) {
            add_voucher();
        }
        if (one_in(random_, 2)) {
            std::shuffle(records_.begin(), records_.end(), random_);
        }
    }

    [[nodiscard]] std::string bytes() const {
        std::string all = "\xEF\xBB\xBF#FLAGGA 0\n";
        for (const std::string& record : records_) {
            all += record;
        }
        return all;
    }

private:
    std::string text() {
        static constexpr std::string_view common[] = {"a",  "B",  "7", " ", "å", "ä",    "ö", "Å", "-",     "é",
                                                      "\"", "\\", "{", "}", "#", "\\\"", "§", "½", "\u00A0"};
        static constexpr std::string_view rare[] = {"€", "–",       "”", "š",      "\t", "\x01",
                                                    "😀", "a\u0308", "И", "\u200B", "÷",  "─"};
        std::string made;
        for (auto length = below(random_, 14); length > 0; --length) {
            made += any_text_ && one_in(random_, 8) ? pick(random_, rare) : pick(random_, common);
        }
        // The one text that the format cannot hold.
        while (!any_text_ && made.ends_with('\\')) {
            made.pop_back();
        }
        return made;
    }

    /// A field in quotes; at the end of a line a text may end in a backslash.
    static std::string quoted(const std::string& content) {
        std::string field = "\"";
        for (const char c : content) {
            field += c == '"' ? "\\\"" : std::string(1, c);
        }
        return field + (content.ends_with('\\') ? " \"" : "\"");
    }
    std::string text_field() { return quoted(text()); }

    std::string key() {
        static constexpr std::string_view pieces[] = {"1",  "2",  "0", "A", "å", "-", " ",
                                                      "\"", "\\", "{", "}", "#", "."};
        std::string made(1, static_cast<char>('A' + below(random_, 26)));
        for (auto length = below(random_, 5); length > 0; --length) {
            made += pick(random_, pieces);
        }
        made.erase(made.find_last_not_of(' ') + 1);
        return made;
    }

    void choose_keys() {
        for (auto count = 2 + below(random_, 12); count > 0; --count) {
            accounts_.push_back(one_in(random_, 8) ? key() : std::to_string(1000 + below(random_, 8000)));
        }
        for (auto count = below(random_, 5); count > 0; --count) {
            const std::string dimension = one_in(random_, 6) ? key() : std::to_string(1 + below(random_, 30));
            for (auto codes = 1 + below(random_, 4); codes > 0; --codes) {
                objects_.push_back({dimension, one_in(random_, 2) ? key() : std::to_string(below(random_, 1000))});
            }
        }
    }

    Ore amount() {
        switch (below(random_, 5)) {
        case 0: return Ore(static_cast<std::int64_t>(below(random_, 200)) - 100);
        case 1: return Ore(largest_amount.count() - static_cast<std::int64_t>(below(random_, 3)));
        case 2: return -largest_amount;
        default: return Ore(static_cast<std::int64_t>(below(random_, 2'000'000'000)) - 1'000'000'000);
        }
    }

    std::string date() { return fmt::format("2024{:02}{:02}", 1 + below(random_, 12), 1 + below(random_, 28)); }

    std::string quantity() {
        static constexpr std::string_view quantities[] = {"", "", "", " 0", " 1.5", " -2", " 0007.250", " \"\""};
        return std::string(pick(random_, quantities));
    }

    std::string object_list(std::uint64_t most, bool sorted = false) {
        std::vector<std::string> chosen;
        for (auto count = objects_.empty() ? 0 : below(random_, most + 1); count > 0; --count) {
            const auto& [dimension, code] = objects_[below(random_, objects_.size())];
            chosen.push_back(fmt::format("{} {}", quoted(dimension), quoted(code)));
        }
        if (sorted) {
            std::sort(chosen.begin(), chosen.end());
        }
        return fmt::format("{{{}}}", fmt::join(chosen, " "));
    }

    template <class... Arguments>
    void add(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        records_.push_back(fmt::format(format, std::forward<Arguments>(arguments)...) + "\n");
    }

    void add_head() {
        add("#SIETYP 4");
        add("#PROGRAM Provbok 1");
        add("#FORMAT PC8");
        add("#GEN 20250101");
        add("#FNAMN \"Åäö {}\"", below(random_, 100));
        add("#RAR 0 20240101 20241231");
        if (one_in(random_, 2)) {
            add("#RAR -1 20230101 20231231");
        }
        if (one_in(random_, 2)) {
            add("#ORGNR 222000-{}", 1000 + below(random_, 9000));
        }
        for (const char* label : {"FTYP", "FNR", "KPTYP", "PROSA"}) {
            if (one_in(random_, 2)) {
                add("#{} {}", label, quoted(text() + "x"));
            }
        }
        if (one_in(random_, 2)) {
            add("#ADRESS \"N\" {} {} \"0\"", text_field(), text_field());
            add("#TAXAR {}", 2000 + below(random_, 30));
            add("#BKOD {}", below(random_, 99999));
            add("#OMFATTN {}", date());
            add("#VALUTA EUR");
        }
    }

    void add_chart() {
        std::set<std::string> seen;
        for (const std::string& account : accounts_) {
            if (!seen.insert(account).second || one_in(random_, 5)) {
                continue; // some are used without being declared
            }
            add("#KONTO {} {}", quoted(account), text_field());
            if (one_in(random_, 2)) {
                add("#KTYP {} {}", quoted(account), "TSKI"[below(random_, 4)]);
            }
            if (one_in(random_, 4)) {
                add("#ENHET {} {}", quoted(account), text_field());
            }
            for (auto codes = below(random_, 3); codes > 0; --codes) {
                add("#SRU {} {}", quoted(account), 7000 + below(random_, 1000));
            }
        }
        std::set<std::pair<std::string, std::string>> declared;
        for (const auto& [dimension, code] : objects_) {
            if (declared.insert({dimension, ""}).second && !one_in(random_, 4)) {
                add("#DIM {} {}", quoted(dimension), text_field());
            }
            if (declared.insert({dimension, code}).second && !one_in(random_, 4)) {
                add("#OBJEKT {} {} {}", quoted(dimension), quoted(code), text_field());
            }
        }
        if (one_in(random_, 3)) {
            add("#UNDERDIM 61 {} {}", text_field(), 1 + below(random_, 30));
            add("#OBJEKT 61 {} {}", quoted(key()), text_field());
        }
    }

    void add_balances() {
        static constexpr std::string_view kinds[] = {"IB", "UB", "RES", "OIB", "OUB", "PSALDO", "PBUDGET"};
        std::set<std::string> seen; // a balance stands once in a file
        add("#IB 0 {} 0", quoted("1"));
        for (auto count = below(random_, 60); count > 0; --count) {
            const std::string_view kind = pick(random_, kinds);
            const bool month = kind.starts_with('P');
            const bool list = month || kind.starts_with('O');
            const auto year = one_in(random_, 3) ? -static_cast<int>(below(random_, 3)) : 0;
            const std::string key = fmt::format(
                "#{} {}{} {}{}", kind, year, month ? fmt::format(" {}{:02}", 2024 + year, 1 + below(random_, 12)) : "",
                quoted(pick(random_, accounts_)), list ? " " + object_list(2, true) : "");
            if (seen.insert(key).second) {
                add("{} {}{}", key, to_decimal_kronor(amount()), quantity());
            }
        }
    }

    std::string row(std::string_view label, Ore sum) {
        std::string made = fmt::format("#{} {} {} {}", label, quoted(pick(random_, accounts_)), object_list(3),
                                       to_decimal_kronor(sum));
        if (one_in(random_, 2)) {
            made += fmt::format(" {} {}{}", one_in(random_, 2) ? date() : "\"\"", text_field(), quantity());
        }
        return made + "\n";
    }

    void add_voucher() {
        static constexpr std::string_view series[] = {"A", "LEV1", "\"\"", "\"B c\"", "#", "å"};
        std::string made = fmt::format("#VER {} {} {}", pick(random_, series),
                                       one_in(random_, 5) ? "\"\"" : std::to_string(next_number_++), date());
        if (one_in(random_, 2)) {
            made += " " + text_field() + (one_in(random_, 2) ? " " + date() : "");
        }
        made += "\n{\n";
        Ore sum;
        for (auto count = below(random_, 6); count > 0; --count) {
            const Ore change = amount();
            if (!is_credible(sum + change)) {
                continue;
            }
            sum += change;
            made += row("TRANS", change);
            if (one_in(random_, 5)) {
                made += row(one_in(random_, 2) ? "BTRANS" : "RTRANS", amount());
            }
        }
        if (!sum.is_zero()) {
            made += row("TRANS", -sum);
        }
        records_.push_back(made + "}\n");
    }

    Random random_;
    bool any_text_;
    std::vector<std::string> accounts_;
    std::vector<std::pair<std::string, std::string>> objects_;
    std::vector<std::string> records_;
    std::uint64_t next_number_ = 1;
};

/// Two ledgers on disk: one of a file, and one of what the first exports.
struct Round {
    TemporaryFolder folder;
    std::filesystem::path first_path = folder / "a.db", second_path = folder / "b.db";

    [[nodiscard]] static Ledger ledger_of(const std::filesystem::path& path, const std::string& bytes) {
        auto ledger = Ledger::open(path);
        EXPECT_TRUE(ledger.has_value());
        const auto outcome = ledger->import_bytes(bytes, "prov.se");
        EXPECT_TRUE(outcome.has_value()) << outcome.error().text;
        for (const Diagnostic& item : outcome->reading.diagnostics) {
            EXPECT_NE(item.severity, Severity::error) << item.line << ": " << item.text << "\n" << bytes;
        }
        EXPECT_EQ(outcome->kind, ImportOutcome::Kind::imported);
        return std::move(*ledger);
    }
};

} // namespace

class ExportProperty : public testing::TestWithParam<std::uint64_t> {};

INSTANTIATE_TEST_SUITE_P(Seeds, ExportProperty, testing::Range<std::uint64_t>(0, 10));

constexpr std::uint64_t rounds = 14; // of each seed, in files: some hundred in all

TEST_P(ExportProperty, ALedgerOfAType4EFileIsTheSameLedger) {
    for (std::uint64_t i = 0; i < rounds && !HasFailure(); ++i) {
        const Round round;
        const GeneratedFile file(GetParam() * rounds + i, GeneratedFile::Texts::writable, true);
        const Ledger first = round.ledger_of(round.first_path, file.bytes());
        const Exported made = exported(first, export_query(SieExportType::type4e, true));
        EXPECT_EQ(made.result.written.replaced_texts, 0u);
        const Ledger second = round.ledger_of(round.second_path, made.bytes);
        ASSERT_EQ(content_of(round.second_path), content_of(round.first_path)) << file.bytes() << made.bytes;
        ASSERT_EQ(exported(second, export_query(SieExportType::type4e, true)).bytes, made.bytes);
    }
}

TEST_P(ExportProperty, ALedgerOfAType4IFileIsTheSameLedger) {
    for (std::uint64_t i = 0; i < rounds && !HasFailure(); ++i) {
        const Round round;
        std::string bytes =
            GeneratedFile(1000 + GetParam() * rounds + i, GeneratedFile::Texts::writable, false).bytes();
        for (const char* label : {"\n#OMFATTN", "\n#BKOD"}) { // forbidden in 4I
            if (const auto at = bytes.find(label); at != std::string::npos) {
                bytes.erase(at, bytes.find('\n', at + 1) - at);
            }
        }
        const Ledger first = round.ledger_of(round.first_path, bytes);
        const Exported made = exported(first, export_query(SieExportType::type4i, true));
        const Ledger second = round.ledger_of(round.second_path, made.bytes);
        ASSERT_EQ(content_of(round.second_path), content_of(round.first_path)) << bytes << made.bytes;
        ASSERT_EQ(exported(second, export_query(SieExportType::type4i, true)).bytes, made.bytes);
    }
}

TEST_P(ExportProperty, EveryTypeGivesItselfAgain) {
    for (std::uint64_t i = 0; i < rounds && !HasFailure(); ++i) {
        const GeneratedFile file(2000 + GetParam() * rounds + i, GeneratedFile::Texts::any, true);
        const Round round;
        const Ledger first = round.ledger_of(round.first_path, file.bytes());
        for (const auto type : {SieExportType::type1, SieExportType::type2, SieExportType::type3, SieExportType::type4e,
                                SieExportType::type4i}) {
            std::ostringstream out;
            const auto made = first.export_sie(export_query(type, true), out);
            if (!made) { // computed period balances of such amounts may be too large for any file
                EXPECT_EQ(made.error().kind, LedgerError::Kind::rejected) << made.error().text;
                continue;
            }
            const Round again;
            const Ledger second = again.ledger_of(again.second_path, out.str());
            const Exported rewritten = exported(second, export_query(type, true));
            ASSERT_EQ(rewritten.bytes, out.str()) << file.bytes();
            EXPECT_EQ(rewritten.result.written.replaced_texts, 0u);
        }
    }
}

} // namespace finsam
