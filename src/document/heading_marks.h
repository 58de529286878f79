#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "document/outline.h"

namespace hegui {

/// A line without a number that something else marks as a heading.
struct MarkedHeading {
  Span words = {};  ///< Without the mark.
  int level = 1;    ///< 1 for the mark that comes first in the report, and so on.
};

/// What marks a line by itself as one that may be a heading; lines of a kind have the same. None
/// for others.
std::optional<char32_t> heading_mark(const Document& document, std::uint32_t block);

/// By block, of the body:
///
///   【加强党的领导情况】   in brackets, of any kind
///   ● 主要工作情况        behind a bullet; bullets of a list stand one below the other
///   短板：                a word or two and a colon, above text
///   其一·立规             behind an ordinal that is none of the usual numbers: 第二笔, 1-3, C2
///   规矩有没有跟上？       a question
///   脊梁                  a word of one or two characters; three of these
///
/// One line of a kind may be anything; two are headings.
std::map<std::uint32_t, MarkedHeading> marked_headings(const Document& document,
                                                       const Outline& outline);

}  // namespace hegui
