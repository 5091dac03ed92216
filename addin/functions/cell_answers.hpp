#pragma once
// A question of the cells of one column, asked once for each text.

#include "addin/functions/cell_table.hpp"

#include <string_view>
#include <unordered_map>

namespace finsam::addin {

/// A document holds equal texts once, so the address of a text tells which it is: 100 000 accounts are compared as 160.
/// Valid as long as the table.
template <class Answer>
class CellAnswers {
public:
    CellAnswers(CellTable& table, sal_Int32 column) : table_(table), column_(column) {}

    /// `ask` gets the cell's trimmed text, of a whole number its digits.
    template <class Ask>
    [[nodiscard]] OrCellError<Answer> of(sal_Int32 row, Ask ask) {
        const com::sun::star::uno::Any& cell = table_.cell(row, column_);
        if (const rtl::OUString* const text = text_in(cell)) {
            return text->pData == last_text_ ? last_ : of_text(row, text->pData, ask);
        }
        const double* const number = number_in(cell);
        if (number == nullptr) {
            return tl::unexpected(table_.error_at(row, column_));
        }
        const auto [found, is_new] = of_numbers_.try_emplace(*number);
        if (is_new) {
            found->second = ask(*table_.text(row, column_));
        }
        return found->second;
    }

private:
    template <class Ask>
    Answer of_text(sal_Int32 row, const void* text, Ask ask) {
        const auto [found, is_new] = of_texts_.try_emplace(text);
        if (is_new) {
            found->second = ask(*table_.text(row, column_));
        }
        last_text_ = text;
        last_ = found->second;
        return last_;
    }

    CellTable& table_;
    sal_Int32 column_;
    std::unordered_map<const void*, Answer> of_texts_;
    std::unordered_map<double, Answer> of_numbers_;
    const void* last_text_ = nullptr;
    Answer last_{};
};

} // namespace finsam::addin
