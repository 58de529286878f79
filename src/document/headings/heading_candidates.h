#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/numbering.h"

namespace hegui {

struct LanguageData;

/// A number that may begin a heading.
struct HeadingCandidate {
  Number number = {};  ///< Its span is in the document's text.
  std::uint32_t block = 0;
  bool at_start = false;   ///< Of its block.
  bool closed = false;     ///< A sentence ends before it, or it is at the start.
  bool flattened = false;  ///< Its block is a report, or a part of one, made one paragraph.
};

/// 序号 不足 表现 产生原因: columns kept apart by blanks.
bool is_table_row(const LanguageData& language, std::string_view text);

/// Those of a block, in reading order; only the first may be at its start.
std::vector<HeadingCandidate> heading_candidates(const Document& document, std::uint32_t block);

}  // namespace hegui
