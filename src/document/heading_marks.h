#pragma once

#include <cstdint>
#include <map>

#include "document/outline.h"

namespace hegui {

/// A line without a number that something else marks as a heading.
struct MarkedHeading {
  Span words = {};  ///< Without the mark.
  int level = 1;    ///< 1 for the mark that comes first in the report, and so on.
};

/// By block, of the body:
///
///   【加强党的领导情况】   in brackets, of any kind
///   ● 主要工作情况        behind a bullet; bullets of a list stand one below the other
///   短板：                a word or two and a colon, above text
///
/// One line of a kind may be anything; two are headings.
std::map<std::uint32_t, MarkedHeading> marked_headings(const Document& document,
                                                       const Outline& outline);

}  // namespace hegui
