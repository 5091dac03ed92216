#include "parsers/sie_interpreter.hpp"

#include "parsers/organisation_number.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam::sie {
namespace {

std::optional<BalanceKind> balance_kind(Label label) noexcept {
    switch (label) {
    case Label::ib: return BalanceKind::ib;
    case Label::ub: return BalanceKind::ub;
    case Label::res: return BalanceKind::res;
    case Label::oib: return BalanceKind::oib;
    case Label::oub: return BalanceKind::oub;
    case Label::psaldo: return BalanceKind::psaldo;
    case Label::pbudget: return BalanceKind::pbudget;
    default: return std::nullopt;
    }
}

RowKind row_kind(Label label) noexcept {
    return label == Label::rtrans ? RowKind::rtrans : label == Label::btrans ? RowKind::btrans : RowKind::trans;
}

} // namespace

Interpreter::Interpreter(Handler& handler, Report& report)
    : handler_(handler), report_(report), vouchers_(handler, report, checks_, counts_) {}

void Interpreter::record(const Line& line) {
    const LabelRule& rule = label_rule(line.label);
    line_ = &line;
    label_ = rule.name;
    const bool in_skipped_block = skipped_depth_ > 0;
    if (rule.label == Label::unknown || in_skipped_block) {
        unknown_record(line);
        return;
    }
    after_unknown_ = false;
    switch (rule.label) {
    case Label::trans:
    case Label::rtrans:
    case Label::btrans: row_record(rule, line); break;
    case Label::ver: voucher_record(rule, line); break;
    default: plain_record(rule, line); break;
    }
}

void Interpreter::unknown_record(const Line& line) {
    after_unknown_ = !vouchers_.is_open();
    const std::string label = report_.shown(line.label);
    ++unknown_counts_[label].refused;
    report_.add(DiagnosticCode::okand_post, line.label.data() - 1,
                skipped_depth_ > 0 ? fmt::format("#{} hör till en okänd post och lästes inte.", label)
                                   : fmt::format("#{} är ingen känd post och lästes inte.", label));
}

void Interpreter::row_record(const LabelRule& rule, const Line& line) {
    if (!vouchers_.accept_row(line.label.data() - 1)) {
        ++counts_[static_cast<std::size_t>(rule.label)].refused;
        report_.add(DiagnosticCode::trans_utan_verifikation, line.label.data() - 1,
                    fmt::format("#{} står utanför verifikation och lästes inte.", label_));
        return;
    }
    TransactionRow& row = vouchers_.add_row(row_kind(rule.label));
    if (!split(rule, line) || !has_mandatory(rule) || !read_row(row)) {
        vouchers_.drop_row();
    }
}

void Interpreter::voucher_record(const LabelRule& rule, const Line& line) {
    vouchers_.interrupt(line.label.data() - 1);
    checks_.use_label(rule.label, report_.line());
    Voucher& voucher = vouchers_.begin();
    const bool opened = line.ends_with_open_brace();
    if (!split(rule, line) || !has_mandatory(rule) || !read_voucher(voucher)) {
        vouchers_.refuse();
    }
    if (opened) {
        vouchers_.open(line.unclosed_list);
    }
}

void Interpreter::plain_record(const LabelRule& rule, const Line& line) {
    vouchers_.interrupt(line.label.data() - 1);
    bool read = split(rule, line) && has_mandatory(rule);
    if (read) {
        const auto kind = balance_kind(rule.label);
        read = kind ? read_balance(*kind) : read_account_record(rule.label);
    }
    checks_.use_label(rule.label, report_.line());
    LabelCount& count = counts_[static_cast<std::size_t>(rule.label)];
    ++(read ? count.read : count.refused);
}

/// Sorts the fields into arguments and the object list. False: the braces are wrong.
bool Interpreter::split(const LabelRule& rule, const Line& line) {
    arguments_.clear();
    list_ = nullptr;
    const bool opens_block = rule.label == Label::ver && line.ends_with_open_brace();
    const char* wrong = line.misplaced_brace ? line.misplaced_brace : opens_block ? nullptr : line.unclosed_list;
    const std::size_t count = line.fields.size() - (opens_block ? 1 : 0);
    for (std::size_t i = 0; i < count && wrong == nullptr; ++i) {
        const Field& field = line.fields[i];
        if (!field.is_list) {
            arguments_.push_back(&field);
        } else if (rule.list_position == static_cast<int>(i)) {
            list_ = &field;
        } else if (field.count > 0 || rule.list_position >= 0) {
            wrong = field.bytes.data();
        }
    }
    if (wrong != nullptr) {
        report_.add(DiagnosticCode::klammer_ogiltig, wrong,
                    fmt::format("Klamrarna i #{} är fel; posten lästes inte.", label_));
        return false;
    }
    if (rule.list_position >= 0 && list_ == nullptr &&
        arguments_.size() > static_cast<std::size_t>(rule.list_position)) {
        report_.add(DiagnosticCode::klammer_saknas,
                    arguments_[static_cast<std::size_t>(rule.list_position)]->bytes.data(),
                    fmt::format("Objektlistan {{}} saknas i #{}; posten lästes utan objekt.", label_));
    }
    return true;
}

