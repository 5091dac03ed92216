#include "parsers/sie5_interpreter.hpp"

#include "parsers/organisation_number.hpp"
#include "parsers/sie5_reader.hpp"
#include "parsers/sie5_values.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace finsam::sie {
namespace {

using enum Sie5Element;

constexpr std::string_view signature_namespace = "http://www.w3.org/2000/09/xmldsig#";
constexpr std::string_view employee_dimension = "7"; ///< its objects are persons
constexpr std::size_t most_years = 100;
constexpr std::size_t most_unknown_names = 100;

/// SIE 4's code for an account type of SIE 5, ' ' for `statistics`, nothing for other texts.
std::optional<char> account_type_code(std::string_view type) noexcept {
    if (type == "asset") {
        return 'T';
    }
    if (type == "liability" || type == "equity") {
        return 'S';
    }
    if (type == "cost") {
        return 'K';
    }
    if (type == "income") {
        return 'I';
    }
    return type == "statistics" ? std::optional(' ') : std::nullopt;
}

/// By the type, or by the class of the account where the type is not known.
bool is_result_account(char type, std::string_view account) noexcept {
    return type == 'K' || type == 'I' ||
           (type == ' ' && !account.empty() && account.front() >= '3' && account.front() <= '8');
}

/// The name that SIE 5 gives a dimension number, "" when it gives none.
std::string_view reserved_name(std::string_view dimension) noexcept {
    static constexpr std::pair<std::string_view, std::string_view> names[] = {
        {"1", "Kostnadsställe"},  {"2", "Kostnadsbärare"}, {"3", "Filial"},
        {"4", "Verksamhetsgren"}, {"6", "Projekt"},        {"7", "Anställd"}};
    const auto* found =
        std::find_if(std::begin(names), std::end(names), [&](const auto& name) { return name.first == dimension; });
    return found == std::end(names) ? std::string_view() : found->second;
}

std::string dimension_name(std::string_view number, std::string_view name) {
    if (!name.empty()) {
        return std::string(name);
    }
    const std::string_view reserved = reserved_name(number);
    return reserved.empty() ? fmt::format("Dimension {}", number) : std::string(reserved);
}

} // namespace

Sie5Interpreter::Sie5Interpreter(Handler& handler, Report& report)
    : handler_(handler), report_(report), vouchers_(handler, report, checks_, voucher_counts_) {
    info_.sie_type = 5;
}

// -- elements -----------------------------------------------------------------------------------------------------

Sie5Element Sie5Interpreter::parent() const noexcept {
    return open_.empty() ? document : open_.back();
}

bool Sie5Interpreter::start_element(const XmlElement& element) {
    element_ = &element;
    report_.begin_line(element.line, {}, 0);
    if (open_.empty() && skipped_depth_ == 0) {
        return start_root(element);
    }
    const bool is_item = in_unused_section_ && skipped_depth_ == 1;
    if (skipped_depth_ > 0) {
        ++skipped_depth_;
        if (is_item && element.namespace_uri == sie5_namespace && !unused_items(element.name).empty()) {
            ++counts_[std::string(element.name)].read;
        }
        return true;
    }
    const Sie5Element known = element.namespace_uri == sie5_namespace ? sie5_element(parent(), element.name) : unknown;
    if (known == unknown || known == unused || known == unused_section) {
        skip(element, known);
        return true;
    }
    open_.push_back(known);
    seen_.insert(known);
    start(known);
    return true;
}

bool Sie5Interpreter::start_root(const XmlElement& element) {
    const Sie5Element root = element.namespace_uri == sie5_namespace ? sie5_element(document, element.name) : unknown;
    if (root == unknown) {
        say(DiagnosticCode::inte_sie,
            fmt::format(
                "Filen är XML eller HTML men inte SIE 5: den börjar inte med Sie eller SieEntry i namnrymden {}.",
                sie5_namespace));
        return false;
    }
    root_ = root;
    open_.push_back(root);
    return true;
}

