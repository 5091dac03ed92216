#include "bridge/review/drift_ties.hpp"

#include "bridge/review/row_ties.hpp"

#include <algorithm>

namespace finsam::review {
namespace {

constexpr std::string_view source = "LKBR 10 kap., RKR R14";
constexpr std::string_view financial = "resultatrakning.finansiella_intakter resultatrakning.finansiella_kostnader";

/// -subject + terms.
Tie tie_to(FigureIndex subject, int subject_sign, const std::vector<TieTerm>& terms, std::string_view text) {
    Tie tie{std::string(text), std::string(source), subject, terms, {}};
    tie.terms.push_back({-subject_sign, subject});
    return tie;
}

/// Does the tie hold in most of its years?
bool holds_usually(const Model& model, const std::vector<Tie>& ties) {
    const auto holds = std::ranges::count_if(ties, [&](const Tie& tie) { return model.holds(tie, model.values()); });
    return 2 * holds > static_cast<std::ptrdiff_t>(ties.size());
}

std::vector<Tie> column_ties(const Model& model, const NamedFigures& figures, std::size_t table, std::size_t row,
                             ColumnRole role, std::string_view terms, std::string_view text) {
    std::vector<Tie> ties;
    const auto& columns = model.tables()[table].columns;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const auto subject = model.find(table, row, c);
        const auto right =
            columns[c].role == role && columns[c].year ? figures.terms(terms, *columns[c].year) : std::nullopt;
        if (subject && right) {
            const int sign = role == ColumnRole::cost ? model.tables()[table].cost_sign : 1;
            ties.push_back(tie_to(*subject, sign, *right, text));
        }
    }
    return ties;
}

} // namespace

void add_drift_totals(const Model& model, const NamedFigures& figures, std::size_t table,
                      const std::vector<SumRule>& sums, std::vector<Tie>& ties) {
    if (sums.empty()) {
        return;
    }
    const std::size_t total = sums.back().row;
    const auto nets = column_ties(model, figures, table, total, ColumnRole::outcome, "resultatrakning.arets_resultat",
                                  "Driftredovisningens summa = årets resultat");
    if (nets.empty() || !std::ranges::any_of(nets, [&](const Tie& tie) { return model.holds(tie, model.values()); })) {
        return;
    }
    ties.insert(ties.end(), nets.begin(), nets.end());
    for (const auto& [role, terms, text] :
         {std::tuple{ColumnRole::income,
                     std::string_view("resultatrakning.verksamhetens_intakter "
                                      "resultatrakning.finansiella_intakter"),
                     std::string_view("Driftredovisningens intäkter = resultaträkningens med finansiella intäkter")},
          std::tuple{ColumnRole::cost,
                     std::string_view("resultatrakning.verksamhetens_kostnader resultatrakning.avskrivningar? "
                                      "resultatrakning.finansiella_kostnader"),
                     std::string_view("Driftredovisningens kostnader = resultaträkningens med finansiella")}}) {
        const auto own = column_ties(model, figures, table, total, role, terms, text);
        ties.insert(ties.end(), own.begin(), own.end());
    }
}

void add_summary_ties(const Model& model, const NamedFigures& figures, std::size_t table, std::vector<Tie>& ties,
                      std::vector<StructureRemark>& remarks) {
    const ReviewTable& own = model.tables()[table];
    const auto result = own.index_of("resultat");
    if (!result || !own.index_of("kostnader") || !own.index_of("medlemsavgift")) {
        return;
    }
    const bool has_financial = own.index_of("finansnetto").has_value();
    std::vector<Tie> with, without;
    for (std::size_t c = 0; c < own.columns.size(); ++c) {
        const auto subject = model.find(table, *result, c);
        if (!subject) {
            continue;
        }
        std::vector<TieTerm> terms;
        for (const std::string_view key : {"medlemsavgift", "kostnader", "finansnetto", "extraordinara_poster"}) {
            const auto row = own.index_of(key);
            const auto figure = row ? model.find(table, *row, c) : std::nullopt;
            if (figure) {
                const bool is_deviation = own.columns[c].role == ColumnRole::deviation;
                const int deviation = is_deviation ? own.deviation_sign * own.cost_deviation_sign : 1;
                terms.push_back({key == "kostnader" ? own.cost_sign * deviation : 1, *figure});
            }
        }
        constexpr std::string_view text = "Resultat = intäkter + kostnader + finansiella poster";
        without.push_back(tie_to(*subject, 1, terms, text));
        const bool counts = own.columns[c].role == ColumnRole::outcome || own.columns[c].role == ColumnRole::deviation;
        const auto more = counts && own.columns[c].year ? figures.terms(financial, *own.columns[c].year) : std::nullopt;
        if (more && !has_financial) {
            terms.insert(terms.end(), more->begin(), more->end());
        }
        if (more || !counts) { // else nothing is known of the year's financial items
            with.push_back(tie_to(*subject, 1, terms, text));
        }
    }
    const bool plain = has_financial || holds_usually(model, without);
    const std::vector<Tie>& chosen = plain ? without : with;
    if (!plain && !holds_usually(model, with)) {
        return;
    }
    ties.insert(ties.end(), chosen.begin(), chosen.end());
    if (!plain) {
        remarks.push_back({with.front().subject, model.needed(without.front(), with.front().subject, model.values()),
                           "Raderna summerar inte till resultatet: de finansiella posterna räknas in i det men har "
                           "ingen rad i tabellen.",
                           std::string(source)});
    }
}

} // namespace finsam::review
