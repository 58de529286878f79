#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"
#include "text/decode.h"

namespace hegui {

/// What readers append blocks with. Keeps `plain`, `runs` and `blocks` in step:
///
///   (begin_block (add | add_text | add_blank | begin_annotation … end_annotation | end_label)*
///    end_block)*
///   set_tables?
///   finish
///
/// so that blocks lie in order inside the text and runs lead back to `source`. Where words that are
/// added go on in another line of the source by a line separator (U+2028, U+2029, VT, FF), which
/// formats take for a character of the text, a block like the first goes on; InputError
/// where that is done without end. A cell of a table
/// without words has a block without words, so that it has a place; it is no block afterwards.
class DocumentBuilder {
 public:
  /// `source` is what lines and columns are of.
  DocumentBuilder(std::string path, std::string format, std::string encoding, std::string source);
  /// The same of a text file.
  DocumentBuilder(std::string path, std::string format, Decoded decoded);

  std::string_view source() const { return document_.source; }
  const LineIndex& lines() const { return document_.lines; }
  /// As the source shows, unless it is set: where the markup is more than the words.
  Language language() const { return document_.language; }
  void set_language(Language language) { document_.language = language; }
  /// `block.span` and `block.number` are set by the builder.
  void begin_block(Block block);
  /// The words at [begin, end) of the source belong to the block.
  void add(std::uint32_t begin, std::uint32_t end);
  /// Words that are not in the source as they are: an entity, a number that the format counts. They
  /// stand at `at`.
  void add_text(std::string_view words, std::uint32_t at);
  /// Covers what is added until the call of end_annotation, or a place if nothing is.
  void begin_annotation(Annotation annotation);
  void end_annotation();
  /// A comment of the markup, at [begin, end) of the source. They come in rising order.
  void add_comment(Span comment) { document_.comments.push_back(comment); }
  /// The page that begins here, in the source.
  void add_page(std::uint32_t at);
  /// The line of a page that begins here, in the source.
  void add_page_line(std::uint32_t at);
  /// A blank between words that a line end at `at` kept apart.
  void add_blank(std::uint32_t at);
  /// What was added to the open block is its label.
  void end_label();
  void end_block();
  /// What the blocks' cells are of; the builder sets `words` of the cells.
  void set_tables(std::vector<Table> tables) { document_.tables = std::move(tables); }
  Document finish();

 private:
  void add_line(std::uint32_t begin, std::uint32_t end);
  void go_on_in_next_block();
  std::uint32_t folded(const OffsetMap& folding, std::uint32_t plain) const;
  void fold_annotations(const OffsetMap& folding);
  void put_in_cell(const Block& block);

  Document document_;
  std::vector<std::size_t> open_annotations_;
  std::uint32_t block_begin_ = 0;  // In `plain`.
  std::size_t separated_ = 0;      // Blocks that a line separator began.
};

}  // namespace hegui
