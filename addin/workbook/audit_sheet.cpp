#include "addin/workbook/audit_sheet.hpp"

#include "addin/functions/arguments.hpp"
#include "templates/builder/data_columns.hpp"

#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/XMergeable.hpp>
#include <fmt/format.h>
#include <iterator>

namespace finsam::addin {
namespace {

namespace uno = com::sun::star::uno;
using com::sun::star::sheet::XSpreadsheet;
using com::sun::star::table::XCellRange;
using rtl::OUString;
using Line = std::vector<workbook::PlainValue>;

constexpr int columns = 6;
constexpr sal_Int32 widths[columns] = {4200, 3200, 9000, 2600, 9000, 4200}; ///< 1/100 mm

OUString free_name(const DocumentReference& document) {
    const auto sheets = document->getSheets();
    OUString name("Revision");
    for (int number = 2; sheets->hasByName(name); ++number) {
        name = OUString("Revision ") + OUString::number(number);
    }
    return name;
}

uno::Reference<XSpreadsheet> known_sheet(const DocumentReference& document, std::string_view name) {
    const OUString wanted = from_utf8(name);
    const auto sheets = document->getSheets();
    return sheets->hasByName(wanted) ? uno::Reference<XSpreadsheet>(sheets->getByName(wanted), uno::UNO_QUERY)
                                     : uno::Reference<XSpreadsheet>();
}

std::string text_at(const uno::Reference<XSpreadsheet>& sheet, int row, int column) {
    return to_utf8(
        uno::Reference<com::sun::star::text::XText>(sheet->getCellByPosition(column, row), uno::UNO_QUERY_THROW)
            ->getString());
}

Line padded(Line line) {
    line.resize(columns, std::string());
    return line;
}

class AuditSheet {
public:
    AuditSheet(const DocumentReference& document, const std::vector<ReplacedFormula>& replaced,
               const std::vector<std::string>& locked)
        : document_(document), replaced_(replaced), locked_(locked) {}

    void make() {
        const OUString name = free_name(document_);
        document_->getSheets()->insertNewByName(
            name, static_cast<sal_Int16>(uno::Reference<com::sun::star::container::XIndexAccess>(document_->getSheets(),
                                                                                                 uno::UNO_QUERY_THROW)
                                             ->getCount()));
        sheet_.set(document_->getSheets()->getByName(name), uno::UNO_QUERY_THROW);
        heading();
        files();
        checks();
        formulas();
        write();
        format();
        set_page();
    }

private:
    void add(Line line, bool bold = false) {
        if (bold) {
            bold_.push_back(static_cast<int>(lines_.size()));
        }
        lines_.push_back(padded(std::move(line)));
    }

    void heading() {
        add({std::string("Revisionskopia")}, true);
        add({std::string("Kopian kan räknas om i LibreOffice Calc och Excel utan tillägget Finsam. Formler med "
                         "tilläggets funktioner är ersatta med lika formler, eller med sitt värde där ingen lik formel "
                         "finns. Allt annat är som i arbetsboken.")});
        for (const std::string& name : locked_) {
            add({fmt::format("Bladet {} är skyddat med lösenord: dess formler är inte ersatta.", name)}, true);
        }
        add({});
    }

    void files() {
        const auto imports = known_sheet(document_, workbook::sheet::imports);
        if (!imports.is()) {
            return;
        }
        add({std::string("SIE-filer"), std::string("År"), std::string("SHA-256")}, true);
        for (int row = workbook::data_first_row; !text_at(imports, row, 0).empty(); ++row) {
            add({text_at(imports, row, 0), text_at(imports, row, 6), text_at(imports, row, 1)});
        }
        add({});
    }

    void checks() {
        const auto start = known_sheet(document_, workbook::sheet::start);
        if (!start.is() || !known_sheet(document_, workbook::sheet::checks).is()) {
            return;
        }
        add({std::string("Kontroller (bladet Kontroller)")}, true);
        for (const auto& [text, at] :
             {std::pair{"stämmer", workbook::checks_ok_cell}, std::pair{"avrundning", workbook::checks_rounding_cell},
              std::pair{"fel", workbook::checks_failed_cell},
              std::pair{"ej tillämplig", workbook::checks_not_applicable_cell}}) {
            add({std::string(text), start->getCellByPosition(at.column, at.row)->getValue()});
        }
        add({});
    }

    void formulas() {
        if (replaced_.empty()) {
            add({std::string("Arbetsboken har inga formler med tilläggets funktioner.")});
            return;
        }
        add({std::string("Blad"), std::string("Cell"), std::string("Ursprunglig formel"), std::string("Blev"),
             std::string("Ny formel"), std::string("Värde")},
            true);
        for (const ReplacedFormula& one : replaced_) {
            Line line{one.sheet, one.place, one.original, std::string(one.now.empty() ? "värde" : "formel"), one.now};
            std::visit([&](const auto& value) { line.emplace_back(value); }, one.value);
            add(std::move(line));
        }
    }

