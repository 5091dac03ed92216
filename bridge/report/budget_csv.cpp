#include "bridge/report/csv_reader.hpp"
#include "bridge/report/typed_input.hpp"
#include "parsers/swedish_number.hpp"

#include <algorithm>
#include <array>

namespace finsam {
namespace {

using Fault = tl::unexpected<std::string>;

/// A line before the sign of the costs is known.
struct BudgetLine {
    InsatsBudget row;
    std::optional<Ore> net;
    std::size_t line = 0;
};

Fault fault(std::size_t line, const std::string& text) {
    return Fault("Budgeten, rad " + std::to_string(line) + ": " + text);
}

std::string header_fault(const CsvHeader& header) {
    constexpr std::array<std::string_view, 5> known = {"insats", "benämning", "intäkt", "kostnad", "netto"};
    for (const std::string& name : header.names()) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            return "kolumnen ”" + name + "” är okänd; kolumnerna heter insats, benämning, intäkt, kostnad och netto.";
        }
    }
    if (!header.has("insats")) {
        return "kolumnen ”insats” saknas.";
    }
    if (!header.has("intäkt") && !header.has("kostnad") && !header.has("netto")) {
        return "minst en av kolumnerna intäkt, kostnad och netto ska finnas.";
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
    const auto amount = parse_swedish_amount(text);
    if (!amount) {
        return fault(record.line,
                     "”" + std::string(text) + "” i kolumnen ”" + std::string(name) + "” är inget belopp.");
    }
    constexpr Ore most = Ore::from_kronor(1'000'000'000'000); // sums of a whole file then fit in 64 bits
    if (*amount > most || *amount < -most) {
        return fault(record.line, "”" + std::string(text) + "” är orimligt stort.");
    }
    return amount;
}

tl::expected<BudgetLine, std::string> read_line(const CsvHeader& header, const CsvRecord& record) {
    BudgetLine out;
    out.line = record.line;
    out.row.insats = header.field(record, "insats");
    out.row.name = header.field(record, "benämning");
    if (record.fields.size() > header.names().size()) {
        return fault(record.line, "raden har fler fält än rubrikraden.");
    }
    if (out.row.insats.empty()) {
        return fault(record.line, "insatsens kod saknas.");
    }
    if (out.row.insats == "summa" || out.row.insats == "Summa" || out.row.insats == "SUMMA") {
        return fault(record.line, "summaraden räknas av programmet; ta bort den ur filen.");
    }
    const auto income = cell(header, record, "intäkt");
    const auto cost = cell(header, record, "kostnad");
    const auto net = cell(header, record, "netto");
    for (const auto* value : {&income, &cost, &net}) {
        if (!*value) {
            return Fault(value->error());
        }
    }
    if (!*income && !*cost && !*net) {
        return fault(record.line, "raden har inget belopp; skriv 0 om budgeten är noll.");
    }
    out.row.income = *income;
    out.row.cost = *cost;
    out.net = *net;
    return out;
}

/// 1 when all costs are typed positive, -1 when none is; the line where they become mixed otherwise.
tl::expected<int, std::string> cost_sign(const std::vector<BudgetLine>& lines) {
    int sign = 0;
    for (const BudgetLine& line : lines) {
        if (!line.row.cost || line.row.cost->is_zero()) {
            continue;
        }
        const int own = *line.row.cost > Ore() ? 1 : -1;
        if (sign != 0 && own != sign) {
            return fault(line.line,
                         "kostnaderna är skrivna med olika tecken; skriv alla utan minus eller alla med minus.");
        }
        sign = own;
    }
    return sign == 0 ? -1 : sign;
}

/// Fills in what follows from the rest. A row without netto has no income or no cost where the cell is empty.
std::string complete(BudgetLine& line) {
    InsatsBudget& row = line.row;
    if (!line.net) {
        row.income = row.income.value_or(Ore());
        row.cost = row.cost.value_or(Ore());
        row.net = *row.income + *row.cost;
        return {};
    }
    row.net = *line.net;
    if (row.income && !row.cost) {
        row.cost = row.net - *row.income;
    } else if (row.cost && !row.income) {
        row.income = row.net - *row.cost;
    }
    if (row.income && *row.income + *row.cost != row.net) {
        return "netto är inte intäkt minus kostnad.";
    }
    return {};
}

} // namespace

tl::expected<std::vector<InsatsBudget>, std::string> read_budget_csv(std::string_view csv) {
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
    std::vector<BudgetLine> lines;
    for (std::size_t i = 1; i < records->size(); ++i) {
        auto line = read_line(header, (*records)[i]);
        if (!line) {
            return Fault(line.error());
        }
        for (const BudgetLine& other : lines) {
            if (other.row.insats == line->row.insats) {
                return fault(line->line, "insatsen ”" + line->row.insats + "” står redan på rad " +
                                             std::to_string(other.line) + ".");
            }
        }
        lines.push_back(std::move(*line));
    }
    const auto sign = cost_sign(lines);
    if (!sign) {
        return Fault(sign.error());
    }
    std::vector<InsatsBudget> out;
    for (BudgetLine& line : lines) {
        if (line.row.cost && *sign > 0) {
            line.row.cost = -*line.row.cost;
        }
        if (const std::string text = complete(line); !text.empty()) {
            return fault(line.line, text);
        }
        out.push_back(std::move(line.row));
    }
    return out;
}

} // namespace finsam
