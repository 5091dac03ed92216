#pragma once
// Builders of the single sheets of an opened SIE file; `plan_sie_book` calls them in the order of the sheets.

#include "templates/builder/look.hpp"
#include "templates/builder/sie_book.hpp"

namespace finsam::workbook {

class SieBookBuilder {
public:
    SieBookBuilder(const SieSurvey& survey, const SieBookOptions& options, SieBook& plan)
        : survey_(survey), options_(options), plan_(plan), look_(plan.book) {}

    void company();
    void balances();
    void balance_records();
    void objects();
    void vouchers();
    void history();
    void refused();
    void log();

private:
    enum class Kind : std::uint8_t { text, amount, number, date };
    struct Heading {
        std::string name;
        double width; ///< mm
        Kind kind = Kind::text;
    };
    using Line = std::vector<PlainValue>;

    Sheet& add_sheet(const std::string& name);
    /// A sheet that holds one table of so many rows, with filter buttons.
    Sheet& add_table(const std::string& name, const std::string& title, const std::string& explanation,
                     const std::vector<Heading>& headings, std::uint64_t rows);
    /// As many such sheets as the rows need; none without rows.
    SplitSheets add_tables(std::string_view name, const std::string& explanation, const std::vector<Heading>& headings,
                           std::uint64_t rows);
    /// Rows into the sheets made for them.
    void put(const SplitSheets& sheets, std::vector<Line> rows);
    [[nodiscard]] StyleId style_of(Kind kind);
    [[nodiscard]] std::string dimension_heading(const std::string& number) const;
    void add_dimensions(std::vector<Heading>& headings, const std::vector<std::string>& dimensions) const;
    [[nodiscard]] std::vector<Heading> voucher_headings() const;
    [[nodiscard]] std::string year_label(int number) const;

    void fact(Sheet& sheet, int& row, std::string_view label, const std::string& value);
    void figure(Sheet& sheet, int& row, std::string_view label, double value, StyleId style);
    void heading(Sheet& sheet, int& row, std::string_view text);
    void company_facts(Sheet& sheet, int& row);
    void file_facts(Sheet& sheet, int& row);
    void counts(Sheet& sheet, int& row);
    void sums(Sheet& sheet, int& row);

    const SieSurvey& survey_;
    const SieBookOptions& options_;
    SieBook& plan_;
    Look look_;
};

/// The text, cut with "…" when it is longer than a heading can be: Calc breaks headings into lines, and a damaged file
/// may have a name of any length. The rows of the sheets hold every text whole.
[[nodiscard]] std::string for_heading(const std::string& text);

/// The objects of a row or balance, a cell for each dimension that has a column, and the rest in one.
void put_objects(std::vector<PlainValue>& line, const std::vector<sie::ObjectRef>& objects,
                 const std::vector<std::string>& dimensions, bool other_objects);

} // namespace finsam::workbook
