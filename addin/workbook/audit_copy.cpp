#include "addin/workbook/audit_copy.hpp"

#include "addin/functions/arguments.hpp"
#include "addin/workbook/audit_sheet.hpp"
#include "addin/workbook/document_files.hpp"
#include "addin/workbook/document_guards.hpp"
#include "templates/builder/native_formula.hpp"

#include <algorithm>
#include <cmath>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/FormulaResult.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XNamedRange.hpp>
#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/text/XText.hpp>
#include <fmt/format.h>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;
using com::sun::star::beans::XPropertySet;
using com::sun::star::table::CellRangeAddress;
using com::sun::star::table::XCell;
using rtl::OUString;
using Context = uno::Reference<uno::XComponentContext>;
using Sheet = uno::Reference<sheet::XSpreadsheet>;

/// What a formula cell shows.
struct Shown {
    int error = 0;
    bool is_number = false;
    double number = 0;
    std::string text;
};

Shown shown_in(const uno::Reference<XCell>& cell) {
    Shown out;
    out.error = cell->getError();
    sal_Int32 type = 0;
    uno::Reference<XPropertySet>(cell, uno::UNO_QUERY_THROW)->getPropertyValue("FormulaResultType2") >>= type;
    out.is_number = out.error == 0 && type == sheet::FormulaResult::VALUE;
    out.number = out.is_number ? cell->getValue() : 0;
    out.text = to_utf8(uno::Reference<com::sun::star::text::XText>(cell, uno::UNO_QUERY_THROW)->getString());
    return out;
}

/// To the last bits of a double: a sum may be added in another order.
bool equal(const Shown& a, const Shown& b) {
    if (a.is_number != b.is_number || a.error != b.error) {
        return false;
    }
    return a.is_number ? std::abs(a.number - b.number) <= 1e-12 * std::max(1.0, std::abs(a.number)) : a.text == b.text;
}

std::variant<double, std::string> value_of(const Shown& shown) {
    return shown.is_number ? std::variant<double, std::string>(shown.number) : shown.text;
}

void set_value(const uno::Reference<XCell>& cell, const Shown& shown) {
    if (shown.is_number) {
        cell->setValue(shown.number);
    } else { // an error has no figure: its text stands there
        uno::Reference<com::sun::star::text::XText>(cell, uno::UNO_QUERY_THROW)->setString(from_utf8(shown.text));
    }
}

/// "{=...}" without the braces.
std::string without_braces(const std::string& formula) {
    return formula.starts_with("{") && formula.ends_with("}") ? formula.substr(1, formula.size() - 2) : formula;
}

class Replacer {
public:
    explicit Replacer(const DocumentReference& document)
        : document_(document), calculation_(document, uno::UNO_QUERY_THROW) {}

    std::vector<ReplacedFormula> run(const std::vector<OUString>& locked) {
        calculation_->calculateAll();
        const uno::Sequence<OUString> names = document_->getSheets()->getElementNames();
        for (const OUString& name : names) {
            if (std::ranges::find(locked, name) == locked.end()) {
                collect(name);
            }
        }
        replace_names();
        for (Single& one : singles_) {
            one.cell->setFormula(from_utf8(one.row.now));
        }
        calculation_->calculateAll();
        for (Single& one : singles_) {
            if (!equal(shown_in(one.cell), one.before)) { // the add-in refuses what Calc does not
                one.row.now.clear();
                set_value(one.cell, one.before);
            }
            rows_.push_back(std::move(one.row));
        }
        calculation_->calculateAll();
        std::ranges::stable_sort(rows_, {}, [&](const ReplacedFormula& row) { return order_.at(row.sheet); });
        return std::move(rows_);
    }

private:
    struct Single {
        uno::Reference<XCell> cell;
        Shown before;
        ReplacedFormula row;
    };

    void collect(const OUString& name) {
        order_.emplace(to_utf8(name), order_.size());
        const Sheet one(document_->getSheets()->getByName(name), uno::UNO_QUERY_THROW);
        const uno::Reference<sheet::XCellRangesQuery> query(one, uno::UNO_QUERY_THROW);
        const auto found = query->queryFormulaCells(sheet::FormulaResult::VALUE | sheet::FormulaResult::STRING |
                                                    sheet::FormulaResult::ERROR);
        const uno::Sequence<CellRangeAddress> areas = found->getRangeAddresses();
        for (const CellRangeAddress& area : areas) {
            collect(one, to_utf8(name), area);
        }
    }

