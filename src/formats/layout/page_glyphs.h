#pragma once

#include <cstdint>
#include <vector>

#include "formats/layout/page_line.h"

namespace hegui {

/// A character on a page. Lengths as of PageLine.
struct PageGlyph {
  double x = 0;  ///< Where it begins on its base line,
  double y = 0;  ///< and where that is.
  double size = 0;
  double advance = 0;  ///< How far the next one stands.
  char32_t code = 0;
};

/// The lines of a page in reading order: from top to bottom, columns one after another, whatever
/// the order in which the characters were drawn. A character that was drawn twice, to look bold, is
/// one.
std::vector<PageLine> lines_of(std::vector<PageGlyph> glyphs, std::uint32_t page);

}  // namespace hegui
