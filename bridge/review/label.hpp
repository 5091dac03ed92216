#pragma once
// Labels of published tables: the same row is called many things, and is misspelled.

#include <string>
#include <string_view>
#include <vector>

namespace finsam::review {

using Words = std::vector<std::string>;

/// Every word, in small letters without diacritics; "s:a" is one.
[[nodiscard]] std::vector<std::string> printed_words(std::string_view label);

/// The words that carry meaning: small letters without diacritics, abbreviations written out, numbers, units and
/// joining words left out. "Övr. kortfr. fordringar" gives ovriga, kortfristiga, fordringar.
[[nodiscard]] Words words_of(std::string_view label);

/// Of words whose first letters are alike (see below).
[[nodiscard]] bool is_same_or_misprint(std::string_view a, std::string_view b);

/// The same word, perhaps bent ("intäkt", "intäkter") or misspelled by a letter or two. Of most pairs the first letters
/// tell that they are not: neither the first nor the second are the same, nor have they changed places.
[[nodiscard]] inline bool is_same_word(std::string_view a, std::string_view b) {
    const bool differ = !a.empty() && !b.empty() && a[0] != b[0];
    const bool is_another = differ && (a.size() < 2 || b.size() < 2 || (a[1] != b[1] && a[0] != b[1]));
    return !is_another && is_same_or_misprint(a, b);
}

/// 1 for the same words in whatever order, 0 for none in common. A word that changes the meaning (intäkter, kostnader,
/// början, slut ...) and stands in one of them only gives 0.
[[nodiscard]] double similarity(const Words& a, const Words& b);

/// How much of the shorter label stands in the longer: "Loksam" in "Loksam idéverkstad" is 1.
[[nodiscard]] double containment(const Words& a, const Words& b);

/// The label, the label without what stands in parentheses, and what stands there.
[[nodiscard]] std::vector<Words> label_forms(std::string_view label);

/// The label is of a sum: "Summa", "Totalt ...", "S:a ...".
[[nodiscard]] bool is_sum_label(std::string_view label);
/// "varav arvode", "därav arvode", "Arvode (varav)": part of the row above. A row that has "varav" inside its label
/// tells only of a part: "Skulder (varav semesterskuld 20)".
[[nodiscard]] bool is_part_label(std::string_view label);

} // namespace finsam::review
