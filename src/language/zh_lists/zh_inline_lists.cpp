#include "language/zh_lists/zh_inline_lists.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "language/zh_lists/zh_clause_lists.h"
#include "language/zh_lists/zh_inlined.h"
#include "language/zh_lists/zh_listed.h"
#include "text/characters.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace hegui {
namespace {

/// All items of a list are as long.
bool is_even_throughout(std::string_view list) {
  const Inlined items = read_inlined(list);
  return items.is_even && list.find("、") == list.size() - list.rfind("、") - 3;
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
    if (is_one_of(ends, code) || is_digit(code) || is_one_of(zh_list_numerals, code)) break;
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
      if (is_one_of(zh_word_ends, next_code_point(text, next))) break;
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
    if (counted.before == U'“') {
      const std::size_t length = text_.substr(begin, longest_name).find("”");
      if (length == text_.npos) return std::nullopt;
      begin = end_of_words(begin + length + 3);
    }
    const bool has_comma = skip(begin, "，");
    const bool is_partial = has_comma && skip(begin, "其中");
    // 判断八项内容：达到、偏弱、缺失: what stands behind a colon may be of another kind.
    const bool has_colon = !has_comma && skip(begin, "：");
    const bool is_exact = !is_partial && !has_colon &&
                          (skip_that_is(begin) || skip(begin, "分别是") || skip(begin, "分别为"));
    if (!is_partial && !has_colon && !is_exact && !skip(begin, "包括")) return std::nullopt;
    if (has_colon)
      if (const auto items = rows_behind(begin, counted.value)) return items;
    if (has_colon)
      if (const auto items =
              wrong_clauses(text_.substr(begin),
                            text_.substr(counted.words.begin, counted.words.size()), counted.value);
          items > 0)
        return Inlined{.items = items};
    if (is_exact || has_colon)
      if (const auto items = titles_behind(begin, counted.value)) return items;
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
    const Inlined items = read_inlined(list);
    const bool ends_at_comma =
        text_.substr(end).starts_with(language_.comma) && !goes_on(end + 3, list);
    // 四项机制，即甲、乙和丙，…: the last is told by the “and”.
    if (is_exact && items.joined == 1 && !items.fits(counted.value) && ends_at_comma) return items;
    // 四项任务：规范执法、化解纠纷、深化普法: where items have one form, one is missing.
    const std::string_view noun =
        text_.substr(counted.number.end, counted.words.end - counted.number.end);
    if ((is_exact || (has_colon && items.items > 2)) && (ends_at_comma || ends_whole(end)) &&
        !items.has_and && static_cast<double>(items.items) + 1 == counted.value &&
        (is_even_throughout(list) || end_alike(list, noun)))
      return items;
    return judge(list, is_partial || has_colon ? 0 : end, counted.value);
  }

  /// 三项制度，分别是《甲办法》《乙办法》
  std::optional<Inlined> titles_behind(std::size_t begin, double number) const {
    Inlined found{.items = 0};
    std::size_t at = begin;
    while (at - begin < longest_behind && text_.substr(at).starts_with("《")) {
      const std::size_t length = text_.substr(at, longest_behind).find("》");
      if (length == text_.npos) return std::nullopt;
      ++found.items;
      at += length + 3;
      for (const std::string_view join : {"、", "和", "及", "与", "以及"})
        if (text_.substr(at).starts_with(std::string(join) + "《")) at += join.size();
    }
    const bool is_whole = ends_whole(at) || text_.substr(at).starts_with(language_.comma);
    const bool is_wrong = is_whole && found.items > 1 && static_cast<double>(found.items) != number;
    return is_wrong ? std::optional(found) : std::nullopt;
  }

  /// Where the number stands behind a mark.
  static std::size_t next_row(std::string_view list, std::size_t from, std::string_view numeral) {
    for (std::size_t at = list.find(numeral, from); at != list.npos;
         at = list.find(numeral, at + 3)) {
      std::size_t before = previous_code_point(list, at);
      if (is_one_of(U"，、；", next_code_point(list, before))) return at;
    }
    return list.npos;
  }

