#include "language/zh_lists/zh_counted.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "text/unicode.h"
#include "text/utf8.h"

namespace hegui {
namespace {

bool is_in(std::u32string_view set, char32_t code) {
  return set.find(code) != std::u32string_view::npos;
}

bool is_digit(char32_t code) { return code >= '0' && code <= '9'; }

constexpr std::u32string_view numerals = U"二两三四五六七八九十";
constexpr char32_t numerals_end = U'四';  // The last of them.
constexpr std::u32string_view ends_words = U"，。；：、！？“”《》（）";

/// Reads the numbers of things from left to right.
class CountedReader {
 public:
  CountedReader(const LanguageData& language, std::string_view text)
      : language_(language), text_(text) {}

  bool next(CountedThings& counted) {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      const char32_t before = before_, code = next_code_point(text_, at_);
      before_ = code;
      if (!is_number(code)) continue;
      at_ = end_of(begin, is_number);
      // 第三个, 前三个, 两三个, 1.5个
      if (is_in(U"第前后每几这.百千万零余", before) || !begins_unit(at_)) continue;
      counted.number = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
      at_ = end_of(at_, [](char32_t c) { return !is_in(ends_words, c) && !is_digit(c); });
      counted.words = {counted.number.begin, static_cast<std::uint32_t>(at_)};
      counted.before = before;
      before_ = 0;
      const auto value =
          language_.read_value(text_.substr(counted.number.begin, counted.number.size()));
      if (!value || !value->exact || value->value < 2 || value->value > most) continue;
      counted.value = value->value;
      if (value->value >= 10 && text_.substr(counted.number.end).starts_with("大"))
        continue;  // 二十大
      return true;
    }
    return false;
  }

 private:
  static constexpr double most = 40;

  static bool is_number(char32_t code) {
    // Most characters of a text are none of these.
    if (code > numerals_end) return false;
    return is_digit(code) || (code >= 0x4E00 && is_in(numerals, code));
  }

  template <typename Holds>
  std::size_t end_of(std::size_t at, Holds holds) const {
    constexpr std::size_t longest = 16 * 3;
    const std::size_t begin = at;
    while (at < text_.size() && at - begin < longest) {
      std::size_t next = at;
      if (!holds(next_code_point(text_, next))) break;
      at = next;
    }
    return at;
  }

  bool begins_unit(std::size_t at) const {
    const std::string_view behind = text_.substr(at);
    if (behind.starts_with("方面") || behind.starts_with("部门")) return true;
    // 三个月, 三个百分点
    return !behind.empty() && is_in(U"个大项条点类种", next_code_point(text_, at)) &&
           !behind.substr(3).starts_with("月") && !behind.substr(3).starts_with("百分");
  }

  const LanguageData& language_;
  std::string_view text_;
  std::size_t at_ = 0;
  char32_t before_ = 0;
};

/// The items of a list within a sentence.
struct Inlined {
  std::size_t items = 1;
  std::size_t joined = 0;  ///< “And”s of the last one, each of which may part two more.
  bool has_and = false;
  bool is_plain = true;  ///< No item seems to be a part of another: 会商、移送机制.
  bool is_even = true;   ///< All but the first are as long.

  bool fits(double number) const {
    return number >= static_cast<double>(items) && number <= static_cast<double>(items + joined);
  }
  bool has_more_than(double number) const {
    return is_plain && !has_and && static_cast<double>(items) > number;
  }
};

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
    const bool joins = code == U'和' || code == U'及' || code == U'与';
    if (joins && before != U'以') ++found.joined;
    found.has_and = found.has_and || found.joined > 0;
    before = code;
  }
  end_item();
  found.is_even = shortest == longest;
  found.is_plain = shortest >= least || found.is_even;
  return found;
}

/// What stands before a number, up to a mark that no list goes over.
std::string_view list_before(std::string_view text, std::size_t end) {
  constexpr std::u32string_view ends = U"，。；：！？“”《》（）";
  constexpr std::size_t longest = 80 * 3;
  std::size_t begin = end;
  while (begin > 0 && end - begin < longest) {
    std::size_t at = previous_code_point(text, begin);
    const std::size_t code_begin = at;
    const char32_t code = next_code_point(text, at);
    if (is_in(ends, code) || is_digit(code) || is_in(numerals, code)) break;
    begin = code_begin;
  }
  return text.substr(begin, end - begin);
}

/// The items behind 一 of 一张网巡查、一支队伍调处, up to what is none.
std::string_view ones_in(std::string_view text) {
  constexpr std::string_view one = "一";
  constexpr std::size_t longest = 24 * 3;
  std::size_t end = 0;
  while (text.substr(end).starts_with(one) || (end > 0 && text.substr(end + 3).starts_with(one))) {
    std::size_t at = end > 0 ? end + 3 : 0;
    const std::size_t begin = at;
    while (at < text.size() && at - begin < longest) {
      std::size_t next = at;
      if (is_in(ends_words, next_code_point(text, next))) break;
      at = next;
    }
    end = at;
    const bool goes_on = text.substr(end).starts_with("、") || text.substr(end).starts_with("，") ||
                         text.substr(end).starts_with("；");
    if (!goes_on) break;
  }
  return text.substr(0, end);
}

