#include "templates/builder/contract.hpp"
#include "templates/builder/data_columns.hpp"
#include "templates/builder/sheets.hpp"

#include <fmt/format.h>

namespace finsam::workbook {

namespace {

/// Keyed as the engine does: "projekt.P10", "projekt.ej_fordelat", or "projekt" for the sum when no insats has an
/// amount.
class InsatsListWriter {
public:
    InsatsListWriter(BuildContext& context, Sheet& sheet, const TablePlan& table, const Row& row, int first)
        : context_(context), sheet_(sheet), table_(table), row_(row), first_(first),
          capacity_(list_capacity(row, context.plan.capacities())),
          list_(year_name("Insats_Lista", list_number(context.layout, &row))),
          style_(context.look.figure(format_of(*table.table, row), row.emphasis)) {}

    void write() {
        for (int line = 1; line <= capacity_; ++line) {
            write_line(line);
        }
        write_rest();
    }

private:
    [[nodiscard]] const std::vector<Column>& columns() const { return table_.table->columns; }
    [[nodiscard]] int column_at(std::size_t i) const { return table_.column_at(static_cast<int>(i)); }

    void put_figure(int row, std::size_t i, const std::string& formula) {
        sheet_.put({row, column_at(i)}, Formula{formula}, style_).merge_columns = table_.span;
    }

    [[nodiscard]] std::string total(std::size_t i) const {
        const auto place = context_.plan.find({table_.table, &row_, columns()[i].kind, columns()[i].year});
        return place ? cell(place->at) : "\"\"";
    }

    void write_line(int line) {
        const int at = first_ + line - 1;
        const std::string key = cell({at, table_.helper_column});
        const std::string match = fmt::format("MATCH({};{};0)", line, list_);
        const std::string code = fmt::format("INDEX(Insats_Kod;{})", match);
        const std::string none = line == 1 ? quoted(row_.key) : "\"\"";
        sheet_.put(
            {at, table_.helper_column},
            Formula{fmt::format("IFERROR({}&{};IF(COUNT({})=0;{};\"\"))", quoted(row_.key + "."), code, list_, none)},
            context_.look.helper_text());
        sheet_.put({at, 0},
                   Formula{fmt::format("IFERROR(IF(INDEX(Insats_Namn;{0})&\"\"=\"\";{1}&\"\";INDEX(Insats_Namn;{0})"
                                       "&\"\");IF({2}=\"\";\"\";{3}))",
                                       match, code, key, quoted(row_.text))},
                   context_.look.row_text(row_));
        for (std::size_t i = 0; i < columns().size(); ++i) {
            const int slot = slot_of(columns()[i].year);
            const std::string own = fmt::format("IF({}=1;ROUND({}{};2);\"\")", year_name("Finns_Objekt", slot),
                                                row_.sie_sign * print_sign(row_, columns()[i].kind) < 0 ? "-" : "",
                                                insats_sum(row_, slot, code));
            put_figure(at, i,
                       line > 1 ? fmt::format("IF({}=\"\";\"\";{})", key, own)
                                : fmt::format("IF(COUNT({})=0;{};{})", list_, total(i), own));
        }
    }

    /// What the lines leave of the sum.
    void write_rest() {
        const int last = first_ + capacity_;
        std::string amounts;
        for (std::size_t i = 0; i < columns().size(); ++i) {
            const std::string lines = cells({{first_, column_at(i)}, {last - 1, column_at(i)}});
            put_figure(
                last, i,
                fmt::format("IF(AND(COUNT({0})>0;ISNUMBER({1}));ROUND({1}-SUM({2});2);\"\")", list_, total(i), lines));
            amounts += fmt::format("{}ABS(N({}))", amounts.empty() ? "" : "+", cell({last, column_at(i)}));
        }
        const std::string key = cell({last, table_.helper_column});
        sheet_.put(
            {last, table_.helper_column},
            Formula{fmt::format("IF({}>0;{};\"\")", amounts, quoted(row_.key + "." + std::string(not_spread_key)))},
            context_.look.helper_text());
        sheet_.put({last, 0},
                   Formula{fmt::format("IF({}=\"\";\"\";IF(MAX({})>{};\"Övriga insatser\";\"Ej fördelat på insats\"))",
                                       key, list_, capacity_)},
                   context_.look.row_text(row_));
    }

    BuildContext& context_;
    Sheet& sheet_;
    const TablePlan& table_;
    const Row& row_;
    int first_;
    int capacity_;
    std::string list_;
    StyleId style_;
};

} // namespace

void build_insats_list(BuildContext& context, Sheet& sheet, const TablePlan& plan, const Row& list, int first) {
    InsatsListWriter(context, sheet, plan, list, first).write();
}

} // namespace finsam::workbook
