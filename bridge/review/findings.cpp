#include "bridge/review/findings.hpp"

#include "bridge/review/row_ties.hpp"
#include "parsers/swedish_format.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>

namespace finsam::review {
namespace {

/// The unit in which a figure is printed, in öre.
std::int64_t unit_of(const Model& model, FigureIndex figure) {
    return ore_per_unit(model.cell_of(figure).figure->unit.value_or(model.table_of(figure).unit));
}

/// Öre as the table prints them: "-574593", "7011.12".
std::string in_unit(const Model& model, FigureIndex figure, std::int64_t ore) {
    const std::int64_t unit = unit_of(model, figure);
    const PrintedFigure& printed = *model.cell_of(figure).figure;
    const int decimals = std::min(2, std::max(printed.decimals, model.table_of(figure).usual_decimals));
    const std::int64_t hundredth = std::max<std::int64_t>(unit / 100, 1);
    std::int64_t hundredths = (std::abs(ore) + hundredth / 2) / hundredth;
    if (decimals == 0) {
        hundredths = (hundredths + 50) / 100 * 100;
    }
    std::string text = fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
    text.resize(decimals == 0 ? text.size() - 3 : text.size() - (2 - static_cast<std::size_t>(decimals)));
    return ore < 0 && hundredths != 0 ? "-" + text : text;
}

} // namespace

std::string for_people(const Model& model, FigureIndex figure, std::int64_t ore) {
    const int decimals =
        std::min(2, std::max(model.cell_of(figure).figure->decimals, model.table_of(figure).usual_decimals));
    const std::int64_t unit = unit_of(model, figure);
    const Unit name = unit == ore_per_unit(Unit::tkr)    ? Unit::tkr
                      : unit == ore_per_unit(Unit::mnkr) ? Unit::mnkr
                                                         : Unit::kr;
    return format_amount(Ore(ore), AmountForm{name, decimals});
}

Finding at_figure(const Model& model, FigureIndex figure) {
    Finding finding;
    finding.table = model.table_of(figure).name;
    finding.row = model.row_of(figure).label;
    finding.column = model.column_of(figure).header;
    const Origin& origin = model.table_of(figure).origin;
    if (const Figure& at = model[figure]; at.row < origin.rows.size() && at.column < origin.columns.size()) {
        finding.place = SheetPlace{origin.sheet, origin.rows[at.row], origin.columns[at.column]};
    }
    finding.printed = in_unit(model, figure, model.values()[figure]);
    const std::int64_t unit = unit_of(model, figure);
    finding.unit = unit == ore_per_unit(Unit::tkr) ? "tkr" : unit == ore_per_unit(Unit::mnkr) ? "mnkr" : "kr";
    return finding;
}

void compute(const Model& model, FigureIndex figure, std::int64_t needed, Finding& finding) {
    finding.computed = in_unit(model, figure, needed);
    finding.difference = in_unit(model, figure, model.values()[figure] - needed);
}

namespace {

/// "”Arvoden” 2024, ”Kansli” 2024"
std::string names_of(const Model& model, const std::vector<FigureIndex>& figures) {
    constexpr std::size_t most = 4;
    std::string text;
    for (std::size_t i = 0; i < std::min(figures.size(), most); ++i) {
        text += fmt::format("{}”{}” i {}, {}", i == 0 ? "" : "; ", model.row_of(figures[i]).label,
                            model.table_of(figures[i]).name, model.column_of(figures[i]).header);
    }
    return figures.size() > most ? text + fmt::format(" och {} till", figures.size() - most) : text;
}

FindingType type_of(const Model& model, const Cause& cause) {
    const std::int64_t printed = model.values()[cause.figure];
    const std::int64_t step = model[cause.figure].step;
    const std::int64_t off = std::abs(printed - cause.needed);
    if (printed != 0 && std::abs(printed + cause.needed) <= step && off > step) {
        return FindingType::sign;
    }
    return off <= step ? FindingType::rounding : FindingType::error;
}

Finding share_finding(const Model& model, const Cause& cause, const Tie& tie) {
    Finding finding = at_figure(model, cause.figure);
    const PrintedFigure& printed = *model.cell_of(cause.figure).figure;
    const bool in_percent = printed.is_percent || std::abs(printed.number) > 1.5;
    const double computed = *cause.needed_share * (in_percent ? 100 : 1);
    finding.printed = fmt::format("{:.{}f}", printed.number, printed.decimals);
    finding.computed = fmt::format("{:.{}f}", computed, printed.decimals);
    finding.difference = fmt::format("{:.{}f}", printed.number - computed, printed.decimals);
    finding.unit = in_percent ? "%" : "";
    finding.rule = tie.rule;
    finding.text = fmt::format("{}: {}, men tryckt är {}.", tie.text,
                               format_percent(*cause.needed_share, in_percent ? printed.decimals : 0),
                               model.cell_of(cause.figure).text);
    const double off = std::abs(printed.number - computed);
    finding.type = off < std::pow(10.0, -printed.decimals) ? FindingType::rounding : FindingType::error;
    finding.certainty = cause.certainty;
    return finding;
}

std::string text_of(const Model& model, const Cause& cause, const Tie& tie, FindingType type) {
    const std::string printed = for_people(model, cause.figure, model.values()[cause.figure]);
    const std::string computed = for_people(model, cause.figure, cause.needed);
    std::string text = tie.text + ". ";
    if (type == FindingType::sign) {
        text += fmt::format("Tecknet är fel: {} ska vara {}.", printed, computed);
    } else if (type == FindingType::rounding) {
        text += fmt::format("{} är fel avrundat: det blir {}.", printed, computed);
    } else if (cause.others.empty()) {
        text += fmt::format("Tryckt är {}, de andra talen ger {}.", printed, computed);
    } else {
        text += fmt::format("Tryckt är {}, de andra talen ger {}. Felet kan lika gärna stå i {}.", printed, computed,
                            names_of(model, cause.others));
    }
    if (cause.ties.size() > 1) {
        text += fmt::format(" Talet bryter {} kontroller.", cause.ties.size());
    }
    return text;
}

void add_remark(const Model& model, const StructureRemark& remark, std::vector<Finding>& findings) {
    Finding finding = at_figure(model, remark.figure);
    if (remark.needed) {
        compute(model, remark.figure, *remark.needed, finding);
    }
    finding.rule = remark.rule;
    finding.text = remark.text;
    finding.type = FindingType::structure;
    finding.certainty = Certainty::medium;
    findings.push_back(std::move(finding));
}

/// "Kassaflöde från löpande verksamhet" above the changes of working capital does not hold them (recognise.cpp).
void operating_cash_flow(const Model& model, std::size_t t, std::vector<StructureRemark>& remarks) {
    const ReviewTable& table = model.tables()[t];
    const auto row = table.index_of("medel_fore_rorelsekapital");
    if (!row || table.index_of("lopande")) {
        return;
    }
    const auto operating = std::ranges::find_if(
        row_names(), [](const RowName& name) { return name.table == "kassaflodesanalys" && name.key == "lopande"; });
    if (likeness(*operating, table.rows[*row].forms) < like_enough) {
        return;
    }
    const auto capital = table.index_of("forandring_rorelsekapital");
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const auto figure = model.find(t, *row, c);
        std::int64_t change = 0;
        for (const auto& part : {capital ? capital : table.index_of("forandring_fordringar"),
                                 capital ? std::nullopt : table.index_of("forandring_skulder")}) {
            const auto other = part ? model.find(t, *part, c) : std::nullopt;
            change += other ? model.values()[*other] : 0;
        }
        if (figure && change != 0) {
            remarks.push_back({*figure, model.values()[*figure] + change,
                               "Förändringen av rörelsekapital hör till kassaflödet från den löpande verksamheten, men "
                               "raden står före den och räknar inte in den.",
                               "RKR R13"});
        }
    }
}

/// Members' grants are income of the activity, no financial items.
void grants_among_financial_items(const Model& model, std::size_t t, const std::vector<SumRule>& sums,
                                  std::vector<StructureRemark>& remarks) {
    const ReviewTable& table = model.tables()[t];
    const auto financial = table.index_of("summa_finansiellt"), grants = table.index_of("bidrag_huvudman");
    const auto sum = std::ranges::find_if(sums, [&](const SumRule& one) { return financial && one.row == *financial; });
    if (sum == sums.end() || !grants || words_of(table.rows[*financial].label).size() == 0) {
        return;
    }
    const auto words = words_of(table.rows[*financial].label);
    const bool says_so = std::ranges::any_of(words, [](const std::string& word) { return word.starts_with("bidrag"); });
    const bool holds = std::ranges::find(sum->parts, *grants, &SumRule::Part::row) != sum->parts.end();
    const auto figure = model.find(t, *financial, 0), grant = model.find(t, *grants, 0);
    if (holds && !says_so && figure && grant) {
        remarks.push_back({*figure, model.values()[*figure] - model.values()[*grant],
                           "Raden kallas finansiella intäkter och kostnader men räknar in medlemmarnas bidrag, som är "
                           "verksamhetens intäkter.",
                           "LKBR 5 kap."});
    }
}

} // namespace

