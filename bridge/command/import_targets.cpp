#include "bridge/command/import_targets.hpp"

#include "parsers/sie_file.hpp"

#include <algorithm>
#include <array>
#include <fstream>

namespace finsam::command {
namespace {

namespace fs = std::filesystem;

/// The names that SIE gives its files: such a file is meant to be read, and is refused with the reason when it cannot.
bool is_named_as_sie(const fs::path& file) {
    std::string ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return ending == ".se" || ending == ".si" || ending == ".sie";
}

bool begins_as_sie(const fs::path& file) {
    std::array<char, 4096> beginning{};
    std::ifstream in(file, std::ios::binary);
    in.read(beginning.data(), beginning.size());
    return sie::looks_like_sie_file({beginning.data(), static_cast<std::size_t>(in.gcount())});
}

class Folders {
public:
    Folders(bool recursive, fs::path ledger, std::vector<ImportTarget>& targets)
        : recursive_(recursive), ledger_(std::move(ledger)), targets_(targets) {}

    void add(const fs::path& folder) {
        std::error_code problem;
        std::vector<fs::path> entries;
        for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem)) {
            entries.push_back(at->path());
        }
        if (problem) {
            targets_.push_back({folder, false, "Mappen kan inte läsas. Kontrollera att du får läsa den."});
        }
        std::ranges::sort(entries);
        for (const fs::path& entry : entries) {
            add_entry(entry);
        }
    }

private:
    void add_entry(const fs::path& entry) {
        std::error_code ignored;
        if (fs::is_directory(fs::symlink_status(entry, ignored))) {
            if (recursive_) {
                add(entry);
            }
        } else if (fs::is_regular_file(entry, ignored) && !fs::equivalent(entry, ledger_, ignored)) {
            targets_.push_back({entry, is_named_as_sie(entry) || begins_as_sie(entry)});
        }
    }

    bool recursive_;
    fs::path ledger_;
    std::vector<ImportTarget>& targets_;
};

} // namespace

std::vector<ImportTarget> import_targets(const std::vector<std::string>& arguments, bool recursive,
                                         const fs::path& ledger) {
    std::vector<ImportTarget> targets;
    Folders folders(recursive, ledger, targets);
    for (const std::string& argument : arguments) {
        std::error_code ignored;
        if (!fs::is_directory(argument, ignored)) {
            targets.push_back({argument});
            continue;
        }
        const std::size_t before = targets.size();
        folders.add(argument);
        const bool any = std::any_of(targets.begin() + static_cast<std::ptrdiff_t>(before), targets.end(),
                                     [](const ImportTarget& one) { return one.is_sie || !one.problem.empty(); });
        if (!any) {
            targets.push_back({argument, false,
                               recursive ? "Mappen har inga SIE-filer."
                                         : "Mappen har inga SIE-filer. Med --rekursivt läses även mapparna i den."});
        }
    }
    return targets;
}

} // namespace finsam::command
