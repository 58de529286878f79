#include "output/parts/escapes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "text/printable.h"
#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

bool allowed_in_xml(char32_t code) {
  if (code < 0x20) return code == '\t' || code == '\n' || code == '\r';
  if (code >= 0x7F && code < 0xA0) return false;  // XML discourages them, and terminals obey some.
  return code != 0xFFFE && code != 0xFFFF;
}

bool ends_with_word(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  text.remove_prefix(text.size() - word.size());
  return lower(text) == lower(word);
}

constexpr std::string_view zero_width_space = "&#8203;";

}  // namespace

std::string repaired_utf8(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = sequence_length(text, at);
    if (length > 0)
      out.append(text, at, length);
    else
      append_utf8(out, 0xFFFD);
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

std::string inert_path(std::string_view path) {
  const std::string valid = repaired_utf8(path);
  std::string out;
  for (std::size_t at = 0; at < valid.size();) {
    const char32_t code = next_code_point(valid, at);
    append_utf8(out, moves_terminal(code) && code != '\n' && code != '\t' ? 0xFFFD : code);
  }
  return out;
}

std::string xml_escaped(std::string_view text) {
  const std::string valid = repaired_utf8(text);
  std::string out;
  for (std::size_t at = 0; at < valid.size();) {
    const char32_t code = next_code_point(valid, at);
    switch (code) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;  // ]]> must not stand in text.
      case '"': out += "&quot;"; break;
      case '\t': out += "&#9;"; break;
      case '\n': out += "&#10;"; break;
      case '\r': out += "&#13;"; break;
      default: append_utf8(out, allowed_in_xml(code) ? code : 0xFFFD);
    }
  }
  return out;
}

std::string markdown_escaped(std::string_view text) {
  const std::string line = printable(text);
  std::string out;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    const std::string_view before = std::string_view(line).substr(0, at);
    // :name: is a picture; a colon before a blank is none.
    const bool is_mark = c != ':' || (at + 1 < line.size() && line[at + 1] != ' ');
    if (is_mark && std::string_view("\\`*_{}[]<>()#!|~&:$^").find(c) != std::string_view::npos)
      out += '\\';
    out += c;
    // @name, #12, GH-12; http://, www.: GitHub makes links of them all.
    if (c == '@' || c == '#' || (c == ':' && line.compare(at, 3, "://") == 0) ||
        (c == '.' && ends_with_word(before, "www")) || (c == '-' && ends_with_word(before, "gh")))
      out += zero_width_space;
  }
  return out;
}

std::string_view plain_path(std::string_view path) {
  while (path.starts_with("./")) {
    path.remove_prefix(2);
    path.remove_prefix(std::min(path.find_first_not_of('/'), path.size()));
  }
  return path;
}

std::string uri_of(std::string_view path) {
  std::string out = path.starts_with('/') ? "file://" : "";
  for (const char c : plain_path(path)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 &&
        (std::isalnum(byte) || std::string_view("-._~/").find(c) != std::string_view::npos))
      out += c;
    else
      out += fmt::format("%{:02X}", byte);
  }
  return out;
}

}  // namespace hegui
