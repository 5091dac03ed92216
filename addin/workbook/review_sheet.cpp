#include "addin/workbook/review_sheet.hpp"

#include "addin/entry_point.hpp"
#include "addin/functions/arguments.hpp"

#include <array>
#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/CellVertJustify2.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/XNumberFormats.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>
#include <fmt/format.h>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
namespace text = com::sun::star::text;
namespace column = workbook::review_column;
using com::sun::star::beans::XPropertySet;
using com::sun::star::sheet::XSpreadsheet;
using com::sun::star::table::XCellRange;
using rtl::OUString;
using Look = workbook::ReviewLine::Look;

constexpr std::array<sal_Int32, column::count> widths = {3600, 5200, 2600, 2600, 2600, 2400,
                                                         1300, 4200, 2100, 1900, 9500, 3600}; ///< 1/100 mm

OUString free_name(const DocumentReference& document) {
    const auto sheets = document->getSheets();
    const OUString wanted = from_utf8(workbook::review_sheet_name);
    OUString name = wanted;
    for (int number = 2; sheets->hasByName(name); ++number) {
        name = wanted + " " + OUString::number(number);
    }
    return name;
}

uno::Reference<XPropertySet> properties_of(const uno::Reference<uno::XInterface>& cells) {
    return {cells, uno::UNO_QUERY_THROW};
}

/// "$'Eget blad'.C7".
std::string address_of(const review::SheetPlace& place) {
    return fmt::format("{}.{}", workbook::sheet_prefix(place.sheet),
                       workbook::a1({static_cast<int>(place.row), static_cast<int>(place.column)}));
}

class Writer {
public:
    Writer(const DocumentReference& document, const std::vector<workbook::ReviewLine>& lines, std::string name)
        : document_(document), lines_(lines), name_(std::move(name)),
          sheet_(document->getSheets()->getByName(from_utf8(name_)), uno::UNO_QUERY_THROW) {}

    void write(bool with_links) {
        workbook::DataBlock block{name_, {}, {}};
        for (const workbook::ReviewLine& line : lines_) {
            block.rows.push_back(line.cells);
        }
        write_data(document_, block);
        format_columns();
        for (int row = 0; row < static_cast<int>(lines_.size()); ++row) {
            format_line(row);
            if (const auto& place = lines_[static_cast<std::size_t>(row)].place; place && with_links) {
                add_link(row, *place);
            }
        }
    }

private:
    uno::Reference<XCellRange> cells(int row, int first, int last) const {
        return sheet_->getCellRangeByPosition(first, row, last, row);
    }

    void format_columns() {
        const uno::Reference<com::sun::star::table::XColumnRowRange> all(sheet_, uno::UNO_QUERY_THROW);
        for (sal_Int32 at = 0; at < column::count; ++at) {
            const uno::Reference<uno::XInterface> one(all->getColumns()->getByIndex(at), uno::UNO_QUERY_THROW);
            properties_of(one)->setPropertyValue("Width", uno::Any(widths.at(static_cast<std::size_t>(at))));
        }
    }

    void format_line(int row) {
        const workbook::ReviewLine& line = lines_[static_cast<std::size_t>(row)];
        const auto whole = properties_of(cells(row, 0, column::count - 1));
        if (line.look != Look::row && line.look != Look::sentence) {
            whole->setPropertyValue("CharWeight", uno::Any(com::sun::star::awt::FontWeight::BOLD));
        }
        if (line.look == Look::title) {
            whole->setPropertyValue("CharHeight", uno::Any(14.0F));
        }
        if (line.look == Look::row) { // a sentence runs on over the columns
            whole->setPropertyValue("IsTextWrapped", uno::Any(true));
            whole->setPropertyValue("VertJustify", uno::Any(sal_Int32(com::sun::star::table::CellVertJustify2::TOP)));
        }
        if (line.decimals >= 0) {
            properties_of(cells(row, column::printed, column::difference))
                ->setPropertyValue("NumberFormat", uno::Any(number_format(line.decimals)));
        }
    }

    sal_Int32 number_format(int decimals) {
        const uno::Reference<com::sun::star::util::XNumberFormatsSupplier> supplier(document_, uno::UNO_QUERY_THROW);
        const auto formats = supplier->getNumberFormats();
        const com::sun::star::lang::Locale swedish("sv", "SE", "");
        const OUString code = decimals == 0   ? OUString("# ##0")
                              : decimals == 1 ? OUString("# ##0,0")
                                              : OUString("# ##0,00");
        const sal_Int32 known = formats->queryKey(code, swedish, false);
        return known >= 0 ? known : formats->addNew(code, swedish);
    }

    /// A sheet may be called anything; quotes in its name are doubled.
    void add_link(int row, const review::SheetPlace& place) {
        const std::string address = address_of(place);
        sheet_->getCellByPosition(column::link, row)
            ->setFormula(from_utf8(fmt::format("=HYPERLINK(\"#{0}\";\"{0}\")", quoted(address))));
    }

    static std::string quoted(const std::string& text) {
        std::string out;
        for (const char c : text) {
            out += c == '"' ? "\"\"" : std::string(1, c);
        }
        return out;
    }

    const DocumentReference& document_;
    const std::vector<workbook::ReviewLine>& lines_;
    std::string name_;
    uno::Reference<XSpreadsheet> sheet_;
};

} // namespace

std::string earlier_review(const DocumentReference& document) {
    const uno::Reference<com::sun::star::container::XNameAccess> sheets(document->getSheets(), uno::UNO_QUERY_THROW);
    const uno::Sequence<OUString> names = sheets->getElementNames();
    for (const OUString& name : names) {
        const uno::Reference<XSpreadsheet> one(sheets->getByName(name), uno::UNO_QUERY_THROW);
        const uno::Reference<text::XText> first(one->getCellByPosition(0, 0), uno::UNO_QUERY_THROW);
        if (name.startsWith(from_utf8(workbook::review_sheet_name)) &&
            to_utf8(first->getString()) == workbook::review_title) {
            return to_utf8(name);
        }
    }
    return {};
}

std::string write_review(const DocumentReference& document, const std::vector<workbook::ReviewLine>& lines,
                         bool with_links) {
    const auto sheets = document->getSheets();
    const std::string earlier = earlier_review(document);
    const OUString fresh = free_name(document);
    const uno::Reference<com::sun::star::container::XIndexAccess> all(sheets, uno::UNO_QUERY_THROW);
    sheets->insertNewByName(fresh, static_cast<sal_Int16>(all->getCount()));
    try {
        Writer(document, lines, to_utf8(fresh)).write(with_links);
        provoke_fault("granska_skrivet");
    } catch (...) {
        sheets->removeByName(fresh);
        throw;
    }
    if (earlier.empty()) {
        return to_utf8(fresh);
    }
    sheets->removeByName(from_utf8(earlier));
    const uno::Reference<com::sun::star::container::XNamed> named(sheets->getByName(fresh), uno::UNO_QUERY_THROW);
    named->setName(from_utf8(earlier));
    return earlier;
}

} // namespace finsam::addin
