// Plain text: a line is a paragraph, unless it is one of a hard-wrapped paragraph (wrapping). Lines
// that a web page tore apart are joined at any width. A full line that ends in 。！？；： ends a
// paragraph too, except where the document shows the beginning of every paragraph by an indent or a
// blank line.

#include <algorithm>
#include <utility>
#include <vector>

#include "document/builder.h"
#include "formats/format.h"
#include "formats/txt/page_breaks.h"
#include "formats/txt/plain_table.h"
#include "formats/txt/wrapping.h"
#include "formats/wrapped_line.h"
#include "language/language_data.h"
#include "text/decode.h"
#include "text/unicode.h"

namespace hegui {
namespace {

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
    if (next.words.empty()) return false;
    count(source.substr(line.words.begin, line.words.size()));
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
    for (std::size_t at = end_of_common_han(words, 0); at < words.size();
         at = end_of_common_han(words, at)) {
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
  const std::string_view words = source.substr(line.words.begin, line.words.size());
  const std::string_view next_words = source.substr(next.words.begin, next.words.size());
  return !next_words.empty() && language.headings.is_torn &&
         language.headings.is_torn(words, next_words) && begins_with_number(language, words) &&
         !begins_with_number(language, next_words);
}

/// What stands between pages is of no width.
Wrapping wrapping_of(const std::vector<Line>& lines, const std::vector<bool>& page_breaks,
                     const LanguageData& language) {
  if (std::ranges::find(page_breaks, true) == page_breaks.end()) return {lines, language};
  std::vector<Line> kept;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (!page_breaks[i]) kept.push_back(lines[i]);
  return {kept, language};
}

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

}  // namespace

Document read_txt(std::string path, std::string bytes, const ReadOptions& options) {
  DocumentBuilder builder(std::move(path), "txt",
                          decode(std::move(bytes), options.encoding, few_places));
  const std::string_view source = builder.source();
  const LineIndex& index = builder.lines();
  std::vector<Line> lines;
  lines.reserve(index.count());
  for (std::uint32_t i = 1; i <= index.count(); ++i)
    lines.push_back(measure(source, index.line(source, i)));

  // What is drawn has a width of its own.
  std::vector<PlainTable> plain_tables = find_plain_tables(source, index);
  for (const PlainTable& table : plain_tables)
    for (std::uint32_t line = table.first; line < table.end; ++line) lines[line - 1] = {};

  const LanguageData& language = data_of(builder.language());
  const std::vector<bool> page_breaks = page_break_lines(source, lines, language);
  const Wrapping wrapping = wrapping_of(lines, page_breaks, language);
  /// The line with which a paragraph may go on behind line `i`: the next, or the first of the next
  /// page. What stands between is of neither page's text.
  const auto next_line = [&](std::size_t i) {
    std::size_t next = i + 1;
    while (next < lines.size() && page_breaks[next]) ++next;
    return next;
  };
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
    builder.begin_block({.kind = page_breaks[i] ? Block::Kind::furniture : Block::Kind::paragraph,
                         .after_gap = after_gap,
                         .indent = static_cast<std::uint16_t>(std::min(lines[i].indent, 1000))});
    builder.add(lines[i].words.begin, lines[i].words.end);
    TornLines torn;
    const Line& first = lines[i];
    // None goes on behind what ends a page: it would be looked for behind each of its lines.
    for (std::size_t next = page_breaks[i] ? lines.size() : next_line(i); next < lines.size();
         next = next_line(i)) {
      if (!torn.continues(source, lines[i], lines[next]) &&
          !wrapping.continues(source, first, lines[i], lines[next]) &&
          !(&first == &lines[i] && heading_goes_on(language, source, first, lines[next])))
        break;
      if (language.blank_between_sentences || (is_word_character(source[lines[i].words.end - 1]) &&
                                               is_word_character(source[lines[next].words.begin])))
        builder.add_blank(lines[i].words.end);
      i = next;
      builder.add(lines[i].words.begin, lines[i].words.end);
    }
    builder.end_block();
    after_gap = false;
  }
  builder.set_tables(std::move(tables));
  return builder.finish();
}

}  // namespace hegui
