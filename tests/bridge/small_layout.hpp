#pragma once
// A layout of one table, and a report of it, for tests of single rules.

#include "bridge/report/statement.hpp"

#include <stdexcept>
#include <string>

namespace finsam {

/// One table "t"; `columns` and `rows` are the TOML lists' contents.
inline Layout one_table(const std::string& columns, const std::string& rows) {
    auto layout = Layout::from_toml("namn = \"x\"\ntitel = \"X\"\n[[tabell]]\nnyckel = \"t\"\ntitel = \"T\"\nblad = "
                                    "\"T\"\nenhet = \"öre\"\nkolumner = [" +
                                    columns + "]\nrader = [" + rows + "]\n");
    if (!layout) {
        throw std::invalid_argument(layout.error());
    }
    return std::move(*layout);
}

} // namespace finsam
