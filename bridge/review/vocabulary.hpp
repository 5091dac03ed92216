#pragma once
// The rows of a förbund's tables under their stable names, and what reports call them.

#include "bridge/review/label.hpp"

#include <string_view>
#include <vector>

namespace finsam::review {

/// What kind of amount a row is: its stable sign (income and assets +, costs -, equity and liabilities +).
enum class RowClass { plain, cost, credit, share, count };

struct RowName {
    std::string_view table, key;
    RowClass row_class;
    double weight; ///< how much a row of this name says of which table it stands in
    std::vector<Words> variants;
};

[[nodiscard]] const std::vector<RowName>& row_names();

/// The likeness of a label to a row's names, 0 to 1.
[[nodiscard]] double likeness(const RowName& name, const std::vector<Words>& forms);
/// A label that is less like a name is another row.
inline constexpr double like_enough = 0.8;

struct LikeName {
    const RowName* name;
    double likeness; ///< `like_enough` or more
};

/// Every name, of whatever table, that a label is like; in the order of `row_names`.
[[nodiscard]] std::vector<LikeName> names_like(const std::vector<Words>& forms);

} // namespace finsam::review
