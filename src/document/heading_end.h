#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hegui {

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

/// None where the text is a sentence or an item of a list, and no heading.
std::optional<HeadingEnd> find_heading_end(const HeadingReach& reach);

/// Whether a line that begins with a number is the first of a heading over two lines: it breaks off
/// at a comma, and the next one, which has no number, is short and ends without a mark. The lines
/// need not be folded.
///
///   二、对照示范标准和群众期待，在执法力量配备、
///   普法内容供给方面存在的主要不足
bool is_torn_heading(std::string_view line, std::string_view next);

}  // namespace hegui
