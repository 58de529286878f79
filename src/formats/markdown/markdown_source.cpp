#include "formats/markdown/markdown_source.h"

#include <algorithm>
#include <array>

#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::string_view blanks = " \t";

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

bool is_key(std::string_view text) {
  return !text.empty() && text.size() <= 64 && text.front() != '#' &&
         text.find_first_of(" \t*|>`[") == std::string_view::npos;
}

std::optional<Block::Kind> kind_of_key(std::string_view key) {
  const std::string name = lower(key);
  if (name == "title") return Block::Kind::meta_title;
  if (name == "date") return Block::Kind::meta_date;
  if (name == "author" || name == "source") return Block::Kind::meta_source;
  return std::nullopt;
}

/// The list markers of a stretch that holds nothing else but blanks, bullets and marks of quotes.
std::optional<Span> markers_in(std::string_view source, std::size_t begin, std::size_t end,
                               bool only) {
  std::optional<Span> found;
  std::size_t at = begin;
  while (at < end) {
    const char c = source[at];
    if (c == ' ' || c == '\t' || c == '>' || c == '-' || c == '+' || c == '*') {
      ++at;
      continue;
    }
    std::size_t mark = at;
    while (mark < end && source[mark] >= '0' && source[mark] <= '9') ++mark;
    if (mark == at || mark >= end || (source[mark] != '.' && source[mark] != ')')) break;
    std::size_t behind = mark + 1;
    while (behind < end && blanks.find(source[behind]) != std::string_view::npos) ++behind;
    found = Span{found ? found->begin : static_cast<std::uint32_t>(at),
                 static_cast<std::uint32_t>(behind)};
    at = behind;
  }
  return only && at < end ? std::nullopt : found;
}

std::size_t line_begin(std::string_view source, std::size_t at) {
  while (at > 0 && !is_line_end(source[at - 1])) --at;
  return at;
}

/// Behind the line end at `at`.
std::size_t next_line(std::string_view source, std::size_t at) {
  if (source.substr(at).starts_with("\r\n")) return at + 2;
  return std::min(at + 1, source.size());
}

/// The line before the one that begins at `begin`.
Span line_before(std::string_view source, std::size_t begin) {
  std::size_t end = begin - 1;
  if (end > 0 && source[end] == '\n' && source[end - 1] == '\r') --end;
  return {static_cast<std::uint32_t>(line_begin(source, end)), static_cast<std::uint32_t>(end)};
}

}  // namespace

FrontMatterLines read_front_matter_lines(std::string_view source) {
  FrontMatterLines result;
  bool has_key = false;
  for (std::size_t begin = 0; begin < source.size();) {
    const std::size_t end = std::min(source.find_first_of("\r\n", begin), source.size());
    const std::string_view line = source.substr(begin, end - begin);
    const std::string_view words = trimmed(line, blanks);
    const std::size_t next = next_line(source, end);
    if (begin == 0) {
      if (words != "---" || line.front() != '-') return {};
    } else if (line.starts_with("---") || line.starts_with("...")) {
      if (words.size() != 3 || !has_key) return {};
      result.end = static_cast<std::uint32_t>(next);
      return result;
    } else if (!words.empty() && words.front() != '#') {
      const std::size_t colon = words.find(':');
      const bool inside = blanks.find(line.front()) != std::string_view::npos || words[0] == '-';
      const bool key = colon != std::string_view::npos && is_key(words.substr(0, colon));
      // A rule above a report is none of it; what belongs to a key is indented or a list.
      if (!key && !(inside && has_key)) return {};
      if (key && !inside) {
        has_key = true;
        std::string_view value = trimmed(words.substr(colon + 1), blanks);
        if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
            value.back() == value.front())
          value = trimmed(value.substr(1, value.size() - 2));
        const auto kind = kind_of_key(words.substr(0, colon));
        const auto at = static_cast<std::uint32_t>(value.data() - source.data());
        if (kind && !value.empty())
          result.values.emplace_back(*kind,
                                     Span{at, at + static_cast<std::uint32_t>(value.size())});
      }
    }
    begin = next;
  }
  return {};
}

