// Plain text: a line is a paragraph, unless it is one of a hard-wrapped paragraph.
//
// Text pasted from PDF or mail is cut at a fixed width. Lines that reach that width are joined with
// the next line; lines that end early are left alone, or every heading would swallow the paragraph
// below it. So the width is found first, for the document as a whole:
//
//   full line      reaches the width, give or take the mark that may not begin a line
//   short line     ends its paragraph
//
// Lines that a web page tore apart are joined at any width. A full line that ends in
// 。！？；： ends a paragraph too, except where the document shows the beginning of every paragraph
// by an indent or a blank line.

#include <algorithm>
#include <utility>
#include <vector>

#include "document/builder.h"
#include "document/numbering.h"
#include "formats/format.h"
#include "formats/txt/plain_table.h"
#include "language/language_data.h"
#include "text/decode.h"
#include "text/unicode.h"

namespace hegui {
namespace {

struct Line {
  Span words = {};     // In the source, without blanks at either end; empty for a blank line.
  int indent = 0;      // Display columns before the words.
  int columns = 0;     // Up to the end of the words, indent included,
  int characters = 0;  // and in code points.
  int first_word = 0;  // Columns of it.
  bool ends_sentence = false;
};

bool is_blank(char32_t code) {
  return code <= 0x20 || code == 0xA0 || code == 0x3000 || (code >= 0x2000 && code <= 0x200F) ||
         code == 0xFEFF;
}

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
  for (std::size_t i = at; i < end; ++line.characters) {
    const char32_t code = next_code_point(source, i);
    const int width = display_width(code, 1);
    in_first_word = in_first_word && code != ' ';
    line.first_word += in_first_word ? width : 0;
    line.columns += width;
  }
  return line;
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
  const auto at_least = [&](int limit) {
    return sizes.end() - std::ranges::lower_bound(sizes, limit);
  };
  const auto full = static_cast<double>(at_least(width - how.tolerance));
  if (full < how.least_full || full < how.full_share * static_cast<double>(at_least(width / 2)))
    return 0;
  // Cut lines end anywhere; lines that end in marks are whole sentences of like length.
  const auto cut = std::ranges::count_if(lines, [&](const Line& line) {
    return line.*size >= width - how.tolerance && !line.ends_sentence;
  });
  if (static_cast<double>(cut) < how.open_share * full) return 0;
  // And what ends early below one ends a paragraph.
  int last = 0, ended = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].words.empty() || lines[i - 1].*size < width - how.tolerance ||
        lines[i].*size >= width - how.tolerance)
      continue;
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

