#include "bridge/ledger/checks/voucher_scan.hpp"

#include "bridge/ledger/calendar.hpp"
#include "bridge/ledger/checks/bank_holidays.hpp"
#include "bridge/ledger/checks/repeated_vouchers.hpp"
#include "bridge/ledger/sqlite/database.hpp"
#include "bridge/ledger/sqlite/statement.hpp"
#include "parsers/swedish_count.hpp"
#include "parsers/swedish_format.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <tuple>

namespace finsam {

namespace {

using sqlite::Statement;

constexpr Ore round_step = Ore::from_kronor(10'000);
constexpr Ore least_round = Ore::from_kronor(100'000);

std::string kronor(Ore amount) {
    return format_amount(amount, Unit::ore) + " kr";
}

Ore magnitude(Ore amount) noexcept {
    return amount < Ore() ? -amount : amount;
}

bool is_cost(std::string_view account) noexcept {
    return !account.empty() && account.front() >= '4' && account.front() <= '7';
}

/// Automatic entries and period ends lie on these days, holidays or not.
bool is_edge_of_month(Date day) noexcept {
    return day.day == 1 || add_days(day, 1).day == 1;
}

class Scan {
public:
    Scan(sqlite::Database& database, const LiveImport& import, const KnownAccounts& accounts, CheckedYear& year)
        : database_(database), import_(import), accounts_(accounts), year_(year),
          rows_(database, "SELECT kind, account, object_list, amount, day, text IS NOT NULL, line FROM voucher_row "
                          "WHERE id BETWEEN ? AND ?") {}

    Movements run() {
        Statement heads(database_, "SELECT id, series, number, day, text, first_row, last_row, line FROM voucher "
                                   "WHERE import = ? ORDER BY id");
        for (heads.with(import_.id); heads.step();) {
            look_at(heads);
        }
        tell_repeated();
        tell_undeclared();
        return std::move(movements_);
    }

private:
    struct Rows {
        Ore sum, debit;
        bool fits = true, has_text = false, is_round = false;
        std::uint64_t struck = 0, added = 0;
        std::optional<Date> day_outside;
        std::string round_account;
        Ore round_amount;
    };

    static VoucherPlace place_of(const Statement& head, const LiveImport& import) {
        return {head.text(1), head.text(2), parse_iso_date(head.text(3)), import.file.file_name,
                static_cast<std::uint64_t>(head.integer(7))};
    }

    void look_at(const Statement& head) {
        const std::string text = head.text(4);
        repeated_.begin(static_cast<std::uint64_t>(head.integer(0)), head.text(3), text);
        const Rows rows = read_rows(head.integer(5), head.integer(6));
        repeated_.end();
        const auto day = parse_iso_date(head.text(3));
        const auto add = [&](LedgerCheckKey key, Severity severity, std::string said, std::optional<Ore> amount = {},
                             const std::string& account = {}) {
            year_.at(key).add({severity, std::move(said), account, "", place_of(head, import_), amount});
        };
        if (!rows.fits || !rows.sum.is_zero()) {
            add(LedgerCheckKey::verifikationer_balanserar, Severity::error,
                rows.fits ? fmt::format("Raderna summerar till {} i stället för noll.", kronor(rows.sum))
                          : "Radernas summa ryms inte i 64 bitar.",
                rows.sum);
        }
        if (day && (*day < year_.from || *day > year_.to)) {
            add(LedgerCheckKey::datum_i_aret, Severity::error, "Verifikationens datum ligger utanför räkenskapsåret.");
        } else if (rows.day_outside) {
            add(LedgerCheckKey::datum_i_aret, Severity::warning,
                fmt::format("En rad är daterad {}, utanför räkenskapsåret.", to_iso(*rows.day_outside)));
        }
        if (text.empty() && !rows.has_text) {
            add(LedgerCheckKey::utan_text, Severity::info, "Varken verifikationen eller någon av dess rader har text.");
        }
        if (rows.struck + rows.added > 0) {
            add(LedgerCheckKey::andrade_verifikationer, Severity::info,
                fmt::format("Efter registreringen: {}, {}.", counted(rows.struck, "struken rad", "strukna rader"),
                            counted(rows.added, "tillagd rad", "tillagda rader")));
        }
        if (rows.is_round) {
            add(LedgerCheckKey::jamna_belopp, Severity::info, fmt::format("{}.", kronor(rows.round_amount)),
                rows.round_amount, rows.round_account);
        }
        if (const auto off = day ? day_off(*day) : std::string_view(); !off.empty() && !is_edge_of_month(*day)) {
            add(LedgerCheckKey::helgdagar, Severity::info, fmt::format("Dagen är {}.", off), rows.debit);
        }
    }

    Rows read_rows(std::int64_t first, std::int64_t last) {
        Rows found;
        for (rows_.with(first, last); rows_.step();) {
            const std::int64_t kind = rows_.integer(0);
            if (kind != 0) {
                (kind == 1 ? found.added : found.struck) += 1;
                continue;
            }
            note_row(found);
        }
        return found;
    }

    void note_row(Rows& found) {
        const std::int64_t account = rows_.integer(1);
        const Ore amount(rows_.integer(3));
        repeated_.row(static_cast<std::uint64_t>(account), static_cast<std::uint64_t>(rows_.integer(2)),
                      amount.count());
        const auto known = accounts_.find(account);
        const std::string& number = known == accounts_.end() ? unknown_ : known->second.number;
        add_to(found.sum, amount, found.fits);
        if (amount > Ore()) {
            add_to(found.debit, amount, found.fits);
        }
        add_to(movements_[number], amount, found.fits);
        found.has_text = found.has_text || rows_.integer(5) != 0;
        if (!rows_.is_null(4)) {
            const auto day = parse_iso_date(rows_.text(4));
            if (day && (*day < year_.from || *day > year_.to)) {
                found.day_outside = day;
            }
        }
        const bool is_round =
            is_cost(number) && magnitude(amount) >= least_round && amount.count() % round_step.count() == 0;
        if (is_round && (!found.is_round || magnitude(amount) > magnitude(found.round_amount))) {
            found.is_round = true;
            found.round_account = number;
            found.round_amount = amount;
        }
    }

    static void add_to(Ore& sum, Ore amount, bool& fits) noexcept {
        const auto total = checked_add(sum, amount);
        fits = fits && total.has_value();
        sum = total.value_or(sum);
    }

    // -- vouchers entered twice -------------------------------------------------------------------------------------

    using Content = std::vector<std::tuple<std::int64_t, std::int64_t, std::int64_t>>;

    Content content_of(std::int64_t first, std::int64_t last) {
        Content rows;
        for (rows_.with(first, last); rows_.step();) {
            if (rows_.integer(0) == 0) {
                rows.emplace_back(rows_.integer(1), rows_.integer(2), rows_.integer(3));
            }
        }
        std::ranges::sort(rows);
        return rows;
    }

    void tell_repeated() {
        Statement head(database_, "SELECT id, series, number, day, text, first_row, last_row, line FROM voucher "
                                  "WHERE id = ?");
        for (const RepeatedVouchers::Group& group : repeated_.groups()) {
            std::optional<Content> content;
            std::string first_name;
            for (const std::uint64_t voucher : group.vouchers) {
                if (!head.with(voucher).step()) {
                    continue;
                }
                Content own = content_of(head.integer(5), head.integer(6));
                if (!content) {
                    content = std::move(own);
                    first_name = name_of(place_of(head, import_));
                } else if (own == *content) { // and not only of the same print
                    tell_repeated(place_of(head, import_), first_name, own, group.same_text);
                }
            }
        }
    }

    void tell_repeated(VoucherPlace place, const std::string& first_name, const Content& rows, bool same_text) {
        Ore debit;
        bool fits = true;
        for (const auto& [account, objects, amount] : rows) {
            add_to(debit, std::max(Ore(amount), Ore()), fits);
        }
        year_.at(LedgerCheckKey::dubbla_verifikationer)
            .add({same_text ? Severity::warning : Severity::info,
                  fmt::format("Samma dag, konton, objekt och belopp ({}){} som {}.", kronor(debit),
                              same_text ? " och samma text" : "", first_name),
                  "", "", std::move(place), debit});
    }

    static std::string name_of(const VoucherPlace& place) {
        const std::string name = place.series.empty() || place.number.empty() ? place.series + place.number
                                                                              : place.series + " " + place.number;
        return name.empty() ? fmt::format("verifikationen på rad {}", place.line) : name;
    }

    void tell_undeclared() {
        for (const auto& [id, account] : accounts_) {
            const auto moved = movements_.find(account.number);
            if (!account.is_declared && moved != movements_.end()) {
                undeclared_.insert(account.number);
            }
        }
        for (const std::string& number : undeclared_) {
            year_.at(LedgerCheckKey::konto_utan_namn)
                .add({Severity::warning, "Kontot används men filen har ingen #KONTO för det.", number, "", {}, {}});
        }
    }

    sqlite::Database& database_;
    const LiveImport& import_;
    const KnownAccounts& accounts_;
    CheckedYear& year_;
    Statement rows_;
    RepeatedVouchers repeated_;
    Movements movements_;
    std::set<std::string> undeclared_;
    std::string unknown_;
};

} // namespace

Movements scan_vouchers(sqlite::Database& database, const LiveImport& import, const KnownAccounts& accounts,
                        CheckedYear& year) {
    return Scan(database, import, accounts, year).run();
}

} // namespace finsam
