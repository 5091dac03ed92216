#include "bridge/command/check_output.hpp"
#include "bridge/command/commands.hpp"
#include "bridge/command/language.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <memory>

namespace finsam::command {
namespace {

using nlohmann::ordered_json;

struct CheckOptions {
    std::vector<std::string> files;
    bool json = false;
};

Exit check(const CheckOptions& options) {
    ordered_json list = ordered_json::array();
    std::size_t unread = 0;
    bool errors = false;
    for (const std::string& path : options.files) {
        progress(fmt::format("Läser {}", path));
        const CheckedFile file = check_file(path);
        unread += file.unreadable() ? 1 : 0;
        errors = errors || file.result.has_errors();
        if (options.json) {
            list.push_back(check_json(file));
        } else {
            print_check(file);
        }
    }
    if (options.json) {
        say("{}\n", list.dump(2, ' ', false, ordered_json::error_handler_t::replace));
    }
    if (unread == options.files.size()) {
        return Exit::nothing_done;
    }
    return errors ? Exit::done_with_errors : Exit::done;
}

} // namespace

void add_check_command(CLI::App& app, Exit& exit) {
    auto options = std::make_shared<CheckOptions>();
    CLI::App* command =
        app.add_subcommand("kontrollera", help("Läs SIE-filer och berätta vad de innehåller och vad som är fel",
                                               "Read SIE files and tell what they hold and what is wrong"));
    command->add_option(help("filer", "files"), options->files, help("SIE-filer, typ 1–5", "SIE files, types 1-5"))
        ->required()
        ->type_name(help("FIL", "FILE"));
    command->add_flag("--json", options->json, help("skriv JSON", "write JSON"));
    command->callback([options, &exit] { exit = check(*options); });
}

} // namespace finsam::command
