#include "tests/command/run_command.hpp"

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <grp.h>
#include <gtest/gtest.h>
#include <iterator>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace finsam::command_test {
namespace {

constexpr uid_t nobody = 65534;

void become_ordinary_user() {
    if (geteuid() == 0 && (setgroups(0, nullptr) != 0 || setgid(nobody) != 0 || setuid(nobody) != 0)) {
        _exit(126);
    }
}

[[noreturn]] void run_child(std::vector<char*> arguments, const RunOptions& options, const Folder& folder) {
    const std::string target = options.standard_output.empty() ? (folder / "out").string() : options.standard_output;
    const int out = open(target.c_str(), O_WRONLY | O_CREAT, 0600);
    const int err = open((folder / "err").c_str(), O_WRONLY | O_CREAT, 0600);
    const int in = open("/dev/null", O_RDONLY);
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    std::signal(SIGPIPE, SIG_DFL); // as a shell gives it, whatever the tests have
    for (const auto& [name, value] : options.environment) {
        setenv(name.c_str(), value.c_str(), 1);
    }
    if (options.largest_file) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{*options.largest_file, *options.largest_file};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    if (options.as_ordinary_user) {
        become_ordinary_user();
    }
    execv(arguments.front(), arguments.data());
    _exit(127);
}

} // namespace

Outcome run_program(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                    const RunOptions& options) {
    const Folder folder;
    std::vector<std::string> words = {program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    const pid_t child = fork();
    if (child == 0) {
        run_child(pointers, options, folder);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_file(folder / "out"), read_file(folder / "err")};
}

Outcome run_finsam(const std::vector<std::string>& arguments, const RunOptions& options) {
    return run_program(FINSAM_COMMAND, arguments, options);
}

Folder::Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "finsam-test-XXXXXX").string();
    path_ = mkdtemp(name.data());
    std::filesystem::permissions(path_, std::filesystem::perms(0755));
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::string Folder::write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return (path_ / name).string();
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

ExampleBooks example_books(const std::string& forbund) {
    static const Folder folder;
    static const bool made = [] {
        const Outcome outcome = run_program(FINSAM_EXAMPLE_BOOKS, {folder.path().string()});
        EXPECT_EQ(outcome.exit, 0) << outcome.err;
        return outcome.exit == 0;
    }();
    EXPECT_TRUE(made);
    return {(folder / (forbund + "-2024.se")).string(), (folder / (forbund + "-2023.se")).string()};
}

} // namespace finsam::command_test
