#include "bridge/command/trace_formats.hpp"

#include "parsers/swedish_format.hpp"

#include <fmt/format.h>
#include <set>

namespace finsam::command {
namespace {

std::string figure_text(const Value& value, ValueKind kind) {
    if (const Ore* amount = std::get_if<Ore>(&value)) {
        return format_amount(*amount, Unit::ore);
    }
    if (const double* number = std::get_if<double>(&value)) {
        return kind == ValueKind::share ? format_percent(*number, 2) : fmt::format("{:g}", *number);
    }
    return "inget värde";
}

class Writer {
public:
    explicit Writer(const TraceContext& context) : context_(context) {}

    std::string write(const Trace& trace) {
        line(0, fmt::format("{}: {}{}", trace.table_title, trace.text,
                            trace.column.empty() ? "" : " (" + trace.column + ")"));
        line(0, fmt::format("Belopp: {}", figure_text(trace.value, trace.kind)));
        body(trace, 0);
        checks();
        files();
        return std::move(out_);
    }

private:
    void line(int depth, const std::string& text) { out_ += std::string(depth * 2, ' ') + text + "\n"; }

    void body(const Trace& trace, int depth) {
        if (!trace.rule.empty()) {
            line(depth, "Regel: " + trace.rule + ".");
        }
        if (!trace.source.empty()) {
            line(depth, "Källa: " + trace.source);
        }
        for (const TracedAccount& account : trace.accounts) {
            this->account(account, depth + 1);
        }
        for (const Trace& one : trace.parts) {
            line(depth + 1, fmt::format("{} {}{}  {}",
                                        one.sign < 0   ? "−"
                                        : one.sign > 0 ? "+"
                                                       : "ur",
                                        one.text, one.column.empty() ? "" : " (" + one.column + ")",
                                        figure_text(one.value, one.kind)));
            body(one, depth + 1);
        }
    }

    void account(const TracedAccount& one, int depth) {
        std::string text =
            fmt::format("{} {}  {}  {}", one.account, one.name, one.balance, format_amount(one.amount, Unit::ore));
        if (!one.insats.empty()) {
            text += "  insats " + one.insats;
        } else if (one.not_spread) {
            text += "  utan insats";
        }
        if (one.map_row != nullptr) {
            text += fmt::format("  [kontokartan {}–{}]", one.map_row->from, one.map_row->to);
        }
        line(depth, text);
        if (!context_.with_vouchers) {
            return;
        }
        if (one.opening) {
            line(depth + 1, "Ingående balans  " + format_amount(*one.opening, Unit::ore));
        }
        for (const VoucherRow* voucher : one.vouchers) {
            this->voucher(*voucher, depth + 1);
        }
        if (one.unexplained && !one.unexplained->is_zero()) {
            line(depth + 1, "Inte i verifikationerna  " + format_amount(*one.unexplained, Unit::ore));
        }
    }

    void voucher(const VoucherRow& row, int depth) {
        named_.insert(file_of(context_.books, row));
        line(depth, fmt::format("{}{}  {}  {}  {}  {}, rad {}", row.series, row.number, to_iso(row.date),
                                format_amount(row.amount, Unit::ore), row.text, row.file_name, row.line));
    }

    void checks() {
        for (const TracedCheck& check : context_.checks) {
            line(0, fmt::format("Kontroll: {}{}, {}: {}", check.text, check.year.empty() ? "" : " " + check.year,
                                check.rule, swedish_name(check.state)));
        }
    }

    void files() {
        for (const ImportedFile& file : context_.books.imports) {
            if (named_.contains(&file)) {
                line(0, fmt::format("Fil: {}  SHA-256 {}", file.file_name, file.sha256));
            }
        }
    }

    const TraceContext& context_;
    std::set<const ImportedFile*> named_;
    std::string out_;
};

} // namespace

std::string trace_as_text(const Trace& trace, const TraceContext& context) {
    return Writer(context).write(trace);
}

} // namespace finsam::command
