#pragma once
// One prepared SQL statement.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace finsam::sqlite {

class Database;

/// Parameters are bound in the order of their marks; columns count from 0. Errors stick in the database.
class Statement {
public:
    Statement(Database& database, std::string_view sql);
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    /// Binds all parameters anew; then `step` gives the rows. Keeps copies of the texts.
    template <class... Values>
    Statement& with(const Values&... values) {
        reset();
        lifetime_ = Lifetime::copied;
        int index = 0;
        (bind(++index, values), ...);
        return *this;
    }
    /// Binds and runs a statement without rows. The texts are not copied: they outlive the call.
    template <class... Values>
    bool run(const Values&... values) {
        lifetime_ = Lifetime::borrowed;
        int index = 0;
        (bind(++index, values), ...);
        step();
        reset();
        return healthy();
    }

    /// Goes to the next row; false when there is none, or after an error.
    bool step();
    /// Lets go of the rows (and their lock).
    void reset() noexcept;

    [[nodiscard]] std::int64_t integer(int column) const noexcept;
    [[nodiscard]] std::string text(int column) const; ///< "" for NULL
    [[nodiscard]] bool is_null(int column) const noexcept;

private:
    void bind(int index, std::int64_t value);
    void bind(int index, int value) { bind(index, std::int64_t{value}); }
    void bind(int index, std::uint64_t value) { bind(index, static_cast<std::int64_t>(value)); }
    void bind(int index, std::string_view value);
    void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
    void bind(int index, const char* value) { bind(index, std::string_view(value)); }
    void bind(int index, std::nullopt_t);
    template <class Value>
    void bind(int index, const std::optional<Value>& value) {
        value ? bind(index, *value) : bind(index, std::nullopt);
    }
    [[nodiscard]] bool healthy() const noexcept;

    enum class Lifetime : std::uint8_t { copied, borrowed };

    Database& database_;
    sqlite3_stmt* handle_ = nullptr;
    Lifetime lifetime_ = Lifetime::copied; ///< of texts that are bound
};

} // namespace finsam::sqlite
