#pragma once

#include <cstdint>
#include <string_view>

#include "text/span.h"

namespace hegui {

struct LanguageData;

/// What a numbered heading may take: the text after its number, up to the next number that may
/// begin a heading or to the end of the block.
struct HeadingReach {
  std::string_view text = {};  ///< Folded, without blanks before it; not empty.
  bool to_block_end = false;
  bool flattened = false;  ///< The block is a flattened report, or a part of one.
  bool stated = false;     ///< The block is a heading, says the format.
};

/// Offsets in HeadingReach::text.
struct HeadingEnd {
  std::uint32_t words = 0;  ///< Of the heading, without blanks and the mark that closes it.
  std::uint32_t text = 0;   ///< Where running text begins: after that mark, if there is one.
};

/// What marks a line by itself as one that may be a heading.
struct HeadingMark {
  char32_t kind = 0;  ///< Lines of a kind have the same.
  Span words = {};    ///< Of the heading, in the line.

  static constexpr char32_t one_word = 1;  ///< A kind that no line begins with.
};

}  // namespace hegui
