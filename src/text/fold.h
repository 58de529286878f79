#pragma once

#include <string>
#include <string_view>

#include "text/offset_map.h"

namespace hegui {

/// The copy of a text that is matched, and the way back.
struct Folded {
  std::string text;
  OffsetMap map;  ///< From `text` to the text that was folded.
};

/// What is folded in some languages only.
struct Folding {
  bool full_width_marks = false;
  bool simplified = false;
};

/// One spelling for what people type in several:
///
///   ２０２４％ ａ   20 24% a   width (Unicode <wide>/<narrow>, not NFKC: ① and … stay)
///   NBSP, U+3000, tab           a blank
///   zero-width and control characters, soft hyphen   dropped
///
/// and where the language wants it
///
///   , : ; ! ? ( )  ，：；！？（）  Chinese marks, except , : . between digits (1,471; 12:30)
///   設 減            设 减      simplified characters (one to one, none that GB 2312 has)
///
/// Rule files are written in the folded form, so that no Chinese mark means anything to PCRE2.
Folded fold(std::string_view text, Folding folding);

/// Only the folded text, for literals of rule files.
std::string fold_text(std::string_view text, Folding folding);

}  // namespace hegui