    /// setDataArray keeps a text that begins with "=" a text.
    void write() {
        uno::Sequence<uno::Sequence<uno::Any>> rows(static_cast<sal_Int32>(lines_.size()));
        for (std::size_t row = 0; row < lines_.size(); ++row) {
            uno::Sequence<uno::Any> cells(columns);
            for (int column = 0; column < columns; ++column) {
                const workbook::PlainValue& value = lines_[row][static_cast<std::size_t>(column)];
                const double* number = std::get_if<double>(&value);
                cells.getArray()[column] =
                    number != nullptr ? uno::Any(*number) : uno::Any(from_utf8(std::get<std::string>(value)));
            }
            rows.getArray()[row] = cells;
        }
        uno::Reference<com::sun::star::sheet::XCellRangeData>(area(0, static_cast<int>(lines_.size()) - 1),
                                                              uno::UNO_QUERY_THROW)
            ->setDataArray(rows);
    }

    uno::Reference<XCellRange> area(int first, int last) const {
        return sheet_->getCellRangeByPosition(0, first, columns - 1, last);
    }

    void format() {
        const uno::Reference<com::sun::star::table::XColumnRowRange> all(area(0, 0), uno::UNO_QUERY_THROW);
        for (sal_Int32 column = 0; column < columns; ++column) {
            uno::Reference<com::sun::star::beans::XPropertySet>(all->getColumns()->getByIndex(column),
                                                                uno::UNO_QUERY_THROW)
                ->setPropertyValue("Width", uno::Any(widths[column]));
        }
        for (const int row : bold_) {
            uno::Reference<com::sun::star::beans::XPropertySet>(area(row, row), uno::UNO_QUERY_THROW)
                ->setPropertyValue("CharWeight", uno::Any(com::sun::star::awt::FontWeight::BOLD));
        }
        const uno::Reference<com::sun::star::beans::XPropertySet> table(
            area(table_begin(), static_cast<int>(lines_.size()) - 1), uno::UNO_QUERY_THROW);
        table->setPropertyValue("IsTextWrapped", uno::Any(true));
        table->setPropertyValue("VertJustify", uno::Any(sal_Int32(1))); // com.sun.star.table.CellVertJustify2.TOP
        const uno::Reference<com::sun::star::util::XMergeable> text(area(1, 1), uno::UNO_QUERY_THROW);
        text->merge(true);
        uno::Reference<com::sun::star::beans::XPropertySet>(text, uno::UNO_QUERY_THROW)
            ->setPropertyValue("IsTextWrapped", uno::Any(true));
        uno::Reference<com::sun::star::beans::XPropertySet>(
            uno::Reference<com::sun::star::table::XColumnRowRange>(area(1, 1), uno::UNO_QUERY_THROW)
                ->getRows()
                ->getByIndex(0),
            uno::UNO_QUERY_THROW)
            ->setPropertyValue("Height", uno::Any(sal_Int32(1100)));
    }

    /// Landscape, as many pages long as it takes but one wide.
    void set_page() {
        const uno::Reference<com::sun::star::style::XStyleFamiliesSupplier> supplier(document_, uno::UNO_QUERY_THROW);
        const uno::Reference<com::sun::star::container::XNameContainer> styles(
            supplier->getStyleFamilies()->getByName("PageStyles"), uno::UNO_QUERY_THROW);
        const OUString name("Finsam revision");
        if (!styles->hasByName(name)) {
            const uno::Reference<com::sun::star::lang::XMultiServiceFactory> factory(document_, uno::UNO_QUERY_THROW);
            styles->insertByName(name, uno::Any(factory->createInstance("com.sun.star.style.PageStyle")));
        }
        const uno::Reference<com::sun::star::beans::XPropertySet> page(styles->getByName(name), uno::UNO_QUERY_THROW);
        page->setPropertyValue("IsLandscape", uno::Any(true));
        page->setPropertyValue("Width", uno::Any(sal_Int32(29700)));
        page->setPropertyValue("Height", uno::Any(sal_Int32(21000)));
        page->setPropertyValue("ScaleToPagesX", uno::Any(sal_Int16(1)));
        page->setPropertyValue("ScaleToPagesY", uno::Any(sal_Int16(0)));
        uno::Reference<com::sun::star::beans::XPropertySet>(sheet_, uno::UNO_QUERY_THROW)
            ->setPropertyValue("PageStyle", uno::Any(name));
    }

    int table_begin() const { return bold_.empty() ? 0 : bold_.back(); }

    const DocumentReference& document_;
    const std::vector<ReplacedFormula>& replaced_;
    const std::vector<std::string>& locked_;
    uno::Reference<XSpreadsheet> sheet_;
    std::vector<Line> lines_;
    std::vector<int> bold_;
};

} // namespace

void add_audit_sheet(const DocumentReference& document, const std::vector<ReplacedFormula>& replaced,
                     const std::vector<std::string>& locked_sheets) {
    AuditSheet(document, replaced, locked_sheets).make();
}

} // namespace finsam::addin