bool Interpreter::has_mandatory(const LabelRule& rule) {
    for (std::size_t i = 0; i < rule.mandatory.size() && !rule.mandatory[i].empty(); ++i) {
        const Field* field = argument(i);
        const bool may_be_empty = (rule.may_be_empty >> i & 1u) != 0;
        if (field == nullptr || (!may_be_empty && trimmed(field->bytes).empty())) {
            report_.add(DiagnosticCode::post_saknar_falt, field ? field->bytes.data() : report_.end_of_line(),
                        fmt::format("#{} saknar {}; posten lästes inte.", label_, rule.mandatory[i]));
            return false;
        }
    }
    return true;
}

bool Interpreter::read_account_record(Label label) {
    switch (label) {
    case Label::rar: return read_year();
    case Label::dim: return read_dimension(false);
    case Label::underdim: return read_dimension(true);
    case Label::objekt: return read_object();
    case Label::ktyp: return read_account_type();
    case Label::konto:
        account_.line = report_.line();
        report_.key(account_.number, *argument(0));
        report_.text(account_.name, *argument(1));
        check_account_number(account_);
        if (stated_names_.note_account(account_) == Repetition::different) {
            report_.add(DiagnosticCode::konto_dubblett, argument(0)->bytes.data(),
                        fmt::format("Konto {} anges mer än en gång, med olika namn; det sista namnet gäller.",
                                    report_.shown(argument_bytes(0))));
        }
        checks_.declare_account(account_.number);
        handler_.account(account_);
        return true;
    case Label::enhet: {
        AccountUnit unit{{}, {}, report_.line()};
        report_.key(unit.account, *argument(0));
        report_.text(unit.unit, *argument(1));
        checks_.use_account(unit.account, unit.line);
        handler_.account_unit(unit);
        return true;
    }
    case Label::sru: {
        SruCode code{{}, {}, report_.line()};
        report_.key(code.account, *argument(0));
        report_.key(code.code, *argument(1));
        checks_.use_account(code.account, code.line);
        handler_.sru_code(code);
        return true;
    }
    default: return read_info(label);
    }
}

void Interpreter::check_account_number(const Account& account) {
    if (account.number.find_first_not_of("0123456789") != std::string::npos) {
        report_.add(DiagnosticCode::nummer_ogiltigt, Severity::warning, argument(0)->bytes.data(),
                    fmt::format("Kontonumret ”{}” är inte numeriskt; kontot lästes som det står.",
                                report_.shown(argument_bytes(0))));
    }
}

bool Interpreter::read_info(Label label) {
    switch (label) {
    case Label::flagga: read_flag(); return true;
    case Label::sietyp: return read_sie_type();
    case Label::program:
        report_.text(info_.program, *argument(0));
        report_.text(info_.program_version, *argument(1));
        return true;
    case Label::format:
        report_.key(info_.format, *argument(0));
        if (info_.format != "PC8") {
            report_.add(DiagnosticCode::format_avviker, argument(0)->bytes.data(),
                        "#FORMAT är inte PC8; teckenuppsättningen avgörs av filens innehåll.");
        }
        return true;
    case Label::gen:
        info_.generated = date(0, false);
        optional_text(info_.generated_by, 1);
        return info_.generated.has_value();
    case Label::fnamn: report_.text(info_.company_name, *argument(0)); return true;
    case Label::orgnr: read_organisation_number(); return true;
    case Label::fnr: report_.text(info_.company_code, *argument(0)); return true;
    case Label::ftyp: report_.text(info_.company_form, *argument(0)); return true;
    case Label::kptyp: report_.text(info_.chart_type, *argument(0)); return true;
    case Label::valuta: report_.key(info_.currency, *argument(0)); return true;
    case Label::prosa: report_.text(info_.prose.emplace_back(), *argument(0)); return true;
    case Label::taxar: info_.tax_year = number(0, "Taxeringsåret"); return info_.tax_year.has_value();
    case Label::omfattn: info_.balances_until = date(0); return info_.balances_until.has_value();
    case Label::bkod: report_.key(info_.trade_code, *argument(0)); return true;
    case Label::adress: return read_address();
    default: return true;
    }
}

