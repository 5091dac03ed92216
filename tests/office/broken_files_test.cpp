// A thousand broken SIE files opened one after another in one office: each is answered, by a document or a refusal, and
// afterwards the office lives, has not grown, and opens a whole file.

#include "tests/command/run_command.hpp"
#include "tests/office/office_test.hpp"
#include "tests/parsers/sie_fixture.hpp"

#include <fmt/format.h>
#include <fstream>
#include <random>
#include <stdexcept>

namespace finsam::office {
namespace {

using command_test::Folder;

const std::string sie4 = sie::type4(
    "#ORGNR 222000-0000\n#KONTO 1930 \"Bank\"\n#KTYP 1930 T\n#KONTO 5010 \"Hyra f\x94r \\\"h\x84r\\\"\"\n"
    "#DIM 6 \"Insats\"\n#OBJEKT 6 10 \"Ungdom\"\n#IB 0 1930 100.00\n#UB 0 1930 90.00\n#RES 0 5010 10.00\n"
    "#PSALDO 0 202401 5010 {6 10} 10.00\n#VER A 1 20240131 \"Januari\" 20240201\n{\n"
    "#TRANS 5010 {6 10} 10.00 20240131 \"radtext\" 2\n#BTRANS 5010 {} 3.00\n#TRANS 1930 {} -10.00\n}\n"
    "#VER A 2 20240229 \"Februari\"\n{\n#TRANS 5010 {6 10} 7.00\n#TRANS 1930 {} -7.00\n}\n");

const std::string sie5 =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Sie xmlns=\"http://www.sie.se/sie5\">\n<FileInfo>\n"
    "<SoftwareProduct name=\"Provbok\" version=\"5.1\"/>\n<FileCreation time=\"2025-01-10T08:30:00Z\" by=\"G\"/>\n"
    "<Company organizationId=\"222000-1111\" name=\"Förbundet\"/>\n<FiscalYears>\n"
    "<FiscalYear start=\"2024-01\" end=\"2024-12\" primary=\"true\"/>\n</FiscalYears>\n"
    "<AccountingCurrency currency=\"SEK\"/>\n</FileInfo>\n<Accounts>\n<Account id=\"1930\" name=\"Bank\" "
    "type=\"asset\"><OpeningBalance month=\"2024-01\" amount=\"100\"/></Account>\n"
    "<Account id=\"5010\" name=\"Hyra\" type=\"cost\"/>\n</Accounts>\n<Journal id=\"A\" name=\"A\">\n"
    "<JournalEntry id=\"1\" journalDate=\"2024-01-31\" text=\"Januari\"><EntryInfo date=\"2024-02-01\" by=\"G\"/>\n"
    "<LedgerEntry accountId=\"5010\" amount=\"10\"/>\n<LedgerEntry accountId=\"1930\" amount=\"-10\"/>\n"
    "</JournalEntry>\n</Journal>\n</Sie>\n";

/// Breaks a text in one of the ways that files break, with the same result for the same number.
class Breaker {
public:
    explicit Breaker(std::uint32_t seed) : random_(seed) {}

    std::string broken(std::string text) {
        switch (random_() % 8) {
        case 0: flip_bytes(text); break;
        case 1: text.resize(random_() % text.size()); break;
        case 2: swap_lines(text); break;
        case 3: text = noise(random_() % 5000); break;
        case 4: text.insert(place(text), noise(1 + random_() % 200)); break;
        case 5: text.erase(place(text), 1 + random_() % 200); break;
        case 6: text.insert(place(text), std::string(random_() % 200'000, "a\"{<#"[random_() % 5])); break;
        case 7: repeat_part(text); break;
        }
        return text;
    }

private:
    std::size_t place(const std::string& text) { return random_() % text.size(); }

    std::string noise(std::size_t size) {
        std::string bytes(size, '\0');
        for (char& byte : bytes) {
            byte = static_cast<char>(random_());
        }
        return bytes;
    }

    void flip_bytes(std::string& text) {
        for (std::size_t i = 0; i <= random_() % 20; ++i) {
            text[place(text)] = static_cast<char>(random_());
        }
    }

    void swap_lines(std::string& text) {
        std::vector<std::string> lines;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size() - 1);
            lines.push_back(text.substr(at, end + 1 - at));
            at = end + 1;
        }
        for (std::size_t i = 0; i <= random_() % 5; ++i) {
            std::swap(lines[random_() % lines.size()], lines[random_() % lines.size()]);
        }
        text.clear();
        for (const std::string& line : lines) {
            text += line;
        }
    }

    void repeat_part(std::string& text) {
        const std::size_t at = place(text);
        const std::string part = text.substr(at, 1 + random_() % 400);
        for (std::size_t i = 0; i < random_() % 50; ++i) {
            text.insert(at, part);
        }
    }

    std::mt19937 random_;
};

double resident_megabytes(pid_t process) {
    std::ifstream status(fmt::format("/proc/{}/status", process));
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:")) {
            return std::stod(line.substr(6)) / 1024;
        }
    }
    return 0;
}

using BrokenFiles = OfficeTest;

TEST_F(BrokenFiles, AThousandOfThemLeaveTheOfficeAsItWas) {
    constexpr std::uint32_t files = 1000, warm_up = 300;
    constexpr double most_growth = 40; // MiB; a leak of a document a file would be hundreds
    const Folder folder;
    int opened = 0, refused = 0;
    double before = 0;
    for (std::uint32_t number = 0; number < files; ++number) {
        const bool is_xml = number % 3 == 2;
        const std::string bytes = Breaker(number).broken(is_xml ? sie5 : sie4);
        const std::string path = folder.write(is_xml ? "trasig.sie" : "trasig.se", bytes);
        try {
            const Document document(office(), path);
            ++opened;
        } catch (const std::runtime_error&) { // how the office says that it did not load
            ++refused;
        }
        ASSERT_FALSE(office().ended()) << "file number " << number;
        if (number + 1 == warm_up) {
            before = resident_megabytes(office().process());
        }
    }
    EXPECT_EQ(opened + refused, static_cast<int>(files));
    EXPECT_GT(opened, 100);
    EXPECT_GT(refused, 100);
    const double after = resident_megabytes(office().process());
    EXPECT_LT(after, before + most_growth);
    RecordProperty("opened", opened);
    RecordProperty("growth_mib", static_cast<int>(after - before));
    const Document whole(office(), folder.write("hel.sie", sie5));
    EXPECT_EQ(whole.text("Företag.A1"), "Förbundet");
}

} // namespace
} // namespace finsam::office
