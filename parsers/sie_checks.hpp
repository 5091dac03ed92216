#pragma once
// What can be said only of a SIE file as a whole: used but not declared, missing records, opening balance, years,
// voucher numbers used twice. Memory grows with the number of accounts and objects, not with the file.

#include "parsers/sie_labels.hpp"
#include "parsers/sie_reader.hpp"
#include "parsers/sie_report.hpp"
#include "parsers/voucher_numbers.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace finsam::sie {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
};

/// Names, where each was first used, and which were declared anywhere in the file (groups may come in any order).
class Declarations {
public:
    void declare(std::string_view name);
    void use(std::string_view name, std::uint64_t line);
    [[nodiscard]] bool any_declared() const noexcept { return any_declared_; }
    /// In the order of first use.
    [[nodiscard]] std::vector<std::pair<std::uint64_t, std::string>> undeclared() const;

private:
    struct State {
        bool declared = false;
        std::uint64_t first_use = 0;
    };
    State& state(std::string_view name);
    std::unordered_map<std::string, State, TextHash, std::equal_to<>> names_;
    bool any_declared_ = false;
};

/// A small memory of short names, one or two together, that were used before. Nearly every use in a large file is of
/// such a name, and need not be looked up by its text again. Forgets a name when another wants its place.
class RecentNames {
public:
    /// Was the name used lately? It is from now on.
    bool seen(std::string_view name, std::string_view second = {}) noexcept;

private:
    struct Place {
        std::uint64_t name = 0, second = 0; ///< packed
        std::uint64_t sizes = 0;            ///< of both; 0 is no name
        friend bool operator==(const Place&, const Place&) = default;
    };
    static constexpr unsigned place_bits = 12;
    std::vector<Place> places_ = std::vector<Place>(1u << place_bits);
};

/// What messages call the declarations.
struct RecordNames {
    std::string_view account = "#KONTO", dimension = "#DIM", object = "#OBJEKT";
    bool has_reserved_dimensions = true; ///< which need no declaration
};

class FileChecks {
public:
    void declare_account(std::string_view account) { accounts_.declare(account); }
    void use_account(std::string_view account, std::uint64_t line) {
        if (!recent_accounts_.seen(account)) {
            accounts_.use(account, line);
        }
    }
    void declare_dimension(std::string_view dimension) { dimensions_.declare(dimension); }
    void declare_object(const Object& object);
    void use_objects(const std::vector<ObjectRef>& objects, std::uint64_t line);
    void add_opening(Ore amount) noexcept;
    void add_year(const FiscalYear& year) { years_.push_back(year); }

    /// The year with number 0, when the file has said it.
    [[nodiscard]] const FiscalYear* current_year() const noexcept;
    [[nodiscard]] bool is_new_number(std::string_view series, std::string_view number);

    /// A record of the label stands on the line.
    void use_label(Label label, std::uint64_t line) noexcept {
        std::uint64_t& first = first_lines_[static_cast<std::size_t>(label)];
        first = first == 0 ? line : first;
    }

    /// Says all of it; `counts` tells which labels the file has.
    void report(Report& report, int sie_type, const std::array<LabelCount, label_count>& counts) const;
    // The parts of it.
    void report_opening(Report& report) const;
    void report_undeclared(Report& report, const RecordNames& names = {}) const;
    void report_years(Report& report) const;
    /// Line of the first use, and number.
    [[nodiscard]] std::vector<std::pair<std::uint64_t, std::string>> undeclared_dimensions() const {
        return dimensions_.undeclared();
    }

private:
    void report_labels(Report& report, SieKind kind, const std::array<LabelCount, label_count>& counts) const;

    std::array<std::uint64_t, label_count> first_lines_{};
    Declarations accounts_, dimensions_, objects_;
    RecentNames recent_accounts_, recent_objects_;
    std::string object_key_;
    std::map<std::string, NumbersUsed, std::less<>> numbers_;
    std::vector<FiscalYear> years_;
    Ore opening_;
    bool opening_fits_ = true;
};

} // namespace finsam::sie
