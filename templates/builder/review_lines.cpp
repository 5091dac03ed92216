#include "templates/builder/review_lines.hpp"

#include "parsers/swedish_count.hpp"

#include <charconv>
#include <fmt/format.h>

namespace finsam::workbook {
namespace {

using Look = ReviewLine::Look;

/// "-574593" and "7011.12" are figures; what cannot be one stays text.
PlainValue figure(const std::string& text) {
    double number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = !text.empty() && problem == std::errc() && end == text.data() + text.size();
    return is_number ? PlainValue(number) : PlainValue(text);
}

int decimals_of(const std::string& text) {
    const auto point = text.find('.');
    return point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
}

class Lines {
public:
    explicit Lines(const review::ReviewResult& result) : result_(result) {}

    std::vector<ReviewLine> make(const std::string& last_year) {
        add({std::string(review_title)}, Look::title);
        summary(last_year);
        findings();
        uninterpreted();
        tables();
        return std::move(lines_);
    }

private:
    ReviewLine& add(std::vector<PlainValue> cells, Look look = Look::row) {
        cells.resize(review_column::count);
        lines_.push_back({std::move(cells), look});
        return lines_.back();
    }

    void summary(const std::string& last_year) {
        add({fmt::format("{}. {} utförda, {} stämmer ({} av dem inom avrundning). Tabeller: {}.",
                         counted(result_.findings.size(), "fynd", "fynd"),
                         counted(result_.performed, "kontroll", "kontroller"), result_.held, result_.rounded,
                         result_.tables.size())},
            Look::sentence);
        add({last_year.empty() ? std::string("Jämförelsetalen är inte prövade mot förra årets redovisning.")
                               : "Jämförelsetalen är prövade mot " + last_year + "."},
            Look::sentence);
        add({});
    }

    void findings() {
        add({std::string("Fynd")}, Look::heading);
        if (result_.findings.empty()) {
            add({std::string(result_.performed == 0 ? "Inga tabeller kunde prövas; se Ej tolkat."
                                                    : "Inget att anmärka på det som är tolkat.")},
                Look::sentence);
        } else {
            add({std::string("Tabell"), std::string("Rad"), std::string("Kolumn"), std::string("Publicerat"),
                 std::string("Beräknat"), std::string("Differens"), std::string("Enhet"), std::string("Regel"),
                 std::string("Typ"), std::string("Säkerhet"), std::string("Text"), std::string("Cell")},
                Look::columns);
        }
        for (const review::Finding& one : result_.findings) {
            ReviewLine& line = add({one.table, one.row, one.column, figure(one.printed), figure(one.computed),
                                    figure(one.difference), one.unit, one.rule, std::string(swedish_name(one.type)),
                                    std::string(swedish_name(one.certainty)), one.text});
            line.place = one.place;
            line.decimals = one.printed.empty() ? -1 : decimals_of(one.printed);
        }
        add({});
    }

    void uninterpreted() {
        add({std::string("Ej tolkat")}, Look::heading);
        if (result_.uninterpreted.empty()) {
            add({std::string("Allt som skrivs ut är tolkat.")}, Look::sentence);
        } else {
            add({std::string("Tabell"), std::string("Rad"), std::string("Kolumn"), std::string("Innehåll"),
                 std::string("Skäl")},
                Look::columns);
        }
        for (const review::Uninterpreted& one : result_.uninterpreted) {
            add({one.table, one.row, one.column, one.text, one.why}, Look::sentence);
        }
        add({});
    }

    void tables() {
        add({std::string("Tolkade tabeller")}, Look::heading);
        add({std::string("Tabell"), std::string("Tolkad som"), std::string("Enhet")}, Look::columns);
        for (const review::RecognisedTable& one : result_.tables) {
            add({one.name, std::string(review::swedish_table_name(one.kind)), one.unit});
        }
    }

    const review::ReviewResult& result_;
    std::vector<ReviewLine> lines_;
};

} // namespace

std::vector<ReviewLine> review_lines(const review::ReviewResult& result, const std::string& last_year) {
    return Lines(result).make(last_year);
}

} // namespace finsam::workbook