std::string_view line_prefix(std::string_view source, std::uint32_t at) {
  const std::size_t begin = line_begin(source, at);
  return source.substr(begin, at - begin);
}

std::optional<Span> list_marker(std::string_view source, std::uint32_t words) {
  const std::size_t begin = line_begin(source, words);
  if (const auto found = markers_in(source, begin, words, false)) return found;
  // The words of an item may begin in the line below its marker.
  if (begin == 0 || !trimmed(source.substr(begin, words - begin), blanks).empty())
    return std::nullopt;
  const Span before = line_before(source, begin);
  return markers_in(source, before.begin, before.end, true);
}

bool is_after_gap(std::string_view source, std::uint32_t at) {
  const std::size_t begin = line_begin(source, at);
  if (begin == 0) return false;
  const Span before = line_before(source, begin);
  return source.substr(before.begin, before.size()).find_first_not_of(" \t>") ==
         std::string_view::npos;
}

std::uint32_t cell_place(std::string_view source, std::uint32_t at, std::int64_t cells) {
  const auto is_line_end = [&](std::size_t i) { return source[i] == '\n' || source[i] == '\r'; };
  const auto is_bar = [&](std::size_t i) {
    return source[i] == '|' && (i == 0 || source[i - 1] != '\\');
  };
  std::size_t place = at;
  if (cells > 0) {
    for (; cells > 0 && place < source.size() && !is_line_end(place); ++place)
      if (is_bar(place)) --cells;
  } else {
    // Back to the bar before that cell; a row may begin without one.
    for (; place > 0 && !is_line_end(place - 1); --place)
      if (is_bar(place - 1) && cells++ == 0) break;
  }
  if (place < source.size() && source[place] == ' ') ++place;
  return static_cast<std::uint32_t>(place);
}

std::uint32_t first_bar(std::string_view source, std::uint32_t at) {
  const std::size_t bar = source.find('|', at);
  return static_cast<std::uint32_t>(bar == std::string_view::npos ? source.size() : bar + 1);
}

std::uint32_t line_below(std::string_view source, std::uint32_t at, int lines) {
  std::size_t place = at;
  for (; lines > 0; --lines) {
    const std::size_t end = source.find('\n', place);
    if (end == std::string_view::npos || end + 1 >= source.size()) break;
    place = end + 1;
  }
  return static_cast<std::uint32_t>(place);
}

void find_double_stars(std::string_view source, Span span, std::vector<std::uint32_t>& marks) {
  const std::string_view text = source.substr(0, span.end);
  for (std::size_t at = text.find('*', span.begin); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_not_of('*', at), text.size());
    const bool escaped = at > 0 && text[at - 1] == '\\';
    if (end - at == 2 && !escaped) marks.push_back(static_cast<std::uint32_t>(at));
    at = text.find('*', end);
  }
}

std::size_t next_table_end(std::string_view source, std::size_t at) {
  bool in_table = false, in_comment = false;
  std::string_view fence;  // That is open.
  std::string_view before;
  while (at < source.size()) {
    const std::size_t end = std::min(source.find_first_of("\r\n", at), source.size());
    const std::string_view line = source.substr(at, end - at);
    if (!fence.empty()) {
      if (line.starts_with(fence)) fence = {};
    } else if (line.starts_with("```") || line.starts_with("~~~")) {
      fence = line.substr(0, 3);
      in_table = false;
    } else if (in_comment) {
      in_comment = line.find("-->") == std::string_view::npos;
    } else if (const std::size_t comment = line.find("<!--"); comment != std::string_view::npos) {
      in_comment = line.find("-->", comment) == std::string_view::npos;
      in_table = false;
    } else if (in_table) {
      const bool is_row = line.find('|') != std::string_view::npos && !line.starts_with('#');
      const bool is_indented = line.empty() || blanks.find(line.front()) != std::string_view::npos;
      if (!is_row && !is_indented) return at;
      in_table = is_row;
    } else {
      in_table = before.starts_with('|') && line.starts_with("|") &&
                 line.find_first_not_of("|-: \t") == std::string_view::npos &&
                 line.find('-') != std::string_view::npos;
    }
    before = line;
    at = end < source.size() ? next_line(source, end) : end;
  }
  return at;
}

