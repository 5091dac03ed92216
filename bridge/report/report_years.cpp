#include "bridge/report/report_years.hpp"

namespace finsam {
namespace {

/// Adds figures of the layout; what is there already goes before.
void add_known(TypedFigures& figures, const TypedFigures& typed, const Layout& layout) {
    for (const InputField& field : layout.inputs) {
        if (const auto found = typed.find(field.key); found != typed.end()) {
            figures.insert(*found);
        }
    }
}

/// What was typed under the year's number.
void add_plain_year(TypedFigures& figures, const TypedInput& typed, int year, const Layout& layout) {
    if (const auto plain = typed.years.find(year); plain != typed.years.end()) {
        add_known(figures, plain->second, layout);
    }
}

ReportYear year_of_books(const Layout& layout, const Books& books, const TypedInput& typed, std::size_t index) {
    ReportYear out;
    out.books = &books.years[index];
    out.calendar_year = out.books->to.year;
    out.from = to_iso(out.books->from);
    out.to = to_iso(out.books->until());
    if (const auto own = typed.year_ends.find(out.books->to); own != typed.year_ends.end()) {
        add_known(out.typed, own->second, layout);
    }
    if (index == 0 || books.years[index - 1].to.year != out.calendar_year) { // the latest of that calendar year
        add_plain_year(out.typed, typed, out.calendar_year, layout);
    }
    return out;
}

ReportYear year_before_the_books(const Layout& layout, const Books& books, const TypedInput& typed, int missing) {
    ReportYear out;
    out.calendar_year = books.years.back().to.year - missing;
    std::string last_day;
    for (const auto& [day, figures] : typed.year_ends) {
        if (day.year == out.calendar_year) {
            last_day = to_iso(day);
            out.typed.clear();
            add_known(out.typed, figures, layout);
        }
    }
    add_plain_year(out.typed, typed, out.calendar_year, layout);
    if (!out.typed.empty()) {
        out.to = last_day.empty() ? std::to_string(out.calendar_year) + "-12-31" : last_day;
    }
    return out;
}

/// Nothing is typed for it: what people type is of whole years.
ReportYear same_period(const Books& books) {
    ReportYear out;
    if (books.same_period) {
        out.books = &*books.same_period;
        out.calendar_year = out.books->to.year;
        out.from = to_iso(out.books->from);
        out.to = to_iso(out.books->until());
    }
    return out;
}

} // namespace

std::string ReportYear::period() const {
    if (books == nullptr) {
        return to;
    }
    const bool only_closing = !books->result && !books->budget && books->closing_source == ClosingSource::next_opening;
    return only_closing ? std::string() : from + "–" + to;
}

ReportYear report_year(const Layout& layout, const Books& books, const TypedInput& typed, int back) {
    if (books.years.empty()) {
        return {};
    }
    if (back == -same_period_year) {
        return same_period(books);
    }
    const auto index = static_cast<std::size_t>(back);
    const int years = static_cast<int>(books.years.size());
    return index < books.years.size() ? year_of_books(layout, books, typed, index)
                                      : year_before_the_books(layout, books, typed, back - years + 1);
}

bool is_stray_year_end(const Books& books, const Date& year_end) {
    for (const YearBooks& year : books.years) {
        if (year.to == year_end) {
            return false;
        }
    }
    return !books.years.empty() && year_end.year >= books.years.back().to.year;
}

} // namespace finsam
