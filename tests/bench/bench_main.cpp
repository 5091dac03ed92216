// finsam_bench FOLDER [DOCUMENT]: measures reading and importing of generated books in FOLDER, which it empties of them
// again, and holds the figures against the requirements. Writes the tables into DOCUMENT between its marks when given.
// Exit code 1 when a requirement is not met, 2 when nothing could be measured.
// finsam_bench --read FILE: reads one file, for its peak memory.

#include "parsers/mapped_file.hpp"
#include "parsers/sie_reader.hpp"
#include "tests/bench/child_run.hpp"
#include "tests/bench/field_scanner.hpp"
#include "tests/bench/generated_books.hpp"
#include "tests/bench/marked_text.hpp"
#include "tests/bench/measurements.hpp"
#include "tests/bench/requirements.hpp"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <string_view>

namespace finsam::bench {
namespace {

namespace fs = std::filesystem;

bool read(std::string_view bytes) {
    sie::Handler handler;
    return sie::read_sie(bytes, handler).accepted;
}

std::uint64_t scan(std::string_view bytes) {
    ScannedLine line;
    std::uint64_t fields = 0;
    while (!bytes.empty()) {
        scan_line(bytes, line);
        benchmark::DoNotOptimize(line);
        fields += line.count;
    }
    return fields;
}

std::uint64_t count_lines(std::string_view bytes) {
    std::uint64_t lines = 0;
    for (auto at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
        ++lines;
    }
    return lines;
}

template <typename Use>
void over_bytes(benchmark::State& state, const std::string& path, Use use) {
    const auto file = MappedFile::open(path);
    if (!file) {
        state.SkipWithError(file.error().c_str());
        return;
    }
    for (auto _ : state) {
        auto result = use(file->bytes());
        benchmark::DoNotOptimize(result);
        if (!result) {
            state.SkipWithError("refused");
        }
    }
}

/// `make` removes what an earlier turn left and gives the command.
template <typename Make>
void over_program(benchmark::State& state, Make make) {
    for (auto _ : state) {
        const ChildRun run = run_child(make());
        if (!run.succeeded) {
            state.SkipWithError("the program failed");
        }
        state.SetIterationTime(run.seconds);
        state.counters[peak_counter] = static_cast<double>(run.peak_bytes);
    }
}

BooksFile make_books(const fs::path& folder, int megabytes) {
    const fs::path base = folder / fmt::format("books-{}", megabytes);
    BooksFile file{megabytes, 0, base.string() + ".se", base.string() + ".csv"};
    std::ofstream sie(file.sie, std::ios::binary), csv(file.csv, std::ios::binary);
    file.bytes = write_books(sie, csv, static_cast<std::uint64_t>(megabytes) * 1'000'000).bytes;
    return file;
}

/// The new ledger or database of one turn.
std::string fresh(const fs::path& folder, const char* name) {
    for (const char* suffix : {"", "-journal", "-wal", "-shm"}) {
        fs::remove(folder / (std::string(name) + suffix));
    }
    return folder / name;
}

void register_benchmarks(const BooksFile& file, const fs::path& folder, const std::string& self) {
    const int repetitions = file.megabytes > 100 ? 3 : 5;
    const auto named = [&](const char* what) { return fmt::format("{}/{}", what, file.megabytes); };
    const auto bytes = [&](const char* what, auto use) {
        benchmark::RegisterBenchmark(named(what).c_str(),
                                     [file, use](benchmark::State& state) { over_bytes(state, file.sie, use); })
            ->Unit(benchmark::kMillisecond)
            ->Repetitions(repetitions);
    };
    const auto program = [&](const char* what, auto make) {
        benchmark::RegisterBenchmark(named(what).c_str(),
                                     [make](benchmark::State& state) { over_program(state, make); })
            ->Unit(benchmark::kMillisecond)
            ->Repetitions(repetitions)
            ->UseManualTime()
            ->Iterations(1);
    };
    bytes("lines", count_lines);
    bytes("scan", scan);
    bytes("read", read);
    program("read_memory", [=] { return std::vector<std::string>{self, "--read", file.sie}; });
    program("importera", [=] {
        return std::vector<std::string>{FINSAM_COMMAND, "importera", "--huvudbok", fresh(folder, "ledger.db"),
                                        file.sie};
    });
    if (file.megabytes <= judged_megabytes) { // only compared there
        program("sqlite", [=] {
            return std::vector<std::string>{"sqlite3", fresh(folder, "import.db"), ".mode csv",
                                            fmt::format(".import {} transaktion", file.csv)};
        });
    }
}

int run(const fs::path& folder, const char* document, const std::string& self) {
    fs::create_directories(folder);
    std::vector<BooksFile> books;
    for (const int megabytes : {5, 50, 500}) {
        books.push_back(make_books(folder, megabytes));
        register_benchmarks(books.back(), folder, self);
    }
    std::string arguments[] = {self, "--benchmark_enable_random_interleaving=true", "--benchmark_min_time=0.05"};
    std::vector<char*> argv;
    for (std::string& argument : arguments) {
        argv.push_back(argument.data());
    }
    int argc = static_cast<int>(argv.size());
    benchmark::Initialize(&argc, argv.data());
    Measurements measured;
    benchmark::RunSpecifiedBenchmarks(&measured);
    fs::remove_all(folder);
    if (measured.failed()) {
        return 2;
    }
    const std::vector<Verdict> verdicts = judge(measured, books);
    const std::string text = report(verdicts, measured, books);
    std::cout << '\n' << text;
    if (document != nullptr && !write_between(document, "<!-- mätning -->\n", "<!-- slut på mätning -->", text)) {
        std::cerr << "finsam_bench: no marks in " << document << '\n';
        return 2;
    }
    return std::ranges::all_of(verdicts, &Verdict::met) ? 0 : 1;
}

} // namespace
} // namespace finsam::bench

int main(int argc, char** argv) {
    using namespace finsam;
    if (argc == 3 && std::strcmp(argv[1], "--read") == 0) {
        const auto file = MappedFile::open(argv[2]);
        return file && bench::read(file->bytes()) ? 0 : 1;
    }
    if (argc != 2 && argc != 3) {
        std::cerr << "finsam_bench FOLDER [DOCUMENT]\n";
        return 2;
    }
    return bench::run(argv[1], argc == 3 ? argv[2] : nullptr, std::filesystem::canonical("/proc/self/exe"));
}
