#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "document/document.h"
#include "text/language.h"

namespace hegui {

/// What stands beside the text of a report, in the order in which it is shown behind it, with a
/// title for each.
inline std::vector<std::pair<Zone, Label>> zones_beside_text(const Document& document) {
  std::vector<std::pair<Zone, Label>> zones{{Zone::boxes, {"文本框", "Text boxes"}},
                                            {Zone::notes, {"脚注、尾注", "Notes"}},
                                            {Zone::comments, {"批注", "Comments"}},
                                            {Zone::header, {"页眉", "Page headers"}},
                                            {Zone::footer, {"页脚", "Page footers"}}};
  std::erase_if(zones, [&](const auto& zone) {
    return std::ranges::find(document.blocks, zone.first, &Block::zone) == document.blocks.end();
  });
  return zones;
}

}  // namespace hegui
