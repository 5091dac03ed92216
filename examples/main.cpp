// finsam_example_books: writes the example SIE files into a folder.

#include "examples/books/posted_books.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>

namespace {

bool write_file(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    return file.good();
}

using Files = tl::expected<std::vector<finsam::example::ExampleFile>, std::string>;

int write_all(const std::filesystem::path& folder, const Files& files) {
    if (!files) {
        fmt::print(stderr, "Exempelböckerna stämmer inte, inget är skrivet. {}\n", files.error());
        return 2;
    }
    std::error_code ignored; // a folder that cannot be made is told by the write below
    std::filesystem::create_directories(folder, ignored);
    for (const auto& file : *files) {
        const std::filesystem::path path = folder / file.name;
        if (!write_file(path, file.bytes)) {
            fmt::print(stderr, "Filen {} kunde inte skrivas. Kontrollera att mappen finns och får ändras.\n",
                       path.string());
            return 2;
        }
        fmt::print("{}\n", path.string());
    }
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Skriver exempelfilerna (SIE 4E), två år av varje förbund: insjoriket-2024.se, solleftea-2024.se ...",
                 "finsam_example_books");
    std::string folder;
    app.add_option("UTMAPP", folder, "Mappen som filerna skrivs i; den görs om den saknas.");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    if (folder.empty()) {
        fmt::print(stderr, "Ange mappen som filerna ska skrivas i: finsam_example_books UTMAPP\n");
        return 2;
    }
    for (const auto& files_of :
         {finsam::example::insjoriket_files, finsam::example::solleftea_files, finsam::example::sjuharad_files}) {
        if (const int failed = write_all(folder, files_of())) {
            return failed;
        }
    }
    return 0;
}
