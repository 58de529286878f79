#include "output/parts/wrap.h"

#include <limits>

#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::u32string_view opening = U"（“‘《〈「『【〔[(";
constexpr std::u32string_view closing = U"，。；：、！？）”’》〉」』】〕…—·])";

bool is_among(std::u32string_view marks, char32_t code) { return marks.find(code) != marks.npos; }

/// How good it is to begin a line between two characters.
enum class Break { none, between_characters, at_mark };

Break break_between(char32_t before, char32_t after) {
  if (after == U' ' || is_among(closing, after) || is_among(opening, before)) return Break::none;
  if (before == U' ' || (before >= 0x80 && is_among(closing, before)) ||
      (after >= 0x80 && is_among(opening, after)))
    return Break::at_mark;
  return is_han(before) && is_han(after) ? Break::between_characters : Break::none;
}

/// The end of an escape sequence that sets a colour, if one begins at `at`.
std::size_t end_of_color(std::string_view line, std::size_t at) {
  return line.substr(at).starts_with("\x1b[") ? line.find('m', at) + 1 : at;
}

/// Where the line that begins at `begin` ends: at its last good place, or at any, or at its end.
std::size_t end_of_line(std::string_view line, std::size_t begin, int room, int ambiguous) {
  std::size_t at_mark = 0, anywhere = 0;
  int width = 0;
  char32_t before = 0;
  for (std::size_t at = begin; at < line.size();) {
    if (const std::size_t end = end_of_color(line, at); end > at) {
      at = end;
      continue;
    }
    const std::size_t place = at;
    const char32_t code = next_code_point(line, at);
    if (before != 0) {
      const Break kind = break_between(before, code);
      if (kind == Break::at_mark) at_mark = place;
      if (kind != Break::none) anywhere = place;
    }
    width += display_width(code, ambiguous);
    const std::size_t end = at_mark > begin + (place - begin) / 2 ? at_mark : anywhere;
    // A blank at the end of a line is not seen.
    if (width > room && code != U' ' && end > begin) return end;
    before = code;
  }
  return line.size();
}

}  // namespace

std::string wrapped(std::string_view line, std::size_t indent, const OutputOptions& options) {
  std::string out;
  int room = options.wraps ? options.columns : std::numeric_limits<int>::max();
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = end_of_line(line, at, room, options.ambiguous);
    if (at > 0) out.append(indent, ' ');
    std::string_view words = line.substr(at, end - at);
    words.remove_suffix(words.size() - (words.find_last_not_of(' ') + 1));
    (out += words) += '\n';
    if (at == 0 && options.wraps) room -= static_cast<int>(indent);
    at = end;
  }
  return out;
}

}  // namespace hegui