  /// 三个重点：一抓学习，二抓制度 and 三项任务：完善制度；规范执法.
  std::optional<Inlined> rows_behind(std::size_t begin, double number) const {
    std::string_view list = text_.substr(begin, longest_behind);
    list = list.substr(0, list.find(language_.stop));
    Inlined found{.items = 0};
    if (list.starts_with("一是") || list.starts_with("一要")) return std::nullopt;
    std::size_t at = 0;
    for (const std::string_view numeral : {"一", "二", "三", "四", "五", "六", "七", "八"}) {
      at = found.items == 0 ? (list.starts_with(numeral) ? 0 : list.npos)
                            : next_row(list, at, numeral);
      if (at == list.npos) break;
      at += numeral.size();
      ++found.items;
    }
    const bool is_wrong = found.items > 2 && static_cast<double>(found.items) != number;
    return is_wrong ? std::optional(found) : std::nullopt;
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
      if (is_one_of(joins, next_code_point(text_, before))) return std::nullopt;
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
    // 五个部门, 五部门
    const bool has_unit = !text_.substr(counted.number.end).starts_with("部门");
    const std::string_view noun =
        text_.substr(std::min<std::size_t>(counted.number.end + (has_unit ? 3 : 0), text_.size()));
    const bool is_quoted = counted.before == U'“';
    const ListedNoun kind = is_quoted ? ListedNoun::thing : listed_noun(noun);
    if (kind == ListedNoun::none || is_one_of(U"用有分为达加了", counted.before))
      return std::nullopt;
    std::string_view list = list_before(text_, counted.number.begin - (is_quoted ? 3 : 0));
    if (list.ends_with(is_quoted ? "的" : "共")) list.remove_suffix(3);
    const bool is_open = list.ends_with("等");
    if (is_open) list.remove_suffix(3);
    if (list.find("、") == std::string_view::npos || list.ends_with("、") ||
        list.find("等") != std::string_view::npos)
      return std::nullopt;
    // 城市、农村低保户、特困人员两类群体
    const Inlined items = read_inlined(list);
    if (is_open)
      return begins_behind_mark(list) && items.has_more_than(counted.value) ? std::optional(items)
                                                                            : std::nullopt;
    const bool is_alike = end_alike(list, noun) || (is_quoted && begins_list_only(list));
    if (!items.is_even && !is_alike) return std::nullopt;
    const bool is_whole = begins_behind_mark(list) && (is_alike || begins_evenly(list));
    if (is_whole && !is_open && !items.has_and &&
        static_cast<double>(items.items) + 1 == counted.value)
      return items;
    return is_whole || (kind == ListedNoun::place && !is_open) ? judge(list, 0, counted.value)
                                                               : std::nullopt;
  }

 private:
  // Bytes that are looked at, however long the paragraph is.
  static constexpr std::size_t longest_behind = 120 * 3, longest_name = 16 * 3;

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
  bool begins_behind_mark(std::string_view list) const {
    const auto begin = static_cast<std::size_t>(list.data() - text_.data());
    if (begin == 0) return true;
    std::size_t at = previous_code_point(text_, begin);
    return is_one_of(U"，。；：", next_code_point(text_, at));
  }

  bool skip(std::size_t& at, std::string_view words) const {
    if (!text_.substr(at).starts_with(words)) return false;
    at += words.size();
    return true;
  }

  /// 即, but not 即将 or 即时.
  bool skip_that_is(std::size_t& at) const {
    constexpr std::array<std::string_view, 5> others{"即将", "即时", "即刻", "即可", "即办"};
    const std::string_view behind = text_.substr(at);
    return std::ranges::none_of(others, [&](auto word) { return behind.starts_with(word); }) &&
           skip(at, "即");
  }

  /// …，以及丁: more of the list; or a stretch as long as its items.
  bool goes_on(std::size_t at, std::string_view list) const {
    const std::string_view behind = text_.substr(at);
    if (end_of_words(at) - at == list.size() - list.rfind("、") - 3) return true;
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
      if (is_one_of(zh_word_ends, next_code_point(text_, next))) break;
      at = next;
    }
    return at;
  }

  bool ends_whole(std::size_t end) const {
    const std::string_view behind = text_.substr(end);
    return behind.empty() || behind.starts_with(language_.stop) ||
           behind.starts_with(language_.semicolon) || behind.starts_with("）");
  }

  /// The list, if it does not have as many. It may have fewer unless it ends a sentence at `end`.
  std::optional<Inlined> judge(std::string_view list, std::size_t end, double number) const {
    const Inlined items = read_inlined(list);
    const bool is_whole = end > 0 && ends_whole(end);
    const bool is_wrong =
        items.items > 1 && !items.fits(number) && (items.has_more_than(number) || is_whole);
    return is_wrong ? std::optional(items) : std::nullopt;
  }

  const LanguageData& language_;
  std::string_view text_;
};

}  // namespace

std::size_t count_wrong_inline(const LanguageData& language, std::string_view text,
                               const CountedThings& counted) {
  const InlineLists lists(language, text);
  if (counted.before == U'“') {
    const auto ones = lists.ones_behind(counted);
    if (ones) return ones->items;
  }
  if (const auto behind = lists.behind(counted)) return behind->items;
  if (const auto inside = lists.in_bracket(counted)) return inside->items;
  const auto before = lists.before(counted);
  return before ? before->items : 0;
}

}  // namespace hegui
