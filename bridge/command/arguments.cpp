#include "bridge/command/arguments.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <utility>

namespace finsam::command {

Argument& Argument::value(const std::string& name) {
    option_->type_name(name);
    return *this;
}

Argument& Argument::required() {
    option_->required();
    return *this;
}

Argument& Argument::excludes(const Argument& other) {
    option_->excludes(other.option_);
    return *this;
}

Argument& Argument::one_of(std::vector<std::string> choices) {
    option_->check(CLI::IsMember(std::move(choices)));
    return *this;
}

Argument& Argument::one_of_in_any_case(std::vector<std::string> choices) {
    option_->transform(CLI::IsMember(std::move(choices), CLI::ignore_case));
    return *this;
}

Argument& Argument::within(int least, int most) {
    option_->check(CLI::Range(least, most).description(fmt::format("{}–{}", least, most)));
    return *this;
}

Argument& Argument::one_value_each() {
    option_->allow_extra_args(false);
    return *this;
}

Argument& Argument::split_at_commas() {
    option_->delimiter(',');
    return *this;
}

Argument& Argument::show_default() {
    option_->capture_default_str();
    return *this;
}

Arguments::Arguments(CLI::App& app, const std::string& command, const std::string& help)
    : command_(app.add_subcommand(command, help)) {}

Argument Arguments::add(const std::string& names, std::string& target, const std::string& help) {
    return Argument(command_->add_option(names, target, help));
}

Argument Arguments::add(const std::string& names, std::optional<std::string>& target, const std::string& help) {
    return Argument(command_->add_option(names, target, help));
}

Argument Arguments::add(const std::string& names, std::vector<std::string>& target, const std::string& help) {
    return Argument(command_->add_option(names, target, help));
}

Argument Arguments::add(const std::string& names, int& target, const std::string& help) {
    return Argument(command_->add_option(names, target, help));
}

Argument Arguments::add(const std::string& names, std::optional<int>& target, const std::string& help) {
    return Argument(command_->add_option(names, target, help));
}

void Arguments::add_flag(const std::string& name, bool& target, const std::string& help) {
    command_->add_flag(name, target, help);
}

void Arguments::run(std::function<void()> action) {
    command_->callback(std::move(action));
}

} // namespace finsam::command
