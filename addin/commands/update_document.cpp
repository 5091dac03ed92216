#include "addin/commands/update_document.hpp"

#include "addin/commands/progress.hpp"
#include "addin/commands/undo_step.hpp"
#include "addin/entry_point.hpp"
#include "addin/functions/arguments.hpp"
#include "addin/workbook/document_guards.hpp"
#include "addin/workbook/used_area.hpp"
#include "bridge/workbook/workbook_proof.hpp"
#include "templates/builder/data_columns.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/document/XEmbeddedObjectSupplier.hpp>
#include <com/sun/star/sheet/XCellSeries.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <map>
#include <set>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;

using RowPlace = std::pair<std::string, int>;

std::map<RowPlace, workbook::RowRun> single_rows(const workbook::Fill& fill) {
    std::map<RowPlace, workbook::RowRun> rows;
    for (const workbook::RowRun& run : fill.rows) {
        for (int row = run.first; row <= run.last; ++row) {
            workbook::RowRun& one = rows[{run.sheet, row}] = run;
            one.first = one.last = row;
        }
    }
    return rows;
}

/// Only lines that come into use or go out of it: what people have hidden or shown stays so.
void keep_changed_rows(workbook::Fill& fill, const workbook::Fill& before) {
    const auto old = single_rows(before), now = single_rows(fill);
    fill.rows.clear();
    for (const auto& [place, run] : now) {
        const auto known = old.find(place);
        if (known != old.end() && known->second.hidden != run.hidden) {
            fill.rows.push_back(run);
        }
    }
}

/// Only sheets that get something to print, or lose it: a print range that people have set or removed stays so.
void keep_changed_print_ranges(workbook::Fill& fill, const workbook::Fill& before) {
    const std::set<std::string> empty_before(before.unprinted.begin(), before.unprinted.end());
    std::erase_if(fill.unprinted, [&](const std::string& name) { return empty_before.contains(name); });
    std::erase_if(fill.printed, [&](const workbook::PrintRange& one) { return !empty_before.contains(one.sheet); });
}

/// A filter that people set hides rows, and formulas are not filled down into hidden ones.
void show_data_rows(const DocumentReference& document) {
    for (const std::string_view name :
         {workbook::sheet::balances, workbook::sheet::objects, workbook::sheet::vouchers, workbook::sheet::imports}) {
        const uno::Reference<sheet::XSpreadsheet> one(document->getSheets()->getByName(from_utf8(name)),
                                                      uno::UNO_QUERY_THROW);
        const auto end = used_area(one).EndRow;
        if (end < workbook::data_first_row) {
            continue;
        }
        const uno::Reference<com::sun::star::table::XColumnRowRange> rows(
            one->getCellRangeByPosition(0, workbook::data_first_row, 0, end), uno::UNO_QUERY_THROW);
        uno::Reference<com::sun::star::beans::XPropertySet>(rows->getRows(), uno::UNO_QUERY_THROW)
            ->setPropertyValue("IsVisible", uno::Any(true));
    }
}

/// Sentences of figures that differ; each begins with its cell.
std::vector<std::string> differing(const DocumentReference& document, const OpenReport& now, const Report& report,
                                   WorkbookOutcome& outcome) {
    outcome = {};
    read_back(document, now.layout, now.options, outcome);
    return differences_from(report, outcome);
}

std::string cell_in(const std::string& sentence) {
    return sentence.substr(0, sentence.find(' '));
}

/// What differs now and did not before. A line that has no room has no cell, and is none of these.
std::vector<std::string> new_differences(const std::vector<std::string>& before, std::vector<std::string> after,
                                         bool room_for_all) {
    std::set<std::string> known;
    for (const std::string& one : before) {
        known.insert(cell_in(one));
    }
    std::erase_if(after, [&](const std::string& one) {
        const std::string cell = cell_in(one);
        return cell == "Arbetsboken" ? !room_for_all : known.contains(cell);
    });
    return after;
}

workbook::Fill fill_for(const OpenReport& now, const Books& books, const Report& report) {
    workbook::FillOptions options = now.options;
    options.data_sheets_only = true;
    return workbook::fill(now.layout, books, now.content.map, now.content.typed, report, options);
}

