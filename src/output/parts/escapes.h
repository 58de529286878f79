#pragma once

#include <string>
#include <string_view>

namespace hegui {

/// Reports, rule files and file names are written by others: what outputs make of their words, so
/// that they stay words.

/// For text and attributes of XML 1.0. Characters that it forbids (section 2.2), and bytes that are
/// no UTF-8, become U+FFFD; line ends and tabs become references, or an attribute would lose them.
std::string xml_escaped(std::string_view text);

/// A run of words in GitHub's Markdown: no markup, HTML, link, mention or reference to an issue
/// comes of it, nor a line end. A mention is looked for in what was rendered, where a backslash is
/// no more; so a zero-width space parts it.
std::string markdown_escaped(std::string_view text);

/// A URI reference (RFC 3986): file:///… of an absolute path, else the path without ./ in front.
std::string uri_of(std::string_view path);

/// The path without ./ in front.
std::string_view plain_path(std::string_view path);

/// UTF-8 throughout: other bytes, as a file name may have, become U+FFFD.
std::string repaired_utf8(std::string_view text);

/// A path in a form that quotes line ends and tabs by itself: other control characters become
/// U+FFFD, too.
std::string inert_path(std::string_view path);

}  // namespace hegui