/// Only what is certain not to be the contact's name, which is personal data. Without quotes a name of two words fills
/// the street's field too, and then nothing is where it should be.
bool Interpreter::read_address() {
    constexpr std::size_t fields = 4;
    const auto is_quoted = [this](std::size_t index) {
        const Field* field = argument(index);
        return field != nullptr && field->bytes.data()[-1] == '"'; // a field follows its label, so a byte is before it
    };
    const bool all_quoted = is_quoted(0) && is_quoted(1) && is_quoted(2); // the telephone is not used
    const bool contact_ends = is_quoted(0) || is_quoted(1) || argument(1) == nullptr;
    if (!contact_ends || (arguments_.size() > fields && !all_quoted)) {
        report_.add(
            DiagnosticCode::adress_otydlig, line_->label.data() - 1,
            "Fälten i #ADRESS saknar citattecken, och var kontaktpersonens namn slutar kan inte avgöras; posten "
            "lästes inte.");
        return false;
    }
    optional_text(info_.street, 1);
    optional_text(info_.postal_address, 2);
    return true;
}

void Interpreter::read_flag() {
    info_.already_read = trimmed(argument_bytes(0)) == "1";
    if (info_.already_read) {
        report_.add(DiagnosticCode::redan_inlast, argument(0)->bytes.data(),
                    "#FLAGGA 1: filen är märkt som redan inläst i ett annat program; den lästes ändå.");
    }
}

bool Interpreter::read_sie_type() {
    const auto type = parse_int(trimmed(argument_bytes(0)));
    if (!type || *type < 1 || *type > 4) {
        accepted_ = false;
        report_.add(DiagnosticCode::sietyp_okand, argument(0)->bytes.data(),
                    fmt::format("SIE-typen{} är inte 1, 2, 3 eller 4; filen används inte.",
                                Report::shown_number(argument_bytes(0))));
        return false;
    }
    info_.sie_type = *type;
    return true;
}

void Interpreter::read_organisation_number() {
    optional_text(info_.organisation_number, 0);
    if (!is_plausible_organisation_number(info_.organisation_number)) {
        report_.add(DiagnosticCode::organisationsnummer_avviker, argument(0)->bytes.data(),
                    "Organisationsnumret har inte tio eller tolv siffror, eller fel kontrollsiffra; det lästes som det "
                    "står.");
    }
    info_.organisation_number = normal_organisation_number(info_.organisation_number);
    optional_text(info_.acquisition_number, 1);
    optional_text(info_.activity_number, 2);
    for (std::string* text : {&info_.acquisition_number, &info_.activity_number}) {
        *text = std::string(trimmed(*text));
    }
}

bool Interpreter::read_year() {
    const auto year_number = number(0, "Årsnumret");
    const auto from = date(1);
    const auto to = date(2);
    if (!year_number || !from || !to) {
        return false;
    }
    if (*to < *from) {
        report_.add(DiagnosticCode::rakenskapsar_ogiltigt, argument(1)->bytes.data(),
                    fmt::format("Räkenskapsåret slutar {}, före sin början {}; posten lästes inte.", to_iso(*to),
                                to_iso(*from)));
        return false;
    }
    const FiscalYear year{*year_number, *from, *to, report_.line()};
    if (stated_names_.note_year(year) != Repetition::none) {
        report_.add(DiagnosticCode::rakenskapsar_dubblett, argument(0)->bytes.data(),
                    fmt::format("Räkenskapsår {} anges mer än en gång; den första #RAR gäller.", *year_number));
        return false;
    }
    checks_.add_year(year);
    handler_.fiscal_year(year);
    return true;
}

bool Interpreter::read_account_type() {
    AccountType type{{}, ' ', report_.line()};
    const std::string_view code = trimmed(argument_bytes(1));
    if (code.size() != 1 || std::string_view("TSKI").find(code.front()) == std::string_view::npos) {
        report_.add(DiagnosticCode::nummer_ogiltigt, argument(1)->bytes.data(),
                    "Kontotypen är inte T, S, K eller I; posten lästes inte.");
        return false;
    }
    report_.key(type.account, *argument(0));
    type.type = code.front();
    checks_.use_account(type.account, type.line);
    handler_.account_type(type);
    return true;
}

bool Interpreter::read_dimension(bool has_parent) {
    Dimension dimension{{}, {}, {}, report_.line()};
    report_.key(dimension.number, *argument(0));
    report_.text(dimension.name, *argument(1));
    if (has_parent) {
        report_.key(dimension.parent, *argument(2));
    }
    checks_.declare_dimension(dimension.number);
    handler_.dimension(dimension);
    return true;
}

bool Interpreter::read_object() {
    Object object{{}, {}, {}, report_.line()};
    report_.key(object.dimension, *argument(0));
    report_.key(object.code, *argument(1));
    report_.text(object.name, *argument(2));
    checks_.declare_object(object);
    handler_.object(object);
    return true;
}