/// The element and all inside it.
void Sie5Interpreter::skip(const XmlElement& element, Sie5Element known) {
    skipped_depth_ = 1;
    in_unused_section_ = known == unused_section;
    if (known == unused_section || known == unused) {
        return;
    }
    const bool at_top = open_.size() == 1;
    if (at_top && element.namespace_uri == signature_namespace && element.name == "Signature") {
        ++signatures_;
        return;
    }
    if (element.namespace_uri != sie5_namespace) {
        if (++foreign_ == 1) {
            say(DiagnosticCode::okand_post, "Filen har tillägg i en annan namnrymd än SIE 5; inget av dem lästes.");
        }
        return;
    }
    const std::string name = report_.shown(element.name);
    if (counts_.contains(name) || counts_.size() < most_unknown_names) {
        LabelCount& seen = counts_[name];
        if (++seen.refused == 1) {
            say(DiagnosticCode::okand_post, fmt::format("{} har ingen känd plats här och lästes inte.", name));
        }
    }
}

void Sie5Interpreter::start(Sie5Element element) {
    switch (element) {
    case software_product:
    case file_creation:
    case company:
    case accounting_currency: return start_file_info(element);
    case fiscal_year: return start_year();
    case account: return start_account();
    case opening_balance:
    case closing_balance:
    case budget: return start_balance();
    case object_reference: return start_object_reference();
    case dimension: return start_dimension();
    case object: return start_object();
    case journal: series_ = key("id"); return;
    case journal_entry: return start_voucher();
    case entry_info:
        if (const auto day = date("date", false)) {
            vouchers_.current().registered = day;
        }
        return;
    case original_entry_info:
        if (auto& registered = vouchers_.current().registered; !registered) {
            registered = date("date", false);
        }
        return;
    case ledger_entry: return start_row();
    case row_entry_info: row_entered_ = date("date", false); return;
    case overstrike: return start_overstrike();
    default: return; // containers
    }
}

void Sie5Interpreter::end_element() {
    if (skipped_depth_ > 0) {
        --skipped_depth_;
        in_unused_section_ = in_unused_section_ && skipped_depth_ > 0;
        return;
    }
    const Sie5Element element = parent();
    open_.pop_back();
    switch (element) {
    case fiscal_years: return end_years();
    case opening_balance: return end_balance(true);
    case closing_balance: return end_balance(false);
    case budget: return end_budget();
    case account: return balances_.finish([this](const Balance& record) { hand_over(record); });
    case ledger_entry: return end_row();
    case journal_entry: return end_voucher();
    default: return;
    }
}

// -- FileInfo -----------------------------------------------------------------------------------------------------

void Sie5Interpreter::start_file_info(Sie5Element element) {
    switch (element) {
    case software_product:
        info_.program = text("name");
        info_.program_version = text("version");
        count(true);
        return;
    case file_creation: // `by` is a person, or may be
        info_.generated = date("time", true);
        count(info_.generated.has_value());
        return;
    case company: return start_company();
    case accounting_currency:
        info_.currency = key("currency");
        count(!info_.currency.empty());
        return;
    default: return;
    }
}

void Sie5Interpreter::start_company() {
    info_.company_name = text("name");
    info_.company_code = text("clientId");
    info_.organisation_number = normal_organisation_number(text("organizationId"));
    const auto number = mandatory("organizationId");
    if (number && !is_plausible_organisation_number(*number)) {
        say(DiagnosticCode::organisationsnummer_avviker,
            "Organisationsnumret har inte tio eller tolv siffror, eller fel kontrollsiffra; det lästes som det står.",
            shown_if_number(*number));
    }
    count(number.has_value());
}

