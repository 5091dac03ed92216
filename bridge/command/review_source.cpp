#include "bridge/command/review_source.hpp"

#include "bridge/command/text_file.hpp"
#include "bridge/review/csv_tables.hpp"
#include "bridge/review/documents/spreadsheet.hpp"

#include <algorithm>

namespace finsam::command {
namespace {

namespace fs = std::filesystem;

std::string ending_of(const fs::path& path) {
    std::string ending = path.extension().string();
    std::ranges::transform(ending, ending.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return ending;
}

tl::expected<void, std::string> add_file(const fs::path& path, ReviewSource& source) {
    const auto text = read_text_file(path);
    if (!text) {
        return tl::unexpected(text.error());
    }
    auto tables = review::tables_from_csv(*text, path.stem().string());
    if (!tables) {
        return tl::unexpected(path.string() + ": " + tables.error());
    }
    std::ranges::move(*tables, std::back_inserter(source.tables));
    return {};
}

tl::expected<ReviewSource, std::string> read_folder(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> files;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        files.push_back(it->path());
    }
    if (error) {
        return tl::unexpected(folder.string() + ": mappen kan inte läsas (" + error.message() + ").");
    }
    std::ranges::sort(files);
    ReviewSource source;
    for (const fs::path& file : files) {
        const std::string name = file.filename().string();
        if (ending_of(file) != ".csv" || !fs::is_regular_file(file, error)) {
            source.uninterpreted.push_back({name, "", "", "", "filen är ingen tabell som CSV och är inte läst"});
        } else if (const auto added = add_file(file, source); !added) {
            source.uninterpreted.push_back({name, "", "", "", added.error()});
        }
    }
    if (source.tables.empty()) {
        return tl::unexpected(folder.string() +
                              ": mappen har inga tabeller. En tabell är en CSV-fil med radernas namn i "
                              "första kolumnen och rubriker på första raden.");
    }
    return source;
}

tl::expected<ReviewSource, std::string> read_document(const fs::path& path) {
    const auto sheets = review::read_spreadsheet(path);
    if (!sheets) {
        return tl::unexpected(sheets.error());
    }
    ReviewSource source;
    for (const review::Sheet& sheet : *sheets) {
        std::ranges::move(review::tables_of(sheet, source.uninterpreted), std::back_inserter(source.tables));
    }
    if (source.tables.empty()) {
        return tl::unexpected(path.string() + ": inget blad har en tabell med rubriker och siffror.");
    }
    return source;
}

} // namespace

tl::expected<ReviewSource, std::string> read_review_source(const fs::path& path) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
        return read_folder(path);
    }
    if (const std::string ending = ending_of(path); ending == ".ods" || ending == ".xlsx") {
        return read_document(path);
    }
    ReviewSource source;
    if (const auto added = add_file(path, source); !added) {
        return tl::unexpected(added.error());
    }
    return source;
}

} // namespace finsam::command