bool Interpreter::is_stated_once(const Balance& balance) {
    const Repetition repetition = stated_balances_.note(balance);
    if (repetition != Repetition::none) {
        const bool same = repetition == Repetition::same;
        report_.add(DiagnosticCode::saldo_dubblett, same ? Severity::warning : Severity::error, line_->label.data() - 1,
                    fmt::format("#{} för konto {} anges mer än en gång, med {}; den första posten gäller.", label_,
                                report_.shown(balance.account), same ? "samma belopp" : "olika belopp"));
    }
    return repetition == Repetition::none;
}

bool Interpreter::read_balance(BalanceKind kind) {
    const bool has_period = kind == BalanceKind::psaldo || kind == BalanceKind::pbudget;
    const std::size_t account_at = has_period ? 2 : 1;
    const auto year = number(0, "Årsnumret");
    balance_.period = has_period ? period(1) : std::nullopt;
    const auto sum = amount(account_at + 1);
    if (!object_list(balance_.objects) || !year || !sum || (has_period && !balance_.period)) {
        return false;
    }
    balance_.kind = kind;
    balance_.year = *year;
    balance_.amount = *sum;
    balance_.line = report_.line();
    report_.key(balance_.account, *argument(account_at));
    optional_quantity(balance_.quantity, account_at + 2);
    if (!is_stated_once(balance_)) {
        return false;
    }
    checks_.use_account(balance_.account, balance_.line);
    checks_.use_objects(balance_.objects, balance_.line);
    if (kind == BalanceKind::ib && balance_.year == 0) {
        checks_.add_opening(balance_.amount);
    }
    handler_.balance(balance_);
    return true;
}

bool Interpreter::read_voucher(Voucher& voucher) {
    report_.key(voucher.series, *argument(0));
    report_.key(voucher.number, *argument(1));
    optional_text(voucher.text, 3);
    optional_date(voucher.registered, 4, false);
    optional_text(voucher.signature, 5);
    const auto day = date(2);
    voucher.date = day.value_or(Date{});
    return day.has_value();
}

bool Interpreter::read_row(TransactionRow& row) {
    const auto sum = amount(1);
    if (!object_list(row.objects) || !sum) {
        return false;
    }
    report_.key(row.account, *argument(0));
    row.amount = *sum;
    optional_date(row.date, 2, true);
    optional_text(row.text, 3);
    optional_quantity(row.quantity, 4);
    optional_text(row.signature, 5);
    return true;
}

void Interpreter::open_brace(const char* at) {
    if (skipped_depth_ > 0 || after_unknown_) {
        ++skipped_depth_; // SIE 4C §7: an unknown record may have sub-records
        after_unknown_ = false;
    } else if (!vouchers_.open(at)) {
        ++stray_depth_;
        report_.add(DiagnosticCode::klammer_ogiltig, at, "Klammern { hör inte till någon post.");
    }
}

void Interpreter::close_brace(const char* at) {
    if (skipped_depth_ > 0) {
        --skipped_depth_;
    } else if (vouchers_.close(at)) {
        return;
    } else if (stray_depth_ > 0) {
        --stray_depth_;
    } else {
        report_.add(DiagnosticCode::klammer_ogiltig, at, "Klammern } har ingen motsvarande {.");
    }
}

void Interpreter::end_of_file() {
    if (vouchers_.is_open()) {
        accepted_ = false;
        report_.add_at(DiagnosticCode::filen_avbruten, vouchers_.begin_line(),
                       fmt::format("Filen tar slut mitt i {}; filen används inte.", vouchers_.name_in_sentence()));
        vouchers_.abandon();
    }
    if (counts_[static_cast<std::size_t>(Label::flagga)].read +
            counts_[static_cast<std::size_t>(Label::flagga)].refused ==
        0) {
        accepted_ = false;
        report_.add_at(DiagnosticCode::inte_sie, 0, "Filen saknar #FLAGGA och är därför ingen SIE-fil.");
    }
}

void Interpreter::finish(ReadResult& result) {
    checks_.report(report_, info_.sie_type, counts_);
    handler_.file_info(info_);
    result.accepted = accepted_;
    result.info = std::move(info_);
    result.unbalanced_vouchers = vouchers_.unbalanced();
    result.counts = std::move(unknown_counts_);
    for (std::size_t i = 0; i < label_count; ++i) {
        if (counts_[i].read + counts_[i].refused > 0) {
            // An unknown label may look like this one once its control characters are gone.
            LabelCount& count = result.counts[std::string(label_name(static_cast<Label>(i)))];
            count.read += counts_[i].read;
            count.refused += counts_[i].refused;
        }
    }
}

} // namespace finsam::sie
