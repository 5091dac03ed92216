// EKRIKTVÄRDE and MEDELSFÖRDELNING: the members' funding.

#include "addin/entry_point.hpp"
#include "addin/functions/functions_service.hpp"
#include "bridge/figures/ek_riktvarde.hpp"
#include "bridge/figures/medelsfordelning.hpp"

#include <cmath>
#include <com/sun/star/sheet/XCellRangeData.hpp>

namespace finsam::addin {
namespace {

using com::sun::star::uno::Any;

constexpr ArgumentPlace steps_place{"ekriktvarde", 1};

/// A row of the steps: limit and share. Nothing for a row of two empty cells.
std::optional<EkSteg> read_step(const AnyRow& row) {
    if (is_empty(row[0]) && is_empty(row[1])) {
        return std::nullopt;
    }
    const double* const limit = number_in(row[0]);
    const double* const share = number_in(row[1]);
    if (share == nullptr || (limit == nullptr && !is_empty(row[0]))) {
        refuse(steps_place, "varje rad ska ha stegets övre gräns och dess andel, båda tal.");
    }
    if (!(*share >= 0.0 && *share <= 1.0)) {
        refuse(steps_place, "en andel i trappan ligger inte mellan 0 och 100 %.");
    }
    EkSteg step;
    step.till = limit == nullptr ? std::nullopt : std::optional(to_ore(*limit, steps_place));
    step.andel_miljondelar = std::llround(*share * 1'000'000.0);
    return step;
}

std::vector<EkSteg> read_steps(const Any& value) {
    AnyMatrix cells;
    if (!(value >>= cells)) {
        if (optional_number(value, steps_place) != 0.0) {
            refuse(steps_place, "här ska stå ett område med två kolumner.");
        }
        return {ek_trappa.begin(), ek_trappa.end()};
    }
    std::vector<EkSteg> steps;
    for (const AnyRow& row : std::as_const(cells)) {
        if (row.getLength() != 2) {
            refuse(steps_place, "området ska ha två kolumner: övre gräns och andel.");
        }
        const bool heading = steps.empty() && number_in(row[1]) == nullptr && !is_empty(row[1]);
        if (const auto step = heading ? std::nullopt : read_step(row)) {
            steps.push_back(*step);
        }
    }
    return steps;
}

constexpr ArgumentPlace amount_place{"medelsfordelning", 0};
constexpr ArgumentPlace population_place{"medelsfordelning", 1};
constexpr double largest_whole = 9007199254740992.0; // 2^53

/// Population by place in the range; nothing in an empty cell.
using Population = std::vector<std::optional<std::int64_t>>;

void add_population(Population& population, bool& heading, const Any& cell) {
    const double* const number = number_in(cell);
    if (number == nullptr && !is_empty(cell)) {
        if (!heading) {
            refuse(population_place, "folkmängden ska vara tal.");
        }
        heading = false;
        return;
    }
    if (number != nullptr && !(*number >= 0.0 && *number <= largest_whole && *number == std::floor(*number))) {
        refuse(population_place, "folkmängden ska vara ett helt tal som inte är negativt.");
    }
    heading = heading && number == nullptr;
    population.push_back(number == nullptr ? std::nullopt : std::optional(static_cast<std::int64_t>(*number)));
}

/// The parts in the range's direction; an empty cell has an empty part.
AnyMatrix to_matrix(const Medelsfordelning& parts, const Population& population, bool in_a_row) {
    AnyRow all(static_cast<sal_Int32>(population.size()) + 2);
    Any* out = all.getArray();
    *out++ <<= static_cast<double>(parts.staten);
    *out++ <<= static_cast<double>(parts.regionen);
    auto kommun = parts.kommunerna.begin();
    for (const auto& each : population) {
        if (each) {
            *out <<= static_cast<double>(*kommun++);
        }
        ++out;
    }
    if (in_a_row) {
        return {&all, 1};
    }
    AnyMatrix column(all.getLength());
    AnyRow* rows = column.getArray();
    for (const Any& each : std::as_const(all)) {
        *rows++ = AnyRow(&each, 1);
    }
    return column;
}

} // namespace

double FunctionsService::ekriktvarde(double medlemsmedel, const Any& trappa) {
    return answered("ekriktvarde", [&]() -> double {
        const std::vector<EkSteg> steps = read_steps(trappa);
        const auto riktvarde = ek_riktvarde(to_ore(medlemsmedel, {"ekriktvarde", 0}), steps);
        if (!riktvarde) {
            refuse({"ekriktvarde", static_cast<std::int16_t>(medlemsmedel < 0.0 ? 0 : 1)}, riktvarde.error());
        }
        return to_kronor_double(*riktvarde);
    });
}

AnyMatrix FunctionsService::medelsfordelning(double belopp, const CellRange& befolkning) {
    return answered("medelsfordelning", [&]() -> AnyMatrix {
        if (!(belopp >= 0.0 && belopp <= largest_whole && belopp == std::floor(belopp))) {
            refuse(amount_place, "beloppet ska vara ett helt tal som inte är negativt.");
        }
        const CellRange used = used_part(befolkning);
        const AnyMatrix cells = used.is() ? data_array(used) : AnyMatrix();
        const bool in_a_row = cells.getLength() == 1 && cells[0].getLength() > 1;
        Population population;
        bool heading = true;
        for (sal_Int32 row = 0; row < cells.getLength(); ++row) {
            if (cells[row].getLength() > 1 && !in_a_row) {
                refuse(population_place, "folkmängden ska stå i en kolumn eller en rad.");
            }
            for (sal_Int32 column = 0; column < cells[row].getLength(); ++column) {
                if (!cells[row][column].hasValue()) {
                    return error_matrix({static_cast<std::uint32_t>(used->getCellByPosition(column, row)->getError())});
                }
                add_population(population, heading, cells[row][column]);
            }
        }
        while (!population.empty() && !population.back()) {
            population.pop_back(); // empty cells at the end
        }
        std::vector<std::int64_t> people;
        for (const auto& each : population) {
            if (each) {
                people.push_back(*each);
            }
        }
        const auto parts = finsam::medelsfordelning(static_cast<std::int64_t>(belopp), people);
        if (!parts) {
            refuse(population_place, "folkmängd saknas.");
        }
        return to_matrix(*parts, population, in_a_row);
    });
}

} // namespace finsam::addin
