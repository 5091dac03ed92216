#pragma once
// The cell functions, each told once. From this table come the IDL, CalcAddIns.xcu (the wizard's texts) and the
// reference docs/funktioner.md. Method and argument names are a permanent file format: every stored formula has them.

#include <cstdint>
#include <span>
#include <string_view>

namespace finsam::addin {

struct Text {
    std::string_view sv, en;
};

enum class ArgumentType : std::uint8_t {
    number,   ///< IDL double
    range,    ///< IDL XCellRange: survives error cells, and is fast on whole columns
    optional, ///< IDL any: void when left out, 0.0 for an empty cell
};

struct Argument {
    std::string_view name; ///< IDL parameter and xcu node; UNOIDL takes no underscore here
    ArgumentType type;
    Text label;
    Text description;
};

enum class ResultType : std::uint8_t {
    number,
    matrix, ///< needs an array formula
};

/// What the cell shows when the function gives no result.
struct ErrorCase {
    Text shown;
    Text cause;
};

/// For the reference only.
struct Example {
    Text given;               ///< "" when the formula stands by itself; a block of cells otherwise
    std::string_view formula; ///< as typed; in braces when it is entered as an array formula
    Text result;
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

/// The service that holds the functions, and the prefix of every stored formula (in capitals).
inline constexpr std::string_view functions_service = "se.finsam.calc.Functions";

[[nodiscard]] std::span<const Function> function_table() noexcept;

} // namespace finsam::addin
