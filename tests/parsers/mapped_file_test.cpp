#include "parsers/mapped_file.hpp"

#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

namespace finsam {
namespace {

class MappedFileTest : public testing::Test {
protected:
    void SetUp() override {
        std::string pattern = (std::filesystem::temp_directory_path() / "finsam-test-XXXXXX").string();
        ASSERT_NE(mkdtemp(pattern.data()), nullptr);
        folder_ = pattern;
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::filesystem::path write(const std::string& name, const std::string& bytes) {
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
        return folder_ / name;
    }
    std::filesystem::path folder_;
};

TEST_F(MappedFileTest, ShowsTheBytes) {
    const auto file = MappedFile::open(write("a.se", "#FLAGGA 0\r\n"));
    ASSERT_TRUE(file);
    EXPECT_EQ(file->bytes(), "#FLAGGA 0\r\n");
}

TEST_F(MappedFileTest, MovesWithItsBytes) {
    auto file = MappedFile::open(write("a.se", "abc"));
    ASSERT_TRUE(file);
    MappedFile moved(std::move(*file));
    EXPECT_EQ(moved.bytes(), "abc");
    *file = std::move(moved);
    EXPECT_EQ(file->bytes(), "abc");
}

TEST_F(MappedFileTest, AnEmptyFileHasNoBytes) {
    const auto file = MappedFile::open(write("empty.se", ""));
    ASSERT_TRUE(file);
    EXPECT_TRUE(file->bytes().empty());
}

TEST_F(MappedFileTest, SaysWhyItCannotOpen) {
    EXPECT_EQ(MappedFile::open(folder_ / "none.se").error(), "Filen finns inte.");
    EXPECT_EQ(MappedFile::open(folder_).error(), "Det är en mapp och inte en fil.");
}

} // namespace
} // namespace finsam
