// Where a numbered heading goes over into running text, which only its words can tell:
//
//   加强组织领导。街道党工委……       at the mark
//   法律服务一是……二是……           before the items
//   主要举措 街道全年……             at the blank
//   主要举措和成效                   nowhere: all of it is short enough
//   主要工作情况2024年，……           after the noun that names a part; in a flattened report only

#include <string>

#include "language/zh_headings.h"
#include "language/zh_words.h"
#include "search/pattern.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::size_t longest_heading = 120;  // Characters, on a line of its own.
constexpr std::size_t longest_flattened = 60;
constexpr std::size_t longest_run_in = 50;  // Characters up to where it ends.
constexpr std::uint32_t mark_size = 3;      // Bytes of a Chinese mark.

bool has_comma(std::string_view words) { return words.find("，") != std::string_view::npos; }

HeadingEnd without_mark(std::size_t at) {
  const auto end = static_cast<std::uint32_t>(at);
  return {end, end};
}

std::optional<HeadingEnd> closing_mark(std::string_view text) {
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size() && characters <= longest_run_in; ++characters) {
    const std::size_t begin = at;
    const char32_t code = next_code_point(text, at);
    // 主要做法：一是…: a colon closes what is short and has no comma.
    const bool colon = code == U'：' && characters <= 24 && !has_comma(text.substr(0, begin));
    if (code == U'。' || code == U'！' || code == U'？' || colon)
      return HeadingEnd{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
    if (code == U'；') return std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> end_of_match(const Pattern& pattern, std::string_view text) {
  const auto found = pattern.find(first_code_points(text, longest_run_in));
  return found ? std::optional(found->end) : std::nullopt;
}

/// 法律服务一是…: the items begin where the heading ends.
std::optional<std::uint32_t> listing_end(std::string_view text) {
  static const Pattern listing(R"(^[^。；：！？]{2,40}?(?=一是|一方面|首先，))");
  const auto has = [text = first_code_points(text, longest_run_in)](std::string_view words) {
    return text.find(words) != std::string_view::npos;
  };
  if (!has("一是") && !has("一方面") && !has("首先，")) return std::nullopt;
  return end_of_match(listing, text);
}

std::optional<std::uint32_t> blank_end(std::string_view text) {
  static const Pattern blank(
      R"(^[^\s。；：！？]{4,40}(?<!\d)(?=\s+(?:[^\s\d年]|(?:19|20)\d\d年)))");
  return end_of_match(blank, text);
}

/// On a line that is no flattened report a blank ends only what is plainly short above long text.
bool is_above_text(std::string_view text, std::size_t blank) {
  const std::string_view head = text.substr(0, blank);
  return !has_comma(head) && count_code_points(head) <= 25 && text.size() - blank > 90;
}

/// （一）规范执法 全镇办理事项一百二十六项，满意度稳步提升。: a sentence of clauses up to the end
/// of the line, after what is short and has none.
bool is_before_sentence(std::string_view text, std::size_t blank, const HeadingEnd& mark) {
  const std::string_view head = text.substr(0, blank);
  const std::string_view rest = text.substr(blank, mark.words - blank);
  return mark.text == text.size() && !has_comma(head) && count_code_points(head) <= 15 &&
         count_code_points(rest) >= 12 && has_comma(rest) && !rest.starts_with("，");
}

/// Says what was done or how much: an item of a list, not a heading.
bool is_statement(std::string_view words) {
  static const Pattern counted(
      R"(\d+(\.\d+)?(余|多)?(万|亿)?(次|件|个|人|份|场|起|项|%|户|家|元|名|期|宗|条|部|处)|\d+月)");
  static const Pattern clauses(R"(，.*，)");
  return counted.matches(words) || words.find("；") != std::string_view::npos ||
         (clauses.matches(words) && count_code_points(words) > 26);
}

/// Whether what a mark closes is a sentence. A stated heading may be one, on a line of its own.
bool is_sentence(const HeadingReach& reach, const HeadingEnd& mark) {
  const std::string_view words = reach.text.substr(0, mark.words);
  const bool alone = reach.to_block_end && mark.text == reach.text.size();
  if (reach.stated && alone) return false;
  return is_statement(words) || (alone && count_code_points(words) > 30);
}

/// A heading that takes all of its reach.
std::optional<HeadingEnd> end_of_reach(const HeadingReach& reach) {
  const std::string_view text = reach.text;
  const auto end = static_cast<std::uint32_t>(text.size());
  const std::size_t length = count_code_points(first_code_points(text, longest_heading + 1));
  if (!reach.to_block_end)
    return length <= longest_run_in ? std::optional(HeadingEnd{end, end}) : std::nullopt;
  if (!reach.stated && (text.ends_with("；") || text.ends_with("。"))) return std::nullopt;
  const bool introduces = text.ends_with("：");  // 2024年以来，主要做了以下工作：
  const std::size_t longest = reach.flattened ? longest_flattened : longest_heading;
  if (length > (introduces ? 40 : longest)) return std::nullopt;
  return HeadingEnd{
      introduces || text.ends_with("，") || text.ends_with("、") ? end - mark_size : end, end};
}

/// Where a heading without a mark goes over into text: at a blank, else after the noun that names
/// a part, else at the first comma.
std::optional<HeadingEnd> unmarked_end(const HeadingReach& reach) {
  static const Pattern noun("(?:" + std::string(zh_parts) + ")(?![和与及、的以之，：]|导向|" +
                            std::string(zh_parts) + ")(?=[\\p{sc:Han}\\d“《])");
  static const Pattern blank(R"(^\S{4,25}(?=\s\S))");
  const auto at_blank = end_of_match(blank, reach.text);
  if (at_blank && !has_comma(reach.text.substr(0, *at_blank))) return without_mark(*at_blank);
  if (!reach.flattened) return std::nullopt;
  if (const auto behind_noun = end_of_match(noun, reach.text)) return without_mark(*behind_noun);
  const std::size_t comma = first_code_points(reach.text, longest_run_in).find("，");
  return comma != std::string_view::npos ? std::optional(without_mark(comma)) : std::nullopt;
}

/// 二、对照检查：存在的不足和原因分析: nothing behind the colon is a sentence.
bool goes_on_after_colon(const HeadingReach& reach, const HeadingEnd& mark) {
  constexpr std::size_t longest = 50;
  if (reach.flattened || !reach.to_block_end || mark.text >= reach.text.size()) return false;
  if (!reach.text.substr(mark.words).starts_with("：")) return false;
  static const Pattern sentence("[。！？；]|，.*，|：$|^[一二三四五]是");
  return !sentence.matches(reach.text.substr(mark.text)) &&
         count_code_points(first_code_points(reach.text, longest + 1)) <= longest;
}

/// As find_heading_end, but blanks may stand at the end of the words, and there may be none.
std::optional<HeadingEnd> first_end(const HeadingReach& reach) {
  const std::string_view text = reach.text;
  const auto mark = closing_mark(text);
  if (const auto listing = listing_end(text); listing && (!mark || *listing < mark->words))
    return without_mark(*listing);
  // Joined by blanks: 一、主要举措 街道全年…. A blank before the mark ends the heading.
  if (const auto blank = blank_end(text); blank && (!mark || *blank < mark->words))
    if (reach.flattened || is_above_text(text, *blank) ||
        (mark && is_before_sentence(text, *blank, *mark)))
      return without_mark(*blank);
  if (mark && !goes_on_after_colon(reach, *mark))
    return is_sentence(reach, *mark) ? std::nullopt : mark;
  if (const auto all = end_of_reach(reach)) return all;
  return unmarked_end(reach);
}

}  // namespace

std::optional<HeadingEnd> find_chinese_heading_end(const LanguageData&, const HeadingReach& reach) {
  auto end = first_end(reach);
  if (!end) return std::nullopt;
  while (end->words > 0 && reach.text[end->words - 1] == ' ') --end->words;
  return end->words > 0 ? end : std::nullopt;
}

bool is_torn_chinese_heading(std::string_view line, std::string_view next) {
  constexpr std::size_t longest_line = 90, longest_rest = 40;  // Characters.
  // Most lines end in 。; every line of a text is asked.
  if (!line.ends_with("，") && !line.ends_with("、") && !line.ends_with(",")) return false;
  static const Pattern breaks_off("^[^。！？；：]+[，、,]$"),
      whole("^[^。！？；：!?;:]+[^，、,。！？；：!?;:…]$");
  return count_code_points(first_code_points(line, longest_line + 1)) <= longest_line &&
         count_code_points(first_code_points(next, longest_rest + 1)) <= longest_rest &&
         breaks_off.matches(line) && whole.matches(next);
}

}  // namespace hegui