/// Sheets with a password that would have to be written: "Saldon, Objekt".
std::string locked_among(const std::vector<rtl::OUString>& locked, const workbook::Fill& fill) {
    std::set<std::string> wanted;
    for (const workbook::ClearArea& area : fill.clear) {
        wanted.insert(area.sheet);
    }
    for (const workbook::RowRun& run : fill.rows) {
        wanted.insert(run.sheet);
    }
    std::string names;
    for (const rtl::OUString& one : locked) {
        if (const std::string name = to_utf8(one); wanted.contains(name)) {
            names += (names.empty() ? "" : ", ") + name;
        }
    }
    return names;
}

/// A document counts as changed also when a chart in it does, and a chart does when its figures come and go.
void mark_unchanged(const DocumentReference& document) {
    const uno::Reference<com::sun::star::container::XIndexAccess> sheets(document->getSheets(), uno::UNO_QUERY_THROW);
    for (sal_Int32 number = 0; number < sheets->getCount(); ++number) {
        const uno::Reference<com::sun::star::table::XTableChartsSupplier> one(sheets->getByIndex(number),
                                                                              uno::UNO_QUERY_THROW);
        const uno::Reference<com::sun::star::container::XIndexAccess> charts(one->getCharts(), uno::UNO_QUERY_THROW);
        for (sal_Int32 i = 0; i < charts->getCount(); ++i) {
            const uno::Reference<com::sun::star::document::XEmbeddedObjectSupplier> chart(charts->getByIndex(i),
                                                                                          uno::UNO_QUERY_THROW);
            const uno::Reference<com::sun::star::util::XModifiable> content(chart->getEmbeddedObject(), uno::UNO_QUERY);
            if (content.is()) {
                content->setModified(false);
            }
        }
    }
    uno::Reference<com::sun::star::util::XModifiable>(document, uno::UNO_QUERY_THROW)->setModified(false);
}

/// The changed flag too is part of what a document was.
class AsItWas {
public:
    AsItWas(const Context& context, const DocumentReference& document, const std::string& step_name)
        : context_(context), document_(document),
          was_modified_(
              uno::Reference<com::sun::star::util::XModifiable>(document, uno::UNO_QUERY_THROW)->isModified()),
          step_(document, step_name) {}
    void take_back() {
        step_.take_back();
        let_events_pass(context_); // charts are drawn anew when the office has nothing else to do
        if (!was_modified_) {
            mark_unchanged(document_);
        }
    }

private:
    Context context_;
    DocumentReference document_;
    bool was_modified_;
    UndoStep step_;
};

/// Filled with what is in the empty row below it. The office (measured in 7.4) undoes setDataArray without emptying
/// what it wrote, and cells are lost when the old contents are then put back over the new. Undoing this in between
/// empties the area.
void make_undo_empty(const DocumentReference& document, const workbook::ClearArea& area, int last_row) {
    const auto& [first, last] = area.range;
    const uno::Reference<sheet::XSpreadsheet> one(document->getSheets()->getByName(from_utf8(area.sheet)),
                                                  uno::UNO_QUERY_THROW);
    const uno::Reference<sheet::XCellSeries> range(
        one->getCellRangeByPosition(first.column, first.row, last.column, last_row + 1), uno::UNO_QUERY_THROW);
    range->fillSeries(sheet::FillDirection_TO_TOP, sheet::FillMode_SIMPLE, sheet::FillDateMode_FILL_DATE_DAY, 0, 0);
}

/// The last row of a sheet that is used, or that the fill will use.
int last_row_of(const DocumentReference& document, const workbook::Fill& fill, const std::string& name) {
    const uno::Reference<sheet::XSpreadsheet> one(document->getSheets()->getByName(from_utf8(name)),
                                                  uno::UNO_QUERY_THROW);
    int last = used_area(one).EndRow;
    for (const workbook::DataBlock& block : fill.data) {
        if (block.sheet == name) {
            last = std::max(last, block.at.row + static_cast<int>(block.rows.size()) - 1);
        }
    }
    return last;
}

bool is_start(const std::string& name) {
    return name == workbook::sheet::start;
}

uno::Reference<com::sun::star::table::XCell> cell_of(const DocumentReference& document, const std::string& name,
                                                     workbook::Address at) {
    return uno::Reference<sheet::XSpreadsheet>(document->getSheets()->getByName(from_utf8(name)), uno::UNO_QUERY_THROW)
        ->getCellByPosition(at.column, at.row);
}