std::string_view swedish_name(FindingType type) noexcept {
    switch (type) {
    case FindingType::error: return "fel";
    case FindingType::sign: return "tecken";
    case FindingType::rounding: return "avrundning";
    case FindingType::format: return "format";
    case FindingType::structure: return "struktur";
    case FindingType::missing: return "saknas";
    }
    return "fel";
}

std::string_view swedish_table_name(std::string_view kind) noexcept {
    using Name = std::pair<std::string_view, std::string_view>;
    static constexpr std::array names = {
        Name{"resultatrakning", "Resultaträkning"},
        Name{"balansrakning", "Balansräkning"},
        Name{"kassaflodesanalys", "Kassaflödesanalys"},
        Name{"balanskrav", "Balanskravsutredning"},
        Name{"oversikt", "Översikt över verksamhetens utveckling"},
        Name{"driftredovisning", "Driftredovisning"},
        Name{"drift_sammandrag", "Driftredovisning, sammandrag"},
        Name{"insatser", "Insatser: utfall mot budget"},
        Name{"anslag", "Beviljade och förbrukade medel"},
        Name{"ar", "Tabell med en rad per år"},
        Name{"riktvarde", "Eget kapital mot riktvärdet"},
        Name{"not_finansiering", "Not: medlemmarnas bidrag"},
        Name{"not", "Not"},
    };
    const auto found = std::ranges::find(names, kind, &Name::first);
    return found == names.end() ? kind : found->second;
}