void Sie5Interpreter::start_year() {
    const auto start = mandatory("start");
    const auto end = mandatory("end");
    if (!start || !end) {
        count(false);
        return;
    }
    const auto first = parse_xml_month(*start);
    const auto last = parse_xml_month(*end);
    // Some programs write whole days.
    const auto from = first ? std::optional(first_day(*first)) : parse_xml_date(*start);
    const auto to = last ? std::optional(last_day(*last)) : parse_xml_date(*end);
    const bool too_many = counts_["FiscalYear"].read >= most_years;
    if (!from || !to || *to < *from || too_many) {
        say(DiagnosticCode::rakenskapsar_ogiltigt,
            too_many ? fmt::format("Filen har fler än {} räkenskapsår; detta lästes inte.", most_years)
                     : fmt::format("Räkenskapsåret{} –{} är inte två månader i ordning; posten lästes inte.",
                                   Report::shown_number(*start), Report::shown_number(*end)));
        count(false);
        return;
    }
    const bool primary = parse_xml_flag(key("primary"));
    if (primary) {
        info_.balances_until = date("lastCoveredDate", false);
    }
    years_.add({*from, *to, primary, element_->line});
    count(true);
}

void Sie5Interpreter::end_years() {
    years_.settle();
    if (years_.primary_count() != 1 && !years_.years().empty()) {
        report_.add_at(DiagnosticCode::rakenskapsar_dubblett, years_.years().front().line,
                       fmt::format("{} räkenskapsår är märkta primary i stället för ett; filens år lästes som {}.",
                                   years_.primary_count(), to_iso(years_.primary()->to).substr(0, 4)));
    }
    for (const FiscalYear& year : years_.years()) {
        checks_.add_year(year);
        handler_.fiscal_year(year);
    }
}

// -- Accounts -----------------------------------------------------------------------------------------------------

void Sie5Interpreter::start_account() {
    account_ = key("id");
    if (!mandatory("id")) {
        count(false);
        return;
    }
    if (account_.find_first_not_of("0123456789") != std::string::npos) {
        say(DiagnosticCode::nummer_ogiltigt, Severity::warning,
            fmt::format("Kontonumret ”{}” är inte numeriskt; kontot lästes som det står.", report_.shown(account_)),
            report_.shown(account_));
    }
    checks_.declare_account(account_);
    handler_.account({account_, text("name"), element_->line});
    const auto type = account_type_code(key("type"));
    if (!type) {
        say(DiagnosticCode::nummer_ogiltigt, Severity::warning,
            fmt::format("Konto {} har ingen kontotyp som finns i SIE 5; kontot lästes utan typ.",
                        report_.shown(account_)),
            report_.shown(account_));
    } else if (*type != ' ') {
        handler_.account_type({account_, *type, element_->line});
    }
    if (const std::string unit = text("unit"); !unit.empty()) {
        handler_.account_unit({account_, unit, element_->line});
    }
    balances_.begin(account_, is_result_account(type.value_or(' '), account_));
    count(true);
}

void Sie5Interpreter::start_balance() {
    balance_ = {};
    balance_.name = element_->name;
    balance_.line = element_->line;
    balance_.column = element_->column;
    balance_.amount = amount();
    balance_.quantity = quantity();
    balance_.readable = balance_.amount.has_value() && !account_.empty();
    const auto month = element_->attribute("month");
    if (month) {
        balance_.month = parse_xml_month(*month);
    }
    const bool may_lack_month = parent() == budget;
    if (!balance_.month && (month || !may_lack_month)) {
        say(month ? DiagnosticCode::period_ogiltig : DiagnosticCode::post_saknar_falt,
            month ? fmt::format("Månaden{} i {} är ingen månad; posten lästes inte.", Report::shown_number(*month),
                                balance_.name)
                  : fmt::format("{} saknar month; posten lästes inte.", balance_.name),
            month ? shown_if_number(*month) : std::string());
        balance_.readable = false;
    }
}

