#include "tests/office/document.hpp"

#include "tests/office/text.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <map>
#include <stdexcept>

namespace finsam::office {
namespace {

using namespace com::sun::star;

beans::PropertyValue property(const char* name, const uno::Any& value) {
    return {rtl::OUString::createFromAscii(name), 0, value, beans::PropertyState_DIRECT_VALUE};
}

uno::Reference<sheet::XSpreadsheetDocument> load(const Office& office, const std::string& url) {
    uno::Sequence<beans::PropertyValue> arguments(1);
    arguments[0] = property("Hidden", uno::Any(true));
    const auto desktop = frame::Desktop::create(office.context());
    uno::Reference<sheet::XSpreadsheetDocument> model(
        desktop->loadComponentFromURL(to_ustring(url), "_blank", 0, arguments), uno::UNO_QUERY);
    if (!model.is()) {
        throw std::runtime_error("the office did not load " + url);
    }
    return model;
}

void set_input(const uno::Reference<table::XCell>& cell, const Input& input) {
    if (const auto* number = std::get_if<double>(&input)) {
        cell->setValue(*number);
    } else if (const auto* text = std::get_if<std::string>(&input)) {
        if (text->starts_with('=')) {
            cell->setFormula(to_ustring(*text));
        } else {
            uno::Reference<text::XTextRange>(cell, uno::UNO_QUERY_THROW)->setString(to_ustring(*text));
        }
    }
}

} // namespace

Document::Document(const Office& office) : model_(load(office, "private:factory/scalc")) {}

Document::Document(const Office& office, const std::filesystem::path& path) : model_(load(office, file_url(path))) {}

Document::~Document() {
    try {
        uno::Reference<util::XCloseable>(model_, uno::UNO_QUERY_THROW)->close(true);
    } catch (const uno::Exception&) {
        // the office has ended; the test that ended it says so
    }
}

uno::Reference<table::XCellRange> Document::range(const std::string& address) const {
    const std::size_t dot = address.find('.');
    const auto sheets = model_->getSheets();
    uno::Reference<table::XCellRange> sheet;
    if (dot == std::string::npos) {
        sheet.set(uno::Reference<container::XIndexAccess>(sheets, uno::UNO_QUERY_THROW)->getByIndex(0),
                  uno::UNO_QUERY_THROW);
    } else {
        sheet.set(sheets->getByName(to_ustring(address.substr(0, dot))), uno::UNO_QUERY_THROW);
    }
    return sheet->getCellRangeByName(to_ustring(dot == std::string::npos ? address : address.substr(dot + 1)));
}

uno::Reference<table::XCell> Document::cell(const std::string& address) const {
    return range(address)->getCellByPosition(0, 0);
}

void Document::set(const std::string& address, std::initializer_list<std::initializer_list<Input>> rows) {
    const auto first =
        uno::Reference<sheet::XCellRangeAddressable>(range(address), uno::UNO_QUERY_THROW)->getRangeAddress();
    const uno::Reference<table::XCellRange> sheet(
        uno::Reference<container::XIndexAccess>(model_->getSheets(), uno::UNO_QUERY_THROW)->getByIndex(first.Sheet),
        uno::UNO_QUERY_THROW);
    sal_Int32 row = first.StartRow;
    for (const auto& inputs : rows) {
        sal_Int32 column = first.StartColumn;
        for (const Input& input : inputs) {
            set_input(sheet->getCellByPosition(column++, row), input);
        }
        ++row;
    }
}

void Document::set_formula(const std::string& address, const std::string& formula) {
    cell(address)->setFormula(to_ustring(formula));
}

void Document::set_local_formula(const std::string& address, const std::string& formula) {
    uno::Reference<beans::XPropertySet>(cell(address), uno::UNO_QUERY_THROW)
        ->setPropertyValue("FormulaLocal", uno::Any(to_ustring(formula)));
}

void Document::set_array_formula(const std::string& address, const std::string& formula) {
    uno::Reference<sheet::XArrayFormulaRange>(range(address), uno::UNO_QUERY_THROW)
        ->setArrayFormula(to_ustring(formula));
}

double Document::value(const std::string& address) const {
    return cell(address)->getValue();
}

std::string Document::text(const std::string& address) const {
    return to_string(uno::Reference<text::XTextRange>(cell(address), uno::UNO_QUERY_THROW)->getString());
}

int Document::error(const std::string& address) const {
    return cell(address)->getError();
}

std::string Document::formula(const std::string& address) const {
    return to_string(cell(address)->getFormula());
}

std::string Document::local_formula(const std::string& address) const {
    rtl::OUString formula;
    uno::Reference<beans::XPropertySet>(cell(address), uno::UNO_QUERY_THROW)->getPropertyValue("FormulaLocal") >>=
        formula;
    return to_string(formula);
}

std::vector<std::string> Document::texts(const std::string& address) const {
    const auto cells = range(address);
    const auto area = uno::Reference<sheet::XCellRangeAddressable>(cells, uno::UNO_QUERY_THROW)->getRangeAddress();
    std::vector<std::string> texts;
    for (sal_Int32 row = 0; row <= area.EndRow - area.StartRow; ++row) {
        for (sal_Int32 column = 0; column <= area.EndColumn - area.StartColumn; ++column) {
            const uno::Reference<text::XTextRange> cell(cells->getCellByPosition(column, row), uno::UNO_QUERY_THROW);
            texts.push_back(to_string(cell->getString()));
        }
    }
    return texts;
}

void Document::recalculate_hard() {
    uno::Reference<sheet::XCalculatable>(model_, uno::UNO_QUERY_THROW)->calculateAll();
}

void Document::store(const std::filesystem::path& path) const {
    static const std::map<std::string, const char*> filters = {{".ods", "calc8"},
                                                               {".xlsx", "Calc MS Excel 2007 XML"},
                                                               {".pdf", "calc_pdf_Export"},
                                                               {".fods", "OpenDocument Spreadsheet Flat XML"}};
    uno::Sequence<beans::PropertyValue> arguments(1);
    arguments[0] =
        property("FilterName", uno::Any(rtl::OUString::createFromAscii(filters.at(path.extension().string()))));
    uno::Reference<frame::XStorable>(model_, uno::UNO_QUERY_THROW)->storeToURL(to_ustring(file_url(path)), arguments);
}

} // namespace finsam::office
