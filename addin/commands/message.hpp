#pragma once
// The one form of everything that the commands say: a title, a sentence, and what lies behind it.

#include "addin/commands/command_functions.hpp"
#include "addin/language.hpp"

#include <string>

namespace finsam::addin {

enum class MessageKind : std::uint8_t { information, warning, error };

struct Message {
    MessageKind kind = MessageKind::information;
    Text title;         ///< the command's; its mnemonic and dots are taken off
    std::string text;   ///< what happened
    std::string detail; ///< where, and what to do; may be empty
};

/// A command's title as it stands above a window: without mnemonic and dots.
[[nodiscard]] std::string window_title(std::string title);

/// Waits until it is read.
void show_message(const Context& context, const Frame& frame, const Message& message);

/// Yes or no; Escape is no.
[[nodiscard]] bool ask(const Context& context, const Frame& frame, const Message& message);

} // namespace finsam::addin
