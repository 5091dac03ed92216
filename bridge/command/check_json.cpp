#include "bridge/command/check_output.hpp"

#include "bridge/command/diagnostics_json.hpp"

namespace finsam::command {
namespace {

using nlohmann::ordered_json;

ordered_json years_json(const CheckedFile& file) {
    ordered_json years = ordered_json::array();
    for (const sie::FiscalYear& year : file.years) {
        years.push_back({{"nr", year.number}, {"fran", to_iso(year.from)}, {"till", to_iso(year.to)}});
    }
    return years;
}

ordered_json counts_json(const sie::ReadResult& result, std::uint64_t sie::LabelCount::*which) {
    ordered_json counts = ordered_json::object();
    for (const auto& [label, count] : result.counts) {
        if (count.*which > 0) {
            counts[label] = count.*which;
        }
    }
    return counts;
}

ordered_json objects_json(const std::vector<sie::ObjectRef>& objects) {
    ordered_json list = ordered_json::array();
    for (const sie::ObjectRef& object : objects) {
        list.push_back({{"dimension", object.dimension}, {"objekt", object.code}});
    }
    return list;
}

template <class Value, class Write>
ordered_json or_null(const std::optional<Value>& value, Write write) {
    return value ? ordered_json(write(*value)) : ordered_json(nullptr);
}

ordered_json deviations_json(const std::vector<sie::Deviation>& deviations) {
    ordered_json list = ordered_json::array();
    for (const sie::Deviation& item : deviations) {
        list.push_back({{"avser", stable_name(item.tie)},
                        {"konto", item.account},
                        {"objekt", objects_json(item.objects)},
                        {"period", or_null(item.period, [](Period period) { return to_iso(period); })},
                        {"beraknat", to_decimal_kronor(item.expected)},
                        {"angivet", to_decimal_kronor(item.stated)}});
    }
    return list;
}

ordered_json series_json(const std::vector<sie::SeriesState>& series) {
    const auto as_is = [](std::uint64_t number) { return number; };
    ordered_json list = ordered_json::array();
    for (const sie::SeriesState& state : series) {
        ordered_json gaps = ordered_json::array();
        for (const auto& [first, last] : state.gaps) {
            gaps.push_back({{"fran", first}, {"till", last}});
        }
        list.push_back({{"serie", state.series},
                        {"verifikationer", state.vouchers},
                        {"forsta", or_null(state.first, as_is)},
                        {"sista", or_null(state.last, as_is)},
                        {"saknade_nummer", state.missing},
                        {"luckor", gaps},
                        {"dubbletter", state.duplicates},
                        {"dubblettnummer", state.duplicate_numbers},
                        {"andra_nummer", state.other_numbers},
                        {"utan_nummer", state.unnumbered}});
    }
    return list;
}

ordered_json reconciliation_json(const CheckedFile& file) {
    const sie::Reconciliation& sums = file.reconciliation;
    const auto day = [](Date date) { return to_iso(date); };
    return {{"ib_summa", to_decimal_kronor(sums.opening_sum)},
            {"ub_res_summa", to_decimal_kronor(sums.closing_and_result_sum)},
            {"obalanserade_verifikationer", sums.unbalanced_vouchers},
            {"konton", sums.accounts},
            {"avvikande_konton", sums.deviating_accounts.size()},
            {"avvikande_kontonummer", sums.deviating_accounts},
            {"kontonummer_utan_saldo", sums.accounts_without_balance},
            {"konton_med_psaldo", sums.accounts_by_period},
            {"avvikande_konton_psaldo", sums.accounts_deviating_by_period.size()},
            {"avvikande_kontonummer_psaldo", sums.accounts_deviating_by_period},
            {"kontonummer_utan_psaldo", sums.accounts_without_changes},
            {"objektsaldon", sums.objects},
            {"objektsaldon_provade", !sums.objects_unjudged},
            {"avvikelser", deviations_json(sums.deviations)},
            {"serier", series_json(sums.series)},
            {"forsta_datum", or_null(sums.first_date, day)},
            {"sista_datum", or_null(sums.last_date, day)},
            {"utanfor_rakenskapsaret", sums.vouchers_outside_year}};
}

ordered_json refused_json(const Listed<RefusedName>& refused) {
    ordered_json list = ordered_json::array();
    for (const RefusedName& item : refused.items) {
        const bool unbalanced = item.why == DiagnosticCode::verifikation_obalanserad;
        list.push_back({{"serie", item.series},
                        {"nummer", item.number},
                        {"rad", item.line},
                        {"kod", stable_name(item.why)},
                        {"skillnad", unbalanced ? ordered_json(to_decimal_kronor(item.difference)) : nullptr}});
    }
    return list;
}

ordered_json changed_json(const Listed<ChangedVoucher>& changed) {
    ordered_json list = ordered_json::array();
    for (const ChangedVoucher& voucher : changed.items) {
        ordered_json rows = ordered_json::array();
        for (const ChangedRow& row : voucher.rows) {
            rows.push_back({{"slag", swedish_name(row.fate)},
                            {"konto", row.account},
                            {"objekt", objects_json(row.objects)},
                            {"belopp", to_decimal_kronor(row.amount)},
                            {"rad", row.line}});
        }
        list.push_back({{"serie", voucher.series}, {"nummer", voucher.number}, {"rad", voucher.line}, {"rader", rows}});
    }
    return list;
}

/// A file that is no SIE file: nothing is known of it but why.
ordered_json unreadable_json(const CheckedFile& file) {
    return {{"fil", file.path},
            {"sietyp", nullptr},
            {"kodning", nullptr},
            {"ksumma", nullptr},
            {"signatur", nullptr},
            {"program", nullptr},
            {"foretag", nullptr},
            {"rakenskapsar", ordered_json::array()},
            {"antal", ordered_json::object()},
            {"avvisade", ordered_json::object()},
            {"avvisade_verifikationer", ordered_json::array()},
            {"andrade_verifikationer", ordered_json::array()},
            {"antal_andrade_verifikationer", 0},
            {"avstamning", nullptr},
            {"diagnoser", diagnostics_json(file.result.diagnostics)}};
}

} // namespace

ordered_json check_json(const CheckedFile& file) {
    const sie::ReadResult& result = file.result;
    if (file.unreadable()) {
        return unreadable_json(file);
    }
    return {{"fil", file.path},
            {"sietyp", result.info.sie_type},
            {"kodning", swedish_name(result.encoding)},
            {"ksumma", swedish_name(result.ksumma)},
            {"signatur", result.info.sie_type == 5 ? ordered_json(swedish_name(result.signature)) : nullptr},
            {"program", result.info.program},
            {"foretag", result.info.company_name},
            {"rakenskapsar", years_json(file)},
            {"antal", counts_json(result, &sie::LabelCount::read)},
            {"avvisade", counts_json(result, &sie::LabelCount::refused)},
            {"avvisade_verifikationer", refused_json(file.refused)},
            {"andrade_verifikationer", changed_json(file.changed)},
            {"antal_andrade_verifikationer", file.changed.count},
            {"avstamning", reconciliation_json(file)},
            {"diagnoser", diagnostics_json(result.diagnostics)}};
}

} // namespace finsam::command
