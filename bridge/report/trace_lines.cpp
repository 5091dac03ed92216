#include "bridge/report/trace_lines.hpp"

#include "bridge/report/trace_words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>

namespace finsam {
namespace {

constexpr std::size_t indent = 2;

class Lines {
public:
    std::vector<TraceLine> of(const Trace& figure) {
        add_below(figure, 0);
        return std::move(lines_);
    }

private:
    void add_below(const Trace& row, std::size_t depth) {
        for (const TracedAccount& account : row.accounts) {
            add(row, account, depth);
        }
        for (const Trace& part : row.parts) {
            lines_.push_back(
                {fmt::format("{}{} {}", std::string(depth * indent, ' '), trace_words::of_sign(part.sign), part.text),
                 part.column, trace_words::of_value(part.value, part.kind), &part, nullptr});
            add_below(part, depth + 1);
        }
    }

    void add(const Trace& row, const TracedAccount& account, std::size_t depth) {
        std::string text = fmt::format("{}{} {}", std::string(depth * indent, ' '), account.account, account.name);
        if (const std::string insats = trace_words::of_insats(account); !insats.empty()) {
            text += ", " + insats;
        }
        lines_.push_back({std::move(text), account.balance, trace_words::of_amount(account.amount), &row, &account});
    }

    std::vector<TraceLine> lines_;
};

void collect(const Trace& row, std::vector<const VoucherRow*>& vouchers) {
    for (const TracedAccount& account : row.accounts) {
        vouchers.insert(vouchers.end(), account.vouchers.begin(), account.vouchers.end());
    }
    for (const Trace& part : row.parts) {
        collect(part, vouchers);
    }
}

} // namespace

std::vector<TraceLine> trace_lines(const Trace& figure) {
    return Lines().of(figure);
}

std::string rule_text(const Trace& row) {
    std::string text = row.rule.empty() ? std::string() : fmt::format("Regel: {}.", row.rule);
    if (!row.source.empty()) {
        text += fmt::format("{}Källa: {}", text.empty() ? "" : "\n", row.source);
    }
    return text;
}

std::string account_text(const TracedAccount& account) {
    std::string text = fmt::format("{} {}, {}: {} (debet plus, kredit minus).", account.account, account.name,
                                   account.balance, trace_words::of_amount(account.amount));
    if (const MapRow* map = account.map_row) {
        text += fmt::format(" Kontokartan {}–{}", map->from, map->to);
        text += map->certainty.empty() ? "" : ", " + map->certainty;
        text += (map->source.empty() ? "" : ", " + map->source) + ".";
    }
    if (account.opening) {
        text += fmt::format(" Ingående balans {}.", trace_words::of_amount(*account.opening));
    }
    if (account.unexplained && !account.unexplained->is_zero()) {
        text += fmt::format(" Inte i verifikationerna: {}.", trace_words::of_amount(*account.unexplained));
    }
    return text;
}

std::vector<const VoucherRow*> vouchers_below(const Trace& row, const TracedAccount* account) {
    std::vector<const VoucherRow*> vouchers;
    if (account != nullptr) {
        vouchers = account->vouchers;
    } else {
        collect(row, vouchers);
    }
    // They stand in one vector of the books, so their places there are the order.
    std::ranges::sort(vouchers, std::less<>());
    const auto repeated = std::ranges::unique(vouchers);
    vouchers.erase(repeated.begin(), repeated.end());
    return vouchers;
}

std::string voucher_name(const VoucherRow& voucher) {
    return voucher.series + voucher.number;
}

std::string file_text(const Books& books, const VoucherRow& voucher) {
    const ImportedFile* file = file_of(books, voucher);
    const std::string sum =
        file == nullptr ? "Importloggen har inte filen, så dess SHA-256 är okänd." : "SHA-256: " + file->sha256;
    return fmt::format("Fil: {}, rad {}. {}", voucher.file_name, voucher.line, sum);
}

} // namespace finsam
