#include "tests/office/newer_file.hpp"

#include "tests/command/run_command.hpp"

#include <gtest/gtest.h>

namespace finsam::office {
namespace {

/// Replaces the one place where `from` stands.
void change(std::string& text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
}

} // namespace

std::string newer_file() {
    std::string text = command_test::read_file(command_test::example_books().year_2024);
    change(text, "#KSUMMA\r\n", "");
    text.erase(text.rfind("#KSUMMA"));
    change(text, "#KONTO 6110 ", "#KONTO 6150 \"Trycksaker\"\n#KONTO 6110 ");
    change(text, "#UB 0 1930 8997905.00", "#UB 0 1930 8996405.00");
    change(text, "#RES 0 6110 12930.00", "#RES 0 6110 13930.00\n#RES 0 6150 500.00");
    return text + "#VER \"A\" \"9901\" 20241230 \"Papper\"\n{\n#TRANS 6110 {} 1000.00\n#TRANS 6150 {} 500.00\n"
                  "#TRANS 1930 {} -1500.00\n}\n";
}

} // namespace finsam::office
