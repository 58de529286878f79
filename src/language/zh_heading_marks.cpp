// Lines that something marks as headings, among Chinese ones.

#include <algorithm>
#include <array>
#include <utility>

#include "language/language_data.h"
#include "language/zh_headings.h"
#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

Span span(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

constexpr std::size_t longest_heading = 42;  // Characters.
constexpr std::size_t longest_label = 10;

std::optional<HeadingMark> bracketed(std::string_view text) {
  constexpr std::array pairs{std::pair{"【", "】"}, std::pair{"〖", "〗"}, std::pair{"〔", "〕"},
                             std::pair{"［", "］"}, std::pair{"「", "」"}, std::pair{"<", ">"}};
  for (const auto& [open, close] : pairs) {
    const std::string_view left = open, right = close;
    if (text.size() <= left.size() + right.size()) continue;
    if (!text.starts_with(left) || !text.ends_with(right)) continue;
    std::size_t at = 0;
    return HeadingMark{next_code_point(text, at), span(left.size(), text.size() - right.size())};
  }
  return std::nullopt;
}

std::optional<HeadingMark> bulleted(const LanguageData& language, std::string_view text) {
  constexpr std::u32string_view bullets = U"●◆■▲★◇○□▶►➤※▪◎";
  std::size_t at = 0;
  const char32_t bullet = next_code_point(text, at);
  if (bullets.find(bullet) == std::u32string_view::npos) return std::nullopt;
  while (at < text.size() && text[at] == ' ') ++at;
  if (count_han(text.substr(at)) < 4 || language.ends_sentence(text) || text.ends_with("，"))
    return std::nullopt;
  return HeadingMark{bullet, span(at, text.size())};
}

std::optional<HeadingMark> labelled(const LanguageData& language, std::string_view text) {
  constexpr std::string_view colon = "：";
  if (!text.ends_with(colon)) return std::nullopt;
  const std::string_view words = text.substr(0, text.size() - colon.size());
  const std::size_t length = count_code_points(words);
  if (length > longest_label || count_han(words) < 2 || language.documents.issuer->matches(words))
    return std::nullopt;
  if (words.find("，") != words.npos || words.find("、") != words.npos) return std::nullopt;
  return HeadingMark{U'：', span(0, words.size())};
}

/// 第一，坚持打防结合, 第二笔　全年干成的几件事, 三曰抓调解, 上篇　所成, （子）规矩, 1-3
/// 岸上少跑腿, C2 审批, 3.0 已知缺陷. The kind is the ordinal without its value.
std::optional<HeadingMark> ordinal(const LanguageData& language, std::string_view text) {
  struct Form {
    char32_t kind;
    Pattern pattern;
  };
  static const std::array forms{
      Form{U'其', Pattern(R"(^其[一二三四五六七八九十]+[\s、·：])")},
      Form{U'第',
           Pattern(R"(^第[一二三四五六七八九十]+([^\s，。、：·章节部条款项年届次]{1,2})?[\s·：])")},
      Form{U'一', Pattern(R"(^第[一二三四五六七八九十]+，)")},
      Form{U'曰', Pattern(R"(^[一二三四五六七八九十]曰[\s、：]?)")},
      Form{U'篇', Pattern(R"(^[上中下][篇部卷编][\s、·：])")},
      Form{U'子', Pattern(R"(^（[子丑寅卯辰巳午未申酉戌亥]）)")},
      Form{U'-', Pattern(R"(^\d-\d{1,2}[\s、.])")},
      Form{U'0', Pattern(R"(^\d\.0\s)")},
      Form{U'A', Pattern(R"(^[A-H][\s、.])")},
      Form{U'1', Pattern(R"(^[A-H]\d{1,2}[\s、.])")}};
  for (const Form& form : forms) {
    const auto found = form.pattern.find(text);
    if (found && !language.ends_sentence(text))
      return HeadingMark{form.kind, span(found->end, text.size())};
  }
  return std::nullopt;
}

/// 问：规矩有没有跟上？ 问二：还有哪些不足？: a number is none of its words.
std::optional<HeadingMark> question(std::string_view text) {
  static const Pattern whole(
      "^(?:问[一二三四五六七八九十\\d]{1,2}：)?((?:问：)?[^。；：]{3,40}？)$");
  const auto words = whole.capture(text);
  if (!words) return std::nullopt;
  return HeadingMark{U'？', *words};
}

std::optional<HeadingMark> one_word(std::string_view text) {
  static const Pattern word("^\\p{sc:Han}{1,2}$");
  return word.matches(text)
             ? std::optional(HeadingMark{HeadingMark::one_word, span(0, text.size())})
             : std::nullopt;
}

}  // namespace

std::optional<HeadingMark> find_chinese_heading_mark(const LanguageData& language,
                                                     std::string_view text) {
  if (count_code_points(first_code_points(text, longest_heading + 1)) > longest_heading)
    return std::nullopt;
  auto mark = bracketed(text);
  if (!mark) mark = bulleted(language, text);
  if (!mark) mark = labelled(language, text);
  if (!mark) mark = ordinal(language, text);
  if (!mark) mark = question(text);
  if (!mark) mark = one_word(text);
  if (!mark) return std::nullopt;
  mark->words = trimmed(text, mark->words);
  const std::string_view words = text.substr(mark->words.begin, mark->words.size());
  if ((mark->kind != HeadingMark::one_word && count_han(words) < 2) ||
      words.find("。") != std::string_view::npos)
    return std::nullopt;
  return mark;
}

}  // namespace hegui
