#include "bridge/workbook/books_update.hpp"

#include "parsers/swedish_format.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam {
namespace {

struct Words {
    const char *sv, *en;
};

class Writer {
public:
    Writer(bool english, std::size_t most) : english_(english), most_(most) {}

    void vouchers(const Words& heading, const std::vector<ChangedVoucher>& list) {
        section(heading, list, [this](const ChangedVoucher& one) {
            const char* rows = english_ ? (one.rows == 1 ? "row" : "rows") : (one.rows == 1 ? "rad" : "rader");
            return fmt::format("{}  {} ({} {})", one.name, one.text, one.rows, rows);
        });
    }

    void texts(const Words& heading, const std::vector<std::string>& list) {
        section(heading, list, [](const std::string& one) { return one; });
    }

    void figures(const Words& heading, const std::vector<ChangedFigure>& list) {
        section(heading, list, [](const ChangedFigure& one) {
            return fmt::format("{}, {} ({}): {} → {}", one.table, one.row, one.column, shown(one.before, one.kind),
                               shown(one.after, one.kind));
        });
    }

    std::string take() { return std::move(out_); }

private:
    static std::string shown(const Value& value, ValueKind kind) {
        if (const Ore* amount = std::get_if<Ore>(&value)) {
            return format_amount(*amount, Unit::ore);
        }
        if (const double* number = std::get_if<double>(&value)) {
            return kind == ValueKind::share ? format_percent(*number, 2) : fmt::format("{:g}", *number);
        }
        return "–";
    }

    template <class List, class Line>
    void section(const Words& heading, const List& list, Line line) {
        out_ += fmt::format("{}{}: {}\n", out_.empty() ? "" : "\n", english_ ? heading.en : heading.sv, list.size());
        for (std::size_t i = 0; i < std::min(list.size(), most_); ++i) {
            out_ += "  " + line(list[i]) + "\n";
        }
        if (list.size() > most_) {
            out_ += english_ ? fmt::format("  and {} more\n", list.size() - most_)
                             : fmt::format("  och {} till\n", list.size() - most_);
        }
    }

    bool english_;
    std::size_t most_;
    std::string out_;
};

} // namespace

std::string changes_text(const BooksChanges& changes, bool english, std::size_t most) {
    Writer writer(english, most);
    writer.figures({"Rader i rapporten som ändras", "Rows of the report that change"}, changes.figures);
    if (!changes.checks_failing.empty()) {
        writer.texts({"Kontroller som inte längre stämmer", "Checks that no longer hold"}, changes.checks_failing);
    }
    if (!changes.accounts_unmapped.empty()) {
        writer.texts({"Nya konton som saknas i kontokartan", "New accounts that the map does not take"},
                     changes.accounts_unmapped);
    }
    writer.texts({"Nya konton", "New accounts"}, changes.accounts_new);
    writer.texts({"Konton utan saldo nu", "Accounts without a balance now"}, changes.accounts_gone);
    writer.vouchers({"Nya verifikationer", "Vouchers added"}, changes.vouchers_added);
    writer.vouchers({"Borttagna verifikationer", "Vouchers removed"}, changes.vouchers_removed);
    writer.vouchers({"Ändrade verifikationer", "Vouchers changed"}, changes.vouchers_changed);
    return writer.take();
}

} // namespace finsam
