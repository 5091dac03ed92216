#pragma once
// A document's state that must be another while it is written, and put back whatever happens.

#include "addin/workbook/fill_document.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/document/XActionLockable.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XCalculatable.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <vector>

namespace finsam::addin {

/// Nothing is drawn or calculated while this lives.
class Quiet {
public:
    explicit Quiet(const DocumentReference& document);
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;
    ~Quiet();

private:
    com::sun::star::uno::Reference<com::sun::star::frame::XModel> model_;
    com::sun::star::uno::Reference<com::sun::star::document::XActionLockable> actions_;
    com::sun::star::uno::Reference<com::sun::star::sheet::XCalculatable> calculation_;
    bool was_automatic_ = true;
};

/// Nothing that is done while this lives can be undone: for documents that are being made. (A lock of the undo manager
/// does not hold: what is filled down then leaves steps "Fill", in 7.4 and 25.2.)
class NoUndo {
public:
    explicit NoUndo(const DocumentReference& document);
    NoUndo(const NoUndo&) = delete;
    NoUndo& operator=(const NoUndo&) = delete;
    ~NoUndo();

private:
    com::sun::star::uno::Reference<com::sun::star::beans::XPropertySet> properties_;
};

/// Protection without password, taken off while writing and put back on every sheet that had it.
class Unprotected {
public:
    explicit Unprotected(const DocumentReference& document);
    Unprotected(const Unprotected&) = delete;
    Unprotected& operator=(const Unprotected&) = delete;
    ~Unprotected();
    /// Names of sheets that stay protected, with a password.
    [[nodiscard]] const std::vector<rtl::OUString>& locked() const noexcept { return locked_; }

private:
    std::vector<rtl::OUString> locked_;
    std::vector<com::sun::star::uno::Reference<com::sun::star::util::XProtectable>> sheets_;
};

} // namespace finsam::addin
