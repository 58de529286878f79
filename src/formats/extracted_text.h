#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace hegui {

struct Limits;

/// The words of a file that has no lines of its own, one after another: a paragraph is a line, or
/// several where the file ends lines in it. Spans are in `text`, which becomes the source.
struct ExtractedText {
  struct Line {
    Span span = {};  ///< Without the line end.
    Block::Kind kind = Block::Kind::paragraph;
    std::uint8_t level = 0;
    Zone zone = Zone::body;
    bool goes_on = false;  ///< Of the paragraph of the line before.
    bool joined = false;   ///< And of its block: the return only wraps a line.
    CellIndex cell = {};
    std::uint32_t label_end = 0;  ///< Of its beginning that is a heading; 0 where none is.
  };
  std::string text;
  std::vector<Line> lines;
  std::vector<Table> tables;
  std::vector<Annotation> annotations;  ///< In whatever order.
  std::vector<std::uint32_t> pages;     ///< Where they begin; empty if the file has none.
  std::vector<StoredWords> stored;      ///< As Document says.
  std::vector<std::string> stored_parts;
  std::size_t undecodable = 0;            ///< As Document says.
  std::vector<StoredFile::Place> places;  ///< Where the text is stored, if a reader was asked.

  /// Ends a line, whose words are the end of `text` from `line.span.begin` on. Throws InputError
  /// where there are more lines or words than the limits allow.
  void add_line(Line line, const Limits& limits);
};

/// The document of extracted text; its source is that text.
Document build_document(std::string path, std::string_view format, ExtractedText text);

/// Appends the blocks of a document, a block a line, as of a zone; of a cell if `cell` is one. What
/// was noted in it stays where it was; what it says about itself is left out. Throws InputError as
/// add_line does.
void append_document(const Document& document, Zone zone, Block::Kind kind, CellIndex cell,
                     const Limits& limits, ExtractedText& text);

}  // namespace hegui
