#include "document/heading_marks.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "document/page_lines.h"
#include "text/pattern.h"
#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::size_t longest_heading = 42;  // Characters.
constexpr std::size_t longest_label = 10;
constexpr int deepest = 6;

struct Mark {
  char32_t kind = 0;  // The opening bracket, the bullet, or the colon.
  Span words = {};
};

std::optional<Mark> bracketed(std::string_view text, Span block) {
  constexpr std::array pairs{std::pair{"【", "】"}, std::pair{"〖", "〗"}, std::pair{"〔", "〕"},
                             std::pair{"［", "］"}, std::pair{"「", "」"}, std::pair{"<", ">"}};
  for (const auto& [open, close] : pairs) {
    const std::string_view left = open, right = close;
    if (text.size() <= left.size() + right.size()) continue;
    if (!text.starts_with(left) || !text.ends_with(right)) continue;
    std::size_t at = 0;
    return Mark{next_code_point(text, at),
                {block.begin + static_cast<std::uint32_t>(left.size()),
                 block.end - static_cast<std::uint32_t>(right.size())}};
  }
  return std::nullopt;
}

std::optional<Mark> bulleted(std::string_view text, Span block) {
  constexpr std::u32string_view bullets = U"●◆■▲★◇○□▶►➤※▪◎";
  std::size_t at = 0;
  const char32_t bullet = next_code_point(text, at);
  if (bullets.find(bullet) == std::u32string_view::npos) return std::nullopt;
  while (at < text.size() && text[at] == ' ') ++at;
  if (count_han(text.substr(at)) < 4 || ends_sentence(text) || text.ends_with("，"))
    return std::nullopt;
  return Mark{bullet, {block.begin + static_cast<std::uint32_t>(at), block.end}};
}

std::optional<Mark> labelled(std::string_view text, Span block) {
  constexpr std::string_view colon = "：";
  if (!text.ends_with(colon)) return std::nullopt;
  const std::string_view words = text.substr(0, text.size() - colon.size());
  const std::size_t length = count_code_points(words);
  if (length > longest_label || count_han(words) < 2 || names_issuer(words)) return std::nullopt;
  if (words.find("，") != words.npos || words.find("、") != words.npos) return std::nullopt;
  return Mark{U'：', {block.begin, block.end - static_cast<std::uint32_t>(colon.size())}};
}

constexpr char32_t short_word = 1;  // A kind of its own, which no line begins with.

/// 第一，坚持打防结合, 第二笔　全年干成的几件事, 三曰抓调解, 1-3 岸上少跑腿, C2 审批, 3.0 已知缺陷.
/// The kind is the ordinal without its value.
std::optional<Mark> ordinal(std::string_view text, Span block) {
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
      Form{U'-', Pattern(R"(^\d-\d{1,2}[\s、.])")},
      Form{U'0', Pattern(R"(^\d\.0\s)")},
      Form{U'A', Pattern(R"(^[A-H][\s、.])")},
      Form{U'1', Pattern(R"(^[A-H]\d{1,2}[\s、.])")}};
  for (const Form& form : forms) {
    const auto found = form.pattern.find(text);
    if (found && !ends_sentence(text))
      return Mark{form.kind, {block.begin + found->end, block.end}};
  }
  return std::nullopt;
}

/// 问：规矩有没有跟上？ 问二：还有哪些不足？
std::optional<Mark> question(std::string_view text, Span block) {
  static const Pattern whole("^(?:问[一二三四五六七八九十\\d]{0,2}：)?([^。；：]{3,40}？)$");
  const auto words = whole.capture(text);
  if (!words) return std::nullopt;
  return Mark{U'？', {block.begin + words->begin, block.begin + words->end}};
}

std::optional<Mark> one_word(std::string_view text, Span block) {
  static const Pattern word("^\\p{sc:Han}{1,2}$");
  return word.matches(text) ? std::optional(Mark{short_word, block}) : std::nullopt;
}

/// Of a line as it stands; whether it is a heading is seen from the others.
std::optional<Mark> mark_of(const Document& document, std::uint32_t block) {
  const Block& given = document.blocks[block];
  if (given.kind == Block::Kind::heading || given.kind == Block::Kind::table_cell ||
      given.kind == Block::Kind::note)
    return std::nullopt;
  const std::string_view text = document.slice(given.span);
  if (count_code_points(first_code_points(text, longest_heading + 1)) > longest_heading)
    return std::nullopt;
  auto mark = bracketed(text, given.span);
  if (!mark) mark = bulleted(text, given.span);
  if (!mark) mark = labelled(text, given.span);
  if (!mark) mark = ordinal(text, given.span);
  if (!mark) mark = question(text, given.span);
  if (!mark) mark = one_word(text, given.span);
  if (mark) mark->words = trimmed(document.text, mark->words);
  if (mark && ((mark->kind != short_word && count_han(document.slice(mark->words)) < 2) ||
               document.slice(mark->words).find("。") != std::string_view::npos))
    return std::nullopt;
  return mark;
}

}  // namespace

std::optional<char32_t> heading_mark(const Document& document, std::uint32_t block) {
  const auto mark = mark_of(document, block);
  return mark ? std::optional(mark->kind) : std::nullopt;
}

std::map<std::uint32_t, MarkedHeading> marked_headings(const Document& document,
                                                       const Outline& outline) {
  std::vector<std::pair<std::uint32_t, Mark>> marks;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i)
    if (outline.roles[i] == Role::body)
      if (const auto mark = mark_of(document, i)) marks.emplace_back(i, *mark);
  // A kind whose lines stand one below the other lists something, and so does one at the end.
  const auto stands_above_text = [&](std::size_t index) {
    const std::uint32_t next = marks[index].first + 1;
    if (next >= document.blocks.size() || outline.roles[next] != Role::body) return false;
    const bool right_below = index + 1 < marks.size() && marks[index + 1].first == next;
    return !right_below || marks[index + 1].second.kind != marks[index].second.kind;
  };
  std::map<char32_t, int> seen, above_text;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    ++seen[marks[i].second.kind];
    above_text[marks[i].second.kind] += stands_above_text(i);
  }
  std::map<std::uint32_t, MarkedHeading> headings;
  std::vector<char32_t> kinds;  // In order of appearance, outermost first.
  for (const auto& [block, mark] : marks) {
    const int least = mark.kind == short_word ? 3 : 2;
    if (seen[mark.kind] < least || above_text[mark.kind] < seen[mark.kind]) continue;
    auto level = std::ranges::find(kinds, mark.kind);
    if (level == kinds.end()) level = kinds.insert(level, mark.kind);
    const auto depth = static_cast<int>(level - kinds.begin()) + 1;
    headings.emplace(block, MarkedHeading{mark.words, std::min(depth, deepest)});
  }
  return headings;
}

}  // namespace hegui
