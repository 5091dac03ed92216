#pragma once
// Writes a workbook as ODF 1.3: flat XML for loading in process, or the parts of a package. The same workbook gives
// the same bytes: no time, no random names.

#include "templates/builder/sheet_model.hpp"

#include <string>
#include <vector>

namespace finsam::workbook {

/// The whole document as one XML text (.fods).
[[nodiscard]] std::string write_flat(const Workbook& workbook);

struct PackagePart {
    std::string path; ///< inside the package: "mimetype", "content.xml", "META-INF/manifest.xml"
    std::string bytes;
};

/// The parts of a template (.ots) in the order of the archive; `mimetype` is first and must be stored uncompressed.
[[nodiscard]] std::vector<PackagePart> write_template_parts(const Workbook& workbook);

} // namespace finsam::workbook
