#include "checks/width/running_text.h"

#include <algorithm>
#include <iterator>

namespace hegui {

std::vector<Span> running_text(const Target& target) {
  std::vector<Span> found;
  for (const Piece& piece : target.outline.pieces) {
    if (target.document.blocks[piece.block].in_table()) continue;
    if (piece.heading && target.outline.section(piece.section).own_line) continue;
    if (!found.empty() && found.back().end == piece.span.begin)
      found.back().end = piece.span.end;
    else
      found.push_back(piece.span);
  }
  return found;
}

bool Exceptions::hold(Span span) {
  if (!except_) return false;
  if (!found_) {
    found_.emplace();
    for (const Span paragraph : paragraphs_)
      for (const Span hit : except_->all(target_.document.slice(paragraph)))
        found_->push_back({paragraph.begin + hit.begin, paragraph.begin + hit.end});
  }
  const auto after = std::ranges::upper_bound(*found_, span.begin, {}, &Span::begin);
  return after != found_->begin() && std::prev(after)->end > span.begin;
}

}  // namespace hegui
