#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/builder.h"
#include "formats/format.h"
#include "formats/html/html_text.h"

namespace hegui {

struct LanguageData;

/// What the elements around a text say about it.
struct HtmlContext {
  Block::Kind kind = Block::Kind::paragraph;
  std::uint8_t level = 0;
  std::uint8_t list_depth = 0;  ///< Lists around it.
  std::uint16_t indent = 0;     ///< By style.
  std::uint32_t table = 0;      ///< Around it, from 1,
  CellIndex cell = {};          ///< and the cell in which it stands, if it stands in one.
  bool strong = false;
  bool preformatted = false;
  bool inside = false;    ///< In the report, not elsewhere on the page.
  bool is_title = false;  ///< Named so by a tag, an id or a class.
};

/// A block whose words may still change.
struct HtmlBlock {
  /// Characters of the source, or if `words` is not empty, these instead of them.
  struct Piece {
    Span source = {};
    std::string words = {};
  };
  HtmlContext context = {};
  std::vector<Piece> pieces = {};
  std::string number = {};      ///< That the page's reader sees before a list item.
  std::uint8_t item_level = 0;  ///< Of the list whose item it begins.
  unsigned breaks = 0;          ///< <br> between it and the block before, in the same paragraph.
  unsigned indent = 0;
  bool all_strong = true;

  std::string words(std::string_view source) const;
};

/// Takes a page's characters and makes blocks of them.
class HtmlBlocks {
 public:
  HtmlBlocks(std::string_view source, const LanguageData& language, const Limits& limits)
      : source_(source), language_(language), limits_(limits) {}

  void put(const HtmlCharacter& character, const HtmlContext& context);
  /// What stands after is apart for the eye: words that a style moves.
  void separate(std::uint32_t at);
  /// <br>
  void break_line();
  /// A paragraph begins or ends.
  void end_paragraph();
  /// A block without words, so that an empty cell has a place.
  void put_empty(std::uint32_t at, const HtmlContext& context);
  /// Of the next block.
  void number_next(std::string number) { number_ = std::move(number); }
  /// The next block begins an item of a list so deep.
  void begin_item(std::uint8_t level) { item_level_ = level; }

  /// How many blocks have begun.
  std::size_t begun() const { return begun_; }

  /// In the order of the source.
  std::vector<HtmlBlock> finish();

 private:
  void add_piece(const HtmlCharacter& character);
  void add_blank(char32_t next);
  void end_block();

  std::string_view source_;
  const LanguageData& language_;
  const Limits& limits_;
  std::vector<HtmlBlock> blocks_;
  HtmlBlock open_;
  std::string number_;
  std::uint8_t item_level_ = 0;
  std::size_t begun_ = 0;
  unsigned breaks_ = 0;
  bool in_paragraph_ = false;  // A block of the paragraph is finished, or begun.
  // White space since the last word.
  bool blank_ = false;
  bool line_end_ = false;
  std::uint32_t blank_at_ = 0;
  char32_t last_ = 0;
};

/// Appends the blocks to the document.
void build_blocks(const std::vector<HtmlBlock>& blocks, DocumentBuilder& builder);

}  // namespace hegui
