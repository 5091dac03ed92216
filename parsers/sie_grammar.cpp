#include "parsers/sie_grammar.hpp"

#include <boost/spirit/home/x3.hpp>
#include <utility>

namespace finsam::sie {
namespace grammar {
namespace {

namespace x3 = boost::spirit::x3;
using x3::char_, x3::eoi, x3::eps, x3::lit, x3::raw;

struct LineTag {};

Line& line_of(const auto& context) {
    return x3::get<LineTag>(context);
}
std::string_view bytes_of(const auto& context) {
    const auto& range = x3::_attr(context);
    return {range.begin(), static_cast<std::size_t>(range.end() - range.begin())};
}
/// Where the action's parser stopped.
const char* position_of(const auto& context) {
    return x3::_where(context).begin();
}

const auto add_label = [](const auto& context) {
    line_of(context).kind = LineKind::record;
    line_of(context).label = bytes_of(context);
};
const auto add_field = [](const auto& context) {
    Line& line = line_of(context);
    line.fields.push_back({bytes_of(context), false, std::exchange(line.backslash, false), 0, 0});
};
const auto add_list_field = [](const auto& context) {
    Line& line = line_of(context);
    line.list_fields.push_back({bytes_of(context), false, std::exchange(line.backslash, false), 0, 0});
    ++line.fields.back().count;
};
const auto begin_list = [](const auto& context) {
    Line& line = line_of(context);
    line.fields.push_back({bytes_of(context), true, false, static_cast<std::uint32_t>(line.list_fields.size()), 0});
};
const auto backslash = [](const auto& context) { line_of(context).backslash = true; };
const auto unclosed_list = [](const auto& context) { line_of(context).unclosed_list = position_of(context); };
const auto misplaced_brace = [](const auto& context) {
    Line& line = line_of(context);
    if (line.misplaced_brace == nullptr) {
        line.misplaced_brace = position_of(context);
    }
};
const auto inner_quote = [](const auto& context) {
    line_of(context).remarks.push_back({DiagnosticCode::citattecken_i_falt, position_of(context) - 1});
};
const auto unterminated = [](const auto& context) {
    Line& line = line_of(context);
    const Field& field = line.fields.back().is_list ? line.list_fields.back() : line.fields.back();
    line.remarks.push_back({DiagnosticCode::citattecken_ej_avslutat, field.bytes.data() - 1});
};
template <LineKind kind>
const auto is_kind = [](const auto& context) { line_of(context).kind = kind; };

const auto blank = char_(" \t\r");
const auto rest_is_blank = *blank >> eoi;
// A quote closes only before white space, a brace or the end of the line; before anything else it is text.
const auto boundary = &(char_(" \t\r{}") | eoi);
// `\"` is a quote of the text, but as the very last of a line it can only be a path's backslash and the closing quote.
const auto escaped_quote = lit("\\\"") >> !rest_is_blank;
const auto quoted_text = *(x3::omit[+~char_("\"\\")] | x3::omit[escaped_quote][backslash] | lit('\\') |
                           (lit('"') >> !boundary)[inner_quote]);
const auto close_quote = lit('"') | eps[unterminated];
const auto plain_text =
    +(x3::omit[+~char_(" \t\r{}\"\\")] | (lit("\\\"") | lit('\\'))[backslash] | lit('"')[inner_quote]);

const auto field = (lit('"') >> raw[quoted_text][add_field] >> close_quote) | raw[plain_text][add_field];
const auto list_field = (lit('"') >> raw[quoted_text][add_list_field] >> close_quote) | raw[plain_text][add_list_field];
const auto list_end = lit('}') | eoi[unclosed_list] | eps[misplaced_brace];
const auto list = raw[lit('{')][begin_list] >> *(+blank | list_field) >> list_end;

const auto label = raw[*~char_(" \t\r{}\"")][add_label];
const auto record = lit('#') >> label >> *(+blank | list | field | (&lit('}') >> eps[misplaced_brace] >> lit('}')));
const auto line = *blank >> (record | (lit('{') >> rest_is_blank)[is_kind<LineKind::open>] |
                             (lit('}') >> rest_is_blank)[is_kind<LineKind::close>] | eoi[is_kind<LineKind::blank>]);

} // namespace
} // namespace grammar

void Line::clear() noexcept {
    kind = LineKind::other;
    label = {};
    fields.clear();
    list_fields.clear();
    remarks.clear();
    misplaced_brace = nullptr;
    unclosed_list = nullptr;
    backslash = false;
}

bool Line::ends_with_open_brace() const noexcept {
    return unclosed_list != nullptr && !fields.empty() && fields.back().is_list && fields.back().count == 0;
}

void parse_line(std::string_view text, Line& line) {
    line.clear();
    const char* first = text.data();
    namespace x3 = boost::spirit::x3;
    // As x3::with would, but without a copy of the grammar for each line.
    grammar::line.parse(first, text.data() + text.size(), x3::make_context<grammar::LineTag>(line), x3::unused,
                        x3::unused);
}

} // namespace finsam::sie
