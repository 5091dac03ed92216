#include "tests/bench/generated_books.hpp"

#include "parsers/checksum.hpp"
#include "parsers/date.hpp"
#include "parsers/ore.hpp"
#include "parsers/text_encoding.hpp"

#include <array>
#include <chrono>
#include <fmt/format.h>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace finsam::bench {
namespace {

constexpr std::string_view line_end = "\r\n";
constexpr std::int64_t first_balance_account = 1000, first_result_account = 3000, first_cost_account = 4000;
constexpr std::int64_t end_of_accounts = 9000, account_step = 20;
constexpr unsigned cost_centres = 240, projects = 360;

constexpr std::string_view subjects[] = {"Lokalhyra",
                                         "Förbrukning",
                                         "Köpta tjänster",
                                         "Ersättning till kommun",
                                         "Utbildning",
                                         "Resor",
                                         "Språkstöd",
                                         "Rehabilitering",
                                         "Företagshälsa",
                                         "Handledning å grupp",
                                         "Möteskostnad",
                                         "Städning",
                                         "Lön",
                                         "Pension",
                                         "Försäkring",
                                         "Ränta",
                                         "Kontorsmaterial",
                                         "Öppet hus",
                                         "Ändrad periodisering",
                                         "Återbetalning",
                                         "Telefoni",
                                         "Arbetsträning",
                                         "Utvärdering",
                                         "Årsavgift"};

/// A text as the file and as the CSV have it.
struct Text {
    std::string cp437, utf8;
};

Text text(std::string_view utf8) {
    return {encode_cp437(utf8).value(), std::string(utf8)};
}

std::vector<Text> all_texts() {
    std::vector<Text> texts;
    for (const std::string_view subject : subjects) {
        texts.push_back(text(subject));
    }
    return texts;
}

struct Row {
    std::int64_t account = 0;
    unsigned cost_centre = 0, project = 0;
    Ore amount;
    std::size_t text = 0;
    std::uint64_t document = 0; ///< number at the end of the text
};

struct Voucher {
    char series = 'A';
    std::uint64_t number = 0;
    std::uint64_t index = 0; ///< among all vouchers
    std::size_t text = 0;
    std::vector<Row> rows;
};

/// Vouchers without end, the same for every instance.
class VoucherSource {
public:
    explicit VoucherSource(std::size_t texts) : texts_(texts) {}

    const Voucher& next() {
        const std::uint64_t series = below(series_names.size());
        voucher_.series = series_names[series];
        voucher_.number = ++numbers_[series];
        voucher_.index = index_++;
        voucher_.text = below(texts_);
        voucher_.rows.clear();
        Ore sum;
        for (std::uint64_t left = 1 + below(7); left > 0; --left) {
            const Row& row = voucher_.rows.emplace_back(new_row(account(first_cost_account, end_of_accounts),
                                                                Ore(static_cast<std::int64_t>(below(5'000'000)))));
            sum += row.amount;
        }
        voucher_.rows.push_back(new_row(account(first_balance_account, first_cost_account), -sum));
        return voucher_;
    }

private:
    static constexpr std::string_view series_names = "ABLK";

    std::uint64_t below(std::uint64_t limit) { return random_() % limit; }

    std::int64_t account(std::int64_t from, std::int64_t end) {
        const auto count = static_cast<std::uint64_t>((end - from) / account_step);
        return from + account_step * static_cast<std::int64_t>(below(count));
    }

    Row new_row(std::int64_t account, Ore amount) {
        return {account,
                static_cast<unsigned>(below(cost_centres)),
                static_cast<unsigned>(below(projects)),
                amount,
                below(texts_),
                10'000 + below(90'000)};
    }

    std::mt19937_64 random_{20240101};
    std::size_t texts_;
    std::array<std::uint64_t, series_names.size()> numbers_{};
    std::uint64_t index_ = 0;
    Voucher voucher_;
};

