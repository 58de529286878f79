#include "language/zh_lists/zh_inlined.h"

#include <algorithm>
#include <array>

#include "language/zh_lists/zh_listed.h"
#include "text/utf8.h"

namespace hegui {

Inlined read_inlined(std::string_view list) {
  constexpr std::size_t least = 3;  // Characters of an item that is none of another.
  const bool has_pauses = list.find("、") != std::string_view::npos;
  Inlined found;
  std::size_t length = 0, shortest = std::string_view::npos, longest = 0;
  const auto end_item = [&] {
    // The first begins with other words.
    if (found.items > 1) shortest = std::min(shortest, length), longest = std::max(longest, length);
    length = 0;
  };
  char32_t before = 0;
  for (std::size_t at = 0; at < list.size();) {
    const char32_t code = next_code_point(list, at);
    if (has_pauses ? code == U'、' : code == U'，' || code == U'；') {
      end_item();
      ++found.items;
      found.joined = 0;
    } else {
      ++length;
    }
    // 社会参与、法治保障: no item ends in an “and”.
    const bool ends = at == list.size() || list.substr(at).starts_with("、");
    const bool joins = !ends && (code == U'和' || code == U'及' || code == U'与');
    if (joins && before != U'以') ++found.joined;
    found.has_and = found.has_and || found.joined > 0;
    before = code;
  }
  end_item();
  found.is_even = shortest == longest;
  found.is_plain = shortest >= least || found.is_even;
  return found;
}

bool begins_evenly(std::string_view list) {
  const std::size_t pause = list.find("、");
  const std::size_t last = list.size() - list.rfind("、") - 3;
  std::size_t first = 0;
  while (pause - first > last) {
    const std::size_t more = behind_list_lead(list.substr(first, pause - first));
    if (more == 0) break;
    first += more;
  }
  // 抓住关键少数、关键岗位: a verb of two characters leads to items that are longer; 联合 to those
  // with whom.
  constexpr std::array<std::string_view, 5> others{"联合", "会同", "协同", "配合", "协调"};
  const bool is_with =
      std::ranges::any_of(others, [&](std::string_view word) { return list.starts_with(word); });
  const bool has_verb = first == 0 && !is_with && last >= 3 * 3 && list.rfind("、") > pause;
  return last > 3 && (pause - first == last || (has_verb && pause == last + 2 * 3));
}

bool begins_list_only(std::string_view list) {
  const std::string_view last = list.substr(list.rfind("、") + 3);
  if (behind_list_lead(list) == 0) return false;
  for (std::size_t at = 0; at < last.size(); next_code_point(last, at))
    if (behind_list_lead(last.substr(at)) > 3) return false;
  return true;
}

bool end_alike(std::string_view list, std::string_view noun) {
  constexpr std::size_t longest_noun = 4 * 3;
  const std::string_view last = list.substr(previous_code_point(list, list.size()));
  if (noun.substr(0, longest_noun).find(last) == std::string_view::npos) return false;
  for (std::size_t at = list.find("、"); at != std::string_view::npos; at = list.find("、", at + 3))
    if (!list.substr(0, at).ends_with(last)) return false;
  return true;
}

}  // namespace hegui
