#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "document/contents.h"
#include "document/matter/page_lines.h"
#include "document/outline.h"
#include "language/language_data.h"

namespace hegui {

/// The blocks of a document as lines of the page that it was published on. What it is made of must
/// outlive it.
class PageBlocks {
 public:
  PageBlocks(const Document& document, const OutlineHints& hints)
      : document_(document),
        language_(data_of(document.language)),
        hints_(hints),
        count_(document.blocks.size()),
        contents_(contents_blocks(document)) {}

  std::string_view words(std::size_t block) const {
    return document_.slice(document_.blocks[block].span);
  }

  Block::Kind kind(std::size_t block) const { return document_.blocks[block].kind; }

  /// The format says that it is not the report, or it only tells what comes.
  bool is_outside(std::size_t block) const {
    return kind(block) == Block::Kind::furniture || kind(block) == Block::Kind::code ||
           document_.blocks[block].zone != Zone::body || contents_[block];
  }
  bool is_meta(std::size_t block) const {
    return kind(block) == Block::Kind::meta_title || kind(block) == Block::Kind::meta_date ||
           kind(block) == Block::Kind::meta_source;
  }

  bool is_page_part(std::string_view text) const {
    return is_page_line(language_, text) || hints_.furniture.matches(text);
  }

  /// Headings that the format says are of that level.
  std::ptrdiff_t count_stated(int level) const {
    return std::ranges::count_if(document_.blocks, [&](const Block& block) {
      return block.kind == Block::Kind::heading && block.level == level;
    });
  }

 protected:
  const Document& document_;
  const LanguageData& language_;
  const OutlineHints& hints_;
  std::size_t count_;

 private:
  std::vector<bool> contents_;
};

}  // namespace hegui
