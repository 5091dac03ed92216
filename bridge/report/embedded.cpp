#include "bridge/report/embedded.hpp"

namespace finsam {

tl::expected<std::string_view, std::string> find_embedded(std::string_view name, std::string_view ending) {
    std::string known;
    for (const EmbeddedFile& file : embedded_files()) {
        if (!file.name.ends_with(ending)) {
            continue;
        }
        const std::string_view stem = file.name.substr(0, file.name.size() - ending.size());
        if (stem == name) {
            return file.bytes;
        }
        known += (known.empty() ? "" : ", ") + std::string(stem);
    }
    return tl::unexpected("”" + std::string(name) + "” finns inte. De som följer med är: " + known + ".");
}

} // namespace finsam
