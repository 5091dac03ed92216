#pragma once
// Reading TOML with Swedish errors that carry the line. Only for .cpp files of this folder.

#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

namespace finsam {

/// The first error of a file; later ones are ignored, since they often follow from it.
class TomlErrors {
public:
    void add(const toml::node& at, const std::string& text) { add(at.source().begin.line, text); }
    void add(std::size_t line, const std::string& text);
    [[nodiscard]] const std::optional<std::string>& first() const noexcept { return first_; }

private:
    std::optional<std::string> first_;
};

/// Parses; the error says line and column in Swedish.
[[nodiscard]] tl::expected<toml::table, std::string> parse_toml(std::string_view text);

/// One table's fields, read by name. `finish` makes a field nobody asked for an error: it is a misspelling.
class TomlFields {
public:
    TomlFields(const toml::table& table, std::string what, TomlErrors& errors)
        : table_(table), what_(std::move(what)), errors_(errors) {}

    [[nodiscard]] std::string required_text(std::string_view key);
    [[nodiscard]] std::string text(std::string_view key);
    [[nodiscard]] int integer(std::string_view key, int otherwise);
    [[nodiscard]] std::optional<double> number(std::string_view key);
    [[nodiscard]] bool boolean(std::string_view key, bool otherwise = false);
    [[nodiscard]] std::vector<std::string> texts(std::string_view key);
    [[nodiscard]] std::vector<int> integers(std::string_view key);
    /// An array of tables; empty when absent.
    [[nodiscard]] std::vector<const toml::table*> tables(std::string_view key);
    [[nodiscard]] const toml::table* table(std::string_view key);

    /// One of the listed words.
    template <typename T>
    [[nodiscard]] T choice(std::string_view key, T otherwise,
                           std::initializer_list<std::pair<std::string_view, T>> of) {
        const std::string word = text(key);
        if (word.empty()) {
            return otherwise;
        }
        std::string known;
        for (const auto& [name, value] : of) {
            if (name == word) {
                return value;
            }
            known += (known.empty() ? "" : ", ") + std::string(name);
        }
        error("”" + std::string(key) + "” är ”" + word + "” men ska vara något av " + known);
        return otherwise;
    }

    [[nodiscard]] std::size_t line() const noexcept { return table_.source().begin.line; }
    void error(const std::string& text) { errors_.add(table_, what_ + ": " + text + "."); }
    /// A field that somebody else reads.
    void allow(std::string_view key) { asked_.emplace(key); }
    void finish();

private:
    const toml::node* take(std::string_view key);
    void wrong_type(const toml::node& node, std::string_view key, std::string_view wanted);

    const toml::table& table_;
    std::string what_;
    TomlErrors& errors_;
    std::set<std::string, std::less<>> asked_;
};

} // namespace finsam
