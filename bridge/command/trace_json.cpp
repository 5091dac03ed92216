#include "bridge/command/trace_formats.hpp"

#include "bridge/command/value_json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace finsam::command {
namespace {

using nlohmann::ordered_json;

ordered_json optional_amount(const std::optional<Ore>& amount) {
    return amount ? ordered_json(to_decimal_kronor(*amount)) : ordered_json(nullptr);
}

ordered_json voucher_json(const VoucherRow& row) {
    return {{"serie", row.series},  {"nummer", row.number}, {"datum", to_iso(row.date)},
            {"text", row.text},     {"insats", row.object}, {"belopp", to_decimal_kronor(row.amount)},
            {"fil", row.file_name}, {"rad", row.line}};
}

ordered_json account_json(const TracedAccount& one, bool with_vouchers) {
    ordered_json out{{"konto", one.account},
                     {"namn", one.name},
                     {"saldo", one.balance},
                     {"belopp", to_decimal_kronor(one.amount)},
                     {"ingaende", optional_amount(one.opening)}};
    out["insats"] = one.insats.empty() && !one.not_spread ? ordered_json(nullptr) : ordered_json(one.insats);
    out["karta"] = one.map_row == nullptr ? ordered_json(nullptr)
                                          : ordered_json{{"fran", one.map_row->from},
                                                         {"till", one.map_row->to},
                                                         {"sakerhet", one.map_row->certainty},
                                                         {"kalla", one.map_row->source}};
    if (with_vouchers) {
        ordered_json rows = ordered_json::array();
        for (const VoucherRow* row : one.vouchers) {
            rows.push_back(voucher_json(*row));
        }
        out["verifikationer"] = std::move(rows);
        out["ej_i_verifikationer"] = optional_amount(one.unexplained);
    }
    return out;
}

ordered_json trace_json(const Trace& trace, const TraceContext& context) {
    ordered_json parts = ordered_json::array(), accounts = ordered_json::array();
    for (const Trace& part : trace.parts) {
        parts.push_back(trace_json(part, context));
    }
    for (const TracedAccount& account : trace.accounts) {
        accounts.push_back(account_json(account, context.with_vouchers));
    }
    return {{"tabell", trace.table},
            {"rad", trace.row},
            {"text", trace.text},
            {"kolumn", trace.column},
            {"tecken", trace.sign},
            {"varde", value_json(trace.value)},
            {"regel", trace.rule},
            {"kalla", trace.source},
            {"kontotecken", trace.account_sign},
            {"delar", std::move(parts)},
            {"konton", std::move(accounts)}};
}

} // namespace

std::string trace_as_json(const Trace& trace, const TraceContext& context) {
    ordered_json out = trace_json(trace, context);
    ordered_json checks = ordered_json::array(), files = ordered_json::array();
    for (const TracedCheck& check : context.checks) {
        checks.push_back(
            {{"text", check.text}, {"ar", check.year}, {"regel", check.rule}, {"lage", swedish_name(check.state)}});
    }
    for (const ImportedFile& file : context.books.imports) {
        files.push_back({{"fil", file.file_name}, {"ar", file.fiscal_year}, {"sha256", file.sha256}});
    }
    out["kontroller"] = std::move(checks);
    out["filer"] = std::move(files);
    return out.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace finsam::command
