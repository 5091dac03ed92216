#include "addin/functions/function_table.hpp"

#include <vector>

namespace finsam::addin {

std::span<const Function> function_table() {
    static const std::vector<Function> table = [] {
        std::vector<Function> all;
        for (const auto part : {report_functions(), account_functions(), funding_functions(), text_functions()}) {
            all.insert(all.end(), part.begin(), part.end());
        }
        return all;
    }();
    return table;
}

} // namespace finsam::addin
