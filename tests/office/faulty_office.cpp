#include "tests/office/faulty_office.hpp"

#include <cstdlib>
#include <fstream>

namespace finsam::office {

FaultyOffice::FaultyOffice(const std::string& profile, std::string& reason)
    : fault_file_(std::filesystem::path(FINSAM_BINARY_DIR) / "tests/office" / (profile + ".fault")) {
    setenv("FINSAM_TEST_FAULT", fault_file_.c_str(), 1);
    OfficeOptions options;
    options.profile = profile;
    office_ = Office::start(options, reason);
    unsetenv("FINSAM_TEST_FAULT");
}

FaultyOffice::~FaultyOffice() {
    std::error_code gone;
    std::filesystem::remove(fault_file_, gone);
}

void FaultyOffice::provoke(const std::string& entry_point, const std::string& kind) const {
    std::ofstream(fault_file_) << entry_point << ' ' << kind;
}

void FaultyOffice::provoke_nothing() const {
    std::filesystem::remove(fault_file_);
}

} // namespace finsam::office
