#include "bridge/report/members.hpp"

#include "bridge/report/toml_fields.hpp"
#include "bridge/report/typed_amount.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

namespace finsam {
namespace {

std::optional<int> calendar_year(std::string_view text) {
    if (text.size() != 4 || text.find_first_not_of("0123456789") != std::string_view::npos) {
        return std::nullopt;
    }
    return std::stoi(std::string(text));
}

tl::expected<Ore, std::string> amount_of(const toml::node& node) {
    if (const auto text = node.value_exact<std::string>()) {
        return parse_typed_amount(*text);
    }
    const auto number = node.value<double>();
    const auto amount = number ? from_kronor_double(*number) : std::nullopt;
    if (!amount) {
        return tl::unexpected(std::string("är inget belopp"));
    }
    return *amount;
}

void read_amounts(const toml::table& toml, Member& member, TomlErrors& errors) {
    const std::string what = "Medlemmen ”" + member.name + "”: ";
    for (const auto& [key, node] : toml) {
        const auto year = calendar_year(key.str());
        const auto amount = amount_of(node);
        if (!year) {
            errors.add(node, what + "i ”belopp” ska varje namn vara ett år, till exempel { 2024 = 191000 }.");
        } else if (!amount) {
            errors.add(node, what + "beloppet för " + std::string(key.str()) + " " + amount.error() + ".");
        } else {
            member.typed[*year] = *amount;
        }
    }
}

constexpr std::int64_t most_inhabitants = 100'000'000;

void read_population(const toml::node& node, int year, Member& member, TomlErrors& errors) {
    const auto number = node.value_exact<std::int64_t>();
    if (!number || *number < 0 || *number > most_inhabitants) {
        errors.add(node,
                   "Medlemmen ”" + member.name +
                       "”: ”befolkning” ska vara antal invånare som ett heltal, till exempel 14000 eller { 2024 = "
                       "14000 }.");
        return;
    }
    member.population[year] = *number;
}

void read_populations(const toml::table& toml, Member& member, TomlErrors& errors) {
    const toml::node* node = toml.get("befolkning");
    if (node == nullptr) {
        return;
    }
    if (!node->is_table()) {
        read_population(*node, 0, member, errors);
        return;
    }
    for (const auto& [key, value] : *node->as_table()) {
        if (const auto year = calendar_year(key.str())) {
            read_population(value, *year, member, errors);
        } else {
            errors.add(value, "Medlemmen ”" + member.name +
                                  "”: i ”befolkning” ska varje namn vara ett år, till exempel { 2024 = 14000 }.");
        }
    }
}

Member read_member(const toml::table& toml, TomlErrors& errors) {
    TomlFields fields(toml, "Medlemmen ”" + toml["namn"].value_or<std::string>("") + "”", errors);
    Member member;
    member.name = fields.required_text("namn");
    member.group = fields.required_text("grupp");
    member.account = fields.text("konto");
    member.insats = fields.text("insats");
    const toml::table* amounts = fields.table("belopp");
    if (amounts != nullptr) {
        read_amounts(*amounts, member, errors);
    }
    fields.allow("befolkning");
    read_populations(toml, member, errors);
    if (!is_member_group(member.group)) {
        fields.error("”grupp” ska vara stat, region eller kommun");
    }
    if (!member.account.empty() && !member.insats.empty()) {
        fields.error("skriv konto eller insats, inte båda");
    }
    if (member.account.empty() && member.insats.empty() && amounts == nullptr) {
        fields.error("skriv konto, insats eller belopp: var medlemmens bidrag finns");
    }
    fields.finish();
    return member;
}

} // namespace

std::optional<std::int64_t> Member::population_in(int year) const {
    auto found = population.find(year);
    found = found == population.end() ? population.find(0) : found;
    return found == population.end() ? std::nullopt : std::optional(found->second);
}

bool is_member_group(std::string_view group) noexcept {
    return std::ranges::find(member_groups, group) != std::end(member_groups);
}

std::vector<Member> read_members(TomlFields& input, TomlErrors& errors) {
    std::vector<Member> members;
    std::set<std::string> names;
    for (const toml::table* toml : input.tables("medlem")) {
        members.push_back(read_member(*toml, errors));
        if (!names.insert(members.back().name).second) {
            errors.add(*toml, "Medlemmen ”" + members.back().name + "” finns redan.");
        }
    }
    return members;
}

} // namespace finsam
