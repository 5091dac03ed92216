// finsam_build_template: a layout (TOML) to the parts of the workbook template, at build time, with no office.

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
    if (argc != 3) {
        return fail("usage: finsam_build_template LAYOUT.toml FOLDER");
    }
    std::ifstream in(argv[1], std::ios::binary);
    const std::string toml{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in) {
        return fail(fmt::format("cannot read {}", argv[1]));
    }
    const auto layout = finsam::Layout::from_toml(toml);
    if (!layout) {
        return fail(fmt::format("{}: {}", argv[1], layout.error()));
    }
    const std::filesystem::path folder(argv[2]);
    for (const auto& part : finsam::workbook::write_template_parts(finsam::workbook::build_workbook(*layout))) {
        if (!write_file(folder / part.path, part.bytes)) {
            return fail(fmt::format("cannot write {}", (folder / part.path).string()));
        }
    }
    return 0;
}
