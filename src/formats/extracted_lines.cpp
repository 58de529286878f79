#include "formats/extracted_lines.h"

#include <algorithm>
#include <utility>

#include "formats/wrapped_line.h"
#include "language/language_data.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace hegui {
namespace {

// Chinese characters.
constexpr double longest_heading = 40;
constexpr double narrowest = 20, widest = 60;  // Of wrapped text,
constexpr double ragged = 3;                   // whose lines differ by so many.

/// What goes on whatever stands below it: 全年巡查36次， or 分工明确。全年巡查; and a clause so
/// long that no heading has it.
bool is_torn(const LanguageData& language, const WrappedLine& line) {
  for (const std::string_view mark :
       {language.comma, std::string_view("、"), std::string_view(",")})
    if (line.words.ends_with(mark)) return true;
  if (line.has_number && line.characters <= longest_heading) return false;
  constexpr double longest_clause = 30;
  return language.has_stop(line.words) ||
         (line.words.find(language.comma) != line.words.npos && line.characters > longest_clause);
}

std::vector<WrappedLine> lines_from(const ExtractedText& text, std::size_t first,
                                    const LanguageData& language) {
  std::vector<WrappedLine> lines;
  for (std::size_t i = first; i < text.lines.size(); ++i) {
    const Span span = text.lines[i].span;
    std::string_view words = std::string_view(text.text).substr(span.begin, span.size());
    while (words.ends_with(' ')) words.remove_suffix(1);
    lines.push_back(wrapped_line(language, std::string(words)));
  }
  return lines;
}

/// How wide the lines of pasted text are; 0 where they are of no common width.
double width_of(const std::vector<WrappedLine>& lines, const LanguageData& language) {
  double longest = 0;
  for (const WrappedLine& line : lines) longest = std::max(longest, line.characters);
  if (longest < narrowest || longest > widest) return 0;
  const auto is_full = [&](const WrappedLine& line) {
    return line.characters + ragged >= longest && !ends_in_mark(language, line.words);
  };
  return std::ranges::count_if(lines, is_full) >= 2 ? longest : 0;
}

}  // namespace

void join_wrapped_lines(ExtractedText& text, std::size_t first) {
  if (text.lines.size() < first + 2) return;
  const std::uint32_t begin = text.lines[first].span.begin;
  const LanguageData& language = data_of(language_of(std::string_view(text.text).substr(begin)));
  const std::vector<WrappedLine> lines = lines_from(text, first, language);
  const double width = width_of(lines, language);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const WrappedLine &before = lines[i - 1], &after = lines[i];
    ExtractedText::Line& line = text.lines[first + i];
    if (before.words.empty() || after.words.empty()) continue;
    if (const auto told = goes_on(language, line.kind, before, after)) {
      line.joined = *told;
      continue;
    }
    const bool in_heading =
        line.kind == Block::Kind::heading && before.characters <= longest_heading &&
        after.characters <= longest_heading && !ends_in_mark(language, after.words);
    const bool is_wrapped = width > 0 && before.characters + ragged >= width;
    line.joined = in_heading || is_wrapped || is_torn(language, before);
  }
}

namespace {

// Characters of running text that has the level of a heading,
constexpr std::size_t longest_stated = 40;  // up to where one sentence may still be a heading,
constexpr std::size_t longest_numbered = 60;
constexpr std::size_t longest_label = 25;  // and of the heading at its beginning.

/// Behind the first mark that ends a sentence; npos without any.
std::size_t end_of_sentence(std::string_view words) {
  std::size_t end = std::string_view::npos;
  for (const std::string_view mark : {"。", "！", "？"})
    if (const std::size_t at = words.find(mark); at != words.npos)
      end = std::min(end, at + mark.size());
  return end;
}

/// 第五条 本办法自发布之日起施行。
bool is_article(std::string_view words) {
  constexpr std::size_t longest_number = 8;
  return words.starts_with("第") &&
         first_code_points(words, longest_number).find("条") != words.npos;
}

bool is_running_text(std::string_view words) {
  const std::size_t end = end_of_sentence(words);
  if (end == words.npos) return false;
  const std::size_t characters = count_code_points(words);
  const std::size_t longest =
      begins_with_number(data_of(Language::zh), words) ? longest_numbered : longest_stated;
  return end < words.size() || characters > longest || characters < 4 || is_article(words);
}

/// 严格规范执法。全年…: the first sentence, if it says nothing.
std::size_t label_of(std::string_view words) {
  const std::size_t end = end_of_sentence(words);
  if (end >= words.size() || begins_with_number(data_of(Language::zh), words)) return 0;
  const std::string_view label = words.substr(0, end - std::string_view("。").size());
  const bool is_clause = label.find("，") != label.npos || label.find("；") != label.npos;
  return is_clause || count_code_points(label) > longest_label ? 0 : label.size();
}

}  // namespace

void tell_text_from_headings(ExtractedText& text) {
  std::uint8_t outermost = 0;
  for (const ExtractedText::Line& line : text.lines)
    if (line.kind == Block::Kind::heading && (outermost == 0 || line.level < outermost))
      outermost = line.level;
  if (outermost == 0) return;
  std::size_t headings = 0, texts = 0;  // Of the outermost level.
  bool is_right_below = false;          // One of them, with nothing between.
  bool heads_its_like = false;
  for (ExtractedText::Line& line : text.lines) {
    if (line.span.empty()) continue;
    const bool is_below = std::exchange(is_right_below, false);
    if (line.kind != Block::Kind::heading) continue;
    const std::string_view words =
        std::string_view(text.text).substr(line.span.begin, line.span.size());
    if (!is_running_text(words)) {
      headings += line.level == outermost;
      is_right_below = line.level == outermost;
      continue;
    }
    const std::size_t label = label_of(words);
    heads_its_like = heads_its_like || (is_below && label > 0 && line.level == outermost);
    texts +=
        label == 0 && line.level == outermost && !begins_with_number(data_of(Language::zh), words);
    line.kind = Block::Kind::paragraph;
    if (label > 0) line.label_end = line.span.begin + static_cast<std::uint32_t>(label);
    if (label == 0) line.level = 0;
  }
  // A level that so much text has, or that a heading shares with what is below it, and that nothing
  // is above, does not tell headings apart.
  if (!heads_its_like && (texts == 0 || texts * 2 < headings)) return;
  for (ExtractedText::Line& line : text.lines)
    if (line.level == outermost && (line.kind == Block::Kind::heading || line.label_end > 0))
      line.level = 0;
}

}  // namespace hegui
