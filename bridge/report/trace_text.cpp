#include "bridge/report/trace_text.hpp"

#include "bridge/report/trace_words.hpp"

#include <fmt/format.h>
#include <set>

namespace finsam {
namespace {

class Writer {
public:
    explicit Writer(const TraceContext& context) : context_(context) {}

    std::string write(const Trace& trace) {
        line(0, fmt::format("{}: {}{}", trace.table_title, trace.text,
                            trace.column.empty() ? "" : " (" + trace.column + ")"));
        line(0, fmt::format("Belopp: {}", trace_words::of_value(trace.value, trace.kind)));
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
            line(depth + 1, fmt::format("{} {}{}  {}", trace_words::of_sign(one.sign), one.text,
                                        one.column.empty() ? "" : " (" + one.column + ")",
                                        trace_words::of_value(one.value, one.kind)));
            body(one, depth + 1);
        }
    }

    void account(const TracedAccount& one, int depth) {
        std::string text =
            fmt::format("{} {}  {}  {}", one.account, one.name, one.balance, trace_words::of_amount(one.amount));
        if (const std::string insats = trace_words::of_insats(one); !insats.empty()) {
            text += "  " + insats;
        }
        if (one.map_row != nullptr) {
            text += fmt::format("  [kontokartan {}–{}]", one.map_row->from, one.map_row->to);
        }
        line(depth, text);
        if (!context_.with_vouchers) {
            return;
        }
        if (one.opening) {
            line(depth + 1, "Ingående balans  " + trace_words::of_amount(*one.opening));
        }
        for (const VoucherRow* voucher : one.vouchers) {
            this->voucher(*voucher, depth + 1);
        }
        if (one.unexplained && !one.unexplained->is_zero()) {
            line(depth + 1, "Inte i verifikationerna  " + trace_words::of_amount(*one.unexplained));
        }
    }

    void voucher(const VoucherRow& row, int depth) {
        named_.insert(file_of(context_.books, row));
        line(depth, fmt::format("{}{}  {}  {}  {}  {}, rad {}", row.series, row.number, to_iso(row.date),
                                trace_words::of_amount(row.amount), row.text, row.file_name, row.line));
    }

    void checks() {
        for (const TracedCheck& check : context_.checks) {
            line(0, "Kontroll: " + trace_words::of_check(check));
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

} // namespace finsam
