#pragma once
// What the commands of command_table.hpp do, one file each.

#include "addin/commands/command_table.hpp"

#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

namespace finsam::addin {

using Context = com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>;
using Frame = com::sun::star::uno::Reference<com::sun::star::frame::XFrame>;

/// Runs in the office's main thread. The frame is the one whose menu was used; it may hold no document. What is thrown
/// is shown as a message.
using CommandFunction = void (*)(const Context& context, const Frame& frame);

[[nodiscard]] CommandFunction function_of(CommandId id) noexcept;

void kontrollera(const Context& context, const Frame& frame);

} // namespace finsam::addin
