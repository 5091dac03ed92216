#pragma once
// Vouchers that were entered twice: the same day, accounts, objects and amounts under another number.

#include <cstdint>
#include <string_view>
#include <vector>

namespace finsam {

/// Keeps 40 bytes a voucher, whatever its size. What it finds alike is compared in full by the caller.
class RepeatedVouchers {
public:
    /// Begins a voucher with its place in the caller's order.
    void begin(std::uint64_t voucher, std::string_view day, std::string_view text);
    /// One #TRANS; `account` and `objects` are numbers that stand for them within the file.
    void row(std::uint64_t account, std::uint64_t objects, std::int64_t amount);
    void end();

    struct Group {
        std::vector<std::uint64_t> vouchers; ///< in order, at least two
        bool same_text = false;              ///< all have one text, and it is not empty
        std::uint64_t reversed = 0;          ///< print of the rows that would take one back
    };
    /// Groups of vouchers alike. Not those that were reversed as many times as they are too many.
    [[nodiscard]] std::vector<Group> groups();

private:
    struct Print {
        std::uint64_t voucher = 0, day = 0, rows = 0, reversed = 0, text = 0;
    };
    std::vector<Print> prints_;
    Print current_;
    bool has_amount_ = false;
};

} // namespace finsam
