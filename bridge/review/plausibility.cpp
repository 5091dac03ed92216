#include "bridge/review/plausibility.hpp"

#include "bridge/review/findings.hpp"
#include "bridge/review/named_ties.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fmt/format.h>

namespace finsam::review {
namespace {

/// What income and costs of one year leave to the result.
struct Rest {
    FigureIndex costs;
    std::int64_t income, rest;
    [[nodiscard]] std::int64_t size() const { return std::abs(rest); }
};

std::optional<Rest> rest_of(const Model& model, std::size_t t, std::size_t column) {
    const ReviewTable& table = model.tables()[t];
    const auto value = [&](std::string_view key) -> std::optional<std::int64_t> {
        const auto row = table.index_of(key);
        const auto figure = row ? model.find(t, *row, column) : std::nullopt;
        return figure ? std::optional(model.values()[*figure]) : std::nullopt;
    };
    std::int64_t income = 0;
    for (const std::string_view key :
         {"verksamhetens_intakter", "medlemmar", "ovriga_intakter", "bidrag_esf", "externa_projekt"}) {
        income += value(key).value_or(0);
    }
    const auto row = table.index_of("verksamhetens_kostnader");
    const auto costs = value("verksamhetens_kostnader"), result = value("arets_resultat");
    if (!row || !costs || !result || income <= 0) {
        return std::nullopt;
    }
    return Rest{model.find(t, *row, column).value_or(0), income, *result - income - table.cost_sign * *costs};
}

/// Stable signs: income and assets +, costs -, liabilities +. Kassa och bank may be overdrawn.
struct UsualSign {
    std::string_view table, key;
    int sign;
    std::string_view rule;
};

constexpr UsualSign usual_signs[] = {
    {"resultatrakning", "verksamhetens_intakter", 1, "LKBR 5 kap."},
    {"resultatrakning", "verksamhetens_kostnader", -1, "LKBR 5 kap."},
    {"resultatrakning", "avskrivningar", -1, "LKBR 5 kap."},
    {"resultatrakning", "finansiella_intakter", 1, "LKBR 5 kap."},
    {"resultatrakning", "finansiella_kostnader", -1, "LKBR 5 kap."},
    {"balansrakning", "kortfristiga_fordringar", 1, "LKBR 6 kap."},
    {"balansrakning", "summa_tillgangar", 1, "LKBR 6 kap."},
    {"balansrakning", "langfristiga_skulder", 1, "LKBR 6 kap."},
    {"balansrakning", "kortfristiga_skulder", 1, "LKBR 6 kap."},
};

/// Rows of which a statement must have at least one.
struct Needed {
    std::string_view table, name, rule;
    std::array<std::string_view, 2> keys;
};

constexpr Needed needed_rows[] = {
    {"resultatrakning", "Verksamhetens resultat", "LKBR 5 kap.", {"verksamhetens_resultat", "nettokostnad"}},
    {"resultatrakning", "Resultat efter finansiella poster", "LKBR 5 kap.", {"resultat_efter_finansiella_poster"}},
    {"resultatrakning", "Årets resultat", "LKBR 5 kap.", {"arets_resultat"}},
    {"balansrakning", "Summa tillgångar", "LKBR 6 kap.", {"summa_tillgangar"}},
    {"balansrakning", "Årets resultat", "LKBR 6 kap.", {"arets_resultat"}},
    {"balansrakning",
     "Summa eget kapital, avsättningar och skulder",
     "LKBR 6 kap.",
     {"summa_eget_kapital_avsattningar_skulder"}},
    {"kassaflodesanalys", "Årets resultat", "RKR R13", {"arets_resultat"}},
    {"kassaflodesanalys",
     "Kassaflöde från den löpande verksamheten",
     "RKR R13",
     {"lopande", "medel_fore_rorelsekapital"}},
    {"kassaflodesanalys", "Årets kassaflöde", "RKR R13", {"arets_kassaflode"}},
    {"balanskrav", "Årets resultat enligt resultaträkningen", "LKBR 11 kap. 10 §", {"arets_resultat"}},
    {"balanskrav", "Balanskravsresultat", "LKBR 11 kap. 10 §", {"balanskravsresultat"}},
};

/// So many rows with names of their kind that the table is no other, and a row that is not found is not there.
bool is_surely_recognised(const ReviewTable& table) {
    constexpr std::ptrdiff_t enough = 5;
    return std::ranges::count_if(table.rows, [](const ReviewRow& row) { return !row.key.empty(); }) >= enough;
}

/// A row without a stable name that may be the one, called something else.
bool may_be_called_otherwise(const ReviewTable& table, std::string_view name) {
    constexpr double somewhat = 0.5;
    const Words words = words_of(name);
    return std::ranges::any_of(table.rows, [&](const ReviewRow& row) {
        return row.key.empty() && row.has_figure && !row.forms.empty() &&
               containment(words, row.forms.front()) >= somewhat;
    });
}

} // namespace

void add_unlikely_costs(const Model& model, std::vector<Finding>& findings) {
    constexpr std::int64_t share = 20, times = 3; // a twentieth of the income, three times the largest other year
    for (std::size_t t = 0; t < model.tables().size(); ++t) {
        const ReviewTable& table = model.tables()[t];
        std::vector<Rest> rests;
        for (std::size_t c = 0; c < table.columns.size() && table.kind == "oversikt" && !table.is_last_year; ++c) {
            if (const auto rest = rest_of(model, t, c)) {
                rests.push_back(*rest);
            }
        }
        std::ranges::sort(rests, std::ranges::greater(), &Rest::size);
        constexpr std::size_t fewest = 4; // years to compare with
        if (rests.size() < fewest || rests[0].size() * share < rests[0].income ||
            rests[0].size() < times * rests[1].size()) {
            continue;
        }
        const FigureIndex costs = rests[0].costs;
        Finding finding = at_figure(model, costs);
        compute(model, costs, model.values()[costs] + table.cost_sign * rests[0].rest, finding);
        finding.rule = "RKR R15";
        finding.text =
            fmt::format("Intäkter, kostnader och resultat lämnar {} till finansiella poster, mot högst {} andra "
                        "år. Kostnaderna, intäkterna eller resultatet är fel.",
                        for_people(model, costs, rests[0].rest), for_people(model, costs, rests[1].size()));
        finding.certainty = Certainty::low;
        findings.push_back(std::move(finding));
    }
}

void add_unusual_signs(const Model& model, std::vector<Finding>& findings) {
    const NamedFigures figures(model);
    for (FigureIndex i = 0; i < model.size(); ++i) {
        const ReviewTable& table = model.table_of(i);
        const ColumnRole role = model.column_of(i).role;
        const auto usual = std::ranges::find_if(usual_signs, [&](const UsualSign& one) {
            return one.table == table.kind && one.key == model.row_of(i).key;
        });
        const bool counts = role == ColumnRole::outcome || role == ColumnRole::opening;
        if (usual == std::end(usual_signs) || table.is_last_year || !counts ||
            usual->sign * figures.stable_sign(i) * model.values()[i] >= 0) {
            continue;
        }
        Finding finding = at_figure(model, i);
        const bool known = std::ranges::any_of(findings, [&](const Finding& one) {
            return one.table == finding.table && one.row == finding.row && one.column == finding.column;
        });
        if (!known) {
            finding.rule = usual->rule;
            finding.text = fmt::format("{} har ovanligt tecken för raden. Står talet på rätt rad?",
                                       for_people(model, i, model.values()[i]));
            finding.type = FindingType::sign;
            finding.certainty = Certainty::low;
            findings.push_back(std::move(finding));
        }
    }
}

void add_missing_rows(const Model& model, std::vector<Finding>& findings) {
    for (const ReviewTable& table : model.tables()) {
        for (const Needed& needed : needed_rows) {
            const bool there = std::ranges::any_of(
                needed.keys, [&](std::string_view key) { return !key.empty() && table.find(key) != nullptr; });
            if (table.is_last_year || table.kind != needed.table || there || !is_surely_recognised(table) ||
                may_be_called_otherwise(table, needed.name)) {
                continue;
            }
            Finding finding;
            finding.table = table.name;
            finding.row = needed.name;
            finding.rule = needed.rule;
            finding.text = fmt::format("Raden ”{}” ska finnas i tabellen men hittas inte.", needed.name);
            finding.type = FindingType::missing;
            finding.certainty = Certainty::medium;
            findings.push_back(std::move(finding));
        }
    }
}

} // namespace finsam::review