/// What the books hold, known before the first byte is written: the balances stand before the vouchers.
struct Plan {
    std::uint64_t vouchers = 0, transactions = 0;
    std::array<Ore, end_of_accounts> movement{};

    void add(const Voucher& voucher) {
        ++vouchers;
        transactions += voucher.rows.size();
        for (const Row& row : voucher.rows) {
            movement[static_cast<std::size_t>(row.account)] += row.amount;
        }
    }
};

/// The voucher's day: the year's days in the order of the vouchers.
std::string day(std::uint64_t voucher, std::uint64_t vouchers) {
    const std::chrono::year_month_day date =
        std::chrono::sys_days(std::chrono::year(2024) / 1 / 1) + std::chrono::days(voucher * 366 / vouchers);
    return to_sie({static_cast<std::int16_t>(static_cast<int>(date.year())),
                   static_cast<std::uint8_t>(static_cast<unsigned>(date.month())),
                   static_cast<std::uint8_t>(static_cast<unsigned>(date.day()))});
}

/// One line in the making: its bytes, and what #KSUMMA is fed (SIE 4C, the appendix on checksums).
class Lines {
public:
    Lines& label(std::string_view name, std::string_view indent = "") {
        bytes_ += indent;
        return put(name);
    }
    Lines& field(std::string_view content) {
        bytes_ += ' ';
        return put(content);
    }
    Lines& quoted(std::string_view content) {
        bytes_ += " \"";
        put(content);
        bytes_ += '"';
        return *this;
    }
    Lines& objects(std::string_view cost_centre, std::string_view project) {
        bytes_ += " {";
        put("1");
        quoted(cost_centre);
        field("6");
        quoted(project);
        bytes_ += '}';
        return *this;
    }
    void end() { bytes_ += line_end; }
    void brace(char c) {
        bytes_ += c;
        end();
    }
    void open_checksum() {
        label("#KSUMMA").end();
        sum_ = Ksumma();
    }
    void close_checksum() {
        const std::string value = std::to_string(sum_.value());
        label("#KSUMMA").field(value).end();
    }
    [[nodiscard]] const std::string& bytes() const noexcept { return bytes_; }
    void clear() noexcept { bytes_.clear(); }

private:
    Lines& put(std::string_view content) {
        bytes_ += content;
        sum_.feed(content);
        return *this;
    }

    std::string bytes_;
    Ksumma sum_;
};

class BooksWriter {
public:
    void identification(Lines& lines) const {
        lines.label("#FLAGGA").field("0").end();
        lines.open_checksum();
        lines.label("#PROGRAM").quoted("Provprogram").field("1.0").end();
        lines.label("#FORMAT").field("PC8").end();
        lines.label("#GEN").field("20250115").end();
        lines.label("#SIETYP").field("4").end();
        lines.label("#FNAMN").quoted(text("Samordningsförbundet Påhittat").cp437).end();
        lines.label("#RAR").field("0").field("20240101").field("20241231").end();
        lines.label("#RAR").field("-1").field("20230101").field("20231231").end();
    }

    void declarations(Lines& lines) const {
        for (std::int64_t account = first_balance_account; account < end_of_accounts; account += account_step) {
            lines.label("#KONTO").field(std::to_string(account)).quoted(name(account)).end();
        }
        for (unsigned i = 0; i < cost_centres; ++i) {
            lines.label("#OBJEKT").field("1").quoted(cost_centre(i)).quoted(name(i)).end();
        }
        for (unsigned i = 0; i < projects; ++i) {
            lines.label("#OBJEKT").field("6").quoted(project(i)).quoted(name(i)).end();
        }
    }

    void balances(Lines& lines, const Plan& plan) const {
        for (std::int64_t account = first_balance_account; account < end_of_accounts; account += account_step) {
            const Ore movement = plan.movement[static_cast<std::size_t>(account)];
            if (account < first_result_account) {
                balance(lines, "#IB", account, opening(account));
                balance(lines, "#UB", account, opening(account) + movement);
            } else {
                balance(lines, "#RES", account, movement);
            }
        }
    }

