#include "parsers/xml_stream.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <memory>
#include <strings.h>
#include <utility>
#include <vector>

namespace finsam {
namespace {

constexpr std::size_t chunk = 16 * 1024;

std::string_view view(const xmlChar* text) noexcept {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

std::string_view view(const xmlChar* begin, const xmlChar* end) noexcept {
    return {reinterpret_cast<const char*>(begin), static_cast<std::size_t>(end - begin)};
}

/// UTF-8, and the character sets that hold each character in a byte and begin with ASCII, as Swedish programs use them.
bool is_readable(std::string_view encoding) noexcept {
    static constexpr std::array<const char*, 6> readable = {"UTF-8",      "ISO-8859-1",   "ISO-8859-15",
                                                            "ISO_8859-1", "windows-1252", "US-ASCII"};
    const std::string name(encoding);
    return std::any_of(readable.begin(), readable.end(),
                       [&](const char* known) { return strcasecmp(known, name.c_str()) == 0; });
}

bool is_wide(std::string_view bytes) noexcept {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
           bytes.substr(0, 4).find('\0') != std::string_view::npos;
}

XmlError meaning(int code) noexcept {
    switch (code) {
    case XML_ERR_DOCUMENT_END:
    case XML_ERR_DOCUMENT_EMPTY:
    case XML_ERR_TAG_NOT_FINISHED: return XmlError::ends_too_soon;
    case XML_ERR_INVALID_ENCODING:
    case XML_ERR_INVALID_CHAR:
    case XML_I18N_CONV_FAILED: return XmlError::bad_character;
    case XML_ERR_UNSUPPORTED_ENCODING:
    case XML_ERR_UNKNOWN_ENCODING: return XmlError::encoding;
    default: return XmlError::malformed;
    }
}

/// Where start tags begin. The parser tells only where it stands now: at the tag's end.
class TagPlaces {
public:
    struct Place {
        std::uint64_t line;
        std::uint32_t column;
    };

    Place find(const xmlParserInput& input) noexcept {
        const xmlChar* tag = input.cur;
        std::uint64_t line = static_cast<std::uint64_t>(input.line);
        while (tag > input.base && *--tag != '<') { // a `<` inside a value is written as `&lt;`
            line -= *tag == '\n' ? 1 : 0;
        }
        const std::uint64_t offset = input.consumed + static_cast<std::uint64_t>(tag - input.base);
        if (line != line_) { // else the line began where the one before it did
            const xmlChar* begin = tag;
            while (begin > input.base && *(begin - 1) != '\n') {
                --begin;
            }
            line_ = line;
            line_start_ = input.consumed + static_cast<std::uint64_t>(begin - input.base);
        }
        return {line, static_cast<std::uint32_t>(offset - line_start_ + 1)};
    }

private:
    std::uint64_t line_ = 1;
    std::uint64_t line_start_ = 0;
};

/// The library writes faults of character sets on stderr, past the reader's own error function; silent while this
/// lives.
class QuietLibrary {
public:
    QuietLibrary() noexcept : function_(xmlGenericError), context_(xmlGenericErrorContext) {
        xmlSetGenericErrorFunc(nullptr, &QuietLibrary::say_nothing);
    }
    QuietLibrary(const QuietLibrary&) = delete;
    QuietLibrary& operator=(const QuietLibrary&) = delete;
    ~QuietLibrary() { xmlSetGenericErrorFunc(context_, function_); }

private:
    static void say_nothing(void*, const char*, ...) {}

    xmlGenericErrorFunc function_;
    void* context_;
};

/// The reading of one document; the parser's user data.
class Reading {
public:
    explicit Reading(XmlHandler& handler);

    XmlOutcome read(std::string_view bytes);

private:
    struct FreeContext {
        void operator()(xmlParserCtxt* context) const noexcept {
            xmlFreeDoc(context->myDoc); // made by the parser itself for an entity's declaration, tree or not
            xmlFreeParserCtxt(context);
        }
    };

    static Reading& of(void* self) noexcept { return *static_cast<Reading*>(self); }
    static void start(void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri, int namespaces,
                      const xmlChar** declared, int count, int defaulted, const xmlChar** attributes) noexcept;
    static void end(void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri) noexcept;
    static void document_type(void* self, const xmlChar* name, const xmlChar* id, const xmlChar* system) noexcept;
    static void parser_error(void* self, xmlErrorPtr error) noexcept;

    void start(std::string_view name, std::string_view uri, std::span<const xmlChar*> attributes);
    void fail(XmlError error) noexcept;
    void feed(std::string_view bytes);

    QuietLibrary quiet_;
    XmlHandler& handler_;
    xmlSAXHandler callbacks_{};
    std::unique_ptr<xmlParserCtxt, FreeContext> context_;
    TagPlaces places_;
    std::vector<XmlAttribute> attributes_;
    std::size_t depth_ = 0;
    bool root_ended_ = false;
    bool stopped_ = false;
    std::exception_ptr thrown_;
    XmlOutcome outcome_;
};

Reading::Reading(XmlHandler& handler) : handler_(handler) {
    static const bool initialized = (xmlInitParser(), true);
    static_cast<void>(initialized);
    // Callbacks that are not set do nothing: nothing is kept of a DTD, so that no entity can be expanded or fetched.
    callbacks_.initialized = XML_SAX2_MAGIC;
    callbacks_.startElementNs = &Reading::start;
    callbacks_.endElementNs = &Reading::end;
    callbacks_.internalSubset = &Reading::document_type;
    callbacks_.serror = &Reading::parser_error;
    context_.reset(xmlCreatePushParserCtxt(&callbacks_, this, nullptr, 0, nullptr));
    if (context_ == nullptr) {
        throw std::bad_alloc();
    }
    xmlCtxtUseOptions(context_.get(), XML_PARSE_NONET);
}

XmlOutcome Reading::read(std::string_view bytes) {
    if (is_wide(bytes)) {
        return {XmlError::encoding, 0, 0, {}};
    }
    if (bytes.size() > largest_xml) {
        return {XmlError::too_large, 0, 0, {}};
    }
    while (!bytes.empty() && !stopped_) {
        feed(bytes.substr(0, chunk));
        bytes.remove_prefix(std::min(chunk, bytes.size()));
    }
    if (!stopped_) {
        xmlParseChunk(context_.get(), nullptr, 0, 1);
    }
    if (!stopped_ && (context_->wellFormed == 0 || !root_ended_)) { // some faults of characters end it without a word
        fail(is_readable(view(context_->encoding)) ? XmlError::malformed : XmlError::encoding);
    }
    if (thrown_) {
        std::rethrow_exception(thrown_);
    }
    outcome_.encoding = view(context_->encoding);
    return std::move(outcome_);
}

void Reading::feed(std::string_view bytes) {
    xmlParseChunk(context_.get(), bytes.data(), static_cast<int>(bytes.size()), 0);
    const xmlParserInput* input = context_->input;
    if (!stopped_ && input != nullptr && input->end - input->cur > static_cast<std::ptrdiff_t>(longest_xml_tag)) {
        fail(XmlError::too_long_tag);
    }
}

void Reading::fail(XmlError error) noexcept {
    if (outcome_.error == XmlError::none && !stopped_) {
        outcome_.error = error;
        outcome_.line = static_cast<std::uint64_t>(xmlSAX2GetLineNumber(context_.get()));
        outcome_.column = static_cast<std::uint32_t>(std::max(xmlSAX2GetColumnNumber(context_.get()), 0));
    }
    stopped_ = true;
}

void Reading::start(void* self, const xmlChar* name, const xmlChar*, const xmlChar* uri, int, const xmlChar**,
                    int count, int, const xmlChar** attributes) noexcept {
    Reading& reading = of(self);
    const xmlChar after = *reading.context_->input->cur;
    const bool is_whole = after == '>' || after == '/'; // a tag that is cut off comes here too, before its error
    if (reading.stopped_ || !is_whole) {
        return;
    }
    try {
        reading.start(view(name), view(uri), {attributes, static_cast<std::size_t>(count) * 5});
    } catch (...) {
        reading.thrown_ = std::current_exception(); // not through the parser's C code
        reading.stopped_ = true;
    }
}

void Reading::start(std::string_view name, std::string_view uri, std::span<const xmlChar*> attributes) {
    const std::string_view encoding = view(context_->encoding);
    if (depth_ == 0 && !encoding.empty() && !is_readable(encoding)) {
        return fail(XmlError::encoding);
    }
    if (++depth_ > deepest_xml) {
        return fail(XmlError::too_deep);
    }
    attributes_.clear();
    for (std::size_t i = 0; i < attributes.size(); i += 5) { // name, prefix, namespace, begin and end of the value
        attributes_.push_back(
            {view(attributes[i]), view(attributes[i + 2]), view(attributes[i + 3], attributes[i + 4])});
    }
    const auto place = places_.find(*context_->input);
    stopped_ = !handler_.start_element({name, uri, attributes_, place.line, place.column});
}

void Reading::end(void* self, const xmlChar*, const xmlChar*, const xmlChar*) noexcept {
    Reading& reading = of(self);
    if (reading.stopped_) {
        return;
    }
    reading.root_ended_ = --reading.depth_ == 0;
    try {
        reading.handler_.end_element();
    } catch (...) {
        reading.thrown_ = std::current_exception();
        reading.stopped_ = true;
    }
}

void Reading::document_type(void* self, const xmlChar*, const xmlChar*, const xmlChar*) noexcept {
    of(self).fail(XmlError::document_type);
}

void Reading::parser_error(void* self, xmlErrorPtr error) noexcept {
    if (error->level == XML_ERR_FATAL) { // the others are about namespaces, and leave the document well-formed
        of(self).fail(meaning(error->code));
    }
}

} // namespace

std::optional<std::string_view> XmlElement::attribute(std::string_view wanted) const noexcept {
    const auto found = std::find_if(attributes.begin(), attributes.end(), [&](const XmlAttribute& item) {
        return item.name == wanted && item.namespace_uri.empty();
    });
    return found == attributes.end() ? std::nullopt : std::optional(found->value);
}

XmlOutcome read_xml(std::string_view bytes, XmlHandler& handler) {
    return Reading(handler).read(bytes);
}

bool looks_like_xml(std::string_view bytes) noexcept {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    bytes.remove_prefix(bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
    const auto first = bytes.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && bytes[first] == '<';
}

} // namespace finsam
