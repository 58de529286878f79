#include "language/zh_lists/zh_listed.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace hegui {

std::size_t behind_lead(std::string_view item) {
  constexpr std::array<std::string_view, 14> leads{"由",   "向",   "对",   "在",   "从",
                                                   "与",   "和",   "就",   "联合", "会同",
                                                   "组织", "协调", "涉及", "包括"};
  for (const std::string_view lead : leads)
    if (item.size() >= lead.size() + 2 * 3 && item.starts_with(lead)) return lead.size();
  return 0;
}

std::size_t end_of_last(std::string_view item) {
  constexpr std::array<std::string_view, 4> ends{"等", "和", "及", "与"};
  std::size_t end = item.size();
  for (const std::string_view word : ends)
    if (const std::size_t at = item.find(word, 2 * 3); at != std::string_view::npos)
      end = std::min(end, at);
  return end;
}

bool may_be_told_twice(std::string_view item) {
  constexpr std::u32string_view right = U"一二两三四五六七八九十零某";
  for (std::size_t at = 0; at < item.size();)
    if (right.find(next_code_point(item, at)) != std::u32string_view::npos) return true;
  return false;
}

bool tells_order(std::string_view lead) {
  return lead.find("分别") != std::string_view::npos || lead.find("依次") != std::string_view::npos;
}

}  // namespace hegui
