#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace hegui {

/// What readers append blocks with. Keeps `plain`, `runs` and `blocks` in step:
///
///   (begin_block (add | add_blank)* end_block)* finish
///
/// so that blocks lie in order inside the text and runs lead back to `source`.
class DocumentBuilder {
 public:
  /// `source` is what lines and columns are of.
  DocumentBuilder(std::string path, std::string format, std::string encoding, std::string source);

  std::string_view source() const { return document_.source; }
  /// `block.span` is set by the builder.
  void begin_block(Block block);
  /// The words at [begin, end) of the source belong to the block.
  void add(std::uint32_t begin, std::uint32_t end);
  /// A blank between words that a line end at `at` kept apart.
  void add_blank(std::uint32_t at);
  void end_block();
  Document finish();

 private:
  Document document_;
};

}  // namespace hegui
