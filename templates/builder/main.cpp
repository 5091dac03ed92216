// finsam_build_template: a document of a layout (TOML) to the parts of its workbook template, at build time, with no
// office.

#include "templates/builder/odf_writer.hpp"
#include "templates/builder/workbook_builder.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace {

bool write_file(const std::filesystem::path& path, const std::string& bytes) {
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    std::ofstream out(path, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return out.good();
}

int fail(const std::string& text) {
    fmt::print(stderr, "finsam_build_template: {}\n", text);
    return 2;
}

} // namespace

int main(int argc, char** argv) {
    const auto document = argc == 4 ? finsam::document_kind(argv[2]) : std::nullopt;
    if (!document) {
        return fail("usage: finsam_build_template LAYOUT.toml arsredovisning|delarsrapport|budget FOLDER");
    }
    std::ifstream in(argv[1], std::ios::binary);
    const std::string toml{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in) {
        return fail(fmt::format("cannot read {}", argv[1]));
    }
    const auto layout = finsam::Layout::from_toml(toml, *document);
    if (!layout) {
        return fail(fmt::format("{}: {}", argv[1], layout.error()));
    }
    const std::filesystem::path folder(argv[3]);
    for (const auto& part : finsam::workbook::write_template_parts(finsam::workbook::build_workbook(*layout))) {
        if (!write_file(folder / part.path, part.bytes)) {
            return fail(fmt::format("cannot write {}", (folder / part.path).string()));
        }
    }
    return 0;
}