std::size_t link_work(std::string_view source) {
  std::size_t longest = 0, since = 0;  // `since`: the paragraph's bytes from its first [name]: on.
  for (std::size_t begin = 0; begin < source.size();) {
    const std::size_t end = std::min(source.find_first_of("\r\n", begin), source.size());
    const std::string_view line = source.substr(begin, end - begin);
    // Marks of quotes and lists may stand before a definition, or on a line that is blank
    // otherwise.
    const std::size_t words = std::min(line.find_first_not_of(" \t>-+*0123456789.)"), line.size());
    if (words == line.size())
      since = 0;
    else if (since > 0 || (line[words] == '[' && line.find("]:", words) != std::string_view::npos))
      since += line.size() - words;
    longest = std::max(longest, since);
    begin = next_line(source, end);
  }
  return longest * static_cast<std::size_t>(std::ranges::count(source, ']'));
}

std::string entity_words(std::string_view entity) {
  struct Named {
    std::string_view name;
    std::string_view words;
  };
  constexpr std::array named{
      Named{"&amp;", "&"},       Named{"&lt;", "<"},        Named{"&gt;", ">"},
      Named{"&quot;", "\""},     Named{"&apos;", "'"},      Named{"&nbsp;", "\u00A0"},
      Named{"&ensp;", "\u2002"}, Named{"&emsp;", "\u2003"}, Named{"&thinsp;", "\u2009"},
      Named{"&ldquo;", "“"},     Named{"&rdquo;", "”"},     Named{"&lsquo;", "‘"},
      Named{"&rsquo;", "’"},     Named{"&hellip;", "…"},    Named{"&mdash;", "—"},
      Named{"&ndash;", "–"},     Named{"&middot;", "·"},    Named{"&bull;", "•"},
      Named{"&times;", "×"},     Named{"&divide;", "÷"},    Named{"&deg;", "°"},
      Named{"&permil;", "‰"},    Named{"&plusmn;", "±"},    Named{"&yen;", "¥"},
      Named{"&copy;", "©"},      Named{"&reg;", "®"},       Named{"&sect;", "§"},
      Named{"&laquo;", "«"},     Named{"&raquo;", "»"},     Named{"&lang;", "〈"},
      Named{"&rang;", "〉"},     Named{"&sup2;", "²"},      Named{"&frac12;", "½"},
      Named{"&zwnj;", "\u200C"}, Named{"&zwj;", "\u200D"},  Named{"&shy;", "\u00AD"},
  };
  const auto found = std::ranges::find(named, entity, &Named::name);
  if (found != named.end()) return std::string(found->words);
  if (!entity.starts_with("&#") || !entity.ends_with(';')) return {};
  entity.remove_prefix(2);
  entity.remove_suffix(1);
  const bool hexadecimal = entity.starts_with('x') || entity.starts_with('X');
  if (hexadecimal) entity.remove_prefix(1);
  char32_t code = 0;
  for (const char c : entity) {  // md4c lets no more than seven digits through.
    const unsigned digit =
        c <= '9' ? static_cast<unsigned>(c - '0') : static_cast<unsigned>((c | 0x20) - 'a' + 10);
    code = code * (hexadecimal ? 16 : 10) + digit;
  }
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code == 0 || surrogate || code > 0x10FFFF) code = 0xFFFD;
  // A line end would end the block.
  if (code < 0x20) code = ' ';
  std::string words;
  append_utf8(words, code);
  return words;
}

bool is_line_break_tag(std::string_view html) {
  return lower(html.substr(0, 3)) == "<br" && html.find_first_not_of(" /", 3) == html.size() - 1 &&
         html.ends_with('>');
}

bool ends_in_mark(std::string_view words) {
  constexpr std::array<std::string_view, 14> marks{"。", "；", "：", "，", "、", "！", "？",
                                                   "…",  ".",  ";",  ":",  ",",  "!",  "?"};
  return std::ranges::any_of(marks, [&](std::string_view mark) { return words.ends_with(mark); });
}

}  // namespace hegui
