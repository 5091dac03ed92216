#pragma once
// An office in which a test makes any entry point of the extension throw (addin/entry_point.hpp).

#include "tests/office/office.hpp"

#include <array>
#include <string>

namespace finsam::office {

class FaultyOffice {
public:
    /// A UNO exception, a standard one, and one that is neither.
    static constexpr std::array<const char*, 3> kinds = {"uno", "std", "int"};

    /// With a profile of its own; empty, with the reason, when the office does not start.
    explicit FaultyOffice(const std::string& profile, std::string& reason);
    FaultyOffice(const FaultyOffice&) = delete;
    FaultyOffice& operator=(const FaultyOffice&) = delete;
    ~FaultyOffice();

    [[nodiscard]] Office* operator->() const noexcept { return office_.get(); }
    [[nodiscard]] Office& operator*() const noexcept { return *office_; }
    [[nodiscard]] explicit operator bool() const noexcept { return office_ != nullptr; }

    /// From now on that entry point throws, and no other.
    void provoke(const std::string& entry_point, const std::string& kind) const;
    void provoke_nothing() const;

private:
    std::filesystem::path fault_file_;
    std::unique_ptr<Office> office_;
};

} // namespace finsam::office
