#include "formats/txt/wrapping.h"

#include <algorithm>
#include <string>

#include "document/numbering.h"
#include "language/language_data.h"
#include "text/characters.h"
#include "text/unicode.h"

namespace hegui {
namespace {

bool is_blank(char32_t code) {
  return code <= 0x20 || code == 0xA0 || code == 0x3000 || (code >= 0x2000 && code <= 0x200F) ||
         code == 0xFEFF;
}

/// How exactly lines are cut.
struct Cut {
  int tolerance = 0;      ///< Of the width.
  int least_full = 0;     ///< Lines of that width.
  double full_share = 0;  ///< Of the lines that are longer than half of it.
  double open_share = 0;  ///< Of the full ones: those that end in the middle of a sentence.
};

constexpr Cut by_columns{4, 4, 0.4, 0.5}, by_characters{1, 4, 0.4, 0.5};
/// By hand, more or less at the margin.
constexpr Cut by_hand{12, 8, 0.8, 0.75};

/// The width at which a document's lines are cut, in the unit of `size`; 0 if they are not.
int wrap_width(const std::vector<Line>& lines, int Line::*size, const Cut& how, int narrowest,
               int widest) {
  std::vector<int> sizes;
  for (const Line& line : lines)
    if (!line.words.empty()) sizes.push_back(line.*size);
  if (sizes.size() < 6) return 0;
  std::ranges::sort(sizes);
  // A few lines of the page around a report are longer.
  const int width = sizes[sizes.size() - 1 - sizes.size() / 20];
  if (width < narrowest || width > widest) return 0;
  const int least = width - how.tolerance;  // Of a full line.
  const auto at_least = [&](int limit) {
    return sizes.end() - std::ranges::lower_bound(sizes, limit);
  };
  const auto full = static_cast<double>(at_least(least));
  if (full < how.least_full || full < how.full_share * static_cast<double>(at_least(width / 2)))
    return 0;
  // Cut lines end anywhere; lines that end in marks are whole sentences of like length.
  const auto cut = std::ranges::count_if(
      lines, [&](const Line& line) { return line.*size >= least && !line.ends_sentence; });
  if (static_cast<double>(cut) < how.open_share * full) return 0;
  // And what ends early below one ends a paragraph.
  int last = 0, ended = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].words.empty() || lines[i - 1].*size < least || lines[i].*size >= least) continue;
    ++last;
    ended += lines[i].ends_sentence;
  }
  return ended > 0 || last < 2 ? width : 0;
}

/// The width at which lines are cut between words; 0 if they are not. Lines that are cut leave no
/// room for the first word of the next.
int word_wrap_width(const std::vector<Line>& lines) {
  constexpr int narrowest = 40, widest = 160;
  std::vector<int> sizes;
  for (const Line& line : lines)
    if (!line.words.empty()) sizes.push_back(line.columns);
  if (sizes.empty()) return 0;
  std::ranges::sort(sizes);
  const int width = sizes[sizes.size() - 1 - sizes.size() / 50];
  if (width < narrowest || width > widest) return 0;
  int cut = 0, above_lines = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].words.empty() || lines[i].columns * 2 < width) continue;
    ++above_lines;
    cut += lines[i].columns + 1 + lines[i + 1].first_word > width;
  }
  return cut >= 2 && cut * 5 >= above_lines * 3 ? width : 0;
}

/// Whether lines without a gap between them make paragraphs: the last of most ends a sentence.
bool gaps_part_paragraphs(const std::vector<Line>& lines) {
  std::size_t paragraphs = 0, ended = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].words.empty() || lines[i - 1].words.empty()) continue;
    if (i + 1 < lines.size() && !lines[i + 1].words.empty()) continue;
    ++paragraphs;
    ended += lines[i].ends_sentence;
  }
  return paragraphs >= 2 && ended * 5 >= paragraphs * 4;
}

}  // namespace

