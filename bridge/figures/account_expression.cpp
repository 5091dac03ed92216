#include "bridge/figures/account_expression.hpp"

#include "bridge/report/account_key.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace finsam {
namespace {

/// ASCII: every kind of space is ' ', every kind of dash '-'.
std::string plain(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, char>, 6> wide = {{
        {"\u00A0", ' '},
        {"\u202F", ' '},
        {"\u2009", ' '},
        {"\u2010", '-'},
        {"\u2013", '-'},
        {"\u2212", '-'},
    }};
    std::string out;
    while (!text.empty()) {
        const auto* const found =
            std::ranges::find_if(wide, [&](const auto& each) { return text.starts_with(each.first); });
        if (found != wide.end()) {
            out += found->second;
            text.remove_prefix(found->first.size());
        } else {
            out += text.front() == '\t' || text.front() == '\n' || text.front() == '\r' ? ' ' : text.front();
            text.remove_prefix(1);
        }
    }
    return out;
}

std::string_view trimmed(std::string_view text) noexcept {
    const auto first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// "30" of "30" and of "30*": an end of a range may have the star, which says nothing more.
std::string_view without_star(std::string_view text) noexcept {
    return text.ends_with('*') ? text.substr(0, text.size() - 1) : text;
}

bool is_key(std::string_view digits) noexcept {
    return only_digits(digits) && digits.size() <= account_key_places;
}

} // namespace

std::string AccountExpression::add_part(std::string_view part) {
    const auto not_understood = [&] {
        return fmt::format("”{}” är varken ett konto (3990), en början (8*) eller ett intervall (30-34).", part);
    };
    const std::size_t dash = part.find('-');
    if (dash != std::string_view::npos) {
        const std::string_view from = without_star(trimmed(part.substr(0, dash)));
        const std::string_view to = without_star(trimmed(part.substr(dash + 1)));
        if (!is_key(from) || !is_key(to)) {
            return fmt::format("intervallet ”{}” ska ha ett konto med högst åtta siffror på var sida om strecket.",
                               part);
        }
        const Range range{account_key(from, '0'), account_key(to, '9')};
        if (range.low > range.high) {
            return fmt::format("intervallet ”{}” slutar före sin början.", part);
        }
        ranges_.push_back(range);
    } else if (part.ends_with('*')) {
        const std::string_view beginning = without_star(part);
        if (!beginning.empty() && !is_key(beginning)) {
            return not_understood();
        }
        ranges_.push_back({account_key(beginning, '0'), account_key(beginning, '9')});
    } else if (only_digits(part)) {
        accounts_.emplace_back(part);
    } else {
        return not_understood();
    }
    return {};
}

tl::expected<AccountExpression, std::string> AccountExpression::parse(std::string_view text) {
    AccountExpression expression;
    const std::string ascii = plain(text);
    std::string_view rest = ascii;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of(";,"), rest.size());
        const std::string_view part = trimmed(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (part.empty()) {
            continue; // "3010;" has no second part
        }
        if (std::string fault = expression.add_part(part); !fault.empty()) {
            return tl::unexpected(std::move(fault));
        }
    }
    if (expression.accounts_.empty() && expression.ranges_.empty()) {
        return tl::unexpected(std::string("inget konto är angivet."));
    }
    return expression;
}

bool AccountExpression::contains(std::string_view account) const noexcept {
    if (!only_digits(account)) {
        return false;
    }
    const std::uint32_t key = account_key(account, '0');
    return std::ranges::any_of(ranges_, [&](const Range& each) { return each.low <= key && key <= each.high; }) ||
           std::ranges::find(accounts_, account) != accounts_.end();
}

} // namespace finsam