class Wrapping {
 public:
  Wrapping(const std::vector<Line>& lines, const LanguageData& language)
      : language_(language),
        between_words_(language.blank_between_sentences),
        columns_(between_words_ ? word_wrap_width(lines)
                                : wrap_width(lines, &Line::columns, by_columns, 40, 200)),
        characters_(between_words_ ? 0
                                   : wrap_width(lines, &Line::characters, by_characters, 20, 100)) {
    if (!between_words_ && gaps_part_paragraphs(lines)) look_at_margin(lines);
    if (columns_ == 0 && characters_ == 0) return;
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
  void look_at_margin(const std::vector<Line>& lines) {
    const int width = wrap_width(lines, &Line::columns, by_hand, 40, 200);
    const auto near = std::ranges::count_if(
        lines, [&](const Line& l) { return l.columns >= width - by_hand.tolerance; });
    const auto exact = std::ranges::count_if(lines, [&](const Line& l) { return is_full(l, {}); });
    if (width == 0 || exact * 5 >= near * 4) return;
    columns_ = width;
    tolerance_ = by_hand.tolerance;
  }

  bool is_full(const Line& line, const Line& next) const {
    if (between_words_) return line.columns + 1 + next.first_word > columns_;
    return (columns_ > 0 && line.columns >= columns_ - tolerance_) ||
           (characters_ > 0 && line.characters >= characters_ - by_characters.tolerance);
  }

  /// Too long to be a heading or a signature that ended early.
  bool is_long(const Line& line) const {
    return line.columns * 4 >= columns_ * 3 && line.characters * 4 >= characters_ * 3;
  }

  /// Whether the paragraph that begins with `first` and has come to `line` goes on with `next`.
  bool continues(std::string_view source, const Line& first, const Line& line,
                 const Line& next) const {
    if (line.words.empty() || next.words.empty()) return false;
    if (columns_ == 0 && characters_ == 0) return false;
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
  bool begins_item(std::string_view source, const Line& line) const {
    std::size_t at = line.words.begin;
    const char32_t code = next_code_point(source, at);
    return language_.bullets.find(code) != std::u32string_view::npos && at < line.words.end &&
           source[at] == ' ';
  }

  const LanguageData& language_;
  bool between_words_ = false;  // Lines are cut between words, at any length.
  int columns_ = 0;
  int characters_ = 0;
  int tolerance_ = by_columns.tolerance;  // Of columns_.
  bool starts_are_shown_ = false;
  bool only_starts_are_indented_ = false;  // By blanks before the first line, none before others.
};

/// Lines of a web page that links, bold words and subscripts tore apart, at any width:
///
///   《 / 行政许可法 / 》，
///                          no text ends in an opening mark, or begins with 、 (GB/T 15834 5.1.1)
///
///   “双向 / 揭榜 / 挂帅”
///                          a pair is open, and the sentence has not ended
///
///   PM / 2.5 / 浓度
///                          a letter, its index, and the rest
class TornLines {
 public:
  bool continues(std::string_view source, const Line& line, const Line& next) {
    count(source.substr(line.words.begin, line.words.size()));
    if (next.words.empty()) return false;
    std::size_t at = next.words.begin;
    const char32_t first = next_code_point(source, at);
    at = previous_code_point(source, line.words.end);
    const char32_t last = next_code_point(source, at);
    constexpr std::u32string_view opening = U"《（“‘〈", never_first = U"，、。；",
                                  closing = U"》）”’〉";
    if (opening.find(last) != std::u32string_view::npos ||
        never_first.find(first) != std::u32string_view::npos)
      return true;
    constexpr std::u32string_view ends = U"。！？；：";
    if (open_ > 0 && line.columns < 400)
      return closing.find(first) != std::u32string_view::npos ||
             (ends.find(last) == std::u32string_view::npos && ++torn_ <= 3);
    const bool is_index = next.characters <= 4 && first >= '0' && first <= '9' && last < 0x80 &&
                          ((last >= 'A' && last <= 'Z') || (last >= 'a' && last <= 'z'));
    const bool behind_index = was_index_;
    was_index_ = is_index;
    return is_index || behind_index;
  }

 private:
  void count(std::string_view words) {
    constexpr std::u32string_view opening = U"《“", closing = U"》”";
    for (std::size_t at = 0; at < words.size();) {
      const char32_t code = next_code_point(words, at);
      if (opening.find(code) != std::u32string_view::npos) ++open_;
      if (closing.find(code) != std::u32string_view::npos && open_ > 0) --open_;
    }
  }

  int open_ = 0;
  int torn_ = 0;  // Lines joined only because a pair was open: a slip must not swallow the report.
  bool was_index_ = false;
};

/// Whether it is the first line of a numbered heading over two.
bool heading_goes_on(const LanguageData& language, std::string_view source, const Line& line,
                     const Line& next) {
  const auto begins_with_number = [&](const Line& of) {
    constexpr std::uint32_t longest = 64;
    const std::uint32_t size = std::min(of.words.size(), longest);
    const std::string head = fold_text(source.substr(of.words.begin, size), language.folding);
    return read_number(language, head, 0).has_value();
  };
  return !next.words.empty() && language.headings.is_torn &&
         language.headings.is_torn(source.substr(line.words.begin, line.words.size()),
                                   source.substr(next.words.begin, next.words.size())) &&
         begins_with_number(line) && !begins_with_number(next);
}

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

}  // namespace

Document read_txt(std::string path, std::string_view bytes, const ReadOptions& options) {
  Decoded decoded = decode(bytes, options.encoding);
  DocumentBuilder builder(std::move(path), "txt", std::move(decoded.encoding),
                          std::move(decoded.text));
  const std::string_view source = builder.source();
  const LineIndex index(source);
  std::vector<Line> lines;
  lines.reserve(index.count());
  for (std::uint32_t i = 1; i <= index.count(); ++i)
    lines.push_back(measure(source, index.line(source, i)));

  // What is drawn has a width of its own.
  std::vector<PlainTable> plain_tables = find_plain_tables(source, index);
  for (const PlainTable& table : plain_tables)
    for (std::uint32_t line = table.first; line < table.end; ++line) lines[line - 1] = {};

  const LanguageData& language = data_of(builder.language());
  const Wrapping wrapping(lines, language);
  std::vector<Table> tables;
  bool after_gap = false;
  std::size_t blocks = 0;
  const auto count_block = [&] {
    if (++blocks > options.limits.blocks)
      throw InputError(say("段落超过 {} 个", "more than {} paragraphs", options.limits.blocks));
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (tables.size() < plain_tables.size() && plain_tables[tables.size()].first == i + 1) {
      PlainTable& table = plain_tables[tables.size()];
      tables.push_back(std::move(table.table));
      for (const PlainTable::Piece& piece : table.pieces) {
        count_block();
        builder.begin_block({.kind = Block::Kind::table_cell,
                             .cell = {static_cast<std::uint32_t>(tables.size()), piece.cell}});
        builder.add(piece.words.begin, piece.words.end);
        builder.end_block();
      }
      i = table.end - std::size_t{2};
      after_gap = false;
      continue;
    }
    if (lines[i].words.empty()) {
      after_gap = true;
      continue;
    }
    count_block();
    builder.begin_block({.after_gap = after_gap,
                         .indent = static_cast<std::uint16_t>(std::min(lines[i].indent, 1000))});
    builder.add(lines[i].words.begin, lines[i].words.end);
    TornLines torn;
    const Line& first = lines[i];
    while (i + 1 < lines.size() &&
           (torn.continues(source, lines[i], lines[i + 1]) ||
            wrapping.continues(source, first, lines[i], lines[i + 1]) ||
            (&first == &lines[i] && heading_goes_on(language, source, first, lines[i + 1])))) {
      if (language.blank_between_sentences || (is_word_character(source[lines[i].words.end - 1]) &&
                                               is_word_character(source[lines[i + 1].words.begin])))
        builder.add_blank(lines[i].words.end);
      ++i;
      builder.add(lines[i].words.begin, lines[i].words.end);
    }
    builder.end_block();
    after_gap = false;
  }
  builder.set_tables(std::move(tables));
  return builder.finish();
}

}  // namespace hegui
