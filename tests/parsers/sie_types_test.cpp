// Each label with each type of file (the table of SIE 4C §5.11): a forbidden record is told and read, a missing
// mandatory one is told. The table here is written from the standard, not from the program.

#include "parsers/sie_labels.hpp"
#include "sie_fixture.hpp"

#include <array>
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace finsam::sie {
namespace {

struct Row {
    const char* label;
    const char* types; ///< 1, 2, 3, 4I, 4E
    const char* record;
};

constexpr Row table[] = {
    {"FLAGGA", "MMMMM", "#FLAGGA 0"},
    {"PROGRAM", "MMMMM", "#PROGRAM Prov 1"},
    {"FORMAT", "MMMMM", "#FORMAT PC8"},
    {"GEN", "MMMMM", "#GEN 20250101"},
    {"SIETYP", "oMMMM", ""},
    {"PROSA", "ooooo", "#PROSA text"},
    {"FTYP", "ooooo", "#FTYP X"},
    {"FNR", "ooooo", "#FNR 1"},
    {"ORGNR", "ooooo", "#ORGNR 212000-0142"},
    {"BKOD", "ooo-o", "#BKOD 84300"},
    {"ADRESS", "ooooo", "#ADRESS a \"b\" c d"},
    {"FNAMN", "MMMMM", "#FNAMN Prov"},
    {"RAR", "MMMoM", "#RAR 0 20240101 20241231"},
    {"TAXAR", "ooooo", "#TAXAR 2025"},
    {"KPTYP", "ooooo", "#KPTYP EUBAS97"},
    {"VALUTA", "ooooo", "#VALUTA SEK"},
    {"OMFATTN", "-MM-o", "#OMFATTN 20241231"},
    {"KONTO", "MMMoM", "#KONTO 1930 Bank"},
    {"KTYP", "ooooo", "#KTYP 1930 T"},
    {"ENHET", "ooooo", "#ENHET 1930 st"},
    {"SRU", "MMooo", "#SRU 1930 7281"},
    {"DIM", "--Moo", "#DIM 20 Insats"},
    {"UNDERDIM", "--Moo", "#UNDERDIM 21 Del 20"},
    {"OBJEKT", "--Moo", "#OBJEKT 20 1 Namn"},
    {"IB", "MMM-M", "#IB 0 1930 0"},
    {"UB", "MMM-M", "#UB 0 1930 0"},
    {"RES", "MMM-M", "#RES 0 1930 0"},
    {"OIB", "--M-o", "#OIB 0 1930 {20 1} 0"},
    {"OUB", "--M-o", "#OUB 0 1930 {20 1} 0"},
    {"PSALDO", "-MM-o", "#PSALDO 0 202401 1930 {} 0"},
    {"PBUDGET", "-MM-o", "#PBUDGET 0 202401 1930 {} 0"},
    {"VER", "---oo", "#VER A 1 20240101\n{\n}"},
    {"TRANS", "---oo", "#VER A 1 20240101\n{\n#TRANS 1930 {} 0\n}"},
    {"RTRANS", "---oo", "#VER A 1 20240101\n{\n#RTRANS 1930 {} 0\n#TRANS 1930 {} 0\n}"},
    {"BTRANS", "---oo", "#VER A 1 20240101\n{\n#BTRANS 1930 {} 0\n}"},
};

struct Case {
    Row row;
    int type; ///< column
};

void PrintTo(const Case& item, std::ostream* out) {
    *out << item.row.label << " in column " << item.type;
}

std::vector<Case> cases() {
    std::vector<Case> all;
    for (const Row& row : table) {
        for (int type = 0; type < 5; ++type) {
            all.push_back({row, type});
        }
    }
    return all;
}

/// What was said of one label: "" or a code.
std::string said_of(const Document& document, const std::string& label) {
    for (const Diagnostic& item : document.result.diagnostics) {
        if (item.concerned == "#" + label &&
            (item.code == DiagnosticCode::post_ej_tillaten || item.code == DiagnosticCode::obligatorisk_post_saknas)) {
            return std::string(stable_name(item.code));
        }
    }
    return "";
}

class LabelAndType : public testing::TestWithParam<Case> {
protected:
    /// The beginning of a file of the type; a 4E has a balance, a 4I none.
    static std::string beginning(int type, const std::string& label) {
        const std::string sietyp = label == "SIETYP" ? "" : fmt::format("#SIETYP {}\n", type < 3 ? type + 1 : 4);
        const bool is_export = type == 4 && label != "UB";
        return "#FLAGGA 0\n" + sietyp + (is_export ? "#UB 0 2010 0\n" : type == 4 ? "#IB 0 2010 0\n" : "");
    }
};

TEST_P(LabelAndType, IsTakenAsTheTableSays) {
    const auto& [row, type] = GetParam();
    const std::string label = row.label;
    const char rule = row.types[type];
    const Document without = read(beginning(type, label));
    // Without #SIETYP the file is of type 1, where the record is optional; without #FLAGGA it is no SIE file.
    const bool missing = rule == 'M' && label != "FLAGGA" && label != "SIETYP";
    EXPECT_EQ(said_of(without, label), missing ? "obligatorisk_post_saknas" : "");
    const bool makes_an_export = type == 3 && (label == "IB" || label == "UB" || label == "RES"); // then it is a 4E
    const Document with = read(beginning(type, label) + std::string(row.record) + "\n");
    EXPECT_EQ(said_of(with, label), rule == '-' && !makes_an_export ? "post_ej_tillaten" : "");
    EXPECT_TRUE(with.result.accepted);
    EXPECT_FALSE(with.result.has_errors());
    if (label != "SIETYP") {
        EXPECT_TRUE(with.result.counts.contains(label)); // read, allowed or not
        EXPECT_EQ(with.result.counts.at(label).refused, 0u);
    }
}

std::string case_name(const testing::TestParamInfo<Case>& instance) {
    constexpr std::array type_names = {"1", "2", "3", "4I", "4E"};
    return fmt::format("{}_in_{}", instance.param.row.label, type_names[static_cast<std::size_t>(instance.param.type)]);
}

INSTANTIATE_TEST_SUITE_P(Table, LabelAndType, testing::ValuesIn(cases()), case_name);

TEST(LabelsAndTypes, TheTableHasEveryLabelButTheChecksum) {
    EXPECT_EQ(std::size(table) + 1, label_count);
}

TEST(LabelsAndTypes, AForbiddenRecordIsToldAtItsFirstLine) {
    const Document document = read("#FLAGGA 0\n#SIETYP 1\n#DIM 20 Insats\n#DIM 21 Ansvar\n");
    EXPECT_EQ(place(document, DiagnosticCode::post_ej_tillaten), "3:1 varning");
    EXPECT_EQ(text(document, DiagnosticCode::post_ej_tillaten),
              "#DIM hör inte till SIE typ 1; 2 poster lästes som vanligt.");
    EXPECT_EQ(document.dimensions.size(), 2u);
}

} // namespace
} // namespace finsam::sie