std::string_view swedish_name(Certainty certainty) noexcept {
    switch (certainty) {
    case Certainty::high: return "hög";
    case Certainty::medium: return "medel";
    case Certainty::low: return "låg";
    }
    return "låg";
}

std::vector<Finding> findings_of(const Model& model, const std::vector<Tie>& ties, const std::vector<Cause>& causes) {
    std::vector<Finding> findings;
    for (const Cause& cause : causes) {
        const Tie& tie = ties[cause.ties.front()];
        if (cause.needed_share) {
            findings.push_back(share_finding(model, cause, tie));
            continue;
        }
        Finding finding = at_figure(model, cause.figure);
        compute(model, cause.figure, cause.needed, finding);
        finding.type = type_of(model, cause);
        finding.rule = tie.rule;
        finding.text = text_of(model, cause, tie, finding.type);
        finding.certainty = cause.certainty;
        findings.push_back(std::move(finding));
    }
    return findings;
}

void add_structure_remarks(const Model& model, std::size_t table, const std::vector<SumRule>& sums,
                           std::vector<StructureRemark>& remarks) {
    if (model.tables()[table].kind == "kassaflodesanalys") {
        operating_cash_flow(model, table, remarks);
    } else if (model.tables()[table].kind == "resultatrakning") {
        grants_among_financial_items(model, table, sums, remarks);
    }
}

void add_remarks(const Model& model, const std::vector<StructureRemark>& remarks, const std::vector<OddReading>& odd,
                 std::vector<Finding>& findings) {
    for (const StructureRemark& remark : remarks) {
        add_remark(model, remark, findings);
    }
    for (const OddReading& reading : odd) {
        add_remark(model,
                   {reading.figure, std::nullopt, std::string(reading.tie->remark), std::string(reading.tie->rule)},
                   findings);
    }
}

void add_format_findings(const Model& model, std::vector<Finding>& findings) {
    for (FigureIndex i = 0; i < model.size(); ++i) {
        if (model.cell_of(i).figure->odd_groups && !model.table_of(i).is_last_year) {
            Finding finding = at_figure(model, i);
            compute(model, i, model.values()[i], finding);
            finding.rule = "Svenska skrivregler";
            finding.text = fmt::format("”{}” är inte grupperat tre och tre; talet är {}.", model.cell_of(i).text,
                                       for_people(model, i, model.values()[i]));
            finding.type = FindingType::format;
            finding.certainty = Certainty::high;
            findings.push_back(std::move(finding));
        }
    }
}

} // namespace finsam::review
