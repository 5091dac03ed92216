#include "tests/bench/requirements.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>

namespace finsam::bench {
namespace {

constexpr double least_share_of_scanner = 0.40;
constexpr double most_of_sqlite = 1.5;
constexpr double most_growth = 10.5; ///< in time, for ten times the file
constexpr double mebibyte = 1024.0 * 1024.0;
constexpr double most_above_file = 64 * mebibyte;

std::string decimal(double value, int decimals) {
    std::string text = fmt::format("{:.{}f}", value, decimals);
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string name(std::string_view what, int megabytes) {
    return fmt::format("{}/{}", what, megabytes);
}

Verdict share_of_scanner(const Measurements& measured) {
    const double share =
        measured.seconds(name("scan", judged_megabytes)) / measured.seconds(name("read", judged_megabytes));
    return {"Läsning med alla kontroller och kontrollsumma: hastighet mot den handskrivna fältläsarens",
            decimal(100 * share, 0) + " %", "minst " + decimal(100 * least_share_of_scanner, 0) + " %",
            share >= least_share_of_scanner};
}

Verdict ratio_to_sqlite(const Measurements& measured) {
    const double ratio =
        measured.seconds(name("importera", judged_megabytes)) / measured.seconds(name("sqlite", judged_megabytes));
    return {"`finsam importera` i ny huvudbok: tid mot `.import` i `sqlite3`", decimal(ratio, 2) + " gånger",
            "högst " + decimal(most_of_sqlite, 1) + " gånger", ratio <= most_of_sqlite};
}

Verdict growth(const Measurements& measured, std::string_view key, std::string_view what, const BooksFile& small,
               const BooksFile& large) {
    const double size = static_cast<double>(large.bytes) / static_cast<double>(small.bytes);
    const double time =
        measured.seconds(name(key, large.megabytes)) / measured.seconds(name(key, small.megabytes)) * 10 / size;
    return {fmt::format("{}: tid för tio gånger så stor fil, {} mot {} MB", what, large.megabytes, small.megabytes),
            decimal(time, 1) + " gånger", "högst " + decimal(most_growth, 1) + " gånger", time <= most_growth};
}

Verdict memory(const Measurements& measured, std::string_view key, std::string_view what, const BooksFile& books) {
    const double above = measured.peak_bytes(name(key, books.megabytes)) - static_cast<double>(books.bytes);
    return {fmt::format("{}: största minne utöver filens storlek, {} MB", what, books.megabytes),
            decimal(above / mebibyte, 0) + " MiB", "högst " + decimal(most_above_file / mebibyte, 0) + " MiB",
            above <= most_above_file};
}

std::string speed_row(const Measurements& measured, const std::vector<BooksFile>& books, std::string_view key,
                      std::string_view what) {
    std::string row = fmt::format("| {} |", what);
    for (const BooksFile& file : books) {
        const double seconds = measured.seconds(name(key, file.megabytes));
        row += seconds > 0 ? fmt::format(" {} |", decimal(static_cast<double>(file.bytes) / 1e6 / seconds, 0)) : " – |";
    }
    return row + "\n";
}

} // namespace

std::vector<Verdict> judge(const Measurements& measured, const std::vector<BooksFile>& books) {
    std::vector<Verdict> verdicts = {share_of_scanner(measured), ratio_to_sqlite(measured)};
    for (std::size_t i = 1; i < books.size(); ++i) {
        verdicts.push_back(growth(measured, "read", "Läsning", books[i - 1], books[i]));
        verdicts.push_back(growth(measured, "importera", "`finsam importera`", books[i - 1], books[i]));
    }
    for (const BooksFile& file : books) {
        verdicts.push_back(memory(measured, "read_memory", "Läsning", file));
        verdicts.push_back(memory(measured, "importera", "`finsam importera`", file));
    }
    return verdicts;
}

std::string report(const std::vector<Verdict>& verdicts, const Measurements& measured,
                   const std::vector<BooksFile>& books) {
    std::string text = "| krav | uppmätt | gräns | |\n|---|---|---|---|\n";
    for (const Verdict& verdict : verdicts) {
        text += fmt::format("| {} | {} | {} | {} |\n", verdict.what, verdict.measured, verdict.limit,
                            verdict.met ? "uppfyllt" : "**inte uppfyllt**");
    }
    text += "\nHastigheter i samma körning, MB av SIE-filen i sekunden:\n\n| |";
    std::string line = "|---|";
    for (const BooksFile& file : books) {
        text += fmt::format(" {} MB |", file.megabytes);
        line += "---|";
    }
    text += "\n" + line + "\n";
    text += speed_row(measured, books, "lines", "`memchr` över raderna");
    text += speed_row(measured, books, "scan", "handskriven fältläsare");
    text += speed_row(measured, books, "read", "läsning med alla kontroller och kontrollsumma");
    text += speed_row(measured, books, "sqlite", "`.import` i `sqlite3`");
    text += speed_row(measured, books, "importera", "`finsam importera`");
    return text;
}

} // namespace finsam::bench
