#include "language/zh_lists/zh_clause_lists.h"

#include <algorithm>
#include <array>

namespace hegui {
namespace {

constexpr std::string_view stop = "。", comma = "，", semicolon = "；", item_mark = "、";
constexpr std::size_t longest = 400 * 3, least = 3, shortest = 4 * 3;  // Bytes, clauses, bytes.

std::size_t count(std::string_view text, std::string_view mark) {
  std::size_t found = 0;
  for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + mark.size()))
    ++found;
  return found;
}

/// Words of what is none of the list, or of a list that is left open.
bool may_be_more(std::string_view list) {
  constexpr std::array<std::string_view, 16> words{"其中", "其余", "等",   "此外", "另", "还",
                                                   "同时", "累计", "分别", "已有", "“",  "：",
                                                   "（",   "一是", "首先", "第一"};
  return std::ranges::any_of(words, [&](std::string_view w) { return list.find(w) != list.npos; });
}

/// 改造危房214户、老旧小区5个 may be two, and so may what has no figure; 为6.3万名妇女和老人 is
/// one.
std::size_t joins(std::string_view clause) {
  constexpr std::string_view digits = "0123456789.";
  std::size_t figures = 0;
  for (std::size_t at = clause.find_first_of(digits); at != clause.npos;
       at = clause.find_first_of(digits,
                                 std::min(clause.find_first_not_of(digits, at), clause.size())))
    ++figures;
  if (figures == 1) return 0;
  std::size_t found = 0;
  for (const std::string_view join : {item_mark, std::string_view("和"), std::string_view("及"),
                                      std::string_view("与"), std::string_view("并")})
    found += count(clause, join);
  return found;
}

/// Of tasks, clauses tell what came of them: 开展培训12场，覆盖3600人.
bool may_be_at_commas(std::string_view list, std::string_view name) {
  constexpr std::array<std::string_view, 4> deeds{"实事", "工程", "项目", "好事"};
  constexpr std::array<std::string_view, 8> results{"%",    "覆盖", "惠及", "受益",
                                                    "涉及", "同比", "成功", "使"};
  const auto has = [](std::string_view text) {
    return [text](std::string_view word) { return text.find(word) != text.npos; };
  };
  return std::ranges::any_of(deeds, has(name)) && std::ranges::none_of(results, has(list));
}

}  // namespace

std::size_t wrong_clauses(std::string_view text, std::string_view name, double number) {
  const std::size_t end = text.find(stop);
  const std::string_view list = text.substr(0, end);
  if (end == text.npos || end > longest || number <= least || may_be_more(list)) return 0;
  const bool has_semicolons = list.find(semicolon) != list.npos;
  if (!has_semicolons && !may_be_at_commas(list, name)) return 0;
  const std::string_view mark = has_semicolons ? semicolon : comma;
  std::size_t clauses = 0, more = 0;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t next = std::min(list.find(mark, begin), list.size());
    const std::string_view clause = list.substr(begin, next - begin);
    // A clause without a figure may be what is said of the one before.
    if (clause.size() < shortest ||
        (!has_semicolons && clause.find_first_of("0123456789") == clause.npos))
      return 0;
    ++clauses;
    more += joins(clause) + count(clause, has_semicolons ? comma : semicolon);
    begin = next + mark.size();
  }
  const bool is_less = static_cast<double>(clauses + more + 1) == number;
  const bool is_more = has_semicolons && static_cast<double>(clauses) == number + 1;
  return clauses >= least && (is_less || is_more) ? clauses + more : 0;
}

}  // namespace hegui
