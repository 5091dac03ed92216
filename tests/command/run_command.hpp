#pragma once
// Runs the built command as a user does, in a folder of its own.

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace finsam::command_test {

struct Outcome {
    int exit = -1;
    std::string out, err;
};

struct RunOptions {
    std::map<std::string, std::string> environment; ///< added to the test's own
    std::string standard_output;                    ///< a file for stdout instead of `Outcome::out`
    bool as_ordinary_user = false;                  ///< when the test runs as root, so that permissions count
    std::optional<std::uint64_t> largest_file = {}; ///< bytes; writing beyond fails, as on a full disk
};

/// Runs `program` with `arguments`; output goes through files, so nothing can block.
[[nodiscard]] Outcome run_program(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                                  const RunOptions& options = {});

/// Runs `finsam`.
[[nodiscard]] Outcome run_finsam(const std::vector<std::string>& arguments, const RunOptions& options = {});

/// A new folder for one test, removed with it.
class Folder {
public:
    Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder();

    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// Writes a file and gives its path as the command takes it.
    std::string write(const std::string& name, const std::string& bytes) const;

private:
    std::filesystem::path path_;
};

[[nodiscard]] std::string read_file(const std::filesystem::path& path);

/// An example's SIE files, made by the example program once for the whole test program.
struct ExampleBooks {
    std::string year_2024, year_2023; ///< paths
};
[[nodiscard]] ExampleBooks example_books(const std::string& forbund = "insjoriket");

} // namespace finsam::command_test