void Sie5Interpreter::end_balance(bool opening) {
    LabelCount& counts = counts_[balance_.name];
    const FiscalYear* year = balance_.readable ? years_.of(*balance_.month) : nullptr;
    if (balance_.readable && year == nullptr) {
        report_.add_place(
            DiagnosticCode::period_ogiltig, Severity::error, balance_.line, balance_.column,
            fmt::format("Månaden {} i {} för konto {} ligger i inget av filens räkenskapsår; posten lästes "
                        "inte.",
                        to_iso(*balance_.month), balance_.name, report_.shown(account_)),
            report_.shown(account_));
    }
    bool read = year != nullptr;
    if (read) {
        checks_.use_objects(balance_.objects, balance_.line);
        read = balances_.add({opening, year->number, month_of(year->from), *balance_.month, balance_.objects,
                              *balance_.amount, balance_.quantity, balance_.line});
        if (!read) {
            report_.add_place(DiagnosticCode::saldo_dubblett, Severity::error, balance_.line, balance_.column,
                              fmt::format("{} för konto {} och månad {} anges mer än en gång; det första gäller.",
                                          balance_.name, report_.shown(account_), to_iso(*balance_.month)),
                              report_.shown(account_));
        }
    }
    ++(read ? counts.read : counts.refused);
}

void Sie5Interpreter::end_budget() {
    LabelCount& counts = counts_[balance_.name];
    const FiscalYear* year = years_.primary();
    if (balance_.readable && balance_.month) {
        year = years_.of(*balance_.month);
    }
    // A file for import has no fiscal years: its budget is of the year that the receiver imports it into.
    const bool placed = year != nullptr || (years_.years().empty() && balance_.month);
    if (!balance_.readable || !placed) {
        if (balance_.readable) {
            report_.add_place(DiagnosticCode::period_ogiltig, Severity::error, balance_.line, balance_.column,
                              fmt::format("{} för konto {} ligger i inget av filens räkenskapsår; posten lästes inte.",
                                          balance_.name, report_.shown(account_)),
                              report_.shown(account_));
        }
        ++counts.refused;
        return;
    }
    checks_.use_objects(balance_.objects, balance_.line);
    const Period month = balance_.month ? *balance_.month : month_of(year->to);
    handler_.balance({BalanceKind::pbudget, year == nullptr ? 0 : year->number, month, account_, balance_.objects,
                      *balance_.amount, balance_.quantity, balance_.line});
    ++counts.read;
}

void Sie5Interpreter::hand_over(const Balance& record) {
    if (record.kind == BalanceKind::ib && record.year == 0) {
        checks_.add_opening(record.amount);
    }
    handler_.balance(record);
}

// -- Dimensions ---------------------------------------------------------------------------------------------------

void Sie5Interpreter::start_dimension() {
    dimension_ = key("id");
    if (!mandatory("id")) {
        count(false);
        return;
    }
    checks_.declare_dimension(dimension_);
    declared_dimensions_.insert(dimension_);
    handler_.dimension({dimension_, dimension_name(dimension_, text("name")), {}, element_->line});
    count(true);
}

void Sie5Interpreter::start_object() {
    if (dimension_.empty() || !mandatory("id")) {
        count(false);
        return;
    }
    const Object record{dimension_, key("id"), dimension_ == employee_dimension ? std::string() : text("name"),
                        element_->line};
    checks_.declare_object(record);
    handler_.object(record);
    count(true);
}

void Sie5Interpreter::start_object_reference() {
    const bool in_row = open_.size() > 1 && open_[open_.size() - 2] == ledger_entry;
    const auto dimension = mandatory("dimId");
    const auto code = dimension ? mandatory("objectId") : std::nullopt;
    if (!code) {
        (in_row ? row_readable_ : balance_.readable) = false;
        return;
    }
    auto& objects = in_row ? vouchers_.row().objects : balance_.objects;
    objects.push_back({key("dimId"), key("objectId")});
}