    void voucher(Lines& lines, const Voucher& voucher, std::string_view day) const {
        lines.label("#VER").field({&voucher.series, 1}).field(std::to_string(voucher.number)).field(day);
        lines.quoted(texts_[voucher.text].cp437).field(day).end();
        lines.brace('{');
        for (const Row& row : voucher.rows) {
            lines.label("#TRANS", "   ").field(std::to_string(row.account));
            lines.objects(cost_centre(row.cost_centre), project(row.project));
            lines.field(to_decimal_kronor(row.amount)).field(day);
            lines.quoted(fmt::format("{} nr {}", texts_[row.text].cp437, row.document)).end();
        }
        lines.brace('}');
    }

    void csv(std::string& out, const Voucher& voucher, std::string_view day) const {
        for (const Row& row : voucher.rows) {
            fmt::format_to(std::back_inserter(out), "{},{},{},{},{},{},{},{} nr {}\n", voucher.series, voucher.number,
                           row.account, cost_centre(row.cost_centre), project(row.project),
                           to_decimal_kronor(row.amount), day, texts_[row.text].utf8, row.document);
        }
    }

    [[nodiscard]] std::size_t texts() const noexcept { return texts_.size(); }

private:
    [[nodiscard]] const std::string& name(std::int64_t number) const {
        return texts_[static_cast<std::size_t>(number / account_step) % texts_.size()].cp437;
    }
    [[nodiscard]] static std::string cost_centre(unsigned index) { return std::to_string(100 + index); }
    [[nodiscard]] static std::string project(unsigned index) { return fmt::format("P{}", 1000 + index); }

    /// Opening balances in pairs that cancel out.
    static Ore opening(std::int64_t account) {
        const std::int64_t pair = account / (2 * account_step);
        return (account / account_step % 2 == 0 ? 1 : -1) * Ore(12'345 * pair + 67);
    }
    static void balance(Lines& lines, std::string_view label, std::int64_t account, Ore amount) {
        lines.label(label).field("0").field(std::to_string(account)).field(to_decimal_kronor(amount)).end();
    }

    std::vector<Text> texts_ = all_texts();
};

/// Counts vouchers until the file is long enough. The balances' own length is not known before: they are formed twice.
Plan plan_books(const BooksWriter& writer, std::uint64_t bytes) {
    Plan plan;
    Lines lines;
    writer.identification(lines);
    writer.declarations(lines);
    writer.balances(lines, plan);
    std::uint64_t length = lines.bytes().size();
    VoucherSource source(writer.texts());
    while (length < bytes || plan.vouchers == 0) {
        const Voucher& voucher = source.next();
        plan.add(voucher);
        lines.clear();
        writer.voucher(lines, voucher, "20240101");
        length += lines.bytes().size();
    }
    return plan;
}

} // namespace

BooksWritten write_books(std::ostream& sie, std::ostream& csv, std::uint64_t bytes) {
    const BooksWriter writer;
    const Plan plan = plan_books(writer, bytes);
    BooksWritten written{plan.vouchers, plan.transactions, 0};
    Lines lines;
    const auto flush = [&] {
        sie << lines.bytes();
        written.bytes += lines.bytes().size();
        lines.clear();
    };
    writer.identification(lines);
    writer.declarations(lines);
    writer.balances(lines, plan);
    flush();
    csv << "serie,nummer,konto,kostnadsstalle,projekt,belopp,datum,text\n";
    std::string rows;
    VoucherSource source(writer.texts());
    for (std::uint64_t i = 0; i < plan.vouchers; ++i) {
        const Voucher& voucher = source.next();
        const std::string on = day(i, plan.vouchers);
        writer.voucher(lines, voucher, on);
        flush();
        rows.clear();
        writer.csv(rows, voucher, on);
        csv << rows;
    }
    lines.close_checksum();
    flush();
    return written;
}

} // namespace finsam::bench
