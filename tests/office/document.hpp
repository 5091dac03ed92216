#pragma once
// A Calc document in a running office, for tests: cells by address ("B2", "Noter.B2"), closed when the object goes.

#include "tests/office/office.hpp"

#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <initializer_list>
#include <string>
#include <variant>
#include <vector>

namespace finsam::office {

/// What one test puts in a cell: nothing, a number, or text. Text that begins with "=" is a formula in the file form
/// (English names, full programmatic names of add-in functions, `;` between arguments).
using Input = std::variant<std::monostate, double, std::string>;

class Document {
public:
    explicit Document(const Office& office);                           ///< new and empty
    Document(const Office& office, const std::filesystem::path& path); ///< loaded; std::runtime_error when not
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;
    ~Document();

    /// Fills rows from a cell on.
    void set(const std::string& address, std::initializer_list<std::initializer_list<Input>> rows);
    void set_formula(const std::string& address, const std::string& formula);       ///< file form
    void set_local_formula(const std::string& address, const std::string& formula); ///< as typed in the cell
    void set_array_formula(const std::string& range, const std::string& formula);   ///< Ctrl+Shift+Enter

    [[nodiscard]] double value(const std::string& address) const;
    [[nodiscard]] std::string text(const std::string& address) const; ///< as shown
    [[nodiscard]] int error(const std::string& address) const;        ///< 0, or Calc's number: 502, 519, 532, 32767 ...
    [[nodiscard]] std::string formula(const std::string& address) const;
    [[nodiscard]] std::string local_formula(const std::string& address) const;
    [[nodiscard]] std::vector<std::string> texts(const std::string& range) const; ///< row by row, as shown

    void recalculate_hard(); ///< Ctrl+Shift+F9
    /// Stores a copy; the filter follows from the name: .ods, .fods, .xlsx, .pdf.
    void store(const std::filesystem::path& path) const;

    [[nodiscard]] com::sun::star::uno::Reference<com::sun::star::table::XCell> cell(const std::string& address) const;
    [[nodiscard]] com::sun::star::uno::Reference<com::sun::star::table::XCellRange>
    range(const std::string& address) const;
    [[nodiscard]] const com::sun::star::uno::Reference<com::sun::star::sheet::XSpreadsheetDocument>&
    model() const noexcept {
        return model_;
    }

private:
    com::sun::star::uno::Reference<com::sun::star::sheet::XSpreadsheetDocument> model_;
};

} // namespace finsam::office
