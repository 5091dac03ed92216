#pragma once
// The cell functions, each told once. From this table come the IDL, CalcAddIns.xcu (the wizard's texts) and the
// reference docs/funktioner.md. Method and argument names are a permanent file format: every stored formula has them.

#include "addin/text.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace finsam::addin {

enum class ArgumentType : std::uint8_t {
    number,   ///< IDL double; Calc gives an array formula one call a cell
    text,     ///< IDL string: a number as Calc writes it, "" for an empty cell; an array formula as for a number
    range,    ///< IDL XCellRange: survives error cells, and is fast on whole columns
    optional, ///< IDL any: void when left out, 0.0 for an empty cell
    document, ///< IDL XPropertySet: Calc gives it the document itself; people see no argument
};

struct Argument {
    std::string_view name; ///< IDL parameter and xcu node; UNOIDL takes no underscore here
    ArgumentType type;
    Text label = {};
    Text description = {};
};

enum class ResultType : std::uint8_t {
    number,
    text,
    matrix, ///< needs an array formula
};

/// What the cell shows when the function gives no result.
struct ErrorCase {
    Text shown;
    Text cause;
};

/// Stands in the reference, and a test does it in a real Calc.
struct Example {
    std::string_view given; ///< "" when the formula stands by itself; otherwise cells: a row of columns' letters, then
                            ///< rows, with two blanks or more between cells
    std::string_view formula; ///< as typed; in braces when it is entered as an array formula
    std::string_view result;  ///< what the cell shows, with a decimal point; of a matrix rows as in `given`
    Text remark;              ///< after the result, or ""
};

struct Function {
    std::string_view method; ///< IDL method and xcu node
    std::string_view name;   ///< in the cell; the same in every language, or Calc shows #NAME? in one of them
    ResultType result;
    Text description;
    std::span<const Argument> arguments;
    Text result_text; ///< for the reference
    std::span<const ErrorCase> errors;
    Example example;
};

/// What stands in a cell: every argument but the document.
[[nodiscard]] constexpr bool is_visible(const Argument& argument) noexcept {
    return argument.type != ArgumentType::document;
}

/// The service that holds the functions, and the prefix of every stored formula (in capitals).
inline constexpr std::string_view functions_service = "se.finsam.calc.Functions";

/// In the order of the reference.
[[nodiscard]] std::span<const Function> function_table();

// The parts of the table, by subject.
[[nodiscard]] std::span<const Function> report_functions() noexcept;
[[nodiscard]] std::span<const Function> account_functions() noexcept;
[[nodiscard]] std::span<const Function> funding_functions() noexcept;
[[nodiscard]] std::span<const Function> text_functions() noexcept;

namespace common_error {
inline constexpr ErrorCase text_for_number = {
    {"#VÄRDE!", "#VALUE!"},
    {"Ett argument som inte kan utelämnas är text.", "An argument that may not be left out is text."}};
inline constexpr ErrorCase array_too_large = {{"#SAKNAS", "#N/A"},
                                              {"Det markerade området har fler rader eller kolumner än svaret.",
                                               "The selected range has more rows or columns than the result."}};
} // namespace common_error

} // namespace finsam::addin
