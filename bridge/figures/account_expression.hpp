#pragma once
// A set of accounts as people write it: "30-34;3990;8*".

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace finsam {

/// Parts with `;` or `,` between them:
/// - `3990` is that account and no other;
/// - `8*` is every account that begins with 8, and `*` every account;
/// - `30-34` is every account from those that begin with 30 to those that begin with 34 (account_key.hpp), the same
///   rule as the account map's ranges. En dash and minus are dashes too.
/// An account that several parts take counts once.
class AccountExpression {
public:
    /// The error is a Swedish sentence that names the part.
    [[nodiscard]] static tl::expected<AccountExpression, std::string> parse(std::string_view text);

    /// False for what has other than digits.
    [[nodiscard]] bool contains(std::string_view account) const noexcept;

private:
    struct Range {
        std::uint32_t low, high; ///< keys, both inside
    };
    [[nodiscard]] std::string add_part(std::string_view part);

    std::vector<std::string> accounts_;
    std::vector<Range> ranges_;
};

} // namespace finsam
