#pragma once
// Colours of text on sheets. Paper is white, but who has chosen dark document colours in the office sees the same text
// on nearly black: each can be read on both. Text without a colour follows the office by itself.

namespace finsam::workbook::palette {

inline constexpr const char* side_text = "#737373"; ///< grey: what stands beside the figures
inline constexpr const char* fails = "#d9302c";
inline constexpr const char* holds = "#2a8340";
inline constexpr const char* link = "#2a76c2";

} // namespace finsam::workbook::palette
