// Build tool: makes a page of the package's help from the HTML that cmark-gfm writes of a chapter of docs/.
// Usage: cmark-gfm ... | write_help OUT.html

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

namespace {

constexpr std::string_view head = R"html(<!DOCTYPE html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Finsam</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.5 "Liberation Sans", Arial, sans-serif; max-width: 52em; margin: 2em auto; padding: 0 1em; }
h1, h2, h3 { line-height: 1.2; margin-top: 1.6em; }
table { border-collapse: collapse; margin: 1em 0; }
th, td { border: 1px solid #8888; padding: .3em .6em; text-align: left; vertical-align: top; }
pre, code { font-family: "Liberation Mono", monospace; font-size: .92em; background: #8882; border-radius: 3px; }
code { padding: 0 .2em; }
pre { padding: .7em; overflow-x: auto; }
pre code { background: none; padding: 0; }
</style>
</head>
<body>
)html";

/// The anchor of a heading, as the tables of contents of docs/ name it: small letters, hyphens for blanks, and without
/// punctuation. The Swedish letters, two bytes each, are kept, in small: Å, Ä and Ö end in a byte 0x20 below.
std::string anchor_of(std::string_view heading) {
    std::string anchor;
    bool in_tag = false;
    for (std::size_t i = 0; i < heading.size(); ++i) {
        const auto c = static_cast<unsigned char>(heading[i]);
        if (c == '<' || c == '>') {
            in_tag = c == '<';
        } else if (in_tag) {
            continue;
        } else if (c == ' ' || c == '-') {
            anchor += '-';
        } else if (c >= 'A' && c <= 'Z') {
            anchor += static_cast<char>(c - 'A' + 'a');
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_') {
            anchor += static_cast<char>(c);
        } else if (c == 0xC3 && i + 1 < heading.size()) {
            const auto next = static_cast<unsigned char>(heading[++i]);
            anchor += static_cast<char>(c);
            anchor += static_cast<char>(next < 0xA0 ? next + 0x20 : next);
        }
    }
    return anchor;
}

/// Headings get anchors, and links to other chapters go to their pages.
std::string with_links(std::string_view html) {
    std::string out;
    constexpr std::string_view chapter = ".md";
    for (std::size_t at = 0; at < html.size();) {
        const std::string_view rest = html.substr(at);
        const bool is_heading =
            rest.size() > 3 && rest.starts_with("<h") && rest[2] >= '1' && rest[2] <= '6' && rest[3] == '>';
        if (is_heading) {
            const std::string_view text = rest.substr(4, rest.find("</h") - 4);
            out += std::string(rest.substr(0, 3)) + " id=\"" + anchor_of(text) + "\">";
            at += 4;
        } else if (rest.starts_with(chapter) && rest.size() > 3 && (rest[3] == '"' || rest[3] == '#')) {
            out += ".html";
            at += chapter.size();
        } else {
            out += html[at++];
        }
    }
    return out;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: cmark-gfm CHAPTER.md | write_help OUT.html\n", stderr);
        return 2;
    }
    const std::string html{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
    std::ofstream out(argv[1], std::ios::binary);
    out << head << with_links(html) << "</body>\n</html>\n";
    return html.empty() || !out.flush() ? 1 : 0;
}
