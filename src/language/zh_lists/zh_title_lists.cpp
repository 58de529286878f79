#include "language/zh_lists/zh_title_lists.h"

#include <algorithm>
#include <array>

#include "text/strings.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::array<std::string_view, 10> numerals{"二", "两", "三", "四", "五",
                                                    "六", "七", "八", "九", "十"};

constexpr std::size_t longest_title = 200 * 3;  // Bytes.

constexpr std::string_view item_mark = "、";

/// “人口多、土地少，小生产、大市场” is no plain list.
std::size_t count_items(std::string_view title) {
  std::size_t items = 1;
  if (title.find("，") != title.npos || title.find("；") != title.npos) return items;
  for (std::size_t at = title.find(item_mark); at != title.npos;
       at = title.find(item_mark, at + item_mark.size()))
    ++items;
  return items;
}

bool is_even_list(std::string_view title) {
  const std::size_t first = title.find(item_mark);
  while (title.find(item_mark) == first && first != title.npos)
    title.remove_prefix(first + item_mark.size());
  return title.size() == first;
}

}  // namespace

std::size_t end_of_count(std::string_view text, std::size_t& number) {
  constexpr std::array<std::string_view, 6> units{"份", "个", "项", "部", "件", "张"};
  constexpr std::array<std::string_view, 8> kinds{"规范性", "制度", "政策",   "重要",
                                                  "指导性", "党内", "地方性", "专项"};
  constexpr std::array<std::string_view, 13> nouns{"清单", "文件", "制度", "办法", "方案",
                                                   "规定", "意见", "法规", "规章", "细则",
                                                   "通知", "规程", "预案"};
  number = std::min(text.find_first_not_of("0123456789"), text.size());
  if (number == 0) number = prefix_of(text, numerals);
  if (number == 0 || number > zh_title_closes.size()) return 0;
  std::size_t at = number;
  const std::size_t unit = prefix_of(text.substr(at), units);
  if (unit == 0) return 0;
  at += unit;
  at += prefix_of(text.substr(at), kinds);
  const std::size_t noun = prefix_of(text.substr(at), nouns);
  // 两个制度文件
  at += noun;
  at += prefix_of(text.substr(at), std::array<std::string_view, 1>{"文件"});
  const std::string_view behind = text.substr(at);
  const bool goes_on = behind.starts_with("、") || behind.starts_with("和") ||
                       behind.starts_with("及") || behind.starts_with("与");
  const bool is_kind = noun == 0 && at == number + unit;
  return is_kind || goes_on ? 0 : at;
}

std::size_t end_of_named_count(std::string_view text, std::size_t& number) {
  constexpr std::array<std::string_view, 8> units{"大", "项", "个", "类", "种", "张", "条", "方面"};
  number = prefix_of(text, numerals);
  const std::size_t unit = number > 0 ? prefix_of(text.substr(number), units) : 0;
  return unit == 0 ? 0 : number + unit;
}

ListedTitles titles_up_to(std::string_view text, std::size_t end, const ListedMarks& marks) {
  ListedTitles found;
  constexpr std::array<std::string_view, 5> joins{"、", "和", "及", "与", "以及"};
  for (;;) {
    const std::string_view near = last_bytes(text.substr(0, end), longest_title);
    const std::size_t length = near.size() - std::min(near.rfind(marks.opens), near.size());
    if (length == 0) return {};
    const std::size_t open = end - length;
    const std::string_view title =
        text.substr(open + marks.closes.size(), end - open - 2 * marks.closes.size());
    if (title.find(marks.closes) != std::string_view::npos) return {};
    if (found.titles++ == 0) found.are_even = is_even_list(title);
    found.items += marks.opens == title_marks.opens ? 1 : count_items(title);
    std::string_view before = text.substr(0, open);
    for (const std::string_view join : joins)
      if (before.ends_with(join)) {
        before.remove_suffix(join.size());
        if (!before.ends_with(marks.closes)) return {};
        break;
      }
    if (!before.ends_with(marks.closes)) return before.ends_with("）") ? ListedTitles{} : found;
    end = before.size();
  }
}

}  // namespace hegui
