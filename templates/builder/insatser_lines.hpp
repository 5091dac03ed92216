#pragma once
// Which line of a table of insatser shows what: each line knows the one above it, and takes the next insats of the list
// on Objekt, a part of the same insats, or the subtotal of its område. Four helper columns beside the table, unprinted.

#include "templates/builder/formula.hpp"
#include "templates/builder/report_plan.hpp"

namespace finsam::workbook {

/// Kinds: "I" an insats, "E" the insatser of a label, "V" a part of the insats above, "S" the subtotal of an område.
struct InsatsLineFormulas {
    Formula key;    ///< row key as in the engine's table, "" when the line is not used
    Formula number; ///< of the insats in the list on Objekt
    Formula kind;
    Formula choice; ///< the code, label or område whose amounts the line has
    Formula text, code;
};

class InsatsLines {
public:
    /// `capacity`: lines of the list on Objekt.
    InsatsLines(const TablePlan& plan, int capacity)
        : plan_(plan), wanted_(plan.table->insatser), capacity_(capacity) {}

    [[nodiscard]] InsatsLineFormulas at(int row) const;
    [[nodiscard]] int key_column() const noexcept { return plan_.helper_column; }
    [[nodiscard]] int number_column() const noexcept { return plan_.helper_column + 1; }
    [[nodiscard]] int kind_column() const noexcept { return plan_.helper_column + 2; }
    [[nodiscard]] int choice_column() const noexcept { return plan_.helper_column + 3; }

private:
    [[nodiscard]] std::string shown() const;
    [[nodiscard]] std::string next(const std::string& number) const;
    [[nodiscard]] std::string part_is_next(int row) const;
    [[nodiscard]] std::string subtotal_is_next(int row) const;
    [[nodiscard]] std::string subtotal_text(const std::string& area) const;
    [[nodiscard]] Formula number(int row) const;
    [[nodiscard]] Formula kind(int row) const;
    [[nodiscard]] Formula by_kind(int row, const std::string& insats, const std::string& label, const std::string& part,
                                  const std::string& subtotal) const;

    const TablePlan& plan_;
    const InsatsTable& wanted_;
    int capacity_;
};

/// Helper columns of a table of insatser, the key's first.
inline constexpr int insats_helper_columns = 4;

} // namespace finsam::workbook
