// order: the parts stand in the order of the requirements.
//
//   order: requirements
//
// Only parts under headings of their own, and only those that are present. A part inside another
// one has no place of its own. The longest row of parts in order is taken as right (longest
// increasing subsequence), so that one part in the wrong place gives one finding, not all others.

#include <algorithm>
#include <array>

#include "checks/check.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "of",
        .type = KeyType::word,
        .zh = "比什么的顺序",
        .en = "what must be in order",
        .choices = "requirements",
        .fallback = "requirements"},
    Key{.name = "except",
        .type = KeyType::texts,
        .zh = "没有固定位置的",
        .en = "requirements that have no fixed place",
        .place = KeyPlace::beside},
};

/// Indices of a longest row in which parts begin ever later.
std::vector<std::size_t> longest_row(const std::vector<PlacedPart>& parts) {
  std::vector<std::size_t> length(parts.size(), 1), before(parts.size(), parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (parts[j].part->begin() < parts[i].part->begin() && length[j] + 1 > length[i]) {
        length[i] = length[j] + 1;
        before[i] = j;
      }
  std::vector<std::size_t> row;
  if (parts.empty()) return row;
  auto at = static_cast<std::size_t>(std::ranges::max_element(length) - length.begin());
  for (; at < parts.size(); at = before[at]) row.push_back(at);
  std::ranges::reverse(row);
  return row;
}

Outcome run(const Target& target, const Arguments& arguments) {
  const std::vector<std::string>* except = arguments.texts("except");
  std::vector<PlacedPart> parts;
  for (const PlacedPart& placed : target.parts) {
    if (placed.part->heading.empty()) continue;
    if (except && std::ranges::find(*except, placed.id) != except->end()) continue;
    const bool inside = std::ranges::any_of(target.parts, [&](const PlacedPart& other) {
      return other.part != placed.part && other.part->heading != placed.part->heading &&
             other.part->contains(placed.part->begin());
    });
    const bool twice = std::ranges::any_of(parts, [&](const PlacedPart& other) {
      return other.part->heading == placed.part->heading;
    });
    if (!inside && !twice) parts.push_back(placed);
  }
  const std::vector<std::size_t> row = longest_row(parts);
  Outcome outcome;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (std::ranges::binary_search(row, i)) continue;
    // The part that it should follow but stands before, else the one that it should precede.
    Message message;
    for (const std::size_t other : row) {
      const bool stands_before = parts[i].part->begin() < parts[other].part->begin();
      if (other < i && stands_before)
        message = say("“{}”一般放在“{}”之后", "“{}” usually comes after “{}”", parts[i].title,
                      parts[other].title);
      else if (other > i && !stands_before && message.zh.empty())
        message = say("“{}”一般放在“{}”之前", "“{}” usually comes before “{}”", parts[i].title,
                      parts[other].title);
    }
    outcome.problems.push_back({parts[i].part->heading, message});
  }
  outcome.passed = outcome.problems.empty();
  return outcome;
}

}  // namespace

extern const CheckKind order_check;
const CheckKind order_check{"order",
                            "各部分的先后",
                            "the parts stand in the order of the requirements",
                            Scope::document,
                            keys,
                            "of",
                            run};

}  // namespace hegui