// -- Journal ------------------------------------------------------------------------------------------------------

void Sie5Interpreter::start_voucher() {
    Voucher& voucher = vouchers_.begin();
    vouchers_.open(report_.end_of_line());
    voucher.series = series_;
    voucher.number = key("id");
    voucher.text = text("text");
    const auto day = date("journalDate", true);
    voucher.date = day.value_or(Date{});
    const bool lacks_number = !is_entry_file() && !mandatory("id");
    if (!day || lacks_number) {
        vouchers_.refuse();
    }
}

void Sie5Interpreter::end_voucher() {
    vouchers_.close(report_.end_of_line());
}

void Sie5Interpreter::start_row() {
    TransactionRow& row = vouchers_.add_row(RowKind::trans);
    const auto sum = amount();
    row_readable_ = mandatory("accountId").has_value() && sum.has_value();
    row_entered_.reset();
    row.account = key("accountId");
    row.amount = sum.value_or(Ore());
    row.date = date("ledgerDate", false);
    row.text = text("text");
    row.quantity = quantity();
    row.objects.clear(); // the row may be one used before
    row.signature.clear();
}

void Sie5Interpreter::start_overstrike() {
    vouchers_.row().kind = RowKind::btrans;
}

void Sie5Interpreter::end_row() {
    if (!row_readable_) {
        vouchers_.drop_row();
        return;
    }
    const auto& registered = vouchers_.current().registered;
    const bool added_later = row_entered_ && registered && *row_entered_ != *registered;
    if (added_later && vouchers_.row().kind == RowKind::trans) {
        // SIE 4C §5.11 #RTRANS: the same row stands before the #TRANS.
        const TransactionRow row = vouchers_.row();
        vouchers_.row().kind = RowKind::rtrans;
        vouchers_.add_row(RowKind::trans) = row;
    }
}

// -- values -------------------------------------------------------------------------------------------------------

std::optional<std::string_view> Sie5Interpreter::mandatory(std::string_view attribute) {
    const auto value = element_->attribute(attribute);
    if (!value || trimmed(*value).empty()) {
        say(DiagnosticCode::post_saknar_falt,
            fmt::format("{} saknar {}; posten lästes inte.", element_->name, attribute));
        return std::nullopt;
    }
    return value;
}

std::string Sie5Interpreter::text(std::string_view attribute) const {
    return std::string(element_->attribute(attribute).value_or(std::string_view()));
}

std::string Sie5Interpreter::key(std::string_view attribute) const {
    return std::string(trimmed(element_->attribute(attribute).value_or(std::string_view())));
}

/// A value in the wrong place may be a person's name, which no message may hold; "" for all but numbers.
std::string Sie5Interpreter::shown_if_number(std::string_view value) const {
    return Report::shown_number(value).empty() ? std::string() : report_.shown(value);
}

std::optional<Ore> Sie5Interpreter::amount() {
    const auto value = mandatory("amount");
    if (!value) {
        return std::nullopt;
    }
    const ParsedAmount parsed = parse_xml_amount(*value);
    if (parsed.error == AmountError::none && !parsed.decimal_comma) {
        return parsed.amount;
    }
    const std::string_view why = parsed.error == AmountError::too_many_decimals ? "har fler än två decimaler"
                                 : parsed.error == AmountError::too_large       ? "är för stort"
                                                                                : "är inget belopp";
    say(DiagnosticCode::belopp_ogiltigt,
        fmt::format("Beloppet{} i {} {}; posten lästes inte.", Report::shown_number(*value), element_->name, why),
        shown_if_number(*value));
    return std::nullopt;
}

std::optional<Date> Sie5Interpreter::date(std::string_view attribute, bool is_mandatory) {
    const auto value = is_mandatory ? mandatory(attribute) : element_->attribute(attribute);
    if (!value) {
        return std::nullopt;
    }
    const auto day = parse_xml_date(*value);
    if (!day) {
        say(DiagnosticCode::datum_ogiltigt, is_mandatory ? Severity::error : Severity::warning,
            fmt::format("{} i {} är inget datum; {} lästes inte.", attribute, element_->name,
                        is_mandatory ? "posten" : "datumet"),
            shown_if_number(*value));
    }
    return day;
}

