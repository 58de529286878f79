// Where items begin in Chinese running text.

#include <algorithm>
#include <string>

#include "language/zh_numbers.h"
#include "search/pattern.h"
#include "text/characters.h"
#include "text/neighbours.h"
#include "text/unicode.h"

namespace hegui {
namespace {

const Pattern& mark_pattern() {
  static const Pattern pattern(
      R"((?:^|(?<=[。；：，、\s（）”]))\s*(?:([一二三四五六七八九十]{1,3})(?:是|则|要|来(?=[，是]))|(?:第|其)?([一二三四五六七八九十]{1,3})(?:，|、是|方面|是)|(首先|其次|再次|再者|最后|此外|另外)[，是]))"
      R"(|(?<=[\p{sc:Han}\d”）])([二三四五六七八九])是(?=[\p{sc:Han}]))");
  return pattern;
}

/// 首先, 其次, 再次, 再者, 最后, 此外, 另外
bool begins_word(char32_t code) {
  switch (code) {
    case U'首':
    case U'其':
    case U'再':
    case U'最':
    case U'此':
    case U'另': return true;
    default: return false;
  }
}

/// 第一，, 其一，; 其次， has no number.
bool is_ordinal(std::string_view text) {
  return text.starts_with("第") || (text.starts_with("其") && !text.starts_with("其次"));
}

/// Whether a mark may stand there at all: in most paragraphs none does, which is told sooner than
/// the pattern tells it.
bool may_have_mark(std::string_view text) {
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    if (is_chinese_numeral(before) ? is_one_of(U"是则要来，、方", code)
                                   : begins_word(before) && is_one_of(U"先次者后外", code))
      return true;
    before = code;
  }
  return false;
}

bool is_glued(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  std::size_t before = previous_code_point(text, at);
  const char32_t code = next_code_point(text, before);
  return is_han(code) || (code >= '0' && code <= '9') || code == U'”' || code == U'）';
}

/// 一是一，二是二; 一是一、二是二地讲: no items.
bool is_saying(std::string_view numeral, std::string_view behind) {
  behind.remove_prefix(std::string_view("是").size());
  if (!behind.starts_with(numeral)) return false;
  const char32_t next = code_at(behind, numeral.size());
  return !is_han(next) || next == U'地' || next == U'的';
}

}  // namespace

std::vector<ItemMark> chinese_item_marks(std::string_view text) {
  using Form = ItemMark::Form;
  std::vector<ItemMark> marks;
  int open = 0;  // The last N是.
  for (std::size_t from = 0; from < text.size() && may_have_mark(text.substr(from));) {
    const auto hit = mark_pattern().find(text, from);
    if (!hit) break;
    from = std::max<std::size_t>(hit->end, from + 1);
    std::size_t at = hit->begin;
    while (at < text.size() && text[at] == ' ') ++at;
    const auto begin = static_cast<std::uint32_t>(at);
    const bool ordinal = is_ordinal(text.substr(at));
    std::size_t end = at + (ordinal ? std::string_view("第").size() : 0);
    const int value = read_chinese_numeral(text, end);
    const std::string_view behind = text.substr(end);
    if (value == 0) {
      marks.push_back({begin, Form::sequence, text.substr(at).starts_with("首先") ? 1 : 2});
    } else if (!ordinal && behind.starts_with("是")) {
      const bool glued = is_glued(text, at);
      if (glued && value != open + 1) continue;
      if (is_saying(text.substr(at, end - at), behind)) continue;
      open = value;
      marks.push_back({begin, Form::shi, value, glued});
    } else if (ordinal || behind.starts_with("要") || behind.starts_with("则") ||
               behind.starts_with("来")) {
      marks.push_back({begin, Form::ordinal, value});
    }
  }
  return marks;
}

/// Of a label that ends in a letter or a number: 未达标项A, 任务T1, 问题12.
CountedWord lettered_word(std::string_view label) {
  const std::size_t digits = label.find_last_not_of("0123456789") + 1;
  if (digits == label.size()) return {label.substr(0, digits - 1), label.back() - 'A' + 1};
  int value = 0;
  for (const char digit : label.substr(digits)) value = 10 * value + (digit - '0');
  return {label.substr(0, digits), value};
}

/// 头一处，, 第二笔赤字，, 一痛，: the number, what is counted, and a mark soon after.
/// 问题一：, 短处之一，, 病灶一在: what is counted, and the number right before a mark or a verb.
/// 任务T1（一季度）：, 未达标项A：: the same, with letters.
/// 一个是, 再一个是, 还有一处疼在: one more, whose number only those before it tell.
std::optional<CountedWord> chinese_counted_word(std::string_view sentence) {
  static const Pattern before("^(?:第|头)?([一二三四五六七八九十]{1,2}[\\p{sc:Han}]{1,4})[，：]");
  static const Pattern behind(
      "^((?!第)[\\p{sc:Han}]{2,4}?之?[一二三四五六七八九十]{1,2})(?:在|，|：|是)");
  // 一年来，, 一方面，, 一直，: the number counts nothing.
  static const Pattern no_count("^.(年|月|来|方面|是|要|则|直|些|般|定|律|并|旦|度)");
  static const Pattern lettered(
      "^([\\p{sc:Han}]{2,6}(?:[A-Z]|[A-Z]?\\d{1,2}))(?:（[^（）]{1,20}）)?：");
  static const Pattern one_more(
      "^(?:另|再|又|还有|最后)?(?:有)?一([个处项点样条桩])(?:是|，|：|[^，。：]{0,3}在)");
  const std::string_view head = first_code_points(sentence, 12);
  if (const auto found = one_more.capture(head))
    return CountedWord{head.substr(found->begin, found->size()), CountedWord::one_more};
  if (const auto found = lettered.capture(first_code_points(sentence, 32)))
    return lettered_word(sentence.substr(found->begin, found->size()));
  if (const auto found = before.capture(head)) {
    const std::string_view words = head.substr(found->begin, found->size());
    std::size_t at = 0;
    const int value = read_chinese_numeral(words, at);
    if (value > 0 && at < words.size() && !no_count.matches(words))
      return CountedWord{first_code_points(words.substr(at), 1), value};
  }
  if (const auto found = behind.capture(head)) {
    const std::string_view words = head.substr(found->begin, found->size());
    static const Pattern numeral("[一二三四五六七八九十]{1,2}$");
    std::size_t at = numeral.find(words).value_or(Span{}).begin;
    const std::string_view word = words.substr(0, at);
    if (const int value = read_chinese_numeral(words, at); value > 0)
      return CountedWord{word, value};
  }
  return std::nullopt;
}

}  // namespace hegui