/// Lists within a sentence.
class InlineLists {
 public:
  InlineLists(const LanguageData& language, std::string_view text)
      : language_(language), text_(text) {}

  /// “三个一”机制：一张网…、一支队伍…
  std::optional<Inlined> ones_behind(const CountedThings& counted) const {
    constexpr std::string_view name = "个一”";
    if (counted.before != U'“' || !text_.substr(counted.number.end).starts_with(name))
      return std::nullopt;
    std::size_t begin = counted.number.end + name.size();
    begin = end_of_words(begin);
    if (!text_.substr(begin).starts_with("：") && !text_.substr(begin).starts_with("（"))
      return std::nullopt;
    const std::string_view list = ones_in(text_.substr(begin + 3));
    return judge(list, begin + 3 + list.size(), counted.value);
  }

  /// 三项机制：甲、乙、丙。 五个部分，包括甲、乙。
  std::optional<Inlined> behind(const CountedThings& counted) const {
    std::size_t begin = verb_in(counted);
    const bool has_comma = skip(begin, "，");
    // 判断八项内容：达到、偏弱、缺失: what stands behind a colon may be of another kind.
    const bool is_some = has_comma ? skip(begin, "其中") : skip(begin, "：");
    const bool is_exact =
        !is_some && (skip(begin, "即") || skip(begin, "分别是") || skip(begin, "分别为"));
    if (!is_some && !is_exact && !skip(begin, "包括")) return std::nullopt;
    std::size_t end = begin;
    while (end < text_.size()) {
      const std::size_t item = end_of_words(end);
      end = item;
      if (!text_.substr(end).starts_with("、")) break;
      end += 3;
    }
    const std::string_view list = text_.substr(begin, end - begin);
    const bool is_open = list.find("等") != std::string_view::npos || list.ends_with("、");
    if (list.find("、") == std::string_view::npos || is_open) return std::nullopt;
    // 四项机制，即甲、乙和丙，…: the last is told by the “and”.
    const Inlined items = read_inlined(list);
    if (is_exact && items.joined == 1 && !items.fits(counted.value) &&
        text_.substr(end).starts_with(language_.comma) && !goes_on(end + 3))
      return items;
    return judge(list, is_some ? 0 : end, counted.value);
  }

  /// 5个村（上坪、竹园、罗家）: a bracket of nothing but names, at once behind the noun.
  std::optional<Inlined> in_bracket(const CountedThings& counted) const {
    constexpr std::u32string_view joins = U"、和及与加";
    constexpr double most_differ = 2;  // More, and it lists something else.
    const std::size_t begin = counted.words.end + 3;
    if (!text_.substr(counted.words.end).starts_with("（")) return std::nullopt;
    // 2个社区和3个村（…）: of both.
    std::size_t before = counted.number.begin;
    if (before > 0) {
      before = previous_code_point(text_, before);
      if (is_in(joins, next_code_point(text_, before))) return std::nullopt;
    }
    const std::size_t end = text_.find("）", begin);
    constexpr std::size_t longest = 80 * 3;
    if (end == std::string_view::npos || end - begin > longest) return std::nullopt;
    const std::string_view list = text_.substr(begin, end - begin);
    if (!is_of_names(list)) return std::nullopt;
    const Inlined items = read_inlined(list);
    const bool is_near = std::abs(static_cast<double>(items.items) - counted.value) <= most_differ;
    return items.items > 2 && is_near && !items.fits(counted.value) ? std::optional(items)
                                                                    : std::nullopt;
  }

  /// 甲、乙、丙三个方面
  std::optional<Inlined> before(const CountedThings& counted) const {
    constexpr std::array<std::string_view, 16> nouns{"方面", "部分", "环节", "群体", "领域", "层面",
                                                     "阶段", "维度", "板块", "部门", "单位", "科室",
                                                     "乡镇", "街道", "社区", "行业"};
    // 五个部门, 五部门
    const bool has_unit = !text_.substr(counted.number.end).starts_with("部门");
    const std::string_view noun =
        text_.substr(std::min<std::size_t>(counted.number.end + (has_unit ? 3 : 0), text_.size()));
    if (std::ranges::none_of(nouns, [&](std::string_view n) { return noun.starts_with(n); }) ||
        is_in(U"等用有分为达加了", counted.before))
      return std::nullopt;
    const std::string_view list = list_before(text_, counted.number.begin);
    if (list.find("、") == std::string_view::npos || list.find("等") != std::string_view::npos)
      return std::nullopt;
    // 城市、农村低保户、特困人员两类群体
    const Inlined items = read_inlined(list);
    if (!items.is_even) return std::nullopt;
    if (is_whole_list(list, counted) && !items.has_and &&
        static_cast<double>(items.items) + 1 == counted.value)
      return items;
    return judge(list, 0, counted.value);
  }

