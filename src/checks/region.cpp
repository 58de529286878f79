#include "checks/region.h"

#include <algorithm>

namespace hegui {

std::vector<Span> region_of(const Target& target, std::string_view in) {
  std::vector<Span> region;
  if (in == "heading" || in == "all") {
    const bool own = !target.part.heading.empty();
    if (own) region.push_back(target.part.heading);
    for (const int section : sections_in(target.outline, target.part))
      region.push_back(target.outline.sections[static_cast<std::size_t>(section)].heading);
    if (in == "heading") return region;
  }
  std::vector<Span> text = text_of(target.outline, target.part);
  if (in == "lead" && !text.empty()) return {text.front()};
  if (in == "tail" && !text.empty()) return {text.back()};
  region.insert(region.end(), text.begin(), text.end());
  std::ranges::sort(region, {}, &Span::begin);
  // A run-in heading is part of its paragraph's text already.
  std::uint32_t end = 0;
  std::erase_if(region, [&](Span span) {
    if (span.end <= end) return true;
    end = span.end;
    return false;
  });
  return region;
}

}  // namespace hegui