/// Start is small, and below what is written there stand other things: a cell at a time, which is undone rightly.
void write_start(const DocumentReference& document, const workbook::Fill& fill) {
    const auto each = [&](const auto& block, auto write) {
        for (std::size_t row = 0; row < block.rows.size() && is_start(block.sheet); ++row) {
            for (std::size_t column = 0; column < block.rows[row].size(); ++column) {
                write(cell_of(document, block.sheet,
                              {block.at.row + static_cast<int>(row), block.at.column + static_cast<int>(column)}),
                      block.rows[row][column]);
            }
        }
    };
    for (const workbook::DataBlock& block : fill.data) {
        each(block, [](const auto& cell, const workbook::PlainValue& value) {
            if (const double* number = std::get_if<double>(&value)) {
                cell->setValue(*number);
            } else if (const auto& text = std::get<std::string>(value); !text.empty()) {
                uno::Reference<com::sun::star::text::XText>(cell, uno::UNO_QUERY_THROW)->setString(from_utf8(text));
            }
        });
    }
    for (const workbook::FormulaBlock& block : fill.formulas) {
        each(block,
             [](const auto& cell, const workbook::Formula& formula) { cell->setFormula(from_utf8(to_api(formula))); });
    }
}

bool replace_contents(const DocumentReference& document, const workbook::Fill& fill, const GoOn& go_on) {
    {
        const Quiet quiet(document);
        const Unprotected unprotected(document);
        std::map<std::string, int> last_rows;
        for (const workbook::ClearArea& area : fill.clear) {
            last_rows.try_emplace(area.sheet, last_row_of(document, fill, area.sheet));
        }
        clear_contents(document, fill);
        for (const workbook::ClearArea& area : fill.clear) {
            if (!is_start(area.sheet)) {
                make_undo_empty(document, area, last_rows.at(area.sheet));
            }
        }
        write_start(document, fill);
        workbook::Fill large = fill;
        std::erase_if(large.data, [](const workbook::DataBlock& block) { return is_start(block.sheet); });
        std::erase_if(large.formulas, [](const workbook::FormulaBlock& block) { return is_start(block.sheet); });
        set_names(document, fill);
        if (!write_contents(document, large, go_on)) {
            return false;
        }
        set_rows(document, fill);
        set_print_ranges(document, fill);
    }
    recalculate_filled(document, fill);
    return true;
}

} // namespace

bool has_room(const OpenReport& now, const Report& report) {
    const workbook::Capacities needed = workbook::capacities_for(report, now.content.typed);
    const workbook::Capacities& has = now.options.capacities;
    return needed.list_lines <= has.list_lines && needed.members <= has.members && needed.insatser <= has.insatser &&
           needed.insats_extra <= has.insats_extra;
}

UpdateOutcome update_document(const Context& context, const DocumentReference& document, const OpenReport& now,
                              const Books& books, const Report& report, const std::string& step_name,
                              const GoOn& go_on) {
    UpdateOutcome outcome;
    WorkbookOutcome cells;
    const std::vector<std::string> before = differing(document, now, now.report, cells);
    workbook::Fill fill = fill_for(now, books, report);
    const workbook::Fill filled_before = fill_for(now, now.content.books, now.report);
    keep_changed_rows(fill, filled_before);
    keep_changed_print_ranges(fill, filled_before);
    AsItWas step(context, document, step_name);
    try {
        {
            const Unprotected unprotected(document);
            if (const std::string locked = locked_among(unprotected.locked(), fill); !locked.empty()) {
                step.take_back();
                outcome.error = "Blad som måste skrivas är skyddade med lösenord: " + locked +
                                ". Ta bort skyddet med Verktyg > Skydda kalkylblad och försök igen.";
                return outcome;
            }
            show_data_rows(document);
        }
        if (!replace_contents(document, fill, go_on)) {
            step.take_back();
            outcome.stopped = true;
            return outcome;
        }
        provoke_fault("las_in_skrivet");
        const auto wrong = new_differences(before, differing(document, now, report, cells), has_room(now, report));
        if (!wrong.empty()) {
            step.take_back();
            outcome.error =
                "Arbetsboken räknar inte som programmet med de nya filerna och är därför som den var. " + wrong.front();
            return outcome;
        }
    } catch (...) {
        step.take_back();
        throw;
    }
    outcome.checks_failed = cells.checks_failed;
    return outcome;
}

} // namespace finsam::addin
