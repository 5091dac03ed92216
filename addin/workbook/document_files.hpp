#pragma once
// Documents of the office and their files.

#include "addin/workbook/fill_document.hpp"
#include "templates/builder/sheet_model.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/uno/Any.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <filesystem>
#include <string>

namespace finsam::addin {

[[nodiscard]] com::sun::star::beans::PropertyValue property(const char* name, const com::sun::star::uno::Any& value);
[[nodiscard]] com::sun::star::beans::PropertyValue filter(const char* name);

inline constexpr const char* ods_filter = "calc8";
inline constexpr const char* xlsx_filter = "Calc MS Excel 2007 XML";

/// Closes the document whatever happens in between.
class OpenDocument {
public:
    explicit OpenDocument(DocumentReference document) : document_(std::move(document)) {}
    OpenDocument(const OpenDocument&) = delete;
    OpenDocument& operator=(const OpenDocument&) = delete;
    ~OpenDocument();
    [[nodiscard]] const DocumentReference& get() const { return document_; }

private:
    DocumentReference document_;
};

/// Opens a workbook that nobody sees: macros are not run, links are not followed. Empty when it is no workbook.
[[nodiscard]] DocumentReference
load_hidden(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
            const std::filesystem::path& path);

/// A new document without a name from a workbook in memory. It has a view, or its view settings would not be stored.
/// Empty when the office cannot open it.
[[nodiscard]] DocumentReference
open_new(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
         const workbook::Workbook& book);

/// Writes a copy; the document itself stays where it is. Nothing for an empty path.
void store(const DocumentReference& document, const std::filesystem::path& path, const char* filter_name);

} // namespace finsam::addin
