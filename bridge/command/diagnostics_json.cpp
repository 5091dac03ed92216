#include "bridge/command/diagnostics_json.hpp"

namespace finsam::command {

nlohmann::ordered_json diagnostics_json(const std::vector<Diagnostic>& diagnostics) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Diagnostic& item : diagnostics) {
        list.push_back({{"allvar", swedish_name(item.severity)},
                        {"kod", stable_name(item.code)},
                        {"rad", item.line},
                        {"kolumn", item.column},
                        {"avser", item.concerned},
                        {"text", item.text}});
    }
    return list;
}

} // namespace finsam::command