Line measure(std::string_view source, Span span) {
  Line line;
  std::size_t at = span.begin;
  while (at < span.end) {
    std::size_t next = at;
    const char32_t code = next_code_point(source, next);
    if (!is_blank(code)) break;
    line.indent += code == '\t' ? 4 : display_width(code, 1);
    ++line.characters;
    at = next;
  }
  std::size_t end = span.end;
  while (end > at) {
    std::size_t before = previous_code_point(source, end);
    const std::size_t begin = before;
    if (!is_blank(next_code_point(source, before))) break;
    end = begin;
  }
  line.words = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
  line.columns = line.indent;
  if (end > at) {
    std::size_t last = previous_code_point(source, end);
    constexpr std::u32string_view marks = U"。！？；：!?;:";
    line.ends_sentence = marks.find(next_code_point(source, last)) != std::u32string_view::npos;
  }
  bool in_first_word = true;
  for (std::size_t i = at; i < end;) {
    const std::size_t begin = i;
    i = end_of_common_han(source, i);
    int characters = static_cast<int>((i - begin) / han_bytes), width = 2 * characters;
    if (characters == 0) {
      const char32_t code = next_code_point(source, i);
      characters = 1;
      width = display_width(code, 1);
      in_first_word = in_first_word && code != ' ';
    }
    line.characters += characters;
    line.first_word += in_first_word ? width : 0;
    line.columns += width;
  }
  return line;
}

Wrapping::Wrapping(const std::vector<Line>& lines, const LanguageData& language)
    : language_(language),
      between_words_(language.blank_between_sentences),
      columns_(between_words_ ? word_wrap_width(lines)
                              : wrap_width(lines, &Line::columns, by_columns, 40, 200)),
      characters_(between_words_ ? 0
                                 : wrap_width(lines, &Line::characters, by_characters, 20, 100)),
      tolerance_(by_columns.tolerance) {
  if (!between_words_ && gaps_part_paragraphs(lines)) look_at_margin(lines);
  if (!is_wrapped()) return;
  int starts = 0, shown = 0, behind_full = 0, flush = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].words.empty()) continue;
    if (is_full(lines[i - 1], lines[i])) {
      ++behind_full;
      flush += lines[i].indent < 2;
      continue;
    }
    ++starts;
    shown += lines[i - 1].words.empty() || lines[i].indent >= 2;
  }
  starts_are_shown_ = shown * 5 >= starts * 4;
  only_starts_are_indented_ = starts_are_shown_ && flush * 2 > behind_full;
}

/// What a program cuts is cut to a column or two; by hand, there are more lines near the margin.
void Wrapping::look_at_margin(const std::vector<Line>& lines) {
  const int width = wrap_width(lines, &Line::columns, by_hand, 40, 200);
  if (width == 0) return;
  const auto near = std::ranges::count_if(
      lines, [&](const Line& line) { return line.columns >= width - by_hand.tolerance; });
  const auto exact =
      std::ranges::count_if(lines, [&](const Line& line) { return is_full(line, {}); });
  if (exact * 5 >= near * 4) return;
  columns_ = width;
  tolerance_ = by_hand.tolerance;
}

bool Wrapping::is_full(const Line& line, const Line& next) const {
  if (between_words_) return line.columns + 1 + next.first_word > columns_;
  return (columns_ > 0 && line.columns >= columns_ - tolerance_) ||
         (characters_ > 0 && line.characters >= characters_ - by_characters.tolerance);
}

/// Too long to be a heading or a signature that ended early.
bool Wrapping::is_long(const Line& line) const {
  return line.columns * 4 >= columns_ * 3 && line.characters * 4 >= characters_ * 3;
}

bool Wrapping::continues(std::string_view source, const Line& first, const Line& line,
                         const Line& next) const {
  if (line.words.empty() || next.words.empty()) return false;
  if (!is_wrapped()) return false;
  if (between_words_ && begins_item(source, next)) return false;
  if (next.indent >= line.indent + 2 && begins_item(source, first))
    return is_full(line, next);  // It hangs below its bullet.
  if (next.indent >= line.indent + 2 || (next.indent >= 2 && line.indent == 0)) return false;
  // A heading that fills its line stands above the indent of a paragraph.
  if (next.indent >= 2 && only_starts_are_indented_) return false;
  const std::string head =
      fold_text(source.substr(next.words.begin, std::min<std::uint32_t>(next.words.size(), 64)),
                language_.folding);
  // 第二十五条第 / （二）项: a doubtful number after a full line is text.
  const auto number = read_number(language_, head, 0);
  if (number && !(number->doubtful && !line.ends_sentence)) return false;
  // Below an indented first line, one that is not indented goes on, even if this one ended early.
  if (starts_are_shown_ && first.indent >= 2 && next.indent < 2 && is_long(line)) return true;
  return is_full(line, next) && (starts_are_shown_ || !line.ends_sentence);
}

/// - a line with a bullet
bool Wrapping::begins_item(std::string_view source, const Line& line) const {
  std::size_t at = line.words.begin;
  const char32_t code = next_code_point(source, at);
  return language_.bullets.find(code) != std::u32string_view::npos && at < line.words.end &&
         source[at] == ' ';
}

}  // namespace hegui
