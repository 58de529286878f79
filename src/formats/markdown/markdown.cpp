// Markdown, as GitHub reads it, by md4c. Its texts are pointers into what it parses, so places are
// exact. Four things are read otherwise, because Chinese reports are written otherwise:
//
//   four blanks           begin a paragraph, not code
//   ~                     is 1~3月, not struck out
//   **领导。**街道        is bold: CommonMark wants a blank after the second **, and there is none
//   （一）, or 　　,      at the start of a line begin a paragraph, even without a blank line
//
// A bold line of its own is a heading below all others.

#include <md4c.h>

#include <algorithm>
#include <array>
#include <exception>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "document/builder.h"
#include "document/numbering.h"
#include "formats/format.h"
#include "formats/html/html_text.h"
#include "formats/markdown/markdown_pieces.h"
#include "formats/markdown/markdown_source.h"
#include "formats/markdown/markdown_tables.h"
#include "language/language_data.h"
#include "text/decode.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::size_t longest_bold_heading = 40;  // Chinese characters.
constexpr std::size_t longest_heading_line = 30;
constexpr std::size_t longest_underlined_heading = 60;
constexpr std::size_t deepest_list = 9;  // Of lists in lists whose depth is told apart.
constexpr std::uint8_t bold_level = 7;   // Below the six that # can say.

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Gets md4c's calls. These come without recursion, however deep quotes and lists are nested, and
/// from C code, through which no exception may pass.
class MarkdownReader {
 public:
  MarkdownReader(DocumentBuilder& builder, const Limits& limits)
      : builder_(builder),
        language_(data_of(builder.language())),
        limits_(limits),
        source_(builder.source()),
        tables_(builder) {}

