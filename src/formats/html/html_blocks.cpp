// Paragraphs of a page: white space collapses as in a browser, a <br> ends a paragraph unless it
// only wraps a line.
//
//   <br><br>                          two paragraphs
//   一、标题<br>正文                  so are a heading and what is below it,
//   …。<br>&emsp;&emsp;…              the end of a sentence, an indent, a number
//   <h1>某某市人民政府<br>关于…</h1>  one, and so is a long line that ends in no mark
//   工作\n报告                        no blank between Chinese characters

#include "formats/html/html_blocks.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "formats/wrapped_line.h"
#include "language/language_data.h"
#include "text/input_error.h"
#include "text/unicode.h"

namespace hegui {
namespace {

bool is_white(char32_t code) {
  return code == ' ' || code == '\t' || code == '\n' || code == '\r' || code == '\f';
}

/// White for the eye, but not collapsed: at the beginning of a paragraph it is the indent.
bool is_fixed_blank(char32_t code) {
  return code == 0xA0 || code == 0x3000 || (code >= 0x2000 && code <= 0x200F) || code == 0xFEFF;
}

/// Quotes and dashes count as Chinese marks.
bool is_wide(char32_t code) { return display_width(code, 2) == 2; }

/// Whether a line goes on after a single <br>.
bool goes_on_after_break(const LanguageData& language, const HtmlBlock& paragraph,
                         const WrappedLine& before, const HtmlBlock& next,
                         const WrappedLine& after) {
  if (next.breaks != 1 || paragraph.context.kind != next.context.kind) return false;
  if (paragraph.context.kind == Block::Kind::heading) return true;
  if (next.indent >= 2 && paragraph.context.kind != Block::Kind::table_cell) return false;
  if (const auto told = goes_on(language, paragraph.context.kind, before, after)) return *told;
  // A line that was wrapped is long; a title, a signature or a date is not.
  constexpr double narrowest = 20, longest_heading = 45;
  return before.characters >= (before.has_number ? longest_heading : narrowest);
}

bool is_date(const LanguageData& language, std::string_view words) {
  return language.page.date_end->matches(words);
}

/// A short bold paragraph is a heading; not a label (来源：…), and before the first paragraph of
/// the report only with a number, or each line of a title in bold would be one.
bool is_bold_heading(const LanguageData& language, const HtmlBlock& block, std::string_view words,
                     bool in_text) {
  if (block.context.kind != Block::Kind::paragraph || !block.all_strong || !block.context.inside)
    return false;
  constexpr std::size_t longest_heading = 40;
  if (language.is_longer(words, longest_heading) || language.han(words) < 2) return false;
  for (const std::string_view mark : {"。", "！", "？", "；", "：", "，", "!", "?", ";", ":", ","})
    if (words.ends_with(mark)) return false;
  if (words.find("：") != words.npos || is_date(language, words)) return false;
  return in_text || begins_with_number(language, words);
}

}  // namespace

std::string HtmlBlock::words(std::string_view source) const {
  std::string result;
  for (const Piece& piece : pieces)
    if (piece.words.empty())
      result += source.substr(piece.source.begin, piece.source.size());
    else
      result += piece.words;
  return result;
}

void HtmlBlocks::add_piece(const HtmlCharacter& character) {
  std::vector<HtmlBlock::Piece>& pieces = open_.pieces;
  if (!character.verbatim) {
    std::string words;
    append_utf8(words, character.code);
    pieces.push_back({character.source, std::move(words)});
  } else if (!pieces.empty() && pieces.back().words.empty() &&
             pieces.back().source.end == character.source.begin) {
    pieces.back().source.end = character.source.end;
  } else {
    pieces.push_back({character.source, {}});
  }
}

void HtmlBlocks::add_blank(char32_t next) {
  if (!std::exchange(blank_, false)) return;
  if (std::exchange(line_end_, false) && is_wide(last_) && is_wide(next)) return;
  const bool verbatim = source_[blank_at_] == ' ';
  add_piece({U' ', {blank_at_, blank_at_ + 1}, verbatim});
}

void HtmlBlocks::put(const HtmlCharacter& character, const HtmlContext& context) {
  const char32_t code = character.code;
  if (is_white(code)) {
    const bool line_end = code == '\n' || code == '\r';
    if (line_end && context.preformatted) return break_line();
    if (open_.pieces.empty()) return;
    if (!blank_) blank_at_ = character.source.begin;
    blank_ = true;
    line_end_ = line_end_ || line_end;
    return;
  }
  if (open_.pieces.empty()) {
    if (is_fixed_blank(code)) {
      open_.indent += static_cast<unsigned>(std::max(display_width(code, 1), 0));
      return;
    }
    open_.context = context;
    open_.breaks = in_paragraph_ ? std::exchange(breaks_, 0) : 0;
    open_.number = std::exchange(number_, {});
    open_.item_level = std::exchange(item_level_, 0);
    in_paragraph_ = true;
    ++begun_;
  }
  add_blank(code);
  add_piece(character);
  if (!is_fixed_blank(code)) open_.all_strong = open_.all_strong && context.strong;
  last_ = code;
}

void HtmlBlocks::separate(std::uint32_t at) {
  if (open_.pieces.empty() || blank_) return;
  blank_ = true;
  blank_at_ = at;
}

void HtmlBlocks::put_empty(std::uint32_t at, const HtmlContext& context) {
  end_paragraph();
  open_.context = context;
  open_.pieces.push_back({{at, at}, {}});
  ++begun_;
  end_paragraph();
}

void HtmlBlocks::break_line() {
  end_block();
  ++breaks_;
}

void HtmlBlocks::end_paragraph() {
  end_block();
  breaks_ = 0;
  in_paragraph_ = false;
}

void HtmlBlocks::end_block() {
  blank_ = line_end_ = false;
  if (!open_.pieces.empty()) {
    if (blocks_.size() >= limits_.blocks)
      throw InputError(say("段落超过 {} 个", "more than {} paragraphs", limits_.blocks));
    blocks_.push_back(std::move(open_));
  }
  open_ = {};
}

std::vector<HtmlBlock> HtmlBlocks::finish() {
  end_paragraph();
  std::vector<HtmlBlock> joined;
  std::optional<WrappedLine> before;
  for (HtmlBlock& block : blocks_) {
    WrappedLine line = wrapped_line(language_, block.words(source_));
    if (before && goes_on_after_break(language_, joined.back(), *before, block, line)) {
      HtmlBlock& paragraph = joined.back();
      paragraph.all_strong = paragraph.all_strong && block.all_strong;
      const std::uint32_t end = paragraph.pieces.back().source.end;
      if (needs_blank(before->words, line.words)) paragraph.pieces.push_back({{end, end}, " "});
      std::ranges::move(block.pieces, std::back_inserter(paragraph.pieces));
    } else {
      joined.push_back(std::move(block));
    }
    before = std::move(line);
  }
  blocks_.clear();
  // Gumbo moves text that stands in a table but in no cell.
  const auto begins_at = [](const HtmlBlock& block) { return block.pieces.front().source.begin; };
  std::ranges::stable_sort(joined, {}, begins_at);
  bool in_text = false;
  for (HtmlBlock& block : joined) {
    std::string words = block.words(source_);
    if (is_bold_heading(language_, block, words, in_text)) {
      block.context.kind = Block::Kind::heading;
      block.context.level = 7;  // Below all that the page calls headings.
    }
    // A number that the author wrote takes the place of the list's.
    if (!block.number.empty() && begins_with_number(language_, words)) block.number.clear();
    in_text = in_text || (block.context.inside && language_.ends_with_stop(words) &&
                          language_.han(words) >= 25);
  }
  return joined;
}

void build_blocks(const std::vector<HtmlBlock>& blocks, DocumentBuilder& builder) {
  constexpr unsigned widest = 1000;
  std::uint32_t last = 0;  // Places never go back: broken pages have text before its own beginning.
  for (const HtmlBlock& block : blocks) {
    const bool is_item = block.context.kind == Block::Kind::list_item;
    builder.begin_block({.kind = block.context.kind,
                         .level = is_item ? block.item_level : block.context.level,
                         .indent = static_cast<std::uint16_t>(std::min(
                             widest, std::max<unsigned>(block.indent, block.context.indent))),
                         .cell = block.context.cell});
    if (!block.number.empty())
      builder.add_text(block.number, std::max(last, block.pieces.front().source.begin));
    for (const HtmlBlock::Piece& piece : block.pieces) {
      const Span span = piece.source;
      if (!piece.words.empty()) {
        last = std::max(last, span.begin);
        builder.add_text(piece.words, last);
      } else if (span.begin < last) {
        builder.add_text(builder.source().substr(span.begin, span.size()), last);
      } else {
        builder.add(span.begin, span.end);
        last = span.end;
      }
    }
    builder.end_block();
  }
}

}  // namespace hegui