 private:
  /// Not 乡镇（街道、园区）, which says what else is meant, nor a list with notes or left open.
  static bool is_of_names(std::string_view list) {
    constexpr std::array<std::string_view, 16> others{
        "等",   "含",   "包括", "其中", "其他", "另",   "街道", "园区",
        "社区", "单位", "部门", "企业", "场",   "乡、", "区、", "市、"};
    if (std::ranges::any_of(others, [&](std::string_view word) {
          return list.find(word) != std::string_view::npos;
        }))
      return false;
    constexpr std::size_t longest = 8;
    std::size_t length = 0;
    for (std::size_t at = 0; at < list.size();) {
      const char32_t code = next_code_point(list, at);
      length = code == U'、' ? 0 : length + 1;
      if (length > longest || (code != U'、' && !is_han(code))) return false;
    }
    return true;
  }

  /// 由应急、消防、林业、水利五部门: nothing stands before the list that another item may be in, as
  /// in 联合公安、交通三部门.
  bool is_whole_list(std::string_view list, const CountedThings& counted) const {
    constexpr std::u32string_view leads = U"由向经从在对就";
    const std::size_t begin = counted.number.begin - list.size();
    if (begin > 0) {
      std::size_t at = previous_code_point(text_, begin);
      if (!is_in(U"，。；：", next_code_point(text_, at))) return false;
    }
    std::size_t first = 0;
    if (!is_in(leads, next_code_point(list, first))) first = 0;
    const std::size_t pause = list.find("、");
    const std::size_t last = list.rfind("、") + 3;
    return last > pause + 3 && pause - first == list.size() - last;
  }

  bool skip(std::size_t& at, std::string_view words) const {
    if (!text_.substr(at).starts_with(words)) return false;
    at += words.size();
    return true;
  }

  /// …，以及丁: more of the list.
  bool goes_on(std::size_t at) const {
    const std::string_view behind = text_.substr(at);
    constexpr std::array<std::string_view, 8> joins{"以及", "及", "和",   "与",
                                                    "并",   "还", "另外", "同时"};
    return std::ranges::any_of(joins, [&](std::string_view w) { return behind.starts_with(w); });
  }

  /// 五个部分包括甲、乙: the words go on with the list. Else where they end.
  std::size_t verb_in(const CountedThings& counted) const {
    const std::string_view words = text_.substr(counted.words.begin, counted.words.size());
    for (const std::string_view verb : {"包括", "分别是", "分别为"})
      if (const std::size_t at = words.find(verb); at != std::string_view::npos)
        return counted.words.begin + at;
    return counted.words.end;
  }

  std::size_t end_of_words(std::size_t at) const {
    constexpr std::size_t longest = 24 * 3;
    const std::size_t begin = at;
    while (at < text_.size() && at - begin < longest) {
      std::size_t next = at;
      if (is_in(ends_words, next_code_point(text_, next))) break;
      at = next;
    }
    return at;
  }

  /// The list, if it does not have as many. It may have fewer unless it ends a sentence at `end`.
  std::optional<Inlined> judge(std::string_view list, std::size_t end, double number) const {
    const Inlined items = read_inlined(list);
    const std::string_view behind = text_.substr(end);
    const bool is_whole =
        end > 0 && (behind.empty() || behind.starts_with(language_.stop) ||
                    behind.starts_with(language_.semicolon) || behind.starts_with("）"));
    const bool is_wrong =
        items.items > 1 && !items.fits(number) && (items.has_more_than(number) || is_whole);
    return is_wrong ? std::optional(items) : std::nullopt;
  }

  const LanguageData& language_;
  std::string_view text_;
};

}  // namespace

std::vector<CountedThings> read_counted(const LanguageData& language, std::string_view text) {
  std::vector<CountedThings> found;
  CountedReader reader(language, text);
  for (CountedThings counted; reader.next(counted);) found.push_back(counted);
  return found;
}

std::size_t count_wrong_inline(const LanguageData& language, std::string_view text,
                               const CountedThings& counted) {
  const InlineLists lists(language, text);
  if (counted.before == U'“') {
    const auto ones = lists.ones_behind(counted);
    return ones ? ones->items : 0;
  }
  if (const auto behind = lists.behind(counted)) return behind->items;
  if (const auto inside = lists.in_bracket(counted)) return inside->items;
  const auto before = lists.before(counted);
  return before ? before->items : 0;
}

}  // namespace hegui