  void read(std::uint32_t begin) {
    MD_PARSER parser{};
    // Of GitHub's extensions not ~, and not the links that are bare addresses: they change no word,
    // and md4c takes quadratic time for them.
    parser.flags = MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_NOINDENTEDCODEBLOCKS |
                   MD_FLAG_PERMISSIVEATXHEADERS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* reader) {
      return guarded(reader, [&](MarkdownReader& self) { self.enter(type, detail); });
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* reader) {
      return guarded(reader, [&](MarkdownReader& self) { self.leave(type); });
    };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* reader) {
      return guarded(reader, [&](MarkdownReader& self) { self.count_span(type, 1); });
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* reader) {
      return guarded(reader, [&](MarkdownReader& self) { self.count_span(type, -1); });
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* reader) {
      return guarded(reader, [&](MarkdownReader& self) { self.take(type, {text, size}); });
    };
    const std::string_view text = source_.substr(begin);
    if (link_work(text) > 4 * limits_.unpacked_bytes)
      throw InputError(
          say("链接的定义太长、引用太多", "the link definitions are too long and used too often"));
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = next_table_end(text, at);
      parse(parser, text.substr(at, end - at));
      at = end;
    }
    builder_.set_tables(tables_.finish());
  }

 private:
  void parse(const MD_PARSER& parser, std::string_view text) {
    const int failed = md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, this);
    if (error_) std::rethrow_exception(error_);
    if (failed != 0)
      throw InputError(
          say("Markdown 解析失败：内存不足", "cannot parse the Markdown: out of memory"));
  }

  struct Leaf {
    Block::Kind kind = Block::Kind::paragraph;
    std::uint8_t level = 0;
    CellIndex cell = {};
    bool skipped = false;
  };

  template <typename Act>
  static int guarded(void* reader, Act act) {
    auto& self = *static_cast<MarkdownReader*>(reader);
    try {
      act(self);
      return 0;
    } catch (...) {
      self.error_ = std::current_exception();
      return 1;
    }
  }

  void enter(MD_BLOCKTYPE type, const void* detail) {
    end_leaf();
    // Every short row of a table gets all its cells.
    if (++entered_ > 4 * limits_.blocks) refuse_blocks();
    if (++depth_ > limits_.nesting)
      throw InputError(say("引用和列表嵌套超过 {} 层",
                           "quotations and lists are nested more than {} levels deep",
                           limits_.nesting));
    leaf_ = {.kind = items_ > 0 ? Block::Kind::list_item : Block::Kind::paragraph};
    switch (type) {
      case MD_BLOCK_LI:
        ++items_;
        marker_is_open_ = true;
        leaf_.kind = Block::Kind::list_item;
        break;
      case MD_BLOCK_H:
        leaf_ = {.kind = Block::Kind::heading,
                 .level = static_cast<std::uint8_t>(
                     static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level)};
        break;
      case MD_BLOCK_CODE: leaf_.kind = Block::Kind::code; break;
      case MD_BLOCK_HTML: leaf_.skipped = true; break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        leaf_ = {.kind = Block::Kind::table_cell, .cell = tables_.begin_cell(type == MD_BLOCK_TH)};
        break;
      case MD_BLOCK_TR: tables_.begin_row(); break;
      case MD_BLOCK_TABLE: tables_.begin_table(last_end_); break;
      case MD_BLOCK_DOC:
      case MD_BLOCK_QUOTE:
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
      case MD_BLOCK_HR:
      case MD_BLOCK_P:
      case MD_BLOCK_THEAD:
      case MD_BLOCK_TBODY: break;
    }
  }

  void leave(MD_BLOCKTYPE type) {
    end_leaf();
    if (type == MD_BLOCK_TD || type == MD_BLOCK_TH) tables_.end_cell();
    if (type == MD_BLOCK_TR) tables_.end_row();
    --depth_;
    if (type == MD_BLOCK_LI) --items_;
    leaf_ = {.kind = items_ > 0 ? Block::Kind::list_item : Block::Kind::paragraph};
  }

  void count_span(MD_SPANTYPE type, int step) {
    if (type == MD_SPAN_IMG) images_ += step;
    if (type == MD_SPAN_STRONG) strong_ += step;
  }

  /// `html` as it stands in the source: a line of a block, or a tag or comment inside a line.
  void take_comments(std::string_view html) {
    const auto place = place_of(html);
    if (!place) return;
    const std::string_view here = source_.substr(0, place->end);
    std::size_t at = std::max(place->begin, comments_end_);
    while ((at = here.find("<!--", at)) != std::string_view::npos) {
      const Markup comment = read_markup(source_, at);
      comments_end_ = static_cast<std::uint32_t>(comment.end);
      builder_.add_comment({static_cast<std::uint32_t>(at), comments_end_});
      at = comment.end;
    }
  }

  void take(MD_TEXTTYPE type, std::string_view text) {
    if (type == MD_TEXT_HTML) take_comments(text);
    if (leaf_.skipped || images_ > 0) return;
    const bool in_code = leaf_.kind == Block::Kind::code;
    switch (type) {
      case MD_TEXT_NORMAL: return add(text);
      case MD_TEXT_CODE:
        if (in_code && text == "\n") break_ = Break::line;
        return in_code && text != "\n" ? add(text) : void();
      case MD_TEXT_BR: break_ = Break::hard; return;
      case MD_TEXT_SOFTBR: break_ = std::max(break_, Break::line); return;
      case MD_TEXT_HTML:
        if (is_line_break_tag(text)) break_ = Break::hard;
        return;
      case MD_TEXT_ENTITY: return add_entity(text);
      case MD_TEXT_NULLCHAR:
      case MD_TEXT_LATEXMATH: return;
    }
  }

  /// Nothing for what md4c makes up: the indentation of code.
  std::optional<Span> place_of(std::string_view text) const {
    const std::less<> before;
    const char* const begin = source_.data();
    if (text.empty() || before(text.data(), begin) ||
        before(begin + source_.size(), text.data() + text.size()))
      return std::nullopt;
    const auto at = static_cast<std::uint32_t>(text.data() - begin);
    return Span{at, at + static_cast<std::uint32_t>(text.size())};
  }

  void add(std::string_view text) {
    if (const auto span = place_of(text)) add_piece({.bold = strong_ > 0, .span = *span}, text);
  }

  void add_entity(std::string_view text) {
    const auto span = place_of(text);
    if (!span) return;
    std::string words = entity_words(text);
    if (words.empty()) return add(text);
    add_piece({.kind = MarkdownPiece::Kind::words,
               .bold = strong_ > 0,
               .span = {span->begin, span->begin},
               .words = words},
              words);
  }

  void add_piece(MarkdownPiece piece, std::string_view words) {
    const Break gap = std::exchange(break_, Break::none);
    if (gap != Break::none && !pieces_.empty()) {
      const bool splits =
          (leaf_.kind == Block::Kind::paragraph || leaf_.kind == Block::Kind::list_item) &&
          ((gap == Break::hard && !breaks_off()) || begins_paragraph(words) || is_heading_line());
      if (splits)
        end_leaf();
      else if (leaf_.kind == Block::Kind::code || language_.blank_between_sentences ||
               (is_word_character(last_) && is_word_character(words.front())))
        pieces_.push_back({.kind = MarkdownPiece::Kind::blank,
                           .bold = piece.bold,
                           .span = {last_end_, last_end_}});
    }
    last_ = words.back();
    last_end_ = std::max(piece.span.end, piece.span.begin);
    pieces_.push_back(std::move(piece));
  }

  /// 全年巡查36次，: whatever ends the line, it goes on.
  bool breaks_off() const {
    const std::string_view before = source_.substr(0, last_end_);
    return before.ends_with("，") || before.ends_with("、") || before.ends_with(",");
  }

  /// What begins a line: the number of a heading or item, or the blanks that a Chinese paragraph
  /// begins with. 2.5 may be a quantity.
  bool begins_paragraph(std::string_view words) const {
    for (const std::string_view blank : {"\u3000\u3000", "\u2003", "\u2002", "\u00A0"})
      if (words.starts_with(blank)) return true;
    return begins_with_number(words);
  }

  bool begins_with_number(std::string_view words) const {
    words.remove_prefix(std::min(words.find_first_not_of('*'), words.size()));
    const auto number =
        read_number(language_, fold_text(first_code_points(words, 20), language_.folding), 0);
    return number && number->form != Numbering::multilevel;
  }

  /// （一）加强领导 alone on the first line of a paragraph: a report that was pasted without blank
  /// lines. Lines that were cut at a width are longer.
  bool is_heading_line() const {
    const MarkdownPiece& first = pieces_.front();
    if (leaf_.kind != Block::Kind::paragraph || first.kind != MarkdownPiece::Kind::source)
      return false;
    const std::string_view line =
        source_.substr(first.span.begin, pieces_.back().span.end - std::size_t{first.span.begin});
    return line.size() <= 4 * longest_heading_line &&
           count_code_points(line) <= longest_heading_line &&
           line.find_first_of("\r\n") == std::string_view::npos && !ends_in_mark(line) &&
           begins_with_number(line);
  }

  void refuse_blocks() const {
    throw InputError(say("段落超过 {} 个", "more than {} paragraphs", limits_.blocks));
  }

  void end_leaf() {
    break_ = Break::none;
    if (pieces_.empty()) return;
    if (++blocks_ > limits_.blocks) refuse_blocks();
    if (leaf_.kind != Block::Kind::code) drop_stray_marks(source_, pieces_);
    if (pieces_.empty()) return;  // There was nothing else.
    const std::uint32_t begin = pieces_.front().span.begin;
    if (leaf_.cell.table > 0) tables_.put_words({begin, pieces_.back().span.end});
    const std::string words = words_of(source_, pieces_);
    Block block{.kind = leaf_.kind,
                .level = leaf_.level,
                .after_gap = leaf_.kind != Block::Kind::table_cell && is_after_gap(source_, begin),
                .cell = leaf_.cell};
    if (leaf_.kind == Block::Kind::heading && is_underlined_text(begin, words)) {
      block.kind = Block::Kind::paragraph;
      block.level = 0;
    } else if (leaf_.kind == Block::Kind::paragraph && is_bold_heading(words)) {
      block.kind = Block::Kind::heading;
      block.level = bold_level;
    }
    const bool begins_item = std::exchange(marker_is_open_, false) && items_ > 0;
    const bool is_bold_label = block.level == bold_level && is_label(words);
    if (begins_item && block.kind == Block::Kind::list_item)
      block.level = static_cast<std::uint8_t>(std::min<std::size_t>(items_, deepest_list));
    builder_.begin_block(block);
    if (begins_item)
      if (const auto marker = list_marker(source_, begin)) builder_.add(marker->begin, marker->end);
    const bool may_have_label = block.kind == Block::Kind::paragraph;
    add_pieces(builder_, pieces_,
               may_have_label ? pieces_of_label(language_, source_, pieces_) : 0);
    if (is_bold_label) builder_.end_label();
    builder_.end_block();
    pieces_.clear();
  }

  std::string_view slice(Span span) const { return source_.substr(span.begin, span.size()); }

  /// **Actions:** or **Actions.** above a list.
  bool is_label(std::string_view words) const {
    const std::string_view name = language_.label_words(words);
    const std::optional<Form>& label = language_.headings.label;
    return name.size() < words.size() && label && (*label)->matches(name);
  }

  /// A paragraph right above --- is a heading to Markdown, and to no one who writes a report.
  bool is_underlined_text(std::uint32_t begin, std::string_view words) const {
    if (line_prefix(source_, begin).find('#') != std::string_view::npos) return false;
    return ends_in_mark(words) || language_.is_longer(words, longest_underlined_heading);
  }

  bool is_bold_heading(std::string_view words) const {
    const bool bold = std::ranges::all_of(pieces_, [&](const MarkdownPiece& piece) {
      return piece.bold ||
             (piece.kind == MarkdownPiece::Kind::source
                  ? slice(piece.span).find_first_not_of(" \t") == std::string::npos
                  : fold_text(piece.words, language_.folding).find_first_not_of(' ') ==
                        std::string::npos);
    });
    if (bold && is_label(words)) return true;
    if (!bold || ends_in_mark(words) || language_.is_longer(words, longest_bold_heading))
      return false;
    // **发布时间：2025-01-10** is none.
    const std::string folded = fold_text(words, language_.folding);
    return !language_.is_label(folded) || read_number(language_, folded, 0).has_value();
  }

  enum class Break : std::uint8_t { none, line, hard };

  DocumentBuilder& builder_;
  const LanguageData& language_;
  const Limits& limits_;
  std::string_view source_;
  std::exception_ptr error_;
  std::size_t depth_ = 0;    // Of blocks.
  std::size_t items_ = 0;    // Of them list items.
  std::size_t entered_ = 0;  // Blocks, with those that hold others,
  std::size_t blocks_ = 0;   // and those emitted.
  int images_ = 0;
  int strong_ = 0;
  Leaf leaf_;
  MarkdownTables tables_;
  std::vector<MarkdownPiece> pieces_;  // Of the leaf.
  bool marker_is_open_ = false;        // The next block begins a list item.
  Break break_ = Break::none;          // Before the next piece.
  char last_ = 0;
  std::uint32_t last_end_ = 0;
  std::uint32_t comments_end_ = 0;  // Behind the last comment, which may have several lines.
};

}  // namespace

Document read_markdown(std::string path, std::string bytes, const ReadOptions& options) {
  DocumentBuilder builder(std::move(path), "md",
                          decode(std::move(bytes), options.encoding, few_places));
  const FrontMatterLines front = read_front_matter_lines(builder.source());
  for (const auto& [kind, span] : front.values) {
    builder.begin_block({.kind = kind});
    builder.add(span.begin, span.end);
    builder.end_block();
  }
  MarkdownReader(builder, options.limits).read(front.end);
  return builder.finish();
}

}  // namespace hegui
