#pragma once
// The workbook of a comparison, made inside the office: the office computes its formulas and draws its charts.

#include "bridge/workbook/comparison_request.hpp"

#include <com/sun/star/uno/XComponentContext.hpp>

namespace finsam::addin {

/// `ComparisonOutcome::error` says in Swedish what the core can foresee. UNO exceptions pass.
[[nodiscard]] ComparisonOutcome
make_comparison(const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>& context,
                const ComparisonRequest& request);

} // namespace finsam::addin
