#pragma once
// Which LibreOffice a command starts: the options that the commands that need one share.

#include <string>

namespace finsam::command {

class Arguments;

/// As typed on the command line; "" where nothing was.
struct OfficeOptions {
    std::string soffice, profile;

    void add_to(Arguments& command);
};

} // namespace finsam::command
