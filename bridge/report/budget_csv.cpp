#include "bridge/report/budget_rows.hpp"
#include "bridge/report/csv_reader.hpp"
#include "bridge/report/typed_amount.hpp"
#include "bridge/report/typed_input.hpp"

#include <algorithm>
#include <array>

namespace finsam {
namespace {

using Fault = tl::unexpected<std::string>;

Fault fault(std::size_t line, const std::string& text) {
    return Fault("Budgeten, rad " + std::to_string(line) + ": " + text);
}

bool has_amounts(const CsvHeader& header) {
    return header.has("intäkt") || header.has("kostnad") || header.has("netto");
}

std::string header_fault(const CsvHeader& header) {
    constexpr std::array<std::string_view, 10> known = {"insats", "benämning", "område", "etikett", "varav",
                                                        "intäkt", "kostnad",   "netto",  "prognos", "budget året före"};
    for (const std::string& name : header.names()) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            return "kolumnen ”" + name +
                   "” är okänd; kolumnerna heter insats, benämning, område, etikett, varav, intäkt, kostnad, netto, "
                   "prognos och budget året före.";
        }
    }
    if (!header.has("insats")) {
        return "kolumnen ”insats” saknas.";
    }
    const bool is_list = header.has("område") || header.has("etikett") || header.has("varav") ||
                         header.has("prognos") || header.has("budget året före");
    if (!has_amounts(header) && !is_list) {
        return "minst en av kolumnerna intäkt, kostnad och netto ska finnas, eller område, etikett, varav, prognos "
               "eller budget året före om filen bara är en lista över insatserna.";
    }
    return {};
}

/// An empty cell is no amount; a cell that is not a number is an error.
tl::expected<std::optional<Ore>, std::string> cell(const CsvHeader& header, const CsvRecord& record,
                                                   std::string_view name) {
    const std::string_view text = header.field(record, name);
    if (text.empty()) {
        return std::optional<Ore>{};
    }
    const auto amount = parse_typed_amount(text);
    if (!amount) {
        return fault(record.line,
                     "”" + std::string(text) + "” i kolumnen ”" + std::string(name) + "” " + amount.error() + ".");
    }
    return *amount;
}

tl::expected<BudgetRow, std::string> read_row(const CsvHeader& header, const CsvRecord& record) {
    BudgetRow out;
    out.line = record.line;
    out.insats = header.field(record, "insats");
    out.name = header.field(record, "benämning");
    if (record.fields.size() > header.names().size()) {
        return fault(record.line, "raden har fler fält än rubrikraden.");
    }
    if (out.insats.empty()) {
        return fault(record.line, "insatsens kod saknas.");
    }
    const auto income = cell(header, record, "intäkt");
    const auto cost = cell(header, record, "kostnad");
    const auto net = cell(header, record, "netto");
    for (const auto* value : {&income, &cost, &net}) {
        if (!*value) {
            return Fault(value->error());
        }
    }
    if (has_amounts(header) && !*income && !*cost && !*net) {
        return fault(record.line, "raden har inget belopp; skriv 0 om budgeten är noll.");
    }
    out.income = *income;
    out.cost = *cost;
    out.net = *net;
    return out;
}

} // namespace

tl::expected<InsatsList, std::string> read_budget_csv(std::string_view csv) {
    const auto records = read_csv(csv);
    if (!records) {
        return Fault("Budgeten: " + records.error());
    }
    if (records->size() < 2) {
        return Fault("Budgeten är tom: en rubrikrad och minst en insats ska finnas.");
    }
    const CsvHeader header(records->front());
    if (const std::string text = header_fault(header); !text.empty()) {
        return fault(records->front().line, text);
    }
    InsatsList list;
    std::vector<BudgetRow> rows;
    for (std::size_t i = 1; i < records->size(); ++i) {
        const auto field = [&](std::string_view name) { return std::string(header.field((*records)[i], name)); };
        auto row = read_row(header, (*records)[i]);
        if (!row) {
            return Fault(row.error());
        }
        rows.push_back(std::move(*row));
        const auto forecast = cell(header, (*records)[i], "prognos");
        const auto last_budget = cell(header, (*records)[i], "budget året före");
        for (const auto* value : {&forecast, &last_budget}) {
            if (!*value) {
                return Fault(value->error());
            }
        }
        list.insatser.push_back({field("insats"), field("benämning"), field("område"), field("etikett"), field("varav"),
                                 *forecast, *last_budget});
    }
    auto budget = budget_of_rows(rows);
    if (!budget) {
        return fault(rows[budget.error().row].line, budget.error().text);
    }
    if (has_amounts(header)) {
        list.budget = std::move(*budget);
    }
    return list;
}

} // namespace finsam
