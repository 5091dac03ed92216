#include "parsers/sie_checks.hpp"

#include "parsers/sie_fields.hpp"
#include "parsers/swedish_format.hpp"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>

namespace finsam::sie {
namespace {

constexpr char separator = '\x1F';
constexpr auto ver_index = static_cast<std::size_t>(Label::ver);

/// SIE 4C §8: numbers below 20 have a meaning, or are reserved, and need no #DIM.
bool is_reserved_dimension(std::string_view dimension) noexcept {
    const auto number = parse_int(dimension);
    return number && *number >= 1 && *number < 20;
}

std::string join(std::string_view dimension, std::string_view code) {
    return fmt::format("{}{}{}", dimension, separator, code);
}

constexpr std::size_t longest_packed = 8;

/// The bytes of a name of at most eight, exact together with its size. Without a loop: most names have four or five.
std::uint64_t packed(std::string_view name) noexcept {
    if (name.size() >= 4) {
        std::uint32_t first = 0, last = 0; // these may overlap
        std::memcpy(&first, name.data(), sizeof first);
        std::memcpy(&last, name.data() + name.size() - sizeof last, sizeof last);
        return std::uint64_t{last} << 32 | first;
    }
    std::uint64_t number = 0;
    for (const char c : name) {
        number = number << 8 | static_cast<unsigned char>(c);
    }
    return number;
}

} // namespace

bool RecentNames::seen(std::string_view name, std::string_view second) noexcept {
    if (name.size() > longest_packed || second.size() > longest_packed) {
        return false;
    }
    const Place wanted{packed(name), packed(second), 1 + name.size() + (second.size() << 8)};
    const std::uint64_t hash = (wanted.name ^ wanted.second * 31) * 0x9E3779B97F4A7C15u; // 2^64 / the golden ratio
    Place& place = places_[hash >> (64 - place_bits)];
    const bool found = place == wanted;
    place = wanted;
    return found;
}

Declarations::State& Declarations::state(std::string_view name) {
    const auto found = names_.find(name);
    return found != names_.end() ? found->second : names_.emplace(name, State{}).first->second;
}

void Declarations::declare(std::string_view name) {
    state(name).declared = true;
    any_declared_ = true;
}

void Declarations::use(std::string_view name, std::uint64_t line) {
    State& known = state(name);
    if (known.first_use == 0) {
        known.first_use = line;
    }
}

std::vector<std::pair<std::uint64_t, std::string>> Declarations::undeclared() const {
    std::vector<std::pair<std::uint64_t, std::string>> found;
    for (const auto& [name, known] : names_) {
        if (!known.declared) {
            found.emplace_back(known.first_use, name);
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

void FileChecks::declare_object(const Object& object) {
    objects_.declare(join(object.dimension, object.code));
}

void FileChecks::use_objects(const std::vector<ObjectRef>& objects, std::uint64_t line) {
    for (const ObjectRef& object : objects) {
        if (recent_objects_.seen(object.dimension, object.code)) {
            continue; // and so was its dimension
        }
        dimensions_.use(object.dimension, line);
        object_key_.assign(object.dimension).push_back(separator);
        objects_.use(object_key_.append(object.code), line);
    }
}

void FileChecks::add_opening(Ore amount) noexcept {
    const auto sum = checked_add(opening_, amount);
    opening_fits_ = opening_fits_ && sum.has_value();
    opening_ = sum.value_or(opening_);
}

const FiscalYear* FileChecks::current_year() const noexcept {
    const auto found = std::find_if(years_.begin(), years_.end(), [](const FiscalYear& y) { return y.number == 0; });
    return found == years_.end() ? nullptr : &*found;
}

bool FileChecks::is_new_number(std::string_view series, std::string_view number) {
    if (number.empty()) {
        return true; // SIE 4I leaves the numbers to the receiving program
    }
    auto found = numbers_.find(series);
    if (found == numbers_.end()) {
        found = numbers_.emplace(series, NumbersUsed()).first;
    }
    return found->second.insert(number);
}

void FileChecks::report_opening(Report& report) const {
    if (!opening_fits_ || !opening_.is_zero()) {
        report.add_at(DiagnosticCode::ingaende_balans_obalanserad, 0,
                      opening_fits_ ? fmt::format("Ingående balanser för år 0 summerar till {} kr och inte till noll.",
                                                  format_amount(opening_, Unit::ore))
                                    : "Ingående balanser för år 0 är för stora för att summeras.");
    }
}

void FileChecks::report_undeclared(Report& report, const RecordNames& names) const {
    if (accounts_.any_declared()) { // #KONTO is voluntary in 4I
        for (const auto& [line, account] : accounts_.undeclared()) {
            report.add_at(DiagnosticCode::konto_ej_deklarerat, line,
                          fmt::format("Konto {} används men saknar {}; posterna lästes ändå.", account, names.account),
                          account);
        }
    }
    for (const auto& [line, dimension] : dimensions_.undeclared()) {
        if (!names.has_reserved_dimensions || !is_reserved_dimension(dimension)) {
            report.add_at(
                DiagnosticCode::dimension_ej_deklarerad, line,
                fmt::format("Dimension {} används men saknar {}; posterna lästes ändå.", dimension, names.dimension),
                dimension);
        }
    }
    if (!objects_.any_declared()) {
        return;
    }
    for (const auto& [line, key] : objects_.undeclared()) {
        const auto at = key.find(separator);
        report.add_at(DiagnosticCode::objekt_ej_deklarerat, line,
                      fmt::format("Objekt {} i dimension {} används men saknar {}; posterna lästes ändå.",
                                  key.substr(at + 1), key.substr(0, at), names.object),
                      fmt::format("{} {}", key.substr(0, at), key.substr(at + 1)));
    }
}

void FileChecks::report_years(Report& report) const {
    std::vector<FiscalYear> years = years_;
    std::sort(years.begin(), years.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
    for (std::size_t i = 1; i < years.size(); ++i) {
        if (years[i].from <= years[i - 1].to) {
            report.add_at(DiagnosticCode::rakenskapsar_overlappar, std::max(years[i].line, years[i - 1].line),
                          fmt::format("Räkenskapsåren {} och {} överlappar varandra; båda lästes.", years[i - 1].number,
                                      years[i].number));
        }
    }
}

void FileChecks::report_labels(Report& report, SieKind kind, const std::array<LabelCount, label_count>& counts) const {
    for (std::size_t i = 0; i < label_count; ++i) {
        const auto label = static_cast<Label>(i);
        const std::uint64_t records = counts[i].read + counts[i].refused;
        const Presence rule = presence(label, kind);
        if (rule == Presence::mandatory && records == 0 && label != Label::flagga) { // without #FLAGGA it is not SIE
            report.add_at(DiagnosticCode::obligatorisk_post_saknas,
                          may_have_nothing_to_tell(label) ? Severity::info : Severity::warning, 0,
                          fmt::format("Den obligatoriska posten #{} saknas; filen lästes ändå.", label_name(label)),
                          fmt::format("#{}", label_name(label)));
        } else if (rule == Presence::forbidden && records > 0) {
            const std::uint64_t line = first_lines_[i] != 0 ? first_lines_[i] : first_lines_[ver_index];
            report.add_at(DiagnosticCode::post_ej_tillaten, line,
                          fmt::format("#{} hör inte till {}; {} {} lästes som vanligt.", label_name(label),
                                      swedish_name(kind), records, records == 1 ? "post" : "poster"),
                          fmt::format("#{}", label_name(label)));
        }
    }
}

void FileChecks::report(Report& report, int sie_type, const std::array<LabelCount, label_count>& counts) const {
    const auto has = [&](Label label) {
        const LabelCount& count = counts[static_cast<std::size_t>(label)];
        return count.read + count.refused > 0;
    };
    // 4E and 4I both say #SIETYP 4; only the export has balances.
    const bool has_balances = has(Label::ib) || has(Label::ub) || has(Label::res);
    const SieKind kind = sie_type == 1   ? SieKind::type1
                         : sie_type == 2 ? SieKind::type2
                         : sie_type == 3 ? SieKind::type3
                         : has_balances  ? SieKind::type4_export
                                         : SieKind::type4_import;
    report_labels(report, kind, counts);
    report_opening(report);
    report_undeclared(report);
    report_years(report);
}

} // namespace finsam::sie
