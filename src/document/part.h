#pragma once

#include <vector>

#include "document/outline.h"
#include "language/length.h"

namespace hegui {

/// The stretch of a report that answers a requirement.
struct Part {
  std::vector<Span> spans = {};  ///< Rising, not overlapping.
  Span heading = {};             ///< Its own heading; empty for a passage.
  int section = -1;              ///< That heading's section.
  Span passage = {};             ///< What was found, where the heading only comes with it.

  std::uint32_t begin() const { return spans.empty() ? 0 : spans.front().begin; }
  std::uint32_t end() const { return spans.empty() ? 0 : spans.back().end; }
  bool contains(std::uint32_t at) const;
  bool overlaps(Span span) const;
};

/// What is counted and searched of a part: all its text, except headings that stand on a line of
/// their own and the part's own heading. A run-in heading counts.
std::vector<Span> text_of(const Outline& outline, const Part& part);

/// Other headings inside the part.
std::vector<int> sections_in(const Outline& outline, const Part& part);

/// The part without what lies in `taken`, which rises by where it begins.
Part without(const Part& part, const std::vector<Span>& taken);

std::size_t count_units(LengthUnit unit, const Document& document, const std::vector<Span>& spans);
/// In the unit of the document's language.
std::size_t size_of(const Document& document, const std::vector<Span>& spans);

/// Sentences of a stretch of running text: up to 。！？ and the closing quotes after it.
std::vector<Span> sentences(const Document& document, Span span);

/// The same, up to ； too: what a list in running text says one by one.
std::vector<Span> clauses(const Document& document, Span span);

}  // namespace hegui
