// Files that replace others: in one step each, and all of them or none.

#include "bridge/command/output_files.hpp"
#include "tests/command/run_command.hpp"

#include <array>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/inotify.h>
#include <unistd.h>

namespace finsam::command_test {
namespace {

using command::OutputFiles;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace fs = std::filesystem;

/// Names that something moved or removed from a folder while this watched.
class NamesLost {
public:
    explicit NamesLost(const fs::path& folder) : queue_(inotify_init1(IN_NONBLOCK)) {
        EXPECT_GE(inotify_add_watch(queue_, folder.c_str(), IN_MOVED_FROM | IN_DELETE), 0);
    }
    NamesLost(const NamesLost&) = delete;
    NamesLost& operator=(const NamesLost&) = delete;
    ~NamesLost() { close(queue_); }

    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> all;
        alignas(inotify_event) std::array<char, 4096> buffer{};
        for (ssize_t size = read(queue_, buffer.data(), buffer.size()); size > 0;
             size = read(queue_, buffer.data(), buffer.size())) {
            for (const char* at = buffer.data(); at < buffer.data() + size;) {
                const auto* event = reinterpret_cast<const inotify_event*>(at);
                all.emplace_back(event->name);
                at += sizeof(inotify_event) + event->len;
            }
        }
        return all;
    }

private:
    int queue_;
};

struct OutputFilesTest : testing::Test {
    Folder folder;
    fs::path first = folder / "a.se", second = folder / "b.se";

    [[nodiscard]] OutputFiles prepared(const std::vector<fs::path>& targets) const {
        auto files = OutputFiles::prepare(targets, {}, true);
        EXPECT_TRUE(files.has_value()) << files.error();
        return std::move(*files);
    }
    static void write(const fs::path& path, const std::string& text) { std::ofstream(path) << text; }
};

TEST_F(OutputFilesTest, ReplaceWithoutTheNameEverBeingFree) {
    for (const std::vector<fs::path>& targets : {std::vector{first}, std::vector{first, second}}) {
        write(first, "gammal");
        write(second, "gammal");
        const OutputFiles files = prepared(targets);
        for (std::size_t i = 0; i < targets.size(); ++i) {
            write(files.temporary(i), "ny");
        }
        const NamesLost lost(folder.path());
        EXPECT_TRUE(files.deliver().has_value());
        EXPECT_THAT(lost.names(), IsEmpty());
        for (const fs::path& target : targets) {
            EXPECT_EQ(read_file(target), "ny");
        }
    }
}

TEST_F(OutputFilesTest, AreAsTheyWereWhenOneCannotBePut) {
    const fs::path third = folder / "c.se";
    write(first, "gammal");
    write(third, "gammal");
    const OutputFiles files = prepared({first, second, third});
    write(files.temporary(0), "ny");
    write(files.temporary(1), "ny"); // the third is never made
    const auto delivered = files.deliver();
    ASSERT_FALSE(delivered.has_value());
    EXPECT_THAT(delivered.error(), HasSubstr("Ingenting har ändrats"));
    EXPECT_EQ(read_file(first), "gammal");
    EXPECT_FALSE(fs::exists(second));
    EXPECT_EQ(read_file(third), "gammal");
}

} // namespace
} // namespace finsam::command_test
