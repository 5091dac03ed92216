#include "addin/functions/functions_service.hpp"

#include "addin/entry_point.hpp"
#include "addin/functions/arguments.hpp"
#include "addin/functions/driftredovisning_arguments.hpp"
#include "bridge/figures/balanskrav.hpp"
#include "bridge/figures/driftredovisning.hpp"
#include "bridge/figures/soliditet.hpp"

#include <algorithm>
#include <array>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <cppuhelper/supportsservice.hxx>

namespace finsam::addin {
namespace {

/// A left-out argument, an empty cell or empty text: there was no previous year. So is a range where nothing stands.
OrCellError<std::optional<std::vector<ObjectAmount>>> read_previous(const com::sun::star::uno::Any& value) {
    constexpr ArgumentPlace place{"driftredovisning", 2};
    AnyMatrix cells;
    if (!(value >>= cells)) {
        if (optional_number(value, place) != 0.0) {
            refuse(place, "här ska stå ett område.");
        }
        return std::nullopt;
    }
    CellTable table(cells, place);
    if (table.empty()) {
        return std::nullopt;
    }
    return read_outcome(std::move(table));
}

/// The core names the argument in Swedish.
[[noreturn]] void refuse_balanskrav(std::string_view name) {
    constexpr std::array<std::string_view, 8> names = {"årets_resultat",     "realisationsvinster", "vinster_undantag",
                                                       "förluster_undantag", "orealiserade",        "återföring",
                                                       "reservering",        "användning"};
    const auto found = std::ranges::find(names, name);
    const auto index = static_cast<std::int16_t>((found - names.begin()) % std::ssize(names));
    refuse({"balanskrav", index}, "beloppet ska anges positivt.");
}

AnyMatrix to_matrix(const std::vector<DriftredovisningRow>& rows, Unit unit) {
    AnyMatrix matrix(static_cast<sal_Int32>(rows.size()));
    const std::int64_t unit_ore = ore_per_unit(unit);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        AnyRow row(static_cast<sal_Int32>(driftredovisning_columns.size()));
        for (std::size_t c = 0; c < driftredovisning_columns.size(); ++c) {
            if (const std::optional<Ore>& amount = rows[r].columns[c]) {
                // a void element is an empty cell
                row[static_cast<sal_Int32>(c)] <<=
                    static_cast<double>(round_to_unit(*amount, unit_ore).count() / unit_ore);
            }
        }
        matrix[static_cast<sal_Int32>(r)] = row;
    }
    return matrix;
}

} // namespace

double FunctionsService::soliditet(double eget_kapital, double summa_tillgangar, const Any& ansvarsforbindelse) {
    return answered("soliditet", [&]() -> double {
        const std::optional<double> share =
            finsam::soliditet(eget_kapital, summa_tillgangar, optional_number(ansvarsforbindelse, {"soliditet", 2}));
        return share ? *share : error_value(error_division_by_zero);
    });
}

double FunctionsService::balanskrav(double arets_resultat, const Any& realisationsvinster, const Any& vinster_undantag,
                                    const Any& forluster_undantag, const Any& orealiserade, const Any& aterforing,
                                    const Any& reservering, const Any& anvandning) {
    return answered("balanskrav", [&]() -> double {
        const auto ore = [](const Any& value, std::int16_t index) {
            const ArgumentPlace place{"balanskrav", index};
            return to_ore(optional_number(value, place), place);
        };
        const BalanskravInput input{to_ore(arets_resultat, {"balanskrav", 0}),
                                    ore(realisationsvinster, 1),
                                    ore(vinster_undantag, 2),
                                    ore(forluster_undantag, 3),
                                    ore(orealiserade, 4),
                                    ore(aterforing, 5),
                                    ore(reservering, 6),
                                    ore(anvandning, 7)};
        const auto result = finsam::balanskrav(input);
        if (!result) {
            refuse_balanskrav(result.error());
        }
        return to_kronor_double(result->balanskravsresultat);
    });
}

AnyMatrix FunctionsService::driftredovisning(const CellRange& utfall, const CellRange& budget, const Any& foregaende,
                                             const Any& enhet) {
    return answered("driftredovisning", [&]() -> AnyMatrix {
        const Unit unit = optional_unit(enhet, {"driftredovisning", 3});
        const auto outcome = read_outcome(CellTable(utfall, {"driftredovisning", 0}));
        if (!outcome) {
            return error_matrix(outcome.error());
        }
        const auto budgets = read_budget(CellTable(budget, {"driftredovisning", 1}));
        if (!budgets) {
            return error_matrix(budgets.error());
        }
        const auto previous = read_previous(foregaende);
        if (!previous) {
            return error_matrix(previous.error());
        }
        return to_matrix(finsam::driftredovisning(*outcome, *budgets, *previous), unit);
    });
}

rtl::OUString FunctionsService::getImplementationName() {
    return "se.finsam.calc.FunctionsImplementation";
}

sal_Bool FunctionsService::supportsService(const rtl::OUString& name) {
    return cppu::supportsService(this, name);
}

com::sun::star::uno::Sequence<rtl::OUString> FunctionsService::getSupportedServiceNames() {
    com::sun::star::uno::Sequence<rtl::OUString> names(1);
    names[0] = "se.finsam.calc.Functions";
    return names;
}

} // namespace finsam::addin

extern "C" SAL_DLLPUBLIC_EXPORT com::sun::star::uno::XInterface*
se_finsam_calc_Functions_get_implementation(com::sun::star::uno::XComponentContext*,
                                            const com::sun::star::uno::Sequence<com::sun::star::uno::Any>&) {
    return finsam::addin::make_service<finsam::addin::FunctionsService>("Functions");
}
