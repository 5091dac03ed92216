#pragma once
// Ids of pairs of ids.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace finsam {

/// A hash table with open addressing: a file may have a list of objects of its own for every few rows, and looking
/// one up then costs one visit to memory, where a table of nodes takes three.
class PairIds {
public:
    /// The id of (first, second), both at least 0 and first at least 1. A new one is 0: set it, not to 0, before the
    /// next call.
    [[nodiscard]] std::int64_t& at(std::int64_t first, std::int64_t second);

private:
    struct Slot {
        std::int64_t first = 0, second = 0, id = 0; ///< first 0: free
    };

    [[nodiscard]] Slot& slot(std::int64_t first, std::int64_t second) noexcept;
    void grow();

    std::vector<Slot> slots_ = std::vector<Slot>(64); ///< a power of two of them, less than half taken
    std::size_t taken_ = 0;
};

} // namespace finsam