std::string Sie5Interpreter::quantity() {
    std::string value = key("quantity");
    if (!value.empty() && (!is_decimal(value) || value.find(',') != std::string::npos)) { // XML has no decimal comma
        say(DiagnosticCode::nummer_ogiltigt, Severity::warning,
            fmt::format("Kvantiteten i {} är inget tal; den lästes inte.", element_->name));
        value.clear();
    }
    return value;
}

void Sie5Interpreter::say(DiagnosticCode code, std::string text, std::string concerned) {
    say(code, default_severity(code), std::move(text), std::move(concerned));
}

void Sie5Interpreter::say(DiagnosticCode code, Severity severity, std::string text, std::string concerned) {
    report_.add_place(code, severity, element_->line, element_->column, std::move(text),
                      concerned.empty() ? report_.shown(element_->name) : std::move(concerned));
}

bool Sie5Interpreter::count(bool read) {
    LabelCount& counts = counts_[std::string(element_->name)];
    ++(read ? counts.read : counts.refused);
    return read;
}

// -- the whole ----------------------------------------------------------------------------------------------------

/// The ledger would else give the numbers their meaning in SIE 4.
void Sie5Interpreter::name_used_dimensions() {
    for (const auto& [line, number] : checks_.undeclared_dimensions()) {
        handler_.dimension({number, dimension_name(number, {}), {}, line});
    }
}

void Sie5Interpreter::report_missing() {
    static constexpr std::pair<Sie5Element, std::string_view> of_any[] = {
        {software_product, "SoftwareProduct"}, {file_creation, "FileCreation"}, {company, "Company"}};
    static constexpr std::pair<Sie5Element, std::string_view> of_sie[] = {
        {fiscal_year, "FiscalYear"}, {accounting_currency, "AccountingCurrency"}, {account, "Account"}};
    const auto demand = [this](const auto& elements) {
        for (const auto& [element, name] : elements) {
            if (!seen_.contains(element)) {
                report_.add_at(DiagnosticCode::obligatorisk_post_saknas, 0,
                               fmt::format("Det obligatoriska elementet {} saknas; filen lästes ändå.", name));
            }
        }
    };
    demand(of_any);
    if (!is_entry_file()) {
        demand(of_sie);
    }
}

void Sie5Interpreter::report_unused() {
    for (const auto& [name, counted] : counts_) {
        if (const std::string_view plural = unused_items(name); !plural.empty()) {
            report_.add_at(DiagnosticCode::okand_post, 0,
                           fmt::format("Filen har {} {} ({}); de används inte.", counted.read, plural, name));
        }
    }
}

void Sie5Interpreter::finish(ReadResult& result) {
    report_missing();
    report_unused();
    checks_.report_opening(report_);
    checks_.report_undeclared(report_, {"Account", "Dimension", "Object", false});
    checks_.report_years(report_);
    name_used_dimensions();
    handler_.file_info(info_);
    const auto total = [this](Label label) { return voucher_counts_[static_cast<std::size_t>(label)]; };
    const LabelCount entries = total(Label::ver);
    if (entries.read + entries.refused > 0) {
        counts_["JournalEntry"] = entries;
    }
    const LabelCount rows{total(Label::trans).read + total(Label::btrans).read,
                          total(Label::trans).refused + total(Label::btrans).refused};
    if (rows.read + rows.refused > 0) {
        counts_["LedgerEntry"] = rows;
    }
    result.info = std::move(info_);
    result.counts = std::move(counts_);
    result.unbalanced_vouchers = vouchers_.unbalanced();
}

} // namespace finsam::sie