    void collect(const Sheet& one, const std::string& name, const CellRangeAddress& area) {
        const uno::Reference<sheet::XCellRangeFormula> range(
            one->getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow),
            uno::UNO_QUERY_THROW);
        const uno::Sequence<uno::Sequence<OUString>> formulas = range->getFormulaArray();
        for (sal_Int32 row = 0; row < formulas.getLength(); ++row) {
            for (sal_Int32 column = 0; column < formulas[row].getLength(); ++column) {
                const std::string formula = to_utf8(formulas[row][column]);
                if (workbook::calls_addin(without_braces(formula))) {
                    take(one, name, area.StartColumn + column, area.StartRow + row, formula);
                }
            }
        }
    }

    void take(const Sheet& one, const std::string& name, sal_Int32 column, sal_Int32 row, const std::string& formula) {
        if (formula.starts_with("{")) {
            return take_array(one, name, column, row, formula);
        }
        Single single;
        single.cell = one->getCellByPosition(column, row);
        single.before = shown_in(single.cell);
        single.row = {name, workbook::a1({row, column}), formula, "", value_of(single.before)};
        if (const auto native = workbook::native_formula(formula)) {
            single.row.now = *native;
            singles_.push_back(std::move(single));
        } else {
            set_value(single.cell, single.before);
            rows_.push_back(std::move(single.row));
        }
    }

    /// A matrix becomes its values, at its first cell; the others come here too and are values by then.
    void take_array(const Sheet& one, const std::string& name, sal_Int32 column, sal_Int32 row,
                    const std::string& formula) {
        if (!one->getCellByPosition(column, row)->getFormula().startsWith("{")) {
            return;
        }
        const uno::Reference<sheet::XSheetCellRange> at(one->getCellRangeByPosition(column, row, column, row),
                                                        uno::UNO_QUERY_THROW);
        const uno::Reference<sheet::XSheetCellCursor> cursor = one->createCursorByRange(at);
        cursor->collapseToCurrentArray();
        const CellRangeAddress area =
            uno::Reference<sheet::XCellRangeAddressable>(cursor, uno::UNO_QUERY_THROW)->getRangeAddress();
        std::vector<std::vector<Shown>> values;
        for (sal_Int32 r = area.StartRow; r <= area.EndRow; ++r) {
            values.emplace_back();
            for (sal_Int32 c = area.StartColumn; c <= area.EndColumn; ++c) {
                values.back().push_back(shown_in(one->getCellByPosition(c, r)));
            }
        }
        uno::Reference<sheet::XArrayFormulaRange>(cursor, uno::UNO_QUERY_THROW)->setArrayFormula("");
        for (std::size_t r = 0; r < values.size(); ++r) {
            for (std::size_t c = 0; c < values[r].size(); ++c) {
                set_value(one->getCellByPosition(area.StartColumn + static_cast<sal_Int32>(c),
                                                 area.StartRow + static_cast<sal_Int32>(r)),
                          values[r][c]);
            }
        }
        rows_.push_back({name,
                         fmt::format("{}:{}", workbook::a1({area.StartRow, area.StartColumn}),
                                     workbook::a1({area.EndRow, area.EndColumn})),
                         formula, "", value_of(values.front().front())});
    }

    /// Names may hold formulas. One without an equal becomes the value that a cell with it shows.
    void replace_names() {
        order_.emplace("Namn", order_.size());
        const uno::Reference<XPropertySet> properties(document_, uno::UNO_QUERY_THROW);
        const uno::Reference<sheet::XNamedRanges> known(properties->getPropertyValue("NamedRanges"),
                                                        uno::UNO_QUERY_THROW);
        const uno::Sequence<OUString> names = known->getElementNames();
        for (const OUString& name : names) {
            const uno::Reference<sheet::XNamedRange> one(known->getByName(name), uno::UNO_QUERY_THROW);
            const std::string content = to_utf8(one->getContent());
            if (!workbook::calls_addin(content)) {
                continue;
            }
            ReplacedFormula row{"Namn", to_utf8(name), content, "", value_by_name(name)};
            const auto native = workbook::native_formula(content);
            row.now = native.value_or("");
            const double* number = std::get_if<double>(&row.value);
            const std::string constant = number != nullptr ? fmt::format("{:.17g}", *number)
                                                           : workbook::quoted(std::get<std::string>(row.value));
            one->setContent(from_utf8(native ? *native : constant));
            rows_.push_back(std::move(row));
        }
    }

    /// A sheet of its own for a moment: every cell of the others is taken.
    std::variant<double, std::string> value_by_name(const OUString& name) {
        const OUString scratch("finsam tillfalligt");
        const auto sheets = document_->getSheets();
        sheets->insertNewByName(scratch, 0);
        const Sheet one(sheets->getByName(scratch), uno::UNO_QUERY_THROW);
        const uno::Reference<XCell> cell = one->getCellByPosition(0, 0);
        cell->setFormula("=" + name);
        calculation_->calculateAll();
        const auto value = value_of(shown_in(cell));
        sheets->removeByName(scratch);
        return value;
    }

    const DocumentReference& document_;
    uno::Reference<sheet::XCalculatable> calculation_;
    std::vector<Single> singles_; ///< those that have a native formula
    std::vector<ReplacedFormula> rows_;
    std::map<std::string, std::size_t> order_; ///< of the sheets
};

AuditCopyOutcome rewrite(const DocumentReference& document, const AuditCopyRequest& request) {
    AuditCopyOutcome outcome;
    std::vector<ReplacedFormula> replaced;
    {
        const Unprotected unprotected(document);
        std::vector<std::string> locked;
        std::ranges::transform(unprotected.locked(), std::back_inserter(locked), to_utf8);
        replaced = Replacer(document).run(unprotected.locked());
        add_audit_sheet(document, replaced, locked);
        outcome.sheets_with_password = static_cast<int>(locked.size());
    }
    outcome.formulas =
        static_cast<int>(std::ranges::count_if(replaced, [](const ReplacedFormula& one) { return !one.now.empty(); }));
    outcome.values = static_cast<int>(replaced.size()) - outcome.formulas;
    store(document, request.ods, ods_filter);
    store(document, request.xlsx, xlsx_filter);
    return outcome;
}

} // namespace

AuditCopyOutcome make_audit_copy(const Context& context, const AuditCopyRequest& request) {
    const OpenDocument document(load_hidden(context, request.workbook));
    if (!document.get().is()) {
        AuditCopyOutcome outcome;
        outcome.error =
            fmt::format("{} kan inte öppnas som en arbetsbok. Ingen kopia har skrivits.", request.workbook.string());
        return outcome;
    }
    return rewrite(document.get(), request);
}

AuditCopyOutcome make_audit_copy(const Context& context, const DocumentReference& document,
                                 const AuditCopyRequest& request) {
    store(document, request.workbook, ods_filter);
    const AuditCopyOutcome outcome = make_audit_copy(context, request);
    std::error_code ignored;
    std::filesystem::remove(request.workbook, ignored);
    return outcome;
}

} // namespace finsam::addin
