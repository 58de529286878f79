#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace hegui {

/// The words of a file that has no lines of its own, one after another: a paragraph is a line, or
/// several where the file ends lines in it. Spans are in `text`, which becomes the source.
struct ExtractedText {
  struct Line {
    Span span = {};  ///< Without the line end.
    Block::Kind kind = Block::Kind::paragraph;
    std::uint8_t level = 0;
    CellIndex cell = {};
  };
  std::string text;
  std::vector<Line> lines;
  std::vector<Table> tables;
  std::vector<Annotation> annotations;  ///< In whatever order.
  std::vector<std::uint32_t> pages;     ///< Where they begin; empty if the file has none.
};

Document build_document(std::string path, std::string_view format, ExtractedText text);

}  // namespace hegui
