#include "checks/figures/places.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "language/zh_counts.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace hegui {
namespace {

/// A number of all parts of a place.
struct PlaceCount {
  const Mention* mention = nullptr;
  std::string_view part = {};     ///< 村, 乡镇.
  std::string_view bracket = {};  ///< （街道
};

/// Up to its end: （社区.
std::string_view bracket_of(std::string_view text) {
  constexpr std::string_view open = "（", close = "）";
  return text.starts_with(open) ? text.substr(0, text.find(close)) : "";
}

/// Empty if the words behind the unit name none, or go on: 村级, 社区矫正.
PlaceCount place_counted(std::string_view text, const Mention& mention) {
  const auto part = std::ranges::find_if(
      zh_places, [&](std::string_view name) { return text.starts_with(name); });
  if (part == zh_places.end()) return {};
  const std::string_view rest = text.substr(part->size());
  if (!rest.empty()) {
    std::size_t at = 0;
    if (zh_behind_no_places.find(next_code_point(rest, at)) != zh_behind_no_places.npos) return {};
  }
  return {&mention, *part, bracket_of(rest)};
}

}  // namespace

void find_counts_of_places(const Document& document, const std::vector<Mention>& mentions,
                           const std::vector<std::string>* links, const Terms& all,
                           Outcome& outcome) {
  std::vector<PlaceCount> counts;
  for (const Mention& mention : mentions) {
    if (mention.unit != zh_piece) continue;
    const std::string_view text = document.slice({mention.place.end, mention.paragraph.end});
    const PlaceCount count = place_counted(text.substr(mention.unit.size()), mention);
    if (!count.mention) continue;
    const std::string_view before = without_links(
        last_bytes(document.slice({mention.paragraph.begin, mention.place.begin}), longest_label),
        links);
    const auto hits = all.all(before);
    if (!hits.empty() && hits.back().end == before.size()) counts.push_back(count);
  }
  std::map<std::pair<std::string_view, std::string_view>, const Mention*> firsts;
  for (const PlaceCount& count : counts) {
    const Mention& second = *count.mention;
    const Mention& first = *firsts.try_emplace({count.part, count.bracket}, &second).first->second;
    if (first.digits == second.digits || first.paragraph.begin == second.paragraph.begin) continue;
    outcome.evidence.push_back(second.place);
    outcome.problems.push_back({.span = second.place,
                                .message = say("全部{}，前面是“{}”个，这里是“{}”个",
                                               "of all {} there are “{}” before, and “{}” here",
                                               count.part, first.digits, second.digits),
                                .related = {{.place = {.span = first.place},
                                             .message = say("前面的数", "the value before")}}});
  }
}

}  // namespace hegui
