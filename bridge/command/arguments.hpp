#pragma once
// The arguments of a subcommand. CLI11 reads them; it is header-only and costs ten seconds in every file that includes
// it, so arguments.cpp and main.cpp alone do.

#include "bridge/command/console.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace finsam::command {

/// What holds for one argument; each call gives the argument again.
class Argument {
public:
    explicit Argument(CLI::Option* option) : option_(option) {}

    Argument& value(const std::string& name); ///< what the help calls its value: "FIL"
    Argument& required();
    Argument& excludes(const Argument& other);
    Argument& one_of(std::vector<std::string> choices);
    Argument& one_of_in_any_case(std::vector<std::string> choices); ///< "4e" becomes "4E"
    Argument& within(int least, int most);
    Argument& one_value_each();  ///< it is repeated for more values
    Argument& split_at_commas(); ///< "a,b" is two values
    Argument& show_default();    ///< the help tells what the target holds now

private:
    CLI::Option* option_;
};

/// A subcommand. Targets must outlive the reading of the command line.
class Arguments {
public:
    Arguments(CLI::App& app, const std::string& command, const std::string& help);

    /// `names`: "-o,--ut", or a word for an argument that is known by its place.
    Argument add(const std::string& names, std::string& target, const std::string& help);
    Argument add(const std::string& names, std::optional<std::string>& target, const std::string& help);
    Argument add(const std::string& names, std::vector<std::string>& target, const std::string& help);
    Argument add(const std::string& names, int& target, const std::string& help);
    Argument add(const std::string& names, std::optional<int>& target, const std::string& help);
    void add_flag(const std::string& name, bool& target, const std::string& help);
    /// What the subcommand does, once its arguments have been read.
    void run(std::function<void()> action);

private:
    CLI::App* command_;
};

} // namespace finsam::command
