#include "language/zh_lists/zh_title_lists.h"

#include <algorithm>
#include <array>

namespace hegui {
namespace {

constexpr std::array<std::string_view, 10> numerals{"二", "两", "三", "四", "五",
                                                    "六", "七", "八", "九", "十"};

template <typename Words>
std::size_t prefix_of(std::string_view text, const Words& words) {
  for (const std::string_view word : words)
    if (text.starts_with(word)) return word.size();
  return 0;
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
  constexpr std::array<std::string_view, 6> units{"大", "项", "个", "类", "种", "张"};
  number = prefix_of(text, numerals);
  const std::size_t unit = number > 0 ? prefix_of(text.substr(number), units) : 0;
  return unit == 0 ? 0 : number + unit;
}

std::size_t titles_up_to(std::string_view text, std::size_t end, const ListedMarks& marks) {
  std::size_t titles = 0;
  constexpr std::array<std::string_view, 5> joins{"、", "和", "及", "与", "以及"};
  for (;;) {
    const std::size_t open = text.rfind(marks.opens, end - 1);
    if (open == std::string_view::npos) return 0;
    const std::string_view title =
        text.substr(open + marks.closes.size(), end - open - 2 * marks.closes.size());
    if (title.find(marks.closes) != std::string_view::npos) return 0;
    ++titles;
    std::string_view before = text.substr(0, open);
    for (const std::string_view join : joins)
      if (before.ends_with(join)) {
        before.remove_suffix(join.size());
        if (!before.ends_with(marks.closes)) return 0;
        break;
      }
    if (!before.ends_with(marks.closes)) return before.ends_with("）") ? 0 : titles;
    end = before.size();
  }
}

}  // namespace hegui
