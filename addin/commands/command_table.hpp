#pragma once
// The commands of the menu and the toolbar "Finsam", each told once. From this table come Addons.xcu, the toolbar, and
// what is enabled when; command_functions.cpp gives each its function. A command that is not in the table is nowhere.

#include "addin/text.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace finsam::addin {

enum class CommandId : std::uint8_t {
    ny_rapport,
    las_in,
    visa_underlag,
    kontrollera,
    granska_rapport,
    spara_revisionskopia,
    huvudbocker,
    installningar,
    hjalp,
};

/// What has to be open for a command to make sense.
enum class Needs : std::uint8_t {
    nothing,         ///< also the Start Center has it
    spreadsheet,     ///< any
    report,          ///< a workbook that Finsam has made
    writable_report, ///< one that can be changed
};

struct Command {
    CommandId id;
    std::string_view name; ///< of its URL, its icon and its entry point: "kontrollera"
    Text title;            ///< with the mnemonic ~; "…" at the end when a dialog asks for more
    Text tooltip;
    Needs needs = Needs::nothing;
    bool starts_group = false; ///< a separator before it
    bool in_toolbar = true;
};

/// In the order of the menu.
[[nodiscard]] std::span<const Command> command_table() noexcept;

/// The command of a URL such as "se.finsam.calc:kontrollera".
[[nodiscard]] const Command* find_command(std::string_view url) noexcept;

/// The scheme of the commands' URLs, with the colon.
inline constexpr std::string_view command_scheme = "se.finsam.calc:";
/// The service that runs them.
inline constexpr std::string_view commands_service = "se.finsam.calc.Commands";

/// A document as the commands see it.
struct DocumentState {
    bool is_spreadsheet = false, is_report = false, is_writable = false;
};

[[nodiscard]] constexpr bool is_enabled(const Command& command, const DocumentState& document) noexcept {
    switch (command.needs) {
    case Needs::nothing: return true;
    case Needs::spreadsheet: return document.is_spreadsheet;
    case Needs::report: return document.is_report;
    case Needs::writable_report: return document.is_report && document.is_writable;
    }
    return false;
}

} // namespace finsam::addin
