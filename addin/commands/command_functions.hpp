#pragma once
// What the commands of command_table.hpp do, one file each.

#include "addin/commands/command_table.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/uno/Sequence.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <variant>

namespace finsam::addin {

using Context = com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>;
using Frame = com::sun::star::uno::Reference<com::sun::star::frame::XFrame>;

/// What a macro gives with a dispatch instead of answering a dialog; empty from the menu.
using Arguments = com::sun::star::uno::Sequence<com::sun::star::beans::PropertyValue>;

/// Runs in the office's main thread. The frame is the one whose menu was used; it may hold no document. What is thrown
/// is shown as a message.
using CommandFunction = std::variant<void (*)(const Context& context, const Frame& frame),
                                     void (*)(const Context& context, const Frame& frame, const Arguments& arguments)>;

[[nodiscard]] CommandFunction function_of(CommandId id) noexcept;
void run_command(CommandId id, const Context& context, const Frame& frame, const Arguments& arguments);

void ny_rapport(const Context& context, const Frame& frame);
void kontrollera(const Context& context, const Frame& frame);
void huvudbocker(const Context& context, const Frame& frame);
void installningar(const Context& context, const Frame& frame);
void hjalp(const Context& context, const Frame& frame);
/// Argument: "Filer", the URLs of the SIE files; then nothing is asked, and a message comes only when it fails.
void las_in(const Context& context, const Frame& frame, const Arguments& arguments);
/// Of the cell that is selected. Argument: "Fil", the URL of a text file (UTF-8) that gets all of it; then no dialog.
void visa_underlag(const Context& context, const Frame& frame, const Arguments& arguments);
/// Argument: "Foregaende", the URL of last year's report or ""; then nothing is asked and no message comes.
void granska_rapport(const Context& context, const Frame& frame, const Arguments& arguments);
/// Argument: "Fil", the URL of the copy (.ods or .xlsx); then nothing is asked and no message comes.
void spara_revisionskopia(const Context& context, const Frame& frame, const Arguments& arguments);

} // namespace finsam::addin
